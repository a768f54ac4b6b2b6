import type { Envelope } from '../model/letter.ts';
import { fromOf } from './from.ts';
import { unfold } from './tokens.ts';

/** Why a letter never gets an answer. */
export type Unanswered =
  | 'empty-return-path'
  | 'auto-submitted'
  | 'precedence'
  | 'mailing-list'
  | 'report'
  | 'own-letter';

const precedences: ReadonlySet<string> = new Set(['bulk', 'list', 'junk', 'auto_reply', 'auto-reply']);

/** Fields of machines that answer and do not know RFC 3834. */
const responders = ['x-autoreply', 'x-auto-reply', 'x-autorespond', 'x-autoresponder'];

/** RFC 2919, RFC 2369 and what was before them. */
const lists = ['list-id', 'list-post', 'mailing-list'];

/**
 * Tells the letters that never get an answer: bounces, automatic replies, list mail and our own; null for all others.
 * Deliberately no marker: X-Auto-Response-Suppress, which asks others not to answer by themselves and stands on
 * people's letters too, and List-Unsubscribe, which does not make a list.
 */
export const unansweredBecause = (envelope: Envelope, intakeAddress: string): Unanswered | null => {
  const values = (name: string): string[] =>
    envelope.fields
      .filter((field) => field.name === name)
      .map((field) => unfold(field.value).trim().toLowerCase());
  const leading = (name: string): string[] =>
    values(name).map((value) => /^[a-z/_-]*/.exec(value)?.[0] ?? '');

  // The topmost one was put by the server that delivered the letter to us (RFC 5321, 4.4).
  if (values('return-path')[0] === '<>') return 'empty-return-path';
  // RFC 3834, 5.
  if (leading('auto-submitted').some((keyword) => keyword !== 'no')) return 'auto-submitted';
  if (leading('precedence').some((word) => precedences.has(word))) return 'precedence';
  if (responders.some((name) => values(name).some((value) => value !== 'no'))) return 'auto-submitted';
  if (lists.some((name) => values(name).length > 0)) return 'mailing-list';
  if (leading('content-type')[0] === 'multipart/report' || values('x-failed-recipients').length > 0)
    return 'report';
  return fromOf(envelope.fields).address === intakeAddress ? 'own-letter' : null;
};
