import type { Db, Tx } from '../db/db.ts';
import { uniqueViolation } from '../db/errors.ts';
import { MailboxChanged } from '../directory/writer.ts';

/** Another worker settled the message, took an address or changed a mailbox since the plan was made: plan again. */
export class Overtaken extends Error {
  override name = 'Overtaken';
}

/** Writes in one transaction, all or nothing. What was taken or changed since the plan was made throws `Overtaken`. */
export const whole = async <T>(db: Db, write: (tx: Tx) => Promise<T>): Promise<T> => {
  try {
    return await db.transaction(write);
  } catch (error) {
    if (error instanceof MailboxChanged) throw new Overtaken(error.message, { cause: error });
    const constraint = uniqueViolation(error);
    if (constraint !== null) throw new Overtaken(`unique ${constraint}`, { cause: error });
    throw error;
  }
};
