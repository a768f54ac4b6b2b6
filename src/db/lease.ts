import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './db.ts';
import { explain } from './errors.ts';
import { connectTo } from './postgres.ts';

/** Any number that no other program on the database uses for its advisory locks: "phieu" and "watch". */
const watchLock = [0x70686965, 0x77617463] as const;

/** Seconds between tries of a process that waits to take the watch over, and between looks of the one that has it. */
const seconds = 5;

/** The server frees the lock of a machine that is gone within half a minute, and not after its usual two hours. */
const keepAlive = { tcp_keepalives_idle: 10, tcp_keepalives_interval: 5, tcp_keepalives_count: 4 };

/**
 * Runs `work` in at most one process of a database at a time; the others wait to take over. On PostgreSQL an advisory
 * lock of a connection of its own decides: the server frees it when that connection ends, and then `work` is told by its
 * signal. For a moment two may be at work, when the one that lost the lock does not know it yet. The embedded database
 * has one process anyway.
 */
export const holdWatch = async (
  database: Database,
  signal: AbortSignal,
  work: (held: AbortSignal) => Promise<void>,
  log: (event: string, detail: Record<string, unknown>) => void,
): Promise<void> => {
  if (database.kind === 'embedded') return work(signal);
  let told = '';
  while (!signal.aborted) {
    const ended = await holdOnce(database.url, signal, work).catch(explain);
    // The same is not said every few seconds.
    if (!signal.aborted && ended !== told) log('not watching', { because: ended });
    told = ended;
    await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
  }
};

/** Works while the lock is held; says why it is not. */
const holdOnce = async (
  url: string,
  signal: AbortSignal,
  work: (held: AbortSignal) => Promise<void>,
): Promise<string> => {
  const lost = new AbortController();
  const connection = connectTo(url, {
    max: 1,
    // The lock lives as long as the connection, so nothing may end it by the clock.
    max_lifetime: null,
    onclose: () => lost.abort(),
    connection: { application_name: 'phieu watch', ...keepAlive },
  });
  const late = async () => {
    await sleep(2 * seconds * 1000, undefined, { signal: lost.signal, ref: false });
    throw new Error('the database does not answer');
  };
  try {
    const [row] =
      await connection`select pg_try_advisory_lock(${watchLock[0]}::int, ${watchLock[1]}::int) as held`;
    if (row?.held !== true) return 'another process watches';
    const look = () => Promise.race([connection`select 1`, late()]).catch(() => lost.abort());
    const beat = setInterval(look, seconds * 1000);
    try {
      await work(AbortSignal.any([signal, lost.signal]));
    } finally {
      clearInterval(beat);
    }
    return 'the connection that holds the watch was lost';
  } finally {
    lost.abort();
    await connection.end({ timeout: 1 });
  }
};
