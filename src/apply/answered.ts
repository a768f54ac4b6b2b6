import { sql } from 'drizzle-orm';
import { type Db, rows } from '../db/db.ts';

const hour = 60 * 60 * 1000;

/**
 * Letters of ours that went to an address within the hour and answered one that brought no request; and whether `subject` repeats
 * that of one of them, as programs write it that answer without saying to what.
 */
export const answeredLately = async (
  db: Db,
  { address, subject, now }: { address: string; subject: string; now: Date },
): Promise<{ letters: number; repeats: boolean }> => {
  const [found] = await rows<{ letters: number; repeats: boolean | null }>(
    db,
    sql`select count(*)::int as letters, bool_or(position(n.subject in ${subject}::text) > 0) as repeats
      from mailings m join notices n on n.id = m.notice_id
      where m.address = ${address} and m.at > ${new Date(now.getTime() - hour).toISOString()}::timestamptz
        and m.at < ${new Date(now.getTime() + hour).toISOString()}::timestamptz
        and n.kind in ('result', 'blank-form')
        and not exists (select from requests r where r.message_id = n.cause_id)`,
  );
  return { letters: found?.letters ?? 0, repeats: found?.repeats ?? false };
};
