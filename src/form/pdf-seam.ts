import { columnKind } from './headings.ts';
import { headedLines } from './pdf-columns.ts';
import { isBelowHeading, isHeading, isNear, isOfPeople, near, numeral } from './pdf-heads.ts';
import { lineSeam } from './pdf-line-seam.ts';
import type { DrawnTable, PageWords } from './pdf-page.ts';
import type { Box } from './pdf-shapes.ts';
import { cellWords, type Piece } from './pdf-words.ts';

/** Where a page goes on, on the page to its right. */
export type Seam = {
  /** Its columns begin here on the right page; what stands left of it is repeated from the left one. */
  from: number;
  /** The columns of the left page end here. */
  to: number;
  /** How much further right the repeated columns stand: sheets may be centred on each page. */
  drift: number;
  /** By drawn tables, so that both places are exact. */
  isDrawn: boolean;
  tables: readonly TablePair[];
  /** Middles of the first and the last line of a table that is not drawn: gaps part its columns. */
  rows: { first: number; last: number } | null;
};

/** A table and what is right of it: how many columns are repeated, and the heights of the lines between all rows. */
export type TablePair = { left: DrawnTable; right: DrawnTable; repeated: number; rows: readonly number[] };

/**
 * How `right` continues the columns of `left`: null where it does not for certain, undefined where no tables tell. The first
 * pages of a sheet have its heading. All rows of the one page must be rows of the other.
 */
export function seamOf(left: PageWords, right: PageWords, isFirst: boolean): Seam | null | undefined {
  if (!isNear(left.height, right.height)) return null;
  if (left.tables.length > 0 || right.tables.length > 0) return drawnSeam(left, right, isFirst);
  const heading = headedLines(left.lines);
  if (heading) return lineSeam(left.lines, heading, right.lines);
  const isTable = [left, right].some(({ lines }) => lines.some((line) => numeral.test(line[0]?.text ?? '')));
  return isFirst || isTable ? null : undefined;
}

function drawnSeam(left: PageWords, right: PageWords, isFirst: boolean): Seam | null {
  const tables =
    pairsOf(left.tables, right.tables) ?? pairsOf(left.tables, stacked(right.tables, right.lines)) ?? [];
  const seams = tables.map((pair) => ({
    from: pair.right.lattice.edges[pair.repeated] ?? 0,
    to: pair.left.lattice.box.right,
    drift: pair.right.lattice.box.left - pair.left.lattice.box.left,
  }));
  const [first] = seams;
  if (!first || seams.some(({ from, to }) => !isNear(from, first.from) || !isNear(to, first.to))) return null;
  const columns = tables.map(ownColumns);
  if (columns.some((own) => !own || own.some(isNumbering)) || tables.some(isSameTable)) return null;
  return isFirst && !tables.some(headsBoth) ? null : { ...first, isDrawn: true, tables, rows: null };
}

/** Each table of the right page with that of the left one that has the same rows; null where one has none. */
function pairsOf(lefts: readonly DrawnTable[], rights: readonly DrawnTable[]): TablePair[] | null {
  const pairs = rights.flatMap((right) => {
    for (const left of lefts) {
      const rows = sameRows(left, right);
      if (rows) return [{ left, right, rows, repeated: repeatedColumns(left, right) }];
    }
    return [];
  });
  return pairs.length === rights.length ? pairs : null;
}

/**
 * Tables of the same columns below each other as one: the title of a group, written across the sheet, has no lines at its sides but on
 * the outermost pages. None where words stand between them.
 */
function stacked(tables: readonly DrawnTable[], lines: PageWords['lines']): DrawnTable[] {
  const [first] = tables;
  if (!first) return [];
  const { edges } = first.lattice;
  const isSame = ({ lattice }: DrawnTable): boolean =>
    lattice.edges.length === edges.length && edges.every((edge, at) => isNear(edge, lattice.edges[at] ?? 0));
  const boxes = tables.map(({ lattice }) => lattice.box);
  const box = {
    ...first.lattice.box,
    top: Math.min(...boxes.map(({ top }) => top)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
  const isBetween = ({ left, middle }: Piece): boolean =>
    middle > box.top && middle < box.bottom && left < box.right;
  if (!tables.every(isSame) || lines.flat().some(isBetween)) return [];
  const cells = tables.flatMap((table) => table.cells);
  return [{ cells, lattice: { ...first.lattice, box, cells: cells.map(({ cell }) => cell) } }];
}

/** Heights of the lines between rows, where both tables have the same; a heading alone may be parted in one of them. */
function sameRows(left: DrawnTable, right: DrawnTable): number[] | null {
  const head = headBox(left);
  const isInHead = (at: number): boolean =>
    head !== undefined && at > head.top + near && at < head.bottom - near;
  const [own, others] = [left, right].map(({ cells }) => {
    const lines = cells.flatMap(({ cell: { box } }) => [box.top, box.bottom]).toSorted((a, b) => a - b);
    return lines.filter((at, index) => index === 0 || !isNear(at, lines[index - 1] ?? 0));
  }) as [number[], number[]];
  const [rows, otherRows] = [own, others].map((lines) => lines.filter((at) => !isInHead(at)));
  const isSame =
    rows?.length === otherRows?.length && rows?.every((at, index) => isNear(at, otherRows?.[index] ?? 0));
  const further = others.filter((at) => !own.some((it) => isNear(it, at)));
  return isSame ? [...own, ...further].toSorted((a, b) => a - b) : null;
}

const textOf = (pieces: readonly Piece[]): string => cellWords(pieces)?.text ?? '';

/** Where the STT stands over its column. */
function headBox({ cells }: DrawnTable): Box | undefined {
  return cells.find(({ pieces }) => columnKind(textOf(pieces)) === 'number')?.cell.box;
}

/** How many columns of the left page the right one begins with, word for word. */
function repeatedColumns(left: DrawnTable, right: DrawnTable): number {
  const column = ({ cells }: DrawnTable, index: number): DrawnTable['cells'] =>
    cells.filter(({ cell }) => cell.column === index);
  const isRepeated = (index: number): boolean => {
    const [own, others] = [column(left, index), column(right, index)];
    return (
      own.length === others.length &&
      own.some(({ pieces }) => pieces.length > 0) &&
      own.every(({ cell, pieces }, at) => {
        const other = others[at];
        return (
          other !== undefined &&
          textOf(pieces) === textOf(other.pieces) &&
          isNear(cell.box.top, other.cell.box.top) &&
          isNear(cell.box.right - cell.box.left, other.cell.box.right - other.cell.box.left)
        );
      })
    );
  };
  let count = 0;
  while (isRepeated(count)) count += 1;
  return count;
}

/** Words of each column that is not repeated; null where there is none, or a cell goes from those into these. */
function ownColumns({ right: { cells, lattice }, repeated }: TablePair): string[][] | null {
  const own = cells.filter(({ cell }) => cell.lastColumn >= repeated);
  if (own.length === 0 || own.some(({ cell }) => cell.column < repeated)) return null;
  return lattice.edges
    .slice(repeated, -1)
    .map((_, index) =>
      own.filter(({ cell }) => cell.column === repeated + index).map(({ pieces }) => textOf(pieces)),
    );
}

/** Columns that are those of the left page: its own table goes on overleaf. */
function isSameTable({ left, right, repeated }: TablePair): boolean {
  const [own, others] = [left.lattice.edges, right.lattice.edges];
  const [shift = 0] = others.map((edge, at) => edge - (own[at] ?? 0));
  return (
    repeated === 0 &&
    own.length === others.length &&
    own.every((edge, at) => isNear(edge + shift, others[at] ?? 0))
  );
}

/** A column that counts: of a table of its own. */
function isNumbering(texts: readonly string[]): boolean {
  const said = texts.filter((text) => text !== '' && columnKind(text) === null);
  return said.length > 0 && said.every((text) => numeral.test(text));
}

/**
 * Whether a table's heading names people, and the rest of it stands at the same height on the right, where nobody is named. Numbers
 * that are repeated without their people may be those of another table.
 */
function headsBoth({ left, right, repeated }: TablePair): boolean {
  const head = headBox(left);
  if (!head) return false;
  const headings = ({ cells }: DrawnTable, from: number, to = Infinity): string[] =>
    cells
      .filter(
        ({ cell: { box, column } }) =>
          column >= from && column < to && box.top < head.bottom - near && box.bottom > head.top + near,
      )
      .map(({ pieces }) => textOf(pieces));
  const others = headings(right, repeated).filter((text) => text !== '');
  return (
    isHeading(headings(left, 0, repeated === 0 ? Infinity : repeated)) &&
    others.length > 0 &&
    !isBelowHeading(others) &&
    !others.map(columnKind).some(isOfPeople)
  );
}
