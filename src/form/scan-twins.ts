import type { Form, FormProblem, FormRow, Placed, ScannedWish } from '../model/form.ts';
import { distance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { isNameLike } from './aside.ts';
import { distinctForms } from './assemble.ts';
import { quoted } from './copies.ts';
import { differs, isRespelt, isSure, type Sureness, scannedWords } from './scan-words.ts';

/** A form that was recognised on pictures, and how surely its words were, from 0 to 100. */
export type ScannedForm = {
  form: Form;
  sure: number;
  /** How surely each of its words was recognised (`Sureness`), as it comes through a pipe. */
  sureness: readonly (readonly [string, number])[];
  /** What stands outside its tables, a line as one, folded. */
  outside: readonly string[];
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
 * of its own; one that was badly recognised is left out beside a good form.
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
    if (twin && scan.sure >= leastSure) {
      const sureness = new Map(scan.sureness);
      const difference = differenceOf(twin, scan, sureness);
      if (difference === null) scannedWishes.push(...otherWishes(twin, scan.form, sureness));
      else problems.push(disagreement(twin, scan.form, difference));
    }
    if (twin) continue;
    if (scan.sure >= verySure && scan.form.rows.some(({ fullName }) => isNameLike(fullName?.text ?? '')))
      forms.push(scan.form);
    else problems.push({ code: 'form-scanned', attachment, detail: 'cannot be compared with the form' });
  }
  return { forms, problems, scannedWishes };
}

function disagreement({ attachment }: Form, scan: Form, difference: string): FormProblem {
  const names = [attachment, scan.attachment].filter((it) => it !== null).join(', ');
  const detail = 'the scan of a form says something else';
  return { code: 'forms-disagree', attachment: names, difference, detail };
}

/**
 * The rows whose wish the scan has in other words that were surely recognised. A word that it lacks may have been missed,
 * or make another wish of it ("Khóa", "Mở khóa"): that is told by who understands them.
 */
function otherWishes(form: Form, scan: Form, sureness: Sureness): ScannedWish[] {
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
function differenceOf(form: Form, scan: ScannedForm, sureness: Sureness): string | null {
  const { rows } = scan.form;
  const left = new Set(form.rows);
  const strangers: FormRow[] = [];
  for (const row of rows) {
    const twin = closest(row, left);
    if (!twin) {
      strangers.push(row);
      continue;
    }
    left.delete(twin);
    for (const column of compared) {
      const isOther =
        differs(twin[column], row[column], sureness, column === 'fullName') ||
        (column === 'fullName' && isRespelt(twin.fullName, row.fullName, sureness));
      if (isOther) return told(form, twin[column], scan.form, row[column]);
    }
  }
  for (const row of strangers) {
    const other = [...left].find(({ number }) => number === row.number) ?? null;
    if (isPerson(row) && differs(other?.fullName ?? null, row.fullName, sureness, true))
      return told(form, other?.fullName ?? null, scan.form, row.fullName);
  }
  const [missing] = [...left].filter((row) => !scan.outside.some((line) => isRow(line, row)));
  const isWhole = scan.whole && scan.sure >= verySure && strangers.length === 0 && rows.length > 0;
  return missing && isWhole ? told(form, missing.fullName ?? missing.wish, scan.form, null) : null;
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
