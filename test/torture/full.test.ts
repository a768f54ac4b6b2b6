import { spawnSync } from 'node:child_process';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import connect from 'postgres';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase, rows } from '../../src/db/db.ts';
import { countAll, lostOf } from '../../src/proof/count.ts';
import { openOffices } from '../commands/office.ts';
import { request, signedIn } from '../confirm/letters.ts';
import { embeddedFolder, emptyFolder, type Place } from '../db/databases.ts';
import { jsonLines, phieu } from '../flow/program.ts';
import type { Letter } from '../servers/letter.ts';
import { account } from '../servers/postgres.ts';
import { describeWithServers } from '../servers/servers.ts';
import { allNoted, inPlace } from './places.ts';
import { missingSmallDisk, openSmallDisk, type SmallDisk } from './small-disk.ts';
import { ledgerQuery, letterOf, openVillage } from './village.ts';

/** Room for the database, and for what comes when there is room again. */
const megabytes = 160;
/** Bytes left free: nothing can be written, a little, and somewhat more. */
const levels = [0, 50_000, 300_000, 900_000];

const once = { messages: 1, requests: 1, mailboxes: 1, commands: 1, notices: 1, sent: 1 };

/** A database that has little room. */
type SmallPlace = Place & { disk: SmallDisk; close(): Promise<void> };

const embeddedPlace = async (): Promise<SmallPlace> => {
  const disk = await openSmallDisk(megabytes);
  await cp(await embeddedFolder(), disk.folder, { recursive: true });
  return { databaseUrl: null, dataDir: disk.folder, disk, close: () => disk.close() };
};

/** The server's own files and its log of transactions have room: without that it ends, as it does when it is killed. */
const postgresPlace = async (adminUrl: string, url: string): Promise<SmallPlace> => {
  const disk = await openSmallDisk(megabytes, account);
  const sql = connect(adminUrl, { max: 1 });
  const database = new URL(url).pathname.slice(1);
  const tables = join(disk.folder, 'tables');
  await mkdir(tables);
  if (process.getuid?.() === 0) spawnSync('chown', [`${account.user}:${account.group}`, tables]);
  await sql.unsafe(`create tablespace small location '${tables}'`);
  await sql.unsafe(`alter database ${database} set tablespace small`);
  const close = async () => {
    await sql.unsafe(`drop database ${database} with (force)`);
    await sql.unsafe('drop tablespace small');
    await sql.end();
    await disk.close();
  };
  return { databaseUrl: url, dataDir: emptyFolder(), disk, close };
};

describe.skipIf(missingSmallDisk())('a program whose disk is full', () => {
  describeWithServers('that watches', ({ mail, createDatabase, adminUrl }) => {
    const places: [string, () => Promise<SmallPlace>][] = [
      ['the embedded database', embeddedPlace],
      ['PostgreSQL', async () => postgresPlace(await adminUrl(), await createDatabase())],
    ];
    test.each(places)(
      'on %s takes every letter once when there is room again, killed meanwhile or not',
      {
        timeout: 600_000,
      },
      async (name, open) => {
        const place = await open();
        onTestFinished(() => place.close());
        const { disk } = place;
        const village = await openVillage(await mail(), `full-${name.slice(-3)}`.toLowerCase(), place);
        onTestFinished(() => village.close());
        const letters = await Promise.all(Array.from({ length: 2 * levels.length }, (_, at) => letterOf(at)));
        const isAnswered = (letter: Letter) => village.answers(letter).length > 0;
        let bot = await village.begin();
        let refused = 0;
        for (const [at, free] of levels.entries()) {
          const before = bot.log().length;
          const isRefused = () => bot.log().slice(before).includes('No space left on device');
          disk.fill(free);
          const two = letters.slice(2 * at, 2 * at + 2);
          for (const { raw } of two) await village.box.append(raw);
          while (!isRefused() && !two.every(isAnswered)) await sleep(20);
          refused += isRefused() ? 1 : 0;
          const isKilled = at % 2 === 1;
          if (isKilled) await bot.kill();
          await disk.empty();
          if (isKilled) bot = await village.begin();
        }
        await inPlace(village, letters);
        await allNoted(village);
        expect(await bot.stop()).toBe(0);
        expect(refused).toBeGreaterThan(1);
        const ledger = await village.ledger();
        expect(ledger).toEqual(letters.map(() => expect.objectContaining({ outcome: 'applied', ...once })));
        // Taken by the server and not noted, it goes again as the same letter.
        expect(letters.map((letter) => new Set(village.answers(letter)).size)).toEqual(letters.map(() => 1));
      },
    );
  });

  test.each([0, 900_000])(
    'that takes files, on the embedded database, says so in one line, and does each once later (%d bytes free)',
    async (free) => {
      const offices = await openOffices();
      onTestFinished(async () => void (await offices.close()));
      const disk = await openSmallDisk(megabytes);
      onTestFinished(() => disk.close());
      const office = await offices.openOffice();
      const files = await Promise.all(
        ['snv', 'stc', 'sngv'].map(async (unit, at) => {
          const from = `${unit}@kiengiang.gov.vn`;
          const row = { name: `Nguyễn Văn Bình`, unit, wish: 'Cấp mới hộp thư' };
          const raw = await request({
            from,
            rows: [row],
            text: `Phiếu số ${at}\n\n-----Original Message-----\n${'x'.repeat(100_000 * at)}`,
          });
          const file = join(office.folder, `${unit}.eml`);
          await writeFile(file, signedIn(raw, from));
          return file;
        }),
      );
      await cp(office.folder, disk.folder, { recursive: true });
      const env = { DATA_DIR: disk.folder, TRUSTED_RELAYS: 'mail.kiengiang.gov.vn' };
      disk.fill(free);
      const full = await phieu(['process', '--json', ...files], env);
      await disk.empty();
      expect(full.code).toBe(1);
      const told = full.err.split('\n').filter((line) => line.startsWith('phieu: '));
      expect(told).toEqual([expect.stringMatching(/No space left on device.*đĩa/)]);
      expect(full.err).not.toContain('    at ');
      const later = jsonLines(await phieu(['process', '--json', ...files], env));
      for (const { outcome } of later) expect(['applied', 'duplicate']).toContain(outcome);
      expect(await readdir(join(disk.folder, 'outbox'))).toHaveLength(files.length);
      const database = await openDatabase({ databaseUrl: null, dataDir: disk.folder });
      try {
        const ledger = await rows(database.db, ledgerQuery);
        expect(ledger).toEqual(files.map(() => expect.objectContaining({ outcome: 'applied', ...once })));
        expect(lostOf(await countAll(database.db))).toBe(0);
      } finally {
        await database.close();
      }
    },
  );
});
