import { sql } from 'drizzle-orm';
import type { PgBoss, QueueOptions } from 'pg-boss';
import type { Db, Tx } from './db.ts';

/** `message` a letter to be judged, `notice` a letter of ours to be sent, `command` a change on the mail server. */
export type JobQueue = 'message' | 'notice' | 'command';

/** A process whose jobs have had no sign of life for so long is dead, and they are given to others. */
export const heartbeatSeconds = 20;

const day = 86_400;

const common = {
  retryBackoff: true,
  heartbeatSeconds,
  expireInSeconds: 3600,
  // A job that nobody came to do waits; by default it would be deleted after two weeks.
  retentionSeconds: 3650 * day,
  deleteAfterSeconds: 7 * day,
} satisfies QueueOptions;

/**
 * How often a job is tried: `retryDelay` seconds after the first failure, twice that after the next, and so on up to
 * an hour. A mail server may be away for a day; a letter that we fail to judge ten times fails by a bug of ours.
 */
const policies: Record<JobQueue, { retryLimit: number; retryDelay: number; retryDelayMax: number }> = {
  message: { retryLimit: 9, retryDelay: 10, retryDelayMax: 3600 },
  notice: { retryLimit: 29, retryDelay: 30, retryDelayMax: 3600 },
  command: { retryLimit: 29, retryDelay: 30, retryDelayMax: 3600 },
};

/** The queue for jobs whose tries have all failed. */
export function parkedOf(queue: JobQueue): string {
  return `${queue}-parked`;
}

/** Makes the queues, or brings their policy up to date. One statement where there is nothing to do. */
export async function prepareQueues(boss: PgBoss): Promise<void> {
  const present = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const [queue, policy] of Object.entries(policies) as [JobQueue, QueueOptions][]) {
    // The dead letter queue first: the other refers to it.
    await prepare(parkedOf(queue), { ...common, ...policies.message });
    await prepare(queue, { ...common, ...policy, deadLetter: parkedOf(queue), notify: true });
  }

  async function prepare(name: string, options: QueueOptions & { deadLetter?: string; notify?: boolean }) {
    const found = present.get(name);
    if (found === undefined) return boss.createQueue(name, options);
    const current = found as unknown as Record<string, unknown>;
    const differs = Object.entries(options).some(([key, value]) => current[key] !== value);
    if (differs) await boss.updateQueue(name, options);
  }
}

/**
 * Gives back the jobs that a process was at when it died. Only where nobody else can be at work: whoever has the
 * embedded database open is alone. (On a server the heartbeat decides.) The try counts; one that was the last is left
 * for the heartbeat to end.
 */
export async function takeOver(db: Db): Promise<void> {
  await db.execute(sql`
    update pgboss.job set state = 'retry', start_after = now() where state = 'active' and retry_count < retry_limit`);
}

/** Ends the jobs that are at work on a row as done. (That pg-boss then ends them once more makes no difference.) */
export async function endActive(tx: Tx, queue: JobQueue, id: number): Promise<void> {
  await tx.execute(sql`
    update pgboss.job set state = 'completed', completed_on = now()
    where name = ${queue} and state = 'active' and (data->>'id')::bigint = ${id}`);
}

/** Has the jobs on a row that nobody has begun wait for so long from now on. */
export async function putOff(db: Db, queue: JobQueue, id: number, seconds: number): Promise<void> {
  await db.execute(sql`
    update pgboss.job set start_after = now() + make_interval(secs => ${seconds})
    where name = ${queue} and state = 'created' and (data->>'id')::bigint = ${id}`);
}

/**
 * A clock that was ahead for a while has written times that are not to be waited for: nothing of ours is ever due in more than
 * an hour.
 */
export async function mendTimes(db: Db): Promise<void> {
  await db.execute(sql`
    update pgboss.job set start_after = now()
    where state in ('created', 'retry') and start_after > now() + interval '2 hours'`);
  await db.execute(sql`
    update pgboss.job set heartbeat_on = now()
    where state = 'active' and heartbeat_on > now() + interval '2 hours'`);
  await db.execute(sql`
    update pgboss.queue set monitor_on = null, monitor_claim_on = null
    where greatest(monitor_on, monitor_claim_on) > now() + interval '2 hours'`);
}
