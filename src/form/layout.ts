import type { Placed } from '../model/form.ts';
import { fold, tidy } from '../text/fold.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { asksWhether, type ColumnKind, columnKind, tellsOfEquipment, tellsWhich } from './headings.ts';
import { isNamePart } from './line-reader.ts';

/** One column of a table, from its heading, which stands at `where`; `from` and `to` are columns of the grid. */
export type Slot = { kind: ColumnKind; from: number; to: number; heading: string; where: string };

/** The columns of a table under one heading, left to right. */
export type Layout = {
  slots: readonly Slot[];
  from: number;
  to: number;
  /** All cells of the heading, also those of columns that the form does not know. */
  heads: readonly Pick<Cell, 'column' | 'lastColumn'>[];
  /** Columns that the form does not know, or whose heading asks whether there is a mailbox. */
  others: readonly Other[];
};

/** A column of which only its heading's words are known. */
export type Other = { heading: string; from: number; to: number; where: string };

/** A heading found in a grid: its layout, and the index of the first line below it. */
export type Heading = { layout: Layout; next: number };

/** Some word of every heading of names: thousands of rows need no closer look. */
const nameHint =
  /h[oọ]|t[eê]n|cán|can bo|chức|chuc|nhân|nhan|người|nguoi|ông|ong|đồng ch|dong ch|đ\/c|cbcc|th[uư]|mail|kho[aả]n/i;

/** Reads the line at `index`, and the one below where it continues it, as the heading of a table. */
export function headingAt(grid: Grid, index: number): Heading | null {
  const top = grid.lines[index];
  if (!top || top.unseen || !top.cells.some(({ text }) => nameHint.test(text))) return null;
  const below = grid.lines[index + 1];
  const layouts: Heading[] = [];
  if (below && !below.unseen && continuesHeading(top, below)) {
    layouts.push({ layout: layoutOf(slotsOf(top, below), [top, below]), next: index + 2 });
  }
  layouts.push({ layout: layoutOf(slotsOf(top, null), [top]), next: index + 1 });
  return layouts.find(({ layout }) => isHeading(layout, top)) ?? null;
}

/**
 * A second heading line says more about columns of the first and is no heading by itself, unless the first alone has the
 * STT: `STT | Cán bộ | Đơn vị` over `Họ và tên | Chức vụ`.
 */
function continuesHeading(top: Line, below: Line): boolean {
  if (below.row > top.row + 1) return false;
  const whole = isHeading(layoutOf(slotsOf(below, null), [below]), below);
  if (whole && (!isNumbered(top) || isNumbered(below))) return false;
  if (top.cells.every((cell) => columnKind(cell.text) === null)) return false;
  return below.cells.every((cell) => {
    const overs = top.cells.filter((it) => it.column <= cell.lastColumn && it.lastColumn >= cell.column);
    const [over] = overs;
    if (!over) return columnKind(cell.text) !== null;
    // A line across several columns is a group of rows.
    if (overs.length > 1) return false;
    if (over.lastColumn - over.column > cell.lastColumn - cell.column) {
      // Below one merged `Họ và tên` people write names in two columns, without a word about it.
      const isHead = columnKind(cell.text) !== null || tellsWhich(cell.text);
      return columnKind(over.text) !== 'fullName' || isHead;
    }
    if (whole) return columnKind(cell.text) !== null;
    // One column below one that is headed already: only a broken phrase, such as `Họ và` over `tên`.
    return columnKind(over.text) === null && columnKind(`${over.text} ${cell.text}`) !== null;
  });
}

function isNumbered(line: Line): boolean {
  return line.cells.some(({ text }) => columnKind(text) === 'number');
}

function cellOver(top: Line, cell: Cell): Cell | undefined {
  return top.cells.find(({ column, lastColumn }) => cell.column >= column && cell.column <= lastColumn);
}

function slotsOf(top: Line, below: Line | null): Slot[] {
  const slots: Slot[] = [];
  const add = (kind: ColumnKind | null, { column, lastColumn, where }: Cell, heading: string): void => {
    if (kind)
      slots.push({ kind, from: column, to: lastColumn, heading: heading.replaceAll('\n', ' '), where });
  };
  for (const cell of top.cells) {
    const parts =
      below?.cells.filter(({ column }) => column >= cell.column && column <= cell.lastColumn) ?? [];
    if (parts.length === 0) add(kindBeside(top, cell), cell, cell.text);
    for (const part of parts) {
      const whole = parts.length === 1 || columnKind(cell.text) === 'tick' || tellsWhich(part.text);
      const heading = whole ? `${cell.text} ${part.text}` : part.text;
      add(partKind(cell.text, part.text), part, heading);
    }
  }
  for (const part of below?.cells ?? []) {
    if (!cellOver(top, part)) add(columnKind(part.text), part, part.text);
  }
  return slots.sort((a, b) => a.from - b.from);
}

/** `Họ và` beside `tên` are one phrase over two columns of a name. */
function kindBeside(top: Line, { text, lastColumn }: Cell): ColumnKind | null {
  const next = top.cells.find(({ column }) => column === lastColumn + 1);
  const breaks = fold(text) === 'ho va' && next !== undefined && columnKind(next.text) === 'given';
  return breaks ? 'family' : columnKind(text);
}

/** `Họ và tên` over `Họ đệm`, `Hộp thư` over `Mới`, `Nội dung đề nghị` over `Cấp mới`. */
function partKind(over: string, part: string): ColumnKind | null {
  const alone = columnKind(part);
  const together = columnKind(`${over} ${part}`);
  const head = columnKind(over);
  if (head === 'wish') return alone ?? 'wish';
  if (head === 'address' && together) return together;
  return alone ?? together ?? head;
}

function layoutOf(slots: readonly Slot[], lines: readonly Line[]): Layout {
  const ticks = slots.filter(({ kind }) => kind === 'tick');
  // "Khác" is a choice only beside others.
  const known = slots
    .filter((slot) => ticks.length > 1 || fold(slot.heading) !== 'khac')
    .filter((slot) => slot.kind !== 'addressed' || !slots.some(({ kind }) => isNamePart(kind)))
    .map(wholeName(slots))
    .map(unitApart)
    .map(toldBesideResult);
  return {
    slots: known,
    from: Math.min(...known.map(({ from }) => from)),
    to: Math.max(...known.map(({ to }) => to)),
    heads: lines.flatMap(({ cells }) => cells),
    others: othersOf(known, lines).slice(0, mostOthers),
  };
}

/** More further columns than any form of an office has. */
const mostOthers = 20;
const longestHeading = 160;

const overlap = (one: Head, other: Head): boolean =>
  one.column <= other.lastColumn && one.lastColumn >= other.column;
type Head = Pick<Cell, 'column' | 'lastColumn'>;

function othersOf(slots: readonly Slot[], lines: readonly Line[]): Other[] {
  const heads = lines.flatMap(({ cells }) => cells);
  const unknown = heads
    .filter((head) => !heads.some((below) => below.row > head.row && overlap(below, head)))
    .filter((head) => !slots.some(({ from, to }) => overlap({ column: from, lastColumn: to }, head)))
    .map((head) => ({
      from: head.column,
      to: head.lastColumn,
      where: head.where,
      heading: tidy(
        heads
          .filter((over) => overlap(over, head))
          .map(({ text }) => text)
          .join(' '),
      ).slice(0, longestHeading),
    }));
  return [...unknown, ...slots.filter(({ kind, heading }) => kind === 'address' && asksWhether(heading))];
}

/** `Lý do` right of `Kết quả` is ours, and no reason of the office's. */
function toldBesideResult(slot: Slot, index: number, slots: readonly Slot[]): Slot {
  const before = slots[index - 1];
  const isTold = slot.kind === 'note' && fold(slot.heading) === 'ly do';
  return isTold && before?.kind === 'result' && before.to + 1 === slot.from
    ? { ...slot, kind: 'told' }
    : slot;
}

/** `Tên` is half a name beside `Họ đệm` and a whole one without it. */
function wholeName(slots: readonly Slot[]): (slot: Slot) => Slot {
  const split = slots.some(({ kind }) => kind === 'family') && slots.some(({ kind }) => kind === 'given');
  const whole = slots.some(({ kind }) => kind === 'fullName');
  return (slot) => {
    if (slot.kind === 'addressed') return { ...slot, kind: 'fullName' };
    if (split || (slot.kind !== 'given' && slot.kind !== 'family')) return slot;
    return whole ? slot : { ...slot, kind: 'fullName' };
  };
}

/** Of several columns of units that which is called so has the unit, whatever stands before it; a former unit is none of these. */
function unitApart(slot: Slot, _: number, slots: readonly Slot[]): Slot {
  if (slot.kind !== 'unit') return slot;
  if (isFormer(slot.heading)) return { ...slot, kind: 'formerUnit' };
  const units = slots.filter(({ kind, heading }) => kind === 'unit' && !isFormer(heading));
  const unit = units.find(({ heading }) => /\bdon vi\b/.test(fold(heading))) ?? units[0];
  return slot === unit ? slot : { ...slot, kind: 'division' };
}

const isFormer = (heading: string): boolean => /\b(?:cu|truoc)\b/.test(fold(heading));

/** A table of requests has a column of names, or of mailboxes with what is asked, and others that only such a table has. */
function isHeading({ slots }: Layout, top: Line): boolean {
  const has = (...kinds: ColumnKind[]): boolean => slots.some(({ kind }) => kinds.includes(kind));
  const numbered = has('number');
  // A lone `Cấp mới` may be what a field says; in a table without STT it takes two to be choices.
  const known = slots.filter(({ kind }) => kind !== 'tick');
  const ticks = slots.length - known.length;
  const asks = has('wish') || ticks > (numbered ? 0 : 1);
  if (!has('fullName', 'given') && !(numbered && asks && has('address'))) return false;
  // `Họ và tên: | Trần B | Đơn vị: | …` is a line of the requester's fields, and one with an STT is a row.
  const labels = top.cells.filter((cell) => cell.text.endsWith(':')).length;
  if (labels > 0 && labels * 2 >= top.cells.length) return false;
  if (top.cells.some(({ text }) => /^\(?\d+\)?[.)]?$/.test(text))) return false;
  if (numbered) return slots.length > 1;
  const count = known.length + (ticks > 1 ? ticks : 0);
  return count > (asks ? 1 : 2) && count * 2 > top.cells.length;
}

/** Whether a heading further down repeats the one before: a row of bold words is none. */
export function isRepeated(before: Layout, heading: Layout): boolean {
  const numbered = heading.slots.some(({ kind }) => kind === 'number');
  return numbered || heading.slots.every((slot, index) => slot.heading === before.slots[index]?.heading);
}

/** Whether cells below a table head another one that is not understood: with an STT of its own, or with headings alone and one of equipment. */
export function isStrangeHeading(cells: readonly Cell[]): boolean {
  const kinds = cells.map(({ text }) => columnKind(text));
  const isHead = kinds.some((kind) => kind !== null && kind !== 'tick');
  if (kinds.length < 2 || !isHead) return false;
  if (cells.some(({ text }) => ownNumber.test(fold(text)))) return true;
  const isOfThings = cells.map(({ text }) => tellsOfEquipment(text));
  return isOfThings.includes(true) && isOfThings.every((is, at) => is || kinds[at] !== null);
}

/** `Số`, as some head it, may be the end of a unit's name. */
const ownNumber = /^(?:stt|s t t|tt|so tt|so thu tu)$/;

/** The headings that say nothing to us, of a table that numbers its rows and in which no names were found. */
export function strangeHeadings({ lines }: Grid): Placed[] {
  const top = lines.find((line) => line.unseen === null && line.cells.length > 2 && isNumbered(line));
  const strange = top?.cells.filter(({ text }) => columnKind(text) === null) ?? [];
  return strange.map(({ text, where }) => ({ text: text.replaceAll('\n', ' '), where }));
}
