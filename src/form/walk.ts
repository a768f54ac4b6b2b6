import type { FormRow, Placed, SkippedRow } from '../model/form.ts';
import { isOfOtherSystem } from '../text/other-things.ts';
import { type Aside, isDitto, type Marker } from './aside.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { saysUndone, tellsOfEquipment } from './headings.ts';
import type { Layout } from './layout.ts';
import type { LineReader } from './line-reader.ts';

/** The values that hold for rows below: ditto marks repeat them, groups supply them. */
type Carried = {
  unit?: Placed | null;
  division?: Placed | null;
  formerUnit?: Placed | null;
  wish?: Placed | null;
  position?: Placed | null;
  note?: Placed | null;
};

/** A table as far as it has been read. */
export type Walk = {
  grid: Grid;
  layout: Layout;
  rows: FormRow[];
  skipped: SkippedRow[];
  lines: Set<number>;
  /** Those of the lines that are titles of groups. */
  titles: Set<number>;
  /** Cells of rows above that reach down by merging. */
  spans: Cell[];
  above: Carried;
  group: {
    unit: Placed | null;
    unitMarker: Marker;
    wish: Placed | null;
    wishMarker: Marker;
    listed: Placed | null;
    /** The title of a group that asks for nothing and names no unit. */
    plain: Placed | null;
  };
  /** The wish that the title of the table asks, where it has no column for it. */
  titled: Placed | null;
  /** What the title above says against doing what its rows ask. */
  caution: Placed | null;
  /** What sets the rows apart from those that the form's content speaks of: the title of a further table, a group that asks for nothing. */
  apart: Placed | null;
  /** Grid row of the last line of the table, and what became of each line: an index of `rows`, or skipped. */
  last: number;
  made: Map<number, number | 'skipped'>;
  ended: boolean;
  /** Who signs above what goes on below: of the form that is signed it may be no part. */
  signed: Placed | null;
};

const noGroup: Walk['group'] = {
  unit: null,
  unitMarker: 'none',
  wish: null,
  wishMarker: 'none',
  listed: null,
  plain: null,
};

export function startWalk(grid: Grid, layout: Layout): Walk {
  return {
    grid,
    layout,
    rows: [],
    skipped: [],
    lines: new Set(),
    titles: new Set(),
    spans: [],
    above: {},
    group: noGroup,
    titled: null,
    caution: null,
    apart: null,
    last: 0,
    made: new Map(),
    ended: false,
    signed: null,
  };
}

/** Whether the table numbers its people. */
export function isNumbered({ slots }: Layout): boolean {
  return slots.some(({ kind }) => kind === 'number');
}

/**
 * A line of the same rank ends the group before it, whatever that was about; a line of no meaning ends all. `row` is null for a title that
 * stands outside the table.
 */
export function openGroup(
  walk: Walk,
  aside: Aside & { is: 'group' },
  where: string,
  row: number | null,
): void {
  walk.above = {};
  const { group } = walk;
  const { marker } = aside;
  const wish = 'wish' in aside ? { text: aside.wish, where } : null;
  const listed = 'wish' in aside && aside.listed !== undefined ? { text: aside.listed, where } : null;
  const unit = 'unit' in aside ? { text: aside.unit, where } : null;
  if (row !== null && (wish || unit)) {
    walk.titles.add(row);
    walk.lines.add(row);
    walk.last = row;
  }
  const ends = (other: Marker): boolean => (!wish && !unit) || (other === marker && marker !== 'none');
  if (unit || ends(group.unitMarker)) walk.group = { ...walk.group, unit, unitMarker: marker };
  if (wish || ends(group.wishMarker))
    walk.group = { ...walk.group, wish, wishMarker: marker, listed, plain: null };
}

/** Goes on below a heading that nobody understands: whose rows these are, and what they ask for, is not known. */
export function openStrange(walk: Walk, { cells: [first], line }: LineReader): void {
  if (!first) return;
  walk.above = {};
  walk.group = noGroup;
  walk.caution = {
    text: line.cells.map(({ text }) => text.replaceAll('\n', ' ')).join(' | '),
    where: first.where,
  };
  walk.lines.add(line.row);
  walk.last = line.row;
  walk.ended = false;
}

/** More words for the wish of a row that is there already. */
export function joinWish(walk: Walk, index: number, text: string, between: string): void {
  const row = walk.rows[index];
  if (!row) return;
  const wish = row.wish
    ? { ...row.wish, text: `${row.wish.text}${between}${text}` }
    : { text, where: row.where };
  walk.rows[index] = { ...row, wish };
  walk.above.wish = wish;
}

/** More words for the note of a row. */
export function joinNote(walk: Walk, index: number, reader: LineReader): void {
  const [row, more] = [walk.rows[index], reader.value('note')];
  if (!row || !more) return;
  const note = row.note ? { ...row.note, text: `${row.note.text} ${more.text}` } : more;
  walk.rows[index] = { ...row, note };
}

/** The end of a row's name and unit, written on over the line below. */
export function joinPerson(walk: Walk, index: number, reader: LineReader): void {
  const row = walk.rows[index];
  if (!row || reader.name === null) return;
  const goOn = (above: Placed | null, more: Placed | null): Placed | null =>
    above && more ? { ...above, text: `${above.text} ${more.text}` } : (above ?? more);
  walk.rows[index] = {
    ...row,
    fullName: goOn(row.fullName, reader.name),
    unit: goOn(row.unit, reader.value('unit')),
  };
}

/** Makes a row of a line. */
export function addRow(walk: Walk, reader: LineReader): void {
  const { above, group, layout, rows } = walk;
  const own = (kind: keyof Carried): Placed | null => {
    const value = reader.value(kind);
    if (!value || !isDitto(value.text)) return value;
    // A mark below nothing stays what it is: nobody knows what it repeats.
    return { text: above[kind]?.text ?? value.text, where: value.where };
  };
  // In a table of numbered people a bare name may be anybody's: it is asked about.
  const inGroup = reader.number !== null || reader.cells.length > 1 || !isNumbered(layout);
  const wish = reader.wish(own('wish'), inGroup ? group.wish : null);
  const { result, unheaded, others } = reader;
  const note = own('note');
  // Who retired may still have been listed for something else.
  const listed = inGroup && wish?.where === group.wish?.where ? group.listed : null;
  const caution =
    walk.caution ??
    elsewhere(layout) ??
    headedAgainst(layout, reader.ownWish) ??
    (wish === null ? walk.apart : listed);
  const [division, formerUnit] = [own('division'), own('formerUnit')];
  const unit = own('unit');
  const title = inGroup ? (group.wish ?? group.plain) : null;
  const dated = datedHeading(layout, reader.ownWish);
  const row: FormRow = {
    number: reader.number ?? (rows.at(-1)?.number ?? 0) + 1,
    where: walk.grid.place(reader.line.row, layout.from, layout.to),
    fullName: reader.name,
    unit: unit ?? group.unit ?? (division === null ? formerUnit : null),
    ...(unit && group.unit && { unitGroup: group.unit }),
    ...(division && { division }),
    ...(formerUnit && { formerUnit }),
    ...(title && title.where !== wish?.where && { groupTitle: title }),
    ...(dated && { wishHeading: dated }),
    wish,
    position: own('position'),
    phone: reader.value('phone'),
    address: reader.value('address'),
    newAddress: reader.value('newAddress'),
    note: together(note, reader.officeResult, unheaded, ...(reader.line.noted ?? [])),
    ...(caution && { caution }),
    ...(wish !== null &&
      walk.titled !== null &&
      wish.where === walk.titled.where && { titled: true as const }),
    ...(others.length > 0 && { others }),
    ...hanging(reader.line),
    ...(result && { result }),
  };
  walk.made.set(reader.line.row, rows.length);
  walk.above = { unit: row.unit, division, formerUnit, wish: row.wish, position: row.position, note };
  rows.push(row);
}

/** The heading that says that the table is about another system or about equipment: `Nội dung yêu cầu trên phần mềm QLVB`, `Tên thiết bị`. */
function elsewhere({ slots, others }: Layout): Placed | null {
  const head =
    headingOfWish(slots, isOfOtherSystem) ??
    [...slots, ...others].find(({ heading }) => tellsOfEquipment(heading));
  return head ? { text: head.heading, where: head.where } : null;
}

/** The heading of the wishes where it says against doing them. */
function headedAgainst({ slots }: Layout, wish: Placed | null): Placed | null {
  const slot = wish && headingOfWish(slots, saysUndone);
  return slot ? { text: slot.heading, where: wish.where } : null;
}

/** The heading of the wishes where it names a year: `Nội dung đề nghị (từ 01/01/2027)`. */
function datedHeading({ slots }: Layout, wish: Placed | null): Placed | null {
  const slot = wish && headingOfWish(slots, (heading) => /(?<!\d)20\d\d(?!\d)/.test(heading));
  return slot ? { text: slot.heading, where: slot.where } : null;
}

const headingOfWish = (
  slots: Layout['slots'],
  isSuch: (heading: string) => boolean,
): Layout['slots'][number] | undefined =>
  slots.find(({ kind, heading }) => kind === 'wish' && isSuch(heading));

function together(...notes: readonly (Placed | null)[]): Placed | null {
  const said = notes.filter((note) => note !== null);
  const [first] = said;
  return first ? { ...first, text: said.map(({ text }) => text).join('; ') } : null;
}

/** What hangs on a line, as its row keeps it. */
function hanging({
  beside = [],
  crossed,
  unprinted,
}: Partial<Line>): Pick<FormRow, 'remarks' | 'crossed' | 'unprinted'> {
  return {
    ...(beside.length > 0 && { remarks: beside }),
    ...(crossed && { crossed }),
    ...(unprinted && { unprinted }),
  };
}

/** What hangs on a further line of a row is said of the row. */
export function joinHanging(walk: Walk, index: number, line: Line): void {
  const row = walk.rows[index];
  const beside = [...(row?.remarks ?? []), ...(line.beside ?? [])];
  if (row) walk.rows[index] = { ...row, ...hanging({ ...line, beside }) };
}

/** Tells of a row that nobody sees or that was struck out. What stands above a ditto mark is then unsure. */
export function skip(walk: Walk, reader: LineReader): void {
  const text = reader.cells.map((cell) => cell.text.replaceAll('\n', ' ')).join(' | ');
  const where = walk.grid.place(reader.line.row, walk.layout.from, walk.layout.to);
  walk.skipped.push({ where, why: reader.unseen ?? 'struck', text });
  walk.made.set(reader.line.row, 'skipped');
  walk.above = {};
}
