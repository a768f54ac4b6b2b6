import { wishesDiffer } from './findings.ts';
import { numbersOf, sameMailbox, sameWish } from './letter.ts';
import type { Row, Rule } from './rule.ts';

/** Rows that ask different things for one mailbox: nobody but the office knows which, or in which order. */
export const rowsDifferRule: Rule = {
  id: 'rows-differ',
  clause: 'Điều 5 khoản 2',
  governs: ['rename', 'reset-password', 'update', 'transfer', 'cancel', 'restore', 'unlock', 'lock'],
  check(subject) {
    if (subject.match?.kind !== 'one') return [];
    // Words that could not be understood may speak against this row; those refused for another cause do not.
    const isHeard = (row: Row): boolean =>
      subject.stands(row) || (row.item.wish.action === 'unclear' && row.item.row.wish !== null);
    const differs = (row: Row): boolean => sameMailbox(subject, row) && !sameWish(subject, row);
    const rows = numbersOf(Iterator.from(subject.related).filter((row) => isHeard(row) && differs(row)));
    if (rows === '') return [];
    return [wishesDiffer({ address: subject.match.mailbox.address, rows })];
  },
};
