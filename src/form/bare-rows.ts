import { fold } from '../text/fold.ts';
import { positionsByRank } from '../text/positions.ts';
import { asideOf, isActionPhrase, isNameLike } from './aside.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { headingAt } from './layout.ts';

/** What a column holds that can be told by its cells alone, with the heading that the form has for it. */
const headings = {
  fullName: 'Họ và tên',
  position: 'Chức vụ',
  unit: 'Đơn vị công tác',
  phone: 'Điện thoại',
  wish: 'Nội dung đề nghị',
} as const;
type Kind = keyof typeof headings;

/**
 * Grids in which the form's heading is put above rows that somebody retyped without it. Only where nothing else can be meant: no grid has a
 * heading, one alone has such rows, they are numbered from 1 and stand by themselves, and each cell of each column is plainly of the same
 * kind, and of no other's: numbers first, then names, one wish, and nothing but a unit, a position or a telephone beside them.
 */
export function withHeadings(grids: readonly Grid[]): readonly Grid[] {
  if (grids.some((grid) => grid.lines.some((_, index) => headingAt(grid, index) !== null))) return grids;
  const headed = grids.map(withHeading);
  return headed.filter((grid, at) => grid !== grids[at]).length === 1 ? headed : grids;
}

function withHeading(grid: Grid): Grid {
  const { lines } = grid;
  const first = lines.findIndex(({ cells }) => isNumber(cells[0], 1));
  const [top] = lines.slice(first);
  if (first < 0 || !top) return grid;
  const rest = lines.slice(first);
  const end = rest.findIndex(({ row, cells }, at) => row !== top.row + at || !isNumber(cells[0], at + 1));
  const rows = end < 0 ? rest : rest.slice(0, end);
  const [before, after] = [lines.slice(0, first), rest.slice(rows.length)];
  if (!standAlone(before, rows, after) || !rows.every((line) => isPlain(line, top))) return grid;
  const kinds = kindsOf(rows);
  if (!kinds) return grid;
  const cells = top.cells.map((cell, at): Cell => {
    const kind = kinds[at - 1];
    return { ...cell, kind: 'text', text: kind ? headings[kind] : 'STT' };
  });
  // Above the first row, and below whatever stands above that.
  return { ...grid, lines: [...before, { row: top.row - 0.5, cells, unseen: null }, ...rows, ...after] };
}

function isNumber(cell: Cell | undefined, number: number): boolean {
  const [, digits] = /^0{0,2}(\d{1,3})[.)]?$/.exec(cell?.text ?? '') ?? [];
  return digits === String(number);
}

/** Whether nothing is hidden, no words near the rows may head their columns, and none may go on from them. */
function standAlone(before: readonly Line[], rows: readonly Line[], after: readonly Line[]): boolean {
  const above = before.at(-1);
  const last = rows.at(-1)?.row ?? 0;
  return (
    [...before, ...after].every(({ cells, unseen }) => unseen === null && cells.length < 3) &&
    (!above || above.cells.length < 2 || above.row < (rows[0]?.row ?? 0) - 1) &&
    (after[0]?.row ?? Number.POSITIVE_INFINITY) > last + 1
  );
}

/** Whether a line has the cells of the first row, one below the other, each by itself and seen for certain. */
function isPlain({ cells, unseen }: Line, top: Line): boolean {
  return (
    unseen === null &&
    cells.length === top.cells.length &&
    cells.every(
      (cell, at) =>
        cell.column === top.cells[at]?.column &&
        cell.lastColumn === top.cells[at]?.lastColumn &&
        cell.lastRow === cell.row &&
        !cell.struck &&
        !cell.unsure &&
        cell.kind !== 'tick' &&
        cell.kind !== 'untick',
    )
  );
}

/** What the columns hold from the second on; null where one of them may hold something else. */
function kindsOf(rows: readonly Line[]): Kind[] | null {
  const count = rows[0]?.cells.length ?? 0;
  const kinds: Kind[] = [];
  for (let at = 1; at < count; at += 1) {
    const found = new Set(rows.map(({ cells }) => kindOf(cells[at]?.text ?? '')));
    const [kind, other] = found;
    if (!kind || other !== undefined || kinds.includes(kind)) return null;
    kinds.push(kind);
  }
  return kinds[0] === 'fullName' && kinds.includes('wish') ? kinds : null;
}

/** The one kind of which a cell is; null where it is of none, or may be of two. */
function kindOf(text: string): Kind | null {
  const words = text.replaceAll('\n', ' ');
  const aside = asideOf(words, true);
  const isPosition = positions.has(fold(words));
  const found: readonly [Kind, boolean][] = [
    ['position', isPosition],
    ['fullName', isNameLike(words) && !isPosition],
    ['unit', aside?.is === 'group' && 'unit' in aside && !isPosition],
    ['phone', phone.test(words.replace(/[\s.-]/g, ''))],
    ['wish', isActionPhrase(words)],
  ];
  const [one, more] = found.filter(([, is]) => is);
  return one && !more ? one[0] : null;
}

/** In full: `TP` may be a town as well. */
const positions = new Set(
  positionsByRank
    .flat()
    .filter((position) => /\p{Ll}/u.test(position))
    .map(fold),
);
/** A cell of numbers loses the leading zero. */
const phone = /^(?:\+?84|0)?\d{9,10}$/;
