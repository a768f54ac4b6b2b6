import type { FormRow, Placed, SkippedRow } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import {
  actionsIn,
  asideOf,
  endsList,
  heldBelow,
  isActionPhrase,
  isCount,
  isExample,
  isGivenName,
  isNameLike,
  isSignature,
  saysNobody,
} from './aside.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { headingAt, isRepeated, isStrangeHeading, type Layout } from './layout.ts';
import { isNamePart, LineReader } from './line-reader.ts';
import { isVoid, titleAbove } from './list-title.ts';
import { apart } from './shared-rows.ts';
import { groupOfName, placeOfName } from './sheet-name.ts';
import { withWholeNames } from './unheaded.ts';
import {
  addRow,
  isNumbered,
  joinHanging,
  joinNote,
  joinPerson,
  joinWish,
  openGroup,
  openStrange,
  skip,
  startWalk,
  type Walk,
} from './walk.ts';

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

/** Reads the rows below the first heading of a grid, and below its repetitions; null where there is no heading. */
export function readTable(grid: Grid): Table | null {
  let walk: Walk | undefined;
  const names: { from: number; to: number; row: number }[] = [];
  let asks = false;
  for (let index = 0; index < grid.lines.length; ) {
    const bare = headingAt(grid, index);
    const heading = bare && withWholeNames(grid, index, bare);
    if (heading && (!walk || walk.ended || isRepeated(walk.layout, heading.layout))) {
      walk ??= startTable(grid, index, heading.layout);
      walk.layout = heading.layout;
      walk.ended = false;
      walk.caution = cautionAbove(walk, grid, index);
      walk.apart = apartFrom(walk, grid, index);
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
    for (const own of walk && line ? apart(walk.layout, line) : []) if (walk) readLine(walk, own);
    index += 1;
  }
  if (!walk) return null;
  return {
    rows: withPrinted(withFilled(walk.rows)),
    skipped: walk.skipped,
    asks: asks || walk.rows.some((row) => row.wish !== null),
    lines: withoutLastTitles(walk),
    isName: ({ row, column }) =>
      names.some((name) => row > name.row && column >= name.from && column <= name.to),
  };
}

/** An area that holds none of the rows is an earlier table's. */
function withPrinted(rows: FormRow[]): FormRow[] {
  if (rows.some(({ unprinted }) => !unprinted)) return rows;
  return rows.map(({ unprinted: _, ...row }) => row);
}

/** The rows without what stands in a column that nobody filled. */
function withFilled(rows: readonly FormRow[]): FormRow[] {
  const filled = new Set(
    rows.flatMap(({ others = [] }) => others.flatMap(({ text, heading }) => (text === '' ? [] : [heading]))),
  );
  return rows.map(({ others = [], ...row }) => {
    const said = others
      .filter(({ heading }) => filled.has(heading))
      .map((other) => (other.text === '' ? { ...other, where: row.where } : other));
    return said.length > 0 ? { ...row, others: said } : row;
  });
}

/** A table's title that says against it; a heading that is only repeated overleaf has none of its own. */
function cautionAbove(walk: Walk, grid: Grid, index: number): Placed | null {
  const above = grid.lines.slice(Math.max(0, index - titleLines), index).reverse();
  if (walk.last > 0 && above[0]?.row === walk.last) return walk.caution;
  const titles = above.flatMap(({ cells: [cell, more], row }) =>
    cell && !more && row > walk.last ? [cell] : [],
  );
  const title = titles.find(({ text }) => heldBelow(text) === 'all');
  return title ? { text: title.text, where: title.where } : null;
}

/** What stands above a further table, or its heading; a heading that is only repeated overleaf begins none. */
function apartFrom(walk: Walk, grid: Grid, index: number): Placed | null {
  const [heading, above] = [grid.lines[index], grid.lines[index - 1]];
  if (walk.last === 0 || !heading || above?.row === walk.last) return walk.apart;
  const cell = (above && above.row > walk.last ? above : heading).cells[0];
  return cell ? { text: cell.text, where: cell.where } : null;
}

/** Lines above a heading that may be its title. */
const titleLines = 2;

/**
 * A table that has no column for it may say in its title what is asked: `Danh sách hủy bỏ hộp thư`; one without such a title, in the name of
 * its sheet.
 */
function startTable(grid: Grid, index: number, layout: Layout): Walk {
  const walk = startWalk(grid, layout);
  if (layout.slots.some(({ kind }) => kind === 'wish' || kind === 'tick')) return walk;
  const named = grid.name === undefined ? null : groupOfName(grid.name);
  const isSheet = grid.name !== undefined && named !== null;
  const title = titleAbove(grid.lines.slice(0, index));
  if (title) {
    const { aside, cell, isNext } = title;
    // A sheet whose name asks for something else is of another use of the file, or the title is.
    const isOther = isSheet && !actionsIn(named.wish).some((one) => actionsIn(aside.wish).includes(one));
    openGroup(
      walk,
      isOther ? { ...aside, listed: grid.name ?? '' } : aside,
      cell.where,
      isNext ? cell.row : null,
    );
    walk.titled = walk.group.wish;
  } else if (isSheet) openGroup(walk, named, placeOfName(grid.name ?? ''), null);
  return walk;
}

function readLine(walk: Walk, line: Line): void {
  walk.spans = walk.spans.filter(({ lastRow }) => lastRow >= line.row);
  const reader = new LineReader(walk.layout, line, walk.spans);
  walk.spans.push(...line.cells.filter(({ row, lastRow }) => lastRow > row));
  if (reader.cells.length === 0 || reader.isColumnNumbers()) return;
  if (reader.number === null && reader.cells.every(({ text }) => endsList(text))) return;
  if (isStrangeHeading(reader.cells)) {
    openStrange(walk, reader);
    return;
  }
  if (readNoteOn(walk, reader) || readAside(walk, reader)) return;
  if (walk.ended && !resumes(walk, reader)) return;
  if (walk.ended && walk.signed) walk.caution = walk.signed;
  walk.ended = false;
  const gap = line.row > walk.last + 1;
  walk.last = line.row;
  walk.lines.add(line.row);
  if (readMergedPerson(walk, reader) || readContinuation(walk, reader, gap)) return;
  if (!namesSomething(walk, reader, gap)) {
    if (isSentence(reader)) walk.lines.delete(line.row);
    return;
  }
  if (reader.unseen !== null) skip(walk, reader);
  else addRow(walk, reader);
}

/** What looks like the title of a group and has nobody below it is a sentence: "Đề nghị hủy bỏ phiếu này." */
function withoutLastTitles({ lines, titles, made }: Walk): ReadonlySet<number> {
  const last = Math.max(0, ...made.keys());
  return new Set([...lines].filter((row) => row < last || !titles.has(row)));
}

/** Whether a person goes on where the table seemed to have ended: with the next number, or with a clear wish. */
function resumes(walk: Walk, reader: LineReader): boolean {
  const next = (walk.rows.at(-1)?.number ?? 0) + 1;
  const goesOn = reader.number === next || isActionPhrase(reader.ownWish?.text ?? '');
  return goesOn && isNameLike(reader.name?.text ?? '');
}

/** Group lines, totals, signatures and notes; true where the line was one. */
function readAside(walk: Walk, reader: LineReader): boolean {
  const { cells, number, marker, line } = reader;
  const isMark = (cell: Cell): boolean =>
    reader.isIn(cell, 'number') && (number !== null || marker !== 'none');
  const rest = cells.filter((cell) => !isCount(cell.text) && !isMark(cell));
  const only = rest.length === 1 ? rest[0] : undefined;
  if (number !== null && !(only && (isActionPhrase(only.text) || isList.test(fold(only.text))))) return false;
  if (marker === 'none' && isActionPhrase(reader.ownWish?.text ?? '')) return false;
  // Who signs stands in the columns of numbers or names; elsewhere the same words are somebody's post.
  const heads = cells.filter((cell) => reader.isIn(cell, 'number') || reader.isName(cell));
  const head = heads.find(({ text }) => isSignature(text)) ?? heads[0];
  const text = (only ?? head ?? cells[0])?.text ?? '';
  const aside = asideOf(text, only !== undefined || cells.length === 1, marker);
  if (
    !aside ||
    (aside.is === 'group' &&
      marker === 'none' &&
      only &&
      reader.isIn(only, 'wish', 'unit', 'division', 'formerUnit'))
  )
    return false;
  if (aside.is === 'group' && only && reader.isName(only) && endsName(walk, line, only.text)) return false;
  if (aside.is === 'end' && line.unseen === null) {
    walk.ended = true;
    const [first] = cells;
    if (first && marker === 'none' && isSignature(text)) walk.signed = { text, where: first.where };
  }
  if (aside.is !== 'group' || !only) return true;
  const { where } = only;
  const said = line.unseen === null && !isVoid(only) ? aside : { is: aside.is, marker: aside.marker };
  openGroup(walk, said, where, line.row);
  if (said === aside && !('wish' in aside) && !('unit' in aside))
    walk.group = { ...walk.group, plain: { text: only.text, where } };
  const held = heldBelow(only.text);
  if (!('unit' in aside)) walk.caution = held === 'all' ? { text: only.text, where } : null;
  if ('wish' in aside || held !== null) walk.apart = 'wish' in aside ? null : { text: only.text, where };
  // A lone name that looks like none, in a table that numbers nobody, is asked about rather than dropped.
  return !(
    !isNumbered(walk.layout) &&
    said === aside &&
    !('wish' in aside) &&
    !('unit' in aside) &&
    reader.name !== null
  );
}

/** `3 | Danh sách còn sử dụng | | |`: a numbered group, and no person. */
const isList = /^(?:danh sach|cac|nhung) /;

/** Whether a word that stands alone in the column of names ends the name above it. */
function endsName(walk: Walk, { row }: Line, word: string): boolean {
  const index = walk.made.get(row - 1);
  const above = typeof index === 'number' ? walk.rows[index]?.fullName : null;
  return isNumbered(walk.layout) && isGivenName(word) && (above?.text ?? '').split(' ').length < 4;
}

/** A line below a name that was merged down asks more for the same person. */
function readMergedPerson(walk: Walk, reader: LineReader): boolean {
  const above = reader.nameAbove;
  if (!above || reader.name) return false;
  const index = walk.made.get(above.row);
  if (typeof index === 'number') joinHanging(walk, index, reader.line);
  if (typeof index === 'number' && reader.ownWish && reader.unseen === null) {
    joinWish(walk, index, reader.ownWish.text, '; ');
  } else if (reader.ownWish) {
    skip(walk, reader);
  }
  return true;
}

/** Words written on over the rows below the wish, or the end of a name with all that stands beside it: no number, no gap. */
function readContinuation(walk: Walk, reader: LineReader, gap: boolean): boolean {
  if (!isNumbered(walk.layout) || gap || reader.number !== null) return false;
  const index = walk.made.get(reader.line.row - 1);
  if (index === undefined || !goesOn(walk, reader, index)) return false;
  walk.made.set(reader.line.row, index);
  if (index === 'skipped' || reader.unseen !== null) return true;
  joinPerson(walk, index, reader);
  joinHanging(walk, index, reader.line);
  if (reader.ownWish) joinWish(walk, index, reader.ownWish.text, ' ');
  return true;
}

/** A note written on over the line below its row, where nothing else stands; the date and who signs may stand as far to the right. */
function readNoteOn(walk: Walk, reader: LineReader): boolean {
  const { row } = reader.line;
  const index = walk.made.get(row - 1);
  const isNote = reader.cells.every(
    (cell) => reader.isIn(cell, 'note') && asideOf(cell.text, true)?.is !== 'end',
  );
  if (index === undefined || !isNote) return false;
  walk.made.set(row, index);
  walk.lines.add(row);
  walk.last = row;
  if (index !== 'skipped' && reader.unseen === null) joinNote(walk, index, reader);
  return true;
}

/** A wish below a row that has none may be anybody's, and nobody's whole name is one word. */
function goesOn(walk: Walk, reader: LineReader, index: number | 'skipped'): boolean {
  const above = index === 'skipped' ? undefined : walk.rows[index];
  if (reader.name !== null) return above?.fullName !== null && isGivenName(reader.name.text);
  const isWish = reader.ownWish !== null && reader.cells.every((cell) => reader.isIn(cell, 'wish'));
  return isWish && above?.wish !== null;
}

/**
 * Words of no row may speak of all: what stands alone and in no column for it, or beside other words where nobody is named. A unit filled in
 * beforehand says nothing.
 */
function isSentence(reader: LineReader): boolean {
  const said = reader.cells.filter(({ text }) => /\p{L}{2}/u.test(text));
  const [only, more] = said;
  if (
    !only ||
    reader.number !== null ||
    isExample(only.text, false) ||
    said.some(({ text }) => saysNobody(text))
  )
    return false;
  if (more) return !said.every((cell) => reader.isIn(cell, 'unit', 'division', 'formerUnit'));
  return reader.isIn(only, 'number', 'note') || reader.isName(only) || !reader.isUnderHeading(only);
}

/** Whether the line is a person's row: numbers, units, dotted lines, and that there is nobody, alone are none. */
function namesSomething(walk: Walk, reader: LineReader, gap: boolean): boolean {
  const { name, number } = reader;
  const [first] = reader.cells;
  const said = reader.cells.filter((cell) => !reader.isIn(cell, 'number'));
  if (said.length > 0 && said.every(({ text }) => saysNobody(text))) return false;
  if (first && isExample(first.text, reader.isIn(first, 'number'))) return false;
  if (name === null) return reader.ownWish !== null || reader.value('address') !== null;
  if (number !== null || reader.cells.length > 1) return true;
  return !gap && (!isNumbered(walk.layout) || isNameLike(name.text));
}
