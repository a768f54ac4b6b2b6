import { setTimeout as sleep } from 'node:timers/promises';
import { desc } from 'drizzle-orm';
import { queueNotices } from '../apply/apply.ts';
import type { Db } from '../db/db.ts';
import { explain } from '../db/errors.ts';
import type { Jobs } from '../db/jobs.ts';
import { proofs } from '../db/schema.ts';
import type { Log } from '../log.ts';
import { renderAll } from '../mail/render.ts';
import type { House } from '../model/request.ts';
import { alertNotice } from '../reply/alert.ts';
import { vietnamDay } from '../text/day.ts';
import { type Counts, countAll, lostOf } from './count.ts';

type Parts = { db: Db; jobs: Jobs; house: House; token: () => string };

/**
 * The proof of a day in Vietnam, made once a day whoever asks how often: counts, writes the counts down, and where
 * something is lost, or a letter has come to wait for staff since the last time because a try of ours has failed, writes to
 * them. Null where the day has its proof.
 */
export const proveDay = ({ db, jobs, house, token }: Parts, now: Date): Promise<Counts | null> =>
  db.transaction(async (tx) => {
    const [last] = await tx.select().from(proofs).orderBy(desc(proofs.madeAt)).limit(1);
    const counts = await countAll(tx);
    const day = vietnamDay(now);
    const made = await tx
      .insert(proofs)
      .values({ day, madeAt: now, counts })
      .onConflictDoNothing()
      .returning({ day: proofs.day });
    if (made.length === 0) return null;
    const told = new Set((last?.counts as Partial<Counts> | undefined)?.cases);
    if (lostOf(counts) > 0 || counts.cases.some((id) => !told.has(id))) {
      const notice = alertNotice(counts, { day, house, token });
      await queueNotices(tx, null, await renderAll([notice], house, now), jobs);
    }
    return counts;
  });

/** Milliseconds between looks whether a new day has begun. */
const look = 10 * 60 * 1000;

/**
 * Makes the proof of each day until `signal` aborts. No job of the queue: what proves that the queue loses nothing must not
 * hang on it.
 */
export const keepProving = async (
  parts: Parts & { now: () => Date; log: { info: Log; error: Log } },
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    try {
      const counts = await proveDay(parts, parts.now());
      if (counts && lostOf(counts) > 0) parts.log.error('something is lost', { ...counts });
      else if (counts) parts.log.info('nothing is lost', { ...counts });
    } catch (error) {
      parts.log.error('the proof of the day failed', { error: explain(error) });
    }
    await sleep(look, undefined, { signal }).catch(() => {});
  }
};
