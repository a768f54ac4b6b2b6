import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { openDatabase } from '../src/db/db.ts';
import { importMailboxes, importUnits } from '../src/directory/import.ts';
import { exampleRegistry } from '../test/flow/house.ts';
import { domain, mailboxesFor } from './letters.ts';

/** A folder of its own with the settings of a house, and its registry loaded for so many letters. */
export type House = {
  env: Record<string, string>;
  /** Opens the house in this process; `workers` as for the bot. What goes wrong in it ends the bench. */
  open(workers: boolean, onSettled?: () => void): Promise<App>;
  leave(): Promise<void>;
};

/** `databaseUrl` null: embedded. */
export const buildHouse = async (
  databaseUrl: string | null,
  settings: Record<string, string>,
  letters: number,
): Promise<House> => {
  const folder = await mkdtemp(join(tmpdir(), 'phieu-bench-'));
  const env = {
    DATA_DIR: folder,
    TRUSTED_RELAYS: `mail.${domain}`,
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    ...settings,
  };
  const config = readConfig(env);
  const database = await openDatabase(config);
  await importUnits(database.db, exampleRegistry.units, config);
  const file = join(folder, 'mailboxes.csv');
  await writeFile(file, mailboxesFor(letters));
  await importMailboxes(database.db, file, config);
  await database.close();
  const log = {
    info: () => {},
    error: (event: string, detail: object = {}) => {
      throw new Error(`${event} ${JSON.stringify(detail)}`);
    },
  };
  return {
    env,
    open: (workers, onSettled = () => {}) => openApp(config, { workers, log, onSettled }),
    leave: () => rm(folder, { recursive: true, force: true }),
  };
};
