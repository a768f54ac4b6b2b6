import type { Piece } from './pdf-words.ts';

/** Words of a table at one height of a page. */
export type Level = {
  page: number;
  at: number;
  cells: { column: number; piece: Piece }[];
  /** The number of a row is among them. */
  isNumbered: boolean;
};

/** Index of the level that begins a row. */
export type Cut = number;

/** Where a column's cells stand within their rows. */
type Alignment = 'top' | 'middle' | 'bottom';
const alignments: readonly Alignment[] = ['top', 'middle', 'bottom'];

/** The lines of a column's cell in a row. */
type Stack = { column: number; first: number; last: number };
/** A row as it may be: null where it cannot be one. */
type Row = { stacks: readonly Stack[]; isBroken: boolean };

/** More columns than these are not tried: each may be aligned in three ways. */
const mostColumns = 8;
/** Where there are more ways to part rows than these, no more are looked for. */
export const mostReadings = 40;
/** How far lines that are aligned may be from each other, in points: fonts differ. */
const slack = 1.6;

/**
 * The ways in which levels may be rows, each with one number: `between` has, for each two numbers, the cuts that may
 * part them. Lines of a cell follow each other; cells of a column stand all at the top of their rows, in the middle or at the
 * bottom. Where rows are `spaced`, all of them are further from each other than the lines of any cell.
 */
export function readingsOf(
  levels: readonly Level[],
  between: readonly (readonly Cut[])[],
  spaced: boolean,
): (readonly Cut[])[] {
  const columns = [...new Set(levels.flatMap(({ cells }) => cells.map(({ column }) => column)))];
  if (columns.length > mostColumns) return [];
  const pitch = Math.min(...gapsOf(levels));
  const cuts = between.map((some) => some.filter((at) => mayPart(levels, at, spaced ? 1.25 * pitch : 0)));
  const known = new Map<string, Row | null>();
  const rowAt = (from: number, to: number): Row | null => {
    const key = `${from} ${to}`;
    const row = known.has(key) ? (known.get(key) ?? null) : rowOf(levels.slice(from, to), pitch, spaced);
    known.set(key, row);
    return row;
  };
  const hasOneWay = cuts.every(({ length }) => length < 2);
  const found = new Map<string, readonly Cut[]>();
  for (const aligned of choices(columns)) {
    const fails = new Set<string>();
    const walk = (index: number, from: number, made: readonly Cut[]): boolean => {
      if (fails.has(`${index} ${from}`) || found.size > mostReadings) return false;
      const ends = index < cuts.length ? (cuts[index] ?? []) : [levels.length];
      let fits = false;
      for (const to of ends) {
        const row = rowAt(from, to);
        if (!row || !stands(row, aligned)) continue;
        if (index === cuts.length) found.set(made.join(' '), made);
        fits = index === cuts.length || walk(index + 1, to, [...made, to]) || fits;
      }
      if (!fits) fails.add(`${index} ${from}`);
      return fits;
    };
    walk(0, 0, []);
    if (found.size > mostReadings || (found.size > 0 && hasOneWay)) break;
  }
  return [...found.values()];
}

/** Whether no lines of a cell are further apart than two rows are, by a factor. */
export function isSpaced(levels: readonly Level[], cuts: readonly Cut[], limit: number): boolean {
  const ends = [0, ...cuts, levels.length];
  const within = ends.slice(1).flatMap((end, index) => gapsOf(levels.slice(ends[index], end)));
  const across = cuts.flatMap((at) => gapsAcross(levels, at));
  return within.length === 0 || across.length === 0 || Math.max(...within) < limit * Math.min(...across);
}

function* choices(columns: readonly number[]): Generator<ReadonlyMap<number, Alignment>> {
  for (let choice = 0; choice < alignments.length ** columns.length; choice += 1) {
    yield new Map(
      columns.map((column, index) => [
        column,
        alignments[Math.floor(choice / alignments.length ** index) % alignments.length] ?? 'top',
      ]),
    );
  }
}

/** Gaps between words below each other in a column of a page. */
function gapsOf(levels: readonly Level[]): number[] {
  const last = new Map<string, number>();
  return levels.flatMap(({ page, at, cells }) =>
    cells.flatMap(({ column }) => {
      const above = last.get(`${page} ${column}`);
      last.set(`${page} ${column}`, at);
      return above === undefined ? [] : [at - above];
    }),
  );
}

/** Of these, those that a cut is within. */
function gapsAcross(levels: readonly Level[], at: Cut): number[] {
  const page = levels[at]?.page;
  const above = levels.slice(0, at).filter((level) => level.page === page);
  const below = levels.slice(at).filter((level) => level.page === page);
  const has = (column: number) => (level: Level) => level.cells.some((cell) => cell.column === column);
  const columns = new Set(above.flatMap(({ cells }) => cells.map(({ column }) => column)));
  return [...columns].flatMap((column) => {
    const [last, next] = [above.findLast(has(column)), below.find(has(column))];
    return last && next ? [next.at - last.at] : [];
  });
}

function mayPart(levels: readonly Level[], at: Cut, least: number): boolean {
  const [above, below] = [levels[at - 1], levels[at]];
  if (!above || !below) return false;
  if (above.page !== below.page) return true;
  const size = Math.max(...[...above.cells, ...below.cells].map(({ piece }) => piece.size));
  return below.at - above.at > 0.8 * size && gapsAcross(levels, at).every((gap) => gap > least);
}

/** Levels as a row; null where a cell of it has holes. A blank line may be one where rows are not plainly apart. */
function rowOf(levels: readonly Level[], pitch: number, spaced: boolean): Row | null {
  const isOneCell = (gap: number): boolean =>
    spaced ? gap < 1.12 * pitch : gap < 1.25 * pitch || (gap > 1.7 * pitch && gap < 2.3 * pitch);
  if (!gapsOf(levels).every(isOneCell)) return null;
  const pages = new Set(levels.map(({ page }) => page));
  const page = levels.find((level) => level.isNumbered)?.page ?? -1;
  if (pages.size > 2 || levels[0]?.page !== page) return null;
  const stacks = new Map<number, Stack>();
  for (const { at, cells } of levels.filter((level) => level.page === page)) {
    for (const { column } of cells)
      stacks.set(column, { column, first: stacks.get(column)?.first ?? at, last: at });
  }
  return { stacks: [...stacks.values()], isBroken: pages.size > 1 };
}

/** Whether a row's cells stand as their columns are aligned. Its height is that of its words, or more. */
function stands({ stacks, isBroken }: Row, aligned: ReadonlyMap<number, Alignment>): boolean {
  const own = (alignment: Alignment, at: (stack: Stack) => number): number[] =>
    stacks.filter(({ column }) => aligned.get(column) === alignment).map(at);
  const tops = own('top', ({ first }) => first);
  const middles = own('middle', ({ first, last }) => (first + last) / 2);
  const bottoms = own('bottom', ({ last }) => last);
  // What overleaf goes on began above: only cells at the top are broken so.
  if (isBroken && tops.length < stacks.length) return false;
  if (
    ![tops, middles, bottoms].every(
      (places) => Math.max(...places) - Math.min(...places) < slack || places.length < 2,
    )
  )
    return false;
  const highest = Math.min(...stacks.map(({ first }) => first));
  const lowest = Math.max(...stacks.map(({ last }) => last));
  const [top, middle, bottom] = [tops[0], middles[0], bottoms[0]];
  if (top !== undefined && top > highest + slack) return false;
  if (bottom !== undefined && bottom < lowest - slack) return false;
  if (top !== undefined && middle !== undefined && 2 * middle - top < lowest - slack) return false;
  return bottom === undefined || middle === undefined || 2 * middle - bottom < highest + slack;
}
