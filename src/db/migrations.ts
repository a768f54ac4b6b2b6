import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { rows } from './db.ts';
import { causes, DatabaseUnavailable } from './errors.ts';

const folder = new URL('../../migrations/', import.meta.url);

/** Any number: held while migrating, so that programs starting at once take turns. */
const lockKey = 7_384_001;

type Migration = { name: string; text: string; sha256: string };

/**
 * Runs the numbered files of migrations/ that this database has not had, all in one transaction. One cheap statement
 * where there is nothing to do. Throws DatabaseUnavailable where a later phieu has been here: what it changed is
 * unknown to this one.
 *
 * Our own few lines and not drizzle's migrator, which takes no lock, does not notice a newer database or an edited
 * file, and spends three statements on finding nothing to do.
 */
export async function migrate(db: Db): Promise<void> {
  const known = await readMigrations();
  const applied = await readApplied(db);
  if (applied !== null && pending(known, applied).length === 0) return;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
    await tx.execute(sql`create table if not exists migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    for (const { name, text, sha256 } of pending(known, await rows<Applied>(tx, applieds))) {
      for (const statement of text.split('--> statement-breakpoint')) await tx.execute(sql.raw(statement));
      await tx.execute(sql`insert into migrations (name, sha256) values (${name}, ${sha256})`);
    }
  });
}

/** The files of migrations/ that this database has not had. Throws DatabaseUnavailable where a later phieu has been here. */
export async function missingMigrations(db: Db): Promise<string[]> {
  const missing = pending(await readMigrations(), (await readApplied(db)) ?? []);
  return missing.map(({ name }) => name);
}

async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, folder), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

type Applied = { name: string; sha256: string };
const applieds = sql`select name, sha256 from migrations order by name`;

/** null where the database has never been migrated (42P01, undefined_table). */
async function readApplied(db: Db): Promise<Applied[] | null> {
  try {
    return await rows<Applied>(db, applieds);
  } catch (error) {
    if (causes(error).some((cause) => cause.code === '42P01')) return null;
    throw error;
  }
}

function pending(known: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of applied) {
    const migration = byName.get(name);
    if (migration === undefined) throw newer(name);
    if (migration.sha256 !== sha256)
      throw new Error(`migrations/${name} was edited after this database had it`);
    byName.delete(name);
  }
  return [...byName.values()];
}

function newer(name: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    'newer',
    `Cơ sở dữ liệu đã được một phiên bản phieu mới hơn nâng cấp (${name}); hãy cập nhật phieu trên máy này rồi chạy lại.`,
  );
}
