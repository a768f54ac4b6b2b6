import { and, eq, notExists, sql } from 'drizzle-orm';
import { type Db, rows, type Tx } from '../db/db.ts';
import { items, messages, requests } from '../db/schema.ts';
import { audit } from '../directory/audit.ts';
import type { Code, Finding } from '../model/finding.ts';
import type { Notice } from '../model/notice.ts';
import { outcomeOfRequests, outcomeOfRows } from '../model/outcome.ts';
import type { SettledRequest } from '../model/request.ts';
import type { Settlement } from '../model/settlement.ts';
import type { Composer } from './apply.ts';
import { whole } from './overtaken.ts';
import type { PlannedItem } from './plan.ts';
import { type Carrier, placeRows, queueNotices, type RowIds, rowIds, writeRows } from './rows.ts';

/** What staff decided about one row that waited, computed without locks. */
export type DecisionPlan = {
  messageId: number;
  itemId: number;
  /** The request with this row alone: what the notice tells. */
  settlement: Omit<Settlement, 'requests' | 'outcome'>;
  request: Omit<SettledRequest, 'items' | 'outcome'>;
  item: PlannedItem;
  /** Who decided, and his words. */
  by: string;
  because: string;
  /** For the audit trail: how the row stood, what would have kept it waiting, and what staff said was meant. */
  before: Readonly<Record<string, unknown>>;
  waived: readonly Finding[];
  said: Readonly<Record<string, string>>;
};

/** The row or request was decided before, by the rules or by other staff. */
export class NotWaiting extends Error {
  override name = 'NotWaiting';
}

/**
 * Writes a decision of staff in one transaction: the row, what follows for its request and letter, the directory
 * change, the audit events, the notice and the mail server's command. Throws `NotWaiting` where the row has its outcome,
 * and `Overtaken` where the directory is no longer as it was seen; then nothing is written.
 */
export const applyDecision = (
  db: Db,
  plan: DecisionPlan,
  { compose, now, ...carrier }: Carrier & { compose: Composer; now: Date },
): Promise<Notice[]> =>
  whole(db, async (tx) => {
    await claim(tx, plan);
    const { item, by, because, messageId, itemId, request } = plan;
    const words = `${request.number}, dòng ${item.item.row.number}: ${because}`;
    const cause = { actor: by, because: words, causeId: messageId, now };
    const [ids] = await rows<RowIds>(tx, sql`select ${rowIds([item])}`);
    if (!ids) throw new Error('no ids were drawn');
    const placed = placeRows([{ item, itemId }], ids);
    await writeRows(tx, placed, { cause, carrier });
    await settleRow(tx, plan, placed[0]?.mailboxId ?? null, now);
    const outcome = await settleLetter(tx, messageId);
    await recordDecision(tx, plan, now);
    const settled = { ...request, outcome: outcomeOfRows([item.outcome]), items: [item] };
    const letters = await compose({ ...plan.settlement, outcome, requests: [settled] });
    await queueNotices(tx, messageId, letters, carrier.jobs);
    return letters.map(({ notice }) => notice);
  });

const claim = async (tx: Tx, { messageId, itemId }: DecisionPlan): Promise<void> => {
  await claimLetter(tx, messageId);
  const waiting = await tx
    .select({ id: items.id })
    .from(items)
    .where(and(eq(items.id, itemId), eq(items.outcome, 'review')))
    .for('update');
  if (waiting.length === 0) throw new NotWaiting(`row ${itemId} is decided`);
};

/** Whoever decides another row of the letter meanwhile waits here: the outcome of the letter hangs on all its rows. */
const claimLetter = (tx: Tx, messageId: number) =>
  tx.select({ id: messages.id }).from(messages).where(eq(messages.id, messageId)).for('update');

/** What staff answer to a letter of which no row could be taken. */
export type ClosingPlan = {
  messageId: number;
  request: Omit<SettledRequest, 'items' | 'outcome'>;
  settlement: DecisionPlan['settlement'];
  by: string;
  because: string;
  /** For the audit trail: why it waited. */
  before: readonly Code[];
};

/**
 * Writes staff's answer in one transaction: the request, what follows for its letter, the audit event and the notice.
 * Throws `NotWaiting` where it does not wait as a whole; then nothing is written.
 */
export const applyClosing = (
  db: Db,
  plan: ClosingPlan,
  { compose, now, jobs }: Pick<Carrier, 'jobs'> & { compose: Composer; now: Date },
): Promise<Notice[]> =>
  whole(db, async (tx) => {
    const { messageId, request, by, because, before } = plan;
    const { number, findings } = request;
    await claimLetter(tx, messageId);
    const [closed] = await tx
      .update(requests)
      .set({ outcome: 'rejected', findings })
      .where(
        and(
          eq(requests.number, number),
          eq(requests.outcome, 'review'),
          notExists(tx.select({ id: items.id }).from(items).where(eq(items.requestId, requests.id))),
        ),
      )
      .returning({ id: requests.id });
    if (!closed) throw new NotWaiting(`request ${number} is decided`);
    const outcome = await settleLetter(tx, messageId);
    const event = {
      ...{ actor: by, event: 'request-closed', entity: 'request', entityId: String(closed.id), because },
      ...{ before: { outcome: 'review', findings: before }, after: { outcome: 'rejected' } },
      causeId: messageId,
    };
    await audit(tx, [event], now);
    const settled: SettledRequest = { ...request, outcome: 'rejected', items: [] };
    const letters = await compose({ ...plan.settlement, outcome, requests: [settled] });
    await queueNotices(tx, messageId, letters, jobs);
    return letters.map(({ notice }) => notice);
  });

const settleRow = async (
  tx: Tx,
  { item, itemId, by, because }: DecisionPlan,
  mailboxId: number | null,
  now: Date,
): Promise<void> => {
  const { action, unit, address, newAddress, outcome, findings } = item;
  await tx
    .update(items)
    .set({
      ...{ action, address, newAddress, outcome, findings, mailboxId, because },
      ...{ unitId: unit?.id ?? null, decidedAt: now, decidedBy: by },
    })
    .where(eq(items.id, itemId));
};

/** Gives the letter and its requests the outcome that follows from their rows as they stand now. */
const settleLetter = async (tx: Tx, messageId: number) => {
  const forms = await tx
    .select({ id: requests.id, outcome: requests.outcome })
    .from(requests)
    .where(eq(requests.messageId, messageId));
  const rows = await tx
    .select({ requestId: items.requestId, outcome: items.outcome })
    .from(items)
    .innerJoin(requests, eq(requests.id, items.requestId))
    .where(eq(requests.messageId, messageId));
  const outcomes = forms.map(({ id, outcome }) => {
    const own = rows.filter(({ requestId }) => requestId === id);
    // A form that names nobody has no rows, and keeps what it was answered.
    return { id, outcome: own.length === 0 ? outcome : outcomeOfRows(own.map((row) => row.outcome)) };
  });
  for (const { id, outcome } of outcomes)
    await tx.update(requests).set({ outcome }).where(eq(requests.id, id));
  const outcome = outcomeOfRequests(outcomes.map((one) => one.outcome));
  await tx.update(messages).set({ outcome }).where(eq(messages.id, messageId));
  return outcome;
};

const recordDecision = (tx: Tx, plan: DecisionPlan, now: Date): Promise<void> => {
  const { item, itemId, by, because, messageId, before, waived, said } = plan;
  const { action, outcome, address, newAddress } = item;
  const unit = item.unit?.abbreviation ?? null;
  const event = {
    actor: by,
    event: outcome === 'applied' ? 'row-applied' : 'row-rejected',
    entity: 'item',
    entityId: String(itemId),
    before,
    after: { outcome, action, unit, address, newAddress, waived: waived.map(({ code }) => code), said },
    because,
    causeId: messageId,
  };
  return audit(tx, [event], now);
};
