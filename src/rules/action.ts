import { wishMissing, wishUnclear } from './findings.ts';
import type { Rule } from './rule.ts';

/**
 * The form asks what is wanted. Words that may mean several things wait, with the question; where there are none,
 * nobody but the office can say, and the row goes back to it.
 */
export const actionRule: Rule = {
  id: 'action',
  clause: 'Điều 5 khoản 1',
  governs: ['unclear'],
  check({ item: { row, wish } }) {
    return [
      row.wish === null ? wishMissing() : wishUnclear({ wish: row.wish.text, doubt: wish.doubt ?? '' }),
    ];
  },
};
