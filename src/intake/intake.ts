import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import { messages } from '../db/schema.ts';
import { envelopeOf, headerBlockOf } from '../mail/envelope.ts';
import { fromOf } from '../mail/from.ts';
import type { StoredMessage } from '../model/letter.ts';

/**
 * The largest message that is taken whole, in bytes: 15 MB of attachments (Điều 10 khoản 1) in base64 with its line
 * ends, and a megabyte for the words around them. Of a larger one only the header block is taken.
 */
export const messageLimit = Math.ceil(15 * 1024 * 1024 * (4 / 3) * (78 / 76)) + 1024 * 1024;

/** A message as it came to us. */
export type Arrival = {
  raw: Buffer;
  origin: 'imap' | 'file';
  /** `raw` is the header block alone, because the message is over the limit. */
  truncated: boolean;
};

/** A whole message from a file or standard input, cut to its headers where it is over the limit. */
export const arrivalOf = (raw: Buffer): Arrival =>
  raw.length > messageLimit
    ? { raw: headerBlockOf(raw), origin: 'file', truncated: true }
    : { raw, origin: 'file', truncated: false };

/**
 * Stores a message byte for byte before anything is done with it. The same bytes are the same delivery and are kept
 * once: then what stands already is returned, with its status.
 */
export const store = async (
  tx: Tx,
  arrival: Arrival,
  now: Date,
): Promise<StoredMessage & { turn: number }> => {
  const sha256 = createHash('sha256').update(arrival.raw).digest('hex');
  const { raw, origin, truncated } = arrival;
  const fromAddress = fromOf(envelopeOf(raw).fields).address;
  const [stored] = await tx
    .insert(messages)
    .values({
      raw,
      sha256,
      origin,
      truncated,
      receivedAt: now,
      fromAddress,
      turn: nextTurn(fromAddress),
    })
    .onConflictDoNothing({ target: messages.sha256 })
    .returning({ id: messages.id, turn: messages.turn });
  if (stored) return { ...stored, raw, sha256, truncated, receivedAt: now, status: 'received' };
  const [known] = await tx
    .select({
      id: messages.id,
      turn: messages.turn,
      status: messages.status,
      receivedAt: messages.receivedAt,
    })
    .from(messages)
    .where(eq(messages.sha256, sha256));
  if (!known) throw new Error(`message ${sha256} is neither new nor known`);
  return { ...known, raw, sha256, truncated };
};

/**
 * A stored message, to be taken up again, and whether letters of its sender that came before it wait; null where there is
 * none with this id.
 */
export const load = async (db: Db, id: number): Promise<(StoredMessage & { isBehind: boolean }) | null> => {
  const { raw, sha256, truncated, receivedAt, status } = messages;
  const [row] = await db
    .select({ id: messages.id, raw, sha256, truncated, receivedAt, status, isBehind })
    .from(messages)
    .where(eq(messages.id, id));
  return row ?? null;
};

/**
 * The turn of a sender's next letter: after all of his that wait, and not before the turn that the others have come to. So
 * senders take turns, and who sends a flood delays himself.
 */
const nextTurn = (fromAddress: string | null) => sql<number>`(
  select coalesce(greatest(min(turn), max(turn) filter (where from_address = ${fromAddress}) + 1), 0)
  from messages where status = 'received')`;

/** Whether a letter of the same sender that came before this one waits to be judged. */
const isBehind = sql<boolean>`exists (
  select from messages earlier where earlier.from_address = messages.from_address
    and earlier.id < messages.id and earlier.status = 'received')`;

/** Seconds for which the letters before one are waited for, and milliseconds between looks. */
const [patience, look] = [60, 100];

/**
 * Waits until all letters of the same sender that came before this one are settled: what an office asks first is done
 * first, although several letters are judged at a time. One that failed, or whose process died, holds the others up for
 * a minute only. Throws when `signal` aborts: then it is to be tried again later.
 */
export const letEarlierGoFirst = async (db: Db, id: number, signal: AbortSignal): Promise<void> => {
  // A clock that is set meanwhile must not make it longer.
  const deadline = performance.now() + patience * 1000;
  for (;;) {
    const [waiting] = await db.select({ isBehind }).from(messages).where(eq(messages.id, id));
    if (!waiting?.isBehind || performance.now() > deadline) return;
    await sleep(look, undefined, { signal });
  }
};
