import { withoutNetwork } from './isolation.ts';
import { Child, type OnPage, type Room } from './reader-process.ts';
import type { Recognised } from './scan.ts';
import type { ScanFile } from './scan-pages.ts';

/** Longest time for the pages of one file: a page takes some seconds, and a bad one minutes. */
const milliseconds = 120_000;

const room: Omit<Room, 'isolation'> = {
  dataBytes: 3 * 1024 ** 3,
  memoryBytes: 700 * 1024 ** 2,
  cpuSeconds: 3600,
};

/** Recognises the words on pictures of pages, in a child process of its own, one file at a time. */
export type Recogniser = {
  /** Never rejects for what others made; rejects where no child can be started, or the recogniser is closed. */
  recognise(file: ScanFile, name: string, onPage: OnPage): Promise<Recognised>;
  /** Ends what runs, at once. */
  close(): Promise<void>;
};

/** The child is started with the first scan and kept: letters with other attachments wait for none of this. */
export function openRecogniser(): Recogniser {
  let child: Child | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;

  const recogniseNext: Recogniser['recognise'] = async (scan, name, onPage) => {
    for (;;) {
      if (closed) throw new Error('the recogniser is closed');
      if (!child?.isFit) {
        child?.kill();
        const isolation = await withoutNetwork();
        // Nobody would end a child that is started after the close.
        if (closed) continue;
        child = new Child({ ...room, isolation });
      }
      const outcome = await child.read({ scan, name }, milliseconds, onPage);
      if (closed || !outcome) continue;
      if (outcome.is === 'recognised') return outcome.scan;
      return { is: 'unread', why: outcome.is === 'broken' ? outcome.detail : outcome.is, damaged: false };
    }
  };
  return {
    recognise(file, name, onPage) {
      const next = last.then(() => recogniseNext(file, name, onPage));
      last = next.catch(() => {});
      return next;
    },
    async close() {
      closed = true;
      child?.kill();
      await child?.gone;
    },
  };
}
