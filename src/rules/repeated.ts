import { doneInLetter } from './findings.ts';
import { sameMailbox, sameWish, standingBeside } from './letter.ts';
import type { Rule } from './rule.ts';

/** What an earlier row of the letter has done already is not done twice. */
export const repeatedRule: Rule = {
  id: 'repeated',
  clause: null,
  governs: ['rename', 'reset-password', 'update', 'cancel', 'restore', 'unlock', 'lock'],
  check(subject) {
    const earlier = standingBeside(subject).find(
      (row) => row.place < subject.place && sameMailbox(subject, row) && sameWish(subject, row),
    );
    if (earlier === undefined) return [];
    return [
      doneInLetter({
        row: String(earlier.item.row.number),
        attachment: earlier.form.attachment ?? '',
      }),
    ];
  },
};
