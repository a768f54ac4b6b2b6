import { doneBefore } from './findings.ts';
import type { Rule } from './rule.ts';

/** The same row of the same unit was done in the last 24 hours: it is answered with that, and not done twice. */
export const doneBeforeRule: Rule = {
  id: 'done-before',
  clause: null,
  governs: 'all',
  check: ({ facts }) => (facts.doneIn === null ? [] : [doneBefore({ number: facts.doneIn })]),
};
