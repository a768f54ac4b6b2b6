import { setTimeout as sleep } from 'node:timers/promises';
import { explain } from '../db/errors.ts';
import { withoutPassword } from '../mail/secrets.ts';
import { pass } from '../points.ts';
import type { Arrival } from './intake.ts';
import { type Listed, type Mailbox, openMailbox, sourceOf } from './mailbox.ts';
import type { Place, Position, Settled } from './position.ts';

/** What the watcher needs of the rest; a dry run gives it a memory instead of the database. */
export type WatchDesk = {
  findPosition(source: string): Promise<Position | null>;
  setPosition(source: string, position: Position): Promise<void>;
  /** Notes that all letters below `nextUid` were passed. */
  advance(box: Pick<Place, 'source' | 'uidValidity'>, nextUid: number): Promise<void>;
  /**
   * Stores a letter, where it lies and that those below `nextUid` were passed in one transaction, once however often; work
   * on it starts after the commit.
   */
  receive(arrival: Arrival, place: Place, nextUid: number): Promise<void>;
  /** Letters of this source that are settled and not yet filed. */
  unfiled(source: string): Promise<Settled[]>;
  markFiled(source: string, letters: readonly Settled[]): Promise<void>;
  /** Resolves when a letter was settled, so that it can be filed. */
  settled(): Promise<void>;
  /** `event` in English, for the log. */
  log(event: string, detail: Record<string, unknown>): void;
  now(): Date;
};

/** How long the watcher waits, in seconds. */
export type Patience = {
  /** Between looks at a mailbox whose server tells nothing. */
  poll: number;
  /** For a server that has something to answer, before the connection counts as gone. Longer than `poll`. */
  silence: number;
  /** After each failure in a row, give or take a quarter; the last one from then on. */
  backOff: readonly number[];
  /** Before a letter that could not be fetched three times is tried again; the others are not kept waiting. */
  stuck: number;
};

/** A short poll finds what other processes have settled, too; it costs a server three small commands. */
const usual: Patience = { poll: 30, silence: 120, backOff: [1, 2, 5, 10, 30, 60], stuck: 600 };

const day = 24 * 60 * 60 * 1000;

/** Milliseconds for which settled letters are gathered before they are filed: the folder is for people, and nobody waits for it. */
const gathering = 1000;

export type Watch = {
  url: URL;
  /** Letters from this moment on are looked at although they are older than the first start; null: none are. */
  since: Date | null;
  patience?: Patience;
};

/** What the watcher remembers from one connection to the next. */
type Memory = {
  lookBack: Date | null;
  failures: number;
  /** The highest UID that was passed; the position in the database stays behind at a letter that is stuck. */
  passed: number;
  /** Letters that could not be fetched, by UID; they are tried after the others, from `until` on. */
  stuck: Map<number, { tries: number; until: number }>;
};

type Session = {
  source: string;
  mailbox: Mailbox;
  desk: WatchDesk;
  memory: Memory;
  patience: Patience;
  signal: AbortSignal;
};

/**
 * Watches an IMAP mailbox until `signal` aborts: takes what arrives, in order, each letter stored before the next is
 * fetched; files what is settled. Lost connections and a new UIDVALIDITY are normal events. The first start takes only
 * what arrives from then on.
 */
export const watch = async (
  { url, since, patience = usual }: Watch,
  desk: WatchDesk,
  signal: AbortSignal,
): Promise<void> => {
  const source = sourceOf(url);
  const hide = withoutPassword(url);
  const memory: Memory = { lookBack: since, failures: 0, passed: 0, stuck: new Map() };
  while (!signal.aborted) {
    try {
      const mailbox = await openMailbox(url, { signal, silenceSeconds: patience.silence });
      await keep({ source, mailbox, desk, memory, patience, signal });
    } catch (error) {
      if (signal.aborted) return;
      const usually = patience.backOff[Math.min(memory.failures, patience.backOff.length - 1)] ?? 0;
      const seconds = usually * (0.75 + Math.random() / 2);
      memory.failures += 1;
      desk.log('imap watch interrupted', {
        source,
        error: hide(explain(error)),
        retryInSeconds: Math.round(seconds),
      });
      await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
    }
  }
};

/** Watches over one connection. */
const keep = async (session: Session): Promise<void> => {
  const { source, mailbox, desk, memory, patience, signal } = session;
  const leave = () => void mailbox.close();
  signal.addEventListener('abort', leave);
  try {
    await settlePosition(session);
    // Once is enough: a new connection goes on where the last one stood.
    memory.lookBack = null;
    desk.log('imap watching', { source, uidNext: mailbox.uidNext });
    while (!signal.aborted) {
      await takeNew(session);
      const settled = desk.settled().then(() => sleep(gathering, undefined, { signal }).catch(() => {}));
      await fileSettled(session);
      memory.failures = 0;
      await mailbox.wait(settled, patience.poll);
    }
  } finally {
    signal.removeEventListener('abort', leave);
    await mailbox.close();
  }
};

/** Under a new UIDVALIDITY every UID means another letter: all are looked at again, and known ones are recognised. */
const settlePosition = async ({ source, mailbox, desk, memory }: Session): Promise<void> => {
  const { uidValidity, uidNext } = mailbox;
  const known = await desk.findPosition(source);
  const since = memory.lookBack;
  if (since || known?.uidValidity !== uidValidity) {
    memory.passed = 0;
    memory.stuck.clear();
  }
  if (since) {
    desk.log('imap looking back', { source, since: since.toISOString() });
    return desk.setPosition(source, { uidValidity, nextUid: 1, since, byDate: true });
  }
  if (known?.uidValidity === uidValidity) return;
  if (known) {
    desk.log('imap UIDVALIDITY changed', { source, from: known.uidValidity, to: uidValidity });
    return desk.setPosition(source, { uidValidity, nextUid: 1, since: known.since, byDate: true });
  }
  const now = desk.now();
  // Everything that comes for as long as a clock is ahead would look like an old letter that somebody put back.
  if ((await mailbox.sharesClock(now, day / 2)) === false)
    throw new Error(
      'the clocks of this machine and of the IMAP server differ by hours: set them right; the first start waits for that',
    );
  desk.log('imap first start', { source, uidNext });
  return desk.setPosition(source, { uidValidity, nextUid: uidNext, since: now, byDate: false });
};

const takeNew = async (session: Session): Promise<void> => {
  const { source, mailbox, desk, memory, signal } = session;
  const position = await desk.findPosition(source);
  if (position?.uidValidity !== mailbox.uidValidity) throw new Error(`the position of ${source} was changed`);
  const { stuck } = memory;
  const letters = await mailbox.list(position.nextUid);
  // What is stored after all, or gone from the server, would hold the position back for ever.
  const listed = new Set(letters.map(({ uid }) => uid));
  for (const uid of stuck.keys()) if (!listed.has(uid)) stuck.delete(uid);
  const inTurn = [
    ...letters.filter(({ uid }) => uid > memory.passed && !stuck.has(uid)),
    ...letters.filter(({ uid }) => (stuck.get(uid)?.until ?? Number.POSITIVE_INFINITY) <= performance.now()),
  ];
  for (const letter of inTurn) {
    if (signal.aborted) return;
    // A letter that is stuck is looked for again by the next process, too.
    const nextUid = Math.min(letter.uid + 1, ...stuck.keys().filter((uid) => uid !== letter.uid));
    const taken = !isOlder(letter, position) && (await take(session, letter, nextUid));
    stuck.delete(letter.uid);
    memory.passed = Math.max(memory.passed, letter.uid);
    if (!taken && nextUid > position.nextUid)
      await desk.advance({ source, uidValidity: mailbox.uidValidity }, nextUid);
    pass('position advanced');
  }
};

/** Fetches a letter and has it stored; false where it is gone. */
const take = async (
  { source, mailbox, desk, memory, patience }: Session,
  letter: Listed,
  nextUid: number,
): Promise<boolean> => {
  const { uid, size } = letter;
  const fetched = await mailbox.fetch(letter).catch((error: unknown) => {
    const tries = (memory.stuck.get(uid)?.tries ?? 0) + 1;
    const until = tries < 3 ? 0 : performance.now() + patience.stuck * 1000;
    memory.stuck.set(uid, { tries, until });
    desk.log('letter not fetched', { source, uid, bytes: size, tries });
    throw error;
  });
  if (!fetched) return false;
  pass('letter fetched');
  const place = { source, uidValidity: mailbox.uidValidity, uid };
  await desk.receive({ ...fetched, origin: 'imap' }, place, nextUid);
  pass('letter received');
  desk.log('letter taken', { source, uid, bytes: size, truncated: fetched.truncated });
  return true;
};

/**
 * Whether a letter arrived before the watch begins. By its UID it did not; that its date says so by more than clocks
 * differ means that somebody put an old letter back. Where dates alone must tell, they are whole seconds, and what came in
 * the very second of the first start was stored then if it came after it.
 */
const isOlder = ({ arrivedAt }: Listed, { since, byDate }: Position): boolean => {
  const begins = byDate ? Math.ceil(since.getTime() / 1000) * 1000 : since.getTime() - day;
  return arrivedAt.getTime() < begins;
};

const fileSettled = async ({ source, mailbox, desk }: Session): Promise<void> => {
  const letters = await desk.unfiled(source);
  if (letters.length === 0) return;
  const movable = letters.filter(({ move, uidValidity }) => move && uidValidity === mailbox.uidValidity);
  const because = movable.length > 0 ? await mailbox.file(movable.map(({ uid }) => uid)) : null;
  // The folder is for people: where the server will not have it, a letter is settled all the same.
  if (because !== null) desk.log('letters left in place', { source, letters: movable.length, because });
  pass('letters moved');
  await desk.markFiled(source, letters);
  pass('letters filed');
};
