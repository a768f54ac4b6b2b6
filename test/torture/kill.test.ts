import { beforeAll, test } from 'vitest';
import { type Point, points } from '../../src/points.ts';
import { embeddedFolder, emptyFolder, type Place } from '../db/databases.ts';
import type { Letter } from '../servers/letter.ts';
import type { MailServers } from '../servers/mail/mail.ts';
import { describeWithServers } from '../servers/servers.ts';
import { allNoted, inPlace } from './places.ts';
import { letterOf, openVillage, type Village } from './village.ts';

/** Where the server has taken the answer and we have not noted it: the same letter goes again. */
const comesTwice: Point = 'notice sent';

/** The answer is sent while the letter is filed: there the same may happen, as it falls out. */
const mayComeTwice: readonly Point[] = ['letter done', 'letters moved', 'letters filed'];

describeWithServers('a program killed at every boundary between its steps', ({ mail, createDatabase }) => {
  let site: MailServers;
  beforeAll(async () => {
    site = await mail();
  });

  const places: [string, () => Promise<Place>][] = [
    ['PostgreSQL', async () => ({ databaseUrl: await createDatabase(), dataDir: emptyFolder() })],
    ['the embedded database', async () => ({ databaseUrl: null, dataDir: await embeddedFolder() })],
  ];
  test.concurrent.for(places)(
    'on %s: nothing is lost, and nothing done twice',
    { timeout: 600_000 },
    async ([name, place], { expect, onTestFinished }) => {
      const where = await place();
      const village = await openVillage(site, `killed-${name.slice(-3)}`.toLowerCase(), where);
      onTestFinished(() => village.close());
      const letters = await Promise.all(points.map((_, at) => letterOf(at)));
      await killAtEach(village, letters);

      // One that nobody killed shows what is on record of a letter.
      const quiet = await letterOf(points.length);
      const last = await village.begin();
      await village.box.append(quiet.raw);
      await inPlace(village, [...letters, quiet]);
      await allNoted(village);
      expect(await last.stop()).toBe(0);
      const ledger = await village.ledger();
      const well = { ...ledger.at(-1), messageId: expect.any(String) };
      expect(well).toMatchObject({
        outcome: 'applied',
        messages: 1,
        requests: 1,
        mailboxes: 1,
        notices: 1,
        sent: 1,
      });
      expect(ledger).toEqual(Array(points.length + 1).fill(well));

      for (const [at, point] of points.entries()) {
        const copies = village.answers(letters[at] as Letter);
        const times = mayComeTwice.includes(point) && copies.length === 2 ? 2 : 1;
        expect([point, new Set(copies).size, copies.length]).toEqual([
          point,
          1,
          point === comesTwice ? 2 : times,
        ]);
      }
    },
  );
});

/** The program dies at each boundary in turn, with a new letter each time; the next one goes on with what it finds. */
const killAtEach = async (village: Village, letters: readonly Letter[]): Promise<void> => {
  let bot = await village.begin();
  for (const [at, point] of points.entries()) {
    const before = bot;
    await inPlace(village, letters.slice(0, at)).catch((error) => {
      throw new Error(`killed at "${points[at - 1]}": ${error.message}\n${before.log()}`);
    });
    village.stops.at(point);
    await village.box.append((letters[at] as Letter).raw);
    await village.stops.reached();
    await bot.kill();
    village.stops.release();
    bot = await village.begin();
  }
  await bot.kill();
};
