import { basename } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { audit } from './audit.ts';
import { readMailboxLines, stageMailboxes, writeStagedMailboxes } from './import-mailboxes.ts';
import { Problems } from './import-problems.ts';
import { readUnitLines, writeUnits } from './import-units.ts';

export type ImportOptions = {
  /** Addresses of another domain are refused. */
  mailDomain: string;
  now?: Date;
  /** Told now and then how many lines have been read. */
  onProgress?: (lines: number) => void;
};

/** What an import did, in lines of the file. `warnings`: Vietnamese, for the person who ran it. */
export type ImportReport = { created: number; updated: number; unchanged: number; warnings: string[] };

/**
 * Makes and updates the units of a .csv or .xlsx file (contract.md, "Data in and out"), all of them or none. A blank
 * mailbox leaves the unit its mailbox. Throws ImportRefused where the file is wrong.
 */
export async function importUnits(db: Db, path: string, options: ImportOptions): Promise<ImportReport> {
  const file = basename(path);
  const problems = new Problems(file);
  const warnings: string[] = [];
  const lines = await readUnitLines(path, options.mailDomain, { problems, warnings });
  problems.refuse();
  options.onProgress?.(lines.length);
  const now = options.now ?? new Date();
  return db.transaction(async (tx) => {
    const counts = await writeUnits(tx, lines, problems, now);
    return reported(tx, 'units-imported', file, counts, warnings, now);
  });
}

/**
 * Makes and updates the mailboxes of a file, all of them or none. A blank cell leaves what is there; of a unit's
 * official mailbox nothing but the status changes. Throws ImportRefused where the file is wrong.
 */
export async function importMailboxes(db: Db, path: string, options: ImportOptions): Promise<ImportReport> {
  const file = basename(path);
  const problems = new Problems(file);
  const warnings: string[] = [];
  const lines = readMailboxLines(path, options.mailDomain, { problems, warnings });
  const now = options.now ?? new Date();
  return db.transaction(async (tx) => {
    await stageMailboxes(tx, lines, options.onProgress);
    problems.refuse();
    const counts = await writeStagedMailboxes(tx, problems, now);
    return reported(tx, 'mailboxes-imported', file, counts, warnings, now);
  });
}

async function reported(
  tx: Tx,
  event: string,
  file: string,
  counts: Omit<ImportReport, 'warnings'>,
  warnings: string[],
  now: Date,
): Promise<ImportReport> {
  const after = { file, ...counts };
  const rest = { before: null, because: null, causeId: null };
  await audit(tx, [{ actor: 'import', event, entity: 'import', entityId: file, after, ...rest }], now);
  // The embedded database never does it by itself, and without it takes a table for one of which any row may be wanted.
  await tx.execute(sql`analyze units, unit_names, mailboxes, addresses`);
  return { ...counts, warnings };
}
