import { sql } from 'drizzle-orm';
import { type Db, rows } from '../db/db.ts';
import type { Jobs } from '../db/jobs.ts';

/**
 * Letters that an error of ours stopped, and whose tries are used up, are tried anew when a program starts: that is when what
 * was wrong has been mended. Says how many they are.
 */
export const tryAgain = (db: Db, jobs: Pick<Jobs, 'sendAll'>): Promise<number> =>
  db.transaction(async (tx) => {
    const failed = await rows<{ id: number | string }>(
      tx,
      sql`select m.id from messages m where m.status = 'failed' and not exists (
        select from pgboss.job j where j.name in ('message', 'message-parked')
          and j.state in ('created', 'retry', 'active') and (j.data->>'id')::bigint = m.id)`,
    );
    await jobs.sendAll(
      tx,
      'message',
      failed.map(({ id }) => Number(id)),
    );
    return failed.length;
  });
