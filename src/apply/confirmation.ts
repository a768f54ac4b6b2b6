import { and, asc, type Column, count, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { auditEvents, confirmations, messages, requests, units } from '../db/schema.ts';
import { audit } from '../directory/audit.ts';
import type { StoredMessage } from '../model/letter.ts';
import { Overtaken } from './overtaken.ts';

/** A unit is asked at most once in this time, in milliseconds, whatever comes in its name. */
const betweenQuestions = 60 * 60 * 1000;

/** The most letters in a unit's name, held within that time, that are read to find one to ask about. */
const readMeanwhile = 10;

/** What a unit was asked about one held message. */
export type Confirmation = {
  id: number;
  unitId: number;
  /** `refused` and `confirmed`: the unit has answered; `lapsed`: it did not in time. */
  state: 'open' | 'confirmed' | 'refused' | 'lapsed';
  expiresAt: Date;
  held: StoredMessage & { fromAddress: string | null };
};

/**
 * A unit's word on a held message; `unclear`: staff are to find out which it is, and it may still say so itself; `late`: it no
 * longer counts, and the unit is told so, or staff are; `doubtful`: it came after a clear one, and staff are told.
 */
export type Said = { confirmationId: number } & (
  | { word: 'confirmed' | 'refused' | 'late' | 'doubtful' }
  /** `beside`: the request of an earlier unclear answer, with which staff look at this one; null where it has its own. */
  | { word: 'unclear'; beside: number | null }
);

/** Whether the unit may be asked now, so that a letter in its name is worth reading. */
export const mayAsk = async (db: Db, unitId: number, now: Date): Promise<boolean> => {
  if (await askedLately(db, unitId, now)) return false;
  const [held] = await db
    .select({ count: count() })
    .from(messages)
    .where(
      and(eq(messages.unitId, unitId), eq(messages.outcome, 'unverified'), lately(messages.decidedAt, now)),
    );
  return (held?.count ?? 0) < readMeanwhile;
};

/** Around now: what a clock that was set wrong has dated years ahead must not silence us until then. */
const lately = (at: Column, now: Date) =>
  and(gt(at, new Date(now.getTime() - betweenQuestions)), lt(at, new Date(now.getTime() + betweenQuestions)));

const askedLately = async (db: Db, unitId: number, now: Date): Promise<boolean> => {
  const [asked] = await db
    .select({ id: confirmations.id })
    .from(confirmations)
    .where(and(eq(confirmations.unitId, unitId), lately(confirmations.createdAt, now)))
    .limit(1);
  return asked !== undefined;
};

/** Notes that a unit is asked by the letter `messageId`. Throws `Overtaken` where it was asked about another meanwhile. */
export const recordQuestion = async (
  tx: Tx,
  question: { heldId: number; unitId: number; messageId: string; expiresAt: Date },
  now: Date,
): Promise<void> => {
  const { unitId } = question;
  await lockUnit(tx, unitId);
  if (await askedLately(tx, unitId, now)) throw new Overtaken(`unit ${unitId} was asked meanwhile`);
  await tx.insert(confirmations).values({ ...question, createdAt: now });
};

/** The question that a letter answers: the first of the Message-IDs (with angle brackets) that is one of ours; null for none. */
export const findConfirmation = async (
  db: Db,
  answers: readonly string[],
  now: Date,
): Promise<Confirmation | null> => {
  if (answers.length === 0) return null;
  const { id, unitId, messageId, word, expiresAt } = confirmations;
  const { raw, sha256, truncated, receivedAt, status, fromAddress } = messages;
  const held = { id: messages.id, raw, sha256, truncated, receivedAt, status, fromAddress };
  const found = await db
    .select({ id, unitId, messageId, word, expiresAt, held })
    .from(confirmations)
    .innerJoin(messages, eq(messages.id, confirmations.heldId))
    .where(inArray(confirmations.messageId, [...answers]));
  const [first] = found.toSorted((a, b) => answers.indexOf(a.messageId) - answers.indexOf(b.messageId));
  if (!first) return null;
  const state = first.word ?? (now < first.expiresAt ? 'open' : 'lapsed');
  return { id: first.id, unitId: first.unitId, state, expiresAt: first.expiresAt, held: first.held };
};

/** The numbers of the requests that a letter was settled as, in order. */
export const numbersOf = async (db: Db, messageId: number): Promise<string[]> => {
  const found = await db
    .select({ number: requests.number })
    .from(requests)
    .where(eq(requests.messageId, messageId))
    .orderBy(asc(requests.number));
  return found.map(({ number }) => number);
};

const isUnclear = sql`${requests.outcome} = 'review' and ${requests.findings} @> '[{"code": "confirmation-unclear"}]'`;

/** The request of an unclear answer of the unit that waits for staff, by its id; null for none. */
export const findUnclear = async (db: Db | Tx, unitId: number): Promise<number | null> => {
  const [waiting] = await db
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.unitId, unitId), isUnclear))
    .limit(1);
  return waiting?.id ?? null;
};

/**
 * Takes the unit's word, which counts once; an unclear one leaves it to be said, and of a late one something comes once. Throws
 * `Overtaken` where another answer was first.
 */
export const recordWord = async (tx: Tx, said: Said, answerId: number, now: Date): Promise<void> => {
  if (said.word === 'unclear') return keepOpen(tx, said, answerId, now);
  const { confirmationId, word } = said;
  if (word === 'late' || word === 'doubtful')
    return noteOnce(tx, eventOf[word], { confirmationId, answerId }, now);
  const [taken] = await tx
    .update(confirmations)
    .set({ word, answerId, answeredAt: now })
    .where(
      and(eq(confirmations.id, confirmationId), isNull(confirmations.word), gt(confirmations.expiresAt, now)),
    )
    .returning({ heldId: confirmations.heldId, unitId: confirmations.unitId });
  if (!taken) throw new Overtaken(`confirmation ${confirmationId} is answered`);
  const event = {
    actor: 'letter',
    event: `sender-${word}`,
    entity: 'message',
    entityId: String(taken.heldId),
    before: null,
    after: null,
    because: null,
    causeId: answerId,
  };
  await audit(tx, [event], now);
  await closeUnclear(tx, { unitId: taken.unitId, answerId }, now);
};

/** A doubtful word must not keep a later no from being heard. */
const eventOf = { late: 'late-answer', doubtful: 'late-doubt' } as const;

/** Once for each question, whatever answers to it: a program that answers by itself must not be answered again and again. */
const noteOnce = async (
  tx: Tx,
  name: (typeof eventOf)[keyof typeof eventOf],
  { confirmationId, answerId }: { confirmationId: number; answerId: number },
  now: Date,
): Promise<void> => {
  const [asked] = await tx
    .select({ heldId: confirmations.heldId })
    .from(confirmations)
    .where(eq(confirmations.id, confirmationId))
    .for('update');
  if (!asked) throw new Error(`no confirmation ${confirmationId}`);
  const event = { event: name, entity: 'message', entityId: String(asked.heldId) };
  const [told] = await tx
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.entity, event.entity),
        eq(auditEvents.entityId, event.entityId),
        eq(auditEvents.event, event.event),
      ),
    )
    .limit(1);
  if (told) throw new Overtaken(`a late word on confirmation ${confirmationId} was heard`);
  const nothing = { before: null, after: null, because: null };
  await audit(tx, [{ ...event, ...nothing, actor: 'letter', causeId: answerId }], now);
};

/**
 * Two letters in one unit's name wait for each other here, two unclear answers of it, and what would close one that another
 * joins; what refers to the unit need not wait.
 */
const lockUnit = (tx: Tx, unitId: number) =>
  tx.select({ id: units.id }).from(units).where(eq(units.id, unitId)).for('no key update');

/** The event of a request, by which staff see that another unclear answer came while it waited. */
const joined = 'answer-joined';

/** An unclear answer either has a request of its own or joins the one that waits: never neither. */
const keepOpen = async (
  tx: Tx,
  { confirmationId, beside }: Extract<Said, { word: 'unclear' }>,
  answerId: number,
  now: Date,
): Promise<void> => {
  const { id, unitId, word, expiresAt } = confirmations;
  const [open] = await tx
    .select({ unitId })
    .from(confirmations)
    .where(and(eq(id, confirmationId), isNull(word), gt(expiresAt, now)))
    .for('update');
  if (!open) throw new Overtaken(`confirmation ${confirmationId} is answered`);
  await lockUnit(tx, open.unitId);
  if ((await findUnclear(tx, open.unitId)) !== beside)
    throw new Overtaken(`what waits of unit ${open.unitId} is another meanwhile`);
  if (beside === null) return;
  // Staff who close it at this moment have not seen this answer.
  const [waits] = await tx
    .select({ id: requests.id })
    .from(requests)
    .where(and(eq(requests.id, beside), isUnclear))
    .for('update');
  if (!waits) throw new Overtaken(`request ${beside} is closed`);
  const event = {
    ...{ actor: 'letter', event: joined, entity: 'request', entityId: String(beside), because: null },
    ...{ before: null, after: { question: confirmationId }, causeId: answerId },
  };
  await audit(tx, [event], now);
};

/**
 * Once the unit has spoken clearly on every question that an unclear answer was about, its own and of those that joined it, there
 * is nothing left for staff to find out.
 */
const closeUnclear = async (
  tx: Tx,
  { unitId, answerId }: { unitId: number; answerId: number },
  now: Date,
): Promise<void> => {
  await lockUnit(tx, unitId);
  const unanswered = sql`select from ${confirmations} c where c.unit_id = ${unitId} and c.word is null and (
    ${requests.findings} @> jsonb_build_array(jsonb_build_object('args', jsonb_build_object('question', c.id::text)))
    or exists (select from ${auditEvents} e where e.entity = 'request' and e.entity_id = ${requests.id}::text
      and e.event = ${joined} and e.after @> jsonb_build_object('question', c.id)))`;
  const closed = await tx
    .update(requests)
    .set({ outcome: 'rejected' })
    .where(and(eq(requests.unitId, unitId), isUnclear, sql`not exists (${unanswered})`))
    .returning({ id: requests.id });
  const events = closed.map(({ id }) => ({
    ...{ actor: 'letter', event: 'request-closed', entity: 'request', entityId: String(id), because: null },
    ...{ before: { outcome: 'review' }, after: { outcome: 'rejected' }, causeId: answerId },
  }));
  if (events.length > 0) await audit(tx, events, now);
};
