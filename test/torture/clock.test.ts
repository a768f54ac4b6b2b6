import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { rows } from '../../src/db/db.ts';
import type { Point } from '../../src/points.ts';
import { countAll, lostOf } from '../../src/proof/count.ts';
import { embeddedFolder } from '../db/databases.ts';
import { describeWithServers } from '../servers/servers.ts';
import { inPlace } from './places.ts';
import { letterOf, openVillage } from './village.ts';

const days = (count: number): number => count * 86_400_000;
/** Where the clock jumps, by how much it is then off, and whether the program is killed there. */
const jumps: readonly [Point, number, 'killed' | 'running'][] = [
  ['letter stored', days(366), 'running'],
  ['letter read', days(0), 'running'],
  ['plan made', days(-400), 'running'],
  ['plan committed', days(366), 'killed'],
  ['plan committed', days(-400), 'running'],
  ['notice taken up', days(-400), 'running'],
  ['notice taken up', days(0), 'killed'],
  ['letter taken up', days(366), 'killed'],
  ['letter done', days(0), 'killed'],
];

describeWithServers('a program whose clock jumps, with that of its embedded database', ({ mail }) => {
  test('loses nothing, does nothing twice, and gives no number twice', { timeout: 600_000 }, async () => {
    const place = { databaseUrl: null, dataDir: await embeddedFolder() };
    const village = await openVillage(await mail(), 'clock', place);
    onTestFinished(() => village.close());
    const letters = await Promise.all(jumps.map((_, at) => letterOf(at)));
    let bot = await village.begin();
    for (const [at, [point, off, then]] of jumps.entries()) {
      village.stops.at(point);
      await village.box.append((letters[at] as (typeof letters)[0]).raw);
      await village.stops.reached().catch((error) => {
        throw new Error(`at "${point}": ${error.message}\n${bot.log()}`);
      });
      village.stops.setClock(off);
      if (then === 'killed') await bot.kill();
      village.stops.release();
      if (then === 'killed') bot = await village.begin();
      await inPlace(village, letters.slice(0, at + 1)).catch((error) => {
        throw new Error(`at "${point}", clock off by ${off}: ${error.message}\n${bot.log()}`);
      });
    }
    expect(await bot.stop()).toBe(0);
    const ledger = await village.ledger();
    const well = { messages: 1, requests: 1, mailboxes: 1, commands: 1, notices: 1, sent: 1 };
    expect(ledger).toEqual(letters.map(() => expect.objectContaining({ outcome: 'applied', ...well })));
    expect(letters.map((letter) => village.answers(letter).length)).toEqual(letters.map(() => 1));
    await village.database(async ({ db }) => {
      const numbers = await rows<{ number: string }>(db, sql`select number from requests`);
      expect(new Set(numbers.map(({ number }) => number)).size).toBe(letters.length);
      // Years ahead and back: each has its own count.
      expect(new Set(numbers.map(({ number }) => number.slice(0, 8))).size).toBeGreaterThan(1);
      expect(lostOf(await countAll(db))).toBe(0);
    });
  });
});
