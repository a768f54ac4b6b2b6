import type { Facts, House, Item, ReadRequest } from '../model/request.ts';
import { askedAddress } from './addresses.ts';
import { matchMailbox } from './match.ts';
import type { Row } from './rule.ts';

/** The rows of all forms of a letter, each with its facts. */
export function rowsOf(requests: readonly ReadRequest[], facts: Facts, house: House): Row[] {
  const items = requests.flatMap(({ form, items }) => items.map((item) => ({ form, item })));
  if (items.length !== facts.items.length) {
    throw new Error(`facts for ${facts.items.length} rows where the letter has ${items.length}`);
  }
  return items.map(({ form, item }, index) => {
    const own = facts.items[index];
    if (own === undefined) throw new Error(`no facts for row ${index}`);
    const unit = own.units.length === 1 ? (own.units[0] ?? null) : null;
    const match = matchMailbox(item, own, unit, house);
    return { form, item, facts: own, unit, match, asked: askedAddress(item, unit, house) };
  });
}

/** For each row, the other rows about the same mailbox, new name or new address, in the order of the letter. */
export function relatedRows(rows: readonly Row[]): (row: Row) => readonly Row[] {
  const groups = Map.groupBy(
    rows.flatMap((row) => keysOf(row).map((key) => ({ key, row }))),
    ({ key }) => key,
  );
  const order = new Map(rows.map((row, index) => [row, index]));
  const place = (row: Row): number => order.get(row) ?? 0;
  return (row) => {
    const related = new Set(keysOf(row).flatMap((key) => (groups.get(key) ?? []).map((entry) => entry.row)));
    related.delete(row);
    return [...related].sort((a, b) => place(a) - place(b));
  };
}

function keysOf({ item, unit, match, asked }: Row): string[] {
  const keys = [];
  if (match?.kind === 'one') keys.push(`mailbox ${match.mailbox.id}`);
  if (item.wish.action === 'create' && item.name && unit) keys.push(`name ${unit.id} ${item.name.key}`);
  if (asked !== null) keys.push(`address ${asked}`);
  return keys;
}

export const sameMailbox = (one: Row, other: Row): boolean =>
  one.match?.kind === 'one' && other.match?.kind === 'one' && one.match.mailbox.id === other.match.mailbox.id;

/** Whether two rows about one mailbox ask the same of it. */
export function sameWish(one: Row, other: Row): boolean {
  const [a, b] = [one.item.wish, other.item.wish];
  if (a.action !== b.action || a.effectiveOn !== b.effectiveOn) return false;
  if (a.action === 'rename') return one.asked === other.asked;
  if (a.action !== 'update') return true;
  const [here, there] = [detailsOf(one.item), detailsOf(other.item)];
  return here.position === there.position && here.phone === there.phone && a.quotaBytes === b.quotaBytes;
}

/** What an update is to write: its words come before the row's columns. */
export const detailsOf = ({ row, wish }: Item): { position: string | null; phone: string | null } => ({
  position: wish.position ?? row.position?.text ?? null,
  phone: wish.phone ?? row.phone?.text ?? null,
});

/** The numbers of rows, as a finding names them. */
export const numbersOf = (rows: readonly Row[]): string => rows.map(({ item }) => item.row.number).join(', ');
