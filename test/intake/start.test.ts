import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { rows } from '../../src/db/db.ts';
import { phieu } from '../flow/program.ts';
import type { MailServers } from '../servers/mail/mail.ts';
import { describeWithServers } from '../servers/servers.ts';
import { formless, withForm } from './letters.ts';
import { waitUntil } from './office.ts';
import { lettersOf, openTown, until } from './town.ts';

describeWithServers('phieu start', ({ mail, createDatabase }) => {
  let site: MailServers;
  beforeAll(async () => {
    site = await mail();
  });

  test('told to stop in mid-work it ends cleanly, and the next start does the rest', async () => {
    const { box, begin, answered, copies } = await openTown(site, 'stopped', await createDatabase());
    const letters = await lettersOf(12);
    const first = await begin();
    for (const { raw } of letters) await box.append(raw);
    await until(first, 'letter taken', 3);
    expect(await first.stop()).toBe(0);
    expect(first.log()).not.toContain('"level":50');
    const second = await begin();
    await answered(letters);
    expect(letters.map(copies)).toEqual(Array(12).fill(1));
    expect(await second.stop()).toBe(0);
  });

  test('looks back only where it is told to, and then only looks, unless it is told to act', async () => {
    const town = await openTown(site, 'dry', await createDatabase());
    const { env, box, begin, state, copies, database } = town;
    const letter = await withForm([{ name: 'Trần Thị Xem Lại', unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' }]);
    await box.append(letter.raw, { at: new Date('2026-03-02T00:00:00Z') });
    const before = await box.look();
    const args = ['--since', '2026-03-01'];
    const looking = await begin(env, { args, ready: '"msg":"dry run"' });
    expect(looking.log()).toContain('"outcome":"applied"');
    expect(await looking.stop()).toBe(0);
    const dry = await begin({ ...env, DRY_RUN: 'true' });
    const second = await formless();
    await box.append(second.raw);
    await until(dry, 'dry run');
    expect(await dry.stop()).toBe(0);
    expect(await state()).toEqual([]);
    expect(await rows(database.db, sql`select 1 from watches`)).toEqual([]);
    expect((await box.look()).slice(0, 1)).toEqual(before);
    expect([letter, second].map(copies)).toEqual([0, 0]);

    const acting = await begin(env, { args: [...args, '--apply'] });
    await waitUntil(() => (copies(letter) + copies(second) === 2 ? true : null), 'two answers');
    expect((await state()).map(({ outcome }) => outcome)).toEqual(['applied', 'rejected']);
    expect(await acting.stop()).toBe(0);
  });

  test.each([
    [['--since', '01/11/2026'], 'Ngày "01/11/2026"'],
    [['--apply'], '--apply'],
  ])('refuses %j', async (args, told) => {
    const { code, err } = await phieu(['start', ...args], {});
    expect(code).toBe(2);
    expect(err).toContain(told);
  });
});
