import { numeral } from './pdf-heads.ts';
import { type Piece, spaceGap } from './pdf-words.ts';
import { Unreadable } from './unreadable.ts';

type Line = readonly Piece[];
/** What stands of a line in each column. */
type Cells = readonly (Piece | null)[];
/** A column's heading, from left to right. */
export type Head = { left: number; right: number; isNumber: boolean };

/** Narrower than this, in points, is no space between columns. */
const narrowest = 1.2;
/** Between words that are no further from each other than those of a sentence. */
const apart = 3;
/** Wider apart stand words of two cells; as in piecesOf. */
const widest = 0.6;
/** How far the ends of a column's lines may be from each other, in points, and their middles, where spaces hang over. */
const nearEnds = 1;
const nearMiddles = 2.5;
/** More ways to set a table's columns are not tried. */
const mostWays = 500;

/**
 * The edges of the columns below `heads`, and what of each line stands in which: in the white spaces that no line crosses. Throws
 * Unreadable where there is no such way, or more than one.
 */
export function columnsBelow(
  pages: readonly (readonly Line[])[],
  heads: readonly Head[],
): { edges: number[]; pages: Cells[][] } {
  const pieces = pages.flat(2);
  const parts = pieces.flatMap((piece) => (piece.parts.length > 0 ? piece.parts : [piece]));
  for (const [some, least] of [
    [pieces, apart],
    [parts, narrowest],
  ] as const) {
    const gutters = heads.slice(1).map((head, index) => {
      const free = freeBetween(some, heads[index]?.right ?? 0, head.left, least);
      return free.map(({ from, to }) => (from + to) / 2);
    });
    if (gutters.reduce((ways, { length }) => ways * length, 1) > mostWays) break;
    const ends = [
      Math.min(...pieces.map(({ left }) => left)) - 1,
      Math.max(...pieces.map(({ right }) => right)) + 1,
    ];
    const number = heads.findIndex(({ isNumber }) => isNumber);
    const [only, more] = waysThrough(gutters).flatMap((inner) => {
      const edges = [ends[0] ?? 0, ...inner, ends[1] ?? 0];
      const cells = pages.map((lines) => lines.map((line) => cellsAt(line, edges)));
      return cells.every(isWhole) && isStraight(cells.flat(), number) ? [{ edges, pages: cells }] : [];
    });
    if (more) break;
    if (only) return only;
  }
  throw new Unreadable('columns without lines that run into each other');
}

function isWhole(lines: readonly (Cells | null)[]): lines is Cells[] {
  return lines.every((line) => line !== null);
}

/** Whether rows are numbered in the column of numbers, and have their words below each other where they begin. */
function isStraight(lines: readonly Cells[], number: number): boolean {
  const numbered = lines.filter((line) => numeral.test(line[number]?.text ?? ''));
  const isHidden = lines.some((line) => line[number]?.parts.some(({ text }) => numeral.test(text)));
  const columns = (numbered[0] ?? []).map((_, column) => numbered.map((line) => line[column] ?? null));
  return (
    numbered.length > 0 &&
    !isHidden &&
    columns.every((cells, at) => isAligned(cells.flatMap((cell) => cell ?? [])) && !isSwallowed(columns, at))
  );
}

/** Whether a column is blank beside one whose words were painted in parts: some of them may be its own. */
function isSwallowed(columns: readonly Cells[], at: number): boolean {
  const isBlank = columns[at]?.every((cell) => cell === null) ?? false;
  const beside = [columns[at - 1], columns[at + 1]].flatMap((cells) => cells ?? []);
  return isBlank && beside.some((cell) => cell !== null && cell.parts.length > 0);
}

function waysThrough(gutters: readonly (readonly number[])[]): number[][] {
  return gutters.reduce<number[][]>(
    (ways, free) => ways.flatMap((way) => free.map((at) => [...way, at])),
    [[]],
  );
}

function freeBetween(
  pieces: readonly Piece[],
  from: number,
  to: number,
  least: number,
): { from: number; to: number }[] {
  const free: { from: number; to: number }[] = [];
  let at = from;
  for (const { left, right } of pieces.toSorted((a, b) => a.left - b.left)) {
    if (right <= at) continue;
    if (left >= to) break;
    if (left > at) free.push({ from: at, to: left });
    at = Math.max(at, right);
  }
  if (at < to) free.push({ from: at, to });
  return free.filter((gap) => gap.to - gap.from > least);
}

/** What of a line stands in each column; null where one has words apart from each other, or some go across an edge. */
function cellsAt(line: Line, edges: readonly number[]): Cells | null {
  const crosses = ({ left, right }: Piece): boolean => edges.some((edge) => left < edge && right > edge);
  const pieces = line.flatMap((piece) => (crosses(piece) ? piece.parts : [piece]));
  if (pieces.some(crosses) || line.some((piece) => crosses(piece) && piece.parts.length === 0)) return null;
  const cells = edges.slice(1).map((to, column): Piece | null | undefined => {
    const own = pieces.filter(({ left, right }) => left < to && right > (edges[column] ?? 0));
    return own.reduce<Piece | null | undefined>(
      (whole, piece) => (whole === null ? piece : joined(whole, piece)),
      null,
    );
  });
  return cells.every((cell) => cell !== undefined) ? cells : null;
}

/** Words of one cell that were painted one by one; undefined where they stand too far apart. */
function joined(one: Piece | undefined, other: Piece): Piece | undefined {
  if (!one || one.struck !== other.struck || one.field !== null || other.field !== null) return undefined;
  const gap = (other.left - one.right) / one.size;
  if (gap > widest) return undefined;
  return {
    ...one,
    text: `${one.text}${gap > spaceGap ? ' ' : ''}${other.text}`,
    right: other.right,
    size: Math.max(one.size, other.size),
    cut: one.cut || other.cut,
    parts: [],
  };
}

/** Whether the lines of a column begin, end or have their middles below each other. */
export function isAligned(pieces: readonly Piece[]): boolean {
  const spread = (at: (piece: Piece) => number): number => {
    const places = pieces.map(at);
    return Math.max(...places) - Math.min(...places);
  };
  return (
    pieces.length < 2 ||
    spread(({ left }) => left) < nearEnds ||
    spread(({ right }) => right) < nearEnds ||
    spread(({ left, right }) => (left + right) / 2) < nearMiddles
  );
}
