import type { Reading } from '../model/form.ts';
import { readLetter, type Task } from './read-letter.ts';

/** From the parent: read this letter. */
export type Order = Task & { raw: Buffer };

/** To the parent, in this order: once `ready`, then for each letter `attachment`s and one `done` or `refused`. */
export type Report =
  | { is: 'ready' }
  | { is: 'attachment'; index: number; name: string }
  /** `memory` is the resident size in bytes. */
  | { is: 'done'; reading: Reading; memory: number }
  /** The letter itself cannot be taken apart. */
  | { is: 'refused'; detail: string; memory: number };

/** Waits until the words are in the pipe: what comes next may never come back. */
function report(words: Report): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(words, undefined, undefined, () => resolve());
  });
}

async function read({ raw, ...task }: Order): Promise<Report> {
  const memory = (): number => process.memoryUsage.rss();
  try {
    const reading = await readLetter(Buffer.from(raw), task, (index, name) =>
      report({ is: 'attachment', index, name }),
    );
    return { is: 'done', reading, memory: memory() };
  } catch (error) {
    return { is: 'refused', detail: String(error), memory: memory() };
  }
}

process.on('message', (order: Order) => {
  void read(order).then(report);
});
process.on('disconnect', () => process.exit());
// The parent ends us; a Ctrl-C at its terminal must not look like a letter that killed its reader.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
void report({ is: 'ready' });
