import { afterAll, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import { attached, file, letter, plain } from './letters.ts';
import { shown } from './shown.ts';

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const read = async (name: string) => {
  const { forms } = await reader.read(
    letter(plain('Gửi phiếu.'), attached('Phiếu.xlsx', file(`shapes/${name}.xlsx`))),
  );
  return forms.map((form) => ({ ...shown(form), places: form.rows.map(({ where }) => where) }));
};

test('two tables under a title each are read one after the other', async () => {
  expect(await read('side-titles')).toMatchObject([
    {
      rows: [
        '1 | Nguyễn Văn An | Phòng Tổ chức | Cấp mới',
        '2 | Lê Văn Tư | Thanh tra | Hủy bỏ',
        '3 | Trần Văn Bảy | Thanh tra | Hủy bỏ',
      ],
      skipped: [],
      places: ['Sheet!A10:C10', 'Sheet!F10:H10', 'Sheet!F11:H11'],
    },
  ]);
});

test('a title over the first of them is none of the other, whose people are told of', async () => {
  expect(await read('side-one-title')).toMatchObject([
    {
      rows: ['1 | Nguyễn Văn An | Phòng Tổ chức | Cấp mới'],
      skipped: ['outside: Lê Văn Tư | Thanh tra', 'outside: Trần Văn Bảy | Thanh tra'],
    },
  ]);
});

test('two tables without a gap, each with its wishes', async () => {
  expect(await read('side-wishes')).toMatchObject([
    { rows: ['1 | Nguyễn Văn An | Phòng Tổ chức | Cấp mới', '2 | Lê Văn Tư | Thanh tra | Hủy bỏ'] },
  ]);
});

test('a cell that reaches from one into the other leaves them one, and asked about', async () => {
  const [form] = await read('side-merged');
  expect(form?.rows).toEqual(['1 | Nguyễn Văn An; Lê Văn Tư | Phòng Tổ chức | Cấp mới; Hủy bỏ']);
});
