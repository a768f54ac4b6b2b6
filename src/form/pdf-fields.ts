import type { Form, FormRow, Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { type FieldKind, fieldKind } from './fields.ts';
import { columnKind, ofOnePerson } from './headings.ts';
import { linesInUnicode } from './legacy.ts';
import type { Widget } from './pdf-document.ts';
import { fieldNames, rowFieldNames } from './pdf-names.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';

/** A field that is filled in: which of a form's it is, and of which row. */
type Filled = { kind: FieldKind | RowKind; row: number | null; value: Placed };

const rowKinds = [...ofOnePerson, 'note'] as const;
type RowKind = (typeof rowKinds)[number];
const isOfRow = (kind: string): kind is RowKind => rowKinds.some((one) => one === kind);

/**
 * The form in a PDF's fields by their names alone, where its pages do not say what belongs to what. Null where no
 * row or content is filled in, or something is filled in that no name explains.
 */
export function formOfFields(
  widgets: readonly (Widget & { page: number })[],
  attachment: string,
): Form | null {
  const { lines, was } = linesInUnicode([{ cells: widgets.map(({ value }) => ({ text: tidy(value) })) }]);
  if (was.includes('TCVN3') && !widgets.some(({ value }) => value.includes('\u00ad')))
    throw new Unreadable('TCVN3 without its ư: the PDF has no soft hyphens');
  const texts = lines.flatMap(({ cells }) => cells.map(({ text }) => text.replaceAll('\u00ad', '')));
  const filled: Filled[] = [];
  for (const [at, widget] of widgets.entries()) {
    const text = texts[at] ?? '';
    if (text === '' || (widget.type === 'Btn' && !widget.isTick)) continue;
    const known = meaningOf(widget.name);
    if (!known) return null;
    filled.push({ ...known, value: { text, where: `trang ${widget.page}, ô "${widget.name}"` } });
  }
  const field = (kind: FieldKind): Placed | null =>
    filled.find((it) => it.row === null && it.kind === kind)?.value ?? null;
  const rows = rowsOf(filled);
  const content = field('content');
  if (rows.length === 0 && !content) return null;
  return {
    source: 'pdf-fields',
    attachment,
    unit: field('unit') ?? field('office'),
    requester: field('requester'),
    position: field('position'),
    phone: field('phone'),
    content,
    rows,
    skipped: [],
    ...(was.length > 0 && { convertedFrom: was }),
  };
}

function rowsOf(filled: readonly Filled[]): FormRow[] {
  const numbers = [...new Set(filled.flatMap(({ row }) => row ?? []))].toSorted((a, b) => a - b);
  return numbers.flatMap((number) => {
    const value = (kind: RowKind): Placed | null =>
      filled.find((it) => it.row === number && it.kind === kind)?.value ?? null;
    const row = {
      fullName: value('fullName'),
      unit: value('unit'),
      wish: value('wish'),
      position: value('position'),
      phone: value('phone'),
      address: value('address'),
      newAddress: value('newAddress'),
      note: value('note'),
    };
    const where = Object.values(row).find((it) => it !== null)?.where;
    const says = row.fullName ?? row.wish ?? row.address;
    return says && where !== undefined ? [{ number, where, ...row }] : [];
  });
}

/** `form1[0].HoTen[2]`, `don_vi_3`, `Họ và tên 1`: the words of a name, and the row that it numbers. */
function meaningOf(name: string): Pick<Filled, 'kind' | 'row'> | null {
  const own = name.slice(name.lastIndexOf('.') + 1);
  const index = /\[(\d{1,3})\]$/.exec(own)?.[1];
  const words = own
    .replace(/\[\d+\]$/, '')
    .replace(/(?<=\p{Ll})(?=\p{Lu}|\d)|_/gu, ' ')
    .trim();
  const [, base = '', number] = /^(.*?)\s*(\d{1,3})?$/su.exec(words) ?? [];
  const ours = Object.entries(rowFieldNames(Number(number))).find(([, it]) => fold(it) === fold(words));
  if (number !== undefined && ours) return { kind: ours[0] as RowKind, row: Number(number) };
  const field = Object.entries(fieldNames).find(([, it]) => fold(it) === fold(words));
  if (field) return { kind: field[0] as FieldKind, row: null };
  const row = number !== undefined ? Number(number) : index !== undefined ? Number(index) + 1 : null;
  if (row !== null) {
    const kind = columnKind(base);
    if (kind && isOfRow(kind)) return { kind, row };
  }
  const kind = fieldKind(base);
  return kind && number === undefined ? { kind, row: null } : null;
}
