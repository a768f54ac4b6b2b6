import { sql } from 'drizzle-orm';
import {
  type Clock,
  fromDrizzle,
  fromPglite,
  type JobResult,
  type JobWithMetadata,
  PgBoss,
  systemClock,
} from 'pg-boss';
import type { Database, Tx } from './db.ts';
import { explain } from './errors.ts';
import { nameStatements } from './prepared.ts';
import {
  endActive,
  heartbeatSeconds,
  type JobQueue,
  mendTimes,
  parkedOf,
  prepareQueues,
  putOff,
  takeOver,
} from './queues.ts';

/** A job points to a row by its id; that row holds everything else, and its state. */
export type Worker = {
  /** Does the work. A throw is a failed try. A crash in mid-work repeats it, so it looks at the row's state first. */
  handle(id: number): Promise<void>;
  /** All tries failed: leaves the row to a person. `why`: what the last try threw, for staff and not for offices. */
  park(id: number, why: string): Promise<void>;
};

/** What staff and logs should hear of: a try that failed, or the queue itself in trouble (`job` null). */
export type JobTrouble = { job: { queue: string; id: number; tries: number } | null; error: unknown };

export type SendOptions = {
  /** Seconds until it is due, by the database's own clock, which also looks whether it is. */
  after?: number;
  /** How many jobs of its kind may go first although they come later: the more, the longer it waits while there are others. */
  behind?: number;
};

export type Jobs = {
  /** Queues work on the row `id` in the transaction that writes the row: nothing is seen of it before the commit. */
  send(tx: Tx, queue: JobQueue, id: number, options?: SendOptions): Promise<void>;
  /** The same for many rows, in one statement. */
  sendAll(tx: Tx, queue: JobQueue, ids: readonly number[], options?: SendOptions): Promise<void>;
  /**
   * Queues work on the row anew, due in `after` seconds, in place of the job that is at work on it: that one is done with the
   * same commit, so that a crash after it leaves one job and not two.
   */
  postpone(tx: Tx, queue: JobQueue, id: number, after: number): Promise<void>;
  /**
   * Does a job's work oneself, while its job waits for the case that this process dies: it stays `seconds` away until the work
   * is over.
   */
  forestall<T>(queue: JobQueue, id: number, seconds: number, work: () => Promise<T>): Promise<T>;
  /** Works on a queue until `close`, `concurrency` jobs at a time: woken by the sender's commit, polling behind it. */
  work(queue: JobQueue, concurrency: number, worker: Worker): Promise<void>;
  /** Works on what is due until nothing is, `concurrency` jobs at a time. What fails is due again later. */
  drain(queue: JobQueue, concurrency: number, worker: Worker): Promise<{ done: number; failed: number }>;
  /** Waits for the jobs that run, at most half a minute. The database stays open, and is closed after this. */
  close(): Promise<void>;
};

/** How often it is looked for times that a wrong clock has written, whoever's clock that was. */
const mendSeconds = 600;

/** How often it is looked whether this machine's clock was set, and from how many milliseconds on it counts as set. */
const [lookSeconds, setBy] = [5, 60_000];

type Pointer = { id: number };
type PointerJob = JobWithMetadata<Pointer>;
type OnTrouble = (trouble: JobTrouble) => void;

/** `workers`: true for the process that works on the queues all the time and tends them for the others. */
export async function openJobs(
  database: Database,
  { workers, onTrouble }: { workers: boolean; onTrouble: OnTrouble },
): Promise<Jobs> {
  const boss = new PgBoss({
    ...connection(database, workers),
    clock: steadyClock,
    useListenNotify: workers,
    supervise: workers,
    superviseIntervalSeconds: heartbeatSeconds,
    monitorIntervalSeconds: heartbeatSeconds,
    schedule: false,
    registerInstance: false,
    openTelemetry: { enabled: false },
  });
  if (database.kind === 'postgres') nameStatements(boss.getDb());
  // An `error` event that nobody listens to would end the process.
  boss.on('error', (error) => onTrouble({ job: null, error }));
  boss.on('warning', (error) => onTrouble({ job: null, error }));
  await boss.start();
  try {
    await prepareQueues(boss);
    await mendTimes(database.db);
    if (database.kind === 'embedded') await takeOver(database.db);
  } catch (error) {
    await boss.stop({ graceful: false });
    throw error;
  }
  const mending = workers ? keepTimes(database, onTrouble) : undefined;
  return {
    send: (tx, queue, id, options) => sendAll(boss, tx, queue, [id], options),
    sendAll: (tx, queue, ids, options) => sendAll(boss, tx, queue, ids, options),
    postpone: async (tx, queue, id, after) => {
      await endActive(tx, queue, id);
      await sendAll(boss, tx, queue, [id], { after });
    },
    forestall: (queue, id, seconds, run) =>
      beating(seconds / 3, () => putOff(database.db, queue, id, seconds), run),
    work: (queue, concurrency, worker) => work(boss, queue, concurrency, worker, onTrouble),
    drain: async (queue, concurrency, worker) => {
      if (!workers) await boss.supervise();
      return drain(boss, queue, concurrency, worker, onTrouble);
    },
    close: async () => {
      clearInterval(mending);
      await boss.stop({ graceful: true, timeout: 30_000 });
    },
  };
}

/**
 * Goes on as it began, however the system's clock is set: pg-boss waits between its looks for as long as two readings differ,
 * and a clock that was set back by a day would have it wait for a day.
 */
const steadyClock: Clock = { ...systemClock, now: () => performance.timeOrigin + performance.now() };

/**
 * Mends what a wrong clock has written: soon after this machine's clock was set, which is also that of the embedded database,
 * so that no letter waits for a time that will be long in coming; and now and then, for the clock of another machine.
 */
function keepTimes({ db }: Database, onTrouble: OnTrouble): NodeJS.Timeout {
  const ahead = () => Date.now() - steadyClock.now();
  let [known, mendedAt] = [ahead(), performance.now()];
  return setInterval(() => {
    const wasSet = Math.abs(ahead() - known) > setBy;
    if (!wasSet && performance.now() - mendedAt < mendSeconds * 1000) return;
    [known, mendedAt] = [ahead(), performance.now()];
    mendTimes(db).catch((error) => onTrouble({ job: null, error }));
  }, lookSeconds * 1000);
}

/** pg-boss keeps a small pool of its own: it runs several statements in one, which postgres.js refuses in a pool. */
function connection(database: Database, workers: boolean) {
  if (database.kind === 'embedded') {
    // Its one session has no vacuum to watch, and would be held by the rebuilding of an index.
    return {
      db: fromPglite(database.pglite),
      backend: 'pglite',
      reindex: false,
      monitorVacuum: false,
    } as const;
  }
  // `sslmode=require` is to mean here what it means to psql and to postgres.js: encrypt, whoever signed.
  const url = `${database.url}${database.url.includes('?') ? '&' : '?'}uselibpqcompat=true`;
  return { connectionString: url, max: workers ? 4 : 2, application_name: 'phieu' };
}

async function sendAll(
  boss: PgBoss,
  tx: Tx,
  queue: JobQueue,
  ids: readonly number[],
  { after = 0, behind = 0 }: SendOptions = {},
): Promise<void> {
  if (ids.length === 0) return;
  const jobs = ids.map((id) => ({ data: { id } satisfies Pointer, startAfter: after, priority: -behind }));
  // Their type knows what a transaction returns; ours leaves it open to either driver.
  const db = fromDrizzle(tx as unknown as Parameters<typeof fromDrizzle>[0], sql);
  await boss.insert(queue, jobs, { db });
}

async function work(
  boss: PgBoss,
  queue: JobQueue,
  concurrency: number,
  worker: Worker,
  onTrouble: OnTrouble,
): Promise<void> {
  for (const { name, run } of duties(queue, worker)) {
    await boss.work(
      name,
      {
        localConcurrency: concurrency,
        // Two at a time is the least with which a backlog is fetched without a pause.
        batchSize: 2,
        burstWhenBatchFull: true,
        // A try that is due later wakes nobody, so this poll is what finds it.
        notifyPollingIntervalSeconds: 5,
        includeMetadata: true,
        perJobResults: true,
      },
      async (jobs: PointerJob[]) => {
        const results: JobResult[] = [];
        // A batch comes in any order, and work on a row may wait for an earlier one.
        for (const job of jobs.toSorted((a, b) => a.data.id - b.data.id))
          results.push(await attempt(job, run, onTrouble));
        return results;
      },
    );
  }
}

async function drain(
  boss: PgBoss,
  queue: JobQueue,
  concurrency: number,
  worker: Worker,
  onTrouble: OnTrouble,
): Promise<{ done: number; failed: number }> {
  const tally = { done: 0, failed: 0 };
  for (const { name, run } of duties(queue, worker)) {
    for (;;) {
      const jobs = await boss.fetch<Pointer>(name, { batchSize: concurrency, includeMetadata: true });
      if (jobs.length === 0) break;
      const results = await keepingAlive(boss, name, jobs, () =>
        Promise.all(jobs.map((job) => attempt(job, run, onTrouble))),
      );
      const done = jobs.filter((_, at) => results[at]?.status === 'completed');
      if (done.length > 0) await boss.complete(name, done);
      for (const [at, job] of jobs.entries()) {
        if (!done.includes(job)) await boss.fail(name, job, results[at]?.output);
      }
      if (name === queue) {
        tally.done += done.length;
        tally.failed += jobs.length - done.length;
      }
    }
  }
  return tally;
}

/** The queue, and then the one of its parked jobs, each with what is done there. */
function duties(
  queue: JobQueue,
  worker: Worker,
): { name: string; run: (job: PointerJob) => Promise<void> }[] {
  return [
    { name: queue, run: (job) => worker.handle(job.data.id) },
    { name: parkedOf(queue), run: (job) => worker.park(job.data.id, lastError(job)) },
  ];
}

async function attempt(
  job: PointerJob,
  run: (job: PointerJob) => Promise<void>,
  onTrouble: OnTrouble,
): Promise<JobResult> {
  try {
    await run(job);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    onTrouble({ job: { queue: job.name, id: job.data.id, tries: job.retryCount + 1 }, error });
    return {
      id: job.id,
      status: 'failed',
      output: { message: explain(error) },
    };
  }
}

/** pg-boss beats for its own workers only. */
async function keepingAlive<T>(
  boss: PgBoss,
  name: string,
  jobs: PointerJob[],
  run: () => Promise<T>,
): Promise<T> {
  return beating(heartbeatSeconds / 3, () => boss.touch(name, jobs), run);
}

/** Beats while something runs. A beat that fails is made up for by the next. */
async function beating<T>(seconds: number, beat: () => Promise<unknown>, run: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => void beat().catch(() => {}), seconds * 1000);
  try {
    return await run();
  } finally {
    clearInterval(timer);
  }
}

/** What `attempt` noted of the last try, or pg-boss of one whose process died. */
function lastError(job: PointerJob): string {
  const output = (job.sourceOutput ?? {}) as { message?: string; value?: { message?: string } };
  return output.message ?? output.value?.message ?? '';
}
