import { isNameLike, isSignature } from './aside.ts';
import { fieldKind, isOfAsker } from './fields.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { type ColumnKind, columnKind, ofOnePerson } from './headings.ts';
import { headingAt } from './layout.ts';

/** Beyond the columns of any line, so that no other cell stands below a heading of ours. */
const firstColumn = 20_000;
/** People of one row are nearer to each other than to any other line. */
const step = 0.001;

/**
 * A grid whose table lies on its side, with the headings in its first column and a person in each of the others, as one that stands: the
 * headings above, a person a row. Only where there is no other table, and where every cell is plainly of one person, or of all those over
 * whose columns it is merged.
 */
export function withPeopleInRows(grid: Grid): Grid {
  const { lines } = grid;
  if (lines.some((_, index) => headingAt(grid, index) !== null)) return grid;
  const named = lines.findIndex(isOfNames);
  const names = lines[named]?.cells.slice(1) ?? [];
  const block = named < 0 ? [] : blockAround(lines, named, names);
  const [top] = block;
  const from = top ? lines.indexOf(top) : 0;
  if (!top || isCut(lines, block, names) || block.some(({ unseen }) => unseen !== null) || saysTwice(block))
    return grid;
  const beside = block.flatMap((line) => line.beside ?? []);
  const noted = block.flatMap((line) => line.noted ?? []);
  const hanging = {
    ...(beside.length > 0 && { beside }),
    ...(noted.length > 0 && { noted }),
    ...(block.some(({ crossed }) => crossed) && { crossed: true as const }),
    ...(block.some(({ unprinted }) => unprinted) && { unprinted: true as const }),
  };
  const laid = (cell: Cell, row: number, at: number): Cell => ({
    ...cell,
    ...{ row, lastRow: row, column: firstColumn + at, lastColumn: firstColumn + at },
  });
  const above = top.row - step;
  const heading = block.flatMap(({ cells: [head] }, at) => (head ? [laid(head, above, at)] : []));
  const rows = names.map((name, index): Line => {
    const row = top.row + index * step;
    const cells = block.flatMap(({ cells }, at) =>
      cells.slice(1).flatMap((cell) => (covers(cell, name) ? [laid(cell, row, at)] : [])),
    );
    return { row, cells, unseen: null, ...hanging };
  });
  const made = [
    ...lines.slice(0, from),
    { row: above, cells: heading, unseen: null },
    ...rows,
    ...lines.slice(from + block.length),
  ];
  if (!headingAt({ ...grid, lines: made }, from)) return grid;
  const places = new Map(rows.map(({ row }, index) => [row, names[index]?.where]));
  return {
    ...grid,
    lines: made,
    place: (row, left, right) => places.get(row) ?? grid.place(row, left, right),
  };
}

/** `Họ và tên | Nguyễn Văn An | Lê Thị Hoa`. */
function isOfNames({ cells: [head, ...names] }: Line): boolean {
  return (
    head !== undefined &&
    columnKind(head.text) === 'fullName' &&
    !isOfAsker(head.text) &&
    names.length > 1 &&
    names.every(({ text, column, lastColumn }) => column === lastColumn && isNameLike(text))
  );
}

const covers = ({ column, lastColumn }: Cell, name: Cell): boolean =>
  column <= name.column && lastColumn >= name.column;

/** The lines straight above and below that of the names with a heading before them, and nothing but what is some person's behind it. */
function blockAround(lines: readonly Line[], named: number, names: readonly Cell[]): readonly Line[] {
  const column = lines[named]?.cells[0]?.column;
  let [from, to] = [named, named];
  const goesOn = (line: Line | undefined, row: number): boolean =>
    line?.row === row && line.cells[0]?.column === column && isOfPeople(line, names);
  while (goesOn(lines[from - 1], (lines[from]?.row ?? 0) - 1) && hasHead(lines[from - 1])) from -= 1;
  while (goesOn(lines[to + 1], (lines[to]?.row ?? 0) + 1)) to += 1;
  return lines.slice(from, to + 1);
}

/** Words before the people, and behind them what is some person's. Words alone are a sentence, which says something of all. */
function isOfPeople({ cells: [head, ...values] }: Line, names: readonly Cell[]): boolean {
  return (
    head !== undefined &&
    head.lastColumn < (names[0]?.column ?? 0) &&
    head.kind === 'text' &&
    !isSignature(head.text) &&
    values.length > 0 &&
    values.every((cell) => cell.lastRow === cell.row && names.some((name) => covers(cell, name)))
  );
}

/** Whether lines apart from the block may be of its people all the same: below it whatever has a heading, or stands above who signs. */
function isCut(lines: readonly Line[], block: readonly Line[], names: readonly Cell[]): boolean {
  const from = block[0] ? lines.indexOf(block[0]) : 0;
  const above = lines.slice(0, from);
  const below = lines.slice(from + block.length);
  const signed = below.findIndex(({ cells }) => cells.some(({ text }) => isSignature(text)));
  return (
    above.some((line) => hasHead(line) && isOfPeople(line, names) && isOfSeveral(line)) ||
    below.some((line, at) => hasHead(line) || (line.cells.length > 1 && (signed < 0 || at < signed)))
  );
}

/** Several values that are no fields of one who asks: `Họ và tên | Lê Thị Hoa | Chức vụ | Phó phòng`. */
const isOfSeveral = ({ cells: [, ...values] }: Line): boolean =>
  values.length > 1 && values.every(({ text }) => fieldKind(text) === null);

/** Whether a line begins with a heading of ours and has something of a person. */
const hasHead = (line: Line | undefined): boolean =>
  line !== undefined && line.cells.length > 1 && columnKind(line.cells[0]?.text ?? '') !== null;

const ofOne: ReadonlySet<ColumnKind> = new Set(ofOnePerson);

/** Whether two of the headings are one: then nobody knows which holds. */
function saysTwice(block: readonly Line[]): boolean {
  const kinds = block.map(({ cells: [head] }) => columnKind(head?.text ?? ''));
  const single = kinds.filter((kind) => kind !== null && ofOne.has(kind));
  return new Set(single).size < single.length;
}
