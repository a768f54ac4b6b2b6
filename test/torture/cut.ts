import { sql } from 'drizzle-orm';
import type { Village } from './village.ts';

/** The PostgreSQL server ends every connection to the database, in whatever it is. */
export const cutDatabase = async (village: Village): Promise<void> => {
  await village.database(({ db }) =>
    db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`),
  );
};
