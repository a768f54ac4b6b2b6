import { and, eq, ne, type SQL } from 'drizzle-orm';
import { type Db, rehearse, sentTogether, type Tx } from '../db/db.ts';
import { messages } from '../db/schema.ts';
import type { StoredMessage } from '../model/letter.ts';
import type { Notice } from '../model/notice.ts';
import type { Settlement } from '../model/settlement.ts';
import { pass } from '../points.ts';
import { endOfVietnamDay } from '../text/working-days.ts';
import { type Bounced, recordBounced } from './cases.ts';
import { recordQuestion, recordWord, type Said } from './confirmation.ts';
import { Overtaken, whole } from './overtaken.ts';
import type { PlannedRequest } from './plan.ts';
import { type Drawn, draw, writeRequests } from './requests.ts';
import { type Carrier, type Letter, queueNotices } from './rows.ts';

export { Overtaken } from './overtaken.ts';
export { queueNotices } from './rows.ts';

/** What is to be written about a message itself. */
type Settled = {
  message: StoredMessage;
  /** What makes a later delivery of the same letter a duplicate. */
  identity: string;
  settlement: Omit<Settlement, 'requests'>;
};

/** Everything that is to be written about a message, computed without locks. */
export type Plan = Settled & {
  requests: readonly PlannedRequest[];
  /** Keys of the rows of all requests, in order: the same row is not done again within 24 hours. */
  rowKeys: readonly string[];
  /**
   * The word of the unit that was asked, where the message has it. `answer` brought it where `message` is the one that
   * was held for it, and so is settled anew; null where `message` brought it itself.
   */
  said?: (Said & { answer: Settled | null }) | null;
  /** Letters of ours that came back with this one. */
  bounced?: readonly Bounced[];
};

/** What the transaction asks of the steps around it, once the numbers are known. */
export type Composer = (settlement: Settlement) => Promise<Letter[]>;

/**
 * Writes a plan in one transaction: the message's outcome, the directory change, the audit events, the notices and the
 * mail server's commands, with a job for each that goes to the world. Throws `Overtaken` where the plan no longer holds;
 * then nothing is written. Of a trial only the message and its notices stay.
 */
export const applyPlan = async (
  db: Db,
  plan: Plan,
  { compose, now, ...carrier }: Carrier & { compose: Composer; now: Date },
): Promise<{ settlement: Settlement; notices: Notice[] }> => {
  const written = await whole(db, async (tx) => {
    const { trial } = plan.settlement;
    const drawn = await (trial ? rehearseForms : settleAndDraw)(tx, plan, { ...carrier, now });
    pass('outcome written');
    const numbered = plan.requests.map((request, at) => ({ ...request, number: drawn.numbers[at] ?? '' }));
    const settlement: Settlement = { ...plan.settlement, requests: numbered };
    const letters = await compose(settlement);
    await sentTogether([
      trial ? Promise.resolve() : writeRequests(tx, plan.requests, drawn, askedBy(plan), { ...carrier, now }),
      queueNotices(tx, plan.message.id, letters, carrier.jobs),
    ]);
    pass('directory written');
    await noteQuestion(tx, plan, letters, now);
    await recordBounced(tx, plan.bounced ?? [], plan.message.id, now);
    pass('notices queued');
    return { settlement, notices: letters.map(({ notice }) => notice) };
  });
  pass('plan committed');
  return written;
};

type Clocked = Carrier & { now: Date };

/**
 * In one round trip, as is all that need not wait for each other. What a unit's word locks comes before the year's numbers, here
 * as in a rehearsal: two that lock them in two orders could wait for each other.
 */
const settleAndDraw = async (tx: Tx, plan: Plan, { now }: Clocked): Promise<Drawn> => {
  if (plan.said) {
    await settleLetter(tx, plan, now);
    return draw(tx, plan.requests, now);
  }
  const [, drawn] = await sentTogether([settleLetter(tx, plan, now), draw(tx, plan.requests, now)]);
  return drawn;
};

/** Nothing may run beside it: what is written while its savepoint stands is rolled back with it. */
const rehearseForms = async (tx: Tx, plan: Plan, carrier: Clocked): Promise<Drawn> => {
  await settleLetter(tx, plan, carrier.now);
  return rehearse(tx, async (within) => {
    const drawn = await draw(within, plan.requests, carrier.now);
    await writeRequests(within, plan.requests, drawn, askedBy(plan), carrier);
    return drawn;
  });
};

const settleLetter = async (tx: Tx, plan: Plan, now: Date): Promise<void> => {
  await settleMessage(tx, plan, plan.said?.answer ? held : undone, now);
  if (plan.said) await takeWord(tx, plan.said, plan, now);
};

/** The message that was judged under this identity, or null. */
export const findIdentity = async (db: Db, identity: string): Promise<number | null> => {
  const [row] = await db.select({ id: messages.id }).from(messages).where(eq(messages.identity, identity));
  return row?.id ?? null;
};

const undone = ne(messages.status, 'done');
const held = eq(messages.outcome, 'unverified');

/** Gives a message its outcome. Throws `Overtaken` where it is not as it was: `undone`, or `held` for the unit's word. */
const settleMessage = async (
  tx: Tx,
  { message, identity, settlement }: Settled,
  asItWas: SQL,
  now: Date,
): Promise<void> => {
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
    .where(and(eq(messages.id, message.id), asItWas))
    .returning({ id: messages.id });
  if (settled.length === 0) throw new Overtaken(`message ${message.id} is settled`);
};

const takeWord = async (
  tx: Tx,
  said: NonNullable<Plan['said']>,
  { message }: Plan,
  now: Date,
): Promise<void> => {
  if (said.answer) await settleMessage(tx, said.answer, undone, now);
  await recordWord(tx, said, (said.answer ?? { message }).message.id, now);
};

/** The letter that asks the unit, where one of these does, opens the time for its answer. */
const noteQuestion = async (
  tx: Tx,
  { message, settlement: { question, verdict } }: Plan,
  letters: readonly Letter[],
  now: Date,
): Promise<void> => {
  const asking = letters.find(({ notice }) => notice.kind === 'confirm-sender');
  if (!asking) return;
  if (!question || !verdict.unit) throw new Error('a question without what is asked');
  const expiresAt = endOfVietnamDay(question.until);
  const { messageId } = asking.notice;
  await recordQuestion(tx, { heldId: message.id, unitId: verdict.unit.id, messageId, expiresAt }, now);
};

const askedBy = ({ message, settlement, requests, rowKeys }: Plan) => {
  const { unit } = settlement.verdict;
  if (requests.length > 0 && !unit) throw new Error('a request without an asking unit');
  return { messageId: message.id, unitId: unit?.id ?? 0, rowKeys };
};
