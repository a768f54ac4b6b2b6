import { sql } from 'drizzle-orm';
import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { openDatabase, rows } from '../../src/db/db.ts';
import { uniqueViolation } from '../../src/db/errors.ts';
import { nameStatements } from '../../src/db/prepared.ts';
import { requestNumbers } from '../../src/db/schema.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { embeddedFolder } from './databases.ts';

const open = async () => {
  const database = await openDatabase({ databaseUrl: null, dataDir: await embeddedFolder() });
  if (database.kind !== 'embedded') throw new Error('not embedded');
  return database;
};

test('a statement that failed, or was first said in a transaction that was undone, can be said again', async () => {
  const database = await open();
  const { db } = database;
  const number = (year: number) => db.insert(requestNumbers).values({ year, last: 1 });
  const undone = db.transaction(async (tx) => {
    await tx.insert(requestNumbers).values({ year: 2026, last: 1 });
    expect(await rows(tx, sql`select count(*)::int as count from request_numbers`)).toEqual([{ count: 1 }]);
    throw new Error('enough');
  });
  await expect(undone).rejects.toThrow('enough');
  await number(2026);
  const again = await number(2026).catch((error: unknown) => error);
  expect(uniqueViolation(again)).toBe('request_numbers_pkey');
  await number(2027);
  expect(await rows(db, sql`select count(*)::int as count from request_numbers`)).toEqual([{ count: 2 }]);
  await database.close();
});

test('the session forgets statements that are too many, also within a transaction', async () => {
  const database = await open();
  const { db, pglite } = database;
  await db.transaction(async (tx) => {
    for (let at = 0; at < 450; at += 1)
      expect(await rows(tx, sql`select ${at}::int + ${sql.raw(String(at))} as sum`)).toEqual([
        { sum: 2 * at },
      ]);
  });
  expect(await rows(db, sql`select ${1}::int + 0 as sum`)).toEqual([{ sum: 1 }]);
  const [kept] = await rows<{ count: number }>(
    db,
    sql`select count(*)::int as count from pg_prepared_statements`,
  );
  expect(kept?.count).toBeLessThan(200);
  expect(await pglite.exec('select 1 as one; select 2 as two')).toMatchObject([
    { rows: [{ one: 1 }] },
    { rows: [{ two: 2 }] },
  ]);
  await database.close();
});

describeWithPostgres('the queue on PostgreSQL', ({ createDatabase }) => {
  test('has what it always says parsed once on a connection, and still runs its scripts', async () => {
    const boss = new PgBoss({ connectionString: await createDatabase(), max: 1, supervise: false });
    const db = boss.getDb();
    nameStatements(db);
    boss.on('error', () => {});
    await boss.start();
    await boss.createQueue('letters');
    for (let at = 0; at < 3; at += 1) await boss.send('letters', { at });
    const fetched: unknown[] = [];
    for (let at = 0; at < 3; at += 1) {
      const [job] = await boss.fetch<{ at: number }>('letters');
      fetched.push(job?.data.at);
      await boss.complete('letters', job?.id ?? '');
    }
    expect(fetched).toEqual([0, 1, 2]);
    const { rows: said } = await db.executeSql(
      `select (generic_plans + custom_plans)::int as times from pg_prepared_statements
        where statement ~ 'state = .(active|completed).,' and generic_plans + custom_plans > 1`,
    );
    expect(said).toEqual([{ times: 3 }, { times: 3 }]);
    await boss.stop();
  });
});
