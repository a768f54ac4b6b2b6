import { addressIn } from '../directory/asked.ts';
import type { House, Item, ItemFacts, Mailbox, Unit } from '../model/request.ts';
import { marksOf, withMarks } from './marks.ts';
import { maybeSameName } from './spelling.ts';

/** Which existing mailbox a row is about. */
export type Match =
  | { kind: 'one'; mailbox: Mailbox }
  | { kind: 'several'; mailboxes: readonly Mailbox[] }
  | { kind: 'two-addresses'; addresses: readonly string[] }
  /** Nobody has the address that is named; `mailboxes` are those of the name. */
  | { kind: 'no-such-address'; address: string; mailboxes: readonly Mailbox[] }
  /** The address that is named is somebody else's, or another unit's. */
  | { kind: 'other-name' | 'other-unit'; mailbox: Mailbox }
  /** Nobody of the unit has the name; `mailboxes` are those whose names differ in the accents, or in i and y, alone. */
  | { kind: 'no-such-name'; mailboxes: readonly Mailbox[] };

/** Finds the mailbox by the address that the row names, else by the name in its unit. */
export function matchMailbox(item: Item, facts: ItemFacts, unit: Unit | null, house: House): Match | null {
  if (unit === null || item.wish.action === 'create') return null;
  const addresses = namedTwice(item, unit, house);
  if (addresses.length > 1) return { kind: 'two-addresses', addresses };
  if (facts.addressed !== null) return byAddress(item, facts.addressed, unit);
  if (facts.namedAddress !== null) {
    return { kind: 'no-such-address', address: facts.namedAddress, mailboxes: ofName(item, facts, unit) };
  }
  return item.name === null ? null : byName(item, facts, unit);
}

/** The addresses of the row's column and of its wish, each once. In a rename the wish names the new one. */
function namedTwice({ row, wish }: Item, unit: Unit, house: House): string[] {
  if (wish.action === 'rename') return [];
  const addresses = [row.address?.text, wish.login].map((words) =>
    words ? addressIn(words, unit, house) : null,
  );
  return [...new Set(addresses.filter((address) => address !== null))];
}

/**
 * The name, where there is one, must be the holder's, accents included: a slip in an address must not change a stranger's mailbox. Where
 * the name itself is to be put right, its accents may be what was wrong.
 */
function byAddress(item: Item, mailbox: Mailbox, unit: Unit): Match {
  if (mailbox.unitId !== unit.id) return { kind: 'other-unit', mailbox };
  const { name, wish } = item;
  if (name === null) return { kind: 'one', mailbox };
  const isCorrected = wish.action === 'update' && wish.particulars.includes('name');
  const isHolder = isCorrected
    ? name.key === mailbox.nameKey
    : maybeSameName(mailbox.fullName, name.fullName);
  if (!isHolder) return { kind: 'other-name', mailbox };
  return { kind: 'one', mailbox };
}

function byName(item: Item, facts: ItemFacts, unit: Unit): Match {
  const same = ofName(item, facts, unit);
  const live = same.filter((mailbox) => mailbox.status !== 'cancelled');
  const candidates = live.length > 0 ? live : same;
  const [first, ...more] = candidates;
  if (first === undefined)
    return { kind: 'no-such-name', mailboxes: [...facts.namesakes, ...facts.soundalikes] };
  if (more.length === 0) return { kind: 'one', mailbox: first };
  // In an update, the position and telephone are what is to be written: they do not say whose mailbox it is.
  const [marked, ...others] = item.wish.action === 'update' ? [] : withMarks(candidates, marksOf(item));
  if (marked !== undefined && others.length === 0) return { kind: 'one', mailbox: marked };
  return { kind: 'several', mailboxes: candidates };
}

/** The unit is looked at again, though the look-up was for it: nothing here may touch another unit's mailbox. */
const ofName = ({ name }: Item, { namesakes }: ItemFacts, unit: Unit): Mailbox[] =>
  namesakes.filter(
    (mailbox) =>
      name !== null && mailbox.unitId === unit.id && maybeSameName(mailbox.fullName, name.fullName),
  );
