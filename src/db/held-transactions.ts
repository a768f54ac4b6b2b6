import type { Sql, TransactionSql } from 'postgres';
import { isConnectionLost } from './errors.ts';
import { prepareStatements } from './prepared.ts';

/** What is known of the connection of one transaction: `lost` is why it is gone. */
type Hold = { lost: unknown };

/**
 * Holds each transaction of `client` to the connection on which it began. postgres.js 3.4 does not, once that is lost:
 * a later statement runs on the connection that took its place, outside any transaction (its pull request 1155), and
 * the `rollback` that it writes itself goes to a socket that is gone, which ends the process (its issue 1208). Here a
 * statement after the loss is refused, and postgres.js is not told that the transaction's function has ended: its own
 * promise has been rejected by the loss already, or will be when the socket closes.
 */
export function holdTransactions(client: Sql): void {
  const begin = client.begin.bind(client) as (
    run: (tx: TransactionSql) => Promise<unknown>,
  ) => Promise<unknown>;
  const held = async (run: (tx: TransactionSql) => Promise<unknown>): Promise<unknown> => {
    const hold: Hold = { lost: null };
    const transaction = begin((tx) => {
      prepareStatements(tx);
      holdStatements(tx, hold);
      return untilLost(run(tx), hold);
    });
    // The loss is known here first, also between two statements.
    transaction.catch((error: unknown) => {
      hold.lost ??= error;
    });
    return transaction;
  };
  client.begin = held as Sql['begin'];
}

/** Never settles once the connection is lost. */
async function untilLost<T>(work: Promise<T>, hold: Hold): Promise<T> {
  const never = new Promise<T>(() => {});
  try {
    const result = await work;
    return hold.lost === null ? result : await never;
  } catch (error) {
    noteLoss(error, hold);
    if (hold.lost !== null) return await never;
    throw error;
  }
}

function holdStatements(tx: TransactionSql, hold: Hold): void {
  const unsafe = tx.unsafe.bind(tx);
  tx.unsafe = ((...args: Parameters<typeof unsafe>) => {
    if (hold.lost !== null) throw hold.lost;
    return unsafe(...args);
  }) as typeof tx.unsafe;
  let savepoints = 0;
  // Its own way back to a savepoint is another statement on whatever connection there is.
  tx.savepoint = (async (run: (tx: TransactionSql) => Promise<unknown>) => {
    savepoints += 1;
    const name = `held_${savepoints}`;
    await tx.unsafe(`savepoint ${name}`);
    try {
      const result = await run(tx);
      await tx.unsafe(`release savepoint ${name}`);
      return result;
    } catch (error) {
      noteLoss(error, hold);
      if (hold.lost === null) await tx.unsafe(`rollback to savepoint ${name}`);
      throw error;
    }
  }) as typeof tx.savepoint;
}

function noteLoss(error: unknown, hold: Hold): void {
  if (isConnectionLost(error)) hold.lost ??= error;
}
