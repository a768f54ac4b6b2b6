import { type App, openApp } from '../app.ts';
import { ConfigError, readConfig } from '../config.ts';
import { holdWatch } from '../db/lease.ts';
import { keepUpDaily } from '../db/upkeep.ts';
import { tryAgain } from '../intake/again.ts';
import { rememberingDesk, storingDesk } from '../intake/desk.ts';
import { type Watch, type WatchDesk, watch } from '../intake/watch.ts';
import { openLog } from '../log.ts';
import { newToken } from '../mail/new-token.ts';
import { keepProving } from '../proof/proof.ts';
import { UsageError } from '../usage.ts';
import { readArguments } from './arguments.ts';

/** Letters judged, and notices sent, at the same time by one process. */
const concurrency = { message: 4, notice: 4, command: 4 } as const;

/** `phieu start`: the bot. It runs until it is told to stop (SIGINT, SIGTERM), and then ends what it has begun. */
export const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArguments('start', args, {
    since: { type: 'string' },
    apply: { type: 'boolean' },
  });
  if (positionals.length > 0) throw new UsageError(`Không hiểu "${positionals[0]}"`, 'start');
  if (values.apply && values.since === undefined)
    throw new UsageError('--apply chỉ dùng cùng với --since NGÀY', 'start');
  const since = values.since === undefined ? null : readDay(values.since);
  const given = readConfig(process.env);
  // Last year's cancellations must not be done again: older letters are only looked at, until somebody says otherwise.
  const config = { ...given, dryRun: given.dryRun || (since !== null && values.apply !== true) };
  if (!config.imapUrl)
    throw new ConfigError('IMAP_URL: chưa có. Ghi theo dạng imaps://người-dùng:mật-khẩu@máy-chủ:993/INBOX');
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  let settled = Promise.withResolvers<void>();
  const onSettled = () => {
    settled.resolve();
    settled = Promise.withResolvers<void>();
  };
  const app = await openApp(config, {
    workers: !config.dryRun,
    letters: true,
    onSettled,
    log: openLog('info'),
  });
  try {
    app.log.info('started', { dryRun: config.dryRun, database: app.database.kind });
    if (config.dryRun) await watchDryly(app, { url: config.imapUrl, since }, stop.signal);
    else await serve(app, { url: config.imapUrl, since }, () => settled.promise, stop.signal);
    app.log.info('stopping');
  } finally {
    await app.close();
  }
  return 0;
};

/** Works on the queues, and watches the mailbox wherever no other process does. */
const serve = async (
  app: App,
  place: Watch,
  settled: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> => {
  const again = await tryAgain(app.database.db, app.jobs);
  if (again > 0) app.log.info('failed letters are tried again', { letters: again });
  for (const queue of ['message', 'notice', 'command'] as const)
    await app.jobs.work(queue, concurrency[queue], app.workers[queue]);
  const stored = storingDesk({ ...app, db: app.database.db, settled, log: app.log.info });
  let { since } = place;
  const desk: WatchDesk = {
    ...stored,
    setPosition: async (source, position) => {
      await stored.setPosition(source, position);
      // Once is enough, however often the watch is lost and taken over.
      since = null;
    },
  };
  await Promise.all([
    holdWatch(app.database, signal, (held) => watch({ ...place, since }, desk, held), app.log.info),
    keepProving({ ...app, db: app.database.db, house: app.config, token: newToken }, signal),
    keepUpDaily(app.database, signal, app.log.error),
  ]);
};

const watchDryly = (app: App, place: Watch, signal: AbortSignal): Promise<void> => {
  const desk = rememberingDesk(
    async (arrival) => {
      const report = await app.take(arrival);
      app.log.info('dry run', { ...report });
    },
    { log: app.log.info, now: app.now },
  );
  return watch(place, desk, signal);
};

/** A day as people write it to a program: midnight in Vietnam. */
const readDay = (text: string): Date => {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00+07:00`) : new Date(Number.NaN);
  if (Number.isNaN(day.getTime()))
    throw new UsageError(`Ngày "${text}" chưa đúng, hãy ghi như 2026-11-01`, 'start');
  return day;
};
