import { columnKind } from './headings.ts';
import { cellWords, type Piece } from './pdf-words.ts';

/** A drawn cell before it has its place: columns from 0 of its table, lines that it spans. */
export type Drawn = { column: number; lastColumn: number; rows: number; pieces: readonly Piece[] };

/** A drawn row; its table's columns by their edges. */
type Row = { table: number; edges: readonly number[]; cells: readonly Drawn[] };

/** Cells of several rows that go on where a page ends. */
export type Open = { edges: readonly number[]; cells: readonly Drawn[] };

/** The merged cells that end with a page's last row. */
export function openAtEnd(rows: readonly Row[]): Open | null {
  const last = rows.at(-1);
  if (!last) return null;
  const own = rows.filter(({ table }) => table === last.table);
  const cells = own.flatMap((row, at) =>
    row.cells.filter(({ rows: span }) => span > 1 && at + span === own.length),
  );
  return { edges: last.edges, cells };
}

/**
 * A page's rows with the words of cells that began on the page before: a page's end parts a merged cell, and leaves its words in the
 * one part. Only where both parts have several rows, and stand below each other: a lone blank cell may be meant so.
 */
export function withContinued<R extends Row>(rows: readonly R[], open: Open | null): R[] {
  const first = rows.findIndex(({ cells }) => !cells.some(({ pieces }) => isNumberHead(pieces)));
  const row = rows[first];
  if (!open || !row || row.table !== rows[0]?.table || !isSameGrid(row.edges, open.edges)) return [...rows];
  const cells = row.cells.map((cell) => {
    const above = open.cells.find(
      ({ column, lastColumn }) => column === cell.column && lastColumn === cell.lastColumn,
    );
    return above && cell.rows > 1 && cell.pieces.length === 0 ? { ...cell, pieces: above.pieces } : cell;
  });
  return rows.with(first, { ...row, cells });
}

function isNumberHead(pieces: readonly Piece[]): boolean {
  return columnKind(cellWords(pieces)?.text ?? '') === 'number';
}

function isSameGrid(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((edge, at) => Math.abs(edge - (other[at] ?? 0)) < 4);
}
