import { type Node, wordOf } from './docx-tree.ts';

type Level = { format: string; text: string; start: number };
type List = { id: string; levels: ReadonlyMap<number, Level> };

/** Counts the paragraphs that the program numbers by itself, in their order (ECMA-376 17.9). */
export class Numbering {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, number[]>();

  constructor(tree: Node | null) {
    const abstracts = new Map<string, List>();
    for (const node of tree?.children ?? []) {
      if (node.name === 'abstractNum') {
        const id = node.at.abstractNumId ?? '';
        const levels = node.children.filter(({ name }) => name === 'lvl').map(levelOf);
        abstracts.set(id, { id, levels: new Map(levels) });
      }
      const list = node.name === 'num' && abstracts.get(wordOf(node, 'abstractNumId') ?? '');
      if (list) this.#lists.set(node.at.numId ?? '', list);
    }
  }

  /** The number shown before a paragraph, such as `3.` or `II.`, or `-` for dots and dashes; '' where there is none. */
  next(properties: Node | undefined): string {
    const list = this.#lists.get(wordOf(properties, 'numId') ?? '');
    const depth = Number.parseInt(wordOf(properties, 'ilvl') ?? '0', 10);
    const level = list?.levels.get(depth);
    if (!list || !level || depth > 8) return '';
    const counts = this.#counts.get(list.id) ?? [];
    counts[depth] = (counts[depth] ?? level.start - 1) + 1;
    counts.length = depth + 1;
    this.#counts.set(list.id, counts);
    if (level.format === 'bullet') return '-';
    if (level.format === 'none') return '';
    return level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const { format = 'decimal', start = 1 } = list.levels.get(at) ?? {};
      return written(counts[at] ?? start, format);
    });
  }
}

function levelOf(node: Node): [number, Level] {
  const start = Number.parseInt(wordOf(node, 'start') ?? '1', 10);
  const level = {
    format: wordOf(node, 'numFmt') ?? 'decimal',
    text: (wordOf(node, 'lvlText') ?? '').slice(0, 100),
    start: start >= 0 ? start : 1,
  };
  return [Number.parseInt(node.at.ilvl ?? '0', 10), level];
}

const romans: readonly [number, string][] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function written(number: number, format: string): string {
  if (format.endsWith('Letter') && number >= 1 && number <= 26) {
    const letter = String.fromCharCode(64 + number);
    return format === 'upperLetter' ? letter : letter.toLowerCase();
  }
  if (!format.endsWith('Roman') || number < 1 || number > 39) return String(number);
  let rest = number;
  let roman = '';
  for (const [value, letters] of romans) {
    for (; rest >= value; rest -= value) roman += letters;
  }
  return format === 'upperRoman' ? roman : roman.toLowerCase();
}
