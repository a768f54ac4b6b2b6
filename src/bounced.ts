import { type Bounced, findBounced } from './apply/cases.ts';
import type { Letter } from './desk.ts';
import type { Unanswered } from './mail/sort.ts';

/** Letters of ours that came back with this one. It is read in a process that can be killed, and only if it can be a bounce. */
export const bouncedWith = async ({ desk, message }: Letter, because: Unanswered): Promise<Bounced[]> => {
  // Which mark of a machine was found first says nothing: bounces bear several.
  if (because === 'own-letter' || because === 'mailing-list') return [];
  if (message.truncated) return [];
  const bounce = await desk.reader.bounce(message.raw);
  return bounce === null ? [] : findBounced(desk.db, bounce);
};
