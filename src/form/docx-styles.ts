import { isNear } from './colours.ts';
import { child, type Node, switchOf, wordOf } from './docx-tree.ts';

/** How words look that no person should miss: what a style or a run says of it; null where it says nothing. */
export type Look = {
  struck: boolean | null;
  hidden: boolean | null;
  /** Six hexadecimal digits, or `auto`. */
  colour: string | null;
  /** In half points. */
  size: number | null;
  font: string | null;
  /** What is painted behind them. */
  ground: Ground;
};

/** What is painted behind words: six hexadecimal digits, `black` by a marker pen, `other` where its colour is not told, null for the paper. */
export type Ground = string | null;

export type Style = Look & { numbering: Node | undefined };

export const noStyle: Style = {
  struck: null,
  hidden: null,
  colour: null,
  size: null,
  font: null,
  ground: null,
  numbering: undefined,
};

/** What run properties say by themselves (ECMA-376 17.3.2). */
export function lookOf(properties: Node | undefined): Look {
  if (!properties) return noStyle;
  const strikes = [switchOf(properties, 'strike'), switchOf(properties, 'dstrike')];
  const fonts = child(properties, 'rFonts')?.at;
  const size = Number.parseInt(wordOf(properties, 'sz') ?? '', 10);
  return {
    struck: strikes.includes(true) ? true : (strikes.find((it) => it !== null) ?? null),
    hidden: switchOf(properties, 'vanish'),
    colour: colourOf(properties),
    size: Number.isNaN(size) ? null : size,
    font: fonts?.ascii ?? fonts?.hAnsi ?? null,
    ground: highlights[wordOf(properties, 'highlight') ?? ''] ?? groundOf(properties),
  };
}

/** White may be told as the theme's paper alone. */
function colourOf(properties: Node): string | null {
  const { val = '', themeColor, themeShade, themeTint } = child(properties, 'color')?.at ?? {};
  const isPaper = /^(?:background|light)1$/.test(themeColor ?? '') && !themeShade && !themeTint;
  return isPaper ? 'FFFFFF' : val || null;
}

/** The marker pen that hides black words (ECMA-376 17.18.40); others only show that they were marked. */
const highlights: Readonly<Record<string, Ground>> = { black: 'black' };

/** What the shading of a run, paragraph, cell or table paints. */
export function groundOf(properties: Node | undefined): Ground {
  const { fill = 'auto', themeFill, val } = (properties && child(properties, 'shd')?.at) ?? {};
  if (val === 'solid') return 'other';
  if (/^(?:auto|f{6}|)$/i.test(fill)) return themeFill === undefined ? null : 'other';
  return fill;
}

/** The document's styles by their ids, each with what it takes from those it is based on. */
export function stylesOf(tree: Node): ReadonlyMap<string, Style> {
  const nodes = new Map(
    tree.children.filter(({ name }) => name === 'style').map((node) => [node.at.styleId ?? '', node]),
  );
  const done = new Map<string, Style>();
  const resolve = (id: string, deep: number): Style => {
    const node = nodes.get(id);
    const known = done.get(id);
    if (known || !node || deep > 20) return known ?? noStyle;
    const base = resolve(wordOf(node, 'basedOn') ?? '', deep + 1);
    const own = lookOf(child(node, 'rPr'));
    const numbering = child(node, 'pPr');
    const style = {
      struck: own.struck ?? base.struck,
      hidden: own.hidden ?? base.hidden,
      colour: own.colour ?? base.colour,
      size: own.size ?? base.size,
      font: own.font ?? base.font,
      // Of a table's style, the shading of any of its parts.
      ground: own.ground ?? base.ground ?? (isPainted(node, 0) ? 'other' : null),
      numbering: (numbering && child(numbering, 'numPr')) ?? base.numbering,
    };
    done.set(id, style);
    return style;
  };
  for (const id of nodes.keys()) resolve(id, 0);
  return done;
}

function isPainted(node: Node, deep: number): boolean {
  return groundOf(node) !== null || (deep < 5 && node.children.some((it) => isPainted(it, deep + 1)));
}

/** The smallest words that somebody reads: 3 points. */
const leastSize = 6;

const blackish = /^(?:[01][0-9a-f]){3}$/i;
const inDigits = /^[0-9a-f]{6}$/i;

/** Whether words have the colour of what they stand on. Those without a colour of their own turn white on dark shading, but not below a marker pen. */
function isLost(colour: string, ground: Ground): boolean {
  if (ground === 'black') return colour === 'auto' || blackish.test(colour);
  const behind = ground ?? 'ffffff';
  return inDigits.test(colour) && inDigits.test(behind) && isNear(colour, behind);
}

/** What becomes of words that look so, within a paragraph's style, on what is painted beneath. */
export function goneBy(
  own: Look,
  character: Style,
  paragraph: Style,
  beneath: Ground,
): 'hidden' | 'faint' | 'struck' | null {
  // Styles toggle: struck within struck is not struck (ECMA-376 17.7.3).
  const toggled = (kind: 'struck' | 'hidden'): boolean =>
    own[kind] ?? (character[kind] === true) !== (paragraph[kind] === true);
  const colour = own.colour ?? character.colour ?? paragraph.colour ?? 'auto';
  const size = own.size ?? character.size ?? paragraph.size ?? 24;
  const ground = own.ground ?? character.ground ?? beneath ?? paragraph.ground;
  if (toggled('hidden')) return 'hidden';
  if (size < leastSize || isLost(colour, ground)) return 'faint';
  return toggled('struck') ? 'struck' : null;
}
