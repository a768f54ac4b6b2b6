import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** A local SMTP server in a thread of its own, so that its work is not counted as ours. */
export type Sink = {
  url: string;
  /** Resolves with the moments (`performance.now()`) at which so many letters came after this call. */
  next(letters: number): Promise<number[]>;
  close(): Promise<void>;
};

export const openSink = async (): Promise<Sink> => {
  const thread = new Worker(new URL('./sink-thread.ts', import.meta.url));
  const [port] = (await once(thread, 'message')) as [number];
  const listeners = new Set<(at: number) => void>();
  thread.on('message', () => {
    for (const hear of listeners) hear(performance.now());
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: (letters) =>
      new Promise((resolve) => {
        const moments: number[] = [];
        const hear = (at: number) => {
          if (moments.push(at) < letters) return;
          listeners.delete(hear);
          resolve(moments);
        };
        listeners.add(hear);
      }),
    close: async () => void (await thread.terminate()),
  };
};
