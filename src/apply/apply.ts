import { and, eq, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { uniqueViolation } from '../db/errors.ts';
import type { Jobs } from '../db/jobs.ts';
import { commands, items, messages, notices, requestNumbers, requests } from '../db/schema.ts';
import { audit } from '../directory/audit.ts';
import { type Cause, changeMailboxes, createMailboxes } from '../directory/writer.ts';
import type { StoredMessage } from '../model/letter.ts';
import type { Notice } from '../model/notice.ts';
import type { Settlement } from '../model/settlement.ts';
import { vietnamDay } from '../text/day.ts';
import type { PlannedItem, PlannedRequest } from './plan.ts';

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
export type Composer = (settlement: Settlement) => Promise<{ notice: Notice; eml: Buffer }[]>;

/** Another worker settled the message, took an address or changed a mailbox since the plan was made: plan again. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}

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
  try {
    return await db.transaction(async (tx) => {
      const numbers = await drawNumbers(tx, plan.requests.length, now);
      const numbered = plan.requests.map((request, at) => ({ ...request, number: numbers[at] ?? '' }));
      const settlement: Settlement = { ...plan.settlement, requests: numbered };
      await settleMessage(tx, plan, now);
      await writeRequests(tx, plan, numbered, jobs, now);
      const letters = await compose(settlement);
      await queueNotices(tx, plan.message.id, letters, jobs);
      return { settlement, notices: letters.map(({ notice }) => notice) };
    });
  } catch (error) {
    const constraint = uniqueViolation(error);
    if (constraint !== null) throw new Overtaken(`unique ${constraint}`, { cause: error });
    throw error;
  }
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
  const mailboxIds = await writeDirectory(tx, plan, numbered, now);
  const itemIds = await tx
    .insert(items)
    .values(rows.map((row, at) => itemRow(row, plan.rowKeys[at] ?? '', mailboxIds[at] ?? null, now)))
    .returning({ id: items.id });
  await queueCommands(
    tx,
    rows.map(({ item }, at) => ({ item, itemId: itemIds[at]?.id ?? 0, mailboxId: mailboxIds[at] ?? null })),
    jobs,
  );
};

/** The mailbox of each row, in order: the new one, the one that it is about, or null. */
const writeDirectory = async (
  tx: Tx,
  { message }: Plan,
  numbered: readonly Numbered[],
  now: Date,
): Promise<(number | null)[]> => {
  const cause: Cause = {
    actor: 'letter',
    because: numbered.map(({ number }) => number).join(', '),
    causeId: message.id,
    now,
  };
  const rows = numbered.flatMap(({ items: own }) => own);
  const made = await createMailboxes(
    tx,
    rows.flatMap(({ create }) => create ?? []),
    cause,
  );
  const changes = rows.flatMap(({ change }) => change ?? []);
  if ((await changeMailboxes(tx, changes, cause)) < changes.length)
    throw new Overtaken('a mailbox was changed since it was seen');
  const resets = rows.filter(({ command }) => command?.kind === 'set-password');
  await audit(
    tx,
    resets.map(({ mailbox }) => ({
      actor: 'letter',
      event: 'password-reset',
      entity: 'mailbox',
      entityId: String(mailbox?.id),
      before: null,
      after: null,
      because: cause.because,
      causeId: message.id,
    })),
    now,
  );
  const ids = new Map(made.map(({ address, id }) => [address, id]));
  return rows.map(({ create, mailbox }) =>
    create ? (ids.get(create.address) ?? null) : (mailbox?.id ?? null),
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

const queueCommands = async (
  tx: Tx,
  rows: readonly { item: PlannedItem; itemId: number; mailboxId: number | null }[],
  jobs: Jobs,
): Promise<void> => {
  const values = rows.flatMap(({ item: { command }, itemId, mailboxId }) => {
    if (!command) return [];
    if (mailboxId === null) throw new Error(`a command to ${command.kind} without a mailbox`);
    const { kind, address, ...args } = command;
    return [{ kind, address, args, itemId, mailboxId }];
  });
  if (values.length === 0) return;
  const queued = await tx.insert(commands).values(values).returning({ id: commands.id });
  await jobs.sendAll(
    tx,
    'command',
    queued.map(({ id }) => id),
  );
};

const queueNotices = async (
  tx: Tx,
  causeId: number,
  letters: readonly { notice: Notice; eml: Buffer }[],
  jobs: Jobs,
): Promise<void> => {
  if (letters.length === 0) return;
  const queued = await tx
    .insert(notices)
    .values(
      letters.map(({ notice: { kind, to, cc, subject, messageId }, eml }) => ({
        kind,
        subject,
        messageId,
        eml,
        causeId,
        to: [...to],
        cc: [...cc],
      })),
    )
    .returning({ id: notices.id });
  await jobs.sendAll(
    tx,
    'notice',
    queued.map(({ id }) => id),
  );
};
