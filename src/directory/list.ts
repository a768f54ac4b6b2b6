import { type SQL, sql } from 'drizzle-orm';
import { type Db, rows } from '../db/db.ts';
import type { MailboxStatus, UnitKind } from '../model/request.ts';

/**
 * A unit by the fields of its import file; what is blank there is null here. `aliases` is one text with `;`
 * between them, as in that file: what was imported comes back as it was, and can be imported again.
 */
export type ListedUnit = {
  abbreviation: string;
  name: string;
  /** Abbreviation. */
  parent: string | null;
  kind: UnitKind;
  mailbox: string | null;
  aliases: string | null;
};

/** A mailbox by the fields of its import file: `unit` an abbreviation, times in ISO 8601 (UTC). */
export type ListedMailbox = {
  address: string;
  fullName: string;
  unit: string | null;
  position: string | null;
  phone: string | null;
  status: MailboxStatus;
  createdAt: string;
  lastAccessAt: string | null;
};

const page = 1000;

/** All units by abbreviation, those of the past included. */
export function listUnits(db: Db): AsyncGenerator<ListedUnit> {
  return paged(
    db,
    ({ abbreviation }) => abbreviation,
    (last) =>
      sql`select json_build_object('abbreviation', u.abbreviation, 'name', u.name, 'parent', p.abbreviation, 'kind', u.kind,
        'mailbox', m.address, 'aliases', nullif(array_to_string(u.aliases, ';'), ''))::text as item
      from units u left join units p on p.id = u.parent_id left join mailboxes m on m.id = u.mailbox_id
      where u.abbreviation > ${last} order by u.abbreviation limit ${page}`,
  );
}

/** All mailboxes by address, whatever their state; a million in bounded memory. */
export function listMailboxes(db: Db): AsyncGenerator<ListedMailbox> {
  const listed = paged<ListedMailbox>(
    db,
    ({ address }) => address,
    (last) =>
      sql`select json_build_object('address', m.address, 'fullName', m.full_name, 'unit', u.abbreviation,
        'position', m.position, 'phone', m.phone, 'status', m.status, 'createdAt', m.created_at,
        'lastAccessAt', m.last_access_at)::text as item
      from mailboxes m left join units u on u.id = m.unit_id
      where m.address > ${last} order by m.address limit ${page}`,
  );
  return mapped(listed, (mailbox) => ({
    ...mailbox,
    createdAt: new Date(mailbox.createdAt).toISOString(),
    lastAccessAt: mailbox.lastAccessAt && new Date(mailbox.lastAccessAt).toISOString(),
  }));
}

/** Page after page from the last key on: no page costs more than the first, and no snapshot is held open. */
async function* paged<Item>(
  db: Db,
  keyOf: (item: Item) => string,
  query: (last: string) => SQL,
): AsyncGenerator<Item> {
  for (let last = ''; ; ) {
    const found = await rows<{ item: string }>(db, query(last));
    const items = found.map(({ item }): Item => JSON.parse(item));
    yield* items;
    const end = items.at(-1);
    if (end === undefined || items.length < page) return;
    last = keyOf(end);
  }
}

async function* mapped<A, B>(items: AsyncIterable<A>, map: (item: A) => B): AsyncGenerator<B> {
  for await (const item of items) yield map(item);
}
