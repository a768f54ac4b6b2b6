import type { Action } from '../model/request.ts';
import type { Term } from './terms.ts';
import type { Thing } from './words/things.ts';
import { meanings, movedTo, type Verb } from './words/verbs.ts';

/** What a verb is about; `joined`: it stands beside the thing before it ("và", a comma) and does not belong to it. */
type Named = { thing: Thing; text: string; joined: boolean };

/** A verb with the things it is about, and how it hangs together with the clause before it. */
export type Clause = {
  verb: Verb;
  text: string;
  things: readonly Named[];
  /** What stood between the clause before and this one; `verb`: nothing that parts them. */
  after: 'start' | 'verb' | 'heading' | 'list';
  /** The cell names a unit to which something or somebody goes. */
  hasDestination: boolean;
  hasSize: boolean;
};

/** `topic`: every thing that stands before the first verb: "Mật khẩu hộp thư: cấp lại". */
export type Parsed = { clauses: readonly Clause[]; topic: readonly Named[] };

type Draft = { -readonly [K in keyof Clause]: Clause[K] } & { things: Named[] };

/** Groups the terms around their verbs. */
export function clausesOf(terms: readonly Term[]): Parsed {
  const topic: Named[] = [];
  const drafts: Draft[] = [];
  let inReason = false;
  const hasDestination = terms.some((_, at) => isDestination(terms, at));
  for (const [at, term] of terms.entries()) {
    const draft = drafts.at(-1);
    inReason = term.kind === 'link' && term.link === 'because' ? true : inReason && !endsReason(term);
    if (term.kind === 'verb') {
      const after = joining(terms, at);
      drafts.push({
        verb: term.verb,
        text: term.text,
        things: [],
        after,
        hasDestination,
        hasSize: false,
      });
    } else if (term.kind === 'thing' && !inReason) {
      if (draft && verbNeedsNoLabel(draft.verb) && isLabel(terms, at)) continue;
      (draft?.things ?? topic).push({ thing: term.thing, text: term.text, joined: isJoined(terms, at) });
    } else if (draft && term.kind === 'size') {
      draft.hasSize = true;
    }
  }
  return { clauses: shared(drafts, topic), topic };
}

const endsReason = (term: Term): boolean =>
  term.kind === 'verb' || term.kind === 'asking' || (term.kind === 'sign' && /^[.;\n)]$/.test(term.text));

/** Only a change is about a position or telephone itself; elsewhere "chức vụ: Trưởng phòng" tells whom it is for. */
const verbNeedsNoLabel = (verb: Verb): boolean => verb !== 'change' && verb !== 'enlarge';

const kindOfValue: Partial<Record<Thing, Term['kind']>> = {
  position: 'position',
  phone: 'phone',
  login: 'login',
  size: 'size',
};

/** Whether a thing is followed by its own value. */
function isLabel(terms: readonly Term[], at: number): boolean {
  const label = terms[at];
  const next = terms
    .slice(at + 1)
    .find(({ kind, text }) => kind !== 'filler' && !(kind === 'sign' && text === ':'));
  return label?.kind === 'thing' && next !== undefined && kindOfValue[label.thing] === next.kind;
}

function isJoined(terms: readonly Term[], at: number): boolean {
  const before = terms[at - 1];
  return (
    (before?.kind === 'link' && before.link === 'and') ||
    (before?.kind === 'sign' && /^[,/+;\n-]$/.test(before.text))
  );
}

/** Whether a term is an office after "sang", "về", "đến". */
export function isDestination(terms: readonly Term[], at: number): boolean {
  const before = terms[at - 1];
  if (terms[at]?.kind !== 'office' || !before) return false;
  const isMoved =
    before.kind === 'reason' && before.reason === 'moved' && /(?:sang|về|đến|tại)$/i.test(before.text);
  return isMoved || (before.kind === 'link' && before.link === 'to');
}

function joining(terms: readonly Term[], at: number): Clause['after'] {
  const verbBefore = terms.slice(0, at).findLastIndex(({ kind }) => kind === 'verb');
  if (verbBefore < 0) return 'start';
  const between = terms.slice(verbBefore + 1, at);
  if (between.some(({ kind, text }) => kind === 'sign' && /^[:(–—-]$/.test(text))) return 'heading';
  const parted = between.some(
    (term) => term.kind === 'sign' || term.kind === 'reason' || (term.kind === 'link' && term.link === 'and'),
  );
  return parted ? 'list' : 'verb';
}

/** A verb that says nothing alone shares the thing of the verb after it ("thay đổi, cấp lại mật khẩu"), or takes the topic. */
function shared(drafts: readonly Draft[], topic: Parsed['topic']): readonly Clause[] {
  return drafts.map((draft, at) => {
    if (draft.things.length > 0) return draft;
    const next = drafts[at + 1];
    const isOpen = meanings[draft.verb].nothing?.length !== 1;
    if (isOpen && next?.after === 'list' && next.things.length > 0) return { ...draft, things: next.things };
    // "Hộp thư bị khóa, đề nghị mở": only the reason tells what opening is meant.
    return at === 0 && draft.verb !== 'open' ? { ...draft, things: topic } : draft;
  });
}

/** Things that belong to a mailbox: "mật khẩu hộp thư" is about the password. */
const belongings = new Set<Thing>([
  'password',
  'login',
  'size',
  'details',
  'position',
  'phone',
  'fullName',
  'name',
]);

export const isMailbox = (thing: Thing): boolean =>
  thing === 'mailbox' || thing === 'account' || thing === 'address';

/** The actions that a clause may mean; none where we can make nothing of it. */
export function meaningOf(clause: Clause): readonly Action[] {
  const { verb, things } = clause;
  const ofMailbox = things.every(({ thing }) => isMailbox(thing));
  if (
    verb === 'move' &&
    clause.hasDestination &&
    (ofMailbox || things.every(({ thing }) => thing === 'unit'))
  )
    return movedTo;
  if (verb === 'enlarge' && clause.hasSize && ofMailbox) return meanings.enlarge.size ?? [];
  // "Cấp mới kèm mật khẩu": of the mailbox and its password, or of a new password alone.
  if (isGrant(verb) && things[0]?.joined && things.every(({ thing }) => thing === 'password'))
    return [...new Set([...(meanings[verb].nothing ?? []), ...(meanings[verb].password ?? [])])];
  const [first, ...others] = aboutOf(clause).map((thing) => meanings[verb][thing] ?? []);
  if (first === undefined) return meanings[verb].nothing ?? [];
  return others.every((other) => other.join() === first.join()) ? first : [];
}

/** What a clause is about, each thing once, without the mailbox that a thing belongs to. */
function aboutOf({ verb, things }: Clause): readonly Thing[] {
  const groups: Thing[][] = [];
  for (const { thing, joined } of things) {
    const last = groups.at(-1);
    if (joined || !last) groups.push([thing]);
    else last.push(thing);
  }
  const about = groups.flatMap((group) => {
    const own = group.filter((thing) => belongings.has(thing));
    return own.length > 0 ? own.concat(group.filter((thing) => thing === 'unit')) : group;
  });
  const [first, second, ...others] = [...new Set(about)];
  const bringsPassword =
    first !== undefined && isMailbox(first) && second === 'password' && others.length === 0;
  return bringsPassword && isGrant(verb)
    ? [first]
    : [first, second, ...others].filter((thing) => thing !== undefined);
}

/** A new mailbox comes with a password: "cấp hộp thư và mật khẩu" is one wish. */
const isGrant = (verb: Verb): boolean => verb === 'grant' || verb === 'new' || verb === 'make';
