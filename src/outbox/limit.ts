import { sql } from 'drizzle-orm';
import { type Db, rows } from '../db/db.ts';

/** The most letters of ours that may go to an address within an hour. */
export type Limit = (address: string) => number;

const hour = 60 * 60 * 1000;

/** Who may have a letter now, who must wait because of the limit, and for how many seconds. */
type Room = { now: string[]; later: string[]; seconds: number };

/**
 * Notes that a letter goes to those of `addresses` whose hour has room for it, before it goes: letters that are on their way
 * at the same time count too. A repeat of the same letter counts once.
 */
export const takeRoom = async (
  db: Db,
  noticeId: number,
  addresses: readonly string[],
  { limit, now }: { limit: Limit; now: Date },
): Promise<Room> => {
  // In one order for all letters: the function locks them in it.
  const asked = addresses.toSorted().map((address) => ({ address, most: limit(address) }));
  const found = await rows<{ address: string; first: number | null; goes: boolean }>(
    db,
    sql`select address, first, goes from take_room(
      ${noticeId}::bigint, ${JSON.stringify(asked)}::text::jsonb, ${now.toISOString()}::timestamptz)`,
  );
  const held = found.filter(({ goes }) => !goes);
  const later = held.map(({ address }) => address);
  return {
    now: addresses.filter((address) => !later.includes(address)),
    later,
    seconds: Math.max(0, ...held.map(({ first }) => waitAfter(first ?? now.getTime(), now))),
  };
};

/** Seconds until the first letter of the hour no longer counts; many may wait for it, so that none looks too often. */
const waitAfter = (first: number, now: Date): number =>
  Math.max(60, Math.ceil((first + hour - now.getTime()) / 1000));
