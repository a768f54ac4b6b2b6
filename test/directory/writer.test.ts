import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Database, openDatabase, rows } from '../../src/db/db.ts';
import { uniqueViolation } from '../../src/db/errors.ts';
import { takenAddresses } from '../../src/directory/reader.ts';
import {
  changeMailboxes,
  createMailboxes,
  MailboxChanged,
  type MailboxFields,
  type NewMailbox,
} from '../../src/directory/writer.ts';
import type { Mailbox } from '../../src/model/request.ts';
import { describeOnBoth, emptyFolder } from '../db/databases.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { now, registerUnits, unitOf } from './letters.ts';

const cause = { actor: 'letter', because: 'PYC-2026-000001', causeId: null, now };
const domain = 'kiengiang.gov.vn';

/** A mailbox to be made in sttt, with as much as the test needs. */
async function wanted(database: Database, login: string, fullName = 'Trần Văn Nam'): Promise<NewMailbox> {
  const { id: unitId } = await unitOf(database.db, 'sttt');
  const stem = `${login.replace(/\d/g, '')}.sttt@${domain}`;
  const address = `${login}.sttt@${domain}`;
  return { address, stem, fullName, nameKey: fullName.toLowerCase(), unitId, position: null, phone: null };
}

const create = (database: Database, mailboxes: NewMailbox[]) =>
  database.db.transaction((tx) => createMailboxes(tx, mailboxes, cause));

const change = (database: Database, mailbox: Mailbox, set: MailboxFields) =>
  database.db.transaction((tx) => changeMailboxes(tx, [{ mailbox, set }], cause));

const only = <T>([item]: readonly T[]): T => {
  if (item === undefined) throw new Error('nothing');
  return item;
};

describeOnBoth('writing mailboxes', (place) => {
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(await place());
    await registerUnits(database.db);
  });
  afterAll(() => database.close());

  const stored = (id: number) =>
    rows(
      database.db,
      sql`select address, status, unit_id::int, position, phone, version from mailboxes where id = ${id}`,
    );
  const addressesOf = (id: number) =>
    rows(
      database.db,
      sql`select address, until is null as present from addresses where mailbox_id = ${id} order by address`,
    );
  const eventsOf = (id: number) =>
    rows(
      database.db,
      sql`select actor, event, before, after, because from audit_events
        where entity = 'mailbox' and entity_id = ${String(id)} order by id`,
    );

  test('mailboxes are made in the order asked, with their addresses and a trace', async () => {
    const asked = [await wanted(database, 'b'), await wanted(database, 'a1'), await wanted(database, 'a')];
    const made = await create(database, asked);
    expect(made.map(({ address }) => address)).toEqual(asked.map(({ address }) => address));
    expect(made[0]).toMatchObject({ fullName: 'Trần Văn Nam', status: 'active', version: 1 });
    expect(await takenAddresses(database.db, [`a.sttt@${domain}`])).toHaveLength(2);
    expect(await eventsOf(only(made).id)).toMatchObject([
      {
        actor: 'letter',
        event: 'created',
        before: null,
        after: { status: 'active' },
        because: 'PYC-2026-000001',
      },
    ]);
  });

  test('a change is written with what was before, and only where nobody changed the mailbox since', async () => {
    const mailbox = only(await create(database, [await wanted(database, 'c')]));
    await change(database, mailbox, { status: 'locked', phone: '0912 345 678' });
    await expect(change(database, mailbox, { status: 'cancelled' })).rejects.toThrow(MailboxChanged);
    expect(await stored(mailbox.id)).toMatchObject([{ status: 'locked', phone: '0912 345 678', version: 2 }]);
    const [, changed, ...more] = await eventsOf(mailbox.id);
    expect(changed).toMatchObject({
      event: 'changed',
      before: { status: 'active', phone: null },
      after: { status: 'locked', phone: '0912 345 678' },
    });
    expect(more).toEqual([]);
  });

  test('two changes to one mailbox are written as one', async () => {
    const mailbox = only(await create(database, [await wanted(database, 'd')]));
    const changes = [
      { mailbox, set: { phone: '1', position: 'Chuyên viên' } },
      { mailbox, set: { phone: '2' } },
    ];
    await database.db.transaction((tx) => changeMailboxes(tx, changes, cause));
    expect(await stored(mailbox.id)).toMatchObject([{ phone: '2', position: 'Chuyên viên', version: 2 }]);
  });

  test('an address once used stays its holder’s, who may have it back', async () => {
    const mailbox = only(await create(database, [await wanted(database, 'e')]));
    const [old, fresh] = [`e.sttt@${domain}`, `f.sttt@${domain}`];
    await change(database, mailbox, { address: fresh, stem: fresh });
    expect(await addressesOf(mailbox.id)).toEqual([
      { address: old, present: false },
      { address: fresh, present: true },
    ]);
    const another = await wanted(database, 'e', 'Em Khác');
    expect(uniqueViolation(await create(database, [another]).catch((error) => error))).toBe('addresses_pkey');
    const renamed = { ...mailbox, address: fresh, version: 2 };
    await change(database, renamed, { address: old, stem: old });
    expect(await addressesOf(mailbox.id)).toEqual([
      { address: old, present: true },
      { address: fresh, present: false },
    ]);
  });

  test('a rename to the present or former address of another breaks a key, and nothing is written', async () => {
    const holder = only(await create(database, [await wanted(database, 'g')]));
    const former = `g.sttt@${domain}`;
    await change(database, holder, { address: `h.sttt@${domain}`, stem: `h.sttt@${domain}` });
    const mailbox = only(await create(database, [await wanted(database, 'i')]));
    for (const address of [former, `h.sttt@${domain}`]) {
      const error = await change(database, mailbox, { address, stem: address }).catch((thrown) => thrown);
      expect(uniqueViolation(error)).toMatch(/^(addresses_pkey|mailboxes_address)$/);
    }
    expect(await stored(mailbox.id)).toMatchObject([{ address: `i.sttt@${domain}`, version: 1 }]);
  });

  test('a thousand mailboxes are made at once', async () => {
    const asked = await Promise.all(Array.from({ length: 1000 }, (_, at) => wanted(database, `k${at}`)));
    expect(await create(database, asked)).toHaveLength(1000);
  });
});

describeWithPostgres('two workers', ({ createDatabase }) => {
  test('that plan one address at once: one gets it, the other must plan again', async () => {
    const database = await openDatabase({ databaseUrl: await createDatabase(), dataDir: emptyFolder() });
    try {
      await registerUnits(database.db);
      const asked = [await wanted(database, 'x'), await wanted(database, 'y')];
      // In opposite orders, which must not end with each waiting for the other.
      const results = await Promise.allSettled([
        create(database, asked),
        create(database, asked.toReversed()),
      ]);
      const lost = results.filter((result) => result.status === 'rejected');
      expect(lost).toHaveLength(1);
      expect(uniqueViolation(only(lost).reason)).not.toBeNull();
      expect(
        await takenAddresses(
          database.db,
          asked.map(({ stem }) => stem),
        ),
      ).toHaveLength(2);
    } finally {
      await database.close();
    }
  });

  test('that change one mailbox at once: one writes, the other learns that nothing was written', async () => {
    const database = await openDatabase({ databaseUrl: await createDatabase(), dataDir: emptyFolder() });
    try {
      await registerUnits(database.db);
      const mailbox = only(await create(database, [await wanted(database, 'z')]));
      const results = await Promise.allSettled([
        change(database, mailbox, { status: 'locked' }),
        change(database, mailbox, { status: 'cancelled' }),
      ]);
      const lost = results.filter((result) => result.status === 'rejected');
      expect(lost).toHaveLength(1);
      expect(only(lost).reason).toBeInstanceOf(MailboxChanged);
    } finally {
      await database.close();
    }
  });
});
