import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import type { Jobs } from '../db/jobs.ts';
import { notices } from '../db/schema.ts';
import { PermanentFailure, type Sender, TemporaryFailure } from '../mail/send.ts';
import { pass } from '../points.ts';
import { insist } from './insist.ts';
import { type Limit, takeRoom } from './limit.ts';

export { parkCommand, performCommand } from './command.ts';

/** A pointer to a row: the state of the work is in the row, never in the job. */
export type Job = { id: number };

type Post = { db: Db; jobs: Pick<Jobs, 'postpone'>; sender: Sender; from: string; limit: Limit };

/**
 * Sends a queued notice to those who do not have it yet, and later to those who have had as many letters in an hour as they
 * may. Throws where a later try may succeed. Where the server refuses it for good, it is parked for a person, with who has
 * it and who has not, once nobody has to wait any more. A crash between the server's "250" and our commit sends the same
 * letter again, with the same Message-ID.
 */
export const sendNotice = async (post: Post, { id }: Job, now: Date): Promise<void> => {
  const { db, limit } = post;
  const [notice] = await db
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), eq(notices.status, 'queued')));
  if (!notice) return;
  pass('notice taken up');
  const missing = [...notice.to, ...notice.cc].filter((address) => !notice.delivered.includes(address));
  const room = await takeRoom(db, id, missing, { limit, now });
  const { delivered, refusal } = await send(post, notice, room.now);
  if (room.later.length > 0) await holdBack(post, id, { ...room, delivered, refusal });
  else if (refusal !== null)
    await note(db, id, { ...parked, delivered, error: whoHasIt(delivered, refusal.why) });
  else await note(db, id, { status: 'sent', sentAt: now, error: null, delivered });
  pass('notice noted');
};

const note = (db: Db, id: number, set: Partial<typeof notices.$inferInsert>): Promise<void> =>
  insist(() => db.update(notices).set(set).where(eq(notices.id, id)));

/** A case for staff, also where they had closed one about the same letter before. */
const parked = { status: 'parked', closedAt: null } as const;

/** Who has a letter now, and where the server refused it for good, to whom and why. */
type Sent = { delivered: string[]; refusal: { whom: readonly string[]; why: string } | null };

/** Gives a letter to the server. */
const send = async (
  { db, sender, from }: Post,
  { id, messageId, eml, delivered }: typeof notices.$inferSelect,
  to: readonly string[],
): Promise<Sent> => {
  if (to.length === 0) return { delivered, refusal: null };
  try {
    await sender.send({ messageId, from, to, eml });
    pass('notice sent');
    return { delivered: [...delivered, ...to], refusal: null };
  } catch (error) {
    if (!(error instanceof PermanentFailure || error instanceof TemporaryFailure)) throw error;
    const has = [...delivered, ...error.accepted];
    if (error instanceof PermanentFailure)
      return { delivered: has, refusal: { whom: error.rejected, why: error.message } };
    await note(db, id, { delivered: has, error: error.message });
    throw error;
  }
};

type Held = Sent & { later: readonly string[]; seconds: number };

/**
 * The letter stays queued, with a job for the time when there is room. Then it also goes once more to whom the server
 * refused: only after that it is known who needs a person.
 */
const holdBack = (
  { db, jobs }: Post,
  id: number,
  { later, seconds, delivered, refusal }: Held,
): Promise<void> => {
  const held = `Giữ lại: trong một giờ đã gửi đủ số thư cho phép đến ${later.join(', ')} (LETTERS_PER_HOUR)`;
  const error = refusal ? `${held}; chưa gửi được đến ${refusal.whom.join(', ')}: ${refusal.why}` : held;
  return insist(() =>
    db.transaction(async (tx) => {
      await tx.update(notices).set({ delivered, error }).where(eq(notices.id, id));
      await jobs.postpone(tx, 'notice', id, seconds);
    }),
  );
};

/** What staff read of a letter that went to some of its recipients only. */
const whoHasIt = (delivered: readonly string[], why: string): string =>
  delivered.length === 0 ? why : `Đã gửi đến ${delivered.join(', ')}; còn lại chưa gửi được. ${why}`;

/** All tries are used up: the letter waits for a person, who is told who has it already. */
export const parkNotice = async (db: Db, { id }: Job, why: string): Promise<void> => {
  const [notice] = await db
    .select({ delivered: notices.delivered })
    .from(notices)
    .where(and(eq(notices.id, id), eq(notices.status, 'queued')));
  if (!notice) return;
  await db
    .update(notices)
    .set({ ...parked, error: whoHasIt(notice.delivered, why) })
    .where(eq(notices.id, id));
};
