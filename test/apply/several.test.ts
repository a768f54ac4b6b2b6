import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { rows } from '../../src/db/db.ts';
import { arrivalOf } from '../../src/intake/intake.ts';
import { delivered, withForm } from '../intake/letters.ts';
import { type Office, openOffice } from '../intake/office.ts';
import type { Letter } from '../servers/letter.ts';
import { describeWithPostgres } from '../servers/servers.ts';

const count = 4;

describeWithPostgres('several processes on one database', ({ createDatabase }) => {
  let offices: Office[] = [];

  beforeAll(async () => {
    const url = await createDatabase();
    // The first makes the tables; the others find them.
    offices = [await openOffice(url, { working: false })];
    for (let more = 1; more < count; more += 1) offices.push(await openOffice(url, { working: false }));
  });
  afterAll(() => Promise.all(offices.map((office) => office.close())));

  const officeAt = (at: number): Office => {
    const office = offices[at % count];
    if (!office) throw new Error('no office');
    return office;
  };
  /** Each letter is taken by another process, all at once. */
  const takeAll = (letters: readonly Letter[]) =>
    Promise.all(letters.map(({ raw }, at) => officeAt(at).app.take(arrivalOf(raw))));
  const read = <Row extends Record<string, unknown>>(statement: ReturnType<typeof sql>) =>
    rows<Row>(officeAt(0).app.database.db, statement);
  const asking = (name: string, wish: string) => withForm([{ name, unit: 'Sở Nội vụ', wish }]);

  const given = 'An Bình Chi Dung Giang Hà Khanh Lan Mai Nga Oanh Phương'.split(' ');

  test('namesakes get different addresses, and the requests numbers without gaps', async () => {
    const letters = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        withForm([
          {
            name: 'Trần Văn Nam',
            unit: 'Sở Nội vụ',
            wish: 'Cấp mới hộp thư, người khác với người cùng tên',
            position: `Chuyên viên tổ ${at + 1}`,
          },
          { name: `Lê Thị ${given[at]}`, unit: 'Sở Nội vụ', wish: 'Cấp mới hộp thư' },
        ]),
      ),
    );
    const reports = await takeAll(letters);
    expect(reports.map((report) => report.outcome)).toEqual(Array(12).fill('applied'));
    const addresses = reports.map((report) => report.requests[0]?.items[0]?.address);
    const expected = ['', ...Array.from({ length: 11 }, (_, at) => String(at + 1))].map(
      (number) => `tvnam${number}.snv@kiengiang.gov.vn`,
    );
    expect(addresses.toSorted()).toEqual(expected.toSorted());
    const numbers = reports.map((report) => Number(report.requests[0]?.number.slice(-6)));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    const [kept] = await read<{ messages: number; notices: number; mailboxes: number }>(sql`select
      (select count(*)::int from messages where status = 'done') as messages,
      (select count(*)::int from notices) as notices,
      (select count(*)::int from mailboxes where name_key = 'tran van nam') as mailboxes`);
    expect(kept).toEqual({ messages: 12, notices: 12, mailboxes: 12 });
  });

  test('one delivery that all take at once is applied once, and a duplicate to the others', async () => {
    const letter = await asking('Phạm Thị Một Lần', 'Cấp mới hộp thư');
    const reports = await takeAll(Array(count).fill(letter));
    expect(reports.map((report) => report.outcome).toSorted()).toEqual([
      'applied',
      ...Array(count - 1).fill('duplicate'),
    ]);
    expect(reports.flatMap((report) => report.notices ?? [])).toHaveLength(1);
  });

  test('several deliveries of one letter, with other traces, are one letter and duplicates of it', async () => {
    const { raw, messageId } = await asking('Phạm Thị Hai Đường', 'Cấp mới hộp thư');
    const body = raw.subarray(raw.indexOf('From: '));
    const again = Array.from({ length: count }, () =>
      delivered('snv@kiengiang.gov.vn', { raw: body, messageId }),
    );
    const reports = await takeAll(again);
    expect(reports.map((report) => report.outcome).toSorted()).toEqual([
      'applied',
      ...Array(count - 1).fill('duplicate'),
    ]);
    const stored = await read<{ outcome: string }>(
      sql`select outcome from messages where message_id = ${messageId} order by outcome`,
    );
    expect(stored.map(({ outcome }) => outcome)).toEqual(['applied', ...Array(count - 1).fill('duplicate')]);
  });

  test('letters that are refused, taken at once, have one answer each delivery at most', async () => {
    const letter = await withForm([]);
    const reports = await takeAll(Array(count).fill(letter));
    const outcomes = reports.map((report) => report.outcome).toSorted();
    expect(outcomes.filter((outcome) => outcome === 'duplicate')).toHaveLength(count - 1);
    expect(outcomes).not.toContain('failed');
  });

  test('a mailbox cancelled by one letter while others reset its password: never a reset after it', async () => {
    for (const name of ['Hồ Thị Xuân', 'Hồ Thị Hạ', 'Hồ Thị Thu', 'Hồ Thị Đông']) {
      const made = await officeAt(0).app.take(arrivalOf((await asking(name, 'Cấp mới hộp thư')).raw));
      expect(made.outcome).toBe('applied');
      const letters = await Promise.all(
        ['Cấp lại mật khẩu', 'Hủy bỏ hộp thư', 'Cấp lại mật khẩu do quên', 'Khóa hộp thư'].map((wish) =>
          asking(name, wish),
        ),
      );
      const reports = await takeAll(letters);
      expect(reports[1]?.outcome).toBe('applied');
      expect(reports.map((report) => report.outcome)).not.toContain('failed');
      const address = made.requests[0]?.items[0]?.address ?? '';
      const commands = await read<{ kind: string }>(
        sql`select kind from commands where address = ${address} order by id`,
      );
      expect(commands.at(-1)?.kind).toBe('remove');
      const [mailbox] = await read<{ status: string }>(
        sql`select status from mailboxes where address = ${address}`,
      );
      expect(mailbox).toEqual({ status: 'cancelled' });
      const told = await read<{ event: string; after: { status?: string } | null }>(sql`
        select e.event, e.after from audit_events e join mailboxes m on e.entity_id = m.id::text
        where e.entity = 'mailbox' and m.address = ${address} order by e.id`);
      expect(told.at(-1)).toMatchObject({ event: 'changed', after: { status: 'cancelled' } });
    }
  });
});
