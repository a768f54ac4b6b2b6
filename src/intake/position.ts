import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { deliveries, messages, watches } from '../db/schema.ts';

/** Where the watcher stands in an IMAP mailbox. UIDs mean something only under their UIDVALIDITY (RFC 3501, 2.3.1.1). */
export type Position = {
  uidValidity: string;
  /** The next UID to look at. */
  nextUid: number;
  /** Letters that arrived before this are never taken. */
  since: Date;
};

/** A letter's place on the IMAP server. */
export type Place = { source: string; uidValidity: string; uid: number };

/** The position of a watch, or null before its first start. */
export const findPosition = async (db: Db, source: string): Promise<Position | null> => {
  const { uidValidity, nextUid, since } = watches;
  const [row] = await db
    .select({ uidValidity, nextUid, since })
    .from(watches)
    .where(eq(watches.source, source));
  return row ?? null;
};

/** Sets where a watch stands: at its first start, to look back, or after the server numbered its mail anew. */
export const setPosition = async (db: Db, source: string, position: Position): Promise<void> => {
  await db
    .insert(watches)
    .values({ source, ...position })
    .onConflictDoUpdate({ target: watches.source, set: { ...position, updatedAt: sql`now()` } });
};

/** In the transaction that stores a letter: where it lies, and that the watch has passed it. */
export const passLetter = async (
  tx: Tx,
  { source, uidValidity, uid }: Place,
  messageId: number,
): Promise<void> => {
  await tx.insert(deliveries).values({ source, uidValidity, uid, messageId }).onConflictDoNothing();
  await tx
    .update(watches)
    .set({ nextUid: sql`greatest(${watches.nextUid}, ${uid + 1})`, updatedAt: sql`now()` })
    .where(and(eq(watches.source, source), eq(watches.uidValidity, uidValidity)));
};

/** Letters that have their outcome and were not yet filed on the server; `ignored` ones are left where they lie. */
export const unfiled = async (
  db: Db,
  source: string,
): Promise<{ uid: number; uidValidity: string; move: boolean }[]> => {
  const rows = await db
    .select({ uid: deliveries.uid, uidValidity: deliveries.uidValidity, outcome: messages.outcome })
    .from(deliveries)
    .innerJoin(messages, eq(messages.id, deliveries.messageId))
    .where(and(eq(deliveries.source, source), isNull(deliveries.filedAt), eq(messages.status, 'done')))
    .orderBy(deliveries.uid)
    .limit(500);
  return rows.map(({ uid, uidValidity, outcome }) => ({ uid, uidValidity, move: outcome !== 'ignored' }));
};

/** Notes that letters are filed; those under a former UIDVALIDITY are met again under their new number. */
export const markFiled = async (
  db: Db,
  source: string,
  uids: readonly number[],
  now: Date,
): Promise<void> => {
  if (uids.length === 0) return;
  await db
    .update(deliveries)
    .set({ filedAt: now })
    .where(
      and(
        eq(deliveries.source, source),
        sql`${deliveries.uid} in (${sql.join(
          uids.map((uid) => sql`${uid}`),
          sql`, `,
        )})`,
      ),
    );
};
