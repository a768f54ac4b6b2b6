import { asideOf, isCount } from './aside.ts';
import { columnKind } from './headings.ts';

/** Words of a line, and where they begin. */
type Part = { text: string; from: number };

/** People align by eye: words that begin so near to a heading stand below it. */
const near = 2;

/**
 * The cells of lines that runs of spaces part, below a line of headings that they part too: by the line's index, a cell for
 * each heading. Where one line below the headings cannot be told apart for certain, none of that table is.
 */
export function spacedCells(lines: readonly string[]): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>();
  for (let index = 0; index < lines.length; index += 1) {
    const headings = partsOf(lines[index] ?? '');
    if (!areHeadings(headings)) continue;
    const table = linesFrom(lines, index, (line) => line.trim() !== '');
    const rows = table.map((line) => cellsBelow(headings, partsOf(line)));
    const texts = headings.map(({ text }) => text);
    if (rows.every((row) => row !== null && !areWords(row, texts)))
      for (const [at, row] of rows.entries()) found.set(index + at, row ?? []);
    index += table.length;
  }
  return found;
}

function partsOf(line: string): Part[] {
  if (/[|\t]/.test(line)) return [];
  const words = line.normalize('NFC').replaceAll('\u00a0', ' ').trimEnd();
  return [...words.matchAll(/\S+(?: \S+)*/g)].map((part) => ({ text: part[0], from: part.index }));
}

function areHeadings(parts: readonly Pick<Part, 'text'>[]): boolean {
  const kinds = parts.map(({ text }) => columnKind(text));
  return parts.length > 2 && kinds.every((kind) => kind !== null) && kinds.includes('fullName');
}

/** Words must begin below their heading: two spaces within a name, and a blank cell, would make half of it another's. */
function cellsBelow(headings: readonly Part[], parts: readonly Part[]): string[] | null {
  const below = headings.map(({ from }) => parts.filter((part) => Math.abs(part.from - from) <= near));
  const isCertain = below.flat().length === parts.length && below.every((some) => some.length < 2);
  return isCertain && parts.length > 0 ? below.map(([part]) => part?.text ?? '') : null;
}

/**
 * The cells of lines that semicolons part, below a line of headings that they part too: by the line's index. Where one line has another
 * number of them, or is no row, none of that table is.
 */
export function semicolonCells(lines: readonly string[]): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>();
  for (let index = 0; index < lines.length; index += 1) {
    const headings = atSemicolons(lines[index] ?? '');
    if (!areHeadings(headings.map((text) => ({ text })))) continue;
    const rows = linesFrom(lines, index, (line) => line.includes(';')).map(atSemicolons);
    if (rows.every((row) => row.length === headings.length && !areWords(row, headings)))
      for (const [at, row] of rows.entries()) found.set(index + at, row);
    index += rows.length;
  }
  return found;
}

const atSemicolons = (line: string): string[] => line.replace(/;\s*$/, '').split(';');

/** The lines from one on as long as they go on. */
function linesFrom(
  lines: readonly string[],
  from: number,
  goesOn: (line: string) => boolean,
): readonly string[] {
  let end = from + 1;
  while (end < lines.length && goesOn(lines[end] ?? '')) end += 1;
  return lines.slice(from, end);
}

/** What stands in a column of numbers: one of a row, a group or a column, or its heading again. */
const number = /^\(?(?:\d{1,4}|[IVX]{1,6}|[A-ZĐ])?\)?[.,/)]*$/iu;

/** Whether a line's cells are no row below such headings but words of the letter: `Lưu ý | dòng 2 | chưa làm`. */
export function areWords(cells: readonly string[], headings: readonly string[]): boolean {
  const texts = cells.map((cell) => cell.trim());
  if (texts.every((text) => text === '' || columnKind(text) !== null)) return false;
  const at = headings.findIndex((heading) => columnKind(heading.trim()) === 'number');
  const [first = '', ...more] = texts.filter((text) => text !== '' && !isCount(text));
  return (more.length > 0 && !number.test(texts[at] ?? '')) || asideOf(first, true)?.is === 'end';
}
