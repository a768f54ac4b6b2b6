import { fold } from '../text/fold.ts';
import { asideOf, heldBelow, isNameLike } from './aside.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { columnKind } from './headings.ts';

/** More tables than anybody sets beside each other. */
const mostTables = 8;
/** Lines above a table that may be its title. */
const titleLines = 2;

/**
 * The tables of a sheet that stand side by side, `STT | Họ và tên | … | STT | Họ và tên | …`, as grids of their own, left to right. The first
 * has all that stands above them; the titles straight above are each table's, and a line that holds back all below it is every one's. Where
 * a cell reaches from one into the next, or a line may speak for one or for all, they stay one.
 */
export function apartFromSide(grid: Grid): Grid[] {
  if (grid.name === undefined) return [grid];
  const { words: _, ...bare } = grid;
  for (const [index, line] of grid.lines.entries()) {
    const starts = startsOf(line);
    if (starts.length < 2) continue;
    const top = isTitles(grid.lines[index - 1], line, starts) ? index - 1 : index;
    const above = grid.lines.slice(0, top);
    const tables = grid.lines.slice(top);
    const below = grid.lines.slice(index + 1);
    const ends = starts.map((_, at) =>
      below.findLastIndex(({ cells }) => cells.some((cell) => partOf(cell, starts) === at)),
    );
    const reaches = tables.some(({ cells }) => cells.some((cell) => reachesOver(cell, starts)));
    if (reaches || below.some((one, at) => isUnclear(one, at, ends, starts)))
      return [
        { ...grid, lines: [...grid.lines.slice(0, index + 1), ...below.map(toldBeside(line, starts))] },
      ];
    const titles = above.slice(-titleLines).filter((one) => holdsBack(loneWords(one)));
    return starts.map((from, at) => {
      const own = tables.flatMap((one): Line[] => {
        const cells = one.cells.filter((cell) => partOf(cell, starts) === at);
        const title = cells.length > 0 || !isHeldGroup(one) ? null : loneWords(one);
        const all = title ? [{ ...title, column: from, lastColumn: from }] : cells;
        return all.length > 0 ? [{ ...one, cells: all }] : [];
      });
      return at === 0 ? { ...grid, lines: [...above, ...own] } : { ...bare, lines: [...titles, ...own] };
    });
  }
  return [grid];
}

/** Which of the tables a cell is of; what stands left of all is the first one's. */
const partOf = ({ column }: Cell, starts: readonly number[]): number =>
  Math.max(
    0,
    starts.findLastIndex((start) => start <= column),
  );

/** Columns at which a heading begins again; each part has one of names. */
function startsOf({ cells, unseen }: Line): number[] {
  const [first] = cells;
  if (!first || unseen !== null || columnKind(first.text) === null) return [];
  const head = fold(first.text);
  const starts = cells.filter(({ text }) => fold(text) === head).map(({ column }) => column);
  if (starts.length > mostTables) return [];
  const names = cells.filter(({ text }) => columnKind(text) === 'fullName');
  const named = new Set(names.map((cell) => partOf(cell, starts)));
  return named.size === starts.length ? starts : [];
}

/** Whether a line straight above has words over more than one of the tables. */
function isTitles(above: Line | undefined, line: Line, starts: readonly number[]): boolean {
  if (!above || above.row < line.row - 1) return false;
  const over = above.cells.map(({ column }) => starts.findLastIndex((start) => start <= column));
  return new Set(over).size > 1 && !above.cells.some((cell) => reachesOver(cell, starts));
}

const reachesOver = ({ column, lastColumn }: Cell, starts: readonly number[]): boolean =>
  starts.some((start) => column < start && lastColumn >= start);

/** The words of a line that has no others but its number: `I | Phòng Tổ chức`. */
function loneWords({ cells, unseen }: Line): Cell | null {
  const [words, more] = cells.filter(({ text }) => !number.test(text));
  return words && !more && unseen === null ? words : null;
}

const number = /^\(?(?:\d{1,4}|[IVX]{1,6}|[A-HĐ])[).\-/]*$/;

const holdsBack = (title: Cell | null): boolean => title !== null && heldBelow(title.text) === 'all';
const isGroup = (title: Cell | null): boolean => title !== null && asideOf(title.text, true)?.is === 'group';

/** Whether a line is the title of a group whose rows are not to be done: nobody knows in which of the tables. */
function isHeldGroup(line: Line): boolean {
  const title = loneWords(line);
  return holdsBack(title) && isGroup(title);
}

/** Whether a line is the title of a group, beside nothing of another table that goes on below, up to `ends`: it may be that one's, too. */
function isUnclear(line: Line, at: number, ends: readonly number[], starts: readonly number[]): boolean {
  const title = loneWords(line);
  if ((!isGroup(title) && !holdsBack(title)) || isHeldGroup(line)) return false;
  const own = new Set(line.cells.map((cell) => partOf(cell, starts)));
  return ends.some((end, part) => end > at && !own.has(part));
}

/** Tells of who stands beside nobody of the first table: what is asked there would be taken for his. */
function toldBeside(heading: Line, starts: readonly number[]): (line: Line) => Line {
  const names = heading.cells.find(({ text }) => columnKind(text) === 'fullName')?.column ?? 0;
  return (line) => {
    const isNamed = line.cells.some(({ column, lastColumn }) => column <= names && lastColumn >= names);
    const isBeside = line.cells.some((cell) => partOf(cell, starts) > 0 && isOfPerson(cell));
    return isBeside && !isNamed && line.unseen === null ? { ...line, unseen: 'outside' } : line;
  };
}

const isOfPerson = ({ text }: Cell): boolean => /^\d{1,4}[.)]?$/.test(text) || isNameLike(text);
