import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { readBody } from '../../src/form/body.ts';
import { shownBy } from '../../src/form/html-shown.ts';
import type { Form } from '../../src/model/form.ts';
import { gridOf } from './grid-of.ts';

type Drawn = Parameters<typeof gridOf>;

/** Each row as `number | name | position | unit | phone | wish`, and what is blank as –. */
const rowsOf = (forms: readonly Form[]): string[] =>
  forms.flatMap(({ rows }) =>
    rows.map(({ number, fullName, position, unit, phone, wish }) =>
      [number, ...[fullName, position, unit, phone, wish].map((it) => it?.text ?? '–')].join(' | '),
    ),
  );

const read = (...grids: Drawn[]): string[] => {
  const read = assemble(
    grids.map((rows) => gridOf(...rows)),
    'xlsx',
    'phieu.xlsx',
  );
  return read.secret ? ['secret'] : rowsOf(read.forms);
};

const title = ['PHIẾU YÊU CẦU'];
const binh = [1, 'Nguyễn Văn Bình', 'Chuyên viên', 'Phòng Nội vụ', '0912345678', 'Cấp mới'];
const hoa = [2, 'Trương Thị Hoa', 'Kế toán', 'Văn phòng', 912_345_679, 'Hủy bỏ hộp thư do nghỉ hưu'];
const asked = [
  '1 | Nguyễn Văn Bình | Chuyên viên | Phòng Nội vụ | 0912345678 | Cấp mới',
  '2 | Trương Thị Hoa | Kế toán | Văn phòng | 0912345679 | Hủy bỏ hộp thư do nghỉ hưu',
];

describe('rows that were retyped without their heading are read', () => {
  test.each<[string, Drawn, string[]]>([
    ['below the title', [title, binh, hoa], asked],
    ['alone', [binh, hoa], asked],
    ['above who signs', [title, binh, hoa, [], ['CHÁNH VĂN PHÒNG', null, null, 'NGƯỜI LẬP']], asked],
    [
      'in the columns of the regulation',
      [title, [], ['01', 'Đoàn Văn Nam', 'Sở Nội vụ', 'Cấp lại mật khẩu do quên']],
      ['1 | Đoàn Văn Nam | – | Sở Nội vụ | – | Cấp lại mật khẩu do quên'],
    ],
    [
      'with the wish before the unit',
      [title, ['1.', 'Tô Hữu Năm', 'Mở khóa hộp thư', 'Thanh tra Sở']],
      ['1 | Tô Hữu Năm | – | Thanh tra Sở | – | Mở khóa hộp thư'],
    ],
  ])('%s', (_, rows, said) => {
    expect(read(rows)).toEqual(said);
  });

  test('in the table of a letter that asks for it', () => {
    const cells = (row: readonly (string | number)[]): string =>
      `<tr>${row.map((cell) => `<td>${cell}`).join('')}`;
    const html = (ask: string): string =>
      `<p>${ask}</p><table>${cells(binh)}${cells(hoa.with(4, '0912345679'))}</table>`;
    const of = (ask: string) =>
      readBody({ subject: '', plain: null, isHtml: true, lines: shownBy(html(ask)).lines });
    expect(rowsOf(of('Kính đề nghị Trung tâm thực hiện:').forms)).toEqual(asked);
    expect(of('Sở gửi để biết.').forms).toEqual([]);
  });
});

describe('rows without a heading are no form where a column may hold something else', () => {
  const with2 = (at: number, cell: Drawn[number][number]): Drawn => [
    title,
    binh,
    hoa.with(at, cell as string),
  ];
  test.each<[string, Drawn]>([
    ['no numbers', [title, binh.slice(1), hoa.slice(1)]],
    ['numbers that begin elsewhere', [title, hoa]],
    ['numbers with a gap', [title, binh, [], hoa]],
    ['a second person', [title, [...binh, 'Lê Thị Mai']]],
    ['a second unit', [title, [...binh, 'Sở Tài chính']]],
    ['a second wish', [title, [...binh, 'Hủy bỏ']]],
    [
      'an address, of which nobody knows whether it is to be',
      [title, [...binh, 'nvbinh.snv@kiengiang.gov.vn']],
    ],
    ['a note', [title, [...binh, 'Đã xong']]],
    ['a day', [title, [...binh, '24/11/2026']]],
    ['no wish', [title, binh.slice(0, 5), hoa.slice(0, 5)]],
    ['names behind units', [title, [1, 'Phòng Nội vụ', 'Nguyễn Văn Bình', 'Cấp mới']]],
    ['a name that is none', with2(1, 'Trương Thị Hoa (Mai)đ')],
    ['a wish that is none', with2(5, 'Như trên')],
    ['a unit without a word of offices', with2(3, 'Tổng hợp')],
    ['a position that may be a town', with2(2, 'TP')],
    ['a blank cell', with2(2, null)],
    ['a cell over two columns', with2(2, { text: 'Kế toán', lastColumn: 4 } as never)],
    ['a struck cell', with2(2, { text: 'Kế toán', struck: true } as never)],
    ['a hidden row', [title, binh, [{ unseen: 'hidden' }, ...hoa] as never]],
    ['a hidden line above', [[{ unseen: 'hidden' }, 'STT', 'Tên', 'Đơn vị', 'Đã làm'] as never, [], binh]],
    ['a heading in other words', [['#', 'Ai', 'Là gì', 'Ở đâu', 'Số', 'Trước đây'], binh, hoa]],
    ['a heading apart', [['#', 'Ai', 'Là gì', 'Ở đâu', 'Số', 'Trước đây'], [], binh, hoa]],
    ['words that go on below', [title, binh, [null, null, null, null, null, 'rồi hủy']]],
  ])('%s', (_, rows) => {
    expect(read(rows)).toEqual([]);
  });

  test('rows on two sheets, or beside a sheet with a heading', () => {
    expect(read([title, binh, hoa], [binh])).toEqual([]);
    const headed: Drawn = [title, ['STT', 'Họ và tên', 'Nội dung đề nghị'], [1, 'Lê Thị Mai', 'Cấp mới']];
    expect(read(headed, [binh])).toEqual(['1 | Lê Thị Mai | – | – | – | Cấp mới']);
  });

  test('a title that says against them is heard as above a heading', () => {
    const [form] = assembledForms([['Danh sách đã cấp năm 2025'], binh, hoa]);
    expect(form?.rows.map(({ caution }) => caution?.text)).toEqual([
      'Danh sách đã cấp năm 2025',
      'Danh sách đã cấp năm 2025',
    ]);
  });
});

const assembledForms = (rows: Drawn): readonly Form[] => {
  const read = assemble([gridOf(...rows)], 'xlsx', 'phieu.xlsx');
  return read.secret ? [] : read.forms;
};
