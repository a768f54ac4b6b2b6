import { fold } from '../text/fold.ts';
import { type Cell, wordsOf } from './cell.ts';
import type { Entry } from './lexicon.ts';
import type { Reader, Term } from './terms.ts';
import type { ReasonName } from './words/reasons.ts';
import type { Thing } from './words/things.ts';

/**
 * A clause of its own that tells what befell somebody, and nothing else: "(máy bị virus)", "đăng nhập báo sai mật khẩu, đề nghị …", "do sổ
 * ghi mật khẩu bị rơi". One word that is not of such troubles leaves the clause to the tables, and so to a question.
 */
export const plight: Reader = (cell, at, before) => {
  if (!beginsClause(before)) return null;
  const parts = partsOf(cell, at, isOfPlight);
  if (parts === null) return null;
  const has = (...kinds: Entry['kind'][]): boolean => parts.entries.some(({ kind }) => kinds.includes(kind));
  // "Mật khẩu máy tính bị mất": another one than the mailbox's.
  const text = wordsOf(cell, at, parts.length);
  const isMixed = has('matter') && (has('thing') || ofPassword.test(fold(text)));
  const isTold =
    has('plight', 'loss') || (has('fault') && has('matter', 'thing')) || (has('work') && has('matter'));
  const whole = cell.lexicon.of('reason', at);
  if (isMixed || !isTold || whole?.length === parts.length) return null;
  const reason = parts.entries.find((entry) => entry.kind === 'reason')?.reason ?? 'plight';
  return { term: { kind: 'reason', reason, text }, length: parts.length };
};

/** "để đồng chí truy cập hộp thư": what somebody needs a mailbox for, up to the end of the clause. */
export const purpose: Reader = (cell, at) => {
  const token = cell.tokens[at];
  const isLed =
    token?.kind === 'word' && /^(?:để|nhằm)$/i.test(cell.bare ? accented(token.text) : token.text);
  const parts = isLed ? partsOf(cell, at + 1, isOfPurpose) : null;
  if (parts === null || !parts.entries.some(({ kind }) => kind === 'goal')) return null;
  const length = parts.length + 1;
  return { term: { kind: 'filler', text: wordsOf(cell, at, length) }, length };
};

/** Some troubles name the password themselves: "báo sai mật khẩu". */
const ofPassword = /\b(?:mat khau|mk|pass|password)\b/;

const accented = (word: string): string => (word.toLowerCase() === 'de' ? 'để' : word);

/** What a clause is made of, in order. */
type Parts = { entries: readonly Entry[]; length: number };

/** The parts of the rest of a clause; null where it is empty, or has one that is not `fitting`. */
function partsOf(cell: Cell, start: number, fitting: (entry: Entry) => boolean): Parts | null {
  const entries: Entry[] = [];
  let at = start;
  while (!endsClause(cell, at)) {
    const found = cell.lexicon.longest(at, fitting);
    if (found === null) return null;
    entries.push(found.entry);
    at += found.length;
  }
  return entries.length === 0 ? null : { entries, length: at - start };
}

function endsClause(cell: Cell, at: number): boolean {
  const token = cell.tokens[at];
  if (token === undefined) return true;
  return token.kind === 'sign'
    ? /^[,.;)\n–—-]$/.test(token.text)
    : cell.lexicon.at(at)?.entry.kind === 'asking';
}

function beginsClause(before: readonly Term[]): boolean {
  const last = before.at(-1);
  if (last?.kind === 'link') return last.link === 'because';
  if (last?.kind !== 'sign') return last === undefined;
  if (last.text !== ':') return /^[,.;(\n–—-]$/.test(last.text);
  const label = before.at(-2);
  return label?.kind === 'link' && label.link === 'because';
}

const ownThings: ReadonlySet<Thing> = new Set<Thing>(['password', 'mailbox', 'account', 'login']);
const ownReasons: ReadonlySet<ReasonName> = new Set<ReasonName>([
  'forgotten',
  'forgot',
  'lost',
  'shutOut',
  'unused',
  'returned',
  'mistyped',
]);

function isOfPlight(entry: Entry): boolean {
  switch (entry.kind) {
    case 'plight':
    case 'loss':
    case 'fault':
    case 'work':
    case 'matter':
    case 'beside':
    case 'past':
    case 'noun':
    case 'filler':
    case 'title':
      return true;
    case 'thing':
      return ownThings.has(entry.thing);
    case 'reason':
      return ownReasons.has(entry.reason);
    case 'link':
      return entry.link === 'because' || entry.link === 'and' || entry.link === 'of' || entry.link === 'at';
    default:
      return false;
  }
}

const isOfPurpose = ({ kind }: Entry): boolean => kind === 'goal' || kind === 'beside' || kind === 'title';
