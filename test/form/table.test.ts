import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/form/table.ts';
import type { FormRow } from '../../src/model/form.ts';
import { gridOf } from './grid-of.ts';

const heading = [
  'STT',
  'Họ và tên',
  'Đơn vị công tác',
  'Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư...',
];

/** A row as `number|name|unit|wish`, blanks empty. */
function shortly({ number, fullName, unit, wish }: FormRow): string {
  return [number, fullName?.text ?? '', unit?.text ?? '', wish?.text ?? ''].join('|');
}

function rowsOf(...rows: Parameters<typeof gridOf>): string[] | undefined {
  return readTable(gridOf(...rows))?.rows.map(shortly);
}

describe('the heading is found by its words', () => {
  test.each([
    [['Stt', 'Họ tên', 'Đơn vị', 'Nội dung đề nghị']],
    [['TT', 'HỌ VÀ TÊN', 'PHÒNG/BAN', 'YÊU CẦU']],
    [['Số TT', 'Họ và tên cán bộ', 'Nơi công tác', 'Đề nghị']],
    [['STT.', 'Tên người sử dụng', 'Cơ quan', 'Nội dung yêu cầu']],
    [['S.T.T', 'Họ và tên (chữ in hoa)', 'Đơn vị công tác (ghi rõ)', 'Nội dung']],
    [['#', 'Ho va ten', 'Don vi cong tac', 'Noi dung de nghi']],
    [['Số\nTT', 'Họ và\ntên', 'Đơn vị\ncông tác', 'Nội dung đề nghị:\nCấp mới, thay đổi, hủy bỏ hộp thư...']],
    [['STT', 'Họ, tên', 'Đơn vị', 'Cấp mới/thay đổi/hủy bỏ hộp thư']],
    [['STT', 'Cán bộ, công chức', 'Bộ phận', 'Hình thức (cấp mới, hủy bỏ)']],
    [['STT', 'Họ và tên', 'Đơn vị', 'Việc cần làm']],
    [['STT', 'Ông (bà)', 'Đơn vị công tác', 'Nội dung đề nghị']],
    [['STT', 'Ông/Bà', 'Đơn vị', 'Nội dung']],
    [['TT', 'Đồng chí', 'Đơn vị', 'Nội dung đề nghị']],
  ])('%j', (words) => {
    expect(rowsOf(words, [1, 'Trần Văn Nam', 'Sở Y tế', 'Cấp mới'])).toEqual([
      '1|Trần Văn Nam|Sở Y tế|Cấp mới',
    ]);
  });

  test('columns stand in any order, with blank and unknown ones between', () => {
    expect(
      rowsOf(
        ['Nội dung đề nghị', null, 'Ngày sinh', 'Đơn vị', 'Họ và tên', null, 'STT'],
        ['Hủy bỏ', null, '01/01/1980', 'Sở Y tế', 'Lê Thị Hoa', null, '01'],
      ),
    ).toEqual(['1|Lê Thị Hoa|Sở Y tế|Hủy bỏ']);
  });

  test.each([
    [['STT', 'Họ và', 'tên', 'Đơn vị', 'Nội dung']],
    [['STT', 'Họ và tên', null, 'Đơn vị', 'Nội dung']],
    [['STT', { text: 'Họ và tên', lastColumn: 3 }, null, 'Đơn vị', 'Nội dung']],
  ])('names stand in two columns under %j', (words) => {
    expect(
      rowsOf(words, [1, 'Nguyễn Văn', 'An', 'A', 'Cấp mới'], [2, 'Lê Thị Mỹ', 'Khoa', 'B', 'Hủy bỏ']),
    ).toEqual(['1|Nguyễn Văn An|A|Cấp mới', '2|Lê Thị Mỹ Khoa|B|Hủy bỏ']);
  });

  test.each([
    ['Nam', 'Nữ'],
    ['Chuyên viên', 'Văn thư'],
    [1990, 1985],
  ])('an unheaded column of %j and %j is no part of the names', (one, other) => {
    expect(
      rowsOf(
        ['STT', 'Họ và tên', null, 'Đơn vị', 'Nội dung'],
        [1, 'Nguyễn Văn An', one, 'A', 'Cấp mới'],
        [2, 'Lê Thị Hoa', other, 'B', 'Hủy bỏ'],
      ),
    ).toEqual(['1|Nguyễn Văn An|A|Cấp mới', '2|Lê Thị Hoa|B|Hủy bỏ']);
  });

  test('the further columns of offices are read as what they are', () => {
    const table = readTable(
      gridOf(
        [
          'STT',
          'Họ tên',
          'Chức danh',
          'Số ĐT',
          'Hộp thư hiện tại',
          'Tên đăng nhập mới',
          'Yêu cầu',
          'Ghi chú',
        ],
        [1, 'Trần Văn Nam', 'Chuyên viên', 912345678, 'tvnam.syt', 'tvnam2.syt', 'Đổi tên', 'gấp'],
      ),
    );
    expect(table?.rows[0]).toMatchObject({
      position: { text: 'Chuyên viên' },
      phone: { text: '0912345678', where: 'S!D2' },
      address: { text: 'tvnam.syt' },
      newAddress: { text: 'tvnam2.syt' },
      wish: { text: 'Đổi tên' },
      note: { text: 'gấp' },
      where: 'S!A2:H2',
    });
  });

  test('addresses are those of mailboxes, where the heading says which', () => {
    const heads = ['STT', 'Họ tên', 'Địa chỉ cũ', 'Địa chỉ mới', 'Yêu cầu'];
    const cells = [1, 'Trần Văn Nam', 'tvnam.syt', 'tvnam2.syt', 'Đổi tên truy cập'];
    expect(readTable(gridOf(heads, cells))?.rows[0]).toMatchObject({
      address: { text: 'tvnam.syt' },
      newAddress: { text: 'tvnam2.syt' },
    });
  });

  test.each([
    'Địa chỉ đề nghị',
    'Địa chỉ dự kiến',
    'Tên truy cập đề nghị',
    'Tên truy cập mới',
    'Email đề nghị',
    'Tài khoản mong muốn',
  ])('“%s” is what an address is to become', (heading) => {
    const grid = gridOf(['STT', 'Họ tên', 'Yêu cầu', heading], [1, 'Trần Văn Nam', 'Cấp mới', 'tvnam2.syt']);
    expect(readTable(grid)?.rows[0]).toMatchObject({ address: null, newAddress: { text: 'tvnam2.syt' } });
  });

  test('a name split in two or three columns is one name', () => {
    expect(
      rowsOf(
        ['STT', 'Họ đệm', 'Tên', 'Đơn vị', 'Yêu cầu'],
        [1, 'Nguyễn Thị Kim', 'Anh', 'Sở Y tế', 'Cấp mới'],
      ),
    ).toEqual(['1|Nguyễn Thị Kim Anh|Sở Y tế|Cấp mới']);
    expect(
      rowsOf(
        ['STT', 'Họ', 'Tên đệm', 'Tên', 'Đơn vị', 'Yêu cầu'],
        [1, 'Lê', 'Văn', 'Tám', 'Sở Y tế', 'Cấp mới'],
      ),
    ).toEqual(['1|Lê Văn Tám|Sở Y tế|Cấp mới']);
  });

  test('a given name apart from what is called the whole name belongs to it', () => {
    const split = ['STT', 'Họ và tên', 'Tên', 'Yêu cầu'];
    expect(rowsOf(split, [1, 'Nguyễn Văn', 'An', 'Hủy'], [2, 'Nguyễn Văn An', 'An', 'Hủy'])).toEqual([
      '1|Nguyễn Văn An||Hủy',
      '2|Nguyễn Văn An||Hủy',
    ]);
  });

  test('a name split below one merged heading is one name', () => {
    const merged = { text: 'Họ và tên', lastColumn: 3 };
    expect(rowsOf(['STT', merged, null, 'Yêu cầu'], [1, 'Nguyễn Văn', 'An', 'Cấp mới'])).toEqual([
      '1|Nguyễn Văn An||Cấp mới',
    ]);
    expect(rowsOf([merged, null, null, 'Yêu cầu'], ['Nguyễn Văn', 'An'], ['Lê', 'Hoa', null, 'Hủy'])).toEqual(
      ['1|Nguyễn Văn An||', '2|Lê Hoa||Hủy'],
    );
    expect(
      rowsOf(
        ['STT', merged, null, 'Yêu cầu'],
        [null, 'Họ đệm', 'Tên', null],
        [1, 'Nguyễn Văn', 'An', 'Cấp mới'],
      ),
    ).toEqual(['1|Nguyễn Văn An||Cấp mới']);
  });

  test('a heading of two lines is read as one', () => {
    const down = (text: string) => ({ text, lastRow: 2 });
    expect(
      rowsOf(
        [down('STT'), down('Họ tên'), { text: 'Hộp thư', lastColumn: 4 }, null, down('Nội dung đề nghị')],
        [null, null, 'Hiện tại', 'Mới', null],
        [1, 'Lê Thị Hoa', 'lthoa', 'lthoa1', 'Đổi tên truy cập'],
      ),
    ).toEqual(['1|Lê Thị Hoa||Đổi tên truy cập']);
  });

  test('a second line that names columns anew below a numbered first is a part of the heading', () => {
    const wishes = '(Cấp mới, thay đổi, hủy bỏ hộp thư...)';
    const staff = { text: 'Cán bộ, công chức', lastColumn: 3 };
    const row = [1, 'Lê Thị Hoa', 'Chuyên viên', 'Sở Y tế', 'Cấp mới'];
    const read = (...heading: Parameters<typeof gridOf>) => readTable(gridOf(...heading, row))?.rows;
    const merged = read(
      ['STT', staff, null, { text: 'Đơn vị công tác', lastRow: 2 }, 'Nội dung đề nghị'],
      [null, 'Họ và tên', 'Chức vụ', null, wishes],
    );
    const unmerged = read(
      ['STT', 'Cán bộ, công chức', null, 'Đơn vị công tác', 'Nội dung đề nghị'],
      [null, 'Họ và tên', 'Chức vụ', null, wishes],
    );
    for (const rows of [merged, unmerged]) {
      expect(rows?.map(shortly)).toEqual(['1|Lê Thị Hoa|Sở Y tế|Cấp mới']);
      expect(rows?.[0]?.position?.text).toBe('Chuyên viên');
    }
  });

  test('a line that numbers the columns is no row', () => {
    expect(rowsOf(heading, ['(1)', '(2)', '(3)', '(4)'], [1, 'Lê Hoa', 'A', 'Cấp mới'])).toEqual([
      '1|Lê Hoa|A|Cấp mới',
    ]);
    expect(rowsOf(heading, ['A', 'B', 1, 2], [1, 'Lê Hoa', 'A', 'Cấp mới'])).toEqual(['1|Lê Hoa|A|Cấp mới']);
  });

  test('a heading repeated on the next page goes on with the table', () => {
    expect(rowsOf(heading, [1, 'Lê Hoa', 'A', 'Cấp mới'], heading, [2, 'Lê Mai', 'B', 'Hủy bỏ'])).toEqual([
      '1|Lê Hoa|A|Cấp mới',
      '2|Lê Mai|B|Hủy bỏ',
    ]);
  });

  test.each([
    [[['Họ và tên:', 'Trần Văn B', 'Chức vụ:', 'Chánh Văn phòng']]],
    [[['Họ và tên', 'Trần Văn B', 'Đơn vị', 'Sở Y tế']]],
    [[['Sản phẩm', 'Giá', 'Nội dung']]],
    [[['Kính gửi', 'Sở Thông tin và Truyền thông']]],
    [[[1, 'Cán bộ công chức', 'Phòng ban', 'Đề nghị cấp mới']]],
    [[['Họ và tên', 'Trần Văn B', 'Nội dung yêu cầu', 'Cấp mới']]],
  ])('no heading is seen in %j', (rows) => {
    expect(readTable(gridOf(...rows))).toBeNull();
  });
});

test('Ông/Bà beside names is how people are addressed', () => {
  const words = ['STT', 'Ông/Bà', 'Họ và tên', 'Đơn vị', 'Nội dung'];
  expect(rowsOf(words, [1, 'Bà', 'Ông Thị Ngọc Diệp', 'Sở Y tế', 'Cấp mới'])).toEqual([
    '1|Ông Thị Ngọc Diệp|Sở Y tế|Cấp mới',
  ]);
});

describe('what is a row', () => {
  test.each(['Không', 'Không có', 'không có trường hợp nào'])('%s names nobody', (nobody) => {
    const group = 'II. Đề nghị hủy bỏ';
    expect(rowsOf(heading, [1, 'Trần Văn Nam', 'Sở Y tế', 'Cấp mới'], [group], [1, nobody])).toEqual([
      '1|Trần Văn Nam|Sở Y tế|Cấp mới',
    ]);
    expect(rowsOf(heading, [1, nobody, null, nobody])).toEqual([]);
    expect(rowsOf(heading, [1, nobody, 'Sở Y tế', 'Hủy bỏ'])).toEqual([`1|${nobody}|Sở Y tế|Hủy bỏ`]);
  });

  test('a name without a wish and a wish without a name are rows', () => {
    expect(rowsOf(heading, [1, 'Lê Hoa', null, null], [2, null, 'Sở Y tế', 'Cấp mới'])).toEqual([
      '1|Lê Hoa||',
      '2||Sở Y tế|Cấp mới',
    ]);
  });

  test('numbers, units and dotted lines alone are no rows', () => {
    expect(
      rowsOf(
        heading,
        [1, null],
        [2, '……………', '.....', '_____'],
        [3, null, 'Sở Y tế'],
        ['VD', 'Lê A', 'B', 'C'],
      ),
    ).toEqual([]);
  });

  test('a missing number is counted on from the row before', () => {
    expect(
      rowsOf(
        heading,
        [null, 'Lê A', 'X', 'Cấp mới'],
        ['5.', 'Lê B', 'X', 'Cấp mới'],
        ['-', 'Lê C', 'X', 'Cấp mới'],
      ),
    ).toEqual(['1|Lê A|X|Cấp mới', '5|Lê B|X|Cấp mới', '6|Lê C|X|Cấp mới']);
  });

  test('a name that is written on over the next line is one person’s', () => {
    expect(
      rowsOf(
        heading,
        [1, 'Lê Thị', 'Thanh tra', 'Hủy bỏ'],
        [null, 'Hoa', 'Sở', 'hộp thư'],
        [2, 'Nguyễn Văn', 'Sở Y tế', 'Cấp mới'],
        [null, 'An'],
        ['Khác'],
        [3, 'Đỗ Văn Tám', null, 'Hủy bỏ'],
      ),
    ).toEqual([
      '1|Lê Thị Hoa|Thanh tra Sở|Hủy bỏ hộp thư',
      '2|Nguyễn Văn An|Sở Y tế|Cấp mới',
      '3|Đỗ Văn Tám||Hủy bỏ',
    ]);
  });

  test('totals, signatures, their names and notes are no rows', () => {
    expect(
      rowsOf(
        heading,
        [1, 'Lê A', 'X', 'Cấp mới'],
        ['Tổng cộng: 1 người'],
        [null, null, null, 'Rạch Giá, ngày 5/3/2026'],
        [null, null, null, 'Rạch Giá, ngày 5 tháng 3 năm 2026'],
        ['CHÁNH VĂN PHÒNG\nCƠ QUAN ĐƠN VỊ', null, null, 'NGƯỜI LẬP YÊU CẦU'],
        [null, '(Ký, ghi rõ họ tên)'],
        [null, 'Phạm Văn Bình', null, 'Lê Thị Cúc'],
        [null, 'Phạm Văn Bình'],
      ),
    ).toEqual(['1|Lê A|X|Cấp mới']);
  });

  test('a signature without its office below a gap is no row', () => {
    expect(rowsOf(heading, [1, 'Lê A', 'X', 'Cấp mới'], [], [], [null, 'Phạm Văn Bình'])).toEqual([
      '1|Lê A|X|Cấp mới',
    ]);
  });

  test('people whose names or posts only look like totals and signatures are rows', () => {
    expect(
      rowsOf(
        ['STT', 'Họ tên', 'Chức vụ', 'Yêu cầu'],
        [1, 'Tống Cộng Hòa', 'Giám đốc', 'Cấp mới'],
        [null, 'Tống Thu Trường', 'Chánh Văn phòng', 'Hủy bỏ'],
        [null, 'Giám đốc Sở', null, 'Cấp lại mật khẩu'],
      ),
    ).toEqual(['1|Tống Cộng Hòa||Cấp mới', '2|Tống Thu Trường||Hủy bỏ', '3|Giám đốc Sở||Cấp lại mật khẩu']);
  });

  test('rows of heading-like words are rows', () => {
    expect(
      rowsOf(
        heading,
        [1, 'Cán bộ hợp đồng', 'Phòng Tổ chức', 'Đề nghị cấp mới'],
        [null, 'Cán bộ công chức', 'Phòng ban', 'Đề nghị cấp mới'],
        [null, 'Lê Văn Tên', 'Đơn vị', 'Yêu cầu'],
      ),
    ).toEqual([
      '1|Cán bộ hợp đồng|Phòng Tổ chức|Đề nghị cấp mới',
      '2|Cán bộ công chức|Phòng ban|Đề nghị cấp mới',
      '3|Lê Văn Tên|Đơn vị|Yêu cầu',
    ]);
  });

  test('the post of an unnumbered person is no signature', () => {
    expect(
      rowsOf(
        ['Chức vụ', 'Họ tên', 'Yêu cầu'],
        ['Giám đốc', 'Lê Văn An', 'Quên mật khẩu'],
        ['Phó Giám đốc', 'Lê Thị Hoa', 'Hủy'],
      ),
    ).toEqual(['1|Lê Văn An||Quên mật khẩu', '2|Lê Thị Hoa||Hủy']);
  });

  test('a table may name mailboxes instead of people', () => {
    const table = readTable(
      gridOf(['STT', 'Hộp thư', 'Nội dung đề nghị'], [1, 'vanthu.syt@kiengiang.gov.vn', 'Cấp lại mật khẩu']),
    );
    expect(table?.rows).toMatchObject([
      {
        fullName: null,
        address: { text: 'vanthu.syt@kiengiang.gov.vn' },
        wish: { text: 'Cấp lại mật khẩu' },
      },
    ]);
  });

  test('a person who goes on after a note is a row', () => {
    expect(
      rowsOf(
        heading,
        [1, 'Lê A', 'X', 'Hủy'],
        ['Ghi chú: còn tiếp'],
        [2, 'Lê Văn B', 'X', 'Hủy'],
        ['Lưu ý chung'],
        [9, 'Lê Văn C', 'X', 'Hủy'],
      ),
    ).toEqual(['1|Lê A|X|Hủy', '2|Lê Văn B|X|Hủy', '9|Lê Văn C|X|Hủy']);
  });
});

describe('people who share a row', () => {
  const listed = ['Họ và tên', 'Đơn vị', 'Nội dung đề nghị'];
  const [nam, hoa] = ['Trần Văn Nam', 'Lê Thị Hoa'];
  const names = `${nam}\n${hoa}`;
  test.each<[string, Parameters<typeof gridOf>, string[]]>([
    [
      'are told apart by their numbers',
      [heading, ['1\n2', names, 'X', 'Hủy\nCấp mới'], [3, 'Lê Văn Ba', 'X', 'Hủy']],
      [`1|${nam}|X|Hủy`, `2|${hoa}|X|Cấp mới`, '3|Lê Văn Ba|X|Hủy'],
    ],
    [
      'ask the same',
      [heading, ['1.\n2.', names, null, 'Cấp mới']],
      [`1|${nam}||Cấp mới`, `2|${hoa}||Cấp mới`],
    ],
    [
      'are told apart by their wishes, where nobody has a number',
      [listed, [names, 'X', 'Hủy bỏ\nCấp mới']],
      [`1|${nam}|X|Hủy bỏ`, `2|${hoa}|X|Cấp mới`],
    ],
  ])('%s', (_, rows, read) => {
    expect(rowsOf(...rows)).toEqual(read);
  });

  test.each<[string, Parameters<typeof gridOf>, string]>([
    ['one number', [heading, [1, names, 'X', 'Hủy bỏ\nCấp mới']], `1|${nam} ${hoa}|X|Hủy bỏ Cấp mới`],
    [
      'a wish that is broken',
      [heading, ['1\n2', names, 'X', 'Cấp mới hộp\nthư']],
      `1|${nam} ${hoa}|X|Cấp mới hộp thư`,
    ],
    [
      'a unit that may be broken',
      [heading, ['1\n2', names, 'Phòng Nội vụ\nHòn Đất', 'Hủy']],
      `1|${nam} ${hoa}|Phòng Nội vụ Hòn Đất|Hủy`,
    ],
    [
      'a name that may be broken',
      [listed, ['Nguyễn Thị\nThùy Dương', 'X', 'Hủy bỏ\nCấp mới']],
      '1|Nguyễn Thị Thùy Dương|X|Hủy bỏ Cấp mới',
    ],
    [
      'one wish for two, where nobody has a number',
      [listed, [names, 'X', 'Cấp mới']],
      `1|${nam} ${hoa}|X|Cấp mới`,
    ],
  ])('stay together with %s', (_, rows, read) => {
    expect(rowsOf(...rows)).toEqual([read]);
  });
});

describe('words below a row that name nobody', () => {
  const [row, notes] = [
    [1, 'Trần Văn Nam', 'Sở Y tế', 'Hủy bỏ', 'Đang nghỉ'],
    [...heading, 'Ghi chú'],
  ];
  const tableWith = (...below: Parameters<typeof gridOf>) => readTable(gridOf(notes, row, ...below));

  test('in the column of notes go on with its note', () => {
    const table = tableWith(
      [null, null, null, null, 'phép, chưa làm'],
      [2, 'Lê Thị Hoa', 'Sở Y tế', 'Hủy bỏ'],
    );
    expect(table?.rows.map(({ note }) => note?.text)).toEqual(['Đang nghỉ phép, chưa làm', undefined]);
  });

  test.each(['Rạch Giá, ngày 24 tháng 11 năm 2026', 'CHÁNH VĂN PHÒNG'])('%s is no note', (words) => {
    expect(tableWith([null, null, null, null, words])?.rows[0]?.note?.text).toBe('Đang nghỉ');
  });

  test.each<[string, Parameters<typeof gridOf>, boolean]>([
    ['are heard as what stands below the table', [['Tình hình', null, 'chưa làm']], true],
    ['are heard with a note below a gap', [[], [null, null, null, null, 'Chưa làm']], true],
    ['are a unit that was filled in beforehand', [[null, null, 'Sở Y tế', null, '…']], false],
  ])('%s', (_, below, isHeard) => {
    const table = tableWith(...below);
    expect(table?.rows.map(({ note }) => note?.text)).toEqual(['Đang nghỉ']);
    expect(table?.lines.has(1 + below.length + 1)).toBe(!isHeard);
  });
});

test('what looks like the title of a group and has nobody below it is no part of the table', () => {
  const table = readTable(
    gridOf(heading, ['I. Cấp mới'], [1, 'Lê Văn Nam', 'X', null], ['Đề nghị hủy bỏ phiếu này.']),
  );
  expect([...(table?.lines ?? [])]).toEqual([1, 2, 3]);
});

test.each<[string, Parameters<typeof gridOf>[number]]>([
  ['below the numbers', []],
  ['below the names', [null]],
  ['beside the table', [null, null, null, null, null]],
])('a long sentence %s is no part of the table', (_, blank) => {
  const sentence =
    'Các trường hợp có tên nêu trên chưa thực hiện do cơ quan còn chờ quyết định của cấp có thẩm quyền';
  const person = [1, 'Lê Văn Nam', 'X', 'Hủy bỏ'];
  expect([...(readTable(gridOf(heading, person, [...blank, sentence]))?.lines ?? [])]).toEqual([1, 2]);
  expect([...(readTable(gridOf(heading, person, [], [...blank, sentence]))?.lines ?? [])]).toEqual([1, 2]);
});

test('who stands below those who sign is perhaps no part of the form', () => {
  const table = readTable(
    gridOf(
      heading,
      [1, 'Lê Văn Nam', 'X', 'Cấp mới'],
      ['CHÁNH VĂN PHÒNG'],
      ['Đợt trước:'],
      [2, 'Trần Thị Hoa', 'X', 'Hủy bỏ'],
    ),
  );
  expect(table?.rows.map(({ caution }) => caution?.text)).toEqual([undefined, 'CHÁNH VĂN PHÒNG']);
});
