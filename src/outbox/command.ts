import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, gt, isNull, lt, lte, ne, or } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { commands } from '../db/schema.ts';
import type { Command, MailServer } from '../mailserver/mailserver.ts';
import { insist } from './insist.ts';
import type { Job } from './outbox.ts';

type Parts = { db: Db; mailServer: MailServer };
type Row = typeof commands.$inferSelect;

/** Another process is carrying out an earlier command about the same mailbox: this one is tried again after it. */
class EarlierFirst extends Error {
  override name = 'EarlierFirst';
}

/**
 * Has the mail server carry a command out, after all earlier ones about the same mailbox. Where it cannot, the command
 * goes to the task list of staff; so do those that follow one that waits there, and those behind one that is parked are
 * parked. Throws to be tried again.
 */
export const performCommand = async (parts: Parts, { id }: Job, now: Date): Promise<void> => {
  const { db } = parts;
  const [own] = await db.select().from(commands).where(eq(commands.id, id));
  if (own?.status !== 'queued') return;
  const undone = await db
    .select()
    .from(commands)
    .where(and(eq(commands.mailboxId, own.mailboxId), lte(commands.id, id), ne(commands.status, 'done')))
    .orderBy(commands.id);
  let before: { id: number; status: 'waiting' | 'parked' } | null = null;
  for (const { id: next, status } of undone) {
    const became: Row['status'] = status === 'queued' ? await settle(parts, next, before, now) : status;
    if (became === 'parked' || (became === 'waiting' && before === null))
      before = { id: next, status: became };
  }
};

/** Carries one command out, unless what stands before it keeps it from that. Says what became of it. */
const settle = async (
  { db, mailServer }: Parts,
  id: number,
  before: { id: number; status: 'waiting' | 'parked' } | null,
  now: Date,
): Promise<Row['status']> => {
  const row = await claim(db, id);
  if (row.status !== 'queued') return row.status;
  const note = (set: Partial<typeof commands.$inferInsert>) =>
    insist(() =>
      db
        .update(commands)
        .set({ ...set, claimedUntil: null })
        .where(eq(commands.id, id)),
    );
  if (before?.status === 'parked') {
    await note({ status: 'parked', error: `Đợi lệnh số ${before.id} của cùng hộp thư, đang bị dừng` });
    return 'parked';
  }
  const command = { kind: row.kind, address: row.address, ...(row.args as object) } as Command;
  try {
    const carried = before ? 'staff' : await mailServer.perform(command);
    await note(carried === 'done' ? { status: 'done', doneAt: now, error: null } : { status: 'waiting' });
    return carried === 'done' ? 'done' : 'waiting';
  } catch (error) {
    await note({});
    throw error;
  }
};

/** Longer than a mail server may take for a command; it counts only where the process dies in mid-work. */
const claimMs = 10 * 60 * 1000;

/** Milliseconds for which the process that has claimed a command is waited for, and between looks. */
const [patience, look] = [2000, 50];

/**
 * Makes a queued command this worker's own, so that no two carry it out at once: the slower would do it again after what
 * follows it. Gives the row as it is then; throws `EarlierFirst` where another has it and is not done soon.
 */
const claim = async (db: Db, id: number): Promise<Row> => {
  const deadline = performance.now() + patience;
  for (;;) {
    const at = new Date();
    const end = new Date(at.getTime() + claimMs);
    // No claim is longer: one that seems to be was made under a clock that was set wrong.
    const isFree = or(
      isNull(commands.claimedUntil),
      lt(commands.claimedUntil, at),
      gt(commands.claimedUntil, end),
    );
    const [claimed] = await db
      .update(commands)
      .set({ claimedUntil: end })
      .where(and(eq(commands.id, id), eq(commands.status, 'queued'), isFree))
      .returning();
    if (claimed) return claimed;
    const [row] = await db.select().from(commands).where(eq(commands.id, id));
    if (!row) throw new Error(`no command ${id}`);
    if (row.status !== 'queued') return row;
    if (performance.now() > deadline) throw new EarlierFirst(`command ${id} is being carried out`);
    await sleep(look);
  }
};

/** All tries are used up: the command waits for a person. */
export const parkCommand = async (db: Db, { id }: Job, why: string): Promise<void> => {
  await db
    .update(commands)
    .set({ status: 'parked', error: why })
    .where(and(eq(commands.id, id), eq(commands.status, 'queued')));
};
