import { leavesUnitOpen } from '../directory/unit-search.ts';
import type { Form, FormRow, Placed } from '../model/form.ts';
import type { Action, PersonName } from '../model/request.ts';
import { tidy } from '../text/fold.ts';
import { officesOf } from './note.ts';
import { fileTitle, subjectPlace } from './title-doubt.ts';

/** Whether what stands beside a row may tell of which unit it is: its own columns of units do not. */
export const isOpen = ({ unit }: FormRow): boolean => leavesUnitOpen(tidy(unit?.text ?? ''));

/**
 * The words of a row in which an office may be named besides its columns of units ("Công chức Tư pháp, UBND xã Bình Sơn" as somebody's
 * position): where those are blank, he may be of it. Without where he comes from, and where he goes who loses a mailbox.
 */
export function placesOf(row: FormRow, name: PersonName | null, action: Action): string[] {
  const cells = [row.position, row.note, row.groupTitle, action === 'transfer' ? null : row.wish];
  const said = [...cells.map((cell) => cell?.text), name?.remark, sheetOf(row)];
  const leaves = action !== 'create' && action !== 'update';
  return said
    .flatMap((text) => (text ? [text.replace(origin, ' ')] : []))
    .map((text) => (leaves ? text.replace(destination, ' ') : text));
}

/** The same of what stands around the rows: the form's content, its lines and its file's name, and the letter. */
export function placesAround(form: Form, told: readonly Placed[], today: string): string[] {
  const named = [...fileTitle(form), ...told.filter(({ where }) => where === subjectPlace)];
  const lines = (form.remarks ?? []).flatMap(({ text }) => titleOf(text));
  const sentences = [...(form.content ? [form.content] : []), ...told];
  return [
    ...new Set([
      ...named.map(({ text }) => text),
      ...lines,
      ...sentences.flatMap(({ text }) => officesOf(text, today)),
    ]),
  ];
}

const origin =
  /(?<!\p{L})từ\s[^,;.()]*?(?=\s(?:về|sang|đến|qua)(?!\p{L})|[,;.()]|$)|(?<!\p{L})thay(?:\s(?:cho|thế))?\s(?:ông|bà|anh|chị|đồng chí|đ\/c)\s[^,;.()]*/giu;
const destination =
  /(?<!\p{L})(?:chuyển|điều động|luân chuyển|biệt phái|công tác|nhiệm vụ|bổ nhiệm)\s[^,;.()]*?(?:về|sang|đến|qua|tại|xuống)\s[^,;.()]*/giu;

/** What a sheet is called that holds the row, where somebody named it. */
function sheetOf({ where }: FormRow): string | null {
  const [, sheet = ''] = /^(.+)!/.exec(where) ?? [];
  return /^(?:sheet|trang tính|trang)\s*\d*$/iu.test(sheet) ? null : sheet;
}

/** A short line, which may be the title of a list, or tells its unit; not whom a copy goes to. */
function titleOf(line: string): string[] {
  const [, unit] =
    /^(?:(?:tên )?(?:đơn vị|cơ quan|nơi công tác)[^:]{0,20}|trường|phòng)\s*:\s*(\S.*)$/iu.exec(line) ?? [];
  if (unit !== undefined) return [unit];
  const isShort = line.split(/\s+/).length <= mostWordsOfTitle && !/^[-–+*]|:/.test(line);
  return isShort ? [line] : [];
}

const mostWordsOfTitle = 10;
