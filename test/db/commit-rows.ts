/*
 * Run as a process of its own, to be killed: `commit-rows.ts DATA_DIR FIRST` commits rows numbered from FIRST on, and
 * says each number when its commit has returned.
 */
import { writeSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../src/db/db.ts';

const [dataDir = '', first = '1'] = process.argv.slice(2);
const database = await openDatabase({ databaseUrl: null, dataDir });
await database.db.execute(sql`create table if not exists numbered (n int primary key, filler text not null)`);
writeSync(1, 'open\n');
for (let n = Number(first); ; n += 1) {
  await database.db.transaction(async (tx) => {
    await tx.execute(sql`insert into numbered values (${n}, ${'x'.repeat((n * 997) % 30_000)})`);
  });
  writeSync(1, `${n}\n`);
}
