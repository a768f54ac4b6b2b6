import type { Form, Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { letterheadUnit } from './letterhead.ts';
import { withZero } from './line-reader.ts';
import { withoutFillers } from './words.ts';

/** The fields of a form above its table. */
export type Fields = Pick<Form, 'unit' | 'requester' | 'position' | 'phone' | 'content'>;

/** `office` is the unit where the requester works, when nothing better names it. */
export type FieldKind = keyof Fields | 'office';

/** Labels by their folded words. */
const labels: readonly [FieldKind, RegExp][] = [
  [
    'requester',
    /^(?:(?:ho (?:va )?ten )?(?:nguoi|can bo) (?:lap|yeu cau|de nghi|lien he|gui|dang ky|phu trach)(?: phieu| yeu cau| de nghi)?|ho (?:va )?ten)$/,
  ],
  ['position', /^(?:chuc vu|chuc danh|chuc vu chuc danh|chuc vu cong tac)$/],
  ['phone', /^(?:(?:so )?dien thoai(?: lien (?:lac|he))?(?: di dong)?|so dt|sdt|dt|dt lien he|tel|di dong)$/],
  ['content', /^(?:noi dung(?: yeu cau| de nghi)?|yeu cau|de nghi)$/],
  [
    'unit',
    /^(?:ten )?(?:co quan|don vi|co quan don vi) (?:yeu cau|de nghi|gui|gui phieu|lap phieu|dang ky)$|^(?:ten )?co quan don vi$|^ten (?:co quan|don vi)$/,
  ],
  ['office', /^(?:don vi|don vi cong tac|co quan|co quan cong tac|noi cong tac|phong ban)$/],
];

/** `Họ và tên: …` at the head of a line, or after a wide gap or a field before it. */
const labelled = /(?<=^|[\n;]|\s)(\p{L}[\p{L}\s,/]{1,40}?)\s*[:：]/gu;

type Found = { field: FieldKind; value: string; where: string };

/** Reads the requester's fields and the unit from the lines outside the table. */
export function readFields(grid: Grid, tableLines: ReadonlySet<number>): Fields & { count: number } {
  const seen = grid.lines
    .filter(({ row, unseen }) => unseen === null && !tableLines.has(row))
    .map((line) => ({ ...line, cells: line.cells.filter(({ unsure }) => !unsure) }));
  const top = Math.min(...tableLines);
  const lines = seen.filter(({ row }) => row < top);
  const found = new Map<FieldKind, Placed | null>();
  const note = ({ field, value, where }: Found): void => {
    if (found.get(field)) return;
    const text = oneLineValue(value);
    found.set(field, text === '' ? null : { text, where });
  };
  for (const [index, line] of lines.entries()) {
    for (const field of fieldsOf(line, lines.slice(index + 1))) note(field);
  }
  // Below the table stand those who sign: there only words with a colon are labels.
  for (const line of seen.filter(({ row }) => row > top)) {
    const labels = { ...line, cells: line.cells.filter(({ text }) => /[:：]/u.test(text)) };
    for (const field of fieldsOf(labels, [])) note(field);
  }
  const get = (field: FieldKind): Placed | null => found.get(field) ?? null;
  return {
    unit: get('unit') ?? letterheadUnit(lines) ?? get('office'),
    requester: get('requester'),
    position: get('position'),
    phone: get('phone'),
    content: get('content'),
    count: [...found.keys()].filter((field) => field !== 'office').length,
  };
}

function oneLineValue(value: string): string {
  const text = withoutFillers(value.replaceAll('\n', ' ')).trim();
  return fold(text) === '' ? '' : text;
}

function fieldsOf(line: Line, below: readonly Line[]): Found[] {
  const found: Found[] = [];
  for (const [index, cell] of line.cells.entries()) {
    const inside = labelsIn(cell.text);
    for (const [order, { field, start }] of inside.entries()) {
      const end = inside[order + 1]?.labelAt ?? cell.text.length;
      found.push({ field, value: cell.text.slice(start, end), where: cell.where });
    }
    const last = found.at(-1);
    if (inside.length === 0 || !last || oneLineValue(last.value) !== '') continue;
    const beside = valueBeside(line.cells.slice(index + 1));
    const placed = beside ?? (last.field === 'content' ? valueBelow(below) : null);
    if (placed) Object.assign(last, { value: placed.text, where: placed.where });
  }
  return found;
}

/** The labels within one cell; a bare label without a colon counts where it is all of the cell. */
function labelsIn(text: string): { field: FieldKind; labelAt: number; start: number }[] {
  const whole = /[:：]./su.test(text) ? null : fieldKind(text);
  // `TÊN CƠ QUAN, ĐƠN VỊ` without a colon is the letterhead's prompt.
  if (whole === 'unit' && !/[:：]$/u.test(text)) return [];
  if (whole) return [{ field: whole, labelAt: 0, start: text.length }];
  return [...text.matchAll(labelled)].flatMap((match) => {
    const name = match[1] ?? '';
    const field = fieldKind(name);
    if (field) return [{ field, labelAt: match.index, start: match.index + match[0].length }];
    // "Bình Chức vụ:" in one line: the label is the end of what stands before the colon.
    const words = name.split(/\s+/);
    for (let skip = 1; skip < words.length; skip += 1) {
      const tail = fieldKind(words.slice(skip).join(' '));
      const first = words[skip] ?? '';
      if (!tail || first !== first.charAt(0).toUpperCase() + first.slice(1)) continue;
      const labelAt = match.index + name.length - words.slice(skip).join(' ').length;
      return [{ field: tail, labelAt, start: match.index + match[0].length }];
    }
    return [];
  });
}

/** Says which field a label names; null where it names none. */
export function fieldKind(label: string): FieldKind | null {
  if (label.length > 60) return null;
  const words = fold(label);
  return labels.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** Whether a label of names is of who asks: `Họ và tên người lập phiếu`. `Họ và tên` alone may be anybody's. */
export function isOfAsker(label: string): boolean {
  return fieldKind(label) === 'requester' && !/^ho (?:va )?ten$/.test(fold(label));
}

function valueBeside(cells: readonly Cell[]): Placed | null {
  const end = cells.findIndex((cell) => labelsIn(cell.text).length > 0);
  const values = cells
    .slice(0, end < 0 ? cells.length : end)
    .filter(({ kind, struck }) => kind !== 'tick' && kind !== 'untick' && !struck);
  const [first] = values;
  if (!first) return null;
  const texts = values.map(({ text, kind }) => (kind === 'number' ? withZero(text) : text));
  return { text: texts.join(' '), where: first.where };
}

/** The request may be written on the lines below its label, up to the next label or the list. */
function valueBelow(lines: readonly Line[]): Placed | null {
  const texts: string[] = [];
  for (const { cells } of lines.slice(0, 8)) {
    const text = cells.map((cell) => cell.text).join(' ');
    if (
      cells.some((cell) => labelsIn(cell.text).length > 0) ||
      /^(?:\d{1,2} )?(?:liet ke|danh sach)|^stt\b/.test(fold(text))
    )
      break;
    texts.push(text);
  }
  const where = lines[0]?.cells[0]?.where;
  return texts.length > 0 && where !== undefined ? { text: texts.join(' '), where } : null;
}
