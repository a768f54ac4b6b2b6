import { isActionPhrase, isNameLike } from './aside.ts';
import type { Cell, Line } from './grid.ts';
import type { Layout } from './layout.ts';

/**
 * The lines of people who share one row of a table, where it is certain what is whose: as many numbers as full names, each on a line of its
 * own, or in a table without numbers as many wishes; all else one for each of them, or the same for all. Any other line is itself: a name,
 * a unit or a wish may be broken over lines.
 */
export function apart(layout: Layout, line: Line): readonly Line[] {
  const cellsOf = (kind: string): Cell[] =>
    line.cells.filter(({ column }) =>
      layout.slots.some((slot) => slot.kind === kind && column >= slot.from && column <= slot.to),
    );
  const [names, more] = cellsOf('fullName');
  const people = linesOf(names);
  if (!names || more || people.length < 2 || !people.every(isNameLike)) return [line];
  const isNumbered = layout.slots.some(({ kind }) => kind === 'number');
  const [number] = cellsOf('number');
  const wishes = cellsOf('wish');
  const counted = linesOf(isNumbered ? number : wishes[0]);
  if (counted.length !== people.length) return [line];
  if (isNumbered ? !areNumbers(counted) : !people.every(isLong)) return [line];
  const units = new Set(cellsOf('unit'));
  const isShared = (cell: Cell): boolean => linesOf(cell).length === 1;
  const isEach = (cell: Cell): boolean => linesOf(cell).length === people.length && !units.has(cell);
  if (!line.cells.every((cell) => isShared(cell) || isEach(cell))) return [line];
  if (!wishes.every((cell) => isShared(cell) || linesOf(cell).every(isActionPhrase))) return [line];
  return people.map((_, at) => ({
    ...line,
    cells: line.cells.map((cell) => (isShared(cell) ? cell : { ...cell, text: linesOf(cell)[at] ?? '' })),
  }));
}

const linesOf = (cell: Cell | undefined): string[] => cell?.text.split('\n') ?? [];

/** Nobody's name is broken into two of three words. */
const isLong = (name: string): boolean => name.split(' ').length > 2;

function areNumbers(lines: readonly string[]): boolean {
  const numbers = lines.map((line) => Number(/^\(?0*(\d{1,4})\)?[.,)]?$/.exec(line)?.[1]));
  return numbers.every((number, at) => number === (numbers[0] ?? 0) + at);
}
