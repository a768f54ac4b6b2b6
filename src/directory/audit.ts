import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/db.ts';

/** What happened to one thing. `before` and `after` hold only what differs; null where it was made, or is gone. */
export type AuditEvent = {
  /** `letter`, `import`, or a member of staff's name. */
  actor: string;
  event: string;
  /** `mailbox`, `unit`, `import`… and its id there. */
  entity: string;
  entityId: string;
  before: Readonly<Record<string, unknown>> | null;
  after: Readonly<Record<string, unknown>> | null;
  /** Why, for people: a request's number, a clause, words of staff. */
  because: string | null;
  /** The message that it came from, where it came from one. */
  causeId: number | null;
};

/** Writes events down, in their order, in one statement however many they are. They are never changed again. */
export async function audit(tx: Tx, events: readonly AuditEvent[], at: Date = new Date()): Promise<void> {
  if (events.length > 0) await tx.execute(auditing(events, at));
}

/** The statement that writes events down, in their order. */
export const auditing = (events: readonly AuditEvent[], at: Date): SQL => sql`
  insert into audit_events (at, actor, event, entity, entity_id, before, after, because, cause_id)
  select ${at.toISOString()}::timestamptz, actor, event, entity, "entityId",
    before, after, because, "causeId"
  from rows from (jsonb_to_recordset(${JSON.stringify(events)}::text::jsonb) as (actor text, event text,
    entity text, "entityId" text, before jsonb, after jsonb, because text, "causeId" bigint)) with ordinality
  order by ordinality
  returning id`;
