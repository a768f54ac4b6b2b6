import type { Form, FormProblem, FormRow, FormSource, Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { distinctForms, formKey, withHangingOf } from './assemble.ts';

/** The surer a way of reading is, the earlier it stands. */
const trust: readonly FormSource[] = [
  'xlsx',
  'ods',
  'xls',
  'docx',
  'odt',
  'doc',
  'pdf-fields',
  'pdf-text',
  'pdf-scan',
  'body',
];

/**
 * The same form attached as a workbook and as a PDF is one: the one that was read the surest way. Where such copies, or two
 * versions of a form, differ in a name, unit or wish, both stay, and a problem says where they differ: nobody knows which is meant.
 */
export function withoutCopies(forms: readonly Form[]): { forms: Form[]; problems: FormProblem[] } {
  const kept: Asking[] = [];
  const problems: FormProblem[] = [];
  for (const form of distinctForms(forms.toSorted(byTrust))) {
    const asking = { form, asked: askedBy(form) };
    const original = kept.find((it) => areVersions(it, asking) || areCopies(it.form, form));
    const difference = original ? differenceOf(original.form, form) : null;
    if (!original || difference !== null) kept.push(asking);
    else original.form = withHangingOf(original.form, form);
    if (original && difference !== null) {
      const files = new Set([original.form.attachment, form.attachment].filter((it) => it !== null));
      const attachment = [...files].join(', ');
      problems.push({ code: 'forms-disagree', attachment, detail: 'copies of one form differ', difference });
    }
  }
  // As they stood in the letter.
  const place = (form: Form): number =>
    forms.findIndex((it) => it.attachment === form.attachment && formKey(it) === formKey(form));
  return {
    forms: kept.map(({ form }) => form).toSorted((a, b) => place(a) - place(b)),
    problems,
  };
}

/** A form, and what each of its rows asks for whom, comparable; an earlier request that it still holds is none. */
type Asking = { form: Form; asked: ReadonlySet<string> };

function askedBy({ rows, unit, content }: Form): Set<string> {
  const asked = rows.map((row) => {
    const who = plain(row.fullName) || plain(row.address);
    const { division = null, unitGroup = null, formerUnit = null } = row;
    const rest = [row.unit ?? unit, division, unitGroup, formerUnit, row.wish ?? content];
    return who === '' || row.caution ? '' : [who, ...rest.map(plain)].join('\n');
  });
  return new Set(asked.filter((it) => it !== ''));
}

/**
 * Whether two forms are one before and after somebody changed it: half of what the shorter asks the other asks as well. The lists
 * of two offices, and two parts of one list, have nothing in common.
 */
function areVersions({ asked: one }: Asking, { asked: other }: Asking): boolean {
  const shared = [...one].filter((it) => other.has(it)).length;
  return shared > 0 && shared * 2 >= Math.min(one.size, other.size);
}

function byTrust(a: Form, b: Form): number {
  return trust.indexOf(a.source) - trust.indexOf(b.source);
}

/**
 * Whether two forms look like one in two shapes: read in different ways, or from files of the same name but for its
 * end, and with mostly the same people. Two forms of the same kind about other people are two requests.
 */
function areCopies(a: Form, b: Form): boolean {
  if (a.attachment === b.attachment) return false;
  const named = stemOf(a) !== '' && stemOf(a) === stemOf(b);
  if (a.source === b.source && !named) return false;
  if (a.rows.length === 0 || b.rows.length === 0) return a.rows.length === b.rows.length || named;
  const [fewer, more] = a.rows.length < b.rows.length ? [a, b] : [b, a];
  const shared = fewer.rows.filter((row) => more.rows.some((other) => isSamePerson(row, other))).length;
  return shared * 2 >= fewer.rows.length || (named && shared > 0);
}

/** `Phiếu SNV (1).xlsx`, `phieu_snv_signed.pdf` → `phieu snv`. */
function stemOf({ attachment }: Form): string {
  const name = fold((attachment ?? '').replace(/\.[a-z]{2,4}$/i, ''));
  return name.replace(/(?: (?:\d|signed|da ky|ky|ky so|scan|ban ky|copy|co dau))+$/, '');
}

/** By the name, or a slip of it in the same row. */
function isSamePerson(a: FormRow, b: FormRow): boolean {
  const [name, other] = [fold(a.fullName?.text ?? ''), fold(b.fullName?.text ?? '')];
  if (name === '' || other === '') {
    const [address, second] = [plain(a.address), plain(b.address)];
    return address !== '' && address === second;
  }
  if (name === other) return true;
  return (
    a.number === b.number &&
    (isSlip(name, other) || (plain(a.wish) === plain(b.wish) && shareWords(name, other)))
  );
}

/** Whether two words differ in up to two letters at one place. */
function isSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  return Math.max(a.length, b.length) - start - end <= 2;
}

function shareWords(a: string, b: string): boolean {
  const words = new Set(a.split(' '));
  return b.split(' ').filter((word) => words.has(word)).length > 1;
}

/** Letters and digits alone: spaces and signs are what shapes of a document differ in. */
function plain(placed: Placed | null): string {
  return (placed?.text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}@]+/gu, '');
}

const compared = [
  ...(['fullName', 'unit', 'division', 'unitGroup', 'formerUnit'] as const),
  ...(['wish', 'address', 'newAddress'] as const),
];

/** What the copies say at the first place where they differ, rows first, as they have it; null where they agree. */
function differenceOf(a: Form, b: Form): string | null {
  const differ = (one: Placed | null, other: Placed | null): string | null =>
    plain(one) === plain(other) ? null : `${quoted(a, one)} / ${quoted(b, other)}`;
  for (let index = 0; index < Math.max(a.rows.length, b.rows.length); index += 1) {
    const [row, other] = [a.rows[index], b.rows[index]];
    if (!row || !other)
      return differ(row?.fullName ?? row?.wish ?? null, other?.fullName ?? other?.wish ?? null);
    for (const column of compared) {
      const difference = differ(row[column] ?? null, other[column] ?? null);
      if (difference !== null) return difference;
    }
  }
  const ofUnits = a.unit && b.unit ? differ(a.unit, b.unit) : null;
  return ofUnits ?? (a.rows.length === 0 && b.rows.length === 0 ? differ(a.content, b.content) : null);
}

/** A cell of one of several copies, and where it stands. */
export function quoted({ attachment }: Form, placed: Placed | null): string {
  const text = placed ? `“${placed.text.replaceAll('\n', ' ')}” (${placeInWords(placed.where)})` : '–';
  return `${attachment ?? 'thư'}: ${text}`;
}
