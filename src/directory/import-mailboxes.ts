import { type SQL, sql } from 'drizzle-orm';
import { rows, type Tx } from '../db/db.ts';
import { type MailboxStatus, mailboxStatuses } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { type Read, readAbbreviation, readAddress, readOneOf, readTime } from './cells.ts';
import { readRecords } from './columns.ts';
import type { Problems } from './import-problems.ts';
import { stemOf } from './naming.ts';

const columns = {
  all: ['address', 'fullName', 'unit', 'position', 'phone', 'status', 'createdAt', 'lastAccessAt'],
  needed: ['address', 'fullName', 'unit'],
} as const;

/** A line as it is staged; null where the cell is blank. */
export type MailboxLine = {
  line: number;
  address: string;
  stem: string;
  fullName: string | null;
  nameKey: string | null;
  unit: string | null;
  position: string | null;
  phone: string | null;
  status: MailboxStatus | null;
  createdAt: Date | null;
  lastAccessAt: Date | null;
};

/** Reads the lines that are right in themselves; the others go to `problems`. */
export async function* readMailboxLines(
  path: string,
  mailDomain: string,
  report: { problems: Problems; warnings: string[] },
): AsyncGenerator<MailboxLine> {
  for await (const { line, fields } of readRecords(path, columns, report)) {
    const take = <T>(column: string, read: Read<T>): T | null => {
      if ('value' in read) return read.value;
      report.problems.add(line, column, read.problem);
      return null;
    };
    const cell = (column: (typeof columns.all)[number]) => fields[column] || null;
    const address = take('address', readAddress(fields.address ?? '', mailDomain));
    const status = cell('status');
    const unit = cell('unit');
    const read = {
      line,
      fullName: cell('fullName'),
      nameKey: fold(fields.fullName ?? '') || null,
      unit: unit === null ? null : take('unit', readAbbreviation(unit)),
      position: cell('position'),
      phone: cell('phone'),
      status: status === null ? null : take('status', readOneOf(status, mailboxStatuses)),
      createdAt: take('createdAt', readTime(fields.createdAt ?? '')),
      lastAccessAt: take('lastAccessAt', readTime(fields.lastAccessAt ?? '')),
    };
    if (address !== null) yield { ...read, address, stem: stemOf(address) };
  }
}

const batch = 5000;

/** Lays the lines down in a table of this transaction, where they can be held against each other and the directory by sets. */
export async function stageMailboxes(
  tx: Tx,
  lines: AsyncIterable<MailboxLine>,
  onProgress: (lines: number) => void = () => {},
): Promise<void> {
  await tx.execute(sql`create temporary table lines (line int, address text, stem text, full_name text, name_key text,
    unit text, position text, phone text, status text, created_at timestamptz, last_access_at timestamptz) on commit drop`);
  let waiting: MailboxLine[] = [];
  let count = 0;
  const lay = async () => {
    await tx.execute(sql`insert into lines
      select line, address, stem, "fullName", "nameKey", unit, position, phone, status, "createdAt", "lastAccessAt"
      from json_to_recordset(${JSON.stringify(waiting)}::text::json) as l (line int, address text, stem text,
        "fullName" text, "nameKey" text, unit text, position text, phone text, status text,
        "createdAt" timestamptz, "lastAccessAt" timestamptz)`);
    count += waiting.length;
    waiting = [];
    onProgress(count);
  };
  for await (const line of lines) {
    waiting.push(line);
    if (waiting.length === batch) await lay();
  }
  if (waiting.length > 0) await lay();
  await tx.execute(sql`create index on lines (address)`);
  await tx.execute(sql`analyze lines`);
}

/** Writes what is staged; everything that is wrong with it is told before anything is written. */
export async function writeStagedMailboxes(
  tx: Tx,
  problems: Problems,
  now: Date,
): Promise<{ created: number; updated: number; unchanged: number }> {
  // Of a unit's official mailbox a line says nothing but the status.
  await tx.execute(sql`update lines l
    set full_name = null, name_key = null, unit = null, position = null, phone = null, created_at = null, last_access_at = null
    from mailboxes m where m.address = l.address
      and (m.kind = 'unit' or exists (select from units o where o.mailbox_id = m.id))`);
  await checkStaged(tx, problems);
  problems.refuse();
  const updated = await updateMailboxes(tx, now);
  const created = await createMailboxes(tx, now);
  const all = await count(tx, sql`select from lines`);
  return { created, updated, unchanged: all - created - updated };
}

type Complaint = { line: number; column: string; about: string | null; other: string | null };

async function checkStaged(tx: Tx, problems: Problems): Promise<void> {
  const check = async (query: SQL, say: (complaint: Complaint) => string) => {
    for (const found of await rows<Complaint>(tx, sql`${query} order by line`)) {
      problems.add(found.line, found.column, say(found));
    }
  };
  await check(
    sql`select line, 'address' as "column", address as about, first::text as other
      from (select line, address, min(line) over (partition by address) as first from lines) l where line > first`,
    ({ about, other }) => `${about} đã có ở dòng ${other}; hãy bỏ bớt một dòng`,
  );
  await check(
    sql`select l.line, 'unit' as "column", l.unit as about, null as other
      from lines l left join units u on u.abbreviation = l.unit where l.unit is not null and u.id is null`,
    ({ about }) =>
      `chưa có đơn vị "${about}"; hãy nhập đơn vị trước (phieu units import) hoặc sửa tên viết tắt`,
  );
  await check(
    sql`select l.line, 'fullName' as "column", null as about, null as other
      from lines l left join mailboxes m on m.address = l.address where l.name_key is null and m.id is null`,
    () => 'còn trống; hãy ghi họ và tên người dùng hộp thư',
  );
  await check(
    sql`select l.line, 'address' as "column", l.address as about, m.full_name || ' (' || m.address || ')' as other
      from lines l join addresses a on a.address = l.address left join mailboxes m on m.id = a.mailbox_id
      where m.address is distinct from l.address`,
    ({ about, other }) =>
      `${about} từng là địa chỉ của ${other ?? 'người khác'}; địa chỉ đã cấp không cấp lại cho người khác, hãy dùng địa chỉ khác`,
  );
  await check(
    sql`select l.line, 'fullName' as "column", l.full_name as about, m.full_name as other
      from lines l join mailboxes m on m.address = l.address
      where m.name_key <> l.name_key`,
    ({ about, other }) =>
      `hộp thư này của ${other}, không phải ${about}; địa chỉ đã cấp không cấp lại cho người khác, hãy sửa họ tên hoặc địa chỉ`,
  );
}

async function createMailboxes(tx: Tx, now: Date): Promise<number> {
  const made = await count(
    tx,
    sql`insert into mailboxes (address, full_name, name_key, unit_id, position, phone, status, kind, origin, created_at, last_access_at)
      select l.address, l.full_name, l.name_key, u.id, l.position, l.phone, coalesce(l.status, 'active'), 'personal', 'import',
        coalesce(l.created_at, ${now.toISOString()}::timestamptz), l.last_access_at
      from lines l left join units u on u.abbreviation = l.unit
      where not exists (select from mailboxes m where m.address = l.address)
      order by l.line
      returning 1`,
  );
  await tx.execute(sql`insert into addresses (address, mailbox_id, stem, since)
    select l.address, m.id, l.stem, m.created_at from lines l join mailboxes m on m.address = l.address
    where not exists (select from addresses a where a.address = l.address) order by l.line`);
  return made;
}

const wanted = sql`
  (select m.id, coalesce(l.full_name, m.full_name) as full_name, coalesce(u.id, m.unit_id) as unit_id,
    coalesce(l.position, m.position) as position, coalesce(l.phone, m.phone) as phone,
    coalesce(l.status, m.status) as status, coalesce(l.created_at, m.created_at) as created_at,
    coalesce(l.last_access_at, m.last_access_at) as last_access_at
  from lines l join mailboxes m on m.address = l.address left join units u on u.abbreviation = l.unit)`;

const fields = (table: string): SQL =>
  sql.raw(
    `jsonb_build_object('fullName', ${table}.full_name, 'unitId', ${table}.unit_id, 'position', ${table}.position,
      'phone', ${table}.phone, 'status', ${table}.status, 'createdAt', ${table}.created_at)`,
  );

/**
 * Brings existing mailboxes up to the file and leaves an event for each, but not for a new last access alone: nobody
 * decided that.
 */
async function updateMailboxes(tx: Tx, now: Date): Promise<number> {
  await tx.execute(sql`
    insert into audit_events (at, actor, event, entity, entity_id, before, after)
    select ${now.toISOString()}::timestamptz, 'import', 'changed', 'mailbox', id::text, changed.before, changed.after
    from (select m.id, ${fields('m')} as before, ${fields('w')} as after
      from ${wanted} w join mailboxes m on m.id = w.id) both_sides,
      lateral (select jsonb_object_agg(key, value) as before, jsonb_object_agg(key, both_sides.after -> key) as after
        from jsonb_each(both_sides.before) where value <> both_sides.after -> key) changed
    where changed.after is not null
    order by id`);
  return count(
    tx,
    sql`update mailboxes m set full_name = w.full_name, unit_id = w.unit_id, position = w.position, phone = w.phone,
        status = w.status, created_at = w.created_at, last_access_at = w.last_access_at, version = m.version + 1
      from ${wanted} w
      where w.id = m.id and
        (m.full_name, m.unit_id, m.position, m.phone, m.status, m.created_at, m.last_access_at) is distinct from
        (w.full_name, w.unit_id, w.position, w.phone, w.status, w.created_at, w.last_access_at)
      returning 1`,
  );
}

async function count(tx: Tx, statement: SQL): Promise<number> {
  const [found] = await rows<{ n: number }>(
    tx,
    sql`with counted as (${statement}) select count(*)::int as n from counted`,
  );
  return found?.n ?? 0;
}
