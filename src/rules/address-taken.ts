import {
  addressAskedTwice,
  addressTaken,
  addressTakenForNew,
  alreadyNamed,
  ownFormerAddress,
} from './findings.ts';
import { claimOf, numbersOf, sameMailbox, standingBeside } from './letter.ts';
import type { Row, Rule, Subject } from './rule.ts';

/** Addresses do not coincide, and one that was used is not given to another person. */
export const addressTakenRule: Rule = {
  id: 'address-taken',
  clause: 'Điều 4 khoản 2',
  governs: ['create', 'rename'],
  check(subject) {
    const { asked } = subject;
    if (asked === null) return [];
    // The same rename written twice is no rivalry.
    const isRival = (other: Row): boolean => claimOf(other) === asked && !sameMailbox(subject, other);
    const rows = numbersOf(standingBeside(subject).filter(isRival));
    return [...held(subject, asked), ...(rows === '' ? [] : [addressAskedTwice({ asked, rows })])];
  },
};

function held({ item, facts, match }: Subject, asked: string) {
  const holder = facts.newAddressHolder;
  const mailbox = match?.kind === 'one' ? match.mailbox : null;
  if (mailbox?.address === asked) return [alreadyNamed({ address: asked })];
  if (holder === null) return [];
  if (holder.id === mailbox?.id) return [ownFormerAddress({ asked })];
  if (item.wish.action === 'rename') return [addressTaken({ asked })];
  // A namesake's address is named by the namesake rule already, unless the row says that it is another person.
  const isNamesake = !item.wish.anotherPerson && facts.namesakes.some(({ id }) => id === holder.id);
  return isNamesake ? [] : [addressTakenForNew({ asked })];
}
