import { and, asc, eq, ne, or, type SQL, sql } from 'drizzle-orm';
import { type Db, rows } from '../db/db.ts';
import { auditEvents, messages, notices, requests } from '../db/schema.ts';
import type { AuditEvent } from '../directory/audit.ts';
import { envelopeOf } from '../mail/envelope.ts';
import type { RequestOutcome } from '../model/request.ts';
import { type FiledRequest, loadRequests } from './filed.ts';

export type Selection = {
  /** Requests of this outcome alone. */
  outcome: RequestOutcome | null;
  /** Only those that wait for staff, with a row or as a whole. */
  waiting: boolean;
};

const batch = 100;

/**
 * Requests as they stand: first those that wait for staff, the longest waiting before all, then the others, the latest
 * first.
 */
export async function* listRequests(db: Db, wanted: Selection, now: Date): AsyncGenerator<FiledRequest> {
  // One that waits as a whole has no rows.
  const waits = sql`(r.outcome = 'review' or exists (select from items i where i.request_id = r.id and i.outcome = 'review'))`;
  const conditions: SQL[] = [sql`true`];
  if (wanted.outcome !== null) conditions.push(sql`r.outcome = ${wanted.outcome}`);
  if (wanted.waiting) conditions.push(waits);
  const found = await rows<{ id: number | string }>(
    db,
    sql`select r.id from (select r.id, r.message_id, ${waits} as waits from requests r
        where ${sql.join(conditions, sql` and `)}) r
      join messages m on m.id = r.message_id
      order by waits desc, case when waits then m.received_at end, m.received_at desc, r.id`,
  );
  const ids = found.map(({ id }) => Number(id));
  for (let at = 0; at < ids.length; at += batch)
    yield* await loadRequests(db, ids.slice(at, at + batch), now);
}

/** The request of this number, whatever its capitals; null where there is none. */
export async function findRequest(db: Db, number: string, now: Date): Promise<FiledRequest | null> {
  const [found] = await db
    .select({ id: requests.id })
    .from(requests)
    .where(eq(requests.number, number.trim().toUpperCase()));
  const [request] = found ? await loadRequests(db, [found.id], now) : [];
  return request ?? null;
}

/** What a letter says of itself. */
export type LetterHead = { subject: string | null; date: string | null; references: readonly string[] };

/** More than any header block that we read. */
const headBytes = 512 * 1024;

/** The head of a stored letter; its bytes are read no further. */
export async function findLetterHead(db: Db, messageId: number): Promise<LetterHead> {
  const [row] = await db
    .select({ raw: sql<Uint8Array>`substring(${messages.raw} from 1 for ${headBytes}::int)` })
    .from(messages)
    .where(eq(messages.id, messageId));
  const { fields, subject, answers } = envelopeOf(Buffer.from(row?.raw ?? []));
  const date = fields.find(({ name }) => name === 'date')?.value.trim() ?? null;
  return { subject, date, references: answers };
}

export type FiledNotice = Pick<
  typeof notices.$inferSelect,
  'kind' | 'to' | 'cc' | 'subject' | 'messageId' | 'status' | 'error' | 'createdAt' | 'sentAt'
>;

export type Trail = {
  /** Letters of ours that answer this one, oldest first. */
  notices: FiledNotice[];
  /** What was done because of it, oldest first; `from`: who sent the letter that did it, where that is another one. */
  events: (AuditEvent & { at: Date; from: string | null })[];
};

/** What came of the letter of a request, and of the request. */
export async function findTrail(db: Db, { id, letter }: Pick<FiledRequest, 'id' | 'letter'>): Promise<Trail> {
  const { kind, to, cc, subject, status, error, createdAt, sentAt } = notices;
  const letters = await db
    .select({ kind, to, cc, subject, status, error, createdAt, sentAt, messageId: notices.messageId })
    .from(notices)
    .where(eq(notices.causeId, letter.id))
    .orderBy(asc(notices.id));
  const { causeId, entity, entityId } = auditEvents;
  const found = await db
    .select({ event: auditEvents, from: messages.fromAddress })
    .from(auditEvents)
    .leftJoin(messages, and(eq(messages.id, causeId), ne(causeId, letter.id)))
    .where(or(eq(causeId, letter.id), and(eq(entity, 'request'), eq(entityId, String(id)))))
    .orderBy(asc(auditEvents.id));
  return {
    notices: letters,
    events: found.map(({ event: { id: _, ...event }, from }) => ({
      ...(event as Trail['events'][number]),
      from,
    })),
  };
}
