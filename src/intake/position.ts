import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { confirmations, deliveries, messages, watches } from '../db/schema.ts';

/** Where the watcher stands in an IMAP mailbox. UIDs mean something only under their UIDVALIDITY (RFC 3501, 2.3.1.1). */
export type Position = {
  uidValidity: string;
  /** The next UID to look at. */
  nextUid: number;
  /** Letters that arrived before this are never taken. */
  since: Date;
  /** UIDs do not tell what arrived before `since`: the server's dates must. */
  byDate: boolean;
};

/** A letter's place on the IMAP server. */
export type Place = { source: string; uidValidity: string; uid: number };

/** A letter that has its outcome. `move`: it was a request; all other mail is left where it lies. */
export type Settled = { uid: number; uidValidity: string; move: boolean };

/** The position of a watch, or null before its first start. */
export const findPosition = async (db: Db, source: string): Promise<Position | null> => {
  const { uidValidity, nextUid, since, byDate } = watches;
  const [row] = await db
    .select({ uidValidity, nextUid, since, byDate })
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

/** Notes that the watch has passed all letters below `nextUid`. */
export const advance = async (
  db: Db,
  { source, uidValidity }: Pick<Place, 'source' | 'uidValidity'>,
  nextUid: number,
): Promise<void> => {
  await db
    .update(watches)
    .set({ nextUid, updatedAt: sql`now()` })
    .where(
      and(
        eq(watches.source, source),
        eq(watches.uidValidity, uidValidity),
        // Two may watch for a moment, while one does not know yet that it has lost the watch.
        lt(watches.nextUid, nextUid),
      ),
    );
};

/** In the transaction that stores a letter: where it lies. */
export const noteDelivery = async (
  tx: Tx,
  { source, uidValidity, uid }: Place,
  messageId: number,
): Promise<void> => {
  await tx.insert(deliveries).values({ source, uidValidity, uid, messageId }).onConflictDoNothing();
};

/**
 * Letters that have their outcome and were not yet filed on the server. Of those without a proven sender nobody knows
 * whether they are requests; one about which its unit was asked waits for the unit's word.
 */
export const unfiled = async (db: Db, source: string): Promise<Settled[]> => {
  const rows = await db
    .select({ uid: deliveries.uid, uidValidity: deliveries.uidValidity, outcome: messages.outcome })
    .from(deliveries)
    .innerJoin(messages, eq(messages.id, deliveries.messageId))
    .leftJoin(
      confirmations,
      and(
        eq(confirmations.heldId, messages.id),
        eq(messages.outcome, 'unverified'),
        isNull(confirmations.word),
        gt(confirmations.expiresAt, sql`now()`),
      ),
    )
    .where(
      and(
        eq(deliveries.source, source),
        isNull(deliveries.filedAt),
        eq(messages.status, 'done'),
        isNull(confirmations.id),
      ),
    )
    .orderBy(deliveries.uid)
    .limit(500);
  return rows.map(({ uid, uidValidity, outcome }) => ({
    uid,
    uidValidity,
    move: outcome !== 'ignored' && outcome !== 'unverified',
  }));
};

/** Notes that letters are filed; those under a former UIDVALIDITY are met again under their new number. */
export const markFiled = async (
  db: Db,
  source: string,
  letters: readonly Settled[],
  now: Date,
): Promise<void> => {
  for (const [uidValidity, same] of Map.groupBy(letters, (letter) => letter.uidValidity)) {
    const uids = same.map(({ uid }) => uid);
    await db
      .update(deliveries)
      .set({ filedAt: now })
      .where(
        and(
          eq(deliveries.source, source),
          eq(deliveries.uidValidity, uidValidity),
          inArray(deliveries.uid, uids),
        ),
      );
  }
};
