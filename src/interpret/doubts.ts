import { fold } from '../text/fold.ts';
import type { Cell } from './cell.ts';
import { isMailbox } from './clauses.ts';
import type { Term } from './terms.ts';
import { reasonTable } from './words/reasons.ts';
import type { Thing } from './words/things.ts';

const harmlessSigns = /^[,;:.()[\]\-–—/+*•·|!\n"'“”‘’]$/;
const quotes = /^["'“”‘’]$/;
export const freeMail = /@(?:gmail|googlemail|yahoo|ymail|outlook|hotmail|live|icloud|zoho)\b/;

/** What in the words makes any reading unsafe, in a phrase that completes "chưa rõ …"; null where nothing does. */
export function doubtIn(terms: readonly Term[], cell: Cell): string | null {
  const question = terms.find((term) => term.kind === 'warning' && term.about === 'question');
  if (question?.kind === 'warning') return question.why.replace('{words}', question.text);
  for (const [at, term] of terms.entries()) {
    const doubt = doubtAt(terms, at, term, cell);
    if (doubt !== null) return doubt;
  }
  return wasGranted(terms) ? 'việc đã xong hay cần làm, vì có ngày đã cấp' : ownMailbox(terms);
}

function doubtAt(terms: readonly Term[], at: number, term: Term, cell: Cell): string | null {
  switch (term.kind) {
    case 'unknown':
      return `từ “${strange(terms, at)}” có nghĩa gì đối với yêu cầu`;
    case 'warning':
      return term.why.replace('{words}', term.text);
    case 'sign':
      return signDoubt(terms, at, term.text);
    case 'number':
      return numberDoubt(terms, at, term.value, term.text);
    case 'day':
      return term.day === null ? `ngày “${term.text}”, vì lịch không có ngày này` : null;
    case 'login':
      return freeMail.test(term.text)
        ? `hộp thư “${term.text}” dùng để làm gì, vì không phải hộp thư của tỉnh`
        : null;
    case 'verb':
      return objectDoubt(terms, at);
    case 'duration':
      return terms.some((other) => other.kind === 'reason' && other.reason === 'away')
        ? null
        : `yêu cầu trong bao lâu (“${term.text}”)`;
    case 'past':
      return (isBeforeReason(terms, at) || isAfterReason(terms, at)) && !isStillLeaving(terms, at)
        ? null
        : `việc đã xong, đang làm hay cần làm (“${term.text}”)`;
    case 'future':
      return terms.some(({ kind }) => kind === 'day') && isBeforeReason(terms, at)
        ? null
        : `từ ngày nào (“${term.text}”)`;
    case 'asking':
      return askingDoubt(terms, at, term.text);
    case 'link':
      return linkDoubt(terms, at, cell);
    case 'reason':
      return (
        stoppingDoubt(terms, at, term.text) ?? (term.reason === 'handedOver' ? handingDoubt(terms, at) : null)
      );
    case 'filler':
      return isSaidDone(terms, at) ? `việc đã xong hay cần làm (“${term.text}”)` : null;
    case 'anotherPerson':
      return terms[at - 1]?.kind === 'thing' ? `yêu cầu về hộp thư của ai, vì có từ “${term.text}”` : null;
    default:
      return null;
  }
}

/** "Đình chỉ khóa hộp thư": a person is suspended, or the locking is. */
function stoppingDoubt(terms: readonly Term[], at: number, text: string): string | null {
  const next = terms[at + 1];
  return fold(text) === 'dinh chi' && next?.kind === 'verb' ? `“${text} ${next.text}” là việc gì` : null;
}

/** "Đã bàn giao hộp thư cho bà Hoa": what was handed over is the mailbox itself, or to somebody who goes on with it. */
function handingDoubt(terms: readonly Term[], at: number): string | null {
  const next = terms[at + 1];
  return next === undefined || next.kind === 'sign' || next.kind === 'asking' || next.kind === 'verb'
    ? null
    : `yêu cầu, vì có ghi “${terms[at]?.text} ${next.text}”`;
}

/** "Đổi mật khẩu rồi": a clause with a verb that ends so; "nghỉ hưu rồi, hủy" and "khóa rồi hủy" say no such thing of what is asked. */
function isSaidDone(terms: readonly Term[], at: number): boolean {
  if (fold(terms[at]?.text ?? '') !== 'roi') return false;
  const rest = terms.slice(at + 1);
  const goesOn = rest.slice(0, clauseEnd(rest)).some(({ kind }) => kind !== 'filler');
  const before = terms.slice(0, at).toReversed();
  const clause = before.slice(0, clauseEnd(before));
  const isOfReason = clause.some(({ kind }) => kind === 'reason');
  return !goesOn && !isOfReason && clause.some(({ kind }) => kind === 'verb');
}

/** How many terms stand before the first sign that parts clauses. */
function clauseEnd(terms: readonly Term[]): number {
  const end = terms.findIndex(({ kind, text }) => kind === 'sign' && /^[,;.:()\n!]$/.test(text));
  return end < 0 ? terms.length : end;
}

/** The unknown words that stand together. */
function strange(terms: readonly Term[], at: number): string {
  const rest = terms.slice(at);
  const end = rest.findIndex(({ kind }) => kind !== 'unknown');
  return (end < 0 ? rest : rest.slice(0, end)).map(({ text }) => text).join(' ');
}

function signDoubt(terms: readonly Term[], at: number, sign: string): string | null {
  if (sign === '?') return 'đơn vị yêu cầu hay hỏi (dấu “?”)';
  if (!harmlessSigns.test(sign)) return `dấu “${sign}” có nghĩa gì đối với yêu cầu`;
  if (!quotes.test(sign)) return null;
  const isValue = [terms[at - 1], terms[at + 1]].some(
    (beside) => beside !== undefined && ['login', 'person', 'position', 'phone'].includes(beside.kind),
  );
  return isValue ? null : 'đơn vị yêu cầu hay trích lại lời khác, vì có dấu ngoặc kép';
}

/** One mailbox is one; any other number of them, or a number of what we do not know, is not for one row. */
function numberDoubt(terms: readonly Term[], at: number, value: number, text: string): string | null {
  const next = terms[at + 1];
  const isNumbering =
    terms.slice(0, at).every(({ kind, text: sign }) => kind === 'sign' && sign === '\n') &&
    next?.kind === 'sign';
  const isOne = value === 1 && (next?.kind === 'thing' || next?.kind === 'filler');
  return isNumbering || isOne ? null : `số “${text}” có nghĩa gì đối với yêu cầu`;
}

const reasonStarts = new Set<Term['kind']>(['reason', 'citation', 'past', 'future', 'adverb']);

function isBeforeReason(terms: readonly Term[], at: number): boolean {
  const next = terms[at + 1];
  if (!next || !reasonStarts.has(next.kind)) return false;
  return next.kind === 'reason' || next.kind === 'citation' || isBeforeReason(terms, at + 1);
}

/** "Đã hủy trước đây" */
const isAfterReason = (terms: readonly Term[], at: number): boolean =>
  fold(terms[at]?.text ?? '').includes('truoc') && terms[at - 1]?.kind === 'reason';

/** How long or why, and not what a verb is about: "khóa trong thời gian nghỉ thai sản". */
const circumstance = /^(?:(?:do|vì|trong th[ờo]i gian)\s|l[ầa]n [đd][ầa]u|(?:trên|trong|vào) danh)/i;

/** What stands straight after a verb is what it is about: "hủy chuyển công tác", "khóa hệ thống" are no wishes about a mailbox. */
function objectDoubt(terms: readonly Term[], at: number): string | null {
  const [verb, next] = [terms[at], terms[at + 1]];
  if (verb?.kind !== 'verb' || !next) return null;
  const isObject =
    next.kind === 'noun' ||
    next.kind === 'office' ||
    next.kind === 'phone' ||
    // A position as well as a paper: "hủy hợp đồng".
    (next.kind === 'position' && fold(next.text) === 'hop dong' && verb.verb !== 'new') ||
    (next.kind === 'reason' && verb.verb !== 'new' && !circumstance.test(next.text));
  return isObject ? `“${verb.text} ${next.text}” là việc gì` : null;
}

/** "Đang nghỉ hưu": whether somebody has left is not said. */
function isStillLeaving(terms: readonly Term[], at: number): boolean {
  const next = terms[at + 1];
  const isLeaving = next?.kind === 'reason' && reasonTable[next.reason].alone === 'cancel';
  return isLeaving && /đang|dang/i.test(terms[at]?.text ?? '');
}

/** "hủy yêu cầu …", "xóa đề nghị …": the asking word is what the verb is about. */
function askingDoubt(terms: readonly Term[], at: number, text: string): string | null {
  const before = terms.slice(0, at).findLast(({ kind }) => kind !== 'filler' && kind !== 'adverb');
  return before?.kind === 'verb' ? `“${before.text} ${text}” là việc gì` : null;
}

function linkDoubt(terms: readonly Term[], at: number, cell: Cell): string | null {
  const term = terms[at];
  const next = terms[at + 1];
  if (term?.kind !== 'link') return null;
  if (term.link === 'but' && !terms.some(({ kind }) => kind === 'anotherPerson'))
    return `phần sau từ “${term.text}” thay đổi yêu cầu thế nào`;
  if (term.link === 'because' && !givesReason(terms, at)) return `lý do sau từ “${term.text}”`;
  if (term.link === 'for' && cell.bare && next?.kind === 'verb')
    return `“${term.text} ${next.text}” là cho hay chờ`;
  if (
    (term.link === 'to' || term.link === 'from' || term.link === 'until') &&
    !leadsTo(terms, at, term.link)
  ) {
    return `từ “${term.text}” chỉ điều gì`;
  }
  if (term.link === 'for' && next?.kind === 'office')
    return `hộp thư cho cá nhân hay cho cơ quan (“${term.text} ${next.text}”)`;
  // "cho người khác trùng tên" is of the row's own person, "cho người khác" of whom one does not know.
  if (term.link === 'for' && next?.kind === 'anotherPerson' && !/ tên/i.test(next.text))
    return 'yêu cầu cho ai, vì có từ “người khác”';
  if (term.link === 'of' && next?.kind === 'anotherPerson')
    return 'yêu cầu về hộp thư của ai, vì có từ “người khác”';
  return null;
}

const goals: Readonly<Record<'to' | 'from' | 'until', ReadonlySet<Term['kind']>>> = {
  to: new Set(['office', 'login', 'position', 'phone', 'size', 'day', 'person', 'link']),
  from: new Set(['office', 'login', 'position', 'phone', 'size', 'day', 'link']),
  until: new Set(['day']),
};

const isChangeable = new Set<Thing>(['unit', 'position', 'phone', 'login', 'size']);
const isChange = (term: Term): boolean =>
  term.kind === 'verb' && (term.verb === 'change' || term.verb === 'move' || term.verb === 'enlarge');

/** "sang Sở Nội vụ", "từ ngày 01/12": without what they lead to ("hộp thư đến") such words mean something else. */
function leadsTo(terms: readonly Term[], at: number, link: 'to' | 'from' | 'until'): boolean {
  // "từ Sở Tài chính về": where to is the row's own unit.
  if (link === 'to' && terms[at - 1]?.kind === 'office') return true;
  const next = terms
    .slice(at + 1)
    .find(
      ({ kind, text }) => !['filler', 'title', 'adverb'].includes(kind) && !quotes.test(text) && text !== ':',
    );
  if (next?.kind === 'thing') return link === 'to' && isChangeable.has(next.thing) && terms.some(isChange);
  return (
    next !== undefined &&
    goals[link].has(next.kind) &&
    (next.kind !== 'link' || next.link === 'from' || next.link === 'at')
  );
}

const reasons = new Set<Term['kind']>(['reason', 'citation', 'namesake', 'anotherPerson', 'day', 'future']);

function givesReason(terms: readonly Term[], at: number): boolean {
  const rest = terms.slice(at + 1);
  const end = rest.findIndex(
    ({ kind, text }) => kind === 'verb' || (kind === 'sign' && /^[.;\n)]$/.test(text)),
  );
  const said = end < 0 ? rest : rest.slice(0, end);
  return said.some(({ kind, text }) => reasons.has(kind) || /cá nhân|công việc|nhu cầu/i.test(text));
}

/** "hộp thư đơn vị", "hộp thư của Phòng Nội vụ": not the mailbox of the person in the row. */
function ownMailbox(terms: readonly Term[]): string | null {
  const at = terms.findIndex((_, place) => ownerAfter(terms, place) !== null);
  const owner = ownerAfter(terms, at);
  return owner === null
    ? null
    : `hộp thư của cá nhân hay của cơ quan (“${terms[at]?.text ?? ''} ${owner.text}”)`;
}

/** The office whose mailbox the thing at a place is; null where it is none. */
function ownerAfter(terms: readonly Term[], at: number): Term | null {
  const term = terms[at];
  if (term?.kind !== 'thing' || !isMailbox(term.thing)) return null;
  const next = terms[at + 1];
  const after = next?.kind === 'link' && next.link === 'of' ? terms[at + 2] : next;
  const isOffice =
    (after?.kind === 'office' && !/^(?:tại|trong|thuộc|ở)\s/i.test(after.text)) ||
    (after?.kind === 'thing' && after.thing === 'unit');
  return isOffice ? after : null;
}

/** "Cấp lại mật khẩu (đã cấp ngày 25/11)": what was given on a day, unless that is said of the mailbox. */
export function wasGranted(terms: readonly Term[]): boolean {
  return terms.some((term, at) => {
    const [before, next, after] = [terms[at - 1], terms[at + 1], terms[at + 2]];
    const isOfMailbox = before?.kind === 'thing' || before?.kind === 'login';
    const isDated = next?.kind === 'day' || (next?.kind === 'link' && after?.kind === 'day');
    return term.kind === 'reason' && term.reason === 'hasMailbox' && isDated && !isOfMailbox;
  });
}

/** A great office, or a place: "Sở Nội vụ", "UBND huyện An Biên". */
const great = /\b(?:so|ubnd|uy ban nhan dan|huyen|xa|phuong|thi tran|thanh pho|tinh)\b/;

/** Whether both are great offices, and not the same. Parts of one, and short names, may be. */
export function isElsewhere(office: string, unit: string | undefined): boolean {
  const [one, other] = [office, unit ?? ''].map((name) =>
    fold(name)
      .replace(/^(?:tai|o|thuoc|trong) /, '')
      .replace(/\bubnd\b/, 'uy ban nhan dan'),
  );
  if (one === undefined || other === undefined || !great.test(one) || !great.test(other)) return false;
  return !one.includes(other) && !other.includes(one);
}

/** The office where a mailbox is, "hộp thư tại Sở Nội vụ", and the post that it belongs to, "hộp thư của Trưởng phòng". */
export function ownersOfMailbox(terms: readonly Term[]): { office: string | null; post: string | null } {
  const found = { office: null as string | null, post: null as string | null };
  for (const [at, term] of terms.entries()) {
    if (term.kind !== 'thing' || !isMailbox(term.thing)) continue;
    const [next, after] = [terms[at + 1], terms[at + 2]];
    const isLed = next?.kind === 'link' && (next.link === 'at' || next.link === 'of');
    const [owner, beyond] = isLed ? [after, terms[at + 3]] : [next, after];
    if (owner?.kind === 'office') found.office = owner.text;
    if (owner?.kind === 'position' && beyond?.kind !== 'person') found.post = owner.text;
  }
  return found;
}

/** The same words where the row names an office and no person: whose mailbox it is is no doubt there. */
export function withoutOwner(terms: readonly Term[]): Term[] {
  const owners = new Set(terms.map((_, at) => ownerAfter(terms, at)));
  return terms.map((term) => (owners.has(term) ? { kind: 'filler', text: term.text } : term));
}
