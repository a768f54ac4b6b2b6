import { afterAll, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import { attached, file, letter, plain } from './letters.ts';
import { shown } from './shown.ts';

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const read = (name: string) =>
  reader.read(letter(plain('Gửi phiếu.'), attached('Phiếu.docx', file(`shapes/${name}.docx`))));

const both = [
  '1 | Nguyễn Văn An | Phòng Tổ chức | cấp mới hộp thư',
  '2 | Lê Văn Tư | Thanh tra | cấp lại mật khẩu',
];

/** Word's documents without a table, and the rows of their form. */
test.each([
  ['typed', both],
  ['numbered', both],
  ['bulleted', both],
  ['labelled', both],
  [
    'announced',
    ['1 | Nguyễn Văn An | Phòng Tổ chức | cấp mới hộp thư', '2 | Lê Văn Tư | Thanh tra | cấp mới hộp thư'],
  ],
  ['goes-on', [both[0], '2 | Lê Văn Tư | Thanh tra | hủy bỏ hộp thư sau khi có quyết định nghỉ hưu']],
  ['half', []],
])('%s.docx: the list is the rows', async (name, rows) => {
  const { forms } = await read(name);
  expect(forms.map((form) => shown(form))).toEqual([
    { fields: 'SỞ NỘI VỤ | Lê Thị Hoa | Chánh Văn phòng | 0297 3862 001 | –', rows, skipped: [] },
  ]);
});

test('a covering letter that lists people is no form', async () => {
  const reading = await read('covering');
  expect(reading.forms.flatMap(({ rows }) => rows)).toEqual([]);
});
