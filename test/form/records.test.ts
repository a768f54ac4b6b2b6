import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { gridOf } from './grid-of.ts';

const head = [
  ['SỞ NỘI VỤ', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
  ['PHIẾU YÊU CẦU'],
  ['Họ và tên: Trần Thị Loan'],
  ['Chức vụ: Chánh Văn phòng'],
  ['Nội dung yêu cầu: Cấp lại mật khẩu hộp thư'],
];
const sign = [
  ['CHÁNH VĂN PHÒNG', null, 'NGƯỜI LẬP YÊU CẦU'],
  [null, null, 'Trần Thị Loan'],
];

/** `requester | name (unit): wish` of each row. */
function read(...rows: Parameters<typeof gridOf>): string[] {
  const assembled = assemble([gridOf(...rows)], 'xlsx', 'a.xlsx');
  const forms = assembled.secret ? [] : assembled.forms;
  return forms.flatMap(({ requester, rows: people }) =>
    people.map(
      ({ fullName, unit, wish }) =>
        `${requester?.text ?? '–'} | ${fullName?.text} (${unit?.text ?? '–'}): ${wish?.text ?? '–'}`,
    ),
  );
}

const tu = 'Trần Thị Loan | Lê Văn Tư (Sở Nội vụ): Hủy bỏ';
const both = [tu, 'Trần Thị Loan | Lê Văn Năm (Sở Nội vụ): Cấp mới'];

describe('a person whose particulars stand below each other', () => {
  test.each<[string, Parameters<typeof gridOf>]>([
    [
      'in two columns',
      [
        ['Họ và tên', 'Lê Văn Tư'],
        ['Đơn vị', 'Sở Nội vụ'],
        ['Nội dung', 'Hủy bỏ'],
      ],
    ],
    [
      'after numbers',
      [
        [1, 'Họ và tên', 'Lê Văn Tư'],
        [2, 'Đơn vị', 'Sở Nội vụ'],
        [3, 'Nội dung', 'Hủy bỏ'],
      ],
    ],
    [
      'after letters',
      [
        ['a) Họ tên', 'Lê Văn Tư'],
        ['b) Đơn vị', 'Sở Nội vụ'],
        ['c) Nội dung', 'Hủy bỏ'],
      ],
    ],
    ['behind colons', [['- Họ và tên: Lê Văn Tư'], ['- Đơn vị: Sở Nội vụ'], ['- Nội dung đề nghị: Hủy bỏ']]],
    ['in one line', [['Họ và tên: Lê Văn Tư - Đơn vị: Sở Nội vụ - Nội dung: Hủy bỏ']]],
    [
      'two beside each other',
      [
        ['Họ tên:', 'Lê Văn Tư', 'Đơn vị:', 'Sở Nội vụ'],
        ['Nội dung:', 'Hủy bỏ'],
      ],
    ],
    [
      'with boxes to tick',
      [
        ['Họ và tên', 'Lê Văn Tư'],
        ['Đơn vị', 'Sở Nội vụ'],
        ['Nội dung', '[ ] Cấp mới [x] Hủy bỏ'],
      ],
    ],
  ])('is a row: %s', (_, person) => {
    expect(read(...head, ...person, ...sign)).toEqual([tu]);
  });

  test('is one of several', () => {
    const [first, second] = [
      [
        ['Họ và tên', 'Lê Văn Tư'],
        ['Đơn vị', 'Sở Nội vụ'],
        ['Nội dung', 'Hủy bỏ'],
      ],
      [
        ['Họ và tên', 'Lê Văn Năm'],
        ['Đơn vị', 'Sở Nội vụ'],
        ['Nội dung', 'Cấp mới'],
      ],
    ];
    expect(read(...head, ...first, ...second, ...sign)).toEqual(both);
    expect(read(...head, ['Người thứ nhất'], ...first, ['Người thứ hai'], ...second, ...sign)).toEqual(both);
    const lone = both.map((row) => row.replace('Trần Thị Loan', '–'));
    expect(read(['PHIẾU YÊU CẦU'], ...first, ...second, ...sign)).toEqual(lone);
  });

  test('has what is said of him beside it, and stands where he begins', () => {
    const person = [
      ['Họ và tên', 'Lê Văn Tư'],
      ['Nội dung', 'Hủy bỏ'],
      ['Ngày nghỉ hưu', '01/01/2027'],
      ['Ghi chú', 'chờ'],
    ];
    const assembled = assemble([gridOf(...head, ...person, ...sign)], 'xlsx', 'a.xlsx');
    expect(assembled.secret ? [] : assembled.forms[0]?.rows).toMatchObject([
      {
        where: 'S!A6:B6',
        fullName: { text: 'Lê Văn Tư', where: 'S!B6' },
        note: { text: expect.stringContaining('chờ') },
      },
    ]);
    expect(JSON.stringify(assembled)).toContain('01/01/2027');
  });

  test('who uses the mailbox needs nobody before him', () => {
    const person = [
      ['Họ và tên người sử dụng', 'Lê Văn Tư'],
      ['Đơn vị', 'Sở Nội vụ'],
      ['Nội dung', 'Hủy bỏ'],
    ];
    expect(read(['PHIẾU YÊU CẦU'], ...person, ['Người lập: Trần Thị Loan'])).toEqual([tu]);
  });
});

describe('the fields of who asks are no row', () => {
  test.each<[string, Parameters<typeof gridOf>]>([
    ['alone', head],
    [
      'in two columns, with his mailbox',
      [
        head[1] ?? [],
        ['Họ và tên', 'Lê A'],
        ['Email', 'la.snv@kiengiang.gov.vn'],
        ['Nội dung yêu cầu', 'Hủy bỏ'],
      ],
    ],
    ['and his name again where he signs', [...head, ['Họ và tên: Trần Thị Loan']]],
    [
      'below those of the person',
      [...head, ['Họ và tên người lập phiếu', 'Trần Thị Loan'], ['Nội dung yêu cầu', 'Hủy bỏ']],
    ],
  ])('%s', (_, rows) => {
    expect(read(...rows)).toEqual([]);
  });
});

test('people side by side are rows, and who asks above them is none', () => {
  expect(read(...head, ['Họ và tên', 'Lê Văn Tư', 'Lê Văn Năm'], ['Nội dung', 'Hủy bỏ', 'Cấp mới'])).toEqual([
    'Trần Thị Loan | Lê Văn Tư (–): Hủy bỏ',
    'Trần Thị Loan | Lê Văn Năm (–): Cấp mới',
  ]);
});
