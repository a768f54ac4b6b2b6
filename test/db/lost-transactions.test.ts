import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase, rows, type Tx } from '../../src/db/db.ts';
import { isTransient } from '../../src/db/errors.ts';
import { units } from '../../src/db/schema.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { emptyFolder } from './databases.ts';

/* A crash of the process, which these losses once caused, is an uncaught exception: the test run fails by it. */
describeWithPostgres('a transaction whose connection is lost', ({ createDatabase, adminUrl }) => {
  let database: Database;
  let admin: Database;
  beforeAll(async () => {
    const databaseUrl = await createDatabase();
    const superuser = new URL(await adminUrl());
    superuser.pathname = new URL(databaseUrl).pathname;
    database = await openDatabase({ databaseUrl, dataDir: emptyFolder() });
    admin = await openDatabase({ databaseUrl: superuser.href, dataDir: emptyFolder() });
  });
  afterAll(async () => {
    await database.close();
    await admin.close();
  });

  const unit = (abbreviation: string) => ({ abbreviation, name: 'Sở Nội vụ', kind: 'department' as const });
  const exists = async (abbreviation: string) =>
    (await admin.db.$count(units, eq(units.abbreviation, abbreviation))) === 1;
  const backendOf = async (tx: Tx) =>
    (await rows<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`))[0]?.pid ?? 0;
  const kill = (pid: number) => admin.db.execute(sql`select pg_terminate_backend(${pid}::int)`);
  const lost = async (transaction: Promise<unknown>): Promise<void> => {
    const error: unknown = await transaction.then(
      () => new Error('it was committed'),
      (thrown: unknown) => thrown,
    );
    expect(String(error)).not.toContain('it was committed');
    expect(isTransient(error)).toBe(true);
    // What postgres.js does next, it does in a later turn.
    await sleep(50);
  };

  test('in the middle of a statement', async () => {
    const pids: number[] = [];
    const transaction = database.db.transaction(async (tx) => {
      await tx.insert(units).values(unit('amid'));
      pids.push(await backendOf(tx));
      await tx.execute(sql`select pg_sleep(20)`);
    });
    await expect.poll(() => pids.length).toBe(1);
    await kill(pids[0] ?? 0);
    await lost(transaction);
    expect(await exists('amid')).toBe(false);
  });

  test('between two statements', async () => {
    await lost(
      database.db.transaction(async (tx) => {
        await tx.insert(units).values(unit('between1'));
        await kill(await backendOf(tx));
        await sleep(100);
        await tx.insert(units).values(unit('between2'));
      }),
    );
    expect([await exists('between1'), await exists('between2')]).toEqual([false, false]);
  });

  test('after its last statement', async () => {
    await lost(
      database.db.transaction(async (tx) => {
        await tx.insert(units).values(unit('after'));
        await kill(await backendOf(tx));
        await sleep(100);
      }),
    );
    expect(await exists('after')).toBe(false);
  });

  test('within an inner transaction', async () => {
    await lost(
      database.db.transaction(async (tx) => {
        await tx.transaction(async (inner) => {
          await kill(await backendOf(inner));
          await inner.insert(units).values(unit('inner'));
        });
      }),
    );
    await lost(
      database.db.transaction(async (tx) => {
        await tx
          .transaction(async (inner) => {
            await kill(await backendOf(inner));
            await sleep(100);
            await inner.insert(units).values(unit('inner'));
          })
          .catch(() => {});
        await tx.insert(units).values(unit('outer'));
      }),
    );
    expect([await exists('inner'), await exists('outer')]).toEqual([false, false]);
  });

  test('costs at most one later statement for each connection', async () => {
    // postgres.js keeps what the server said last, and tells it to the first that asks for the connection again.
    await Promise.allSettled(Array.from({ length: 30 }, () => database.db.$count(units)));
    const answers = Array.from({ length: 30 }, () => database.db.$count(units));
    expect(await Promise.all(answers)).toEqual(answers.map(() => 0));
  });

  test('writes nothing more, although others wait for its connection', async () => {
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    let busy = 0;
    const others = Array.from({ length: 9 }, () =>
      database.db.transaction(async (tx) => {
        await tx.execute(sql`select 1`);
        busy += 1;
        await released;
      }),
    );
    await expect.poll(() => busy).toBe(9);
    const waiting: Promise<unknown>[] = [];
    await lost(
      database.db.transaction(async (tx) => {
        const pid = await backendOf(tx);
        for (let count = 0; count < 5; count += 1) waiting.push(rows(database.db, sql`select pg_sleep(0.2)`));
        await kill(pid);
        await sleep(150);
        await tx
          .insert(units)
          .values(unit('stray1'))
          .catch(() => {});
        await sleep(300);
        await tx
          .insert(units)
          .values(unit('stray2'))
          .catch(() => {});
      }),
    );
    release();
    await Promise.all([...others, ...waiting]);
    await sleep(500);
    expect([await exists('stray1'), await exists('stray2')]).toEqual([false, false]);
  });
});
