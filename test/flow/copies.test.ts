import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { attached, html, plain } from '../form/letters.ts';
import { fillForm } from './form.ts';
import { exampleRegistry, openStreet } from './house.ts';
import { fromHomeOffice } from './unit-letter.ts';

/*
 * Forms of every kind that one letter may bring, through the whole program.
 */
const street = openStreet(exampleRegistry, null);
afterAll(() => street.close());

const root = join(import.meta.dirname, '..');
const pdf = readFileSync(join(root, 'form/files/pdf/writer-short.pdf'));
const rows = [
  { name: 'Nguyễn Thị Thùy Dương', unit: 'Phòng Tổ chức công chức, viên chức', wish: 'Cấp mới hộp thư' },
  {
    name: 'Đỗ Hữu Phước',
    unit: 'Thanh tra Sở',
    wish: 'Hủy bỏ hộp thư dhphuoc.snv@kiengiang.gov.vn vì đã nghỉ hưu từ ngày 01/10/2026',
  },
  { name: 'Thị Ngọc Ánh', unit: 'Văn phòng', wish: 'Cấp lại mật khẩu' },
];

test('the same form as a workbook and as a PDF is one request; where they differ, staff are asked', async () => {
  const house = await street.openHouse();
  try {
    const one = await house.receive(
      fromHomeOffice(
        plain('Gửi phiếu.'),
        attached('phieu.pdf', pdf),
        attached('phieu.xlsx', await fillForm(rows)),
      ),
    );
    expect(one.requests.map(({ form }) => form.source)).toEqual(['xlsx']);
    const other = rows.map((row, index) => (index === 0 ? { ...row, wish: 'Hủy bỏ hộp thư' } : row));
    const two = await house.receive(
      fromHomeOffice(
        plain('Gửi lại phiếu.'),
        attached('phieu.pdf', pdf),
        attached('phieu.xlsx', await fillForm(other)),
      ),
    );
    expect(two).toMatchObject({ outcome: 'review', requests: [{ items: [] }] });
    expect(two.reasons.map(({ code }) => code)).toEqual(['forms-disagree']);
    expect(two.reasons[0]?.text).toContain('“Hủy bỏ hộp thư” (ô D12, trang tính "Phiếu")');
    expect(two.reasons[0]?.text).toContain('“Cấp mới hộp thư” (trang 1 dòng 11)');
  } finally {
    await house.close();
  }
});

test('the form in the letter itself, and none in what the letter quotes', async () => {
  const house = await street.openHouse();
  try {
    const table = `<table><tr><th>STT<th>Họ và tên<th>Đơn vị công tác<th>Nội dung đề nghị<tr><td>1<td>Trần Quốc Khải<td>Sở Nội vụ<td>Cấp mới hộp thư</table>`;
    const ask = '<p>Kính đề nghị Trung tâm cấp hộp thư:</p>';
    expect(await house.receive(fromHomeOffice(html(ask + table)))).toMatchObject({
      outcome: 'applied',
      requests: [
        { form: { source: 'body', attachment: null }, items: [{ address: 'tqkhai.snv@kiengiang.gov.vn' }] },
      ],
    });
    expect(
      await house.receive(fromHomeOffice(html(`${ask}<blockquote>${table}</blockquote>`))),
    ).toMatchObject({
      outcome: 'rejected',
      requests: [],
      reasons: [{ code: 'no-form' }],
    });
  } finally {
    await house.close();
  }
});
