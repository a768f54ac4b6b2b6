import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import type { Db } from './db.ts';
import { rows } from './db.ts';
import { causes, DatabaseUnavailable } from './errors.ts';

const folder = new URL('../../migrations/', import.meta.url);

/** Any number: held while migrating, so that programs starting at once take turns. */
const lockKey = 7_384_001;

/**
 * Runs the numbered files of migrations/ that this database has not had, all in one transaction. One cheap statement
 * where there is nothing to do. Throws DatabaseUnavailable where a later phieu has been here: what it changed is
 * unknown to this one.
 *
 * Our own few lines and not drizzle's migrator, which takes no lock, does not notice a newer database, and spends
 * three statements on finding nothing to do.
 */
export async function migrate(db: Db): Promise<void> {
  const known = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const applied = await appliedNames(db);
  if (applied !== null && pending(known, applied).length === 0) return;
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
    await tx.execute(sql`create table if not exists migrations (
      name text primary key, sha256 text not null, applied_at timestamptz not null default now())`);
    const names = await rows<{ name: string }>(tx, sql`select name from migrations`);
    for (const name of pending(known, new Set(names.map((row) => row.name)))) {
      const text = await readFile(new URL(name, folder), 'utf8');
      for (const statement of text.split('--> statement-breakpoint')) await tx.execute(sql.raw(statement));
      const sha256 = createHash('sha256').update(text).digest('hex');
      await tx.execute(sql`insert into migrations (name, sha256) values (${name}, ${sha256})`);
    }
  });
}

/** null where the database has never been migrated (42P01, undefined_table). */
async function appliedNames(db: Db): Promise<Set<string> | null> {
  try {
    const names = await rows<{ name: string }>(db, sql`select name from migrations`);
    return new Set(names.map((row) => row.name));
  } catch (error) {
    if (causes(error).some((cause) => cause.code === '42P01')) return null;
    throw error;
  }
}

function pending(known: readonly string[], applied: ReadonlySet<string>): string[] {
  const unknown = [...applied].filter((name) => !known.includes(name)).sort();
  if (unknown.length > 0) {
    throw new DatabaseUnavailable(
      'newer',
      `Cơ sở dữ liệu đã được một phiên bản phieu mới hơn nâng cấp (${unknown[0]}); hãy cập nhật phieu trên máy này rồi chạy lại.`,
    );
  }
  return known.filter((name) => !applied.has(name));
}
