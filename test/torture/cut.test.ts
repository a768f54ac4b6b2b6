import { expect, onTestFinished, test } from 'vitest';
import { points } from '../../src/points.ts';
import { emptyFolder } from '../db/databases.ts';
import type { Letter } from '../servers/letter.ts';
import { describeWithServers } from '../servers/servers.ts';
import { cutDatabase } from './cut.ts';
import { inPlace } from './places.ts';
import { letterOf, openVillage, type Village } from './village.ts';

describeWithServers(
  'a program whose connections are all cut at every boundary',
  ({ mail, createDatabase }) => {
    test('goes on by itself: nothing is lost, and nothing done or sent twice', {
      timeout: 600_000,
    }, async () => {
      const place = { databaseUrl: await createDatabase(), dataDir: emptyFolder() };
      const village = await openVillage(await mail(), 'cut', place);
      onTestFinished(() => village.close());
      const letters = await Promise.all(points.map((_, at) => letterOf(at)));
      const bot = await village.begin();
      for (const [at, point] of points.entries()) {
        village.stops.at(point);
        await village.box.append((letters[at] as Letter).raw);
        await village.stops.reached();
        await cutAll(village);
        village.abandon();
        village.stops.release();
        await inPlace(village, letters.slice(0, at + 1)).catch((error) => {
          throw new Error(`cut at "${point}": ${error.message}\n${bot.log()}`);
        });
      }
      expect(await bot.stop()).toBe(0);
      const ledger = await village.ledger();
      expect(ledger).toHaveLength(points.length);
      expect(ledger).toEqual(
        Array(points.length).fill({
          ...{ messageId: expect.any(String), outcome: 'applied', events: expect.any(String) },
          ...{ messages: 1, requests: 1, mailboxes: 1, commands: 1, notices: 1, sent: 1 },
        }),
      );
      expect(new Set(ledger.map(({ events }) => events)).size).toBe(1);
      expect(letters.map((letter) => village.answers(letter).length)).toEqual(Array(points.length).fill(1));
    });
  },
);

const cutAll = async (village: Village): Promise<void> => {
  village.proxy.refuse();
  village.sink.hangUp();
  await cutDatabase(village);
  village.proxy.accept();
};
