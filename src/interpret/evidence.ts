import type { Action } from '../model/request.ts';
import { actionNames } from '../text/action-names.ts';
import { type Clause, isDestination, isMailbox, meaningOf, type Parsed } from './clauses.ts';
import type { Term } from './terms.ts';
import { adverbAllows } from './words/adverbs.ts';
import { reasonTable } from './words/reasons.ts';
import { meanings, movedTo, type Verb } from './words/verbs.ts';

/** What the words of a cell ask for: one action, or why it is not clear which. */
export type Judgement =
  | { action: Exclude<Action, 'unclear'>; doubt: null; open: readonly Action[] }
  /** `open`: among which actions the words do not tell; empty where something else is unclear. */
  | { action: 'unclear'; doubt: string; open: readonly Action[] };

export const unclear = (doubt: string, open: readonly Action[] = []): Judgement => ({
  action: 'unclear',
  doubt,
  open,
});

/**
 * Something beside the verb that agrees with some actions alone. Where it `decides`, it also chooses among what the
 * verb leaves open. `text`: its words, where it has some.
 */
export type Circumstance = { allows: readonly Action[]; decides: boolean; text?: string };

/**
 * Every verb leaves some actions open; the wish is clear where the circumstances that decide leave exactly one, and all others agree with
 * it. `hints` are circumstances from outside the cell, such as a filled column of new addresses.
 */
export function judge(terms: readonly Term[], parsed: Parsed, hints: readonly Circumstance[]): Judgement {
  const meant = clauseSet(parsed);
  if (typeof meant === 'string') return unclear(meant);
  const open = meant ?? aloneSet(terms);
  if (open === null) return unclear('đơn vị yêu cầu việc gì, vì không có từ nào nói rõ việc cần làm');
  const circumstances = [...reasonsOf(terms), ...adverbsOf(terms), ...hints];
  const chosen = looselyMeant(open, parsed, circumstances) ?? decided(open, circumstances);
  if (chosen.length > 1) {
    const doubt = `đơn vị muốn ${choice(chosen)}`;
    return unclear(doubt, narrowed(chosen, circumstances));
  }
  const [action] = narrowed(chosen, circumstances);
  return action === undefined || action === 'unclear'
    ? unclear(`yêu cầu, vì ${misfit(chosen, circumstances)} không khớp với việc cần làm`)
    : { action, doubt: null, open: [] };
}

/** What a verb asks back that is said of a mailbox, where a reason decides so: "cấp lại mail (quên mật khẩu)", "khôi phục hộp thư bị khóa". */
export const loosely: Readonly<Partial<Record<Verb, readonly Action[]>>> = {
  again: ['reset-password'],
  regain: ['reset-password', 'unlock'],
};

function looselyMeant(
  open: readonly Action[],
  { clauses: [first, ...others] }: Parsed,
  circumstances: readonly Circumstance[],
): readonly Action[] | null {
  if (first === undefined || others.length > 0 || open.join() !== 'restore') return null;
  const isDecided = circumstances.some(({ decides, allows }) => decides && !allows.includes('restore'));
  const meant = narrowed(loosely[first.verb] ?? [], circumstances);
  return isDecided && meant.length === 1 ? meant : null;
}

/** What is left of several by those circumstances that decide. */
function decided(open: readonly Action[], circumstances: readonly Circumstance[]): readonly Action[] {
  if (open.length <= 1) return open;
  return narrowed(
    open,
    circumstances.filter(({ decides }) => decides),
  );
}

/** What speaks against all of them, in its words where one does alone. */
function misfit(chosen: readonly Action[], circumstances: readonly Circumstance[]): string {
  const against = circumstances.find(({ allows }) => !chosen.some((action) => allows.includes(action)));
  return against?.text === undefined ? 'lý do hoặc từ đi kèm' : `“${against.text}”`;
}

const narrowed = (open: readonly Action[], circumstances: readonly Circumstance[]): readonly Action[] =>
  open.filter((action) => circumstances.every(({ allows }) => allows.includes(action)));

/** The actions that all verbs together leave open; null where there is no verb, words where they contradict each other. */
function clauseSet({ clauses, topic }: Parsed): readonly Action[] | string | null {
  const [first, ...others] = clauses;
  if (!first) return null;
  const run = others.find(({ after }) => after === 'verb');
  if (run) return `yêu cầu, vì hai từ “${first.text}” và “${run.text}” đi liền nhau`;
  const stray = topic.find(
    ({ thing }) => !isMailbox(thing) && !first.things.some((own) => own.thing === thing),
  );
  if (stray) return `“${stray.text}” liên quan thế nào đến “${first.text}”`;
  let open = meaningOf(first);
  for (const clause of clauses) {
    const meant = meaningOf(clause);
    if (meant.length === 0) return `“${said(clause)}” nghĩa là gì`;
    const isHeaded = clause.after === 'heading' && meant.every((action) => open.includes(action));
    if (!isHeaded && meant.join() !== open.join() && !areOfClosing(meant, open))
      return 'thực hiện yêu cầu nào, vì trong ô có nhiều yêu cầu khác nhau';
    if (isHeaded || meant.length < open.length) open = meant;
  }
  return open;
}

/** "Ngưng sử dụng, hủy hộp thư": a mailbox that is cancelled is closed, too. */
function areOfClosing(one: readonly Action[], other: readonly Action[]): boolean {
  const both = [one, other].map((actions) => actions.join());
  return both.includes('cancel') && both.includes(meanings.close.nothing?.join() ?? '');
}

const said = ({ text, things }: Clause): string => [text, ...things.map((thing) => thing.text)].join(' ');

/** A reason that asks for something by itself ("nghỉ hưu"), where there is no verb. */
function aloneSet(terms: readonly Term[]): readonly Action[] | null {
  const moved = terms.some((term) => term.kind === 'reason' && term.reason === 'moved');
  if (moved && terms.some((_, at) => isDestination(terms, at))) return movedTo;
  const actions = terms.flatMap((term) =>
    term.kind === 'reason' ? (reasonTable[term.reason].alone ?? []) : [],
  );
  if (actions.length === 0 && isNewValue(terms)) return ['update'];
  if (actions.length === 0 && moved) return leaving;
  return actions.length > 0 ? [...new Set(actions)] : null;
}

/** "SĐT mới: 0939 456 789", "Chức vụ mới là Trưởng phòng": a value that is to take the place of the one that is known. */
function isNewValue(terms: readonly Term[]): boolean {
  return terms.some((term, at) => {
    const [next, ...rest] = terms.slice(at + 1);
    if (term.kind !== 'thing' || (term.thing !== 'phone' && term.thing !== 'position')) return false;
    const isNew =
      (next?.kind === 'adverb' && next.adverb === 'new') ||
      (next?.kind === 'link' && next.link === 'to' && /^mới là$/i.test(next.text));
    const value = rest.find(({ kind, text }) => kind !== 'filler' && text !== ':');
    return isNew && value?.kind === term.thing;
  });
}

/** What may be asked for somebody who goes to another unit that is named. */
const leaving: readonly Action[] = ['cancel', 'transfer', 'lock'];

export function reasonsOf(terms: readonly Term[]): Circumstance[] {
  return terms.flatMap((term, at) => {
    if (term.kind !== 'reason') return [];
    // The namesake has it, not the person of the row.
    if (term.reason === 'hasMailbox' && terms.some(({ kind }) => kind === 'anotherPerson')) return [];
    if (tellsWhyItHappened(terms, at)) return [];
    const { allows, decides = false } = reasonTable[term.reason];
    if (term.reason === 'moved' && terms.some((_, at) => isDestination(terms, at)))
      return [{ allows: leaving, decides, text: term.text }];
    return [{ allows, decides, text: term.text }];
  });
}

/** "Bị thu hồi do nghỉ thai sản": why the mailbox was taken back, and nothing about the wish. */
function tellsWhyItHappened(terms: readonly Term[], at: number): boolean {
  const [happened, link, why] = terms.slice(Math.max(0, at - 2), at + 1);
  return (
    why?.kind === 'reason' &&
    (why.reason === 'away' || why.reason === 'unused') &&
    link?.kind === 'link' &&
    link.link === 'because' &&
    happened?.kind === 'reason' &&
    (happened.reason === 'locked' || happened.reason === 'reclaimed')
  );
}

/** "Tạm thời" as all that a note says: it is about what the row asks. */
export function adverbAlone(terms: readonly Term[]): Circumstance[] {
  const [only, ...others] = terms.filter(({ kind }) => kind !== 'sign' && kind !== 'filler');
  if (only?.kind !== 'adverb' || only.adverb !== 'temporary' || others.length > 0) return [];
  return [{ allows: adverbAllows.temporary, decides: false, text: only.text }];
}

/** `mới` and `cũ` say something of the mailbox alone: "mật khẩu mới", "chức vụ cũ", "mới: tvnam2.sttt" are what they are. */
function adverbsOf(terms: readonly Term[]): Circumstance[] {
  return terms.flatMap((term, at) => {
    if (term.kind !== 'adverb') return [];
    const before = terms[at - 1];
    const isOfAge = term.adverb === 'new' || term.adverb === 'old';
    const after = terms.slice(at + 1).find(({ text }) => text !== ':' && text !== 'là');
    if (isOfAge && after?.kind === 'login') return [];
    if (term.adverb === 'new' && (before?.kind === 'office' || terms[at + 1]?.kind === 'reason')) return [];
    if (isOfAge && (before?.kind === 'reason' || (before?.kind === 'thing' && !isMailbox(before.thing))))
      return [];
    return [
      {
        allows: adverbAllows[term.adverb],
        decides: term.adverb === 'temporary' || term.adverb === 'forever',
      },
    ];
  });
}

/** `a, b hay c`. */
function choice(actions: readonly Action[]): string {
  const names = actions.map((action) => actionNames[action]);
  return `${names.slice(0, -1).join(', ')} hay ${names.at(-1) ?? ''}`;
}
