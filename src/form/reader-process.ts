import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import type { Bounce } from '../model/bounce.ts';
import type { Reading } from '../model/form.ts';
import type { Order, Report, Used } from './child.ts';
import type { Conversion, LetterRead, WantedScan } from './read-letter.ts';
import type { Recognised } from './scan.ts';

/** A child is renewed after so many letters. */
const lettersPerChild = 1000;
/** A child that has not started by then never will. */
const startMilliseconds = 30_000;

const root = join(import.meta.dirname, '..', '..');
/** What a child may read of all files: the program itself. Beside it there may stand `.env` and the data. */
const readable = ['src', 'node_modules', 'package.json'].map((name) => join(root, name));

/** What became of a letter. */
export type Outcome =
  | { is: 'read'; reading: Reading; wanted: readonly Conversion[]; scans: readonly WantedScan[] }
  | { is: 'recognised'; scan: Recognised }
  /** null where the workbook cannot be marked safely. */
  | { is: 'marked'; content: Buffer | null }
  /** null where the letter is no bounce that can be read. */
  | { is: 'bounced'; bounce: Bounce | null }
  /** `at` is the attachment being read, null where the letter was being taken apart. */
  | { is: 'broken'; at: { index: number; name: string } | null; detail: string };

/** What a child may have: bytes of data (heap, buffers, wasm; the heap proper has its own, lower limit). */
export type Room = {
  dataBytes: number;
  /** A child that has grown to so many bytes is renewed. */
  memoryBytes: number;
  /**
   * Seconds of work in its life, after which the system ends it: what loops on after our own end has an end, too. One that has
   * done the half of it is renewed, so that no honest file meets the end.
   */
  cpuSeconds: number;
  /** A program and its words that part the child from networks; empty where there is none. */
  isolation: readonly string[];
};

export const roomForLetters: Room = {
  dataBytes: 900 * 1024 * 1024,
  memoryBytes: 400 * 1024 * 1024,
  cpuSeconds: 3600,
  isolation: [],
};

/** Told what the child is at, where an order has several pages. */
export type OnPage = (number: number, of: number) => void;

/** One child process and what is known of its health. */
export class Child {
  readonly gone: Promise<void>;
  readonly #process: ChildProcess;
  readonly #ready: Promise<void>;
  readonly #room: Room;
  #letters = 0;
  #used: Used = { memory: 0, seconds: 0 };
  #alive = true;
  /** The end of what it wrote to standard error. */
  #lastWords = '';

  constructor(room: Room = roomForLetters) {
    this.#room = room;
    this.#process = forkChild(room);
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
    const { memory, seconds } = this.#used;
    const isFresh = memory < this.#room.memoryBytes && seconds * 2 < this.#room.cpuSeconds;
    return this.isAlive && this.#letters < lettersPerChild && isFresh;
  }

  kill(): void {
    this.#alive = false;
    this.#hold();
    this.#process.kill('SIGKILL');
  }

  /** Carries out one order; null where the child had died before it saw it. Rejects where the child never started. */
  async read(order: Order, milliseconds: number, onPage: OnPage = () => {}): Promise<Outcome | null> {
    this.#hold();
    try {
      await this.#ready;
      if (!this.isAlive) return null;
      this.#letters += 1;
      return await this.#ask(order, milliseconds, onPage);
    } finally {
      this.#letGo();
    }
  }

  #ask(order: Order, milliseconds: number, onPage: OnPage): Promise<Outcome> {
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
        if (report.is === 'page') onPage(report.number, report.of);
        if (report.is === 'ready' || report.is === 'attachment' || report.is === 'page') return;
        this.#used = report.used;
        if (report.is === 'done') finish(readOf(report.read));
        else if (report.is === 'marked')
          finish({ is: 'marked', content: report.content && Buffer.from(report.content) });
        else if (report.is === 'recognised') finish({ is: 'recognised', scan: wellFormed(report.scan) });
        else if (report.is === 'bounced') finish({ is: 'bounced', bounce: wellFormed(report.bounce) });
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

function forkChild({ dataBytes, cpuSeconds, isolation }: Room): ChildProcess {
  const node = [
    '--max-old-space-size=256',
    '--permission',
    ...readable.map((path) => `--allow-fs-read=${path}`),
    '--disable-warning=ExperimentalWarning',
  ];
  const limiter = findLimiter();
  const limits = ['--core=0', '--fsize=0', `--data=${dataBytes}`, `--cpu=${cpuSeconds}`];
  const [program = process.execPath, ...words] = [
    ...(limiter ? [limiter, ...limits] : []),
    ...isolation,
    process.execPath,
    ...node,
  ];
  return fork(join(import.meta.dirname, 'child.ts'), {
    execPath: program,
    execArgv: words,
    // No address, key or password of ours is within reach of a file's code.
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** util-linux's prlimit, where the system has it. */
export function findLimiter(): string | undefined {
  return findProgram('prlimit');
}

/** Path of a program where the system has it. */
export function findProgram(name: string): string | undefined {
  const folders = ['/usr/bin', '/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

function readOf({ wanted, scans, ...reading }: LetterRead): Outcome {
  return { is: 'read', reading: wellFormed(reading), wanted, scans };
}

/** No NUL and no half of a surrogate pair: PostgreSQL stores neither, whatever a reader let through. */
const wellFormed = <T>(reading: T): T =>
  JSON.parse(JSON.stringify(reading), (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  );
