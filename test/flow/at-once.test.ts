import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { rows } from '../../src/db/db.ts';
import { unitByMailbox } from '../../src/directory/reader.ts';
import { createMailboxes } from '../../src/directory/writer.ts';
import { newMailbox, request, signedIn } from '../confirm/letters.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { exampleRegistry, type House, openStreet, today } from './house.ts';

describeWithPostgres('while somebody else writes the directory', ({ createDatabase }) => {
  const street = openStreet(exampleRegistry, createDatabase);
  let house: House;
  beforeEach(async () => {
    house = await street.openHouse();
  });
  afterEach(() => house.close());
  afterAll(() => street.close());

  const unit = 'snv@kiengiang.gov.vn';
  const address = 'nvbinh.snv@kiengiang.gov.vn';

  /** Makes the mailbox of `newMailbox` in the middle of the time in which the directory is read for a letter. */
  const makeAmid = async (work: () => Promise<unknown>): Promise<void> => {
    const { db } = house.app.database;
    let begun: Promise<unknown> | undefined;
    await db.transaction(async (tx) => {
      await tx.execute(sql`lock table addresses in access exclusive mode`);
      begun = work();
      const waiting = sql`select count(*)::int as count from pg_locks
        where not granted and relation = 'addresses'::regclass`;
      await expect
        .poll(async () => (await rows<{ count: number }>(tx, waiting))[0]?.count, { timeout: 20_000 })
        .toBe(1);
      const found = await unitByMailbox(tx, unit, today);
      const mailbox = { fullName: newMailbox.name, nameKey: 'nguyen van binh', position: null, phone: null };
      const cause = { actor: 'letter', because: null, causeId: null, now: today };
      await createMailboxes(tx, [{ ...mailbox, address, stem: address, unitId: found?.unit.id ?? 0 }], cause);
    });
    await begun;
  };
  const ofThatName = async () =>
    (await house.mailboxes())
      .filter(({ fullName }) => fullName === newMailbox.name)
      .map((one) => one.address);

  test('a person is not given a second mailbox', async () => {
    let outcome = '';
    await makeAmid(async () => {
      const report = await house.receive(signedIn(await request(), unit));
      outcome = `${report.outcome} ${report.requests[0]?.items[0]?.reasons[0]?.code}`;
    });
    expect(await ofThatName()).toEqual([address]);
    expect(outcome).toBe('review same-name-exists');
  });
});
