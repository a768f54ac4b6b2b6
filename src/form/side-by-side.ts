import { fold } from '../text/fold.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { columnKind } from './headings.ts';

/**
 * The tables of a sheet that stand side by side, `STT | Họ và tên | … | STT | Họ và tên | …`, as grids of their own, left to right. The first
 * has all that stands above them; the titles straight above are each table's. Where a cell reaches from one into the next, all stays one.
 */
export function apartFromSide(grid: Grid): Grid[] {
  if (grid.name === undefined) return [grid];
  const { words: _, ...bare } = grid;
  for (const [index, line] of grid.lines.entries()) {
    const starts = startsOf(line);
    if (starts.length < 2) continue;
    const top = isTitles(grid.lines[index - 1], line, starts) ? index - 1 : index;
    const tables = grid.lines.slice(top);
    if (tables.some(({ cells }) => cells.some((cell) => reachesOver(cell, starts)))) return [grid];
    return starts.map((from, at) => {
      const to = starts[at + 1] ?? Number.POSITIVE_INFINITY;
      const isOwn = ({ column }: Cell): boolean => (at === 0 || column >= from) && column < to;
      const own = tables.flatMap((one): Line[] => {
        const cells = one.cells.filter(isOwn);
        return cells.length > 0 ? [{ ...one, cells }] : [];
      });
      return at === 0 ? { ...grid, lines: [...grid.lines.slice(0, top), ...own] } : { ...bare, lines: own };
    });
  }
  return [grid];
}

/** Columns at which a heading begins again; each part has one of names. */
function startsOf({ cells: [first, ...others], unseen }: Line): number[] {
  if (!first || unseen !== null || columnKind(first.text) === null) return [];
  const again = others.filter(({ text }) => fold(text) === fold(first.text));
  const starts = [first, ...again].map(({ column }) => column);
  const areNamed = starts.every((from, at) =>
    [first, ...others].some(({ column, text }) => {
      const isOwn = column >= from && column < (starts[at + 1] ?? Number.POSITIVE_INFINITY);
      return isOwn && columnKind(text) === 'fullName';
    }),
  );
  return areNamed ? starts : [];
}

/** Whether a line straight above has words over more than one of the tables. */
function isTitles(above: Line | undefined, line: Line, starts: readonly number[]): boolean {
  if (!above || above.row < line.row - 1) return false;
  const over = above.cells.map(({ column }) => starts.findLastIndex((start) => start <= column));
  return new Set(over).size > 1 && !above.cells.some((cell) => reachesOver(cell, starts));
}

const reachesOver = ({ column, lastColumn }: Cell, starts: readonly number[]): boolean =>
  starts.some((start) => column < start && lastColumn >= start);
