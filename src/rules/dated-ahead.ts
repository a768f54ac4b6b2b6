import { datedAhead } from './findings.ts';
import type { Rule } from './rule.ts';

/** What is to hold from a later day is not done today. */
export const datedAheadRule: Rule = {
  id: 'dated-ahead',
  clause: 'Điều 5 khoản 2',
  governs: 'all',
  check({ item: { wish }, today }) {
    return wish.effectiveOn !== null && wish.effectiveOn > today
      ? [datedAhead({ date: wish.effectiveOn })]
      : [];
  },
};
