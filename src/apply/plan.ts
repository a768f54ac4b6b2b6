import { addressStem, allocate, lettersOf, numberIn, rankOf, stemOf } from '../directory/naming.ts';
import type { MailboxChange, NewMailbox } from '../directory/writer.ts';
import type { Command } from '../mailserver/mailserver.ts';
import type {
  DecidedItem,
  DecidedRequest,
  House,
  Mailbox,
  MailboxStatus,
  SettledItem,
  SettledRequest,
} from '../model/request.ts';

/** A row with what is to be written for it: nothing, unless it is `applied`. */
export type PlannedItem = SettledItem & {
  create: NewMailbox | null;
  change: MailboxChange | null;
  command: Command | null;
};

export type PlannedRequest = Omit<SettledRequest, 'items' | 'number'> & { items: readonly PlannedItem[] };

/** A row of which nothing else is told than what is done. */
type Judged = Omit<DecidedItem, 'concerned'>;

/** Personal mailboxes have 1 GB (Điều 10 khoản 1). */
const personalQuota = 1024 ** 3;

/** The stems of the addresses that the applied rows want by Điều 4: the numbers given so far are looked up by them. */
export const stemsWanted = (requests: readonly DecidedRequest[], house: House): string[] => [
  ...new Set(given(requests).map((item) => plainAddress(item, house))),
];

/**
 * What is to be written for the decided rows. `taken`: every address ever given for `stemsWanted`, or more. Two workers
 * may plan the same address at once; the database lets one of them write it, and the other plans again.
 */
export const planChanges = (
  requests: readonly DecidedRequest[],
  taken: readonly string[],
  house: House,
): PlannedRequest[] => {
  const addresses = allotAddresses(requests, taken, house);
  return requests.map((request) => ({
    ...request,
    items: request.items.map((item) => planItem(item, addresses.get(item) ?? null)),
  }));
};

/** The rows that are given an address: a new mailbox, and one that moves to another unit. */
const given = (requests: readonly DecidedRequest[]): DecidedItem[] =>
  requests.flatMap(({ items }) =>
    items.filter(
      ({ outcome, action }) => outcome === 'applied' && (action === 'create' || action === 'transfer'),
    ),
  );

/** Điều 4 khoản 2, without a namesake's number. Who moves is called what the directory calls him. */
const plainAddress = ({ item, unit, action, mailbox }: DecidedItem, house: House): string => {
  const letters =
    action === 'transfer' ? mailbox && lettersOf(mailbox.nameKey) : (item.name?.letters ?? null);
  if (letters === null || !unit)
    throw new Error(`a row was let through without a name or a unit to ${action}`);
  return addressStem({ letters }, unit.abbreviation, house.mailDomain);
};

/**
 * A row that asks for an address, which the rules found right and free, gets it. Of the others the senior of namesakes
 * keeps the plain name, and they are numbered by rank, then row (Điều 4 khoản 2).
 */
const allotAddresses = (
  requests: readonly DecidedRequest[],
  taken: readonly string[],
  house: House,
): Map<DecidedItem, string> => {
  const asked = requests.flatMap(({ items }) =>
    items.flatMap((item) => (item.outcome === 'applied' && item.asked !== null ? item.asked : [])),
  );
  const items = given(requests);
  const open = items.filter((item) => item.asked === null);
  const claims = open.map((decided, order) => ({
    stem: plainAddress(decided, house),
    rank: rankOf(decided.item.wish.position),
    order,
  }));
  const gone = [...taken, ...asked];
  const numbersOf = (stem: string) =>
    gone.map((address) => numberIn(address, stem)).filter((n) => n !== null);
  const used = new Map(claims.map(({ stem }) => [stem, new Set(numbersOf(stem))]));
  const numbered = allocate(claims, used);
  const allotted = new Map(open.map((item, at) => [item, numbered[at] ?? '']));
  return new Map(items.map((item) => [item, item.asked ?? allotted.get(item) ?? '']));
};

const planItem = ({ concerned, ...decided }: DecidedItem, own: string | null): PlannedItem => {
  const nothing = { create: null, change: null, command: null };
  if (decided.outcome !== 'applied') return { ...decided, ...concerned, ...nothing };
  const address = decided.mailbox?.address ?? null;
  const idle = { ...decided, address, newAddress: null, ...nothing };
  if (decided.action === 'create') return { ...idle, address: own, ...creation(decided, own ?? '') };
  if (!decided.mailbox) throw new Error(`a row was let through without a mailbox to ${decided.action}`);
  if (decided.action === 'transfer')
    return { ...idle, newAddress: own, ...move(decided, decided.mailbox, own ?? '') };
  const newAddress = decided.action === 'rename' ? decided.asked : null;
  return { ...idle, newAddress, ...alteration(decided, decided.mailbox) };
};

const creation = (decided: Judged, address: string) => {
  const { name, wish } = decided.item;
  if (!name || !decided.unit) throw new Error('a create row was let through without a name or a unit');
  const { fullName, key } = name;
  const create: NewMailbox = {
    address,
    stem: stemOf(address),
    fullName,
    nameKey: key,
    unitId: decided.unit.id,
    position: wish.position,
    phone: wish.phone,
  };
  const command: Command = { kind: 'create', address, fullName, quotaBytes: personalQuota };
  return { create, command };
};

/** The mailbox goes with its holder to another unit, under the address of that unit; the former one stays his. */
const move = ({ unit }: Judged, mailbox: Mailbox, newAddress: string) => {
  if (!unit) throw new Error('a transfer was let through without the unit that it goes to');
  const { address } = mailbox;
  const change: MailboxChange = {
    mailbox,
    set: { unitId: unit.id, address: newAddress, stem: stemOf(newAddress) },
  };
  const command: Command = { kind: 'rename', address, newAddress };
  return { change, command };
};

/** What an action does to a mailbox, and what the server must do for it. */
const alteration = (
  decided: Judged,
  mailbox: Mailbox,
): { change: MailboxChange | null; command: Command | null } => {
  const { address } = mailbox;
  const become = (status: MailboxStatus, kind: 'lock' | 'unlock' | 'restore' | 'remove') => ({
    change: { mailbox, set: { status } },
    command: { kind, address },
  });
  switch (decided.action) {
    case 'rename': {
      if (!decided.asked) throw new Error('a rename was let through without a new address');
      const set = { address: decided.asked, stem: stemOf(decided.asked) };
      return { change: { mailbox, set }, command: { kind: 'rename', address, newAddress: decided.asked } };
    }
    case 'update':
      return { change: { mailbox, set: details(decided) }, command: resize(decided, address) };
    case 'reset-password':
      // Nothing of the entry changes, but the password is only another's to set while the entry is as it was seen.
      return { change: { mailbox, set: {} }, command: { kind: 'set-password', address } };
    case 'cancel':
      return become('cancelled', 'remove');
    case 'lock':
      return become('locked', 'lock');
    case 'unlock':
      return become('active', 'unlock');
    case 'restore':
      return become('active', 'restore');
    default:
      throw new Error(`a row was let through with the action ${decided.action}`);
  }
};

/** The size of a mailbox is the server's alone to keep. */
const resize = ({ item: { wish } }: Judged, address: string): Command | null =>
  wish.quotaBytes === null ? null : { kind: 'set-quota', address, quotaBytes: wish.quotaBytes };

const details = ({ item: { wish } }: Judged) => ({
  ...(wish.position === null ? {} : { position: wish.position }),
  ...(wish.phone === null ? {} : { phone: wish.phone }),
});
