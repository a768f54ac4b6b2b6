import type { Placed, SkippedRow } from '../model/form.ts';

/** A cell of a grid, whatever file it came from. Rows and columns count from 1. */
export type Cell = {
  /** Tidied, lines kept, never empty. */
  text: string;
  /** `tick` is a checked box of the program's own, `untick` one that is not; `number` may have lost leading zeros. */
  kind: 'text' | 'number' | 'tick' | 'untick';
  row: number;
  column: number;
  /** Where the cell ends; beyond `row` and `column` where it is merged. */
  lastRow: number;
  lastColumn: number;
  /** All of its text is struck out. */
  struck: boolean;
  /** Whether people see it is not sure: in a table it is a reason not to do what its row asks. */
  unsure?: true;
  where: string;
};

/** One line of a grid: the cells that begin on it, left to right. */
export type Line = {
  row: number;
  cells: readonly Cell[];
  /** The number or dash that a program writes before its words by itself. */
  mark?: string;
  /** Why people do not see this line; null where they do. */
  unseen: SkippedRow['why'] | null;
  /** Words that hang on it and stand in none of its cells: comments, footnotes, words in the margin. */
  beside?: readonly Placed[];
  /** What a hidden column of notes says of it. */
  noted?: readonly Placed[];
  /** A line or shape is drawn over it. */
  crossed?: true;
  /** It stands outside the area that the sheet prints. */
  unprinted?: true;
};

/**
 * Words in rows and columns: a sheet, or the tables and paragraphs of a document in their order.
 * Lines ascend; blank ones are left out, and so is everything in hidden columns.
 */
export type Grid = {
  lines: readonly Line[];
  /** Of a sheet of a workbook. */
  name?: string;
  /** Words that stand in no line: boxes of text. Absent where there are none. */
  words?: readonly Placed[];
  /** Names a stretch of a row: `Sheet1!A12:D12`. */
  place(row: number, from: number, to: number): string;
};

/** Words outside tables stand in no table's column, but beyond this one: they are never rows. */
export const outside = 10_000;

/** What a spreadsheet program takes into one cell (Excel's specifications and limits). */
const mostInCell = 32_767;
/** Letters of all of a file's cells, and lines of them; 5,000 people in ten columns are a half of it. */
const mostLetters = 2_000_000;
const mostLines = 12_000;

/**
 * Why grids hold more than any form does; null where they do not. Whoever interprets and judges the rows later cannot be killed
 * for taking too long, as the reader can.
 */
export function excessIn(grids: readonly Grid[]): string | null {
  let letters = 0;
  let lines = 0;
  for (const grid of grids) {
    lines += grid.lines.length;
    for (const { text, where } of grid.lines.flatMap(({ cells }) => cells)) {
      letters += text.length;
      if (text.length > mostInCell) return `${text.length} letters in ${where}`;
    }
  }
  if (lines > mostLines) return `${lines} lines`;
  return letters > mostLetters ? `${letters} letters` : null;
}
