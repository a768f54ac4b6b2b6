import type { Mailbox } from '../model/request.ts';
import { namesakeExists, namesakeInLetter, namesakeReclaimed } from './findings.ts';
import { numbersOf, standingBeside } from './letter.ts';
import { toldApart } from './marks.ts';
import type { Row, Rule } from './rule.ts';

/**
 * Namesakes get numbers (Điều 4 khoản 2), but a name that is there already is more often the same person asked for
 * twice: the row must say that it is another one, or differ from its namesake in the letter.
 */
export const namesakeRule: Rule = {
  id: 'namesake',
  clause: 'Điều 4 khoản 2',
  governs: ['create'],
  check(subject) {
    const { unit, facts } = subject;
    const { name, wish } = subject.item;
    if (name === null || unit === null || wish.anotherPerson) return [];
    const who = { name: name.fullName, unit: unit.name };
    const inDirectory = facts.namesakes.length > 0;
    const rows = numbersOf(standingBeside(subject).filter((other) => isTwin(subject, other)));
    return [
      ...(inDirectory ? [namesakeExists({ ...who, addresses: listed(facts.namesakes) })] : []),
      ...facts.namesakes
        .filter(({ status }) => status === 'reclaimed')
        .map(({ address }) => namesakeReclaimed({ address })),
      ...(rows === '' ? [] : [namesakeInLetter({ ...who, rows })]),
    ];
  },
};

const listed = (mailboxes: readonly Mailbox[]): string =>
  mailboxes.map(({ address, status }) => `${address} (${status})`).join(', ');

const isTwin = (row: Row, other: Row): boolean =>
  other.item.wish.action === 'create' &&
  other.unit?.id === row.unit?.id &&
  other.item.name?.key === row.item.name?.key &&
  !other.item.wish.anotherPerson &&
  !toldApart(row.marks, other.marks);
