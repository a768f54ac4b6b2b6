import type { Action, Particular, Wish } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { clausesOf, isMailbox } from './clauses.ts';
import { doubtIn, withoutOwner } from './doubts.ts';
import { type Circumstance, type Judgement, judge, unclear } from './evidence.ts';
import { termsOf } from './scan.ts';
import { type KnownWords, peopleIn, type Term } from './terms.ts';
import { heldUntil, type Values, valuesOf } from './values.ts';
import type { Thing } from './words/things.ts';

/** What one cell says: the wish, and what the rest of the row must agree with. */
export type CellWish = {
  wish: Wish;
  /** The login or address that is to be replaced, where the words name both. */
  oldLogin: string | null;
  /** Names of people in the words, without titles. */
  people: readonly string[];
  terms: readonly Term[];
};

/**
 * Reads what a cell asks for. `today` is `YYYY-MM-DD`; `known` are the row's other words, which may stand in the cell too;
 * `hints` narrow the actions from outside; `ofOffice`: the row names an office and no person. Never throws; what is not understood in full is `unclear` with a doubt.
 */
export function readWish(
  text: string,
  today: string,
  known: readonly KnownWords[] = [],
  hints: readonly Circumstance[] = [],
  ofOffice = false,
): CellWish {
  const { terms: said, cell } = termsOf(text.slice(0, longestCell), today, known);
  const terms = ofOffice ? withoutOwner(said) : said;
  const parsed = clausesOf(terms);
  const values = valuesOf(terms);
  const doubt = text.length > longestCell ? 'yêu cầu, vì ô quá dài' : doubtIn(terms, cell);
  const judged =
    doubt === null
      ? checked(
          judge(terms, parsed, [
            ...hints,
            ...loginHint(terms),
            ...nameHint(terms),
            ...appointmentHint(terms),
          ]),
          values,
          terms,
        )
      : unclear(doubt);
  const { login, oldLogin } = loginsOf(judged.action, values, terms);
  const { position, phone, quotaBytes } = values;
  const anotherPerson = terms.some(({ kind }) => kind === 'anotherPerson');
  return {
    wish: {
      action: judged.action,
      anotherPerson,
      effectiveOn: heldUntil(judged.action, values, today),
      login,
      position,
      phone,
      particulars: judged.action === 'update' ? particularsIn(terms) : [],
      quotaBytes,
      doubt: judged.doubt,
      open: judged.open,
    },
    oldLogin,
    people: peopleIn(terms),
    terms,
  };
}

const particulars: Partial<Record<Thing, Particular>> = {
  fullName: 'name',
  name: 'name',
  position: 'position',
  phone: 'phone',
  unit: 'unit',
  size: 'size',
};

function particularsIn(terms: readonly Term[]): Particular[] {
  const named = terms.map((term) => (term.kind === 'thing' ? particulars[term.thing] : undefined));
  const found = [...new Set(named.filter((particular) => particular !== undefined))];
  return found.length === 0 && isAppointment(terms) ? ['position'] : found;
}

/** In a rename the wish's login is the new one: that of "hộp thư tvnam.sttt@…" is the present one. */
function loginsOf(
  action: Action,
  { login, oldLogin }: Values,
  terms: readonly Term[],
): { login: string | null; oldLogin: string | null } {
  const isPresent = action === 'rename' && oldLogin === null && loginIsOfMailbox(terms);
  return isPresent ? { login: null, oldLogin: login } : { login, oldLogin };
}

/** "… thành tvnam2.sttt": what becomes something else is a login, not a person's particulars. */
function loginHint(terms: readonly Term[]): Circumstance[] {
  const becomes = terms.some((term, at) => {
    const before = terms[at - 1];
    return term.kind === 'login' && before?.kind === 'link' && before.link === 'to';
  });
  return becomes ? [{ allows: ['rename', 'create'], decides: true }] : [];
}

/** "Sửa tên thành Trần Văn Nam", "sai tên, sửa lại: …": what becomes a person's name is how he is called, not his login. */
function nameHint(terms: readonly Term[]): Circumstance[] {
  const isName = terms.some(
    (term) =>
      (term.kind === 'thing' && (term.thing === 'name' || term.thing === 'fullName')) ||
      (term.kind === 'reason' && term.reason === 'misspelt'),
  );
  const becomes = terms.some((term, at) => term.kind === 'person' && isLedTo(terms, at));
  return isName && becomes ? [{ allows: ['update'], decides: true }] : [];
}

/** After "thành" or "là". A name after a colon alone ("sửa tên: …") may be the present one. */
function isLedTo(terms: readonly Term[], at: number): boolean {
  const before = terms.slice(0, at).findLast(({ kind, text }) => kind !== 'title' && text !== ':');
  return (before?.kind === 'link' && before.link === 'to') || before?.text === 'là';
}

/** "Bổ nhiệm Phó Trưởng phòng, đề nghị cập nhật": the new position is to be written. */
function appointmentHint(terms: readonly Term[]): Circumstance[] {
  return isAppointment(terms) ? [{ allows: ['update'], decides: true }] : [];
}

/** One who was appointed to a position of another office goes there: what is to be updated then is not said. */
function isAppointment(terms: readonly Term[]): boolean {
  const updates = terms
    .filter(({ kind }) => kind === 'verb')
    .every(({ text }) => fold(text).startsWith('cap nhat'));
  const at = terms.findIndex((term) => term.kind === 'reason' && term.reason === 'appointed');
  const next = terms.slice(at + 1).find(({ kind }) => kind !== 'filler');
  return at >= 0 && updates && next?.kind === 'position' && !elsewhere.test(fold(next.text));
}

const elsewhere = /\b(?:so|ubnd|uy ban|huyen|xa|phuong|thi tran|thanh pho|tinh)\b/;

/** More characters than any wish needs. */
const longestCell = 1000;

/** A clear action may still not fit what the cell names beside it; and nothing else may be unclear where several are open. */
function checked(judged: Judgement, values: Values, terms: readonly Term[]): Judgement {
  const { action } = judged;
  if (action === 'unclear') {
    const [first] = judged.open;
    const isOnlyChoice = first !== undefined && isFitting(first, values, terms);
    return isOnlyChoice ? judged : unclear(judged.doubt);
  }
  return misfit(action, values, terms) ?? judged;
}

const isFitting = (action: Action, values: Values, terms: readonly Term[]): boolean =>
  misfit(action, values, terms) === null;

/** Why what the cell names does not fit its action; null where it does. */
function misfit(action: Action, values: Values, terms: readonly Term[]): Judgement | null {
  if (values.doubt !== null) return unclear(values.doubt);
  if (values.hasEnd && action !== 'lock') return unclear('yêu cầu chỉ trong một thời gian hay lâu dài');
  if (action !== 'create' && terms.some(({ kind }) => kind === 'anotherPerson')) {
    return unclear('yêu cầu về ai, vì có từ “người khác”');
  }
  const before = terms.find(({ kind }) => kind === 'predecessor');
  if (action !== 'create' && before) return unclear(`yêu cầu cho ai, vì có ghi “${before.text}”`);
  const people = new Set(peopleIn(terms).map(fold));
  if (people.size > 1) return unclear('yêu cầu cho ai trong những người có tên trong ô');
  if (staysWithUnit.has(action) && newUnitIn(terms) !== null) {
    return unclear('hộp thư thuộc đơn vị nào, vì có ghi đơn vị mới');
  }
  if (action === 'rename' && isBareRename(terms, values)) {
    return unclear(`“${values.login ?? ''}” là tên truy cập hiện nay hay tên mới`);
  }
  if (values.quotaBytes !== null && action !== 'create' && action !== 'update')
    return unclear('dung lượng nêu trong ô để làm gì');
  return null;
}

/** What leaves a mailbox where it is. */
const staysWithUnit: ReadonlySet<Action> = new Set<Action>([
  'reset-password',
  'cancel',
  'lock',
  'unlock',
  'restore',
]);

/** "Sở Nội vụ" of "Đơn vị mới: Sở Nội vụ"; null where no new unit is named. */
export function newUnitIn(terms: readonly Term[]): string | null {
  const at = terms.findIndex(
    ({ kind, text }, place) =>
      kind === 'office' && fold(text).endsWith(' moi') && terms[place + 1]?.text === ':',
  );
  return at < 0 ? null : (terms[at + 2]?.text ?? '');
}

/** One login, with nothing that tells whether it is the present or the wished one. */
function isBareRename(terms: readonly Term[], values: Values): boolean {
  if (values.login === null || values.oldLogin !== null || loginIsOfMailbox(terms)) return false;
  const before = terms[terms.findIndex((term) => term.kind === 'login') - 1];
  return !(
    (before?.kind === 'link' && before.link === 'to') ||
    (before?.kind === 'adverb' && before.adverb === 'new') ||
    (before?.kind === 'sign' && before.text === ':')
  );
}

/** "hộp thư tvnam.sttt@…", or a login that stands before every verb. */
function loginIsOfMailbox(terms: readonly Term[]): boolean {
  const at = terms.findIndex((term) => term.kind === 'login');
  const before = terms[at - 1];
  return (
    (before?.kind === 'thing' && isMailbox(before.thing)) ||
    terms.findIndex(({ kind }) => kind === 'verb') > at
  );
}
