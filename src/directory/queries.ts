import { type SQL, sql } from 'drizzle-orm';
import { type Db, rows } from '../db/db.ts';
import type { Action, DoneRow, Mailbox, MailboxStatus, UnitKind } from '../model/request.ts';
import { vietnamDay } from '../text/day.ts';
import type { RegisteredUnit, Registry } from './unit-search.ts';

/*
 * Each question is one statement for any number of rows, and goes by an index. The values travel as one JSON text, which both
 * drivers hand over alike and which no limit on parameters touches.
 */

/** The values as a relation `name(value)`; those that no text of PostgreSQL can equal are left out, as jsonb refuses them. */
const values = (texts: Iterable<string>, name: string): SQL => {
  const storable = [...new Set(texts)].filter((text) => text.isWellFormed() && !text.includes('\0'));
  return sql`jsonb_array_elements_text(${JSON.stringify(storable)}::text::jsonb) as ${sql.raw(name)}(value)`;
};

const ids = (numbers: Iterable<number>, name: string): SQL => values([...numbers].map(String), name);

type UnitRow = {
  id: number | string;
  abbreviation: string;
  name: string;
  kind: UnitKind;
  parent_id: number | string | null;
  mailbox: string | null;
  mailbox_status: MailboxStatus | null;
  aliases: string;
  keys: string;
  is_valid: boolean;
};

/** The units of these ids and all above them; valid or not at `now` (a unit is valid on its last day too). */
export async function findUnitsAbove(
  db: Db,
  unitIds: Iterable<number>,
  now: Date,
): Promise<Map<number, RegisteredUnit>> {
  const these = sql`select value::bigint as id, null as key from ${ids(unitIds, 'wanted')}`;
  return unitsOf(await rows<UnitRow>(db, withThoseAbove(these, now)));
}

/** The units registered under these wordings, and with them the unit `asking` and all above any of them. */
export async function findUnitsCalled(
  db: Db,
  wordings: Iterable<string>,
  asking: number,
  now: Date,
): Promise<Registry> {
  const these = sql`select n.unit_id as id, n.key from ${values(wordings, 'wanted')} join unit_names n on n.key = wanted.value
    union all select ${asking}::bigint, null`;
  const found = await rows<UnitRow>(db, withThoseAbove(these, now));
  const byWording = new Map<string, number[]>();
  for (const { id, keys } of found) {
    for (const key of JSON.parse(keys)) byWording.set(key, [...(byWording.get(key) ?? []), Number(id)]);
  }
  return { byWording, units: unitsOf(found) };
}

/** The unit whose official mailbox has this present address, with all above it, and the mailbox's state. */
export async function findUnitOfMailbox(
  db: Db,
  address: string,
  now: Date,
): Promise<{
  unit: RegisteredUnit;
  units: Map<number, RegisteredUnit>;
  mailboxStatus: MailboxStatus;
} | null> {
  const these = sql`select u.id, null as key from mailboxes m join units u on u.mailbox_id = m.id
    where m.address = ${address}`;
  const found = await rows<UnitRow>(db, withThoseAbove(these, now));
  const own = found.find(({ mailbox }) => mailbox === address);
  if (!own?.mailbox_status) return null;
  return { unit: unitOf(own), units: unitsOf(found), mailboxStatus: own.mailbox_status };
}

/** `these`: a `select` of the `id`s of units, each with the wording (`key`) under which it was looked for. */
const withThoseAbove = (these: SQL, now: Date): SQL => {
  const today = vietnamDay(now);
  // `union` drops what was there before, so that even a circle of parents would end.
  return sql`with recursive these (id, key) as materialized (${these}),
      above as (
        select u.id, u.parent_id from these join units u on u.id = these.id
        union
        select u.id, u.parent_id from above join units u on u.id = above.parent_id
      )
      select u.id, u.abbreviation, u.name, u.kind, u.parent_id, m.address as mailbox, m.status as mailbox_status,
        array_to_json(u.aliases)::text as aliases,
        (select coalesce(json_agg(these.key), '[]')::text from these
          where these.id = u.id and these.key is not null) as keys,
        coalesce(u.valid_from <= ${today}::date, true) and coalesce(u.valid_to >= ${today}::date, true) as is_valid
      from above join units u on u.id = above.id left join mailboxes m on m.id = u.mailbox_id
      order by u.id`;
};

const unitsOf = (found: readonly UnitRow[]): Map<number, RegisteredUnit> =>
  new Map(found.map((row) => [Number(row.id), unitOf(row)]));

const unitOf = (row: UnitRow): RegisteredUnit => ({
  id: Number(row.id),
  abbreviation: row.abbreviation,
  name: row.name,
  kind: row.kind,
  parentId: row.parent_id === null ? null : Number(row.parent_id),
  mailbox: row.mailbox,
  aliases: JSON.parse(row.aliases),
  isValid: row.is_valid,
});

type MailboxRow = {
  id: number | string;
  address: string;
  full_name: string;
  name_key: string;
  unit_id: number | string | null;
  position: string | null;
  phone: string | null;
  status: MailboxStatus;
  version: number;
};

const mailboxColumns = sql.raw(
  'm.id, m.address, m.full_name, m.name_key, m.unit_id, m.position, m.phone, m.status, m.version',
);

const mailboxOf = (row: MailboxRow): Mailbox => ({
  id: Number(row.id),
  address: row.address,
  fullName: row.full_name,
  nameKey: row.name_key,
  unitId: row.unit_id === null ? null : Number(row.unit_id),
  position: row.position,
  phone: row.phone,
  status: row.status,
  version: row.version,
});

/** Who has or had an address; `isOfficial` where the mailbox is a unit's own. */
export type Holder = { mailbox: Mailbox; isOfficial: boolean };

/** Holders of these addresses (lower-case), present and former alike; what nobody ever had is left out. */
export async function findHolders(db: Db, addresses: Iterable<string>): Promise<Map<string, Holder>> {
  return holdersOf(await rows<HolderRow>(db, holdersSql(addresses)));
}

type HolderRow = MailboxRow & { held: string; is_official: boolean };

const holdersSql = (addresses: Iterable<string>): SQL => sql`
  select a.address as held, ${mailboxColumns},
    m.kind = 'unit' or exists (select from units u where u.mailbox_id = m.id) as is_official
  from ${values(addresses, 'wanted')}
    join addresses a on a.address = wanted.value
    join mailboxes m on m.id = a.mailbox_id`;

const holdersOf = (found: readonly HolderRow[]): Map<string, Holder> =>
  new Map(found.map((row) => [row.held, { mailbox: mailboxOf(row), isOfficial: row.is_official }]));

/** A person's folded name in a unit. */
export type NameInUnit = { unitId: number; nameKey: string };

export const nameInUnitKey = ({ unitId, nameKey }: NameInUnit): string => `${unitId} ${nameKey}`;

const namesakesSql = (names: readonly NameInUnit[]): SQL => sql`
  select ${mailboxColumns}
  from (select distinct * from jsonb_to_recordset(${JSON.stringify(names)}::text::jsonb)
      as names("unitId" bigint, "nameKey" text)) wanted
    join mailboxes m on m.unit_id = wanted."unitId" and m.name_key = wanted."nameKey"
  where m.kind = 'personal'
  order by m.address`;

const namesakesOf = (found: readonly MailboxRow[]): Map<string, Mailbox[]> =>
  Map.groupBy(found.map(mailboxOf), ({ unitId, nameKey }) => nameInUnitKey({ unitId: unitId ?? 0, nameKey }));

type DoneRowRow = {
  row_key: string;
  number: string;
  decided_at: Date | string;
  action: Action;
  address: string | null;
  new_address: string | null;
};

/**
 * What was done for row keys since then, or whenever in one of these requests: the first time last. Key by key (`offset 0`),
 * however few rows there were when the server planned it: it keeps a plan until it next counts them.
 */
const rowsDoneSql = (rowKeys: Iterable<string>, since: Date, requests: Iterable<string>): SQL => sql`
  select done.*
  from ${values(rowKeys, 'wanted')}, lateral (
    select i.row_key, r.number, i.decided_at, i.action, i.address, i.new_address, i.id
    from items i join requests r on r.id = i.request_id
    where i.row_key = wanted.value and i.outcome = 'applied'
      and (i.decided_at > ${since.toISOString()}::timestamptz
        or r.number in (select named.value from ${values(requests, 'named')}))
    offset 0) done
  order by done.decided_at desc, done.id desc`;

const doneRowOf = (row: DoneRowRow): DoneRow => ({
  number: row.number,
  at: new Date(row.decided_at),
  action: row.action,
  address: row.address,
  newAddress: row.new_address,
});

/** What rows are to be held against. */
export type Wanted = {
  /** Lower-case, whoever has or had them. */
  addresses: Iterable<string>;
  names: readonly NameInUnit[];
  rowKeys: Iterable<string>;
  since: Date;
  requests: Iterable<string>;
  stems: Iterable<string>;
};

/** What the directory holds of it. */
export type Held = {
  holders: ReadonlyMap<string, Holder>;
  /** People's mailboxes of any status by unit and folded name, under `nameInUnitKey`, in the order of their addresses. */
  namesakes: ReadonlyMap<string, readonly Mailbox[]>;
  /** What was done for each row key that was applied since then, or whenever in one of the requests: the first time. */
  done: ReadonlyMap<string, DoneRow>;
  /** Every address ever given for the stems. */
  taken: readonly string[];
};

/**
 * Looks everything up in one statement, and so as it stands at one moment: at two, a mailbox made in between would be
 * no namesake, but its address be taken, and the same person be given a second one.
 */
export async function findHeld(db: Db, wanted: Wanted): Promise<Held> {
  const all = (select: SQL): SQL => sql`(select coalesce(json_agg(found), '[]') from (${select}) found)`;
  const [row] = await rows<{ held: [HolderRow[], MailboxRow[], DoneRowRow[], { address: string }[]] }>(
    db,
    sql`select json_build_array(${all(holdersSql(wanted.addresses))}, ${all(namesakesSql(wanted.names))},
      ${all(rowsDoneSql(wanted.rowKeys, wanted.since, wanted.requests))}, ${all(addressesSql(wanted.stems))}) as held`,
  );
  const [holders, namesakes, done, taken] = row?.held ?? [[], [], [], []];
  return {
    holders: holdersOf(holders),
    namesakes: namesakesOf(namesakes),
    done: new Map(done.map((one) => [one.row_key, doneRowOf(one)])),
    taken: taken.map(({ address }) => address),
  };
}

const addressesSql = (stems: Iterable<string>): SQL => sql`
  select a.address from ${values(stems, 'wanted')} join addresses a on a.stem = wanted.value order by a.address`;

/** Every address ever given for these stems, in order. */
export async function findAddressesOfStems(db: Db, stems: Iterable<string>): Promise<string[]> {
  const found = await rows<{ address: string }>(db, addressesSql(stems));
  return found.map(({ address }) => address);
}
