import { type SQL, sql } from 'drizzle-orm';
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
    const asked = addresses.map((address) => ({ address, most: limit(address) }));
    const found = await rows<{ address: string; first: number | null; goes: boolean }>(
      tx,
      mailing(noticeId, asked, now),
    );
    const held = found.filter(({ goes }) => !goes);
    const later = held.map(({ address }) => address);
    return {
      now: addresses.filter((address) => !later.includes(address)),
      later,
      seconds: Math.max(0, ...held.map(({ first }) => waitAfter(first ?? now.getTime(), now))),
    };
  });

/**
 * Notes the mailings for which there is room. `first`: when the first letter of the hour went, in milliseconds. Only once
 * the locks are held: a statement sees what was committed before it began.
 */
const mailing = (
  noticeId: number,
  asked: readonly { address: string; most: number }[],
  now: Date,
): SQL => sql`
  with others as (
    select asked.address, asked.most, count(m.at) as letters, min(m.at) as first
    from jsonb_to_recordset(${JSON.stringify(asked)}::text::jsonb) as asked (address text, most int)
      left join mailings m on m.address = asked.address and m.notice_id <> ${noticeId}::bigint
        and m.at > ${new Date(now.getTime() - hour).toISOString()}::timestamptz
        -- What a clock that was set wrong has written is not waited for.
        and m.at < ${new Date(now.getTime() + hour).toISOString()}::timestamptz
    group by asked.address, asked.most),
  going as (
    insert into mailings (notice_id, address, at)
    select ${noticeId}::bigint, address, ${now.toISOString()}::timestamptz from others where letters < most
    on conflict (notice_id, address) do update set at = excluded.at
    returning address)
  select address, (extract(epoch from first) * 1000)::float8 as first, address in (select address from going) as goes
  from others`;

/** Seconds until the first letter of the hour no longer counts; many may wait for it, so that none looks too often. */
const waitAfter = (first: number, now: Date): number =>
  Math.max(60, Math.ceil((first + hour - now.getTime()) / 1000));
