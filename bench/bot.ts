import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../src/app.ts';
import { storingDesk } from '../src/intake/desk.ts';
import { sourceOf } from '../src/intake/mailbox.ts';
import { findPosition, setPosition, unfiled } from '../src/intake/position.ts';
import { watch } from '../src/intake/watch.ts';
import type { House } from './house.ts';
import type { Post } from './imap.ts';
import type { Sink } from './sink.ts';
import { startWatch, type Usage } from './timing.ts';

/** Letters before the measured ones: they start the child processes and fill the caches, and code is compiled while it runs. */
export const warmingLetters = 60;

/** The bot as `phieu start` wires it, in this process, warm; it looks into the mailbox only while it runs. */
export type Bot = {
  /** Takes the next so many letters: from the moment it looks into the mailbox until the last answer is sent. */
  run(letters: number): Promise<Usage>;
  close(): Promise<void>;
};

/**
 * Starts a bot with so many letters judged and sent at a time, and warms it. Each letter is fetched, stored, proven, read in
 * a child process, judged, written, answered and filed.
 */
export const openBot = async (
  house: House,
  { post, sink, concurrency }: { post: Post; sink: Sink; concurrency: number },
): Promise<Bot> => {
  let settled = Promise.withResolvers<void>();
  const app = await house.open(true, () => {
    settled.resolve();
    settled = Promise.withResolvers<void>();
  });
  const url = app.config.imapUrl;
  if (!url) throw new Error('no IMAP_URL');
  for (const queue of ['message', 'notice', 'command'] as const)
    await app.jobs.work(queue, concurrency, app.workers[queue]);
  const run = async (letters: number): Promise<Usage> => {
    const uids = await post.release(letters);
    const stop = startWatch();
    let usage: Usage | undefined;
    const answers = sink.next(letters).then(() => {
      usage = stop(letters);
    });
    await work(app, url, () => settled.promise, uids, answers);
    if (!usage) throw new Error('the bot stopped without its answers');
    return usage;
  };
  await run(warmingLetters);
  return { run, close: () => app.close() };
};

/** Watches from the first of these letters on until they are answered. */
const work = async (
  app: App,
  url: URL,
  settled: () => Promise<void>,
  uids: readonly number[],
  answers: Promise<unknown>,
): Promise<void> => {
  const db = app.database.db;
  const source = sourceOf(url);
  const known = await findPosition(db, source);
  if (known) await setPosition(db, source, { ...known, nextUid: uids[0] ?? 1 });
  const log = (event: string, detail: object) => {
    if (/interrupted|not fetched/.test(event)) console.error(event, detail);
  };
  const desk = storingDesk({ ...app, db, settled, log });
  const stop = new AbortController();
  const watching = watch({ url, since: known ? null : new Date(0) }, desk, stop.signal);
  await answers;
  // What is left in the mailbox would be another bot's at its first look.
  while ((await unfiled(db, source)).length > 0) await sleep(20);
  stop.abort();
  await watching;
};
