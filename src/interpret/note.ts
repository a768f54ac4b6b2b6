import type { Action } from '../model/request.ts';
import { clausesOf } from './clauses.ts';
import { type Circumstance, judge, reasonsOf } from './evidence.ts';
import { termsOf } from './scan.ts';
import type { KnownWords, Term } from './terms.ts';
import { valuesOf } from './values.ts';

/** What a note or a remark beside a wish adds to it. */
export type Aside = {
  text: string;
  /** Its reasons. */
  circumstances: readonly Circumstance[];
  /** The action that it asks for by itself; null where it asks for nothing. */
  action: Action | null;
  effectiveOn: string | null;
  position: string | null;
  phone: string | null;
  anotherPerson: boolean;
  /** Some of its words are in no table. */
  isStrange: boolean;
  /** Why it leaves a clear wish open, in a phrase that completes "chưa rõ …". */
  doubt: string | null;
};

/**
 * Reads a note. Its unknown words are none of our business, but a negation, a condition, a question or a
 * wish in it may be about the row's wish.
 */
export function asideOf(text: string, today: string, known: readonly KnownWords[]): Aside {
  const { terms } = termsOf(text.slice(0, longestNote), today, known);
  const { effectiveOn, position, phone } = valuesOf(terms);
  return {
    text,
    circumstances: reasonsOf(terms),
    action: actionOf(terms),
    effectiveOn,
    position,
    phone,
    anotherPerson: terms.some(({ kind }) => kind === 'anotherPerson'),
    isStrange: terms.some(({ kind }) => kind === 'unknown'),
    doubt: terms.some(opens) ? `yêu cầu, vì có ghi “${text}”` : null,
  };
}

const longestNote = 1000;

const opens = (term: Term): boolean =>
  (term.kind === 'warning' && term.about !== 'elsewhere' && term.about !== 'number') ||
  (term.kind === 'sign' && term.text === '?') ||
  (term.kind === 'day' && term.day === null);

/** Any verb of ours in a note is taken for a wish: that of the row, or another one. */
function actionOf(terms: readonly Term[]): Action | null {
  if (!terms.some(({ kind }) => kind === 'verb')) return null;
  return judge(terms, clausesOf(terms), []).action;
}
