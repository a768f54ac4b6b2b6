import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { type Database, rows } from './db.ts';
import { explain } from './errors.ts';

/**
 * Gives back the room of rows that are gone or were changed, and counts what there is, for the planner. A server has its
 * autovacuum for that; the embedded database's one session has nobody. Table by table: everybody else waits for as long as one takes.
 */
export async function keepUp(database: Database): Promise<void> {
  if (database.kind !== 'embedded') return;
  const tables = await rows<{ name: string }>(
    database.db,
    sql`select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname in ('public', 'pgboss') order by name`,
  );
  for (const { name } of tables) await database.pglite.exec(`vacuum (analyze) ${name}`);
}

const day = 24 * 60 * 60 * 1000;

/** Keeps the database up, once a day from the start on, until `signal` aborts. */
export async function keepUpDaily(
  database: Database,
  signal: AbortSignal,
  log: (event: string, detail: Record<string, unknown>) => void,
): Promise<void> {
  while (!signal.aborted) {
    await keepUp(database).catch((error) =>
      log('the upkeep of the database failed', { error: explain(error) }),
    );
    await sleep(day, undefined, { signal }).catch(() => {});
  }
}
