import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase, rows } from '../../src/db/db.ts';
import { keepUp } from '../../src/db/upkeep.ts';
import { embeddedFolder } from './databases.ts';

test('the embedded database takes no more room, however often its rows change, and knows how many there are', async () => {
  const database = await openDatabase({ databaseUrl: null, dataDir: await embeddedFolder() });
  const look = async () =>
    (
      await rows<{ pages: number; counted: number }>(
        database.db,
        sql`select (pg_relation_size(oid) / 8192)::int as pages, reltuples::int as counted from pg_class where relname = 'units'`,
      )
    )[0];
  try {
    await database.db.execute(
      sql`insert into units (abbreviation, name, kind) select 'u' || n, 'Đơn vị ' || n, 'department' from generate_series(1, 1000) n`,
    );
    const { pages = 0 } = (await look()) ?? {};
    expect(pages).toBeGreaterThan(5);
    for (let day = 0; day < 6; day += 1) {
      await database.db.execute(sql`update units set name = name || '.'`);
      await keepUp(database);
    }
    const kept = await look();
    expect(kept?.pages).toBeLessThanOrEqual(3 * pages);
    expect(kept?.counted).toBe(1000);
  } finally {
    await database.close();
  }
});
