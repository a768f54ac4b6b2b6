import type { Item, Mailbox } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { namesakeExists, namesakeInLetter, namesakeReclaimed } from './findings.ts';
import { numbersOf } from './letter.ts';
import type { Row, Rule } from './rule.ts';
import { digits, maybeSameName } from './spelling.ts';

/**
 * Namesakes get numbers (Điều 4 khoản 2), but a name that is there already is more often the same person asked for
 * twice: the row must say that it is another one, or differ from its namesake in the letter.
 */
export const namesakeRule: Rule = {
  id: 'namesake',
  clause: 'Điều 4 khoản 2',
  governs: ['create'],
  check({ item, unit, facts, standing }) {
    const { name, wish } = item;
    if (name === null || unit === null || wish.anotherPerson) return [];
    const who = { name: name.fullName, unit: unit.name };
    const inDirectory = facts.namesakes.length > 0;
    const twins = standing.filter((other) => isTwin(item, unit.id, other));
    return [
      ...(inDirectory ? [namesakeExists({ ...who, addresses: listed(facts.namesakes) })] : []),
      ...facts.namesakes
        .filter(({ status }) => status === 'reclaimed')
        .map(({ address }) => namesakeReclaimed({ address })),
      ...(twins.length > 0 ? [namesakeInLetter({ ...who, rows: numbersOf(twins) })] : []),
    ];
  },
};

const listed = (mailboxes: readonly Mailbox[]): string =>
  mailboxes.map(({ address, status }) => `${address} (${status})`).join(', ');

const isTwin = (item: Item, unitId: number, other: Row): boolean =>
  other.item.wish.action === 'create' &&
  other.unit?.id === unitId &&
  other.item.name?.key === item.name?.key &&
  !other.item.wish.anotherPerson &&
  !toldApart(item, other.item);

/** Whether both rows say something in which two people of one name differ; what only one says tells nothing. */
function toldApart(one: Item, other: Item): boolean {
  if (one.name && other.name && !maybeSameName(one.name.fullName, other.name.fullName)) return true;
  const [a, b] = [marksOf(one), marksOf(other)];
  return a.some((mark, index) => mark !== '' && b[index] !== '' && mark !== b[index]);
}

const marksOf = ({ row, name, wish }: Item): readonly (string | undefined)[] => [
  fold(row.position?.text ?? wish.position ?? name?.remark ?? ''),
  digits(row.phone?.text ?? wish.phone ?? ''),
  fold(row.note?.text ?? ''),
  (row.newAddress?.text ?? wish.login ?? '').toLowerCase(),
];
