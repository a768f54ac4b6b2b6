import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase, rows } from '../../src/db/db.ts';
import { type Jobs, type JobTrouble, openJobs, type Worker } from '../../src/db/jobs.ts';
import { units } from '../../src/db/schema.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { describeOnBoth, emptyFolder, type Place } from './databases.ts';

/** A worker that notes what it is given; `fail` says which ids throw. */
function noting(fail: (id: number) => boolean = () => false) {
  const handled: number[] = [];
  const parked: [number, string][] = [];
  const worker: Worker = {
    handle: async (id) => {
      if (fail(id)) throw new Error(`máy chủ thư từ chối ${id}`);
      handled.push(id);
    },
    park: async (id, why) => {
      parked.push([id, why]);
    },
  };
  return { handled, parked, worker };
}

/** As if the time until the next try had passed. */
const makeDue = (database: Database) =>
  database.db.execute(sql`update pgboss.job set start_after = now() where state in ('created', 'retry')`);

const statesOf = (database: Database, queue: string) =>
  rows<{ id: number; state: string }>(
    database.db,
    sql`select (data->>'id')::int as id, state::text from pgboss.job where name = ${queue} order by 1`,
  );

describeOnBoth('the queues', (place) => {
  let database: Database;
  let jobs: Jobs;
  const troubles: JobTrouble[] = [];
  beforeAll(async () => {
    database = await openDatabase(await place());
    jobs = await openJobs(database, { workers: false, onTrouble: (trouble) => troubles.push(trouble) });
  });
  afterAll(async () => {
    await jobs.close();
    await database.close();
  });

  test('a job exists when its transaction is committed, and never where it was undone', async () => {
    const { handled, worker } = noting();
    const undone = database.db.transaction(async (tx) => {
      await tx.insert(units).values({ abbreviation: 'undone', name: 'x', kind: 'other' });
      await jobs.send(tx, 'message', 1);
      await jobs.sendAll(tx, 'message', [2, 3]);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    await database.db.transaction(async (tx) => {
      await tx.transaction((inner) => jobs.send(inner, 'message', 4));
      const inner = tx.transaction(async (nested) => {
        await jobs.send(nested, 'message', 5);
        throw new Error('undo the inner one');
      });
      await expect(inner).rejects.toThrow('undo the inner one');
      await jobs.sendAll(tx, 'message', [6, 7]);
      await jobs.sendAll(tx, 'message', []);
    });
    expect(await jobs.drain('message', 2, worker)).toEqual({ done: 3, failed: 0 });
    expect(handled.sort()).toEqual([4, 6, 7]);
    expect(await jobs.drain('message', 2, worker)).toEqual({ done: 0, failed: 0 });
  });

  test('what fails is told and waits, and the others are done', async () => {
    const { handled, worker } = noting((id) => id === 12);
    await database.db.transaction(async (tx) => {
      await jobs.sendAll(tx, 'notice', [11, 12, 13]);
      await jobs.send(tx, 'notice', 14, { after: 3600 });
    });
    expect(await jobs.drain('notice', 10, worker)).toEqual({ done: 2, failed: 1 });
    expect(handled.sort()).toEqual([11, 13]);
    expect(troubles).toEqual([
      { job: { queue: 'notice', id: 12, tries: 1 }, error: new Error('máy chủ thư từ chối 12') },
    ]);
    expect((await statesOf(database, 'notice')).map(({ state }) => state)).toEqual([
      'completed',
      'retry',
      'completed',
      'created',
    ]);
    await makeDue(database);
    const second = noting();
    expect(await jobs.drain('notice', 10, second.worker)).toEqual({ done: 2, failed: 0 });
    expect(second.handled.sort()).toEqual([12, 14]);
  });

  test('a job stays away from workers while its work is done, and comes up where that ends without an end', async () => {
    const waits = async () => {
      const [job] = await rows<{ seconds: number }>(
        database.db,
        sql`select extract(epoch from start_after - now())::float as seconds from pgboss.job
          where name = 'message' and (data->>'id')::int = 41`,
      );
      return job?.seconds ?? 0;
    };
    await database.db.transaction((tx) => jobs.send(tx, 'message', 41, { after: 1 }));
    const seen = await jobs.forestall('message', 41, 0.3, async () => {
      // Only beats take it further away.
      const first = await waits();
      await database.db.execute(
        sql`update pgboss.job set start_after = now() - interval '1 hour' where (data->>'id')::int = 41`,
      );
      while ((await waits()) < -60) await sleep(20);
      return first;
    });
    expect(seen).toBeLessThanOrEqual(1);
    await makeDue(database);
    const { handled, worker } = noting();
    await jobs.drain('message', 1, worker);
    expect(handled).toEqual([41]);
  });

  test('a job that a clock set wrong has put years ahead is due when the queue is opened', async () => {
    await database.db.transaction(async (tx) => {
      await jobs.send(tx, 'message', 51);
      await jobs.send(tx, 'message', 52, { after: 3000 });
    });
    await database.db.execute(
      sql`update pgboss.job set start_after = now() + interval '1 year' where (data->>'id')::int = 51`,
    );
    await database.db.execute(sql`update pgboss.queue set monitor_on = now() + interval '1 year'`);
    const { handled, worker } = noting();
    const opened = await openJobs(database, { workers: false, onTrouble: () => {} });
    await opened.drain('message', 1, worker);
    expect(handled).toEqual([51]);
    const late = await rows(
      database.db,
      sql`select from pgboss.queue where monitor_on > now() + interval '1 minute'`,
    );
    expect(late).toEqual([]);
    await makeDue(database);
    await opened.drain('message', 1, worker);
    await opened.close();
  });

  test('what fails ten times is parked with what was thrown last', async () => {
    const { handled, parked, worker } = noting((id) => id === 21);
    await database.db.transaction((tx) => jobs.sendAll(tx, 'message', [21, 22]));
    let failed = 0;
    while (parked.length === 0 && failed < 20) {
      failed += (await jobs.drain('message', 5, worker)).failed;
      await makeDue(database);
    }
    expect(failed).toBe(10);
    expect(parked).toEqual([[21, 'máy chủ thư từ chối 21']]);
    expect(handled).toEqual([22]);
  });

  test('a parked job whose parking fails is parked later', async () => {
    const worker = {
      handle: () => Promise.reject(new Error('no')),
      park: () => Promise.reject(new Error('the disk is full')),
    };
    await database.db.transaction((tx) => jobs.send(tx, 'message', 31));
    for (let tries = 0; tries < 10; tries += 1) {
      await jobs.drain('message', 1, worker);
      await makeDue(database);
    }
    const { parked, worker: mended } = noting();
    await jobs.drain('message', 1, mended);
    expect(parked).toEqual([[31, 'no']]);
  });

  test('no more run side by side than asked for', async () => {
    await database.db.transaction((tx) =>
      jobs.sendAll(
        tx,
        'command',
        Array.from({ length: 40 }, (_, at) => at),
      ),
    );
    const { handled, most, worker } = counting();
    await jobs.drain('command', 4, worker);
    expect(handled()).toBe(40);
    expect(most()).toBe(4);
  });
});

/** A worker that knows how many of its jobs run at once. */
function counting() {
  let running = 0;
  let most = 0;
  let handled = 0;
  const worker: Worker = {
    handle: async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 2));
      running -= 1;
      handled += 1;
    },
    park: async () => {},
  };
  return { worker, most: () => most, handled: () => handled };
}

describeOnBoth('a worker', (place) => {
  test('takes a backlog without a pause, and what is committed while it waits', async () => {
    const database = await openDatabase(await place());
    const jobs = await openJobs(database, { workers: true, onTrouble: () => {} });
    const { handled, most, worker } = counting();
    await database.db.transaction((tx) =>
      jobs.sendAll(
        tx,
        'command',
        Array.from({ length: 100 }, (_, at) => at),
      ),
    );
    await jobs.work('command', 3, worker);
    await expect.poll(handled, { timeout: 20_000 }).toBe(100);
    await database.db.transaction((tx) => jobs.send(tx, 'command', 101));
    await expect.poll(handled, { timeout: 20_000 }).toBe(101);
    expect(most()).toBeLessThanOrEqual(3);
    await jobs.close();
    await database.close();
  });

  test('parks what has failed for the last time', async () => {
    const database = await openDatabase(await place());
    const jobs = await openJobs(database, { workers: true, onTrouble: () => {} });
    const { parked, worker } = noting(() => true);
    await database.db.transaction((tx) => jobs.send(tx, 'notice', 1));
    await database.db.execute(sql`update pgboss.job set retry_limit = 0 where name = 'notice'`);
    await jobs.work('notice', 1, worker);
    await expect.poll(() => parked, { timeout: 20_000 }).toEqual([[1, 'máy chủ thư từ chối 1']]);
    await jobs.close();
    await database.close();
  });
});

describeOnBoth('a job of a process that died', (place) => {
  /** A process that died in mid-work, as the next one finds it. */
  const leaveActive = async (where: Place) => {
    const database = await openDatabase(where);
    const jobs = await openJobs(database, { workers: false, onTrouble: () => {} });
    await database.db.transaction((tx) => jobs.send(tx, 'notice', 41));
    await database.db.execute(sql`
      update pgboss.job set state = 'active', started_on = now(), heartbeat_on = now() - interval '1 minute'`);
    await database.db.execute(sql`update pgboss.queue set monitor_on = null`);
    await jobs.close();
    await database.close();
  };

  test('is done by the next', async () => {
    const where = await place();
    await leaveActive(where);
    const database = await openDatabase(where);
    const jobs = await openJobs(database, { workers: false, onTrouble: () => {} });
    const { handled, worker } = noting();
    await jobs.drain('notice', 1, worker);
    // On a server the heartbeat has ended that try, and the next is due later.
    if (database.kind === 'postgres') {
      expect(await statesOf(database, 'notice')).toEqual([{ id: 41, state: 'retry' }]);
      await makeDue(database);
      await jobs.drain('notice', 1, worker);
    }
    expect(handled).toEqual([41]);
    await jobs.close();
    await database.close();
  });
});

describeWithPostgres('workers on a server', ({ createDatabase }) => {
  test('several programs share a queue, each job done once', async () => {
    const where = { databaseUrl: await createDatabase(), dataDir: emptyFolder() };
    const programs = await Promise.all(
      [1, 2, 3].map(async () => {
        const database = await openDatabase(where);
        const jobs = await openJobs(database, { workers: true, onTrouble: () => {} });
        const { handled, worker } = noting();
        await jobs.work('notice', 2, worker);
        return { database, jobs, handled };
      }),
    );
    const ids = Array.from({ length: 150 }, (_, at) => at);
    const [first] = programs;
    await first?.database.db.transaction((tx) => first.jobs.sendAll(tx, 'notice', ids));
    const all = () => programs.flatMap(({ handled }) => handled).sort((a, b) => a - b);
    await expect.poll(() => all().length, { timeout: 20_000 }).toBeGreaterThanOrEqual(ids.length);
    expect(all()).toEqual(ids);
    for (const { jobs, database } of programs) {
      await jobs.close();
      await database.close();
    }
  });

  test('go on when the server has ended every connection, and say so', async () => {
    const where = { databaseUrl: await createDatabase(), dataDir: emptyFolder() };
    const database = await openDatabase(where);
    const troubles: JobTrouble[] = [];
    const jobs = await openJobs(database, { workers: true, onTrouble: (trouble) => troubles.push(trouble) });
    const { handled, worker } = noting();
    await jobs.work('notice', 2, worker);
    await database.db.execute(sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await database.db.transaction((tx) => jobs.send(tx, 'notice', 51));
    await expect.poll(() => handled, { timeout: 20_000 }).toEqual([51]);
    expect(troubles.length).toBeGreaterThan(0);
    expect(troubles.every(({ job }) => job === null)).toBe(true);
    await jobs.close();
    await database.close();
  });
});
