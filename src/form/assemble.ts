import type { Form, FormRow, FormSource, Placed, SkippedRow } from '../model/form.ts';
import { returnedHead } from '../text/done-mark.ts';
import { fold } from '../text/fold.ts';
import { isSignature } from './aside.ts';
import { withHeadings } from './bare-rows.ts';
import { withChoices } from './choices.ts';
import { type Fields, readFields } from './fields.ts';
import { withoutFormer } from './former-sheets.ts';
import { excessIn, type Grid } from './grid.ts';
import { headingAt, strangeHeadings } from './layout.ts';
import { inUnicode } from './legacy.ts';
import { isTitle } from './letterhead.ts';
import { withLists } from './lists.ts';
import { passedOver } from './passed-over.ts';
import { withRecords } from './records.ts';
import { bearsMarkAbove, bearsSecrecyMark } from './secrecy.ts';
import { besideContent } from './sheet-name.ts';
import { apartFromSide } from './side-by-side.ts';
import { readTable, type Table } from './table.ts';
import { withPeopleInRows } from './transposed.ts';
import { Unreadable } from './unreadable.ts';

/** What a file's grids are: forms (none where nothing looks like one), or a document with a secrecy mark. */
export type Assembled =
  /** `source`: how the file was read before the mark was seen. */
  | { secret: true; source: FormSource }
  /** `words` are those of a file that is no form. */
  | { secret: false; forms: Form[]; words: readonly Placed[] };

type Sheet = {
  table: Table | null;
  fields: Fields;
  titled: boolean;
  remarks: readonly Placed[];
  strange: readonly Placed[];
};

/**
 * Makes forms of a file's grids, in their order: one for each sheet that has the title or the requester's fields.
 * A sheet with only a table continues the form before it. A bare list of people, who ask nothing, is a
 * form's list only where that form has no rows itself; otherwise its people are told of as passed over. Throws Unreadable.
 */
export function assemble(written: readonly Grid[], source: FormSource, attachment: string | null): Assembled {
  const excess = excessIn(written);
  if (excess) throw new Unreadable(`more than a form holds: ${excess}`);
  const { grids: read, was } = inUnicode(written);
  const grids = withChoices(read);
  if (was.includes('TCVN3') && isWithoutHyphens(source, written))
    throw new Unreadable('TCVN3 without its ư: the PDF has no soft hyphens');
  const sheets = grids
    .flatMap(splitForms)
    .flatMap(apartFromSide)
    .map((grid) => (isOfWord(source) ? withList(grid) : grid));
  const parts = withHeadings(withRecords(sheets.map(withPeopleInRows))).map((grid) => ({
    grid,
    table: readTable(grid),
  }));
  if (parts.some(({ grid, table }) => isSecret(grid, table))) return { secret: true, source };
  const forms: Form[] = [];
  const outside: SkippedRow[] = [];
  for (const { grid, table } of parts) {
    const sheet = readSheet(grid, table);
    const last = forms.at(-1);
    if (sheet.titled) forms.push(formOf(sheet, source, attachment));
    else if (last && table && (table.asks || last.rows.length === 0))
      forms[forms.length - 1] = continued(last, sheet, table);
    else if (table?.asks) forms.push(formOf(sheet, source, attachment));
    else outside.push(...passedOver(grid, table));
  }
  const [first, ...others] = forms;
  if (first) forms.splice(0, forms.length, { ...first, skipped: [...first.skipped, ...outside] }, ...others);
  const distinct = distinctForms(withoutFormer(forms));
  return {
    secret: false,
    words: distinct.length > 0 ? [] : grids.flatMap((grid) => wordsOutside(grid, null)),
    forms: was.length === 0 ? distinct : distinct.map((form) => ({ ...form, convertedFrom: was })),
  };
}

/** Whether its paragraphs are whole; lines of a page may be broken anywhere. */
const isOfWord = (source: FormSource): boolean => source === 'docx' || source === 'doc' || source === 'odt';

/** A form without a table, whose people stand in a list. A covering letter that lists them is none. */
function withList(grid: Grid): Grid {
  const { lines } = grid;
  const isForm = lines.some(({ cells }) => cells.some(({ text }) => isTitle(text)));
  const hasTable = lines.some((_, index) => headingAt(grid, index) !== null);
  return isForm && !hasTable ? (withLists(grid, 'whole') ?? grid) : grid;
}

/** Programs that make PDFs leave soft hyphens out: what is left of `Ph­¬ng` would be another name. */
function isWithoutHyphens(source: FormSource, grids: readonly Grid[]): boolean {
  const isPdf = source === 'pdf-text' || source === 'pdf-fields';
  return (
    isPdf &&
    !grids.some(({ lines }) => lines.some(({ cells }) => cells.some(({ text }) => text.includes('\u00ad'))))
  );
}

/** Whether a secrecy mark stands in some cell or line, or beside it, and is no name in a table. */
export function isSecret(grid: Grid, table: Table | null): boolean {
  return grid.lines.some(({ cells, beside = [] }, at) => {
    if (beside.some(({ text }) => bearsSecrecyMark(text))) return true;
    const below = grid.lines[at + 1]?.cells.map(({ text }) => text) ?? [];
    return cells.some((cell) => !table?.isName(cell) && bearsMarkAbove(cell.text, below));
  });
}

function readSheet(grid: Grid, table: Table | null): Sheet {
  const { count, ...fields } = readFields(grid, table?.lines ?? new Set());
  const title = grid.lines.some(
    ({ cells, unseen }) => unseen === null && cells.some(({ text }) => isTitle(text)),
  );
  const strange = table ? [] : strangeHeadings(grid);
  return { table, fields, titled: title || count > 1, remarks: wordsOutside(grid, table), strange };
}

/** What a reader sees of a grid that is no part of its table, a line as one; without what we wrote into a form that comes back. */
function wordsOutside({ lines, words = [] }: Grid, table: Table | null): Placed[] {
  // A title that says against its own rows says nothing of others.
  const titles = new Set(table?.rows.map(({ caution }) => caution?.where));
  const outside = lines
    .filter(({ row, unseen }) => unseen === null && !table?.lines.has(row))
    .flatMap(({ cells, beside = [] }): Placed[] => {
      const seen = cells.filter(
        ({ struck, where, text, kind }) =>
          !struck && kind !== 'untick' && !titles.has(where) && !text.startsWith(returnedHead),
      );
      const [first] = seen;
      // Who signs, and what is noted beside him, are no sentence.
      if (seen.some(({ text }) => isSignature(text)))
        return [...seen.map(({ text, where }) => ({ text, where })), ...beside];
      const line = first ? [{ text: seen.map(({ text }) => text).join(' '), where: first.where }] : [];
      return [...line, ...beside];
    });
  return [...outside, ...words];
}

function formOf(
  { table, fields, remarks, strange }: Sheet,
  source: FormSource,
  attachment: string | null,
): Form {
  const { rows: written = [], skipped = [] } = table ?? {};
  const rows = besideContent(written, fields.content, true);
  return {
    ...{ source, attachment, ...fields, rows, skipped },
    ...(strange.length > 0 && { strangeHeadings: strange }),
    ...(remarks.length > 0 && { remarks }),
  };
}

function continued(form: Form, { remarks }: Sheet, table: Table): Form {
  const offset = form.rows.at(-1)?.number ?? 0;
  const goesOn = (table.rows[0]?.number ?? 0) > offset;
  const numbered = table.rows.map((row) =>
    goesOn ? row : { ...row, number: row.number + offset, written: row.number },
  );
  const rows = besideContent(numbered, form.content, form.rows.length === 0);
  return {
    ...form,
    rows: [...form.rows, ...rows],
    skipped: [...form.skipped, ...table.skipped],
    remarks: [...(form.remarks ?? []), ...remarks],
  };
}

/** Several forms one below the other on a sheet: each begins at its country's name or its title. */
function splitForms(grid: Grid): Grid[] {
  const starts: number[] = [];
  let head = -1;
  for (const [index, { cells }] of grid.lines.entries()) {
    if (cells.some(({ text }) => fold(text).includes('cong hoa xa hoi chu nghia'))) head = index;
    if (!cells.some(({ text }) => isTitle(text))) continue;
    starts.push(head >= 0 && index - head < 8 ? head : index);
    head = -1;
  }
  if (starts.length < 2) return [grid];
  starts[0] = 0;
  return starts.map((start, order) => ({ ...grid, lines: grid.lines.slice(start, starts[order + 1]) }));
}

/** Without forms whose rows another has already: the same form attached twice is one. */
export function distinctForms(forms: readonly Form[]): Form[] {
  const seen = new Map<string, Form>();
  for (const form of forms) {
    const key = formKey(form);
    const same = seen.get(key);
    seen.set(key, same ? withHangingOf(same, form) : form);
  }
  return [...seen.values()];
}

/** A form with what was noted on a copy of it: somebody noted it on the one that he had in hand. */
export function withHangingOf(form: Form, copy: Form): Form {
  const all = (one: readonly Placed[] = [], other: readonly Placed[] = []): readonly Placed[] => [
    ...one,
    ...other.filter(({ text }) => !one.some((known) => known.text === text)),
  ];
  const rows = form.rows.map((row, at) => {
    const other = copy.rows[at];
    const remarks = all(row.remarks, [...(other?.remarks ?? []), ...notedOtherwise(row, other)]);
    const crossed = row.crossed ?? other?.crossed;
    return { ...row, ...(remarks.length > 0 && { remarks }), ...(crossed && { crossed }) };
  });
  const remarks = all(form.remarks, copy.remarks);
  return { ...form, rows, ...(remarks.length > 0 && { remarks }) };
}

/** What a row's copy has in the cells beside its wish, and the row in none of its own. */
function notedOtherwise(row: FormRow, copy: FormRow | undefined): Placed[] {
  const cells = ({ note, others = [] }: FormRow): Placed[] => [...(note ? [note] : []), ...others];
  const own = new Set([...cells(row), ...(row.position ? [row.position] : [])].map(({ text }) => fold(text)));
  return copy ? cells(copy).filter(({ text }) => text !== '' && !own.has(fold(text))) : [];
}

export function formKey({ rows, unit, requester, content }: Form): string {
  const words = (placed: { text: string } | null = null): string => placed?.text.toLowerCase() ?? '';
  if (rows.length === 0) return JSON.stringify([words(unit), words(requester), words(content)]);
  return JSON.stringify(
    rows.map(({ fullName, unit, division, unitGroup, formerUnit, wish, address, newAddress }) =>
      [fullName, unit, division, unitGroup, formerUnit, wish, address, newAddress].map((it) => words(it)),
    ),
  );
}
