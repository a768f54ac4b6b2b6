import { type SQL, sql } from 'drizzle-orm';
import { sentTogether, type Tx, together } from '../db/db.ts';
import type { Jobs } from '../db/jobs.ts';
import { notices } from '../db/schema.ts';
import { auditing } from '../directory/audit.ts';
import { type Cause, changeMailboxes, creations, idsFor } from '../directory/writer.ts';
import type { Notice } from '../model/notice.ts';
import type { PlannedItem } from './plan.ts';

/** A notice with its bytes. */
export type Letter = { notice: Notice; eml: Buffer };

/** Who carries commands out: the mail server, by a job each, or staff from their task list. */
export type Carrier = { jobs: Jobs; serverPart: 'queued' | 'staff' };

/** Ids for what rows make, in the order of the rows. */
export type RowIds = { mailboxes: readonly number[]; commands: readonly number[] };

/** The columns of a `select` that draws them. */
export const rowIds = (rows: readonly PlannedItem[]): SQL => {
  const made = rows.filter(({ create }) => create !== null).length;
  const commands = rows.filter(({ command }) => command !== null).length;
  return sql`${idsFor('mailboxes', made)} as mailboxes, ${idsFor('commands', commands)} as commands`;
};

/** The mailbox of each row, in order: the new one, the one that it is about, or null. */
export const mailboxIds = (rows: readonly PlannedItem[], { mailboxes }: RowIds): (number | null)[] => {
  const made = mailboxes.values();
  return rows.map(({ create, mailbox }) => (create ? (made.next().value ?? null) : (mailbox?.id ?? null)));
};

/** A row with the ids of its entry and of the mailbox that it is about. */
export type PlacedRow = { item: PlannedItem; itemId: number; mailboxId: number | null };

/**
 * Writes what rows change in the directory and what the mail server must do for them, together with statements about the
 * rows themselves (`beside`). Throws `MailboxChanged` where a mailbox is no longer as it was seen.
 */
export const writeRows = async (
  tx: Tx,
  placed: readonly PlacedRow[],
  ids: RowIds,
  { cause, carrier, beside = [] }: { cause: Cause; carrier: Carrier; beside?: readonly SQL[] },
): Promise<void> => {
  const rows = placed.map(({ item }) => item);
  const changes = rows.flatMap(({ change }) => change ?? []);
  const writes = [...beside, ...directoryWrites(rows, ids, cause), ...commandWrites(placed, ids, carrier)];
  await sentTogether([
    changeMailboxes(tx, changes, cause),
    together(tx, writes),
    queueCommands(tx, ids, carrier),
  ]);
};

/** The statements that make the mailboxes of rows, and leave a trace of new passwords. */
const directoryWrites = (rows: readonly PlannedItem[], ids: RowIds, cause: Cause): SQL[] => {
  const { now, ...why } = cause;
  const resets = rows.flatMap(({ command, mailbox }) => {
    if (command?.kind !== 'set-password') return [];
    const entityId = String(mailbox?.id);
    return [{ ...why, event: 'password-reset', entity: 'mailbox', entityId, before: null, after: null }];
  });
  const wanted = rows.flatMap(({ create }) => create ?? []);
  return [...creations(wanted, ids.mailboxes, cause), ...(resets.length > 0 ? [auditing(resets, now)] : [])];
};

/** The statement that puts down what the mail server must do for rows; `queueCommands` has it done. */
const commandWrites = (rows: readonly PlacedRow[], ids: RowIds, { serverPart }: Carrier): SQL[] => {
  const drawn = ids.commands.values();
  const values = rows.flatMap(({ item: { command }, itemId, mailboxId }) => {
    if (!command) return [];
    if (mailboxId === null) throw new Error(`a command to ${command.kind} without a mailbox`);
    const { kind, address, ...args } = command;
    return [{ id: drawn.next().value, kind, address, args, itemId, mailboxId }];
  });
  if (values.length === 0) return [];
  const status = serverPart === 'staff' ? 'waiting' : 'queued';
  return [
    sql`insert into commands (id, kind, mailbox_id, address, args, item_id, status)
      overriding system value
      select id, kind, "mailboxId", address, args, "itemId", ${status}::text
      from jsonb_to_recordset(${JSON.stringify(values)}::text::jsonb) as written
        (id bigint, kind text, "mailboxId" bigint, address text, args jsonb, "itemId" bigint)
      returning id`,
  ];
};

const queueCommands = async (tx: Tx, { commands }: RowIds, { jobs, serverPart }: Carrier): Promise<void> => {
  if (serverPart === 'queued') await jobs.sendAll(tx, 'command', commands);
};

/** Queues letters of ours; `causeId` is the letter that they answer, null where they answer none. */
export const queueNotices = async (
  tx: Tx,
  causeId: number | null,
  letters: readonly Letter[],
  jobs: Jobs,
): Promise<void> => {
  if (letters.length === 0) return;
  const queued = await tx
    .insert(notices)
    .values(
      letters.map(({ notice: { kind, to, cc, subject, messageId }, eml }) => ({
        kind,
        subject,
        messageId,
        eml,
        causeId,
        to: [...to],
        cc: [...cc],
      })),
    )
    .returning({ id: notices.id, waiting: waitingBefore });
  const ids = queued.map(({ id }) => id);
  // Those stand back, so that recipients take turns.
  const behind = Math.max(...queued.map(({ waiting }) => waiting));
  await jobs.sendAll(tx, 'notice', ids, { behind });
};

/** How many letters of ours wait for the recipient of one that is written; more than these make no difference to others. */
const waitingBefore = sql<number>`(select count(*)::int from (
  select from notices earlier where earlier.status = 'queued' and earlier."to" = notices."to" limit 1000) counted)`;
