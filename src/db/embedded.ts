import { existsSync } from 'node:fs';
import { open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { drizzle } from 'drizzle-orm/pglite';
import type { Db, Embedded } from './db.ts';
import { DurableFS } from './durable-fs.ts';
import { codeOf, DatabaseUnavailable, explain } from './errors.ts';
import { lockFolder } from './lock.ts';
import { costs } from './planner.ts';
import { PreparedPGlite } from './prepared-pglite.ts';
import * as schema from './schema.ts';

/** PGlite's own parameters but for `-F` (no fsync); `fsync` is the one method that DurableFS takes to the disk. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
  // The default of 128 MB is touched at start, and the whole directory of a province fits here.
  ...['-c', 'shared_buffers=32MB'],
  ...Object.entries(costs).flatMap(([cost, value]) => ['-c', `${cost}=${value}`]),
];

/** Opens the database in `dataDir`/db, made where it is missing, for this process alone. */
export async function openEmbedded(dataDir: string): Promise<Embedded> {
  const folder = join(dataDir, 'db');
  const complaints: string[] = [];
  let unlock = () => {};
  try {
    unlock = await lockFolder(dataDir);
    if (!existsSync(folder)) await create(folder);
    const pglite = new PreparedPGlite({
      fs: new DurableFS(folder),
      startParams,
      // Left to itself, PGlite writes and reads bytes as hex, one by one: seconds for a large letter.
      serializers: { [types.BYTEA]: (bytes: Uint8Array) => bytes as unknown as string },
      parsers: { [types.BYTEA]: (hex: string) => Buffer.from(hex.slice(2), 'hex') },
      onStderr: (line) => complaints.push(line) === 0,
    });
    await pglite.waitReady;
    const db: Db = drizzle(pglite, { schema, casing: 'snake_case' });
    const close = async () => {
      await pglite.close();
      unlock();
    };
    return { kind: 'embedded', db, pglite, close };
  } catch (error) {
    unlock();
    throw error instanceof DatabaseUnavailable ? error : unusable(dataDir, complaints, error);
  }
}

/**
 * Makes an empty database beside `folder` and moves it there when all of it is on the disk, so that a `folder` that
 * exists is complete however the process ended.
 */
async function create(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  await rm(draft, { recursive: true, force: true });
  const pglite = await PGlite.create({ fs: new NodeFS(draft) });
  await pglite.close();
  const entries = await readdir(draft, { recursive: true, withFileTypes: true });
  await Promise.all(entries.map((entry) => sync(join(entry.parentPath, entry.name))));
  await sync(draft);
  await rename(draft, folder);
  await sync(dirname(folder));
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function unusable(dataDir: string, complaints: readonly string[], error: unknown): DatabaseUnavailable {
  const fatal = complaints.map((line) => /(?:FATAL|PANIC): +(.*)/.exec(line)?.[1]).findLast((line) => line);
  const detail = fatal ?? codeOf(error) ?? explain(error);
  return new DatabaseUnavailable(
    'unreachable',
    `Không mở được cơ sở dữ liệu trong thư mục ${dataDir} (${detail}); hãy kiểm tra quyền ghi và dung lượng đĩa, hoặc đặt lại DATA_DIR.`,
    error,
  );
}
