import { type SQL, sql } from 'drizzle-orm';
import { sentTogether, type Tx, together } from '../db/db.ts';
import type { Jobs } from '../db/jobs.ts';
import { notices } from '../db/schema.ts';
import { type AuditEvent, auditing } from '../directory/audit.ts';
import {
  type Cause,
  changeMailboxes,
  creationEvent,
  creations,
  type DrawnMailbox,
  idsFor,
} from '../directory/writer.ts';
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

/** The mailbox of a row, the new one or the one that it is about, and its command, where it has one. */
type Place = { mailboxId: number | null; commandId: number | null };

/** Gives each row its place, in order. */
export const placeRows = <Row extends { item: PlannedItem }>(
  rows: readonly Row[],
  { mailboxes, commands }: RowIds,
): (Row & Place)[] => {
  const [made, sent] = [mailboxes.values(), commands.values()];
  return rows.map((row) => {
    const { create, mailbox, command } = row.item;
    return {
      ...row,
      mailboxId: (create ? made.next().value : mailbox?.id) ?? null,
      commandId: (command && sent.next().value) ?? null,
    };
  });
};

/** A row with the ids of its entry, of the mailbox that it is about, and of its command. */
export type PlacedRow = Place & { item: PlannedItem; itemId: number };

/** More in one statement would have its parameters, many times over, take a hundred megabytes. */
const rowsAtOnce = 500;

/**
 * Writes what rows change in the directory and what the mail server must do for them, together with `first` and with
 * the `entries` of the rows themselves. Throws `MailboxChanged` where a mailbox is no longer as it was seen.
 */
export const writeRows = async <Row extends PlacedRow>(
  tx: Tx,
  placed: readonly Row[],
  writing: {
    cause: Cause;
    carrier: Carrier;
    first?: readonly SQL[];
    entries?: (rows: readonly Row[]) => SQL[];
  },
): Promise<void> => {
  const changes = placed.flatMap(({ item: { change } }) => change ?? []);
  await sentTogether([
    changeMailboxes(tx, changes, writing.cause),
    writeInParts(tx, placed, writing),
    queueCommands(tx, placed, writing.carrier),
  ]);
};

const writeInParts: typeof writeRows = async (
  tx,
  placed,
  { cause, carrier, first = [], entries = () => [] },
) => {
  for (let at = 0; at === 0 || at < placed.length; at += rowsAtOnce) {
    const part = placed.slice(at, at + rowsAtOnce);
    // All new mailboxes go first, because rows and commands point to them, and in one statement, which takes their addresses in order.
    const before = at === 0 ? [...first, ...creations(placed.flatMap(newMailbox), cause.now)] : [];
    await together(tx, [
      ...before,
      ...entries(part),
      ...traces(part, cause),
      ...commandWrites(part, carrier),
    ]);
  }
};

const newMailbox = ({ item: { create }, mailboxId }: PlacedRow): DrawnMailbox[] => {
  if (!create) return [];
  if (mailboxId === null) throw new Error(`no id was drawn for ${create.address}`);
  return [{ ...create, id: mailboxId }];
};

/** The statement that leaves a trace of new mailboxes and of new passwords; `changeMailboxes` leaves its own. */
const traces = (rows: readonly PlacedRow[], { now, ...cause }: Cause): SQL[] => {
  const events = rows.flatMap((row): AuditEvent[] => {
    const { item, mailboxId } = row;
    if (item.command?.kind !== 'set-password')
      return newMailbox(row).map((mailbox) => creationEvent(mailbox, { ...cause, now }));
    const entityId = String(mailboxId);
    return [{ ...cause, event: 'password-reset', entity: 'mailbox', entityId, before: null, after: null }];
  });
  return events.length > 0 ? [auditing(events, now)] : [];
};

/** The statement that puts down what the mail server must do for rows; `queueCommands` has it done. */
const commandWrites = (rows: readonly PlacedRow[], { serverPart }: Carrier): SQL[] => {
  const values = rows.flatMap(({ item: { command }, itemId, mailboxId, commandId }) => {
    if (!command) return [];
    if (mailboxId === null) throw new Error(`a command to ${command.kind} without a mailbox`);
    const { kind, address, ...args } = command;
    return [{ id: commandId, kind, address, args, itemId, mailboxId }];
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

const queueCommands = async (
  tx: Tx,
  rows: readonly PlacedRow[],
  { jobs, serverPart }: Carrier,
): Promise<void> => {
  if (serverPart !== 'queued') return;
  await jobs.sendAll(
    tx,
    'command',
    rows.flatMap(({ commandId }) => commandId ?? []),
  );
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
