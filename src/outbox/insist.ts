import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, isTransient } from '../db/errors.ts';

/** Seconds for which a database that is away is waited for. */
const insistence = 600;

/** What has happened in the world must be noted, or it happens again: tried until the database takes it or is closed. */
export const insist = async (write: () => Promise<unknown>): Promise<void> => {
  const deadline = performance.now() + insistence * 1000;
  for (;;) {
    try {
      await write();
      return;
    } catch (error) {
      const isClosed = codeOf(error) === 'CONNECTION_ENDED';
      if (isClosed || !isTransient(error) || performance.now() > deadline) throw error;
      await sleep(500);
    }
  }
};
