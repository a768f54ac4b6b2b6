import { and, eq, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import type { Jobs } from '../db/jobs.ts';
import { items, messages, requestNumbers, requests } from '../db/schema.ts';
import type { Cause } from '../directory/writer.ts';
import type { StoredMessage } from '../model/letter.ts';
import type { Notice } from '../model/notice.ts';
import type { Settlement } from '../model/settlement.ts';
import { vietnamDay } from '../text/day.ts';
import { Overtaken, whole } from './overtaken.ts';
import type { PlannedItem, PlannedRequest } from './plan.ts';
import { type Letter, queueCommands, queueNotices, writeDirectory } from './rows.ts';

export { Overtaken } from './overtaken.ts';

/** Everything that is to be written about a message, computed without locks. */
export type Plan = {
  message: StoredMessage;
  /** What makes a later delivery of the same letter a duplicate. */
  identity: string;
  settlement: Omit<Settlement, 'requests'>;
  requests: readonly PlannedRequest[];
  /** Keys of the rows of all requests, in order: the same row is not done again within 24 hours. */
  rowKeys: readonly string[];
};

/** What the transaction asks of the steps around it, once the numbers are known. */
export type Composer = (settlement: Settlement) => Promise<Letter[]>;

/**
 * Writes a plan in one transaction: the message's outcome, the directory change, the audit events, the notices and the
 * mail server's commands, with a job for each that goes to the world. Throws `Overtaken` where the plan no longer holds;
 * then nothing is written.
 */
export const applyPlan = async (
  db: Db,
  plan: Plan,
  { jobs, compose, now }: { jobs: Jobs; compose: Composer; now: Date },
): Promise<{ settlement: Settlement; notices: Notice[] }> => {
  return whole(db, async (tx) => {
    const numbers = await drawNumbers(tx, plan.requests.length, now);
    const numbered = plan.requests.map((request, at) => ({ ...request, number: numbers[at] ?? '' }));
    const settlement: Settlement = { ...plan.settlement, requests: numbered };
    await settleMessage(tx, plan, now);
    await writeRequests(tx, plan, numbered, jobs, now);
    const letters = await compose(settlement);
    await queueNotices(tx, plan.message.id, letters, jobs);
    return { settlement, notices: letters.map(({ notice }) => notice) };
  });
};

/** The message that was judged under this identity, or null. */
export const findIdentity = async (db: Db, identity: string): Promise<number | null> => {
  const [row] = await db.select({ id: messages.id }).from(messages).where(eq(messages.identity, identity));
  return row?.id ?? null;
};

/** Numbers for the forms, without gaps: `PYC-2026-000123`, counted by the Vietnamese year. */
const drawNumbers = async (tx: Tx, count: number, now: Date): Promise<string[]> => {
  if (count === 0) return [];
  const year = Number(vietnamDay(now).slice(0, 4));
  const [row] = await tx
    .insert(requestNumbers)
    .values({ year, last: count })
    .onConflictDoUpdate({
      target: requestNumbers.year,
      set: { last: sql`${requestNumbers.last} + ${count}` },
    })
    .returning({ last: requestNumbers.last });
  const last = row?.last ?? 0;
  return Array.from({ length: count }, (_, at) => {
    const number = last - count + 1 + at;
    return `PYC-${year}-${String(number).padStart(6, '0')}`;
  });
};

const settleMessage = async (tx: Tx, { message, identity, settlement }: Plan, now: Date): Promise<void> => {
  const { outcome, findings, verdict, letter } = settlement;
  const settled = await tx
    .update(messages)
    .set({
      status: 'done',
      outcome,
      identity: outcome === 'duplicate' ? null : identity,
      messageId: letter.messageId,
      fromAddress: verdict.address,
      unitId: verdict.unit?.id ?? null,
      report: { findings, verified: verdict.verified, evidence: verdict.evidence, because: verdict.because },
      error: null,
      decidedAt: now,
    })
    .where(and(eq(messages.id, message.id), ne(messages.status, 'done')))
    .returning({ id: messages.id });
  if (settled.length === 0) throw new Overtaken(`message ${message.id} is settled`);
};

type Numbered = PlannedRequest & { number: string };

const writeRequests = async (
  tx: Tx,
  plan: Plan,
  numbered: readonly Numbered[],
  jobs: Jobs,
  now: Date,
): Promise<void> => {
  const unitId = plan.settlement.verdict.unit?.id;
  if (numbered.length === 0) return;
  if (unitId === undefined) throw new Error('a request without an asking unit');
  const written = await tx
    .insert(requests)
    .values(
      numbered.map(({ number, outcome, form, findings }) => ({
        number,
        outcome,
        form: { ...form, rows: undefined },
        findings,
        unitId,
        createdAt: now,
        messageId: plan.message.id,
      })),
    )
    .returning({ id: requests.id });
  const rows = numbered.flatMap((request, at) =>
    request.items.map((item, position) => ({ item, position, requestId: written[at]?.id ?? 0 })),
  );
  // A form that names nobody has no rows; it is a request all the same, and is answered.
  if (rows.length === 0) return;
  const because = numbered.map(({ number }) => number).join(', ');
  const cause: Cause = { actor: 'letter', because, causeId: plan.message.id, now };
  const planned = rows.map(({ item }) => item);
  const mailboxIds = await writeDirectory(tx, planned, cause);
  const itemIds = await tx
    .insert(items)
    .values(rows.map((row, at) => itemRow(row, plan.rowKeys[at] ?? '', mailboxIds[at] ?? null, now)))
    .returning({ id: items.id });
  await queueCommands(
    tx,
    planned.map((item, at) => ({ item, itemId: itemIds[at]?.id ?? 0, mailboxId: mailboxIds[at] ?? null })),
    jobs,
  );
};

const itemRow = (
  { item, position, requestId }: { item: PlannedItem; position: number; requestId: number },
  rowKey: string,
  mailboxId: number | null,
  now: Date,
): typeof items.$inferInsert => ({
  requestId,
  position,
  mailboxId,
  rowKey,
  createdAt: now,
  decidedAt: item.outcome === 'review' ? null : now,
  number: item.item.row.number,
  fullName: item.item.name?.fullName ?? item.item.row.fullName?.text ?? null,
  wish: item.item.row.wish?.text ?? null,
  action: item.action,
  unitId: item.unit?.id ?? null,
  address: item.address,
  newAddress: item.newAddress,
  outcome: item.outcome,
  findings: item.findings,
  detail: { row: item.item.row, name: item.item.name, wish: item.item.wish },
});
