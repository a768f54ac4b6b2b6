import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import type { FormProblem, Reading } from '../model/form.ts';
import type { Order, Report } from './child.ts';

export type Limits = {
  /** Largest attachment that is read, in bytes (Điều 10 khoản 1: 15 MB). */
  attachmentBytes: number;
  /** Longest time for one try at a letter. */
  milliseconds: number;
};

const usualLimits: Limits = { attachmentBytes: 15 * 1024 * 1024, milliseconds: 20_000 };

/** Reads letters in child processes, so that no file can break or stall this one. */
export type Reader = {
  /**
   * Reads a raw message. What others wrote never rejects this: an attachment that crashes the child, or takes
   * too much time or memory, is `form-unreadable` and the rest of the letter is read without it.
   * Rejects only where no child can be started, or the reader is closed before the letter is read:
   * then nothing is known of the letter, and it may be read again later.
   */
  read(raw: Buffer, limits?: Partial<Limits>): Promise<Reading>;
  /** Ends the children at once. */
  close(): Promise<void>;
};

/** Tries at one letter: each of the first ones may lose an attachment that broke the child. */
const maxBreaks = 3;
/** A child is renewed after so many letters, or when it has grown to so many bytes. */
const lettersPerChild = 100;
const memoryPerChild = 400 * 1024 * 1024;
/** A child that has not started by then never will. */
const startMilliseconds = 30_000;

const root = join(import.meta.dirname, '..', '..');

/** Opens a reader of up to `children` processes, started on demand and kept warm. */
export function openReader({ children = 4 }: { children?: number } = {}): Reader {
  const idle: Child[] = [];
  const all = new Set<Child>();
  const waiting: ((child: Child) => void)[] = [];
  let closed = false;

  const start = (): Child => {
    const child = new Child();
    all.add(child);
    return child;
  };
  const acquire = async (): Promise<Child> => {
    const child = idle.pop();
    if (child?.isAlive) return child;
    if (child) all.delete(child);
    if (all.size < children) return start();
    return new Promise((resolve) => waiting.push(resolve));
  };
  const release = (used: Child): void => {
    const fit = used.isFit && !closed;
    if (!fit) {
      used.kill();
      all.delete(used);
    }
    const next = waiting.shift();
    if (next) next(fit ? used : start());
    else if (fit) idle.push(used);
  };

  const attempt: Attempt = async (order, milliseconds) => {
    for (;;) {
      if (closed) throw new Error('the form reader is closed');
      const child = await acquire();
      try {
        const outcome = await child.read(order, milliseconds);
        if (outcome && !closed) return outcome;
      } catch (error) {
        // A child that was ended in starting tells nothing of why it did not start.
        if (!closed) throw error;
      } finally {
        release(child);
      }
    }
  };
  return {
    read: (raw, limits) => readWithBreaks(raw, { ...usualLimits, ...limits }, attempt),
    async close() {
      closed = true;
      for (const child of all) child.kill();
      await Promise.all([...all].map((child) => child.gone));
    },
  };
}

type Attempt = (order: Order, milliseconds: number) => Promise<Outcome>;

/** Reads a letter again without what broke the child, until it is read or has broken too much. */
async function readWithBreaks(raw: Buffer, limits: Limits, attempt: Attempt): Promise<Reading> {
  const broken: FormProblem[] = [];
  const order = {
    raw,
    attachmentBytes: limits.attachmentBytes,
    html: true,
    skip: [] as number[],
    stopAt: Infinity,
  };
  for (;;) {
    const outcome = await attempt(order, limits.milliseconds);
    if (outcome.is === 'read') {
      return { ...outcome.reading, problems: [...broken, ...outcome.reading.problems] };
    }
    const { at, detail } = outcome;
    if (!at && !order.html) {
      broken.push({ code: 'form-unreadable', attachment: '', detail: `the letter itself: ${detail}` });
      return { text: '', forms: [], problems: broken };
    }
    if (!at) order.html = false;
    else {
      broken.push({ code: 'form-unreadable', attachment: at.name, detail });
      order.skip.push(at.index);
      if (broken.length >= maxBreaks) order.stopAt = at.index;
    }
  }
}

type Outcome =
  | { is: 'read'; reading: Reading }
  /** `at` is the attachment being read, null where the letter was being taken apart. */
  | { is: 'broken'; at: { index: number; name: string } | null; detail: string };

/** One child process and what is known of its health. */
class Child {
  readonly gone: Promise<void>;
  readonly #process: ChildProcess;
  readonly #ready: Promise<void>;
  #letters = 0;
  #memory = 0;
  #alive = true;
  /** The end of what it wrote to standard error. */
  #lastWords = '';

  constructor() {
    this.#process = forkChild();
    this.#process.stderr?.on('data', (chunk: Buffer) => {
      this.#lastWords = (this.#lastWords + chunk.toString()).slice(-8000);
    });
    this.gone = new Promise((resolve) => {
      this.#process.once('exit', () => resolve());
      this.#process.once('error', () => resolve());
    });
    void this.gone.then(() => {
      this.#alive = false;
    });
    this.#ready = this.#waitReady();
    // Awaited when the first letter comes; until then nobody listens.
    this.#ready.catch(() => {});
  }

  get isAlive(): boolean {
    return this.#alive && this.#process.connected;
  }

  get isFit(): boolean {
    return this.isAlive && this.#letters < lettersPerChild && this.#memory < memoryPerChild;
  }

  kill(): void {
    this.#alive = false;
    this.#hold();
    this.#process.kill('SIGKILL');
  }

  /** Reads one letter; null where the child had died before it saw it. Rejects where the child never started. */
  async read(order: Order, milliseconds: number): Promise<Outcome | null> {
    this.#hold();
    try {
      await this.#ready;
      if (!this.isAlive) return null;
      this.#letters += 1;
      return await this.#ask(order, milliseconds);
    } finally {
      this.#letGo();
    }
  }

  #ask(order: Order, milliseconds: number): Promise<Outcome> {
    return new Promise((resolve) => {
      let at: { index: number; name: string } | null = null;
      let late = false;
      const timer = setTimeout(() => {
        late = true;
        this.kill();
      }, milliseconds);
      const finish = (outcome: Outcome): void => {
        clearTimeout(timer);
        this.#process.off('message', hear).off('exit', exit);
        resolve(outcome);
      };
      const exit = (code: number | null, signal: string | null): void => {
        const fatal = /^FATAL ERROR: .*/m.exec(this.#lastWords)?.[0] ?? '';
        const detail = late
          ? `no result in ${milliseconds} ms`
          : `the reader died of it (${signal ?? code}) ${fatal}`.trim();
        finish({ is: 'broken', at, detail });
      };
      const hear = (report: Report): void => {
        if (report.is === 'attachment') at = { index: report.index, name: report.name };
        if (report.is !== 'done' && report.is !== 'refused') return;
        this.#memory = report.memory;
        if (report.is === 'done') finish({ is: 'read', reading: report.reading });
        else finish({ is: 'broken', at: null, detail: report.detail });
      };
      this.#process.on('message', hear).once('exit', exit);
      // A child that dies while we write is told by its exit.
      this.#process.send(order, () => {});
    });
  }

  async #waitReady(): Promise<void> {
    const started = new Promise<true>((resolve) => this.#process.once('message', () => resolve(true)));
    const timeout = AbortSignal.timeout(startMilliseconds);
    const late = new Promise<void>((resolve) => timeout.addEventListener('abort', () => resolve()));
    if ((await Promise.race([started, this.gone, late])) === true) return;
    this.kill();
    throw new Error(
      'the process that reads forms does not start; does `node src/form/child.ts` run by itself?',
    );
  }

  /** Only a child at work keeps this process alive. */
  #hold(): void {
    this.#process.ref();
    this.#process.channel?.ref();
  }

  #letGo(): void {
    this.#process.unref();
    this.#process.channel?.unref();
    (this.#process.stderr as Socket | null)?.unref();
  }
}

/** Bytes of data a child may have (heap, buffers, wasm); the heap proper has its own, lower limit. */
const dataBytes = 900 * 1024 * 1024;
/** Seconds of work in a child's life: what loops on after our own end has an end, too. */
const cpuSeconds = 3600;

function forkChild(): ChildProcess {
  const node = [
    '--max-old-space-size=256',
    '--permission',
    `--allow-fs-read=${root}`,
    '--disable-warning=ExperimentalWarning',
  ];
  const limiter = findLimiter();
  const limits = ['--core=0', '--fsize=0', `--data=${dataBytes}`, `--cpu=${cpuSeconds}`];
  return fork(join(import.meta.dirname, 'child.ts'), {
    ...(limiter
      ? { execPath: limiter, execArgv: [...limits, process.execPath, ...node] }
      : { execArgv: node }),
    // No address, key or password of ours is within reach of a file's code.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** util-linux's prlimit, where the system has it. */
function findLimiter(): string | undefined {
  const folders = ['/usr/bin', '/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, 'prlimit')).find((path) => existsSync(path));
}
