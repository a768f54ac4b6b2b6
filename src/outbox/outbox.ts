import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { commands, notices } from '../db/schema.ts';
import { PermanentFailure, type Sender } from '../mail/send.ts';
import type { Command, MailServer } from '../mailserver/mailserver.ts';

/** A pointer to a row: the state of the work is in the row, never in the job. */
export type Job = { id: number };

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Sends a queued notice. Throws where a later try may succeed. Where the server refuses the letter for good, it is
 * parked for a person. A crash between the server's "250" and our commit sends the same letter again, with the same
 * Message-ID.
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
  try {
    await sender.send({
      messageId: notice.messageId,
      from,
      to: [...notice.to, ...notice.cc],
      eml: notice.eml,
    });
    await db.update(notices).set({ status: 'sent', sentAt: now, error: null }).where(eq(notices.id, id));
  } catch (error) {
    if (error instanceof PermanentFailure) return parkNotice(db, { id }, error.message);
    await db
      .update(notices)
      .set({ error: reasonOf(error) })
      .where(eq(notices.id, id));
    throw error;
  }
};

/** Has the mail server carry a command out, or puts it on the task list of staff. Throws to be tried again. */
export const performCommand = async (
  { db, mailServer }: { db: Db; mailServer: MailServer },
  { id }: Job,
  now: Date,
): Promise<void> => {
  const [row] = await db
    .select()
    .from(commands)
    .where(and(eq(commands.id, id), eq(commands.status, 'queued')));
  if (!row) return;
  const carried = await mailServer.perform({
    kind: row.kind,
    address: row.address,
    ...(row.args as object),
  } as Command);
  await db
    .update(commands)
    .set(carried === 'done' ? { status: 'done', doneAt: now, error: null } : { status: 'waiting' })
    .where(eq(commands.id, id));
};

/** All tries are used up, or the server refused for good: the letter waits for a person. */
export const parkNotice = async (db: Db, { id }: Job, why: string): Promise<void> => {
  await db.update(notices).set({ status: 'parked', error: why }).where(eq(notices.id, id));
};

/** All tries are used up: the command waits for a person. */
export const parkCommand = async (db: Db, { id }: Job, why: string): Promise<void> => {
  await db.update(commands).set({ status: 'parked', error: why }).where(eq(commands.id, id));
};
