import { and, asc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/db.ts';
import type { Jobs } from '../db/jobs.ts';
import { notices } from '../db/schema.ts';
import { type AuditEvent, audit } from '../directory/audit.ts';
import type { Bounce } from '../model/bounce.ts';

/** A letter of ours that came back, with what its bounce says and for whom. */
export type Bounced = { noticeId: number; because: string; failed: readonly string[] };

/**
 * Letters of ours that a bounce speaks of. It must enclose the head of one and say that it failed: receipts, and news of
 * delays, do not. A bounce proves nothing; all that it does is to raise a case.
 */
export const findBounced = async (db: Db, { messageIds, recipients }: Bounce): Promise<Bounced[]> => {
  const failed = recipients.filter(({ action }) => action === 'failed');
  if (messageIds.length === 0 || failed.length === 0) return [];
  const found = await db
    .select({ id: notices.id })
    .from(notices)
    .where(inArray(notices.messageId, [...messageIds]));
  const because = failed.map(({ address, why }) => `${address}: ${why}`).join('; ');
  const addresses = failed.map(({ address }) => address);
  return found.map(({ id }) => ({ noticeId: id, because: because.slice(0, 1000), failed: addresses }));
};

/** What is kept of bounces for one letter of ours; a flood of them adds no more. */
const mostKept = 2000;

/**
 * In the transaction that settles a bounce: each letter that came back is a case, also again after it was closed. Those for
 * whom it failed do not have it; where they are none of its recipients (one had his mail sent on), nobody is known to.
 */
export const recordBounced = async (
  tx: Tx,
  bounced: readonly Bounced[],
  causeId: number,
  now: Date,
): Promise<void> => {
  for (const { noticeId, because, failed } of bounced) {
    const bounce = sql`left(concat_ws('; ', ${notices.bounce}, ${because}::text), ${mostKept}::int)`;
    await tx
      .update(notices)
      .set({ bounce, bouncedBy: causeId, closedAt: null, delivered: withoutFailed(failed) })
      .where(eq(notices.id, noticeId));
    await audit(
      tx,
      [{ ...about(noticeId, 'notice-bounced'), actor: 'letter', after: { because }, causeId }],
      now,
    );
  }
};

/** One that is still to go must not go again to those, who may have it, before staff say so. */
const withoutFailed = (failed: readonly string[]) => {
  const { to, cc, status, delivered } = notices;
  const addresses = failed.map((address) => sql`${address}`);
  const whom = sql`array[${sql.join(addresses, sql`, `)}]::text[]`;
  return sql`case when ${status} = 'queued' then ${delivered}
    when (${to} || ${cc}) && ${whom}
      then array(select one from unnest(${delivered}) with ordinality as d (one, place) where one <> all (${whom}) order by place)
    else '{}'::text[] end`;
};

const about = (noticeId: number, event: string): AuditEvent => ({
  ...{ actor: '', event, entity: 'notice', entityId: String(noticeId) },
  ...{ before: null, after: null, because: null, causeId: null },
});

const isCase = and(or(eq(notices.status, 'parked'), isNotNull(notices.bounce)), isNull(notices.closedAt));
const isHeld = and(eq(notices.status, 'queued'), isNotNull(notices.error));

/** Letters of ours that have not arrived: cases for staff first, then those that will be tried again. */
export const listUndelivered = async (db: Db) => {
  const { id, kind, to, cc, subject, messageId, status, error, bounce, createdAt } = notices;
  const found = await db
    .select({ id, kind, to, cc, subject, messageId, status, error, bounce, createdAt })
    .from(notices)
    .where(or(isCase, isHeld))
    .orderBy(asc(notices.id));
  const isForStaff = (one: (typeof found)[number]) => one.status === 'parked' || one.bounce !== null;
  return [...found.filter(isForStaff), ...found.filter((one) => !isForStaff(one))];
};

/**
 * What staff decide about a letter of ours that did not arrive: it goes again, to those who do not have it, or they have told
 * the office otherwise.
 */
export type CaseDecision = { noticeId: number; act: 'retry' | 'close'; by: string; because: string };

/** Writes a decision about a case; false where the letter is none. */
export const decideCase = (
  db: Db,
  jobs: Pick<Jobs, 'send'>,
  { noticeId, act, by, because }: CaseDecision,
  now: Date,
): Promise<boolean> =>
  db.transaction(async (tx) => {
    const { to, cc, delivered, status, error, bounce } = notices;
    const [found] = await tx
      .select({ to, cc, delivered, before: { status, error, bounce } })
      .from(notices)
      .where(and(eq(notices.id, noticeId), isCase))
      .for('update');
    if (!found) return false;
    const hasIt = (address: string) => found.delivered.includes(address);
    const isOnItsWay = found.before.status === 'queued';
    const again = {
      status: 'queued',
      error: null,
      bounce: null,
      // Where it is not known for whom it failed, it goes to all; so does one that came back before it had gone to all.
      ...((isOnItsWay && found.before.bounce !== null) || [...found.to, ...found.cc].every(hasIt)
        ? { delivered: [] }
        : {}),
    } as const;
    await tx
      .update(notices)
      .set(act === 'retry' ? again : { closedAt: now })
      .where(eq(notices.id, noticeId));
    const event = act === 'retry' ? 'notice-retried' : 'notice-closed';
    await audit(tx, [{ ...about(noticeId, event), actor: by, before: found.before, because }], now);
    // One that is still to go has its job.
    if (act === 'retry' && !isOnItsWay) await jobs.send(tx, 'notice', noticeId);
    return true;
  });
