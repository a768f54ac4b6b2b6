import { type SQL, sql } from 'drizzle-orm';
import { rows, type Tx } from '../db/db.ts';
import { idsFor } from '../directory/writer.ts';
import { vietnamDay } from '../text/day.ts';
import type { PlannedRequest } from './plan.ts';
import { type Carrier, type PlacedRow, placeRows, type RowIds, rowIds, writeRows } from './rows.ts';

/** Numbers and ids for the forms of a letter and for what is written with them, each in the order of its rows. */
export type Drawn = RowIds & {
  numbers: readonly string[];
  requests: readonly number[];
  items: readonly number[];
};

/**
 * Draws the numbers without gaps, `PYC-2026-000123`, counted by the Vietnamese year, and with them ids, so that what
 * refers to each other can be written at once.
 */
export const draw = async (tx: Tx, requests: readonly PlannedRequest[], now: Date): Promise<Drawn> => {
  const count = requests.length;
  if (count === 0) return { numbers: [], requests: [], items: [], mailboxes: [], commands: [] };
  const year = Number(vietnamDay(now).slice(0, 4));
  const planned = requests.flatMap(({ items }) => items);
  const [row] = await rows<Omit<Drawn, 'numbers'> & { last: number }>(
    tx,
    sql`with drawn as (
        insert into request_numbers as counted (year, last) values (${year}, ${count})
        on conflict (year) do update set last = counted.last + excluded.last
        returning last)
      select (select last from drawn) as last, ${idsFor('requests', count)} as requests,
        ${idsFor('items', planned.length)} as items, ${rowIds(planned)}`,
  );
  if (!row) throw new Error('no numbers were drawn');
  const numbers = requests.map((_, at) => {
    const number = row.last - count + 1 + at;
    return `PYC-${year}-${String(number).padStart(6, '0')}`;
  });
  return { ...row, numbers };
};

/** A letter whose forms are written, and who asks. */
type Asked = { messageId: number; unitId: number; rowKeys: readonly string[] };

/** Writes the forms of a letter, their rows, what these change in the directory, and the commands. */
export const writeRequests = async (
  tx: Tx,
  requests: readonly PlannedRequest[],
  drawn: Drawn,
  asked: Asked,
  carrier: Carrier & { now: Date },
): Promise<void> => {
  if (requests.length === 0) return;
  const { now } = carrier;
  const cause = { actor: 'letter', because: drawn.numbers.join(', '), causeId: asked.messageId, now };
  const planned = requests.flatMap(({ items }, at) =>
    items.map((item, position) => ({ item, position, requestId: drawn.requests[at] ?? 0 })),
  );
  const entered = planned.map((row, at) => ({
    ...row,
    itemId: drawn.items[at] ?? 0,
    rowKey: asked.rowKeys[at] ?? '',
  }));
  // A form that names nobody has no rows; it is a request all the same, and is answered.
  const entries = (rows: readonly Written[]) => (rows.length > 0 ? [rowWrites(rows, now)] : []);
  await writeRows(tx, placeRows(entered, drawn), {
    cause,
    carrier,
    first: [formWrites(requests, drawn, asked, now)],
    entries,
  });
};

const formWrites = (requests: readonly PlannedRequest[], drawn: Drawn, asked: Asked, now: Date): SQL => {
  const values = requests.map(({ outcome, form, findings }, at) => ({
    id: drawn.requests[at],
    number: drawn.numbers[at],
    outcome,
    form: { ...form, rows: undefined },
    findings,
  }));
  return sql`
    insert into requests (id, number, message_id, unit_id, outcome, form, findings, created_at)
    overriding system value
    select id, number, ${asked.messageId}::bigint, ${asked.unitId}::bigint, outcome, form, findings,
      ${now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as written
      (id bigint, number text, outcome text, form jsonb, findings jsonb)
    returning id`;
};

type Written = PlacedRow & { requestId: number; position: number; rowKey: string };

const rowWrites = (written: readonly Written[], now: Date): SQL => {
  const values = written.map(({ item: { item, ...planned }, ...place }) => ({
    ...place,
    number: item.row.number,
    fullName: item.name?.fullName ?? item.row.fullName?.text ?? null,
    wish: item.row.wish?.text ?? null,
    action: planned.action,
    unitId: planned.unit?.id ?? null,
    address: planned.address,
    newAddress: planned.newAddress,
    outcome: planned.outcome,
    findings: planned.findings,
    detail: { row: item.row, name: item.name, wish: item.wish },
  }));
  return sql`
    insert into items (id, request_id, position, number, full_name, wish, action, unit_id, mailbox_id, address,
      new_address, outcome, findings, detail, row_key, created_at, decided_at)
    overriding system value
    select "itemId", "requestId", position, number, "fullName", wish, action, "unitId", "mailboxId", address,
      "newAddress", outcome, findings, detail, "rowKey", at.now, case when outcome <> 'review' then at.now end
    from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as written
      ("itemId" bigint, "requestId" bigint, position int, number int, "fullName" text, wish text, action text,
        "unitId" bigint, "mailboxId" bigint, address text, "newAddress" text, outcome text, findings jsonb,
        detail jsonb, "rowKey" text), (select ${now.toISOString()}::timestamptz as now) at
    returning id`;
};
