import type { Bounce } from '../model/bounce.ts';
import { type BounceTask, readBounce } from './bounce-letter.ts';
import { type MarkTask, markInLetter } from './mark-letter.ts';
import { type LetterRead, readLetter, type Task } from './read-letter.ts';
import type { Recognised } from './scan.ts';
import type { ScanFile } from './scan-pages.ts';

/** From the parent: read this letter, mark a workbook in it, read it as a bounce, or recognise the words on pictures. */
export type Order = LetterOrder | ScanOrder;
type LetterOrder = { raw: Buffer } & (Task | MarkTask | BounceTask);
export type ScanOrder = { scan: ScanFile; name: string };

/**
 * To the parent, in this order: once `ready`, then for each order `attachment`s or `page`s and one `done`, `refused`,
 * `marked`, `bounced` or `recognised`.
 */
export type Report =
  | { is: 'ready' }
  | { is: 'attachment'; index: number; name: string }
  | { is: 'done'; read: LetterRead; used: Used }
  /** The letter itself cannot be taken apart. */
  | { is: 'refused'; detail: string; used: Used }
  | { is: 'marked'; content: Buffer | null; used: Used }
  | { is: 'bounced'; bounce: Bounce | null; used: Used }
  /** `number` of `of` pages is being recognised. */
  | { is: 'page'; number: number; of: number }
  | { is: 'recognised'; scan: Recognised; used: Used };

/** What a child holds, in bytes, and what work it has done in its life, in seconds. */
export type Used = { memory: number; seconds: number };

/** Waits until the words are in the pipe: what comes next may never come back. */
function report(words: Report): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(words, undefined, undefined, () => resolve());
  });
}

const used = (): Used => {
  const { user, system } = process.cpuUsage();
  return { memory: process.memoryUsage.rss(), seconds: (user + system) / 1e6 };
};

async function read(raw: Buffer, task: Task): Promise<Report> {
  try {
    const read = await readLetter(raw, task, (index, name) => report({ is: 'attachment', index, name }));
    return { is: 'done', read, used: used() };
  } catch (error) {
    return { is: 'refused', detail: String(error), used: used() };
  }
}

async function mark(raw: Buffer, task: MarkTask): Promise<Report> {
  return { is: 'marked', content: await markInLetter(raw, task), used: used() };
}

async function bounced(raw: Buffer): Promise<Report> {
  // What cannot be taken apart speaks of no letter of ours.
  return { is: 'bounced', bounce: await readBounce(raw).catch(() => null), used: used() };
}

/** What recognises words is large: letters without scans do without it. */
async function recognise({ scan, name }: ScanOrder): Promise<Report> {
  const { recognise } = await import('./scan.ts');
  // Buffers come through the pipe as plain bytes.
  const file: ScanFile =
    scan.is === 'pdf'
      ? { is: 'pdf', content: Buffer.from(scan.content) }
      : { is: 'pictures', contents: scan.contents.map((content) => Buffer.from(content)) };
  const read = await recognise(file, name, (number, of) => report({ is: 'page', number, of }));
  return { is: 'recognised', scan: read, used: used() };
}

function carryOut(order: Order): Promise<Report> {
  if ('scan' in order) return recognise(order);
  const { raw: bytes, ...task } = order;
  const raw = Buffer.from(bytes);
  if ('marks' in task) return mark(raw, task);
  return 'bounce' in task ? bounced(raw) : read(raw, task);
}

process.on('message', (order: Order) => {
  void carryOut(order).then(report);
});
process.on('disconnect', () => process.exit());
// The parent ends us; a Ctrl-C at its terminal must not look like a letter that killed its reader.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
void report({ is: 'ready' });
