import type { Cell } from './grid.ts';
import type { Area } from './xlsx-area.ts';
import type { Palette } from './xlsx-colours.ts';
import { type Painted, Sights } from './xlsx-conditions.ts';
import type { Run } from './xlsx-runs.ts';
import type { CellValue, Look, Sight } from './xlsx-sight.ts';
import { type Style, sizeOf } from './xlsx-styles.ts';

/** What a person who sees it reads in a cell. */
export type Words = Pick<Cell, 'text' | 'kind' | 'struck' | 'unsure'>;

export type SheetCell = Words & {
  /** Of words, the words; of a date, a tick or a number, its number. */
  value: CellValue;
  style: Style;
  /** Where they have looks of their own, the runs of its words; else none. */
  runs: readonly Run[];
};

export type Row = {
  hidden: boolean;
  /** Nothing of it is seen, although it is not hidden. */
  faint: boolean;
  level: number;
  collapsed: boolean;
  cells: Map<number, SheetCell>;
  /** Columns in which a formula's result is not stored. */
  unknown: Set<number>;
};

export type Sheet = {
  rows: Map<number, Row>;
  columns: { min: number; max: number; isHidden: boolean }[];
  merges: Area[];
  filter: Area | null;
  looseWords: string[];
  /** Of rows and columns that say nothing of their own; null where the program has its usual ones. */
  rowHeight: string | null;
  columnWidth: string | null;
  /** Rows of a group stand above the one that sums them up. */
  summaryBelow: boolean;
};

/** In points: letters are no smaller, and a row that was pushed together by hand is often not quite gone. */
export const leastHeight = 3;
/** In letters. */
export const leastWidth = 0.3;

/** Whether a height or width is that of something pushed together to be gone. */
export function isPushedTogether(size: string | undefined, least: number): boolean {
  return size !== undefined && Number(size) < least;
}

/** Rows of a group that is closed are gone in some programs, whatever the rows themselves say. */
export function hideRows({ rows, summaryBelow }: Sheet): void {
  for (const [number, { collapsed, level }] of rows) {
    if (!collapsed) continue;
    const step = summaryBelow ? -1 : 1;
    for (let at = number + step; (rows.get(at)?.level ?? 0) > level; at += step) {
      const row = rows.get(at);
      if (row) row.hidden = true;
    }
  }
}

export function hiddenColumns({ columns, columnWidth }: Sheet): { min: number; max: number }[] {
  const hidden = columns.filter(({ isHidden }) => isHidden);
  if (!isPushedTogether(columnWidth ?? undefined, leastWidth)) return hidden;
  // Those of which nothing is said.
  const gaps = columns
    .toSorted((a, b) => a.min - b.min)
    .map(({ min }, index, sorted) => ({ min: (sorted[index - 1]?.max ?? 0) + 1, max: min - 1 }));
  const rest = { min: Math.max(0, ...columns.map(({ max }) => max)) + 1, max: Number.POSITIVE_INFINITY };
  return [...hidden, ...gaps, rest];
}

/**
 * Takes out of the rows what nobody sees: letters in the colour of their ground, too small, or under a number format that shows
 * nothing. Rows in which nothing else has a letter are left whole, as `faint`; cells that may be seen are `unsure`.
 */
export function leaveOutUnseen({ rows }: Sheet, palette: Palette, painted: readonly Painted[]): void {
  const sights = new Sights(painted);
  const runLooks = new RunLooks(palette);
  for (const [number, row] of rows) {
    const unseen: number[] = [];
    let isRead = false;
    for (const [column, cell] of row.cells) {
      const looks = runLooks.of(cell);
      const sight = together(looks.map((look) => sights.of(look, cell.value, { row, number, column })));
      if (sight === 'unseen') unseen.push(column);
      else isRead ||= hasLetters(cell.value);
      if (sight === 'unsure') cell.unsure = true;
    }
    row.faint = !isRead && unseen.some((column) => hasLetters(row.cells.get(column)?.value ?? ''));
    if (!row.faint) for (const column of unseen) row.cells.delete(column);
  }
}

function hasLetters(value: CellValue): boolean {
  return typeof value === 'string' && /\p{L}/u.test(value);
}

/** Words of which only a part is seen say something else than all of them. */
function together(sights: readonly Sight[]): Sight {
  const [first = 'seen'] = sights;
  return sights.every((sight) => sight === first) ? first : 'unsure';
}

/** The looks of runs within a cell, one for each that there is. */
class RunLooks {
  readonly #palette: Palette;
  readonly #known = new Map<Look, Map<string, Look>>();

  constructor(palette: Palette) {
    this.#palette = palette;
  }

  of({ style, runs }: SheetCell): Look[] {
    const cell = style.look;
    const worded = runs.filter(({ text }) => /[\p{L}\p{N}]/u.test(text));
    if (worded.length === 0) return [cell];
    const known = this.#known.get(cell) ?? new Map<string, Look>();
    this.#known.set(cell, known);
    return worded.map(({ styled, look: { colour, size } }) => {
      if (!styled) return cell;
      const key = JSON.stringify([colour, size]);
      const look = known.get(key) ?? {
        ...cell,
        letters: colour && this.#palette(colour),
        size: sizeOf(size),
      };
      known.set(key, look);
      return look;
    });
  }
}
