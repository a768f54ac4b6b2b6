import type { Form, FormRow } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { heldBelow, isPast } from './aside.ts';
import { tidy } from './words.ts';

const explains = /^(?:huong dan|vi du|mau vi du)\b/;
/** Accents are kept: nháp is a draft, nhập is not. On a sheet "Hủy bỏ" are those who are to lose their mailbox. */
const former = /(?<!\p{L})(?:cũ|nháp|(?<!(?:hủy|huỷ|xóa|xoá)\s+)bỏ)$/iu;
const unsent = /(?:^| )khong (?:gui|nop|dung|su dung|ap dung)$/;

/**
 * Whether a sheet's name alone says that nothing on it is asked for: people on one that explains the form are made up, and those on a
 * former one were asked for before. Beside other sheets it is passed over.
 */
export function asksNothing(sheet: string): boolean {
  const folded = fold(sheet);
  return explains.test(folded) || unsent.test(folded) || former.test(tidy(sheet)) || isPast(sheet);
}

/** `Tháng 10`, `T10.2026`, `Quý III`, `Năm 2025`; `Lưu` and `Mẫu` are of no time at all. */
const period =
  /^(?:(?:t|thang) ?(?<month>\d{1,2})|quy (?<quarter>[1-4]|iv|i{1,3})|(?=(?:nam )?20\d\d\b)|luu(?! tru)|mau(?! \w+ \w))(?:\D*(?<year>20\d\d))?/;

const unsaid = 9999;

/** When a sheet's name says that its form was written, as a number that grows with time; null where it says nothing of the kind. */
function timeOf(sheet: string): number | null {
  const said = period.exec(fold(sheet))?.groups;
  if (!said) return null;
  const { month, quarter, year } = said;
  const quarters = ['', 'i', 'ii', 'iii', 'iv'];
  const within = month ?? (quarter === undefined ? null : 3 * (Number(quarter) || quarters.indexOf(quarter)));
  // A month without a year is of this one, as far as anybody can tell.
  return within === null ? Number(year ?? 0) * 12 : Number(year ?? unsaid) * 12 + Number(within);
}

/**
 * Rows on a sheet whose name holds them back ("Nháp", "Dự kiến") are asked about. Where they stand on several sheets, one that is called after a month or year may be an earlier request, and its rows are asked about, too. The
 * newest is not, as long as all are called so, and no turn of the year lies between them.
 */
export function withoutFormer(forms: readonly Form[]): Form[] {
  const sheets = new Map(forms.flatMap(({ rows }) => rows.map(sheetOf)).map((name) => [name, timeOf(name)]));
  const times = [...sheets.values()];
  const latest = Math.max(...times.map((time) => time ?? 0));
  const isPlain = times.every((time) => time !== null && (time < unsaid * 12 || latest - time < turn));
  const isFormer = (name: string): boolean => {
    const time = sheets.get(name) ?? null;
    return sheets.size > 1 && time !== null && !(isPlain && time === latest);
  };
  const held = new Set(
    [...sheets.keys()].filter((name) => isFormer(name) || asksNothing(name) || heldBelow(name) === 'all'),
  );
  const cautioned = (row: FormRow): FormRow => {
    const text = sheetOf(row);
    return held.has(text) ? { ...row, caution: row.caution ?? { text, where: row.where } } : row;
  };
  return forms.map((form) => ({ ...form, rows: form.rows.map(cautioned) }));
}

/** Months between sheets without a year, from which on the lesser may as well be of the next year. */
const turn = 6;

const sheetOf = ({ where }: FormRow): string => /^'?(.*?)'?!/su.exec(where)?.[1] ?? '';
