import { afterAll, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { openReader } from '../../src/form/form.ts';
import { interpretForms } from '../../src/interpret/interpret.ts';
import { gridOf } from './grid-of.ts';
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

/** What is understood of a form of these lines, `name: action` of each row. */
async function asked(...lines: Parameters<typeof gridOf>): Promise<string[]> {
  const assembled = assemble([gridOf(['PHIẾU YÊU CẦU'], ['Đơn vị: Sở Nội vụ'], ...lines)], 'xlsx', 'a.xlsx');
  const forms = assembled.secret ? [] : assembled.forms;
  const read = await interpretForms({ forms, text: 'Kính gửi phiếu.' }, { today: '2026-11-30' });
  return read.flatMap(({ items }) => items.map(({ row, wish }) => `${row.fullName?.text}: ${wish.action}`));
}

const names = ['Họ và tên', 'Nguyễn Văn An', 'Lê Văn Tư'];
const wishes = ['Nội dung đề nghị', 'Cấp mới', 'Hủy bỏ'];

test.each([
  ['Lưu ý: ông Lê Văn Tư chưa nghỉ hưu, không hủy', 'create', 'unclear'],
  ['Dòng 2 chưa làm', 'create', 'unclear'],
  ['Các trường hợp trên chưa thực hiện, chờ quyết định', 'unclear', 'unclear'],
  [
    'Các trường hợp có tên trong danh sách nêu trên hiện nay chưa thực hiện do còn chờ quyết định của cấp trên',
    'unclear',
    'unclear',
  ],
  ['Ghi chú', 'create', 'cancel'],
])('“%s” below it is no line of it, and is heard', async (said, an, tu) => {
  const heard = [`Nguyễn Văn An: ${an}`, `Lê Văn Tư: ${tu}`];
  expect(await asked(names, wishes, [said])).toEqual(heard);
  expect(await asked(names, wishes, [], [said])).toEqual(heard);
});

test.each<[string, Parameters<typeof gridOf>]>([
  ['a note after a blank line', [names, wishes, [], ['Ghi chú', null, 'chưa làm']]],
  ['a note far below', [names, wishes, [], [], ['CHÁNH VĂN PHÒNG'], ['Ghi chú', null, 'từ 01/01/2027']]],
  ['words in two cells', [names, wishes, [], ['Tình hình', null, 'đang bàn giao']]],
  [
    'the wishes apart',
    [wishes, [], names, ['Đơn vị', 'Thanh tra', 'Thanh tra'], ['Chức vụ', 'Văn thư', 'Kế toán']],
  ],
  ['a sentence within', [names, ['Các trường hợp dưới đây chưa thực hiện'], wishes]],
  [
    'the names of those who ask',
    [
      ['Họ và tên người yêu cầu', 'Lê Thị Hoa', 'Trần Văn Ba'],
      ['Nội dung yêu cầu', 'Hủy hộp thư', 'Cấp mới'],
    ],
  ],
])('%s: nothing is read', async (_, lines) => {
  expect(await asked(...lines)).toEqual([]);
});

test('who signs below it in two columns ends it', async () => {
  const signed = [
    ['Nơi nhận:', null, 'CHÁNH VĂN PHÒNG'],
    ['- Lưu VT.', null, 'Lê Thị Hoa'],
  ];
  expect(await asked(names, wishes, [], ...signed)).toEqual(['Nguyễn Văn An: create', 'Lê Văn Tư: cancel']);
});
