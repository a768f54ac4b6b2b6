import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { importMailboxes, importUnits } from '../../src/directory/import.ts';
import { arrivalOf } from '../../src/intake/intake.ts';
import type { Report } from '../../src/report.ts';
import { server } from '../make/trace.ts';
import { emptyFolder } from './folder.ts';

const examples = join(import.meta.dirname, '..');

/** A letter, by the name of its file, and what became of it. */
export type Taken = { file: string; report: Report };

/** Told what is begun, and then how it ended. */
export type Progress = { begin(what: string): void; end(letter: Report | string): void };

/**
 * Takes the example registry and letters through the real pipeline, on an embedded database in `folder`, which is
 * emptied first. Nothing of the environment is read, so that no mail leaves and no other database is touched.
 */
export async function runDemo(folder: string, progress: Progress): Promise<Taken[]> {
  progress.begin('Tạo cơ sở dữ liệu nhúng');
  await emptyFolder(folder);
  const config = readConfig({ DATA_DIR: folder, TRUSTED_RELAYS: server });
  const log = { info: () => {}, error: console.error };
  const app = await openApp(config, { workers: false, letters: true, log });
  try {
    progress.end('xong');
    const { db } = app.database;
    progress.begin('Nạp danh sách đơn vị và hộp thư');
    const units = await importUnits(db, join(examples, 'registry/units.csv'), config);
    const mailboxes = await importMailboxes(db, join(examples, 'registry/mailboxes.csv'), config);
    progress.end(`${units.created} đơn vị, ${mailboxes.created} hộp thư cá nhân`);
    const taken: Taken[] = [];
    const files = (await readdir(join(examples, 'letters'))).filter((name) => name.endsWith('.eml'));
    for (const [index, file] of files.toSorted().entries()) {
      progress.begin(`${String(index + 1).padStart(2)}/${files.length}  ${file}`);
      const report = await app.take(arrivalOf(await readFile(join(examples, 'letters', file))));
      taken.push({ file, report });
      progress.end(report);
    }
    await app.sendOutbox();
    return taken;
  } finally {
    await app.close();
  }
}
