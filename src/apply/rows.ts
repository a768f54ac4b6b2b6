import type { Tx } from '../db/db.ts';
import type { Jobs } from '../db/jobs.ts';
import { commands, notices } from '../db/schema.ts';
import { audit } from '../directory/audit.ts';
import { type Cause, changeMailboxes, createMailboxes } from '../directory/writer.ts';
import type { Notice } from '../model/notice.ts';
import { Overtaken } from './overtaken.ts';
import type { PlannedItem } from './plan.ts';

/** A notice with its bytes. */
export type Letter = { notice: Notice; eml: Buffer };

/**
 * Writes what rows change in the directory. Gives the mailbox of each row, in order: the new one, the one that it is
 * about, or null. Throws `Overtaken` where a mailbox is no longer as it was seen.
 */
export const writeDirectory = async (
  tx: Tx,
  rows: readonly PlannedItem[],
  cause: Cause,
): Promise<(number | null)[]> => {
  const made = await createMailboxes(
    tx,
    rows.flatMap(({ create }) => create ?? []),
    cause,
  );
  const changes = rows.flatMap(({ change }) => change ?? []);
  if ((await changeMailboxes(tx, changes, cause)) < changes.length)
    throw new Overtaken('a mailbox was changed since it was seen');
  const { now, ...why } = cause;
  const resets = rows.filter(({ command }) => command?.kind === 'set-password');
  await audit(
    tx,
    resets.map(({ mailbox }) => ({
      ...why,
      event: 'password-reset',
      entity: 'mailbox',
      entityId: String(mailbox?.id),
      before: null,
      after: null,
    })),
    now,
  );
  const ids = new Map(made.map(({ address, id }) => [address, id]));
  return rows.map(({ create, mailbox }) =>
    create ? (ids.get(create.address) ?? null) : (mailbox?.id ?? null),
  );
};

/** Queues what the mail server must do for rows that are written. */
export const queueCommands = async (
  tx: Tx,
  rows: readonly { item: PlannedItem; itemId: number; mailboxId: number | null }[],
  jobs: Jobs,
): Promise<void> => {
  const values = rows.flatMap(({ item: { command }, itemId, mailboxId }) => {
    if (!command) return [];
    if (mailboxId === null) throw new Error(`a command to ${command.kind} without a mailbox`);
    const { kind, address, ...args } = command;
    return [{ kind, address, args, itemId, mailboxId }];
  });
  if (values.length === 0) return;
  const queued = await tx.insert(commands).values(values).returning({ id: commands.id });
  await jobs.sendAll(
    tx,
    'command',
    queued.map(({ id }) => id),
  );
};

/** Queues letters of ours; `causeId` is the letter that they answer. */
export const queueNotices = async (
  tx: Tx,
  causeId: number,
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
    .returning({ id: notices.id });
  await jobs.sendAll(
    tx,
    'notice',
    queued.map(({ id }) => id),
  );
};
