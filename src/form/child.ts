import { type MarkTask, markInLetter } from './mark-letter.ts';
import { type LetterRead, readLetter, type Task } from './read-letter.ts';

/** From the parent: read this letter, or mark a workbook in it. */
export type Order = { raw: Buffer } & (Task | MarkTask);

/** To the parent, in this order: once `ready`, then for each letter `attachment`s and one `done`, `refused` or `marked`. */
export type Report =
  | { is: 'ready' }
  | { is: 'attachment'; index: number; name: string }
  /** `memory` is the resident size in bytes. */
  | { is: 'done'; read: LetterRead; memory: number }
  /** The letter itself cannot be taken apart. */
  | { is: 'refused'; detail: string; memory: number }
  | { is: 'marked'; content: Buffer | null; memory: number };

/** Waits until the words are in the pipe: what comes next may never come back. */
function report(words: Report): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(words, undefined, undefined, () => resolve());
  });
}

const memory = (): number => process.memoryUsage.rss();

async function read(raw: Buffer, task: Task): Promise<Report> {
  try {
    const read = await readLetter(raw, task, (index, name) => report({ is: 'attachment', index, name }));
    return { is: 'done', read, memory: memory() };
  } catch (error) {
    return { is: 'refused', detail: String(error), memory: memory() };
  }
}

async function mark(raw: Buffer, task: MarkTask): Promise<Report> {
  return { is: 'marked', content: await markInLetter(raw, task), memory: memory() };
}

process.on('message', ({ raw: bytes, ...task }: Order) => {
  const raw = Buffer.from(bytes);
  void ('marks' in task ? mark(raw, task) : read(raw, task)).then(report);
});
process.on('disconnect', () => process.exit());
// The parent ends us; a Ctrl-C at its terminal must not look like a letter that killed its reader.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
void report({ is: 'ready' });
