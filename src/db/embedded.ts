import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import type { Db, Embedded } from './db.ts';
import { DurableFS } from './durable-fs.ts';
import { lockFolder } from './lock.ts';
import * as schema from './schema.ts';

/** PGlite's own parameters without `-F`, which turns fsync off, and with the one way of syncing that reaches the disk. */
const startParams = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];

/** Opens the database in `dataDir`/db, made where it is missing, for this process alone. */
export async function openEmbedded(dataDir: string): Promise<Embedded> {
  const unlock = await lockFolder(dataDir);
  try {
    const pglite = await PGlite.create({ fs: new DurableFS(join(dataDir, 'db')), startParams });
    const db: Db = drizzle(pglite, { schema, casing: 'snake_case' });
    const close = async () => {
      await pglite.close();
      unlock();
    };
    return { kind: 'embedded', db, pglite, close };
  } catch (error) {
    unlock();
    throw error;
  }
}
