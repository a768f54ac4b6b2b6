import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase, rows } from '../../src/db/db.ts';
import { explain, isTransient, trace, uniqueViolation } from '../../src/db/errors.ts';
import { addresses, requestNumbers, units } from '../../src/db/schema.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { describeOnBoth, emptyFolder } from './databases.ts';

const thrownBy = (work: PromiseLike<unknown>): Promise<unknown> =>
  Promise.resolve(work).then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
const snv = { abbreviation: 'snv', name: 'Sở Nội vụ', kind: 'department' as const };

describeOnBoth('an error', (place) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await place());
    await database.db.insert(units).values(snv);
  });
  afterAll(() => database.close());

  test('names the unique index or key that refused a row', async () => {
    expect(uniqueViolation(await thrownBy(database.db.insert(units).values(snv)))).toBe('units_abbreviation');
    const twice = [1, 2].map(() => ({ address: 'a.snv@kiengiang.gov.vn', stem: 'a.snv@kiengiang.gov.vn' }));
    const inside = database.db.transaction((tx) => tx.insert(addresses).values(twice));
    expect(uniqueViolation(await thrownBy(inside))).toBe('addresses_pkey');
  });

  test('of another kind names none, and is not mended by trying again', async () => {
    const others = await Promise.all([
      thrownBy(database.db.insert(units).values({ ...snv, abbreviation: 'x', parentId: 999 })),
      thrownBy(
        database.db.execute(sql`insert into units (abbreviation, name, kind) values ('y', 'y', 'palace')`),
      ),
      thrownBy(database.db.execute(sql`select from nowhere`)),
    ]);
    others.push(new Error('something else'), 'a string', null);
    expect(others.map(uniqueViolation)).toEqual(others.map(() => null));
    expect(others.map(isTransient)).toEqual(others.map(() => false));
  });

  test('is explained by what the server said, without what the statement carried', async () => {
    const secret = { ...snv, name: 'mật khẩu Xy7!' };
    const error = await thrownBy(database.db.insert(units).values(secret));
    expect(String(error)).toContain('Xy7!');
    expect(explain(error)).toBe('duplicate key value violates unique constraint "units_abbreviation"');
    expect(explain('a string')).toBe('a string');
    expect(trace(error).split('\n')[0]).toBe(explain(error));
    expect(trace(error)).toMatch(/\n {4}at .*errors\.test\.ts/);
    expect(trace(error)).not.toMatch(/params|insert into/i);
  });
});

describeWithPostgres('on a server', ({ createDatabase, adminUrl }) => {
  let url: string;
  let database: Database;
  beforeAll(async () => {
    url = await createDatabase();
    database = await openDatabase({ databaseUrl: url, dataDir: emptyFolder() });
    await database.db.insert(requestNumbers).values([
      { year: 2025, last: 0 },
      { year: 2026, last: 0 },
    ]);
  });
  afterAll(() => database.close());

  /** Two transactions that have both read before either writes. */
  const bothAtOnce = async (isolationLevel: 'serializable' | 'read committed', years: [number, number][]) => {
    let arrived = 0;
    let open = () => {};
    const bothRead = new Promise<void>((resolve) => {
      open = resolve;
    });
    const results = await Promise.allSettled(
      years.map(([first, second]) =>
        database.db.transaction(
          async (tx) => {
            const add = (year: number) =>
              tx.update(requestNumbers).set({ last: sql`last + 1` }).where(eq(requestNumbers.year, year));
            await (isolationLevel === 'serializable' ? tx.select().from(requestNumbers) : add(first));
            arrived += 1;
            if (arrived === years.length) open();
            await bothRead;
            await add(second);
          },
          { isolationLevel },
        ),
      ),
    );
    return results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
  };

  test('a deadlock and a serialization failure are mended by trying again', async () => {
    const deadlock = await bothAtOnce('read committed', [
      [2025, 2026],
      [2026, 2025],
    ]);
    expect(deadlock.map(isTransient)).toEqual([true]);
    const serialization = await bothAtOnce('serializable', [
      [2025, 2025],
      [2026, 2026],
    ]);
    expect(serialization.map(isTransient)).toEqual([true]);
  });

  test('a connection that the server ends is mended by trying again', async () => {
    const admin = await openDatabase({ databaseUrl: await superuserAt(url), dataDir: emptyFolder() });
    const broken = thrownBy(
      database.db.transaction(async (tx) => {
        const [me] = await rows<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`);
        await admin.db.execute(sql`select pg_terminate_backend(${me?.pid}::int)`);
        await tx.select().from(units);
      }),
    );
    expect(isTransient(await broken)).toBe(true);
    await admin.close();
    expect(await database.db.$count(units)).toBe(0);
  });

  test('a server that does not answer is mended by trying again', async () => {
    const nowhere = new URL(url);
    nowhere.port = '1';
    const error = await thrownBy(openDatabase({ databaseUrl: nowhere.href, dataDir: emptyFolder() }));
    expect(isTransient(error)).toBe(true);
  });

  async function superuserAt(databaseUrl: string): Promise<string> {
    const admin = new URL(await adminUrl());
    admin.pathname = new URL(databaseUrl).pathname;
    return admin.href;
  }
});
