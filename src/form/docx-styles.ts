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
  /** Something is painted behind them. */
  shaded: boolean;
};

export type Style = Look & { numbering: Node | undefined };

export const noStyle: Style = {
  struck: null,
  hidden: null,
  colour: null,
  size: null,
  font: null,
  shaded: false,
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
    colour: wordOf(properties, 'color') ?? null,
    size: Number.isNaN(size) ? null : size,
    font: fonts?.ascii ?? fonts?.hAnsi ?? null,
    shaded: isShaded(properties),
  };
}

/** Whether something other than white is painted behind what the properties are of. */
export function isShaded(properties: Node | undefined): boolean {
  const { fill = 'auto', themeFill, val } = (properties && child(properties, 'shd')?.at) ?? {};
  return themeFill !== undefined || !/^(?:auto|f{6}|)$/i.test(fill) || val === 'solid';
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
      shaded: base.shaded || own.shaded || isPainted(node, 0),
      numbering: (numbering && child(numbering, 'numPr')) ?? base.numbering,
    };
    done.set(id, style);
    return style;
  };
  for (const id of nodes.keys()) resolve(id, 0);
  return done;
}

function isPainted(node: Node, deep: number): boolean {
  return isShaded(node) || (deep < 5 && node.children.some((it) => isPainted(it, deep + 1)));
}

/** The smallest words that somebody reads: 3 points. */
const leastSize = 6;

/** What becomes of words that look so, within a paragraph's style and perhaps on a painted ground. */
export function goneBy(
  own: Look,
  character: Style,
  paragraph: Style,
  painted: boolean,
): 'hidden' | 'struck' | null {
  // Styles toggle: struck within struck is not struck (ECMA-376 17.7.3).
  const toggled = (kind: 'struck' | 'hidden'): boolean =>
    own[kind] ?? (character[kind] === true) !== (paragraph[kind] === true);
  const colour = own.colour ?? character.colour ?? paragraph.colour ?? 'auto';
  const size = own.size ?? character.size ?? paragraph.size ?? 24;
  const onPaper = !painted && !own.shaded && !character.shaded && !paragraph.shaded;
  if (toggled('hidden') || size < leastSize || (onPaper && /^(?:f[0-9a-f]){3}$/i.test(colour)))
    return 'hidden';
  return toggled('struck') ? 'struck' : null;
}
