import type { Form, FormProblem, FormRow, Placed, ScannedWish } from '../model/form.ts';
import { distance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { isNameLike } from './aside.ts';
import { distinctForms } from './assemble.ts';
import { quoted } from './copies.ts';
import { differs, isRespelt, isSure, type Sureness, scannedWords } from './scan-words.ts';
import { isVietnameseSyllable } from './spoken.ts';

/** A form that was recognised on pictures, and how surely its words were, from 0 to 100. */
export type ScannedForm = {
  form: Form;
  sure: number;
  /** How surely each of its words was recognised (`Sureness`), as it comes through a pipe. */
  sureness: readonly (readonly [string, number])[];
  /** What stands outside its tables, a line as one, folded. */
  outside: readonly string[];
  /** Pages on which strokes of a pen go over words of a table: `trang 1`. */
  strokes: readonly string[];
  /** All of its pages were looked at. */
  whole: boolean;
};

/** Below this, on the average of its words, a picture tells nothing against a form that can be read. */
const leastSure = 70;
/** From here on also a row that is missing on the picture tells something. */
const verySure = 85;
/** How alike names are that may be one. */
const alike = 0.65;

/**
 * Forms with the scans that came beside them. A scan of a form that can be read says nothing new: the form is used, and
 * where the scan plainly says something else in a name, unit or wish, a problem tells it. A scan of other people is a form
 * of its own; one that was badly recognised is left out beside a good form. Strokes of a pen over its table count however badly its words
 * were recognised: they may be why.
 */
export function withScans(
  readable: readonly Form[],
  scanned: readonly ScannedForm[],
): { forms: Form[]; problems: FormProblem[]; scannedWishes: ScannedWish[] } {
  if (readable.length === 0)
    return { forms: distinctForms(scanned.map(({ form }) => form)), problems: [], scannedWishes: [] };
  const forms = [...readable];
  const problems: FormProblem[] = [];
  const scannedWishes: ScannedWish[] = [];
  for (const scan of scanned) {
    const attachment = scan.form.attachment ?? '';
    const twin = readable.find((form) => areTwins(form, scan.form));
    const difference = twin && scan.sure >= leastSure ? differenceOf(twin, scan) : null;
    if (!twin && isSureForm(scan)) forms.push(scan.form);
    else if (scan.strokes.length > 0)
      problems.push(disagreement(twin ?? null, scan.form, strokeOver(twin ?? null, scan)));
    else if (!twin)
      problems.push({ code: 'form-scanned', attachment, detail: 'cannot be compared with the form' });
    else if (difference !== null) problems.push(disagreement(twin, scan.form, difference));
    else if (scan.sure >= leastSure) scannedWishes.push(...otherWishes(twin, scan));
  }
  return { forms, problems, scannedWishes };
}

function isSureForm({ form, sure }: ScannedForm): boolean {
  return sure >= verySure && form.rows.some(({ fullName }) => isNameLike(fullName?.text ?? ''));
}

/** What a scan says against a form; of no form where it cannot be told which it is of. */
function disagreement(form: Form | null, scan: Form, difference: string): FormProblem {
  const names = [form?.attachment ?? null, scan.attachment].filter((it) => it !== null).join(', ');
  const detail = 'the scan of a form says something else';
  return { code: 'forms-disagree', attachment: names, difference, detail };
}

/**
 * The rows whose wish the scan has in other words that were surely recognised. A word that it lacks may have been missed,
 * or make another wish of it ("Khóa", "Mở khóa"): that is told by who understands them.
 */
function otherWishes(form: Form, { form: scan, ...scanned }: ScannedForm): ScannedWish[] {
  const sureness = new Map(scanned.sureness);
  const left = new Set(form.rows);
  return scan.rows.flatMap(({ wish, ...row }) => {
    const twin = closest({ ...row, wish }, left);
    if (twin) left.delete(twin);
    const words = fold(wish?.text ?? '');
    if (!twin?.wish || !wish || words === fold(twin.wish.text)) return [];
    if (scannedWords(wish?.text ?? '').some((word) => !isSure(word, [], sureness))) return [];
    const problem = disagreement(form, scan, told(form, twin.wish, scan, wish));
    return [{ row: twin, wish, problem }];
  });
}

/** Whether half of the rows of the shorter one, or what both ask without rows, may be the same. */
function areTwins(form: Form, scan: Form): boolean {
  if (form.rows.length === 0 || scan.rows.length === 0) {
    if (form.rows.length !== scan.rows.length) return false;
    return likeness(form.content, scan.content) >= alike;
  }
  const shared = scan.rows.filter((row) => form.rows.some((other) => mayBeSame(row, other))).length;
  return shared * 2 >= Math.min(form.rows.length, scan.rows.length);
}

function mayBeSame(a: FormRow, b: FormRow): boolean {
  return likeness(a.fullName ?? a.address, b.fullName ?? b.address) >= alike;
}

/** 1 where two texts are the same but for accents and signs, 0 where they have nothing in common. */
function likeness(a: Placed | null, b: Placed | null): number {
  const [one, other] = [fold(a?.text ?? ''), fold(b?.text ?? '')];
  const longer = Math.max(one.length, other.length);
  return one === '' || other === '' ? 0 : 1 - distance(one, other) / longer;
}

const compared = ['fullName', 'unit', 'wish'] as const;

/** What both say at the first place where the scan plainly says something else; null where there is none. */
function differenceOf(form: Form, scan: ScannedForm): string | null {
  const { rows } = scan.form;
  const sureness = new Map(scan.sureness);
  const left = new Set(form.rows);
  const strangers: FormRow[] = [];
  for (const row of rows) {
    const twin = closest(row, left);
    if (!twin) {
      strangers.push(row);
      continue;
    }
    left.delete(twin);
    const beside = twin.remarks ? undefined : row.remarks?.find((it) => saysSomething(it, sureness));
    if (beside) return told(form, twin.fullName ?? twin.wish, scan.form, beside);
    for (const column of compared) {
      const isOther =
        differs(twin[column], row[column], sureness, column === 'fullName') ||
        (column === 'fullName' && isRespelt(twin.fullName, row.fullName, sureness));
      if (isOther) return told(form, twin[column], scan.form, row[column]);
    }
  }
  for (const row of strangers) {
    const other = withNumber([...left], row);
    if (isPerson(row) && differs(other?.fullName ?? null, row.fullName, sureness, true))
      return told(form, other?.fullName ?? null, scan.form, row.fullName);
  }
  const denial = scan.form.remarks?.find((it) => deniesAlone(it, form, sureness));
  if (denial) return told(form, null, scan.form, denial);
  const [missing] = [...left].filter((row) => !scan.outside.some((line) => isRow(line, row)));
  const isWhole = scan.whole && scan.sure >= verySure && strangers.length === 0 && rows.length > 0;
  return missing && isWhole ? told(form, missing.fullName ?? missing.wish, scan.form, null) : null;
}

/** Whether words that stand beside a row on a scan are more than specks and ticks. */
function saysSomething({ text }: Placed, sureness: Sureness): boolean {
  return scannedWords(text).some(
    (word) => word.length > 2 && isVietnameseSyllable(word) && isRead(word, sureness),
  );
}

const isRead = (word: string, sureness: Sureness): boolean => (sureness.get(word) ?? 0) >= leastSure;

/** What takes back some of a list, as somebody may write it below. */
const denials: ReadonlySet<string> = new Set(['không', 'ko', 'trừ', 'riêng', 'hoãn', 'dừng']);

/** Whether a line outside the table of a scan takes something back, in a word that stands nowhere outside the form's. */
function deniesAlone({ text }: Placed, { remarks = [] }: Form, sureness: Sureness): boolean {
  const written = new Set(remarks.flatMap((it) => scannedWords(it.text)));
  return scannedWords(text).some((word) => denials.has(word) && isRead(word, sureness) && !written.has(word));
}

/**
 * Which row of a scan somebody struck out by hand, and what the form has in its place. A stroke that goes over none that was recognised
 * may be about any.
 */
function strokeOver(form: Form | null, { form: scan, strokes }: ScannedForm): string {
  const row = scan.rows.find(({ crossed }) => crossed);
  // A name may be lost under the stroke.
  const twin = row && form ? (closest(row, new Set(form.rows)) ?? withNumber(form.rows, row)) : null;
  const written = form && twin ? `${quoted(form, twin.fullName ?? twin.wish)} / ` : '';
  return `${written}${struckOut(scan.attachment ?? '', row ? row.where : strokes.join(', '))}`;
}

function struckOut(attachment: string, where: string): string {
  return `${attachment}: có nét bút gạch trên chữ (${placeInWords(where)})`;
}

/** Tells of strokes on a scan of which no form was recognised, on such pages. */
export function strokesAlone(attachment: string, pages: readonly string[]): FormProblem {
  const detail = 'strokes of a pen on a scan without a form';
  return { code: 'forms-disagree', attachment, difference: struckOut(attachment, pages.join(', ')), detail };
}

function closest(row: FormRow, among: ReadonlySet<FormRow>): FormRow | null {
  let best: FormRow | null = null;
  let most = alike;
  for (const other of among) {
    // Of namesakes the one with the same number.
    const near = likeness(row.fullName, other.fullName) + (row.number === other.number ? 0.1 : 0);
    if (near >= most) [best, most] = [other, near];
  }
  return best;
}

function withNumber(rows: readonly FormRow[], { number }: FormRow): FormRow | null {
  return rows.find((row) => row.number === number) ?? null;
}

/** Whether a line is a row that was not taken for one, as the last of a table that ends overleaf. */
function isRow(line: string, { fullName, unit, wish }: FormRow): boolean {
  const has = (placed: Placed | null): boolean => placed !== null && line.includes(fold(placed.text));
  return has(fullName) && (has(unit) || has(wish));
}

/** A person's name, though a speck stands before it or its first letter was taken for a small one. */
function isPerson({ fullName }: FormRow): boolean {
  const words = scannedWords(fullName?.text ?? '');
  return isNameLike(words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' '));
}

function told(form: Form, placed: Placed | null, scan: Form, seen: Placed | null): string {
  return `${quoted(form, placed)} / ${quoted(scan, seen)}`;
}
