import { type Action, actions } from '../model/request.ts';
import { wishesDiffer } from './findings.ts';
import { mailboxNamed, numbersOf, samePerson, sameWish } from './letter.ts';
import type { Row, Rule } from './rule.ts';

/**
 * Different wishes for one person that can both be done, whichever comes first. All others contradict each other: nobody but the office
 * knows which of them holds, or in which order.
 */
const together: readonly (readonly [Action, Action])[] = [
  ['update', 'reset-password'],
  ['update', 'lock'],
  ['update', 'unlock'],
];

/** Rows of a letter whose wishes for one person, or for one mailbox, contradict each other: none of them is done. */
export const rowsDifferRule: Rule = {
  id: 'rows-differ',
  clause: 'Điều 5 khoản 2',
  governs: actions,
  check(subject) {
    // Words that could not be understood may speak against this row; those refused for another cause do not.
    const isHeard = (row: Row): boolean =>
      subject.stands(row) || (row.item.wish.action === 'unclear' && row.item.row.wish !== null);
    const contradicts = (row: Row): boolean =>
      !agree(subject, row) && isHeard(row) && samePerson(subject, row);
    const rows = numbersOf(Iterator.from(subject.related).filter(contradicts));
    if (rows === '') return [];
    const mailbox = mailboxNamed(subject);
    const name = subject.item.name?.fullName ?? mailbox?.fullName ?? '';
    return [wishesDiffer({ name, address: mailbox?.address ?? '', rows })];
  },
};

function agree(one: Row, other: Row): boolean {
  const [a, b] = [one.item.wish.action, other.item.wish.action];
  // Whether two new mailboxes of one name are one person's is the namesake rule's to ask.
  if (a === b) return a === 'create' || sameWish(one, other);
  return together.some((pair) => pair.includes(a) && pair.includes(b));
}
