import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type Overrides, openApp } from '../../src/app.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/db/db.ts';
import { importMailboxes, importUnits } from '../../src/directory/import.ts';
import { type ListedMailbox, listMailboxes } from '../../src/directory/list.ts';
import { arrivalOf } from '../../src/intake/intake.ts';
import type { Report } from '../../src/report.ts';

/** The day of the tests: a Tuesday. */
export const today = new Date('2026-11-24T03:00:00Z');

/** A registry as two files of the import. */
export type Registry = { units: string; mailboxes: string };

const root = join(import.meta.dirname, '..', '..');
export const exampleRegistry: Registry = {
  units: join(root, 'examples/registry/units.csv'),
  mailboxes: join(root, 'examples/registry/mailboxes.csv'),
};

/** A house with a registry, where letters come in and the directory and the outbox can be looked at. */
export type House = {
  app: App;
  /** Takes a letter in, and sends what it brings forth. */
  receive(raw: Buffer): Promise<Report>;
  mailboxes(): Promise<ListedMailbox[]>;
  /** The letters written so far. */
  outbox(): Promise<Buffer[]>;
  /** Sets the clock, which else stands at `today`. */
  at(time: Date): void;
  close(): Promise<void>;
};

const configOf = (dataDir: string, databaseUrl: string | null, settings: Record<string, string>): Config =>
  readConfig({
    DATA_DIR: dataDir,
    TRUSTED_RELAYS: 'mail.kiengiang.gov.vn',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    ...settings,
  });

const load = async (config: Config, registry: Registry): Promise<void> => {
  const database = await openDatabase(config);
  try {
    await importUnits(database.db, registry.units, { mailDomain: config.mailDomain, now: today });
    await importMailboxes(database.db, registry.mailboxes, { mailDomain: config.mailDomain, now: today });
  } finally {
    await database.close();
  }
};

/** Builds houses with one registry: the embedded ones are copies of one folder, because a first start takes seconds. */
export const openStreet = (registry: Registry, createDatabase: (() => Promise<string>) | null) => {
  const folders: string[] = [];
  const newFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'phieu-flow-'));
    folders.push(folder);
    return folder;
  };
  let model: Promise<string> | undefined;
  const modelFolder = (): Promise<string> => {
    model ??= (async () => {
      const folder = await newFolder();
      await load(configOf(folder, null, {}), registry);
      return folder;
    })();
    return model;
  };
  return {
    openHouse: async (settings: Record<string, string> = {}, overrides: Overrides = {}): Promise<House> => {
      const folder = await newFolder();
      const url = createDatabase ? await createDatabase() : null;
      const config = configOf(folder, url, settings);
      if (url === null) await cp(await modelFolder(), folder, { recursive: true });
      else await load(config, registry);
      return enter(config, folder, overrides);
    },
    close: () => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))),
  };
};

const enter = async (config: Config, folder: string, overrides: Overrides): Promise<House> => {
  const errors: string[] = [];
  const log = {
    info: () => {},
    error: (event: string, detail: object = {}) => void errors.push(`${event} ${JSON.stringify(detail)}`),
  };
  let time = today;
  const app = await openApp(config, { workers: false, now: () => time, log, ...overrides });
  return {
    app,
    at: (to) => {
      time = to;
    },
    receive: async (raw) => {
      const report = await app.take(arrivalOf(raw));
      await app.sendOutbox();
      if (errors.length > 0) throw new Error(errors.join('\n'));
      return report;
    },
    mailboxes: async () => {
      const all: ListedMailbox[] = [];
      for await (const mailbox of listMailboxes(app.database.db)) all.push(mailbox);
      return all;
    },
    outbox: async () => {
      const names = await readdir(join(folder, 'outbox')).catch(() => []);
      return Promise.all(names.sort().map((name) => readFile(join(folder, 'outbox', name))));
    },
    close: () => app.close(),
  };
};
