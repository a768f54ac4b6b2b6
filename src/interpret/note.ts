import type { Action } from '../model/request.ts';
import { spoken } from '../text/spoken.ts';
import { takesBack } from '../text/taking-back.ts';
import { clausesOf, isMailbox } from './clauses.ts';
import { wasGranted } from './doubts.ts';
import { adverbAlone, type Circumstance, judge, reasonsOf } from './evidence.ts';
import { termsOf } from './scan.ts';
import { type KnownWords, peopleIn, predecessorsIn, type Term } from './terms.ts';
import { valuesOf } from './values.ts';

/** What a note or a remark beside a wish adds to it. */
export type Aside = {
  text: string;
  /** Its reasons, or the time for which something is, where it says nothing else. */
  circumstances: readonly Circumstance[];
  /** The action that it asks for by itself; null where it asks for nothing. */
  action: Action | null;
  effectiveOn: string | null;
  isArrival: boolean;
  /** Until when something holds: "đến hết 31/12/2026". */
  endsOn: string | null;
  position: string | null;
  phone: string | null;
  /** Addresses and access names in it, in lower case, with or without their domain. */
  logins: readonly string[];
  people: readonly string[];
  /** The one of whom it says nothing but the name, or that the mailbox is his: "của anh Bảo". */
  whom: string | null;
  /** Whose place the row's person takes. */
  predecessors: readonly string[];
  /** The offices that somebody in it is of: "người này của Sở Nội vụ". */
  of: readonly string[];
  /** The people whose mailboxes it speaks of: "hộp thư của ông Nam". */
  owners: readonly string[];
  anotherPerson: boolean;
  /** Some of its words are in no table, or of no mailbox. */
  isStrange: boolean;
  /** Why it leaves a clear wish open, in a phrase that completes "chưa rõ …". */
  doubt: string | null;
};

/**
 * Reads a note. Its unknown words are none of our business, but a negation, a condition, a question, a
 * wish or a phrase that takes something back may be about the row's wish.
 */
export function asideOf(text: string, today: string, known: readonly KnownWords[]): Aside {
  const { terms } = termsOf(text.slice(0, longestNote), today, known);
  const { effectiveOn, isArrival, endsOn, position, phone } = valuesOf(terms);
  return {
    text,
    circumstances: [...reasonsOf(terms), ...adverbAlone(terms)],
    action: actionOf(terms),
    effectiveOn,
    isArrival,
    endsOn,
    position,
    phone,
    logins: terms.flatMap(({ kind, text }) => (kind === 'login' ? [text] : [])),
    people: peopleIn(terms),
    whom: terms.every(isOfName) ? (peopleIn(terms)[0] ?? null) : null,
    predecessors: predecessorsIn(terms),
    of: officesIn(terms),
    owners: ownersIn(terms),
    anotherPerson: terms.some(({ kind }) => kind === 'anotherPerson'),
    isStrange:
      !tellsOfCheck(text, today) &&
      terms.some(
        (term) => term.kind === 'unknown' || (term.kind === 'warning' && term.about === 'elsewhere'),
      ),
    doubt:
      terms.some(opens) || wasGranted(terms) || isTakenBack(text.slice(0, longestNote), terms)
        ? `yêu cầu, vì có ghi “${text}”`
        : null,
  };
}

const longestNote = 1000;

/** "Loan: đã kiểm tra tên, đúng": somebody looked whether the row is right, and it is. Comments begin with who wrote them. */
function tellsOfCheck(text: string, today: string): boolean {
  const [, who = '', end = '', said = ''] =
    /^(?:(\p{L}[\p{L}\p{N} .]{0,40}):(\s))?(.*)$/su.exec(text.trim()) ?? [];
  // Excel puts who comments into a line of its own; before words in the same line "Hold:" says something.
  const isBy = end === '\n' || termsOf(who, today, []).terms.every(({ kind }) => writers.has(kind));
  return (
    isBy &&
    checks.test(
      said
        .normalize('NFC')
        .toLowerCase()
        .replaceAll(/[\s,.;–-]+/g, ' ')
        .trim(),
    )
  );
}

const writers: ReadonlySet<Term['kind']> = new Set(['person', 'title', 'sign']);
/** Accents and all: who stops something writes `dừng`. */
const checks = new RegExp(
  `^(?:đã|vừa) (?:kiểm tra|đối chiếu|rà soát|xác minh)(?: (?:${[
    'lại|kỹ|xong|với|theo|và|họ tên|họ và tên|tên|chức vụ|đơn vị|thông tin|cccd|cmnd|căn cước|hồ sơ|quyết định|danh sách',
    'đúng|chính xác|khớp|đầy đủ|hợp lệ|ok',
  ].join('|')}))*$`,
);

/** "Xong", "trùng dòng 2", "bàn giao hộp thư cho …"; the words of a reason ("do ghi nhầm tên") are no such. */
function isTakenBack(text: string, terms: readonly Term[]): boolean {
  const own = terms.map(({ kind, text }) => (kind === 'reason' || kind === 'anotherPerson' ? ',' : text));
  return takesBack(spoken(text), ['beside']) || takesBack(spoken(own.join(' ')), ['all', 'some']);
}

/** Of a person, and not of a paper: "theo công văn của Sở Nội vụ". */
const someone = /^(?:(?:người|cán bộ|đồng chí|nhân sự|nhân viên|ông|bà|anh|chị)(?: này)?|này)$/iu;

/** The offices among the terms for which `fits` holds of the term before each, and the one before that. */
const officesWhere = (
  terms: readonly Term[],
  fits: (before: Term | undefined, earlier: Term | undefined) => boolean,
): string[] =>
  terms.flatMap((term, at) =>
    term.kind === 'office' && fits(terms[at - 1], terms[at - 2]) ? [term.text] : [],
  );

const isLink = (term: Term | undefined, ...links: readonly string[]): boolean =>
  term?.kind === 'link' && links.includes(term.link);

const officesIn = (terms: readonly Term[]): string[] =>
  officesWhere(terms, (link, owner) => isLink(link, 'of') && owner !== undefined && someone.test(owner.text));

/** The offices of which a sentence says that people or mailboxes are there: "cho viên chức Trung tâm Y tế". */
export const officesOf = (sentence: string, today: string): string[] =>
  officesWhere(
    termsOf(sentence, today, []).terms,
    (before) =>
      before?.kind === 'title' ||
      before?.kind === 'thing' ||
      (before?.kind === 'filler' && /(?:^|\s)(?:tại|ở|thuộc)$/iu.test(before.text)) ||
      isLink(before, 'of', 'for', 'at'),
  );

const isOfName = (term: Term): boolean =>
  ['person', 'title', 'sign'].includes(term.kind) ||
  (term.kind === 'thing' && isMailbox(term.thing)) ||
  isLink(term, 'of', 'for');

function ownersIn(terms: readonly Term[]): string[] {
  return terms.flatMap((term, at) => {
    if (term.kind !== 'person') return [];
    const before = terms.slice(0, at).findLastIndex(({ kind }) => kind !== 'title');
    const [thing, link] = [terms[before - 1], terms[before]];
    const isMailboxOf = link?.kind === 'link' && link.link === 'of' && thing?.kind === 'thing';
    return isMailboxOf && isMailbox(thing.thing) ? [term.text] : [];
  });
}

const opens = (term: Term): boolean =>
  (term.kind === 'warning' && term.about !== 'elsewhere' && term.about !== 'number') ||
  (term.kind === 'sign' && term.text === '?') ||
  (term.kind === 'day' && term.day === null);

/** Any verb of ours in a note is taken for a wish: that of the row, or another one. */
function actionOf(terms: readonly Term[]): Action | null {
  if (!terms.some(({ kind }) => kind === 'verb')) return null;
  return judge(terms, clausesOf(terms), []).action;
}
