import type { FormRow, Placed, SkippedRow } from '../model/form.ts';
import {
  type Aside,
  asideOf,
  isActionPhrase,
  isCount,
  isDitto,
  isExample,
  isNameLike,
  type Marker,
} from './aside.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { headingAt, type Layout } from './layout.ts';
import { isNamePart, LineReader } from './line-reader.ts';

/** What a grid's table says. */
export type Table = {
  rows: readonly FormRow[];
  skipped: readonly SkippedRow[];
  /** There is a column or a group line for what is asked: not any list of people. */
  asks: boolean;
  /** Rows of the grid from a heading to the end of its table. */
  lines: ReadonlySet<number>;
  /** Where names stand: a word there is a name, whatever else it may mean. */
  isName(cell: Cell): boolean;
};

/** The values that hold for rows below: ditto marks repeat them, groups supply them. */
type Carried = { unit?: Placed | null; wish?: Placed | null; position?: Placed | null; note?: Placed | null };

type Walk = {
  grid: Grid;
  layout: Layout;
  rows: FormRow[];
  skipped: SkippedRow[];
  lines: Set<number>;
  /** Cells of rows above that reach down by merging. */
  spans: Cell[];
  above: Carried;
  group: { unit: Placed | null; unitMarker: Marker; wish: Placed | null; wishMarker: Marker };
  /** Grid row of the last line of the table, and what became of each line: an index of `rows`, or skipped. */
  last: number;
  made: Map<number, number | 'skipped'>;
  ended: boolean;
};

/** Reads the rows below the first heading of a grid, and below its repetitions; null where there is no heading. */
export function readTable(grid: Grid): Table | null {
  let walk: Walk | undefined;
  const names: { from: number; to: number; row: number }[] = [];
  let asks = false;
  for (let index = 0; index < grid.lines.length; ) {
    const heading = headingAt(grid, index);
    if (heading) {
      walk ??= startWalk(grid, heading.layout);
      walk.layout = heading.layout;
      walk.ended = false;
      for (const slot of heading.layout.slots) {
        if (isNamePart(slot.kind))
          names.push({ from: slot.from, to: slot.to, row: grid.lines[index]?.row ?? 0 });
        if (slot.kind === 'wish' || slot.kind === 'tick') asks = true;
      }
      for (; index < heading.next; index += 1) {
        const row = grid.lines[index]?.row ?? 0;
        walk.lines.add(row);
        walk.last = row;
      }
      continue;
    }
    const line = grid.lines[index];
    if (walk && line) readLine(walk, line);
    index += 1;
  }
  if (!walk) return null;
  return {
    rows: walk.rows,
    skipped: walk.skipped,
    asks: asks || walk.rows.some((row) => row.wish !== null),
    lines: walk.lines,
    isName: ({ row, column }) =>
      names.some((name) => row > name.row && column >= name.from && column <= name.to),
  };
}

function startWalk(grid: Grid, layout: Layout): Walk {
  return {
    grid,
    layout,
    rows: [],
    skipped: [],
    lines: new Set(),
    spans: [],
    above: {},
    group: { unit: null, unitMarker: 'none', wish: null, wishMarker: 'none' },
    last: 0,
    made: new Map(),
    ended: false,
  };
}

function readLine(walk: Walk, line: Line): void {
  walk.spans = walk.spans.filter(({ lastRow }) => lastRow >= line.row);
  const reader = new LineReader(walk.layout, line, walk.spans);
  walk.spans.push(...line.cells.filter(({ row, lastRow }) => lastRow > row));
  if (reader.cells.length === 0 || reader.isColumnNumbers()) return;
  if (readAside(walk, reader)) return;
  if (walk.ended && !resumes(walk, reader)) return;
  walk.ended = false;
  const gap = line.row > walk.last + 1;
  walk.last = line.row;
  walk.lines.add(line.row);
  if (readMergedPerson(walk, reader) || readContinuation(walk, reader, gap)) return;
  if (!namesSomething(walk, reader, gap)) return;
  if (line.unseen !== null || reader.struck) skip(walk, reader);
  else addRow(walk, reader);
}

/** Whether a numbered person goes on where the table seemed to have ended. */
function resumes(walk: Walk, reader: LineReader): boolean {
  const next = (walk.rows.at(-1)?.number ?? 0) + 1;
  return reader.number === next && isNameLike(reader.name?.text ?? '');
}

/** Group lines, totals, signatures and notes; true where the line was one. */
function readAside(walk: Walk, reader: LineReader): boolean {
  const { cells, number, marker, line } = reader;
  const isMark = (cell: Cell): boolean =>
    reader.isIn(cell, 'number') && (number !== null || marker !== 'none');
  const rest = cells.filter((cell) => !isCount(cell.text) && !isMark(cell));
  const only = rest.length === 1 ? rest[0] : undefined;
  if (number !== null && !(only && isActionPhrase(only.text))) return false;
  if (marker === 'none' && isActionPhrase(reader.ownWish?.text ?? '')) return false;
  const text =
    only && (marker !== 'none' || number !== null) ? only.text : cells.map((cell) => cell.text).join(' ');
  const aside = asideOf(text, only !== undefined || cells.length === 1, marker);
  if (!aside || (aside.is === 'group' && marker === 'none' && only && reader.isIn(only, 'wish', 'unit')))
    return false;
  if (aside.is === 'end' && line.unseen === null) walk.ended = true;
  if (aside.is !== 'group') return true;
  const { where, struck } = only ?? (cells[0] as Cell);
  const said = line.unseen === null && !struck ? aside : { is: aside.is, marker: aside.marker };
  openGroup(walk, said, where, line.row);
  // A lone name that looks like none, in a table that numbers nobody, is asked about rather than dropped.
  const unnumbered = !walk.layout.slots.some(({ kind }) => kind === 'number');
  return !(
    unnumbered &&
    only &&
    said === aside &&
    !('wish' in aside) &&
    !('unit' in aside) &&
    reader.name !== null
  );
}

/** A line of the same rank ends the group before it, whatever that was about; a line of no meaning ends all. */
function openGroup(walk: Walk, aside: Aside & { is: 'group' }, where: string, row: number): void {
  walk.above = {};
  const { group } = walk;
  const { marker } = aside;
  const wish = 'wish' in aside ? { text: aside.wish, where } : null;
  const unit = 'unit' in aside ? { text: aside.unit, where } : null;
  if (wish || unit) {
    walk.lines.add(row);
    walk.last = row;
  }
  const ends = (other: Marker): boolean => (!wish && !unit) || (other === marker && marker !== 'none');
  if (unit || ends(group.unitMarker)) walk.group = { ...walk.group, unit, unitMarker: marker };
  if (wish || ends(group.wishMarker)) walk.group = { ...walk.group, wish, wishMarker: marker };
}

/** A line below a name that was merged down asks more for the same person. */
function readMergedPerson(walk: Walk, reader: LineReader): boolean {
  const above = reader.nameAbove;
  if (!above || reader.name) return false;
  const index = walk.made.get(above.row);
  if (typeof index === 'number' && reader.ownWish && reader.line.unseen === null && !reader.struck) {
    joinWish(walk, index, reader.ownWish.text, '; ');
  } else if (reader.ownWish) {
    skip(walk, reader);
  }
  return true;
}

/** Words written on over the rows below the wish: no number, no name, no gap. */
function readContinuation(walk: Walk, reader: LineReader, gap: boolean): boolean {
  const numbered = walk.layout.slots.some(({ kind }) => kind === 'number');
  if (!numbered || gap || reader.number !== null || !reader.ownWish) return false;
  if (!reader.cells.every((cell) => reader.isIn(cell, 'wish'))) return false;
  const index = walk.made.get(reader.line.row - 1);
  if (index === undefined) return false;
  walk.made.set(reader.line.row, index);
  if (index === 'skipped' || reader.line.unseen !== null) return true;
  if (!reader.struck) joinWish(walk, index, reader.ownWish.text, ' ');
  return true;
}

function joinWish(walk: Walk, index: number, text: string, between: string): void {
  const row = walk.rows[index];
  if (!row) return;
  const wish = row.wish
    ? { ...row.wish, text: `${row.wish.text}${between}${text}` }
    : { text, where: row.where };
  walk.rows[index] = { ...row, wish };
  walk.above.wish = wish;
}

/** Whether the line is a person's row: numbers, units and dotted lines alone are none. */
function namesSomething(walk: Walk, reader: LineReader, gap: boolean): boolean {
  const { name, number } = reader;
  if (isExample(reader.cells[0]?.text ?? '')) return false;
  if (name === null) return reader.ownWish !== null || reader.value('address') !== null;
  if (number !== null || reader.cells.length > 1) return true;
  const numbered = walk.layout.slots.some(({ kind }) => kind === 'number');
  return !gap && (!numbered || isNameLike(name.text));
}

function addRow(walk: Walk, reader: LineReader): void {
  const { above, group, layout, rows } = walk;
  const own = (kind: keyof Carried): Placed | null => {
    const value = reader.value(kind);
    if (!value || !isDitto(value.text)) return value;
    const text = above[kind]?.text;
    return text === undefined ? null : { text, where: value.where };
  };
  const wish = reader.wish(own('wish'), group.wish);
  const row: FormRow = {
    number: reader.number ?? (rows.at(-1)?.number ?? 0) + 1,
    where: walk.grid.place(reader.line.row, layout.from, layout.to),
    fullName: reader.name,
    unit: own('unit') ?? group.unit,
    wish,
    position: own('position'),
    phone: reader.value('phone'),
    address: reader.value('address'),
    newAddress: reader.value('newAddress'),
    note: own('note'),
  };
  walk.made.set(reader.line.row, rows.length);
  walk.above = { unit: row.unit, wish: row.wish, position: row.position, note: row.note };
  rows.push(row);
}

/** Tells of a row that nobody sees or that was struck out. What stands above a ditto mark is then unsure. */
function skip(walk: Walk, reader: LineReader): void {
  const text = reader.cells.map((cell) => cell.text.replaceAll('\n', ' ')).join(' | ');
  const where = walk.grid.place(reader.line.row, walk.layout.from, walk.layout.to);
  walk.skipped.push({ where, why: reader.line.unseen ?? 'struck', text });
  walk.made.set(reader.line.row, 'skipped');
  walk.above = {};
}
