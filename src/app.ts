import { join } from 'node:path';
import { and, eq, ne } from 'drizzle-orm';
import { openAllowance } from './allowance.ts';
import { Overtaken } from './apply/apply.ts';
import type { Config } from './config.ts';
import { type Database, type Db, openDatabase, rehearse, type Tx } from './db/db.ts';
import { explain, trace } from './db/errors.ts';
import { type Jobs, openJobs, type Worker } from './db/jobs.ts';
import type { JobQueue } from './db/queues.ts';
import { messages } from './db/schema.ts';
import type { Desk } from './desk.ts';
import { blankForm } from './form/blank.ts';
import { type OnScan, openReader } from './form/form.ts';
import { readableTypes } from './form/office.ts';
import { type Arrival, letEarlierGoFirst, load, store } from './intake/intake.ts';
import { type Log, openLog } from './log.ts';
import { envelopeOf } from './mail/envelope.ts';
import { newToken } from './mail/new-token.ts';
import { openSender } from './mail/send.ts';
import { directoryOnly } from './mailserver/directory.ts';
import type { StoredMessage } from './model/letter.ts';
import type { Limit } from './outbox/limit.ts';
import { parkCommand, parkNotice, performCommand, sendNotice } from './outbox/outbox.ts';
import { takeMessage } from './pipeline.ts';
import { pass } from './points.ts';
import { failedReport, type Report } from './report.ts';
import { type Closed, type Closing, closeRequest } from './requests/close.ts';
import { type Decided, type Decision, decideRow } from './requests/decide.ts';

/** Everything that is opened once and closed once. */
export type App = {
  config: Config;
  database: Database;
  jobs: Jobs;
  log: { info: Log; error: Log };
  now: () => Date;
  /** Stores a letter and takes it through the pipeline at once. In a dry run nothing of it stays. */
  take(arrival: Arrival): Promise<Report>;
  /** Carries out what staff decide about a row. Throws `DecisionRefused`. In a dry run nothing of it stays. */
  decide(decision: Decision): Promise<Decided>;
  /** Answers a letter of which no row could be taken. Throws `DecisionRefused`. In a dry run nothing of it stays. */
  closeRequest(closing: Closing): Promise<Closed>;
  /** The work behind each queue, for `jobs.work` and `jobs.drain`. */
  workers: Readonly<Record<JobQueue, Worker>>;
  /** Sends what is due now; false where some of it failed and will be tried again. */
  sendOutbox(): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * The seams that tests and commands replace: the clock, the log, who hears of a scan in hand or a settled message, and the
 * time for letters that nobody proved.
 */
export type Overrides = {
  now?: () => Date;
  log?: App['log'];
  onScan?: OnScan;
  onSettled?: () => void;
  strangersMilliseconds?: number;
};

/**
 * Time for reading letters that nobody proved, in an hour: a thousand ordinary ones, or a dozen of those that are made to take
 * long. Proven letters have all the rest.
 */
const strangersMilliseconds = 10 * 60 * 1000;

/** How long after a sign of life of a letter's own process a worker takes the letter up. */
const graceSeconds = 60;

/**
 * Opens the database, the queue, the form reader and the sender. `workers`: this process works on the queues; `letters`: it is
 * going to read some.
 */
export const openApp = async (
  config: Config,
  { workers, letters = false, ...overrides }: Overrides & { workers: boolean; letters?: boolean },
): Promise<App> => {
  const log = overrides.log ?? openLog('error');
  const now = overrides.now ?? (() => new Date());
  const onScan: OnScan = (_, page, of) => log.info('recognising a scan', { page, of });
  const reader = openReader({ onScan: overrides.onScan ?? onScan, trustRoots: config.pdfTrustRoots });
  // Its child loads for a second, as the database does.
  if (letters) reader.warm();
  const { database, jobs } = await openStore(config, workers, log.error).catch(async (error: unknown) => {
    await reader.close();
    throw error;
  });
  const outboxDir = join(config.dataDir, 'outbox');
  const sender = openSender({ smtpUrl: config.smtpUrl, outboxDir, intakeAddress: config.intakeAddress });
  const desk: Desk = {
    db: database.db,
    jobs,
    reader,
    strangers: openAllowance(overrides.strangersMilliseconds ?? strangersMilliseconds),
    house: config,
    sender: config,
    now,
    reply: {
      serverPart: 'staff',
      token: newToken,
      readableTypes: readableTypes(),
    },
    blankForm: (unitName) => blankForm({ unitName }),
  };

  const takeStored = async (message: StoredMessage): Promise<Report> => {
    const report = await takeAnew(desk, message);
    log.info('letter settled', { id: message.id, outcome: report.outcome });
    overrides.onSettled?.();
    return report;
  };
  const closing = new AbortController();
  const parts = { db: database.db, jobs, sender, from: config.intakeAddress, mailServer: directoryOnly };
  const limit = limitOf(config);
  const workersOf: App['workers'] = {
    message: {
      handle: async (id) => {
        const message = await load(database.db, id);
        if (!message) throw new Error(`no message ${id}`);
        if (message.status === 'done') return;
        pass('letter taken up');
        if (message.isBehind) await letEarlierGoFirst(database.db, id, closing.signal);
        await takeStored(message).catch((error) => fail(database.db, id, error));
        pass('letter done');
      },
      park: async (id, why) => {
        // Where each try ended this process, nothing else has noted it.
        await noteFailure(database.db, id, why);
        log.error('letter parked', { id, why });
      },
    },
    notice: {
      handle: (id) => sendNotice({ ...parts, limit }, { id }, now()),
      park: (id, why) => parkNotice(database.db, { id }, why),
    },
    command: {
      handle: (id) => performCommand(parts, { id }, now()),
      park: (id, why) => parkCommand(database.db, { id }, why),
    },
  };
  return {
    config,
    database,
    jobs,
    log,
    now,
    workers: workersOf,
    take: (arrival) =>
      config.dryRun ? takeDryly(desk, arrival, log.error) : takeNow(desk, arrival, takeStored, log.error),
    decide: (decision) =>
      config.dryRun ? dryly(desk, (dry) => decideRow(dry, decision)) : decideRow(desk, decision),
    closeRequest: (closing) =>
      config.dryRun ? dryly(desk, (dry) => closeRequest(dry, closing)) : closeRequest(desk, closing),
    sendOutbox: async () => {
      if (config.dryRun) return true;
      const carried = await jobs.drain('command', 4, workersOf.command);
      const sent = await jobs.drain('notice', 4, workersOf.notice);
      return carried.failed + sent.failed === 0;
    },
    close: async () => {
      closing.abort();
      await jobs.close();
      await reader.close();
      await sender.close();
      await database.close();
    },
  };
};

const openStore = async (
  config: Config,
  workers: boolean,
  log: Log,
): Promise<{ database: Database; jobs: Jobs }> => {
  const database = await openDatabase(config);
  try {
    const jobs = await openJobs(database, {
      workers,
      onTrouble: ({ job, error }) => log('job trouble', { ...job, error: explain(error) }),
    });
    return { database, jobs };
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** Sở TTTT has a copy of what all offices get. */
const limitOf =
  ({ lettersPerHour, copyAddress }: Config): Limit =>
  (address) =>
    address === copyAddress ? 10 * lettersPerHour : lettersPerHour;

/**
 * Takes a message, and takes it anew where another process settled it, or another delivery of the same letter, in the
 * meantime: then it is a duplicate.
 */
const takeAnew = async (desk: Desk, message: StoredMessage): Promise<Report> => {
  try {
    return await takeMessage(desk, message);
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return takeMessage(desk, (await load(desk.db, message.id)) ?? message);
  }
};

const takeNow = async (
  desk: Desk,
  arrival: Arrival,
  takeStored: (message: StoredMessage) => Promise<Report>,
  log: Log,
): Promise<Report> => {
  const message = await desk.db.transaction(async (tx) => {
    const stored = await store(tx, arrival, desk.now());
    // Should this process die before it is done, a worker takes the letter up.
    if (stored.status === 'received') await desk.jobs.send(tx, 'message', stored.id, { after: graceSeconds });
    return stored;
  });
  try {
    // However long it takes: a scan may take minutes.
    return await desk.jobs.forestall('message', message.id, graceSeconds, () => takeStored(message));
  } catch (error) {
    log('letter failed', { id: message.id, error: trace(error) });
    await fail(desk.db, message.id, error).catch(() => {});
    return failedReport(envelopeOf(arrival.raw).messageId);
  }
};

/** Notes the error of ours that stopped a message, and throws it on, so that the queue tries again. */
const fail = async (db: Db, id: number, error: unknown): Promise<never> => {
  await noteFailure(db, id, trace(error));
  throw error;
};

const noteFailure = (db: Db, id: number, error: string) =>
  db
    .update(messages)
    .set({ status: 'failed', error })
    .where(and(eq(messages.id, id), ne(messages.status, 'done')));

const takeDryly = async (desk: Desk, arrival: Arrival, log: Log): Promise<Report> => {
  try {
    return await dryly(desk, async (dry, tx) => takeMessage(dry, await store(tx, arrival, desk.now())));
  } catch (error) {
    log('letter failed', { error: explain(error) });
    return failedReport(envelopeOf(arrival.raw).messageId);
  }
};

/** Does everything as ever, in a transaction of which nothing stays. */
const dryly = <T>(desk: Desk, work: (dry: Desk, tx: Tx) => Promise<T>): Promise<T> =>
  rehearse(desk.db, (tx) => work({ ...desk, db: tx }, tx));
