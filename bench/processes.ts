import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { House } from './house.ts';
import type { Post } from './imap.ts';
import { type Peak, peakOf } from './memory.ts';
import type { Sink } from './sink.ts';

/** `phieu start`, as a program of its own. */
export type Bot = { pid: number; stop(): Promise<void> };

/** Starts the bot and waits until it works; the first of several watches the mailbox. */
export const startBot = async ({ env }: House, awaited: 'started' | 'imap watching'): Promise<Bot> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../bin/phieu.js'), 'start'], {
    env: { PATH: process.env.PATH ?? '', ...env },
    cwd: env.DATA_DIR,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(child, 'exit');
  await new Promise<void>((resolve, reject) => {
    let log = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      if (log.includes(awaited)) return;
      log += chunk;
      if (log.includes(awaited)) resolve();
    });
    void gone.then(() => reject(new Error(`the bot ended: ${log}`)));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  return { pid: child.pid ?? 0, stop };
};

/**
 * Milliseconds a letter with so many bots on one database, from the first answer to the last, when all letters arrive at
 * once; and the memory of the bot that watches.
 */
export const runProcesses = async (
  house: House,
  { post, sink, letters, bots }: { post: Post; sink: Sink; letters: number; bots: number },
): Promise<{ milliseconds: number; peak: Peak }> => {
  const running = [await startBot(house, 'imap watching')];
  for (let at = 1; at < bots; at += 1) running.push(await startBot(house, 'started'));
  // Each has its child processes before it counts.
  const warming = bots * 8;
  const warm = sink.next(warming);
  await post.release(warming);
  await warm;
  const answers = sink.next(letters);
  await post.release(letters);
  const moments = await answers;
  const peak = peakOf(running[0]?.pid ?? 0);
  await Promise.all(running.map((bot) => bot.stop()));
  return { milliseconds: ((moments.at(-1) ?? 0) - (moments[0] ?? 0)) / (letters - 1), peak };
};
