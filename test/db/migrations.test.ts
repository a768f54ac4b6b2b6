import { execFile } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { openDatabase, rows } from '../../src/db/db.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { describeOnBoth, emptyFolder } from './databases.ts';

const run = promisify(execFile);

describe('the migrations', () => {
  test('make the tables of schema.ts, with nothing left to generate', async () => {
    const out = join(emptyFolder(), 'migrations');
    cpSync('migrations', out, { recursive: true });
    const before = readdirSync(out);
    const kit = ['generate', '--dialect=postgresql', '--schema=./src/db/schema.ts', '--casing=snake_case'];
    await run('node_modules/.bin/drizzle-kit', [...kit, `--out=${relative('.', out)}`]);
    const added = readdirSync(out).filter((name) => !before.includes(name));
    expect(added.map((name) => readFileSync(join(out, name), 'utf8'))).toEqual([]);
  });

  test('are each numbered, and told to drizzle-kit', () => {
    const { entries } = JSON.parse(readFileSync('migrations/meta/_journal.json', 'utf8')) as {
      entries: { tag: string }[];
    };
    const files = readdirSync('migrations').filter((name) => name.endsWith('.sql'));
    expect(files.sort()).toEqual(entries.map(({ tag }) => `${tag}.sql`));
    expect(files.map((name) => Number(name.slice(0, 4)))).toEqual(files.map((_, at) => at));
  });
});

describeOnBoth('an open database', (place) => {
  test('is refused where a later phieu has migrated it', async () => {
    const where = await place();
    const first = await openDatabase(where);
    await first.db.execute(sql`insert into migrations (name, sha256) values ('9999_later.sql', '')`);
    await first.close();
    await expect(openDatabase(where)).rejects.toMatchObject({ name: 'DatabaseUnavailable', reason: 'newer' });
  });

  test('is refused where a file was edited after it ran', async () => {
    const where = await place();
    const first = await openDatabase(where);
    await first.db.execute(sql`update migrations set sha256 = 'other' where name = '0000_tables.sql'`);
    await first.close();
    await expect(openDatabase(where)).rejects.toThrow('0000_tables.sql was edited');
  });
});

describeWithPostgres('on a server', ({ createDatabase }) => {
  test('programs that start at once migrate once', async () => {
    const place = { databaseUrl: await createDatabase(), dataDir: emptyFolder() };
    const opened = await Promise.all([1, 2, 3, 4, 5].map(() => openDatabase(place)));
    const [one] = opened;
    if (one === undefined) throw new Error('nothing opened');
    const applied = await rows<{ name: string }>(one.db, sql`select name from migrations order by name`);
    expect(applied.map(({ name }) => name)).toEqual(
      readdirSync('migrations')
        .filter((name) => name.endsWith('.sql'))
        .sort(),
    );
    await Promise.all(opened.map((database) => database.close()));
  });
});
