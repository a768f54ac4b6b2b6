import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { notices } from '../db/schema.ts';
import { PermanentFailure, type Sender, TemporaryFailure } from '../mail/send.ts';
import { pass } from '../points.ts';
import { insist } from './insist.ts';

export { parkCommand, performCommand } from './command.ts';

/** A pointer to a row: the state of the work is in the row, never in the job. */
export type Job = { id: number };

/**
 * Sends a queued notice to those who do not have it yet. Throws where a later try may succeed. Where the server refuses
 * it for good, it is parked for a person, with who has it and who has not. A crash between the server's "250" and our
 * commit sends the same letter again, with the same Message-ID.
 */
export const sendNotice = async (
  { db, sender, from }: { db: Db; sender: Sender; from: string },
  { id }: Job,
  now: Date,
): Promise<void> => {
  const [notice] = await db
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), eq(notices.status, 'queued')));
  if (!notice) return;
  pass('notice taken up');
  const { messageId, eml, delivered } = notice;
  const to = [...notice.to, ...notice.cc].filter((address) => !delivered.includes(address));
  const note = (set: Partial<typeof notices.$inferInsert>) =>
    insist(() => db.update(notices).set(set).where(eq(notices.id, id)));
  try {
    await sender.send({ messageId, from, to, eml });
  } catch (error) {
    if (!(error instanceof PermanentFailure || error instanceof TemporaryFailure)) throw error;
    const has = [...delivered, ...error.accepted];
    const isForGood = error instanceof PermanentFailure;
    const why = isForGood ? whoHasIt(has, error.message) : error.message;
    await note({ delivered: has, error: why, ...(isForGood && { status: 'parked' }) });
    if (isForGood) return;
    throw error;
  }
  pass('notice sent');
  await note({ status: 'sent', sentAt: now, error: null, delivered: [...delivered, ...to] });
  pass('notice noted');
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
    .set({ status: 'parked', error: whoHasIt(notice.delivered, why) })
    .where(eq(notices.id, id));
};
