import { type Ground, groundOf, type Style } from './docx-styles.ts';
import { child, type Node, switchOf, wordOf } from './docx-tree.ts';

/** A cell before it is read; `edges` are where it begins and ends across the page, in twentieths of a point. */
export type TableCell = {
  node: Node;
  left: number;
  right: number;
  /** Rows from its own on, where cells below are merged into it. */
  rows: number;
  ground: Ground;
  deleted: boolean;
};

export type TableRow = { cells: readonly TableCell[]; unseen: 'deleted' | 'hidden' | null };

export type Table = {
  rows: readonly TableRow[];
  /** The columns, from 1, in which a cell begins and ends. */
  columns(cell: TableCell): { column: number; lastColumn: number };
};

/** Where the page's width says nothing, a column is as wide as this. */
const someWidth = 1000;
/** Edges nearer to each other are one: nobody can write between them. */
const leastWidth = 200;
/** Word itself has 63 columns at most. */
const mostColumns = 200;
/** A row that is kept lower than a letter is hidden, in twentieths of a point. */
const leastHeight = 80;

/** Reads the cells of a table with their columns and merges (ECMA-376 17.4). */
export function tableOf(table: Node, style: Style): Table {
  const widths = (child(table, 'tblGrid')?.children ?? []).map(({ at }) => Number(at.w ?? 0));
  const edges = edgesOf(widths.slice(0, mostColumns));
  const rows: { cells: TableCell[]; unseen: TableRow['unseen'] }[] = [];
  const shapes: number[][] = [];
  const above = new Map<number, TableCell>();
  for (const node of table.children) {
    if (node.name !== 'tr') continue;
    const { cells, merged } = cellsOf(node, edges, groundOf(child(table, 'tblPr')) ?? style.ground);
    alignTo(shapes, cells);
    for (const [index, cell] of cells.entries()) {
      const merge = merged[index] ?? null;
      const over = above.get(cell.left);
      if (merge === 'continue' && over) over.rows += 1;
      if (merge === 'restart') above.set(cell.left, cell);
      else if (merge === null) above.delete(cell.left);
    }
    // A cell that is merged into the one above shows nothing of its own.
    const shown = cells.filter((cell, at) => merged[at] !== 'continue' || !above.has(cell.left));
    rows.push({ cells: shown, unseen: unseenBy(child(node, 'trPr')) });
  }
  const starts = columnStarts(rows.flatMap(({ cells }) => cells));
  const at = (edge: number): number => starts.get(edge) ?? 1;
  return {
    rows,
    columns: ({ left, right }) => ({ column: at(left), lastColumn: Math.max(at(left), at(right) - 1) }),
  };
}

function edgesOf(widths: readonly number[]): (index: number) => number {
  const isDrawn = widths.length > 0 && widths.every((width) => width > 0 && width < 100_000);
  const edges = [0];
  for (const width of isDrawn ? widths : []) edges.push((edges.at(-1) ?? 0) + width);
  const last = edges.length - 1;
  return (index) => edges[index] ?? (edges[last] ?? 0) + (index - last) * someWidth;
}

type Cells = { cells: TableCell[]; merged: (string | null)[] };

function cellsOf(row: Node, edge: (index: number) => number, painted: Ground): Cells {
  const count = (value: string | undefined, least: number): number =>
    Math.min(mostColumns, Math.max(least, Number.parseInt(value ?? '', 10) || least));
  let index = count(wordOf(child(row, 'trPr'), 'gridBefore'), 0);
  const found: Cells = { cells: [], merged: [] };
  const cellNodes = row.children.filter(({ name }) => name === 'tc').slice(0, mostColumns);
  for (const node of cellNodes) {
    const properties = child(node, 'tcPr');
    const left = edge(index);
    index += count(wordOf(properties, 'gridSpan'), 1);
    const last = found.cells.at(-1);
    if (last && wordOf(properties, 'hMerge') === 'continue') {
      last.right = edge(index);
      continue;
    }
    const merge = wordOf(properties, 'vMerge');
    found.merged.push(merge === undefined ? null : merge === 'restart' ? merge : 'continue');
    found.cells.push({
      node,
      left,
      right: edge(index),
      rows: 1,
      ground: groundOf(properties) ?? painted,
      deleted: properties !== undefined && child(properties, 'cellDel') !== undefined,
    });
  }
  return found;
}

/** Rows of as many cells as one above, with borders moved a little, have its columns. */
function alignTo(shapes: number[][], cells: readonly TableCell[]): void {
  const [first] = cells;
  if (!first) return;
  const own = [first.left, ...cells.map(({ right }) => right)];
  const width = (edges: readonly number[], at: number): number => (edges[at] ?? 0) - (edges[at - 1] ?? 0);
  const isNear = (shape: readonly number[]): boolean =>
    shape.length === own.length &&
    shape.every((edge, at) => {
      const inner = [at, at + 1].filter((it) => it > 0 && it < own.length);
      const least = Math.min(...inner.flatMap((it) => [width(own, it), width(shape, it)]));
      return Math.abs(edge - (own[at] ?? 0)) < least / 2;
    });
  const shape = shapes.find(isNear);
  if (!shape) {
    if (shapes.length < 100) shapes.push(own);
    return;
  }
  for (const [at, cell] of cells.entries()) {
    cell.left = shape[at] ?? cell.left;
    cell.right = shape[at + 1] ?? cell.right;
  }
}

/** The columns, from 1, that begin at each edge. */
function columnStarts(cells: readonly TableCell[]): Map<number, number> {
  const edges = [...new Set(cells.flatMap(({ left, right }) => [left, right]))].toSorted((a, b) => a - b);
  const starts = new Map<number, number>();
  let column = 0;
  let from = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    if (edge - from >= leastWidth) {
      column += 1;
      from = edge;
    }
    starts.set(edge, column);
  }
  return starts;
}

function unseenBy(properties: Node | undefined): TableRow['unseen'] {
  if (!properties) return null;
  if (child(properties, 'del')) return 'deleted';
  const { val, hRule } = child(properties, 'trHeight')?.at ?? {};
  const isFlat = hRule === 'exact' && Number(val ?? leastHeight) < leastHeight;
  return switchOf(properties, 'hidden') || isFlat ? 'hidden' : null;
}
