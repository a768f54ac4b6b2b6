import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished } from 'vitest';
import { type Database, openDatabase, rows } from '../../src/db/db.ts';
import { importUnits } from '../../src/directory/import.ts';
import { type Bot, startBot } from '../flow/program.ts';
import { openSink } from '../mail/sink.ts';
import { environment } from '../servers/environment.ts';
import type { Letter } from '../servers/letter.ts';
import type { MailServers } from '../servers/mail/mail.ts';
import { formless, intakeAddress } from './letters.ts';
import { type Box, openBox, waitUntil } from './office.ts';

/** Departments that write a letter each, so that none waits for another. */
const many = Array.from({ length: 24 }, (_, at) => `dv${at}`);
const unitsFile = [
  'abbreviation,name,parent,kind,mailbox,aliases',
  'snv,Sở Nội vụ,,department,snv@kiengiang.gov.vn,',
  ...many.map((name, at) => `${name},Cơ quan số ${at},,department,${name}@kiengiang.gov.vn,`),
].join('\n');

export const lettersOf = (count: number): Promise<Letter[]> =>
  Promise.all(many.slice(0, count).map((unit) => formless({ from: `${unit}@kiengiang.gov.vn` })));

/** What a program `phieu start` needs, for the time of one test. */
export type Town = {
  env: Record<string, string>;
  box: Box;
  database: Database;
  /** Starts the program, which is ended with the test. */
  begin: (env?: Record<string, string>, options?: Parameters<typeof startBot>[1]) => Promise<Bot>;
  state: () => Promise<{ messageId: string; outcome: string | null; notices: number; sent: number }[]>;
  /** Waits until all letters are judged and answered, each once. */
  answered: (letters: readonly Letter[], meanwhile?: () => Promise<void>) => Promise<void>;
  /** How often the answer to the letter has left the house. */
  copies: (letter: Letter) => number;
};

export async function openTown(site: MailServers, name: string, databaseUrl: string): Promise<Town> {
  const user = await site.addUser(name);
  const folder = await mkdtemp(join(tmpdir(), 'phieu-start-'));
  await writeFile(join(folder, 'units.csv'), unitsFile);
  const [sink, box] = await Promise.all([openSink(), openBox(site, user)]);
  const database = await openDatabase({ databaseUrl, dataDir: folder });
  onTestFinished(async () => {
    await Promise.all([sink.close(), box.close(), database.close()]);
    await rm(folder, { recursive: true, force: true });
  });
  await importUnits(database.db, join(folder, 'units.csv'), { mailDomain: site.domain, now: new Date() });
  const usual = {
    ...environment(site, user),
    INTAKE_ADDRESS: intakeAddress,
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    DATABASE_URL: databaseUrl,
    DATA_DIR: folder,
  };
  const state: Town['state'] = () =>
    rows(
      database.db,
      sql`select m.message_id as "messageId", m.outcome, count(n.id)::int as notices,
            count(n.id) filter (where n.status = 'sent')::int as sent
          from messages m left join notices n on n.cause_id = m.id group by m.id order by m.id`,
    );
  return {
    env: usual,
    box,
    database,
    state,
    begin: async (env = usual, options = {}) => {
      const bot = await startBot(env, options);
      onTestFinished(() => bot.kill());
      return bot;
    },
    answered: async (letters, meanwhile = async () => {}) => {
      const reached = await waitUntil(async () => {
        await meanwhile();
        const now = await state();
        const isDone = now.every(({ sent, outcome }) => outcome !== null && sent > 0);
        return now.length >= letters.length && isDone ? now : null;
      }, 'all answers');
      expect(reached).toEqual(
        letters.map(({ messageId }) => ({ messageId, outcome: 'rejected', notices: 1, sent: 1 })),
      );
    },
    copies: ({ messageId }) =>
      sink.taken.filter(({ lines }) => lines.includes(`In-Reply-To: ${messageId}`)).length,
  };
}

/** How often the bot's log tells an event. */
export const events = (bot: Bot, event: string): number => bot.log().split(`"msg":"${event}"`).length - 1;

export const until = (bot: Bot, event: string, count = 1) =>
  waitUntil(() => (events(bot, event) >= count ? true : null), event);
