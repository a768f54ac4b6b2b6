import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from 'drizzle-orm/pg-core';
import type * as schema from './schema.ts';

/** Reads, on either driver. */
export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

/** Writes: only `db.transaction` hands one out, so no reader can write by accident. */
export type Tx = PgTransaction<PgQueryResultHKT, typeof schema, ExtractTablesWithRelations<typeof schema>>;
