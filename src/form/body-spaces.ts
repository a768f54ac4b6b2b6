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
    const end = lines.findIndex((line, at) => at > index && line.trim() === '');
    const table = lines.slice(index, end < 0 ? lines.length : end);
    const rows = table.map((line) => cellsBelow(headings, partsOf(line)));
    if (rows.every((row) => row !== null)) for (const [at, row] of rows.entries()) found.set(index + at, row);
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
 * number of them, none of that table is.
 */
export function semicolonCells(lines: readonly string[]): ReadonlyMap<number, string[]> {
  const found = new Map<number, string[]>();
  for (let index = 0; index < lines.length; index += 1) {
    const headings = atSemicolons(lines[index] ?? '');
    if (!areHeadings(headings.map((text) => ({ text })))) continue;
    const end = lines.findIndex((line, at) => at > index && !line.includes(';'));
    const rows = lines.slice(index, end < 0 ? lines.length : end).map(atSemicolons);
    if (rows.every((row) => row.length === headings.length))
      for (const [at, row] of rows.entries()) found.set(index + at, row);
    index += rows.length;
  }
  return found;
}

const atSemicolons = (line: string): string[] => line.replace(/;\s*$/, '').split(';');
