import { asideOf } from './aside.ts';
import { columnKind } from './headings.ts';
import { numeral } from './pdf-heads.ts';
import type { Rule } from './pdf-seen.ts';
import type { Piece } from './pdf-words.ts';
import { Unreadable } from './unreadable.ts';

type Lines = readonly (readonly Piece[])[];

/** A table without upright lines: its rows of cells, by the columns that white space makes. */
export type Columns = {
  /** The columns' edges, left to right. */
  edges: readonly number[];
  /** Index of the table's first line, and of the first one below it. */
  first: number;
  end: number;
  /** The heading's row, then the others: the pieces of each column. */
  rows: readonly (readonly (readonly Piece[])[])[];
};

/**
 * Finds a numbered table without upright lines among a page's lines; null where there is no heading of one.
 * Throws Unreadable where it cannot be told for certain which words stand in which row and column.
 */
export function columnsOf(lines: Lines, rules: readonly Rule[]): Columns | null {
  const headed = headedLines(lines);
  if (!headed) return null;
  const { heading, isNumber } = headed;
  const [body = 0] = headed.rows;
  const first = headingStart(lines, heading, body);
  const end = bodyEnd(lines, body);
  const edges = gutters(lines.slice(first, end), lines[heading] ?? []);
  const groups = rowGroups(lines.slice(body, end), isNumber, rules);
  const rows = [lines.slice(first, body), ...groups].map((group) => {
    const pieces = group.flat();
    return edges
      .slice(1)
      .map((right, column) =>
        pieces.filter((piece) => piece.left >= (edges[column] ?? 0) && piece.left < right),
      );
  });
  return { edges, first, end, rows };
}

/** A heading that numbers people, and the lines below it that bear a number; null where there are none. */
export function headedLines(
  lines: Lines,
): { heading: number; rows: readonly number[]; isNumber: (piece: Piece) => boolean } | null {
  const heading = lines.findIndex(isHeading);
  const number = lines[heading]?.find((piece) => columnKind(piece.text) === 'number');
  if (!number) return null;
  const isNumber = (piece: Piece): boolean =>
    numeral.test(piece.text) && piece.right > number.left - 6 && piece.left < number.right + 6;
  const rows = [...lines.keys()].filter((index) => index > heading && lines[index]?.some(isNumber));
  return rows.length > 0 ? { heading, rows, isNumber } : null;
}

/** Where the heading of a numbered table without lines begins; Infinity where there is none. */
export function tableTop(lines: Lines): number {
  const headed = headedLines(lines);
  const first = headed && lines[headingStart(lines, headed.heading, headed.rows[0] ?? 0)];
  return first?.[0]?.middle ?? Infinity;
}

function isHeading(line: readonly Piece[]): boolean {
  const kinds = line.map(({ text }) => columnKind(text));
  return (
    line.length >= 3 &&
    kinds.includes('number') &&
    kinds.some((kind) => kind === 'fullName' || kind === 'given')
  );
}

/** Headings of two lines begin above the line that has most of them. */
function headingStart(lines: Lines, heading: number, body: number): number {
  const columns = [...(lines[heading] ?? []), ...lines.slice(heading + 1, body).flat()];
  let first = heading;
  while (first > 0) {
    const above = lines[first - 1] ?? [];
    const gap = (lines[first]?.[0]?.middle ?? 0) - (above[0]?.middle ?? 0);
    const size = above[0]?.size ?? 0;
    const fits = above.every((piece) => columns.filter((column) => overlaps(piece, column)).length === 1);
    if (gap > 1.6 * size || !fits || above.some(({ text }) => text.includes(':') && above.length === 1))
      break;
    first -= 1;
  }
  return first;
}

function overlaps(a: Piece, b: Piece): boolean {
  return a.left < b.right && a.right > b.left;
}

/** The table ends where somebody signs, or at a gap that is wider than any of its rows. */
function bodyEnd(lines: Lines, body: number): number {
  let pitch = 0;
  for (let index = body; index < lines.length; index += 1) {
    const [first] = lines[index] ?? [];
    const texts = (lines[index] ?? []).map(({ text }) => text);
    if (
      asideOf(texts[0] ?? '', texts.length === 1)?.is === 'end' ||
      asideOf(texts[0] ?? '', true)?.is === 'end'
    )
      return index;
    const gap = (first?.middle ?? 0) - (lines[index - 1]?.[0]?.middle ?? 0);
    if (index > body && gap > Math.max(2.2 * pitch, 2 * (first?.size ?? 0)) && pitch > 0) return index;
    if (index > body) pitch = Math.max(pitch, gap);
  }
  return lines.length;
}

/** The white space between neighbouring headings that no line crosses. */
function gutters(lines: Lines, heading: readonly Piece[]): number[] {
  const pieces = lines.flat();
  const edges = [Math.min(...pieces.map(({ left }) => left)) - 1];
  const columns = heading.toSorted((a, b) => a.left - b.left);
  for (const [index, column] of columns.entries()) {
    const next = columns[index + 1];
    if (!next) break;
    const from = (column.left + column.right) / 2;
    const to = (next.left + next.right) / 2;
    const free = freeBetween(pieces, from, to);
    const [only, more] = free;
    if (!only || more) throw new Unreadable('columns without lines that run into each other');
    edges.push((only.from + only.to) / 2);
  }
  edges.push(Math.max(...pieces.map(({ right }) => right)) + 1);
  return edges;
}

function freeBetween(pieces: readonly Piece[], from: number, to: number): { from: number; to: number }[] {
  const free: { from: number; to: number }[] = [];
  let at = from;
  for (const { left, right } of pieces.toSorted((a, b) => a.left - b.left)) {
    if (right <= at) continue;
    if (left >= to) break;
    if (left > at) free.push({ from: at, to: left });
    at = Math.max(at, right);
  }
  if (at < to) free.push({ from: at, to });
  return free.filter((gap) => gap.to - gap.from > 3);
}

/** Each line is a row where each has its number; else lines across the page or plainly wider gaps part the rows. */
function rowGroups(lines: Lines, isNumber: (piece: Piece) => boolean, rules: readonly Rule[]): Lines[] {
  const numbered = (group: Lines): boolean => group.flat().filter(isNumber).length === 1;
  const single = lines.map((line) => [line]);
  if (single.every(numbered)) return single;
  const middle = (line: readonly Piece[]): number => line[0]?.middle ?? 0;
  const parted = partAt(lines, (above, below) =>
    rules.some(({ at }) => at > middle(above) && at < middle(below)),
  );
  if (parted.length > 1 && parted.every(numbered)) return parted;
  const gaps = lines.slice(1).map((line, index) => middle(line) - middle(lines[index] ?? []));
  const least = Math.min(...gaps);
  if (gaps.some((gap) => gap > 1.15 * least && gap < 1.35 * least))
    throw new Unreadable('rows without lines that run into each other');
  const spaced = partAt(lines, (above, below) => middle(below) - middle(above) > 1.25 * least);
  if (spaced.length > 1 && spaced.every(numbered)) return spaced;
  throw new Unreadable('rows without lines that run into each other');
}

function partAt(
  lines: Lines,
  isParted: (above: readonly Piece[], below: readonly Piece[]) => boolean,
): (readonly Piece[])[][] {
  const groups: (readonly Piece[])[][] = [];
  for (const [index, line] of lines.entries()) {
    const above = lines[index - 1];
    if (above && !isParted(above, line)) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups;
}
