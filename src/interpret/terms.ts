import type { Cell } from './cell.ts';
import type { Adverb, Link } from './words/fillers.ts';
import type { ReasonName } from './words/reasons.ts';
import type { Thing } from './words/things.ts';
import type { Verb } from './words/verbs.ts';
import type { Warning } from './words/warnings.ts';

/** What the parts of a cell are, once its words have been found in the tables. `text` is as written. */
export type Term = { text: string } & (
  | { kind: 'verb'; verb: Verb }
  | { kind: 'thing'; thing: Thing }
  | { kind: 'reason'; reason: ReasonName }
  | { kind: 'link'; link: Link }
  | { kind: 'adverb'; adverb: Adverb }
  | { kind: 'warning'; about: Warning; why: string }
  | {
      kind: 'unknown' | 'sign' | 'asking' | 'filler' | 'noun' | 'title' | 'past' | 'future' | 'citation';
    }
  | { kind: 'anotherPerson' | 'namesake' | 'position' | 'login' | 'phone' }
  /** A person's name as written, without titles. */
  | { kind: 'person' }
  /** Somebody whose place the row's person takes: `person` is his name. */
  | { kind: 'predecessor'; person: string }
  /** `own`: the asking office itself. */
  | { kind: 'office'; own: boolean }
  | { kind: 'day'; day: string | null }
  /** "06 tháng" */
  | { kind: 'duration' }
  | { kind: 'size'; bytes: number }
  | { kind: 'number'; value: number }
);

/** The people whom terms name, without titles. */
export const peopleIn = (terms: readonly Term[]): string[] =>
  terms.flatMap((term) => (term.kind === 'person' ? [term.text] : []));

/** Whose place the row's person takes. */
export const predecessorsIn = (terms: readonly Term[]): string[] =>
  terms.flatMap((term) => (term.kind === 'predecessor' ? [term.person] : []));

/** A term that may be about the row's own name or unit: what the row says elsewhere is known here. */
export type KnownWords = { kind: 'person' | 'office' | 'position'; text: string };

/** A term and how many tokens it takes. */
export type Step = { term: Term; length: number };
/** Reads what begins at a place, after the terms before it; null where it is nothing of its kind. */
export type Reader = (cell: Cell, at: number, before: readonly Term[]) => Step | null;
