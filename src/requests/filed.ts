import { and, asc, count, eq, inArray } from 'drizzle-orm';
import type { Db } from '../db/db.ts';
import { auditEvents, items, messages, requests } from '../db/schema.ts';
import { type KnownUnit, unitsById } from '../directory/units.ts';
import type { Finding } from '../model/finding.ts';
import type { Form } from '../model/form.ts';
import { waitsWhole } from '../model/outcome.ts';
import type { Item, SettledItem, SettledRequest } from '../model/request.ts';
import type { Verdict } from '../model/sender.ts';

/** A row as it stands. Its mailbox is not looked up: what that is today is asked when the row is decided. */
export type FiledRow = SettledItem & {
  id: number;
  /** null while it waits. */
  decidedAt: Date | null;
  /** The member of staff who decided it, and his words; null where the rules did. */
  decidedBy: string | null;
  because: string | null;
};

/** The letter that brought a request; `verdict` as it was when it was judged. */
export type FiledLetter = {
  id: number;
  messageId: string | null;
  receivedAt: Date;
  fromAddress: string | null;
  verdict: Pick<Verdict, 'verified' | 'evidence' | 'because'>;
};

/** A request as it stands, with the unit that asks as it is registered today. */
export type FiledRequest = Omit<SettledRequest, 'items'> & {
  id: number;
  items: readonly FiledRow[];
  /** How many more answers to our questions came while it waited; staff look at them with it. */
  joined: number;
  asking: KnownUnit;
  letter: FiledLetter;
};

export const isWaiting = ({ outcome }: Pick<FiledRow, 'outcome'>): boolean => outcome === 'review';

/** Whether staff have something to decide about it: a row, or all of it where no row could be taken. */
export const hasWaiting = (request: Pick<FiledRequest, 'outcome' | 'items'>): boolean =>
  waitsWhole(request) || request.items.some(isWaiting);

/** The requests of these ids, in their order. */
export async function loadRequests(db: Db, ids: readonly number[], now: Date): Promise<FiledRequest[]> {
  if (ids.length === 0) return [];
  const found = await db
    .select({ request: requests, letter: letterColumns })
    .from(requests)
    .innerJoin(messages, eq(messages.id, requests.messageId))
    .where(inArray(requests.id, [...ids]));
  const rows = await db
    .select()
    .from(items)
    .where(inArray(items.requestId, [...ids]))
    .orderBy(asc(items.requestId), asc(items.position));
  const unitIds = [...found.map(({ request }) => request.unitId), ...rows.map(({ unitId }) => unitId)];
  const units = await unitsById(db, new Set(unitIds.filter((id) => id !== null)), now);
  const joined = await joinedAnswers(db, ids);
  const rowsOf = Map.groupBy(rows, ({ requestId }) => requestId);
  const filed = new Map(
    found.map(({ request, letter }) => {
      const own = (rowsOf.get(request.id) ?? []).map((row) => filedRow(row, units.get(row.unitId ?? 0)));
      const asked = { asking: units.get(request.unitId), joined: joined.get(request.id) ?? 0 };
      return [request.id, filedRequest(request, letter, own, asked)];
    }),
  );
  return ids.flatMap((id) => filed.get(id) ?? []);
}

async function joinedAnswers(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  const { entity, entityId, event } = auditEvents;
  const found = await db
    .select({ entityId, count: count() })
    .from(auditEvents)
    .where(and(eq(entity, 'request'), inArray(entityId, ids.map(String)), eq(event, 'answer-joined')))
    .groupBy(entityId);
  return new Map(found.map((one) => [Number(one.entityId), one.count]));
}

/** Everything of a message but its bytes. */
const letterColumns = {
  id: messages.id,
  messageId: messages.messageId,
  receivedAt: messages.receivedAt,
  fromAddress: messages.fromAddress,
  report: messages.report,
};

type LetterColumns = Omit<FiledLetter, 'verdict'> & { report: unknown };

function filedRequest(
  { id, number, outcome, findings, form }: typeof requests.$inferSelect,
  { report, ...letter }: LetterColumns,
  rows: readonly FiledRow[],
  { asking, joined }: { asking: KnownUnit | undefined; joined: number },
): FiledRequest {
  if (!asking) throw new Error(`request ${number} without its unit`);
  const { verified, evidence, because } = report as Pick<Verdict, 'verified' | 'evidence' | 'because'>;
  return {
    ...{ id, number, outcome, asking, joined, items: rows, findings: findings as Finding[] },
    form: { ...(form as Omit<Form, 'rows'>), rows: rows.map(({ item }) => item.row) },
    letter: { ...letter, verdict: { verified, evidence, because } },
  };
}

function filedRow(row: typeof items.$inferSelect, unit: KnownUnit | undefined): FiledRow {
  const { id, action, address, newAddress, outcome, decidedAt, decidedBy, because } = row;
  return {
    ...{ id, action, address, newAddress, outcome, decidedAt, decidedBy, because },
    ...{ unit: unit ?? null, mailbox: null, asked: null },
    item: row.detail as Item,
    findings: row.findings as Finding[],
  };
}
