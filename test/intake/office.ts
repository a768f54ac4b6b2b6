import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { type App, openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { deliveries, messages } from '../../src/db/schema.ts';
import { importUnits } from '../../src/directory/import.ts';
import { storingDesk } from '../../src/intake/desk.ts';
import { sourceOf } from '../../src/intake/mailbox.ts';
import { type Patience, watch } from '../../src/intake/watch.ts';
import { signIn } from '../servers/letter.ts';
import type { MailUser, Site } from '../servers/mail/mail.ts';
import { unitsFile } from './letters.ts';

/** Short enough for tests, long enough for a busy machine. */
export const impatient: Patience = { poll: 0.3, silence: 1.2, backOff: [0.05], stuck: 0.3 };

export type Entry = { event: string } & Record<string, unknown>;

/** A watch that runs in this process. */
export type Watching = {
  log: Entry[];
  /** Waits for the n-th event of this name. */
  until(event: string, count?: number): Promise<Entry>;
  /** What became of the letters of the mailbox that is watched, in the order of their UIDs. */
  outcomes(): Promise<{ uid: number; id: number; outcome: string | null; status: string; filed: boolean }[]>;
  stop(): Promise<void>;
};

export type Office = {
  app: App;
  watch(url: string, patience?: Patience, since?: Date, now?: () => Date): Watching;
  close(): Promise<void>;
};

export const waitUntil = async <T>(look: () => Promise<T | null> | T | null, what: string): Promise<T> => {
  const deadline = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`${what}: it does not come`);
    await new Promise((done) => setTimeout(done, 20));
  }
};

/** The bot as `phieu start` wires it, in this process; `working`: it judges letters and writes answers. */
export const openOffice = async (
  databaseUrl: string,
  { working = true, settings = {} }: { working?: boolean; settings?: Record<string, string> } = {},
): Promise<Office> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'phieu-intake-'));
  const config = readConfig({
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    TRUSTED_RELAYS: 'mail.kiengiang.gov.vn',
    ...settings,
  });
  let settled = Promise.withResolvers<void>();
  const app = await openApp(config, {
    workers: working,
    log: { info: () => {}, error: () => {} },
    onSettled: () => {
      settled.resolve();
      settled = Promise.withResolvers<void>();
    },
  });
  await writeFile(join(dataDir, 'units.csv'), unitsFile);
  await importUnits(app.database.db, join(dataDir, 'units.csv'), {
    mailDomain: config.mailDomain,
    now: new Date(),
  });
  if (working)
    for (const queue of ['message', 'notice'] as const) await app.jobs.work(queue, 4, app.workers[queue]);
  const watches: Watching[] = [];
  return {
    app,
    watch: (url, patience = impatient, since, now = () => new Date()) => {
      const told = { settled: () => settled.promise, now };
      const one = startWatch(app, told, new URL(url), patience, since ?? null);
      watches.push(one);
      return one;
    },
    close: async () => {
      for (const one of watches) await one.stop();
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

const startWatch = (
  app: App,
  told: { settled(): Promise<void>; now(): Date },
  url: URL,
  patience: Patience,
  since: Date | null,
): Watching => {
  const { db } = app.database;
  const log: Entry[] = [];
  const desk = storingDesk({
    db,
    jobs: app.jobs,
    ...told,
    log: (event, detail) => void log.push({ event, ...detail }),
  });
  const stopping = new AbortController();
  const watching = watch({ url, since, patience }, desk, stopping.signal);
  return {
    log,
    until: (event, count = 1) =>
      waitUntil(() => log.filter((entry) => entry.event === event)[count - 1] ?? null, event),
    outcomes: () =>
      db
        .select({
          uid: deliveries.uid,
          id: messages.id,
          outcome: messages.outcome,
          status: messages.status,
          filed: sql<boolean>`filed_at is not null`,
        })
        .from(deliveries)
        .innerJoin(messages, eq(messages.id, deliveries.messageId))
        .where(eq(deliveries.source, sourceOf(url)))
        .orderBy(deliveries.uidValidity, deliveries.uid),
    stop: async () => {
      stopping.abort();
      await watching;
    },
  };
};

/** A user's mailbox as a mail program sees it. */
export type Box = {
  append(raw: Buffer, options?: { flags?: string[]; at?: Date; folder?: string }): Promise<void>;
  /** Letters of a folder: Message-ID, flags without `\Recent`. */
  look(folder?: string): Promise<{ uid: number; messageId: string; flags: string[] }[]>;
  /** Deletes a letter of the inbox. */
  expunge(uid: number): Promise<void>;
  create(folder: string): Promise<void>;
  remove(folder: string): Promise<void>;
  close(): Promise<void>;
};

export const openBox = async (site: Site, user: MailUser): Promise<Box> => {
  const client = await signIn(site, user);
  return {
    append: async (raw, { flags = [], at, folder = 'INBOX' } = {}) => {
      await client.append(folder, raw, flags, at);
    },
    look: async (folder = 'INBOX') => {
      const lock = await client.getMailboxLock(folder, { readOnly: true });
      try {
        // A mailbox that was empty when it was opened stays so to the library until it is asked something.
        await client.noop();
        const found = await client.fetchAll('1:*', { uid: true, flags: true, envelope: true });
        return found.map(({ uid, flags, envelope }) => ({
          uid,
          messageId: envelope?.messageId ?? '',
          flags: [...(flags ?? [])].filter((flag) => flag !== '\\Recent').sort(),
        }));
      } finally {
        lock.release();
      }
    },
    expunge: async (uid) => {
      const lock = await client.getMailboxLock('INBOX');
      await client.messageDelete(String(uid), { uid: true }).finally(() => lock.release());
    },
    create: async (folder) => void (await client.mailboxCreate(folder)),
    remove: async (folder) => void (await client.mailboxDelete(folder)),
    close: async () => {
      if (client.usable) await client.logout();
    },
  };
};

/** The URL of a user's mailbox at a port that speaks in the clear. */
export const urlAt = (port: number, { address, password }: MailUser, folder = 'INBOX'): string =>
  `imap://${encodeURIComponent(address)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURI(folder)}`;
