import { setTimeout as sleep } from 'node:timers/promises';
import connect from 'postgres';
import type { Database } from './db.ts';

/** Any number that no other program on the database uses for its advisory locks: "phieu" and "watch". */
const watchLock = [0x70686965, 0x77617463] as const;

/** Seconds between tries of a process that waits to take the watch over, and between looks of the one that has it. */
const seconds = 5;

/**
 * Runs `work` in at most one process of a database at a time; the others wait to take over. On PostgreSQL an advisory
 * lock of a connection of its own decides: the server frees it when that connection ends, and then `work` is told by its
 * signal. The embedded database has one process anyway.
 */
export const holdWatch = async (
  database: Database,
  signal: AbortSignal,
  work: (held: AbortSignal) => Promise<void>,
  log: (event: string, detail: Record<string, unknown>) => void,
): Promise<void> => {
  if (database.kind === 'embedded') return work(signal);
  while (!signal.aborted) {
    try {
      await holdOnce(database.url, signal, work);
    } catch (error) {
      log('watch lease lost', { error: String(error) });
    }
    await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
  }
};

const holdOnce = async (
  url: string,
  signal: AbortSignal,
  work: (held: AbortSignal) => Promise<void>,
): Promise<void> => {
  const lost = new AbortController();
  const connection = connect(url, {
    max: 1,
    connect_timeout: 10,
    onnotice: () => {},
    // The lock lives as long as the connection, so nothing may end it by the clock.
    max_lifetime: null,
    onclose: () => lost.abort(),
    connection: { application_name: 'phieu watch' },
  });
  try {
    const [row] =
      await connection`select pg_try_advisory_lock(${watchLock[0]}::int, ${watchLock[1]}::int) as held`;
    if (row?.held !== true) return;
    const held = AbortSignal.any([signal, lost.signal]);
    const beat = setInterval(() => void connection`select 1`.catch(() => lost.abort()), seconds * 1000);
    try {
      await work(held);
    } finally {
      clearInterval(beat);
    }
  } finally {
    await connection.end({ timeout: 1 });
  }
};
