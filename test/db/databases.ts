import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { type Database, openDatabase } from '../../src/db/db.ts';
import { describeWithPostgres } from '../servers/servers.ts';

export type Place = { databaseUrl: string | null; dataDir: string };

/** Runs the same tests on the embedded database and on PostgreSQL. `place` names a fresh, migrated database. */
export function describeOnBoth(name: string, body: (place: () => Promise<Place>) => void): void {
  describe(`${name}, embedded`, () =>
    body(async () => ({ databaseUrl: null, dataDir: await embeddedFolder() })));
  describeWithPostgres(`${name}, PostgreSQL`, ({ createDatabase }) =>
    body(async () => ({ databaseUrl: await createDatabase(), dataDir: emptyFolder() })),
  );
}

/** A DATA_DIR with an empty database in it. Made once for each state of the migrations, then copied: it takes seconds. */
export async function embeddedFolder(): Promise<string> {
  const template = join('node_modules/.cache/phieu-test', stateOfMigrations());
  if (!existsSync(template)) await makeTemplate(template);
  const folder = emptyFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** A folder that is gone when the test file is done. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'phieu-db-'));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function stateOfMigrations(): string {
  const hash = createHash('sha256').update(readFileSync('node_modules/@electric-sql/pglite/package.json'));
  for (const name of readdirSync('migrations').sort()) {
    if (name.endsWith('.sql')) hash.update(name).update(readFileSync(join('migrations', name)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function makeTemplate(template: string): Promise<void> {
  const draft = `${template}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const database: Database = await openDatabase({ databaseUrl: null, dataDir: draft });
  await database.close();
  try {
    renameSync(draft, template);
  } catch {
    // Another test file was first.
    rmSync(draft, { recursive: true });
  }
}
