import type { PGlite } from '@electric-sql/pglite';
import { type ExtractTablesWithRelations, type SQL, sql, TransactionRollbackError } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core';
import { isAfterFailure, isConnectionLost } from './errors.ts';
import { migrate } from './migrations.ts';
import type * as schema from './schema.ts';

/** Reads, on either driver. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Writes: only `db.transaction` hands one out, so no reader can write by accident. */
export type Tx = PgTransaction<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;

/** An open database whose tables are those of schema.ts. `close` waits for what runs, and may be called once. */
export type Database = Postgres | Embedded;

/** `url` is for what keeps connections of its own (the job queue). */
export type Postgres = { kind: 'postgres'; db: Db; url: string; close(): Promise<void> };

/**
 * One session in this process: statements run one after the other, and inside a transaction every statement must go
 * through its `Tx`; one through `db` would wait for that transaction for ever.
 */
export type Embedded = { kind: 'embedded'; db: Db; pglite: PGlite; close(): Promise<void> };

/**
 * Opens the PostgreSQL server of `databaseUrl`, or where that is null the embedded database in `dataDir`, and brings
 * its tables up to date. Throws DatabaseUnavailable where that cannot be done now.
 */
export async function openDatabase(place: {
  databaseUrl: string | null;
  dataDir: string;
}): Promise<Database> {
  const database = await open(place);
  try {
    await migrate(database.db);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** The drivers are imported only when used: either costs more to load than most commands take to run. */
async function open(place: { databaseUrl: string | null; dataDir: string }): Promise<Database> {
  if (place.databaseUrl === null) {
    const { openEmbedded } = await import('./embedded.ts');
    return openEmbedded(place.dataDir);
  }
  const { openPostgres } = await import('./postgres.ts');
  return openPostgres(place.databaseUrl);
}

/** Does everything in a transaction that is rolled back: the same code, and nothing of it stays. */
export async function rehearse<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  let done: { result: T } | undefined;
  try {
    await db.transaction(async (tx) => {
      done = { result: await work(tx) };
      tx.rollback();
    });
  } catch (error) {
    if (!(error instanceof TransactionRollbackError)) throw error;
  }
  if (!done) throw new Error('a rehearsal ended without a result');
  return done.result;
}

/**
 * Rows of a statement written by hand. The drivers wrap them differently; values too differ from those of drizzle's
 * own queries: timestamps and dates come as text, and int8 as text or number, so cast (`::int`) what is a count.
 */
export async function rows<Row extends Record<string, unknown>>(db: Db, statement: SQL): Promise<Row[]> {
  const result: unknown = await db.execute(statement);
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as Row[];
}

/**
 * Waits for statements of one transaction that need not wait for each other: they go out together, in no promised order.
 * Where some fail, a lost connection is told before all else, as no rollback may be sent on it; then the error that began
 * it, and not what those after it say, that the transaction is lost.
 */
export async function sentTogether<T extends readonly unknown[]>(
  statements: readonly [...{ [K in keyof T]: Promise<T[K]> }],
): Promise<T> {
  const waited: readonly Promise<unknown>[] = statements;
  const ends = await Promise.allSettled(waited);
  const failures = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  if (failures.length > 0)
    throw failures.find(isConnectionLost) ?? failures.find((error) => !isAfterFailure(error)) ?? failures[0];
  return ends.map((end) => (end as PromiseFulfilledResult<unknown>).value) as unknown as T;
}

/**
 * Runs writing statements as one, in one round trip, and says how many rows each returned (`returning`). None of them
 * sees what the others write, but keys between their rows are checked only when all is written.
 */
export async function together(tx: Tx, statements: readonly SQL[]): Promise<number[]> {
  if (statements.length === 0) return [];
  const names = statements.map((_, at) => sql.raw(`s${at}`));
  const parts = statements.map((statement, at) => sql`${names[at]} as (${statement})`);
  const counts = names.map((name) => sql`(select count(*)::int from ${name})`);
  const [row] = await rows<{ counts: number[] }>(
    tx,
    sql`with ${sql.join(parts, sql`, `)} select json_build_array(${sql.join(counts, sql`, `)}) as counts`,
  );
  return row?.counts ?? [];
}
