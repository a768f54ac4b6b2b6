import type { Form, FormProblem, FormRow, Placed, ScannedWish } from '../model/form.ts';
import { distance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { isNameLike } from './aside.ts';
import { distinctForms } from './assemble.ts';
import { quoted } from './copies.ts';

/** A form that was recognised on pictures, and how surely its words were, from 0 to 100. */
export type ScannedForm = {
  form: Form;
  sure: number;
  /** Words, folded, that were somewhere recognised without certainty. */
  unsure: readonly string[];
  /** All of its pages were looked at. */
  whole: boolean;
};

/** Below this, on the average of its words, a picture tells nothing against a form that can be read. */
const leastSure = 70;
/** From here on also a row that is missing on the picture tells something. */
const verySure = 85;
/** In parts of the longer word: as near is what two pieces make together. */
const slip = 0.3;
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
      const difference = differenceOf(twin, scan);
      if (difference === null) scannedWishes.push(...otherWishes(twin, scan));
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
function otherWishes(form: Form, { form: scan, unsure }: ScannedForm): ScannedWish[] {
  const left = new Set(form.rows);
  return scan.rows.flatMap(({ wish, ...row }) => {
    const twin = closest({ ...row, wish }, left);
    if (twin) left.delete(twin);
    const words = fold(wish?.text ?? '');
    if (!twin?.wish || !wish || words === fold(twin.wish.text)) return [];
    if (words.split(' ').some((word) => unsure.includes(word))) return [];
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
      if (differs(twin[column], row[column], scan)) return told(form, twin[column], scan.form, row[column]);
    }
  }
  for (const row of strangers) {
    const other = [...left].find(({ number }) => number === row.number) ?? null;
    if (isNameLike(row.fullName?.text ?? '') && differs(other?.fullName ?? null, row.fullName, scan))
      return told(form, other?.fullName ?? null, scan.form, row.fullName);
  }
  const [missing] = left;
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

/** Whether a scan has a word, surely recognised, that the form has not, and that is no slip of one it has. */
function differs(placed: Placed | null, seen: Placed | null, { unsure }: ScannedForm): boolean {
  const words = fold(placed?.text ?? '').split(' ');
  const others = fold(seen?.text ?? '').split(' ');
  const run = words.join('');
  return others.some((word, index) => {
    if ((word.length < 2 && !/\d/.test(word)) || unsure.includes(word)) return false;
    // A word that was torn apart, or grew together with the next.
    const next = others[index + 1] ?? '';
    const before = others[index - 1] ?? '';
    if ([word + next, before + word].some((it) => it !== word && words.some((one) => isNear(one, it, slip))))
      return false;
    return !words.some((one) => isSlip(one, word)) && !(word.length > 5 && run.includes(word));
  });
}

/** A word that was surely recognised is another one by a letter, unless it is long: Lan is not Loan. */
function isSlip(a: string, b: string): boolean {
  return /\d/.test(a + b) ? a === b : distance(a, b) <= (Math.max(a.length, b.length) < 7 ? 0 : 1);
}

function isNear(a: string, b: string, part: number): boolean {
  return distance(a, b) <= part * Math.max(a.length, b.length);
}

function told(form: Form, placed: Placed | null, scan: Form, seen: Placed | null): string {
  return `${quoted(form, placed)} / ${quoted(scan, seen)}`;
}
