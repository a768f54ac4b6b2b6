/** How words look at some place of a letter. */
export type Look = {
  /** Why nobody sees them (`SkippedRow`); null where people do. */
  unseen: 'hidden' | 'faint' | null;
  /** No words of the letter, or somebody else's. */
  silent: boolean;
  struck: boolean;
  colour: string;
  ground: string;
};

export const startLook: Look = {
  unseen: null,
  silent: false,
  struck: false,
  colour: '#000000',
  ground: '#ffffff',
};

/** What a letter's style sheet hides, strikes or paints, by class, id or element. */
export type StyleSheet = ReadonlyMap<string, string>;

const telling =
  /display|visibility|mso-hide|opacity|filter|font|line-through|color|background|height|width|indent|position|left|top|right|bottom|margin|clip|mask|transform|spacing|zoom/i;

/** Where the letter is not read: on paper alone, small screens, and screens that turn white into black with all letters. */
const elsewhere =
  /^\s*(?:only )?print\s*(?:and\b[^,]*)?$|max-(?:device-)?width\s*:\s*\d{1,3}(?:\.\d+)?px|prefers-color-scheme\s*:\s*dark/i;

/** Of a link that somebody points at, or of signs before and behind words. */
const states =
  /:(?:link|visited|hover|active|focus|focus-within|focus-visible|target|before|after|selection|placeholder|first-letter|first-line|marker)$/;

/** Whether declarations hide, strike or paint away what is black on white. */
function hides(declarations: string): boolean {
  const { unseen, struck } = lookOf('div', { style: declarations }, startLook, new Map());
  return unseen !== null || struck;
}

/** Of one class, id or element: more is looked through again and again. */
const longestRule = 4000;

/**
 * The rules of all `<style>` elements; null where one may hide something by a selector that is not followed here, or they are
 * beyond all bounds. What is opened and not closed ends with the letter, as in a browser: looked for its end from each place, a
 * megabyte of it would take minutes.
 */
export function sheetOf(html: string): StyleSheet | null {
  const rules = new Map<string, string>();
  for (const [, css = ''] of html.matchAll(/<style\b[^>]*(?:>|$)([\s\S]*?)(?:<\/style\s*>|$)/gi)) {
    const plain = css
      .replace(/\/\*[\s\S]*?(?:\*\/|$)|<!--|-->/g, ' ')
      .replace(
        /@media([^{}]{0,1000})\{((?:[^{}]*\{[^{}]*\})*[^{}]*)\}/gi,
        (_, where: string, inner: string) => (elsewhere.test(where) ? ' ' : inner),
      );
    for (const rule of plain.split('}')) {
      const [declarations = '', selectors = ''] = rule.split('{').reverse();
      if (selectors === '' || !telling.test(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const key = selector.trim().toLowerCase();
        // What is said of pages and fonts, and of states of a link, concerns no words.
        if (key.includes('@') || states.test(key)) continue;
        const simple = /^(?:[a-z][a-z0-9]*)?(?:[.#][\w-]+)?$/.test(key) && key !== '';
        if (!simple && hides(declarations)) return null;
        const known = rules.get(key) ?? '';
        if (!simple || known.endsWith(declarations)) continue;
        if (known.length + declarations.length > longestRule) return null;
        rules.set(key, `${known};${declarations}`);
      }
    }
  }
  return rules;
}

/** The look of an element within another. */
export function lookOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  outer: Look,
  sheet: StyleSheet,
): Look {
  const style = [...sheetStyles(name, attributes, sheet), attributes.style ?? ''].join(';');
  const value = valuesIn(style);
  const colour = colourOf(value('color')) ?? colourOf(attributes.color ?? '') ?? outer.colour;
  const ground =
    colourOf(value('background-color')) ??
    colourOf(value('background')) ??
    colourOf(attributes.bgcolor ?? '') ??
    outer.ground;
  const hidden =
    'hidden' in attributes ||
    (name === 'details' && !('open' in attributes)) ||
    isVeiled(style) ||
    isHidden(value);
  const faint = isFaint(value) || isUnknown(value('color')) || isNear(colour, ground);
  const struck =
    outer.struck ||
    name === 's' ||
    name === 'del' ||
    name === 'strike' ||
    /line-through/.test(value('text-decoration') + value('text-decoration-line'));
  const unseen = outer.unseen ?? (hidden ? 'hidden' : faint ? 'faint' : null);
  return { unseen, silent: outer.silent, struck, colour, ground };
}

/** Has comments or written-out characters, which may stand within the name of what hides. */
function isVeiled(style: string): boolean {
  return /\\|\/\*/.test(style) && /\\|\/\*/.test(style.replace(/"[^"]*"|'[^']*'/g, ''));
}

/** Of one element: more is looked through again and again. */
const mostClasses = 30;

function sheetStyles(
  name: string,
  { class: classes = '', id = '' }: Readonly<Record<string, string>>,
  sheet: StyleSheet,
): string[] {
  const names = [
    ...classes
      .split(/\s+/)
      .filter(Boolean)
      .map((it) => `.${it}`),
    ...(id === '' ? [] : [`#${id}`]),
  ];
  if (names.length > mostClasses) return ['display:none'];
  const keys = [name, ...names.flatMap((it) => [it.toLowerCase(), `${name}${it}`.toLowerCase()])];
  return keys.flatMap((key) => sheet.get(key) ?? []);
}

type Values = (property: string) => string;
const known = new Map<string, Values>();
/** So many lists of declarations are remembered; then all are forgotten. */
const mostKnown = 1000;

/** What declarations say of a property. Most elements have none, or those of many others: a letter may have 200,000. */
function valuesIn(style: string): Values {
  const found = known.get(style);
  if (found) return found;
  const lower = style.toLowerCase();
  const values = new Map<string, string>();
  const made: Values = (property) => {
    const value = values.get(property) ?? (lower.includes(property) ? lastValue(style, property) : '');
    values.set(property, value);
    return value;
  };
  if (known.size >= mostKnown) known.clear();
  known.set(style, made);
  return made;
}

/** Whether declarations take words out of sight. */
function isHidden(value: Values): boolean {
  const cut = /hidden|clip/.test(value('overflow'));
  return (
    value('display') === 'none' ||
    /^(?:hidden|collapse)$/.test(value('visibility')) ||
    value('content-visibility') === 'hidden' ||
    value('mso-hide') === 'all' ||
    (cut && ['height', 'max-height', 'width', 'max-width'].some((side) => isSmall(value(side)))) ||
    ['text-indent', 'left', 'top', 'right', 'bottom', 'margin-left', 'margin-top', 'margin'].some((side) =>
      /^-\d{3,}/.test(value(side)),
    ) ||
    /^-(?:[1-9]|0?\.[5-9])\d*(?:\.\d+)?r?em|^-(?:[3-9]|\d{2})/.test(value('letter-spacing')) ||
    /scale|translate|rotate|skew|matrix|perspective/.test(value('transform')) ||
    ['clip', 'clip-path', 'mask', 'mask-image', '-webkit-text-fill-color'].some(
      (property) => !/^(?:|auto|none|inherit|initial)$/.test(value(property)),
    )
  );
}

/** Whether declarations make words too pale or too small, whatever their colour. */
function isFaint(value: Values): boolean {
  const [, fontSize = ''] =
    /(?:^|\s)((?:\d+(?:\.\d+)?|\.\d+)(?:px|pt|em|rem|%)?)(?:\s*\/|\s)/.exec(value('font')) ?? [];
  return (
    ['opacity', 'zoom'].some((it) => value(it) !== '' && numberOf(value(it)) < faintest) ||
    isTiny(value('font-size')) ||
    isTiny(/^0$/.test(fontSize) ? '0px' : fontSize) ||
    /opacity|blur|brightness|contrast/.test(value('filter'))
  );
}

/** Less of it is as good as nothing. */
const faintest = 0.25;

/** `0.5`, `50%`; 1 where it is no number. */
function numberOf(text: string): number {
  const number = Number.parseFloat(text);
  return Number.isNaN(number) ? 1 : number / (text.endsWith('%') ? 100 : 1);
}

/** Less than a line of letters is high. */
function isSmall(size: string): boolean {
  return /^(?:\d*\.)?\d+(?:px|pt|%)?$/.test(size) && Number.parseFloat(size) < 5;
}

/** The value that counts: the last one, or the last that is important. */
function lastValue(style: string, property: string): string {
  const values = [...style.matchAll(new RegExp(`(?:^|[;\\s])${property}\\s*:\\s*([^;]*)`, 'gi'))].map(
    ([, value = '']) => value,
  );
  const counts = values.findLast((value) => /!\s*important/i.test(value)) ?? values.at(-1) ?? '';
  return counts
    .replace(/!\s*important/i, '')
    .trim()
    .toLowerCase();
}

function isTiny(size: string): boolean {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?|\.\d+)\s*(px|pt|em|rem|%|)$/.exec(size) ?? [];
  if (number === '') return false;
  const points = Number(number) * ({ px: 0.75, pt: 1, em: 12, rem: 12, '%': 0.12 }[unit] ?? 1);
  return points < 3;
}

const named: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  red: '#ff0000',
  blue: '#0000ff',
  yellow: '#ffff00',
  snow: '#fffafa',
  ivory: '#fffff0',
  whitesmoke: '#f5f5f5',
  aliceblue: '#f0f8ff',
  azure: '#f0ffff',
  floralwhite: '#fffaf0',
  ghostwhite: '#f8f8ff',
  honeydew: '#f0fff0',
  lavenderblush: '#fff0f5',
  mintcream: '#f5fffa',
  oldlace: '#fdf5e6',
  seashell: '#fff5ee',
  navy: '#000080',
  gray: '#808080',
  green: '#008000',
  transparent: '',
};

/** A colour that is worked out by some function which is not known here. */
function isUnknown(words: string): boolean {
  return words.includes('(') && colourOf(words) === null;
}

/** `#rrggbb`; '' for no colour at all; null where nothing known is said. */
function colourOf(words: string): string | null {
  const text = words.trim().toLowerCase();
  const [, hex] = /^#([0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/.exec(text) ?? [];
  if (hex) {
    const long = hex.length < 6 ? hex.replace(/./g, '$&$&') : hex;
    const alpha = long.length === 8 ? Number.parseInt(long.slice(6), 16) / 255 : 1;
    return alpha < faintest ? '' : `#${long.slice(0, 6)}`;
  }
  const rgb = /^rgba?\(\s*([\d.]+%?)[\s,]+([\d.]+%?)[\s,]+([\d.]+%?)(?:[\s,/]+([\d.]+%?))?\s*\)/.exec(text);
  if (rgb) {
    if (rgb[4] !== undefined && numberOf(rgb[4]) < faintest) return '';
    return `#${rgb
      .slice(1, 4)
      .map((part) => (part.endsWith('%') ? numberOf(part) * 255 : Number(part)))
      .map((part) =>
        Math.min(255, Math.round(part || 0))
          .toString(16)
          .padStart(2, '0'),
      )
      .join('')}`;
  }
  return named[text.split(/\s+/)[0] ?? ''] ?? null;
}

/** Letters in nearly the colour of their ground; a transparent letter is nowhere seen. */
function isNear(colour: string, ground: string): boolean {
  if (colour === '') return true;
  const below = ground === '' ? '#ffffff' : ground;
  const parts = (text: string): number[] =>
    [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16));
  const others = parts(below);
  return parts(colour).every((part, index) => Math.abs(part - (others[index] ?? 0)) < 24);
}
