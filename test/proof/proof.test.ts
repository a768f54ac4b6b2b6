import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq, isNull, sql } from 'drizzle-orm';
import { simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messages, notices } from '../../src/db/schema.ts';
import { tryAgain } from '../../src/intake/again.ts';
import { newToken } from '../../src/mail/new-token.ts';
import { type Counts, countAll } from '../../src/proof/count.ts';
import { proveDay } from '../../src/proof/proof.ts';
import { exampleRegistry, type House, openStreet, today } from '../flow/house.ts';
import { describeWithPostgres } from '../servers/servers.ts';

const example = (name: string) =>
  readFileSync(join(import.meta.dirname, '../../examples/letters', `${name}.eml`));

const nothing: Omit<Counts, 'received'> = {
  ...{ answered: 0, waiting: 0, held: 0, stuck: 0, failed: 0, ignored: 0, lost: 0 },
  ...{ noticesLost: 0, commandsLost: 0, numbersLost: 0, cases: [] },
};
const daysOn = (days: number) => new Date(today.getTime() + days * 86_400_000);

const proving = (createDatabase: (() => Promise<string>) | null) => {
  const street = openStreet(exampleRegistry, createDatabase);
  let house: House;
  beforeEach(async () => {
    house = await street.openHouse();
  });
  afterEach(() => house.close());
  afterAll(() => street.close());

  const db = () => house.app.database.db;
  const prove = (now: Date) => {
    const { app } = house;
    return proveDay({ db: db(), jobs: app.jobs, house: app.config, token: newToken }, now);
  };
  const alerts = async () => {
    await house.app.sendOutbox();
    const letters = await Promise.all((await house.outbox()).map((raw) => simpleParser(raw)));
    return letters.filter(({ messageId }) => messageId?.startsWith('<alert.'));
  };
  /** A letter that was stored and of which nothing else is known. */
  const lose = async () => {
    const raw = Buffer.from(`Subject: ${Math.random()}\r\n\r\n`);
    const sha256 = String(Math.random());
    await db().insert(messages).values({ raw, sha256, origin: 'imap', receivedAt: today });
  };

  test('each letter is in one class: answered, held, ignored', async () => {
    for (const name of [
      '02-snv-cap-lai-mat-khau',
      '06-mao-danh-stc',
      '07-sgddt-tra-loi-tu-dong',
      '08-sngv-khong-kem-phieu',
    ])
      await house.receive(example(name));
    await house.receive(example('02-snv-cap-lai-mat-khau'));
    expect(await countAll(db())).toEqual({ ...nothing, received: 4, answered: 2, held: 1, ignored: 1 });
    expect(await prove(today)).toMatchObject({ received: 4, lost: 0 });
    expect(await alerts()).toEqual([]);
  });

  test('it is made once a day, by the day in Vietnam, whoever asks how often', async () => {
    const evening = new Date('2026-11-24T16:59:00Z');
    const [one, two] = await Promise.all([prove(evening), prove(evening)]);
    expect([one, two].filter((made) => made !== null)).toHaveLength(1);
    expect(await prove(new Date('2026-11-24T17:00:00Z'))).not.toBeNull();
    expect(await prove(new Date('2026-11-25T16:59:00Z'))).toBeNull();
  });

  test.each([
    ['a letter that no job will move', lose, { lost: 1 }],
    [
      'an answer that is gone',
      async () => {
        await house.receive(example('02-snv-cap-lai-mat-khau'));
        await db().update(notices).set({ causeId: null });
      },
      { lost: 1 },
    ],
    [
      'an answer that no job will send',
      async () => {
        await house.receive(example('02-snv-cap-lai-mat-khau'));
        await db().update(notices).set({ status: 'queued' });
      },
      { lost: 1, noticesLost: 1 },
    ],
    [
      'a number that stands on no request',
      () => db().execute(sql`insert into request_numbers (year, last) values (2020, 1)`),
      { numbersLost: 1 },
    ],
  ])(
    '%s raises the alarm, every day until it is mended, and the alarm is answered by nobody',
    async (_, lost, told) => {
      await lost();
      expect(await prove(today)).toMatchObject(told);
      const [alert, ...others] = await alerts();
      expect(others).toEqual([]);
      expect(alert?.subject).toContain('CẢNH BÁO');
      expect(alert?.to).toMatchObject({ text: 'ttcntttt@kiengiang.gov.vn' });
      const raw = (await house.outbox()).find((letter) => letter.includes('<alert.'));
      expect(await house.receive(raw as Buffer)).toMatchObject({ outcome: 'ignored', notices: [] });
      await prove(daysOn(1));
      expect(await alerts()).toHaveLength(2);
    },
  );

  test('what waits for staff because a try of ours failed is told once', async () => {
    await house.receive(example('02-snv-cap-lai-mat-khau'));
    await prove(today);
    await db().update(notices).set({ status: 'parked' });
    expect(await prove(daysOn(1))).toMatchObject({ ...nothing, stuck: 1, cases: [expect.any(Number)] });
    await prove(daysOn(2));
    const told = await alerts();
    expect(told.map(({ subject }) => subject)).toEqual([
      'Cần xem: 1 thư đang chờ cán bộ vì xử lý hoặc trả lời không được (2026-11-25)',
    ]);
    await db().update(notices).set({ closedAt: today }).where(eq(notices.status, 'parked'));
    expect(await countAll(db())).toMatchObject({ stuck: 0, lost: 0 });
  });

  test('a case that takes the place of another is told, too', async () => {
    await house.receive(example('02-snv-cap-lai-mat-khau'));
    await db().update(notices).set({ status: 'parked' });
    await prove(today);
    await db().update(notices).set({ closedAt: today });
    await house.receive(example('08-sngv-khong-kem-phieu'));
    await db().update(notices).set({ status: 'parked' }).where(isNull(notices.closedAt));
    expect(await prove(daysOn(1))).toMatchObject({ stuck: 1 });
    expect(await alerts()).toHaveLength(2);
  });

  test.each([
    ['was refused', { status: 'parked' }],
    ['came back', { bounce: 'stc@kiengiang.gov.vn: 5.1.1' }],
  ] as const)(
    'a letter whose unit cannot be asked, because the question %s, is stuck and not held',
    async (_, became) => {
      await house.receive(example('06-mao-danh-stc'));
      expect(await countAll(db())).toMatchObject({ held: 1, stuck: 0 });
      await db().update(notices).set(became);
      expect(await countAll(db())).toMatchObject({ held: 0, stuck: 1, lost: 0 });
      await db().update(notices).set({ closedAt: today });
      expect(await countAll(db())).toMatchObject({ held: 1, stuck: 0 });
    },
  );

  test('a letter that is tried again waits, one that was given up has failed until the next start', async () => {
    await lose();
    const [row] = await db().select({ id: messages.id }).from(messages);
    const id = row?.id ?? 0;
    await db().transaction((tx) => house.app.jobs.send(tx, 'message', id));
    await db().update(messages).set({ status: 'failed' });
    expect(await countAll(db())).toEqual({ ...nothing, received: 1, waiting: 1 });
    await db().execute(sql`delete from pgboss.job`);
    expect(await countAll(db())).toEqual({ ...nothing, received: 1, failed: 1, cases: [id] });
    expect(await tryAgain(db(), house.app.jobs)).toBe(1);
    expect(await tryAgain(db(), house.app.jobs)).toBe(0);
    expect(await countAll(db())).toEqual({ ...nothing, received: 1, waiting: 1 });
  });
};

describe('the proof of a day, embedded', () => proving(null));
describeWithPostgres('the proof of a day, PostgreSQL', ({ createDatabase }) => proving(createDatabase));
