import { Unreadable } from './unreadable.ts';

/** A cell of a row as rich text defines it before its words come; edges in twips. */
export type CellShape = { right: number; merge: 'first' | 'further' | null; isMergedLeft: boolean };

type Row = { shapes: readonly CellShape[]; cells: readonly string[] };
type Placed = { row: number; from: number; to: number; rows: number; html: string };

/** Edges nearer than this, a tenth of a character, are one. */
const near = 30;
/** More places than the columns of any table begin at, whose rows may all be parted otherwise. */
const mostEdges = 500;

/** The rows of a table as HTML: cells that are wider or higher than others span what they span. Throws Unreadable beyond all bounds. */
export function tableHtml(rows: readonly Row[]): string {
  const edges: number[] = [];
  const rights = rows.flatMap(({ shapes }) => shapes.map(({ right }) => right));
  for (const right of rights.toSorted((a, b) => a - b))
    if (right - (edges.at(-1) ?? -Infinity) > near) edges.push(right);
  if (edges.length > mostEdges) throw new Unreadable('rich text of too many columns');
  const column = (right: number): number => edges.findIndex((edge) => Math.abs(edge - right) <= near);
  const placed: Placed[] = [];
  for (const [row, { shapes, cells }] of rows.entries()) {
    let from = 0;
    for (const [index, html] of cells.entries()) {
      const shape = shapes[index];
      const to = shape ? Math.max(from, column(shape.right)) : from;
      const above = placed.findLast((cell) => cell.to === to && cell.row + cell.rows === row);
      const left = placed.at(-1);
      if (shape?.isMergedLeft && left?.row === row) Object.assign(left, { to, html: left.html + html });
      else if (shape?.merge === 'further' && above)
        Object.assign(above, { rows: above.rows + 1, html: above.html + html });
      else placed.push({ row, from, to, rows: 1, html });
      from = to + 1;
    }
  }
  const lines = rows.map((_, row) => {
    const own = placed.filter((cell) => cell.row === row);
    return `<tr>${own.map(({ from, to, rows: span, html }) => `<td colspan="${to - from + 1}" rowspan="${span}">${html}</td>`).join('')}</tr>`;
  });
  return `<table>${lines.join('')}</table>`;
}
