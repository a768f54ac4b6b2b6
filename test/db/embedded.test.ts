import { type ChildProcess, spawn } from 'node:child_process';
import fs, { readlinkSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { openDatabase, rows } from '../../src/db/db.ts';
import { units } from '../../src/db/schema.ts';
import { embeddedFolder, emptyFolder } from './databases.ts';

const open = (dataDir: string) => openDatabase({ databaseUrl: null, dataDir });

const children = new Set<ChildProcess>();
afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** A process that commits rows; `until` gives what it has said once that is so many lines, and ends. */
function committing(dataDir: string, first: number) {
  const child = spawn(process.execPath, ['test/db/commit-rows.ts', dataDir, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.add(child);
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  const closed = new Promise((resolve) => lines.once('close', resolve));
  return {
    said,
    until: async (count: number) => {
      while (said.length < count && child.exitCode === null) await sleep(5);
    },
    kill: async () => {
      child.kill('SIGKILL');
      await closed;
      children.delete(child);
    },
  };
}

test('a commit reaches the disk before it returns, in the write-ahead log', async () => {
  const database = await open(await embeddedFolder());
  const synced: string[] = [];
  const { fsyncSync } = fs;
  fs.fsyncSync = (fd) => {
    synced.push(readlinkSync(`/proc/self/fd/${fd}`));
    fsyncSync(fd);
  };
  syncBuiltinESMExports();
  try {
    await database.db.select().from(units);
    expect(synced).toEqual([]);
    await database.db.insert(units).values({ abbreviation: 'snv', name: 'Sở Nội vụ', kind: 'department' });
    expect(synced).toContainEqual(expect.stringMatching(/\/db\/pg_wal\/[0-9A-F]{24}$/));
  } finally {
    fs.fsyncSync = fsyncSync;
    syncBuiltinESMExports();
    await database.close();
  }
});

test('what was acknowledged survives a process killed in mid-commit, again and again', async () => {
  const dataDir = await embeddedFolder();
  const acknowledged: number[] = [];
  for (const lines of [1, 7, 23, 60, 150]) {
    const process = committing(dataDir, acknowledged.length * 2 + 1);
    await process.until(1 + lines);
    await process.kill();
    expect(process.said[0]).toBe('open');
    acknowledged.push(...process.said.slice(1).map(Number));

    const database = await open(dataDir);
    const found = await rows<{ n: number; whole: boolean }>(
      database.db,
      sql`select n, length(filler) = (n * 997) % 30000 as whole from numbered order by n`,
    );
    expect(found.map(({ n }) => n)).toEqual(expect.arrayContaining(acknowledged));
    expect(found.filter(({ whole }) => !whole)).toEqual([]);
    // At most the commit that was under way when each process died.
    expect(found.length - acknowledged.length).toBeLessThanOrEqual(5);
    await database.close();
  }
});

test('a first start that is killed is begun anew', async () => {
  const dataDir = emptyFolder();
  for (const milliseconds of [600, 1100, 1500]) {
    const process = committing(dataDir, 1);
    await sleep(milliseconds);
    await process.kill();
  }
  const database = await open(dataDir);
  expect(await database.db.$count(units)).toBe(0);
  await database.close();
});

test('a second process is told which folder is in use, and harms nothing', async () => {
  const dataDir = await embeddedFolder();
  const holder = committing(dataDir, 1);
  await holder.until(2);
  const refused = open(dataDir);
  await expect(refused).rejects.toMatchObject({
    name: 'DatabaseUnavailable',
    reason: 'in-use',
    message: expect.stringMatching(
      new RegExp(`^Thư mục dữ liệu ${dataDir} đang được .* DATABASE_URL .*\\.$`),
    ),
  });
  const before = holder.said.length;
  await holder.until(before + 2);
  await holder.kill();
  const database = await open(dataDir);
  const [counted] = await rows<{ count: number }>(
    database.db,
    sql`select count(*)::int as count from numbered`,
  );
  expect(counted?.count).toBeGreaterThanOrEqual(holder.said.length - 1);
  await database.close();
});

test('a command waits for the one that is just ending', async () => {
  const dataDir = await embeddedFolder();
  const first = await open(dataDir);
  const second = open(dataDir);
  await sleep(300);
  await first.close();
  await (await second).close();
});

test('a database of another PostgreSQL is told by what it says itself', async () => {
  const dataDir = await embeddedFolder();
  fs.writeFileSync(`${dataDir}/db/PG_VERSION`, '17\n');
  await expect(open(dataDir)).rejects.toMatchObject({
    name: 'DatabaseUnavailable',
    message: expect.stringContaining('(database files are incompatible with server)'),
  });
});
