import type { Bounce } from '../model/bounce.ts';
import type { FormProblem, Reading } from '../model/form.ts';
import type { Order } from './child.ts';
import { type Converter, openConverter } from './office.ts';
import type { Mark } from './own-book.ts';
import type { Conversion, Task, WantedScan } from './read-letter.ts';
import { Child, type Outcome } from './reader-process.ts';
import { openRecogniser, type Recogniser } from './recogniser.ts';

export type Limits = {
  /** Largest attachment that is read, in bytes (Điều 10 khoản 1: 15 MB). */
  attachmentBytes: number;
  /** Longest time for one try at a letter. */
  milliseconds: number;
};

/**
 * Bytes of a bounce that are read. What it says, and the head of the letter that came back, stand at its beginning; the rest of a
 * long one is that letter's body, or was made to be slow.
 */
const bounceBytes = 1024 * 1024;

const usualLimits: Limits = { attachmentBytes: 15 * 1024 * 1024, milliseconds: 20_000 };

/** Longest time to mark a workbook: others wait for its request's number. */
const markMilliseconds = 3000;

/** Reads letters in child processes, so that no file can break or stall this one. */
export type Reader = {
  /** Starts a first child now, and not when the first letter waits for it. */
  warm(): void;
  /**
   * Reads a raw message. What others wrote never rejects this: an attachment that crashes the child, or takes
   * too much time or memory, is `form-unreadable` and the rest of the letter is read without it.
   * Rejects only where no child can be started, or the reader is closed before the letter is read:
   * then nothing is known of the letter, and it may be read again later.
   */
  read(raw: Buffer, limits?: Partial<Limits>): Promise<Reading>;
  /**
   * The workbook of that name in a raw message, written anew with `Kết quả` and `Lý do` right of its table (`own-book.ts`); null
   * where it cannot be had safely. Rejects as `read` does.
   */
  mark(raw: Buffer, attachment: string, marks: readonly Mark[]): Promise<Buffer | null>;
  /** What a bounce says; null where it cannot be read. Rejects as `read` does. */
  bounce(raw: Buffer): Promise<Bounce | null>;
  /** Ends the children at once. */
  close(): Promise<void>;
};

/** Files of one letter that LibreOffice makes anew. */
const maxConversions = 3;
/** Files of one letter whose pictures are recognised. */
const maxScans = 3;
/** Tries at one letter: each of the first ones may lose an attachment that broke the child. */
const maxBreaks = 3;

/** Told while pictures are recognised, which takes seconds: the file's name, and which of its pages is in hand. */
export type OnScan = (name: string, page: number, of: number) => void;

/**
 * Opens a reader of up to `children` processes, started on demand and kept warm. `trustRoots` are certificates in PEM by
 * which signatures of PDFs are judged.
 */
export function openReader({
  children = 4,
  onScan = () => {},
  trustRoots = [],
}: {
  children?: number;
  onScan?: OnScan;
  trustRoots?: readonly string[];
} = {}): Reader {
  const idle: Child[] = [];
  const all = new Set<Child>();
  const waiting: ((child: Child) => void)[] = [];
  const converter = openConverter();
  const recogniser = openRecogniser();
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
    // Who waits for a closed reader is given the dead child, and learns it.
    if (next) next(fit || closed ? used : start());
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
    warm() {
      if (all.size === 0) idle.push(start());
    },
    read: (raw, limits) =>
      readWithBreaks(
        raw,
        { ...usualLimits, ...limits },
        { attempt, converter, recogniser, onScan, trustRoots },
      ),
    async mark(raw, attachment, marks) {
      const { attachmentBytes } = usualLimits;
      const outcome = await attempt({ raw, attachmentBytes, attachment, marks }, markMilliseconds);
      return outcome.is === 'marked' ? outcome.content : null;
    },
    async bounce(raw) {
      const order = { raw: raw.subarray(0, bounceBytes), bounce: true } as const;
      const outcome = await attempt(order, usualLimits.milliseconds);
      return outcome.is === 'bounced' ? outcome.bounce : null;
    },
    async close() {
      closed = true;
      converter?.close();
      for (const child of all) child.kill();
      await Promise.all([...[...all].map((child) => child.gone), recogniser.close()]);
    },
  };
}

type Attempt = (order: Order, milliseconds: number) => Promise<Outcome>;

/** What letters are read with. */
type Tools = {
  attempt: Attempt;
  converter: Converter | null;
  recogniser: Recogniser;
  onScan: OnScan;
  trustRoots: readonly string[];
};

/** Reads a letter again without what broke the child, until it is read or has broken too much. */
async function readWithBreaks(
  raw: Buffer,
  limits: Limits,
  { attempt, converter, recogniser, onScan, trustRoots }: Tools,
): Promise<Reading> {
  const broken: FormProblem[] = [];
  const order: { raw: Buffer } & Task = {
    raw,
    attachmentBytes: limits.attachmentBytes,
    trustRoots,
    html: true,
    skip: [],
    stopAt: Infinity,
    ...(converter && { converted: [] as Made }),
  };
  for (;;) {
    const outcome = await attempt(order, limits.milliseconds);
    if (outcome.is === 'marked' || outcome.is === 'bounced' || outcome.is === 'recognised')
      throw new Error(`a letter was to be read, and was ${outcome.is}`);
    if (outcome.is === 'read') {
      const { reading, wanted, scans } = outcome;
      if (converter && wanted.length > 0) order.converted = await convertAll(wanted, converter);
      else if (scans.length > 0) order.recognised = await recogniseAll(scans, recogniser, onScan);
      else return { ...reading, problems: [...broken, ...reading.problems] };
      continue;
    }
    const { at, detail } = outcome;
    if (!at && !order.html) {
      broken.push({ code: 'form-unreadable', attachment: '', detail: `the letter itself: ${detail}` });
      return { text: '', forms: [], problems: broken };
    }
    if (!at) order.html = false;
    else {
      broken.push({ code: 'form-unreadable', attachment: at.name, detail });
      order.skip = [...order.skip, at.index];
      if (broken.length >= maxBreaks) order.stopAt = at.index;
    }
  }
}

type Made = NonNullable<Task['converted']>;

/** Has LibreOffice make the first of the files anew. */
async function convertAll(wanted: readonly Conversion[], converter: Converter): Promise<Made> {
  const converted: Made[number][] = [];
  for (const { index, type, content } of wanted) {
    const made =
      converted.length < maxConversions
        ? await converter.convert(Buffer.from(content), type)
        : { content: null, why: 'too many such files' };
    converted.push({ index, ...made });
  }
  return converted;
}

type Seen = NonNullable<Task['recognised']>;

/** Has the pictures of the first of the files recognised. */
async function recogniseAll(
  scans: readonly WantedScan[],
  recogniser: Recogniser,
  onScan: OnScan,
): Promise<Seen> {
  const recognised: Seen[number][] = [];
  for (const { index, name, file } of scans) {
    const scan: Seen[number]['scan'] =
      recognised.length < maxScans
        ? await recogniser.recognise(file, name, (page, of) => onScan(name, page, of))
        : { is: 'unread', why: 'too many such files', damaged: false };
    recognised.push({ index, scan });
  }
  return recognised;
}
