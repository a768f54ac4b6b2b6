import { afterAll, describe, expect, test } from 'vitest';
import { storingDesk } from '../../src/intake/desk.ts';
import { exampleRegistry, openStreet } from '../flow/house.ts';
import { type Letter, writeLetter } from '../servers/letter.ts';
import { describeWithPostgres } from '../servers/servers.ts';
import { formless, intakeAddress } from './letters.ts';

const other = 'stc@kiengiang.gov.vn';

const senders = (letters: number, createDatabase: (() => Promise<string>) | null) => {
  const street = openStreet(exampleRegistry, createDatabase);
  afterAll(() => street.close());

  /** Letters arrive in the queue, one after the other, and are then judged, four at a time. */
  const judge = async (letters: readonly Letter[]): Promise<number[]> => {
    const house = await street.openHouse();
    const { database, jobs, now, workers } = house.app;
    const settled = () => new Promise<void>(() => {});
    const desk = storingDesk({ db: database.db, jobs, settled, log: () => {}, now });
    for (const [at, { raw }] of letters.entries())
      await desk.receive(
        { raw, origin: 'imap', truncated: false },
        { source: 'ttcntttt@may-chu/INBOX', uidValidity: '1', uid: at + 1 },
        at + 2,
      );
    const order: number[] = [];
    const handle = async (id: number) => {
      await workers.message.handle(id);
      order.push(id);
    };
    await jobs.drain('message', 4, { ...workers.message, handle });
    await house.close();
    return order;
  };

  test(`a flood of ${letters} letters does not delay the letter of another sender`, async () => {
    const from = 'may-tu-dong@kiengiang.gov.vn';
    const write = () => writeLetter({ from, to: intakeAddress, subject: 'Cấp mới hộp thư' });
    const flood = await Promise.all(Array.from({ length: letters }, write));
    const order = await judge([...flood, await formless({ from: other })]);
    expect(order.toSorted((a, b) => a - b)).toEqual([...flood, other].map((_, at) => at + 1));
    expect(order.indexOf(letters + 1)).toBeLessThan(8);
  });

  test('what a sender writes first is judged first, also after others came between', async () => {
    const own = await Promise.all(Array.from({ length: 8 }, () => formless()));
    const between = await formless({ from: other });
    const order = await judge([...own.slice(0, 5), between, ...own.slice(5)]);
    expect(order.indexOf(6)).toBeLessThan(4);
    const ofOne = order.filter((id) => id !== 6);
    expect(ofOne).toEqual(ofOne.toSorted((a, b) => a - b));
  });
};

describe('senders take turns, embedded', () => senders(40, null));
describeWithPostgres('senders take turns, PostgreSQL', ({ createDatabase }) => senders(200, createDatabase));
