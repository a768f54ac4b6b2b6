import { afterAll, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import { attached, file, letter, plain } from './letters.ts';
import { shown } from './shown.ts';

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const read = async (name: string) => {
  const { forms } = await reader.read(letter(plain('Gửi phiếu.'), attached(name, file(`shapes/${name}`))));
  return forms.map((form) => ({
    ...shown(form),
    rest: form.rows.map(({ where, note }) => [where, note?.text ?? null]),
  }));
};

const fields = 'SỞ NỘI VỤ | Lê Thị Hoa | Chánh Văn phòng | 0297 3862 001 | –';

test('a sheet with the headings below each other has a person in each column', async () => {
  expect(await read('on-its-side.xlsx')).toEqual([
    {
      fields,
      rows: [
        '1 | Nguyễn Văn An | Phòng Tổ chức | Cấp mới hộp thư',
        '2 | Lê Văn Tư | Phòng Tổ chức | Cấp lại mật khẩu',
      ],
      skipped: [],
      rest: [
        ['Sheet!B9', null],
        ['Sheet!C9', 'chưa làm'],
      ],
    },
  ]);
});

test('a table of Word does, too', async () => {
  expect(await read('on-its-side.docx')).toMatchObject([
    {
      fields,
      rows: ['1 | Nguyễn Văn An | Phòng Tổ chức | Cấp mới hộp thư', '2 | Lê Văn Tư | – | Cấp lại mật khẩu'],
    },
  ]);
});

test.each([
  ['two headings of wishes', 'on-its-side-twice.xlsx'],
  ['a wish of nobody', 'on-its-side-stray.xlsx'],
])('one with %s is not understood', async (_, name) => {
  const [form] = await read(name);
  expect(form?.rows.filter((row) => row.includes('Hủy bỏ') || row.includes('Cấp mới'))).toEqual([]);
});
