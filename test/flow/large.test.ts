import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { rows } from '../../src/db/db.ts';
import { attached, plain } from '../form/letters.ts';
import { fillForm } from './form.ts';
import { exampleRegistry, openStreet } from './house.ts';
import { fromHomeOffice } from './unit-letter.ts';

/* A form with more rows than are written at once. */
const street = openStreet(exampleRegistry, null);
afterAll(() => street.close());

const families = 'Nguyễn Trần Lê Phạm Huỳnh Phan Vũ Đặng Bùi Đỗ'.split(' ');
const middles = 'Văn Thị Minh Thanh Quốc Ngọc Hữu Đức Hoàng Kim'.split(' ');
const givens = 'An Bình Châu Giang Hạnh Khánh Long Phúc Sơn Vinh'.split(' ');
const people = families.flatMap((family) =>
  middles.flatMap((middle) => givens.map((given) => `${family} ${middle} ${given}`)),
);

test('each row of a thousand has its own mailbox, command and trace', async () => {
  const unit = 'Sở Nội vụ';
  const wishes = people.map((name) => ({ name, unit, wish: 'Cấp mới' }));
  wishes[3] = { name: 'Trần Thị Không Có', unit, wish: 'Cấp lại mật khẩu' };
  wishes[700] = { name: 'Lâm Quốc Bảo', unit, wish: 'Cấp lại mật khẩu' };
  const house = await street.openHouse();
  const form = await fillForm(wishes);
  const report = await house.receive(fromHomeOffice(plain('Kính gửi phiếu.'), attached('phieu.xlsx', form)));
  const items = report.requests[0]?.items ?? [];
  expect(items.filter(({ outcome }) => outcome !== 'applied').map(({ number }) => number)).toEqual([4]);

  const kept = await rows(
    house.app.database.db,
    sql`select i.position + 1 as number, m.full_name as "fullName", m.address, a.address as given,
        c.kind || ' ' || c.address as command, e.event
      from items i
      left join mailboxes m on m.id = i.mailbox_id
      left join addresses a on a.mailbox_id = m.id
      left join commands c on c.item_id = i.id and c.mailbox_id = m.id
      left join audit_events e on e.entity = 'mailbox' and e.entity_id = m.id::text and e.actor = 'letter'
      order by i.position`,
  );
  const expected = items.map(({ number, fullName, address, outcome }, at) => {
    const nothing = { fullName: null, address: null, given: null, command: null, event: null };
    if (outcome !== 'applied') return { ...nothing, number };
    const [kind, event] = at === 700 ? ['set-password', 'password-reset'] : ['create', 'created'];
    return { number, fullName, address, given: address, command: `${kind} ${address}`, event };
  });
  expect(kept).toEqual(expected);
  expect(new Set(kept.map(({ address }) => address)).size).toBe(people.length);
  await house.close();
});
