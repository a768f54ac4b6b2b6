import { type Db, sentTogether } from '../db/db.ts';
import type { Jobs } from '../db/jobs.ts';
import { pass } from '../points.ts';
import { store } from './intake.ts';
import {
  advance,
  findPosition,
  markFiled,
  noteDelivery,
  type Position,
  setPosition,
  unfiled,
} from './position.ts';
import type { WatchDesk } from './watch.ts';

type Parts = { db: Db; jobs: Pick<Jobs, 'sendAll'> } & Pick<WatchDesk, 'settled' | 'log' | 'now'>;

/** The watcher's desk in the database: a letter, its place and its job are one transaction. */
export const storingDesk = ({ db, jobs, settled, log, now }: Parts): WatchDesk => ({
  findPosition: (source) => findPosition(db, source),
  setPosition: (source, position) => setPosition(db, source, position),
  advance: (box, nextUid) => advance(db, box, nextUid),
  receive: (arrival, place, nextUid) =>
    db.transaction(async (tx) => {
      const { id, status, turn } = await store(tx, arrival, now());
      await sentTogether([
        noteDelivery(tx, place, id),
        advance(tx, place, nextUid),
        jobs.sendAll(tx, 'message', status === 'done' ? [] : [id], { behind: turn }),
      ]);
      pass('letter stored');
    }),
  unfiled: (source) => unfiled(db, source),
  markFiled: (source, letters) => markFiled(db, source, letters, now()),
  settled,
  log,
  now,
});

/** A dry run's desk: it remembers where it stands only while it runs, and leaves every letter where it lies. */
export const rememberingDesk = (
  receive: (arrival: Parameters<WatchDesk['receive']>[0]) => Promise<void>,
  { log, now }: Pick<WatchDesk, 'log' | 'now'>,
): WatchDesk => {
  const positions = new Map<string, Position>();
  return {
    findPosition: async (source) => positions.get(source) ?? null,
    setPosition: async (source, position) => void positions.set(source, position),
    advance: async ({ source }, nextUid) => {
      const position = positions.get(source);
      if (position) positions.set(source, { ...position, nextUid });
    },
    receive,
    unfiled: async () => [],
    markFiled: async () => {},
    settled: () => new Promise(() => {}),
    log,
    now,
  };
};
