import type { Cell, Grid, Line } from './grid.ts';
import { headingAt } from './layout.ts';

/**
 * Whether some cell below a heading belongs to none of its columns, and does not span some of them from edge to
 * edge: words that moved to another column may say something else there. Lines outside tables are not looked at.
 */
export function hasStrayCells(grid: Grid, isOutside: (line: Line) => boolean): boolean {
  let heading: readonly Cell[] = [];
  for (let index = 0; index < grid.lines.length; index += 1) {
    const line = grid.lines[index];
    if (!line || isOutside(line)) continue;
    const next = headingAt(grid, index)?.next;
    if (next !== undefined) {
      heading = grid.lines.slice(index, next).flatMap(({ cells }) => cells);
      index = next - 1;
    } else if (heading.length > 0 && !line.cells.every((cell) => fits(heading, cell))) return true;
  }
  return false;
}

function fits(heading: readonly Cell[], { column, lastColumn }: Cell): boolean {
  const within = heading.some((it) => it.column <= column && it.lastColumn >= lastColumn);
  return (
    within ||
    (heading.some((it) => it.column === column) && heading.some((it) => it.lastColumn === lastColumn))
  );
}
