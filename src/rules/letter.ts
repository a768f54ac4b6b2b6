import { askedAddress } from '../directory/asked.ts';
import { addressStem, lettersOf } from '../directory/naming.ts';
import type {
  Action,
  Facts,
  House,
  Item,
  Mailbox,
  MailboxStatus,
  ReadRequest,
  Unit,
} from '../model/request.ts';
import { marksOf, otherHolders } from './marks.ts';
import { type Match, matchMailbox } from './match.ts';
import type { Row, Subject } from './rule.ts';

/** The rows of all forms of a letter, each with its facts. */
export function rowsOf(requests: readonly ReadRequest[], facts: Facts, house: House): Row[] {
  const items = requests.flatMap(({ form, items }) => items.map((item) => ({ form, item })));
  if (items.length !== facts.items.length) {
    throw new Error(`facts for ${facts.items.length} rows where the letter has ${items.length}`);
  }
  return items.map(({ form, item: written }, place) => {
    const own = facts.items[place];
    if (own === undefined) throw new Error(`no facts for row ${place}`);
    const unit = own.units.length === 1 ? (own.units[0] ?? null) : null;
    const match = matchMailbox(written, own, unit, house);
    const item = toldByState(written, match);
    const asked = askedAddress(item, unit, house);
    const marks = marksOf(item);
    const plain = plainAddress(item, unit, match, house);
    return { form, item, facts: own, unit, match, asked, plain, marks, place };
  });
}

/** What puts a mailbox in such a state right again. */
const amends: Readonly<Partial<Record<MailboxStatus, Action>>> = { reclaimed: 'restore', locked: 'unlock' };

/**
 * What the words leave open, the mailbox's state may tell: a reclaimed one that is to be given again ("cấp lại") is
 * asked back (Điều 5 khoản 4), a locked one that is to be opened again ("mở lại") is unlocked. An active one tells nothing.
 */
function toldByState(item: Item, match: Match | null): Item {
  const action = match?.kind === 'one' ? amends[match.mailbox.status] : undefined;
  if (action === undefined || !item.wish.open.includes(action)) return item;
  return { ...item, wish: { ...item.wish, action, doubt: null, open: [] } };
}

function plainAddress({ name }: Item, unit: Unit | null, match: Match | null, house: House): string | null {
  const letters = name?.letters ?? (match?.kind === 'one' ? lettersOf(match.mailbox.nameKey) : null);
  if (unit === null || letters === null) return null;
  return addressStem({ letters }, unit.abbreviation, house.mailDomain);
}

/** The address that a row lays claim to: the one that it asks for, or the one that a `create` gets. */
export const claimOf = ({ item, asked, plain }: Row): string | null =>
  asked ?? (item.wish.action === 'create' ? plain : null);

/**
 * For each row, the other rows about the same mailbox, name or new address. They are walked and never copied, because
 * one name may stand in thousands of rows of a form that was filled by a slip.
 */
export function relatedRows(rows: readonly Row[]): (row: Row) => Iterable<Row> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  return (row) => ({
    *[Symbol.iterator]() {
      for (const key of keysOf(row))
        for (const other of groups.get(key) ?? []) if (other !== row) yield other;
    },
  });
}

function keysOf(row: Row): string[] {
  const [mailbox, person, claim] = [mailboxNamed(row), personOf(row), claimOf(row)];
  return [
    ...(mailbox === null ? [] : [`mailbox ${mailbox.id}`]),
    ...(person === null ? [] : [`name ${person}`]),
    ...(claim === null ? [] : [`address ${claim}`]),
  ];
}

/** The existing mailbox that a row names, be it under a wrong name or unit. */
export const mailboxNamed = ({ match }: Row): Mailbox | null =>
  match !== null && 'mailbox' in match ? match.mailbox : null;

const personOf = (row: Row): string | null => row.item.name?.key ?? mailboxNamed(row)?.nameKey ?? null;

/**
 * Whether two rows may be about one person, or are about one mailbox. Who has no mailbox yet, or several, is told by name and unit; a
 * transfer names the unit that the person goes to.
 */
export function samePerson(one: Row, other: Row): boolean {
  const [a, b] = [mailboxNamed(one), mailboxNamed(other)];
  if (a !== null && b !== null) return a.id === b.id;
  if (personOf(one) === null || personOf(one) !== personOf(other)) return false;
  const isTransfer = [one, other].some(({ item }) => item.wish.action === 'transfer');
  if (one.unit?.id !== other.unit?.id && !isTransfer) return false;
  return !otherHolders(one, other);
}

export const sameMailbox = (one: Row, other: Row): boolean =>
  one.match?.kind === 'one' && other.match?.kind === 'one' && one.match.mailbox.id === other.match.mailbox.id;

/** Whether two rows about one mailbox ask the same of it. */
export function sameWish(one: Row, other: Row): boolean {
  const [a, b] = [one.item.wish, other.item.wish];
  if (a.action !== b.action || a.effectiveOn !== b.effectiveOn) return false;
  if (a.action === 'rename') return one.asked === other.asked;
  if (a.action !== 'update') return true;
  return a.position === b.position && a.phone === b.phone && a.quotaBytes === b.quotaBytes;
}

/** The related rows that stand. */
export const standingBeside = ({ related, stands }: Subject): IteratorObject<Row> =>
  Iterator.from(related).filter(stands);

const mostNumbers = 20;

/** The numbers of rows, as a finding names them; empty where there are none. */
export function numbersOf(rows: IteratorObject<Row>): string {
  const numbers = new Set<number>();
  for (const { item } of rows) {
    if (numbers.size === mostNumbers) return `${[...numbers].join(', ')}, …`;
    numbers.add(item.row.number);
  }
  return [...numbers].sort((a, b) => a - b).join(', ');
}
