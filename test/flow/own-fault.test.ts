import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/db/db.ts';
import { exampleRegistry } from './house.ts';
import { phieu } from './program.ts';

test('a fault of ours is told with where it lies, and without what was being written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'phieu-fault-'));
  try {
    const database = await openDatabase({ databaseUrl: null, dataDir: folder });
    await database.db.execute(sql`alter table audit_events rename to audited_events`);
    await database.close();
    const { code, out, err } = await phieu(['units', 'import', exampleRegistry.units], { DATA_DIR: folder });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('lỗi của chương trình');
    expect(err).toContain('relation "audit_events" does not exist');
    expect(err).toContain('src/directory/audit.ts');
    expect(err).not.toContain('Sở Nội vụ');
    expect(err).not.toContain('params');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
