import { setTimeout as sleep } from 'node:timers/promises';
import type { Arrival } from './intake.ts';
import { type Listed, type Mailbox, openMailbox, sourceOf } from './mailbox.ts';
import type { Place, Position } from './position.ts';

/** What the watcher needs of the rest; a dry run gives it a memory instead of the database. */
export type WatchDesk = {
  findPosition(source: string): Promise<Position | null>;
  setPosition(source: string, position: Position): Promise<void>;
  /** Stores a letter, and that it was passed, in one transaction; work on it starts after the commit. */
  receive(arrival: Arrival, place: Place): Promise<void>;
  /** Letters of this source that are settled and not yet filed. */
  unfiled(source: string): Promise<{ uid: number; uidValidity: string; move: boolean }[]>;
  markFiled(source: string, uids: readonly number[]): Promise<void>;
  /** Resolves when a letter was settled, so that it can be filed. */
  settled(): Promise<void>;
  /** `event` in English, for the log. */
  log(event: string, detail: Record<string, unknown>): void;
  now(): Date;
};

/** Seconds between looks at a mailbox whose server tells nothing. */
const pollSeconds = 300;
const backOffSeconds = [1, 2, 5, 10, 30, 60];

/** `since`: letters from this moment on are looked at although they are older than the first start; null: none are. */
export type Watch = { url: URL; since: Date | null };

/**
 * Watches an IMAP mailbox until `signal` aborts: takes what arrives, in order, each letter stored before the next is
 * fetched; files what is settled. Lost connections and a new UIDVALIDITY are normal events. The first start takes only
 * what arrives from then on.
 */
export const watch = async ({ url, since }: Watch, desk: WatchDesk, signal: AbortSignal): Promise<void> => {
  const source = sourceOf(url);
  let lookBack = since;
  let failures = 0;
  const onOpen = () => {
    failures = 0;
    // Once is enough: a new connection goes on where the last one stood.
    lookBack = null;
  };
  while (!signal.aborted) {
    try {
      await session({ url, since: lookBack }, source, desk, signal, onOpen);
    } catch (error) {
      if (signal.aborted) return;
      const seconds = (backOffSeconds[failures] ?? 60) * (0.75 + Math.random() / 2);
      failures += 1;
      desk.log('imap connection lost', { source, error: String(error), retryInSeconds: Math.round(seconds) });
      await sleep(seconds * 1000, undefined, { signal }).catch(() => {});
    }
  }
};

const session = async (
  { url, since }: Watch,
  source: string,
  desk: WatchDesk,
  signal: AbortSignal,
  onOpen: () => void,
): Promise<void> => {
  const mailbox = await openMailbox(url, (error) => desk.log('imap error', { source, error: error.message }));
  const aborted = Promise.withResolvers<void>();
  const onAbort = () => aborted.resolve();
  signal.addEventListener('abort', onAbort);
  try {
    await settlePosition(mailbox, source, since, desk);
    desk.log('imap watching', { source, uidNext: mailbox.uidNext });
    onOpen();
    while (!signal.aborted) {
      await takeNew(mailbox, source, desk, signal);
      const settled = desk.settled();
      await fileSettled(mailbox, source, desk);
      if (!signal.aborted) await mailbox.wait(Promise.race([settled, aborted.promise]), pollSeconds);
    }
  } finally {
    signal.removeEventListener('abort', onAbort);
    await mailbox.close();
  }
};

/** Under a new UIDVALIDITY every UID means another letter: all are looked at again, and known ones are recognised. */
const settlePosition = async (
  { uidValidity, uidNext }: Mailbox,
  source: string,
  since: Date | null,
  desk: WatchDesk,
): Promise<void> => {
  const known = await desk.findPosition(source);
  if (since) {
    desk.log('imap looking back', { source, since: since.toISOString() });
    return desk.setPosition(source, { uidValidity, nextUid: 1, since });
  }
  if (known?.uidValidity === uidValidity) return;
  if (known) {
    desk.log('imap UIDVALIDITY changed', { source, from: known.uidValidity, to: uidValidity });
    return desk.setPosition(source, { uidValidity, nextUid: 1, since: known.since });
  }
  desk.log('imap first start', { source, uidNext });
  return desk.setPosition(source, { uidValidity, nextUid: uidNext, since: desk.now() });
};

const takeNew = async (
  mailbox: Mailbox,
  source: string,
  desk: WatchDesk,
  signal: AbortSignal,
): Promise<void> => {
  const position = await desk.findPosition(source);
  if (!position) throw new Error(`no position for ${source}`);
  for (const letter of await mailbox.list(position.nextUid)) {
    if (signal.aborted) return;
    if (isOlder(letter, position.since)) continue;
    const fetched = await mailbox.fetch(letter);
    if (!fetched) continue;
    const { uid } = letter;
    await desk.receive({ ...fetched, origin: 'imap' }, { source, uidValidity: mailbox.uidValidity, uid });
    desk.log('letter taken', { source, uid, bytes: letter.size, truncated: fetched.truncated });
  }
};

/** INTERNALDATE has whole seconds, and the server's clock may differ from ours a little. */
const isOlder = (letter: Listed, since: Date): boolean =>
  letter.arrivedAt.getTime() < since.getTime() - 60_000;

const fileSettled = async (mailbox: Mailbox, source: string, desk: WatchDesk): Promise<void> => {
  const letters = await desk.unfiled(source);
  if (letters.length === 0) return;
  const movable = letters.filter((letter) => letter.move && letter.uidValidity === mailbox.uidValidity);
  if (movable.length > 0 && !(await mailbox.file(movable.map(({ uid }) => uid))))
    desk.log('letters left in place', { source, because: 'the server offers neither MOVE nor UIDPLUS' });
  await desk.markFiled(
    source,
    letters.map(({ uid }) => uid),
  );
};
