import { and, count, gt, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { mailings } from '../db/schema.ts';

/** The most letters of ours that may go to an address within an hour. */
export type Limit = (address: string) => number;

const hour = 60 * 60 * 1000;

/** Who may have a letter now, who must wait because of the limit, and for how many seconds. */
type Room = { now: string[]; later: string[]; seconds: number };

/**
 * Notes that a letter goes to those of `addresses` whose hour has room for it, before it goes: letters that are on their way
 * at the same time count too. A repeat of the same letter counts once.
 */
export const takeRoom = (
  db: Db,
  noticeId: number,
  addresses: readonly string[],
  { limit, now }: { limit: Limit; now: Date },
): Promise<Room> =>
  db.transaction(async (tx) => {
    // In one order, so that two letters to the same people do not wait for each other for ever.
    const keys = addresses.toSorted().map((address) => `mailing ${address}`);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(key, 0))
      from jsonb_array_elements_text(${JSON.stringify(keys)}::text::jsonb) as keys(key)`);
    const room: Room = { now: [], later: [], seconds: 0 };
    const others = await lastHour(tx, noticeId, addresses, now);
    for (const address of addresses) {
      const other = others.find((it) => it.address === address);
      if ((other?.letters ?? 0) < limit(address)) room.now.push(address);
      else {
        room.later.push(address);
        room.seconds = Math.max(room.seconds, waitAfter(other?.first ?? now, now));
      }
    }
    const mailed = room.now.map((address) => ({ noticeId, address, at: now }));
    if (mailed.length > 0)
      await tx
        .insert(mailings)
        .values(mailed)
        .onConflictDoUpdate({ target: [mailings.noticeId, mailings.address], set: { at: now } });
    return room;
  });

/** The letters of the hour to each of `addresses` but for this one, and when the first of them went. */
const lastHour = (tx: Tx, noticeId: number, addresses: readonly string[], now: Date) => {
  const { address, at } = mailings;
  return tx
    .select({ address, letters: count(), first: sql<Date | null>`min(${at})`.mapWith(at) })
    .from(mailings)
    .where(
      and(
        inArray(address, [...addresses]),
        ne(mailings.noticeId, noticeId),
        gt(at, new Date(now.getTime() - hour)),
        // What a clock that was set wrong has written is not waited for.
        lt(at, new Date(now.getTime() + hour)),
      ),
    )
    .groupBy(address);
};

/** Seconds until the first letter of the hour no longer counts; many may wait for it, so that none looks too often. */
const waitAfter = (first: Date, now: Date): number =>
  Math.max(60, Math.ceil((first.getTime() + hour - now.getTime()) / 1000));
