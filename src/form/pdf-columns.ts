import { asideOf } from './aside.ts';
import { columnKind } from './headings.ts';
import { columnsBelow, type Head } from './pdf-gutters.ts';
import { numeral } from './pdf-heads.ts';
import { rowsOf } from './pdf-rows.ts';
import type { Rule } from './pdf-seen.ts';
import type { Piece } from './pdf-words.ts';
import { Unreadable } from './unreadable.ts';

type Line = readonly Piece[];
type Box = { left: number; right: number };
type Lines = readonly Line[];

/** What is written on a page outside drawn tables, and the lines across it. */
type Page = { lines: Lines; rules: readonly Rule[] };

/** A table without upright lines, or what of it stands on one page: its rows of cells, by the columns that white space makes. */
export type Columns = {
  /** The columns' edges, left to right: the same on each page. */
  edges: readonly number[];
  /** Index of the table's first line on the page, and of the first one below it. */
  first: number;
  end: number;
  /** The heading's row where it has one here, then the others: the pieces of each column. What a page's end breaks off a row comes first on the next. */
  rows: readonly (readonly (readonly Piece[])[])[];
};

/** A page's share of a table: from `first` to `heading` stands the first line of its heading that names columns. */
type Stretch = { page: number; first: number; heading: number | null; body: number; end: number };

/**
 * Finds the numbered tables without upright lines in a document; null for a page that has none. Throws Unreadable where it cannot
 * be told for certain which words stand in which row and column.
 */
export function columnsOf(pages: readonly Page[]): (Columns | null)[] {
  const found: (Columns | null)[] = pages.map(() => null);
  for (const stretches of tablesOf(pages)) {
    for (const [index, columns] of tableOf(pages, stretches).entries()) {
      const stretch = stretches[index];
      if (stretch) found[stretch.page] = columns;
    }
  }
  return found;
}

function tablesOf(pages: readonly Page[]): Stretch[][] {
  const tables: Stretch[][] = [];
  let open: Stretch[] | null = null;
  for (const [page, { lines }] of pages.entries()) {
    const headed = headedLines(lines);
    if (headed) {
      const [body = 0] = headed.rows;
      const first = headingStart(lines, headed.heading, body);
      const stretch = { page, first, heading: headed.heading, body, end: bodyEnd(lines, body, headed.rows) };
      if (open && isSameHeading(pages, open[0], stretch)) open.push(stretch);
      else {
        open = [stretch];
        tables.push(open);
      }
    } else if (open) {
      const [top] = open;
      const rows = numberedLines(lines, -1, pages[top?.page ?? 0]?.lines[top?.heading ?? 0] ?? []);
      const end = bodyEnd(lines, 0, rows);
      if (end > 0) open.push({ page, first: 0, heading: null, body: 0, end });
    }
    const last: Stretch | undefined = open?.at(-1);
    if (last && (last.page !== page || last.end < lines.length)) open = null;
  }
  return tables;
}

function isSameHeading(pages: readonly Page[], one: Stretch | undefined, other: Stretch): boolean {
  const words = ({ page, heading }: Stretch): string =>
    (pages[page]?.lines[heading ?? 0] ?? []).map(({ text }) => text).join('|');
  return one !== undefined && words(one) === words(other);
}

function tableOf(pages: readonly Page[], stretches: readonly Stretch[]): Columns[] {
  const [top] = stretches;
  if (!top) return [];
  const linesOf = ({ page, first, end }: Stretch): Lines => pages[page]?.lines.slice(first, end) ?? [];
  const heads = headsOf(pages[top.page]?.lines ?? [], top.first, top.heading ?? 0, top.body);
  const { edges, pages: cells } = columnsBelow(stretches.map(linesOf), heads);
  const parts = rowsOf(
    stretches.map(({ page, first, heading }, index) => ({
      lines: cells[index] ?? [],
      heading: heading === null ? null : heading - first,
      rules: pages[page]?.rules ?? [],
    })),
    heads.findIndex(({ isNumber }) => isNumber),
  );
  return stretches.map(({ first, end }, index) => ({ edges, first, end, rows: parts[index] ?? [] }));
}

/** The columns that a heading's lines name, above the first number: some of them stand between the lines of others. */
function headsOf(lines: Lines, first: number, heading: number, body: number): Head[] {
  const heads = headPieces(lines[heading] ?? []).map(({ text, left, right }) => ({
    ...{ left, right, isNumber: columnKind(text) === 'number' },
  }));
  for (const piece of lines.slice(first, body).flat()) {
    const [own, more] = heads.filter((head) => overlaps(head, piece));
    if (!own) heads.push({ left: piece.left, right: piece.right, isNumber: false });
    else if (!more)
      Object.assign(own, { left: Math.min(own.left, piece.left), right: Math.max(own.right, piece.right) });
  }
  return heads.toSorted((a, b) => a.left - b.left);
}

/** A heading that numbers people, and the lines below it that bear a number; null where there are none. */
export function headedLines(lines: Lines): { heading: number; rows: readonly number[] } | null {
  const heading = lines.findIndex((line) => isHeading(headPieces(line)));
  const rows = heading < 0 ? [] : numberedLines(lines, heading, lines[heading] ?? []);
  return rows.length > 0 ? { heading, rows } : null;
}

/** Indexes of the lines below `from` with a number below that of the heading. */
function numberedLines(lines: Lines, from: number, heading: Line): number[] {
  const heads = headPieces(heading);
  const at = heads.findIndex((piece) => columnKind(piece.text) === 'number');
  const left = (heads[at - 1]?.right ?? -Infinity) - 2;
  const right = (heads[at + 1]?.left ?? Infinity) + 2;
  const isNumber = (piece: Piece): boolean =>
    numeral.test(piece.text) && piece.left > left && piece.right < right;
  return [...lines.keys()].filter(
    (index) => index > from && lines[index]?.some((piece) => isNumber(piece) || piece.parts.some(isNumber)),
  );
}

/** Where the heading of a numbered table without lines begins; Infinity where there is none. */
export function tableTop(lines: Lines): number {
  const headed = headedLines(lines);
  const first = headed && lines[headingStart(lines, headed.heading, headed.rows[0] ?? 0)];
  return first?.[0]?.middle ?? Infinity;
}

/** A heading's pieces, narrow columns apart. */
function headPieces(line: Line): Line {
  const apart = line.flatMap((piece) => (piece.parts.length > 0 ? piece.parts : [piece]));
  return !isHeading(line) && apart.every(({ text }) => columnKind(text) !== null) ? apart : line;
}

function isHeading(line: Line): boolean {
  const kinds = line.map(({ text }) => columnKind(text));
  return (
    line.length >= 3 &&
    kinds.includes('number') &&
    kinds.some((kind) => kind === 'fullName' || kind === 'given')
  );
}

/** Headings of two lines begin above the line that has most of them. */
function headingStart(lines: Lines, heading: number, body: number): number {
  const columns = headsOf(lines, heading, heading, body);
  let first = heading;
  while (first > 0) {
    const above = lines[first - 1] ?? [];
    const gap = (lines[first]?.[0]?.middle ?? 0) - (above[0]?.middle ?? 0);
    const size = above[0]?.size ?? 0;
    const over = above.map((piece) => columns.filter((column) => overlaps(piece, column)));
    // Over the first column a label may stand, with what it says.
    const isField = above.length === 1 && above[0]?.text.includes(':') && over[0]?.[0] === columns[0];
    if (gap > 1.6 * size || over.some(({ length }) => length !== 1) || isField) break;
    first -= 1;
  }
  return first;
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left;
}

/** The table ends below its last number where somebody signs, or at a gap that is wider than any of its rows. */
function bodyEnd(lines: Lines, body: number, rows: readonly number[]): number {
  let pitch = 0;
  for (let index = body; index < lines.length; index += 1) {
    const gap = gapAbove(lines, index);
    const isLast = index > (rows.at(-1) ?? -1);
    if (isEnd(lines[index] ?? [], gap)) {
      if (!isLast) throw new Unreadable('rows below the end of a table');
      return index;
    }
    if (index === body) continue;
    if (isLast && gap > Math.max(2.2 * pitch, 2 * (lines[index]?.[0]?.size ?? 0)) && pitch > 0) return index;
    pitch = Math.max(pitch, gap);
  }
  return lines.length;
}

function gapAbove(lines: Lines, index: number): number {
  return index === 0 ? 0 : (lines[index]?.[0]?.middle ?? 0) - (lines[index - 1]?.[0]?.middle ?? 0);
}

/** Whether somebody signs here. In the midst of a cell's lines the same words, not all in capitals, may be those of its sentence: `Phó` over `Trưởng phòng`. */
function isEnd([first]: Line, gap: number): boolean {
  if (!first || asideOf(first.text, true)?.is !== 'end') return false;
  return gap > 1.4 * first.size || first.text === first.text.toUpperCase();
}
