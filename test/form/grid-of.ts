import type { Cell, Grid, Line } from '../../src/form/grid.ts';
import { columnLetters } from '../../src/form/xlsx-area.ts';

type Drawn = string | number | true | null | (Partial<Cell> & { text: string });

/**
 * A grid as a test draws it, from row 1: `null` is a blank cell, a number a number cell, `true` a ticked box.
 * A row that begins with `{ unseen }` is hidden.
 */
export function gridOf(...rows: (Drawn | { unseen: Line['unseen'] })[][]): Grid {
  const lines = rows.map((drawn, index): Line => {
    const [first] = drawn;
    const unseen = first !== null && typeof first === 'object' && 'unseen' in first ? first.unseen : null;
    const cells = (unseen ? drawn.slice(1) : drawn) as Drawn[];
    return {
      row: index + 1,
      unseen,
      cells: cells.flatMap((cell, column) => cellOf(cell, index + 1, column + 1)),
    };
  });
  const place: Grid['place'] = (row, from, to) => `S!${columnLetters(from)}${row}:${columnLetters(to)}${row}`;
  return { lines: lines.filter(({ cells }) => cells.length > 0), place };
}

function cellOf(drawn: Drawn, row: number, column: number): Cell[] {
  if (drawn === null) return [];
  const usual = {
    row,
    column,
    lastRow: row,
    lastColumn: column,
    struck: false,
    where: `S!${columnLetters(column)}${row}`,
  };
  if (drawn === true) return [{ ...usual, text: 'x', kind: 'tick' }];
  if (typeof drawn === 'number') return [{ ...usual, text: String(drawn), kind: 'number' }];
  if (typeof drawn === 'string') return [{ ...usual, text: drawn, kind: 'text' }];
  return [{ ...usual, kind: 'text', ...drawn }];
}
