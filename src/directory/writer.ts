import { type SQL, sql } from 'drizzle-orm';
import { rows, sentTogether, type Tx, together } from '../db/db.ts';
import type { Mailbox, MailboxStatus } from '../model/request.ts';
import { type AuditEvent, audit, auditing } from './audit.ts';

/** A mailbox to be made: active, a person's, and by phieu. */
export type NewMailbox = {
  address: string;
  /** The address without its namesake's number. */
  stem: string;
  fullName: string;
  nameKey: string;
  unitId: number;
  position: string | null;
  phone: string | null;
};

/** What may become other about a mailbox. An address comes with its stem, a name with its key. */
export type MailboxFields = Partial<
  Pick<Mailbox, 'fullName' | 'nameKey' | 'unitId' | 'position' | 'phone'> & {
    status: MailboxStatus;
    address: string;
    stem: string;
  }
>;

/** A change to a mailbox as it was seen: written only where its version is still that one. */
export type MailboxChange = { mailbox: Mailbox; set: MailboxFields };

/** Who writes, when and why: for the audit trail. */
export type Cause = { actor: string; because: string | null; causeId: number | null; now: Date };

/**
 * Makes mailboxes with their addresses, in the order given. An address that somebody has or ever had breaks a unique
 * key (`uniqueViolation`): the transaction is lost, and the caller plans again.
 */
export async function createMailboxes(
  tx: Tx,
  wanted: readonly NewMailbox[],
  cause: Cause,
): Promise<Mailbox[]> {
  const [drawn] = await rows<{ ids: number[] }>(tx, sql`select ${idsFor('mailboxes', wanted.length)} as ids`);
  const made = wanted.map((mailbox, at) => ({ ...mailbox, id: drawn?.ids[at] ?? 0 }));
  const events = made.map((mailbox) => creationEvent(mailbox, cause));
  await together(tx, [...creations(made, cause.now), auditing(events, cause.now)]);
  return made.map(({ stem: _, ...mailbox }) => ({ ...mailbox, status: 'active', version: 1 }));
}

/** So many fresh ids of a table, as a JSON array: with them rows can refer to others that are written with them. */
export const idsFor = (table: 'mailboxes' | 'requests' | 'items' | 'commands', count: number): SQL =>
  sql`(select coalesce(json_agg(nextval(${`${table}_id_seq`}::text::regclass)), '[]')
    from generate_series(1, ${count}::int))`;

/** A mailbox to be made under an id that was drawn for it. */
export type DrawnMailbox = NewMailbox & { id: number };

/** The statements that make mailboxes with their addresses; see `createMailboxes`. Each wants its `creationEvent`, too. */
export const creations = (made: readonly DrawnMailbox[], now: Date): readonly SQL[] => {
  if (made.length === 0) return [];
  return [
    // In the order of the addresses, so that two workers wait for each other and never in a circle.
    sql`insert into mailboxes
        (id, address, full_name, name_key, unit_id, position, phone, status, kind, origin, created_at)
      overriding system value
      select id, address, "fullName", "nameKey", "unitId", position, phone, 'active', 'personal', 'phieu',
        ${now.toISOString()}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(made)}::text::jsonb) as wanted
        (id bigint, address text, "fullName" text, "nameKey" text, "unitId" bigint, position text, phone text)
      order by address
      returning id`,
    giving(
      made.map(({ address, stem, id }) => ({ address, stem, mailboxId: id })),
      now,
    ),
  ];
};

/** The trace that a new mailbox leaves. */
export const creationEvent = ({ id, stem: _, ...after }: DrawnMailbox, cause: Cause): AuditEvent =>
  event('created', id, null, { ...after, status: 'active' }, cause);

/** A mailbox is no longer as it was seen: the transaction is lost, and the caller plans again. */
export class MailboxChanged extends Error {
  override name = 'MailboxChanged';
}

/**
 * Writes changes. Throws `MailboxChanged` where somebody changed one of the mailboxes since it was seen,
 * and breaks a unique key where a new address is another's. Changes to one mailbox are written as one, the later before
 * the earlier. An empty change only holds the version.
 */
export async function changeMailboxes(
  tx: Tx,
  changes: readonly MailboxChange[],
  cause: Cause,
): Promise<void> {
  if (changes.length === 0) return;
  const merged = mergeByMailbox(changes);
  const events = merged.flatMap(({ mailbox, set: { stem: _, ...after } }) => {
    const fields = Object.keys(after) as (keyof typeof after)[];
    if (fields.length === 0) return [];
    const before = Object.fromEntries(fields.map((field) => [field, mailbox[field]]));
    return [event('changed', mailbox.id, before, after, cause)];
  });
  await sentTogether([
    updateMailboxes(
      tx,
      merged.map(({ mailbox, set: { stem: _, ...set } }) => ({ ...mailbox, ...set })),
    ),
    moveAddresses(tx, merged, cause.now),
    audit(tx, events, cause.now),
  ]);
}

function mergeByMailbox(changes: readonly MailboxChange[]): MailboxChange[] {
  const byId = new Map<number, MailboxChange>();
  for (const { mailbox, set } of changes) {
    byId.set(mailbox.id, { mailbox, set: { ...byId.get(mailbox.id)?.set, ...set } });
  }
  return [...byId.values()];
}

async function updateMailboxes(tx: Tx, mailboxes: readonly Mailbox[]): Promise<void> {
  const changed = await rows(
    tx,
    sql`update mailboxes m
      set address = wanted.address, full_name = wanted."fullName", name_key = wanted."nameKey", unit_id = wanted."unitId",
        position = wanted.position, phone = wanted.phone, status = wanted.status, version = m.version + 1
      from jsonb_to_recordset(${JSON.stringify(mailboxes)}::text::jsonb) as wanted (id bigint, version int,
        address text, "fullName" text, "nameKey" text, "unitId" bigint, position text, phone text, status text)
      where m.id = wanted.id and m.version = wanted.version
      returning m.id`,
  );
  if (changed.length < mailboxes.length) throw new MailboxChanged('a mailbox was changed since it was seen');
}

/** The old address stays its holder's for ever; who takes back an address of his own finds it there. */
async function moveAddresses(tx: Tx, changes: readonly MailboxChange[], now: Date): Promise<void> {
  const moves = changes.flatMap(({ mailbox, set }) => {
    if (set.address === undefined || set.address === mailbox.address) return [];
    if (set.stem === undefined) throw new Error(`${set.address} comes without its stem`);
    return [{ mailboxId: mailbox.id, former: mailbox.address, address: set.address, stem: set.stem }];
  });
  if (moves.length === 0) return;
  const ended = await rows<{ address: string }>(
    tx,
    sql`update addresses a
      set until = case when a.address = moved.former then ${now.toISOString()}::timestamptz end
      from jsonb_to_recordset(${JSON.stringify(moves)}::text::jsonb) as moved
        ("mailboxId" bigint, former text, address text)
      where a.mailbox_id = moved."mailboxId" and a.address in (moved.former, moved.address)
      returning a.address`,
  );
  const own = new Set(ended.map(({ address }) => address));
  const others = moves.filter(({ address }) => !own.has(address));
  if (others.length > 0) await tx.execute(giving(others, now));
}

const giving = (
  given: readonly { address: string; stem: string; mailboxId: number }[],
  now: Date,
): SQL => sql`
  insert into addresses (address, mailbox_id, stem, since)
  select address, "mailboxId", stem, ${now.toISOString()}::timestamptz
  from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as given (address text, "mailboxId" bigint, stem text)
  order by address
  returning address`;

function event(
  what: 'created' | 'changed',
  id: number,
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>>,
  { actor, because, causeId }: Cause,
) {
  return { actor, event: what, entity: 'mailbox', entityId: String(id), before, after, because, causeId };
}
