import { sql } from 'drizzle-orm';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../src/db/db.ts';
import { openJobs } from '../../src/db/jobs.ts';
import type { MailServers } from '../servers/mail/mail.ts';
import { startPostgres } from '../servers/postgres.ts';
import { describeWithServers } from '../servers/servers.ts';
import { waitUntil } from './office.ts';
import { events, lettersOf, openTown, until } from './town.ts';

describeWithServers(
  'phieu start, on a database that others use and that goes away',
  ({ mail, createDatabase }) => {
    let site: MailServers;
    beforeAll(async () => {
      site = await mail();
    });

    test('three share the work, and when the one that watches is killed another goes on', async () => {
      const town = await openTown(site, 'shared', await createDatabase());
      const { box, begin, answered, copies } = town;
      const letters = await lettersOf(24);
      const first = await begin();
      const others = await Promise.all(
        [1, 2].map(() => begin(town.env, { ready: 'another process watches' })),
      );
      const early = letters.slice(0, 12);
      for (const { raw } of early) await box.append(raw);
      await answered(early);
      expect(early.map(copies)).toEqual(Array(12).fill(1));
      // An answer is out a moment before its letter is told as settled.
      const settled = () => [first, ...others].reduce((sum, bot) => sum + events(bot, 'letter settled'), 0);
      await waitUntil(() => (settled() >= 12 ? settled() : null), 'the last letter settled');
      expect(settled()).toBe(12);
      expect(others.map((bot) => events(bot, 'letter taken'))).toEqual([0, 0]);

      for (const { raw } of letters.slice(12, 18)) await box.append(raw);
      await until(first, 'letter taken', 15);
      await first.kill();
      for (const { raw } of letters.slice(18)) await box.append(raw);
      await waitUntil(() => others.find((bot) => events(bot, 'imap watching') > 0) ?? null, 'the next watch');
      await answered(letters, giveBackOf(town.database));
      expect(others.map((bot) => events(bot, 'imap watching')).toSorted()).toEqual([0, 1]);
      // What was on the wire when the process was killed may come again, as the same letter; nothing else does.
      expect(letters.map(copies).every((count) => count === 1 || count === 2)).toBe(true);
      expect(early.map(copies)).toEqual(Array(12).fill(1));
      expect(await Promise.all(others.map((bot) => bot.stop()))).toEqual([0, 0]);
    });

    test('it goes on by itself after the database was away, and ends while it is away', async () => {
      const postgres = await startPostgres();
      onTestFinished(() => postgres.stop());
      const town = await openTown(site, 'without-database', await postgres.createDatabase());
      const [one, two] = await lettersOf(2);
      if (!one || !two) throw new Error('no letters');
      const bot = await town.begin();
      await town.box.append(one.raw);
      await town.answered([one]);
      await postgres.halt();
      await town.box.append(two.raw);
      await until(bot, 'not watching');
      await postgres.resume();
      await until(bot, 'imap watching', 2);
      await town.answered([one, two]);
      expect([one, two].map(town.copies)).toEqual([1, 1]);
      await postgres.halt();
      expect(await bot.stop()).toBe(0);
    });
  },
);

/** Gives back what a killed process was at, as the queue does after some time. */
function giveBackOf(database: Database): () => Promise<void> {
  const jobs = openJobs(database, { workers: false, onTrouble: () => {} });
  onTestFinished(async () => (await jobs).close());
  return async () => {
    await database.db.execute(sql`
      update pgboss.job set heartbeat_on = now() - interval '1 minute'
      where state = 'active' and started_on < now() - interval '5 seconds'`);
    await database.db.execute(sql`update pgboss.queue set monitor_on = null, monitor_claim_on = null`);
    await (await jobs).drain('command', 1, { handle: async () => {}, park: async () => {} });
    await database.db.execute(sql`update pgboss.job set start_after = now() where state = 'retry'`);
  };
}
