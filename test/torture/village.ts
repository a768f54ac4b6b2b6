import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { type Database, openDatabase, rows } from '../../src/db/db.ts';
import { openJobs } from '../../src/db/jobs.ts';
import { type Bot, phieu, startBot } from '../flow/program.ts';
import { intakeAddress, withForm } from '../intake/letters.ts';
import { type Box, openBox, urlAt } from '../intake/office.ts';
import { type ImapProxy, openProxy } from '../intake/proxy.ts';
import { openSink, type Sink } from '../mail/sink.ts';
import { environment } from '../servers/environment.ts';
import type { Letter } from '../servers/letter.ts';
import type { MailServers } from '../servers/mail/mail.ts';
import { openStops, type Stops } from './stops.ts';

/** Departments that each ask for one new mailbox. */
const registryOf = (offices: number): string =>
  [
    'abbreviation,name,parent,kind,mailbox,aliases',
    ...Array.from(
      { length: offices },
      (_, at) => `cq${at},Cơ quan số ${at},,department,cq${at}@kiengiang.gov.vn,`,
    ),
  ].join('\n');

/** The letter of an office: one row that is granted. */
export const letterOf = (at: number): Promise<Letter> =>
  withForm([{ name: 'Nguyễn Văn Bình', unit: `Cơ quan số ${at}`, wish: 'Cấp mới hộp thư' }], {
    from: `cq${at}@kiengiang.gov.vn`,
    unit: `CƠ QUAN SỐ ${at}`,
  });

/** What is on record of a letter: each count is 1 where all is well. */
export type Ledger = {
  messageId: string;
  outcome: string | null;
  messages: number;
  requests: number;
  mailboxes: number;
  commands: number;
  notices: number;
  sent: number;
  /** Events of the audit trail that it caused, in order. */
  events: string;
};

/** A watched mailbox, a server that takes answers, a database, and the program that stands between. */
export type Village = {
  stops: Stops;
  box: Box;
  proxy: ImapProxy;
  sink: Sink;
  databaseUrl: string | null;
  begin(): Promise<Bot>;
  /** What was begun until now is in nobody's hands any more. */
  abandon(): void;
  /** Gives back what was abandoned, and what failed, as the queue does after some time. */
  giveBack(): Promise<void>;
  /** Message-IDs of the answers to a letter that left the house. */
  answers(letter: Letter): string[];
  /** Opens the database, which on the embedded one no program may have open. */
  ledger(): Promise<Ledger[]>;
  database<T>(look: (database: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export async function openVillage(
  site: MailServers,
  name: string,
  { databaseUrl, dataDir: folder }: { databaseUrl: string | null; dataDir: string },
  offices = 30,
): Promise<Village> {
  const user = await site.addUser(name);
  await writeFile(join(folder, 'units.csv'), registryOf(offices));
  const [sink, box, proxy] = await Promise.all([openSink(), openBox(site, user), openProxy(site.ports.imap)]);
  const stops = openStops(folder);
  const env = {
    ...environment(site, user),
    IMAP_URL: urlAt(proxy.port, user),
    INTAKE_ADDRESS: intakeAddress,
    SMTP_URL: `smtp://127.0.0.1:${sink.port}`,
    DATA_DIR: folder,
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
  };
  const { code, err } = await phieu(['units', 'import', 'units.csv'], env);
  if (code !== 0) throw new Error(err);
  const bots: Bot[] = [];
  let abandoned = new Date();
  const database: Village['database'] = async (look) => {
    const opened = await openDatabase({ databaseUrl, dataDir: folder });
    try {
      return await look(opened);
    } finally {
      await opened.close();
    }
  };
  return {
    ...{ stops, box, proxy, sink, databaseUrl, database },
    abandon: () => {
      abandoned = new Date();
    },
    begin: async () => {
      abandoned = new Date();
      const bot = await startBot({ ...env, ...stops.env });
      bots.push(bot);
      return bot;
    },
    giveBack: async () => {
      if (databaseUrl !== null) await database((opened) => giveBack(opened, abandoned));
    },
    answers: ({ messageId }) =>
      sink.taken
        .filter(({ lines }) => lines.includes(`In-Reply-To: ${messageId}`))
        .map(({ lines }) => lines.find((line) => line.startsWith('Message-ID: ')) ?? ''),
    ledger: () => database(({ db }) => rows<Ledger>(db, ledgerQuery)),
    close: async () => {
      await Promise.all(bots.map((bot) => bot.kill()));
      await Promise.all([sink.close(), box.close(), proxy.close()]);
    },
  };
}

export const ledgerQuery = sql`
  select m.message_id as "messageId", max(m.outcome) as outcome, count(*)::int as messages,
    sum((select count(*) from requests r where r.message_id = m.id))::int as requests,
    sum((select count(*) from audit_events a where a.cause_id = m.id and a.event = 'created' and a.entity = 'mailbox'))::int as mailboxes,
    sum((select count(*) from commands c join items i on i.id = c.item_id join requests r on r.id = i.request_id
      where r.message_id = m.id))::int as commands,
    sum((select count(*) from notices n where n.cause_id = m.id))::int as notices,
    sum((select count(*) from notices n where n.cause_id = m.id and n.status = 'sent'))::int as sent,
    max((select string_agg(a.event, ' ' order by a.id) from audit_events a where a.cause_id = m.id)) as events
  from messages m group by m.message_id order by min(m.id)`;

async function giveBack(database: Database, abandoned: Date): Promise<void> {
  const { db } = database;
  await db.execute(sql`
    update pgboss.job set heartbeat_on = now() - interval '1 minute'
    where state = 'active' and started_on < ${abandoned.toISOString()}::timestamptz`);
  await db.execute(sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null`);
  const jobs = await openJobs(database, { workers: false, onTrouble: () => {} });
  await jobs.drain('command', 1, { handle: async () => {}, park: async () => {} });
  await jobs.close();
  await db.execute(sql`update pgboss.job set start_after = now() where state = 'retry'`);
}
