import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { readTable } from '../../src/form/table.ts';
import type { FormRow } from '../../src/model/form.ts';
import { gridOf } from './grid-of.ts';

const heading = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị'];

/** `name: wish (unit)` of each row. */
function wishes(...rows: Parameters<typeof gridOf>): string[] | undefined {
  return readTable(gridOf(...rows))?.rows.map(
    ({ fullName, wish, unit }) =>
      `${fullName?.text ?? ''}: ${wish?.text ?? '–'}${unit ? ` (${unit.text})` : ''}`,
  );
}

describe('merged cells', () => {
  test('a wish and a unit merged down hold for every person beside them', () => {
    const grid = gridOf(
      heading,
      [1, 'Lê A', { text: 'Sở Y tế', lastRow: 3 }, { text: 'Cấp mới', lastRow: 3 }],
      [2, 'Lê B'],
      [3, 'Lê C', 'Sở Nội vụ', 'Hủy bỏ'],
    );
    expect(readTable(grid)?.rows).toMatchObject([
      { wish: { text: 'Cấp mới', where: 'S!D2' }, unit: { text: 'Sở Y tế' } },
      { wish: { text: 'Cấp mới', where: 'S!D2' }, unit: { text: 'Sở Y tế' } },
      { wish: { text: 'Hủy bỏ' }, unit: { text: 'Sở Nội vụ' } },
    ]);
  });

  test('a name merged down is one person who asks for all that stands beside it', () => {
    expect(
      wishes(
        heading,
        [{ text: '1', lastRow: 3 }, { text: 'Lê A', lastRow: 3 }, null, 'Cấp lại mật khẩu'],
        [null, null, null, 'Cập nhật chức vụ'],
        [2, 'Lê B', null, 'Hủy bỏ'],
      ),
    ).toEqual(['Lê A: Cấp lại mật khẩu; Cập nhật chức vụ', 'Lê B: Hủy bỏ']);
  });

  test('words that run on over the next line belong to the wish above', () => {
    expect(
      wishes(
        heading,
        [1, 'Lê A', 'X', 'Cấp mới hộp thư'],
        [null, null, null, '(chưa cấp trước tháng 5)'],
        [2, 'Lê B', 'X', 'Hủy'],
        [null, null, null, 'từ ngày 01 tháng 12 năm 2026'],
      ),
    ).toEqual([
      'Lê A: Cấp mới hộp thư (chưa cấp trước tháng 5) (X)',
      'Lê B: Hủy từ ngày 01 tháng 12 năm 2026 (X)',
    ]);
  });

  test('a wish alone below a row that has none is nobody’s', () => {
    expect(
      wishes(
        heading,
        [null, null, null, 'Cấp mới'],
        [1, 'Lê A', 'X'],
        [null, null, null, 'Hủy bỏ'],
        [2, 'Lê B'],
      ),
    ).toEqual([': Cấp mới', 'Lê A: – (X)', ': Hủy bỏ', 'Lê B: –']);
  });
});

describe('the title of a list without a column for it', () => {
  const people = ['STT', 'Họ và tên', 'Đơn vị'];
  const between = [
    ['Kính gửi: Sở Thông tin và Truyền thông'],
    ['Họ và tên: Trần Thị B'],
    ['(Kèm theo Công văn số 12/SNV-VP ngày 20/11/2026)'],
  ];

  test.each([
    [[['DANH SÁCH ĐỀ NGHỊ HỦY BỎ HỘP THƯ ĐIỆN TỬ'], ...between], 'ĐỀ NGHỊ HỦY BỎ HỘP THƯ ĐIỆN TỬ'],
    [[['DANH SACH DE NGHI HUY BO HOP THU'], ...between], 'DE NGHI HUY BO HOP THU'],
    [[['PHIẾU YÊU CẦU HỦY BỎ HỘP THƯ'], ...between], 'YÊU CẦU HỦY BỎ HỘP THƯ'],
    [[['DANH SÁCH'], ['Đề nghị hủy bỏ hộp thư điện tử'], ...between], 'Đề nghị hủy bỏ hộp thư điện tử'],
    [[['Danh sách hủy bỏ hộp thư']], 'hủy bỏ hộp thư'],
  ])('%j says what is asked', (above, wish) => {
    expect(readTable(gridOf(...above, people, [1, 'Lê A', 'X']))?.rows).toMatchObject([
      { wish: { text: wish }, titled: true },
    ]);
  });

  test.each([
    'DANH SÁCH CÁN BỘ, CÔNG CHỨC SỞ NỘI VỤ',
    'DANH SÁCH HỘP THƯ ĐÃ HỦY BỎ',
    'DANH SÁCH ĐỀ NGHỊ HỦY BỎ HỘP THƯ NĂM 2025',
    'DANH SÁCH DỰ KIẾN HỦY BỎ HỘP THƯ',
    'Danh sách gồm: hủy bỏ hộp thư',
  ])('“%s” further up asks for nothing', (title) => {
    expect(readTable(gridOf([title], ...between, people, [1, 'Lê A', 'X']))?.rows[0]?.wish).toBeNull();
  });

  test('leaves the fields below it, the unit beside it and the wish of a column alone', () => {
    const head = [
      ['SỞ NỘI VỤ', null, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['DANH SÁCH ĐỀ NGHỊ HỦY BỎ HỘP THƯ'],
    ];
    const assembled = assemble([gridOf(...head, ...between, people, [1, 'Lê A', 'X'])], 'xlsx', 'a.xlsx');
    expect(assembled.secret ? [] : assembled.forms).toMatchObject([
      { unit: { text: 'SỞ NỘI VỤ' }, requester: { text: 'Trần Thị B' }, rows: [{ titled: true }] },
    ]);
    expect(wishes(...head, heading, [1, 'Lê A', 'X', null])).toEqual(['Lê A: – (X)']);
  });

  test('is asked about where the sheet’s name asks for something else', () => {
    const grid = gridOf(['DANH SÁCH ĐỀ NGHỊ HỦY BỎ HỘP THƯ'], ...between, people, [1, 'Lê A', 'X']);
    expect(readTable({ ...grid, name: 'Cấp mới' })?.rows[0]?.caution?.text).toBe('Cấp mới');
    expect(readTable({ ...grid, name: 'Hủy bỏ' })?.rows[0]?.caution).toBeUndefined();
    expect(readTable({ ...grid, name: 'Sheet1' })?.rows[0]?.caution).toBeUndefined();
  });
});

test.each(['Y/c', 'ND yêu cầu', 'N.dung', 'Nội dung đ/nghị'])('“%s” heads what is asked', (column) => {
  expect(wishes(['STT', 'Họ và tên', column], [1, 'Lê A', 'Hủy bỏ'])).toEqual(['Lê A: Hủy bỏ']);
});

describe('who came and who went', () => {
  test.each([
    'Tăng/giảm',
    'Biến động',
    'Loại biến động',
    'Biến động tăng, giảm trong tháng 11',
    'Tăng, giảm nhân sự',
  ])('below “%s” is what is asked', (column) => {
    expect(
      wishes(['STT', 'Họ và tên', 'Đơn vị', column], [1, 'Lê A', 'X', 'Giảm'], [2, 'Lê B', 'X', 'Tăng']),
    ).toEqual(['Lê A: Giảm (X)', 'Lê B: Tăng (X)']);
  });

  test('may be ticked below two headings, or stand over them in titles', () => {
    expect(
      wishes(['STT', 'Họ và tên', 'Tăng', 'Giảm'], [1, 'Lê A', null, 'x'], [2, 'Tăng B', 'x', null]),
    ).toEqual(['Lê A: Giảm', 'Tăng B: Tăng']);
    expect(
      wishes(
        ['STT', 'Họ và tên', 'Đơn vị'],
        ['I', 'Nhân sự tăng'],
        [1, 'Tăng Thị A'],
        ['II', 'Giảm'],
        [1, 'Lê B'],
      ),
    ).toEqual(['Tăng Thị A: Nhân sự tăng', 'Lê B: Giảm']);
  });
});

describe('the end of a list', () => {
  test.each<[string, Parameters<typeof gridOf>[number]]>([
    ['below the wishes', [null, null, null, './.']],
    ['below the numbers', ['./.', null, null, null]],
    ['as dashes', [null, '-----', null, '***']],
    ['in words', [null, 'Hết', null, null]],
    ['in words in brackets', [null, null, null, '(Hết danh sách)']],
    ['with a count', [null, null, null, 'Tổng cộng: 02 người']],
    ['with a count and a sign', [{ text: 'Danh sách có 02 người./.', lastColumn: 4 }]],
  ])('is no row %s', (_, end) => {
    expect(wishes(heading, [1, 'Lê A', null, 'Hủy bỏ'], [2, 'Lê B', null, 'Cấp mới'], end)).toEqual([
      'Lê A: Hủy bỏ',
      'Lê B: Cấp mới',
    ]);
  });

  test.each([
    'Số TT 1: đơn vị đang xem xét lại.',
    'Riêng đồng chí A chờ quyết định',
    'Các trường hợp số 1, 2 chưa duyệt',
    'Đối với dòng 1: hoãn',
  ])('“%s” straight below the last wish is no more of it', (note) => {
    const grid = gridOf(
      heading,
      [1, 'Lê A', null, 'Hủy bỏ'],
      [2, 'Lê B', null, 'Cấp lại mật khẩu'],
      [null, null, null, note],
    );
    expect(readTable(grid)?.rows.map(({ wish }) => wish?.text)).toEqual(['Hủy bỏ', 'Cấp lại mật khẩu']);
    expect(readTable(grid)?.lines.has(4)).toBe(false);
  });

  test('who signs is known behind a note, and the note is said by itself', () => {
    const grid = gridOf(
      ['PHIẾU YÊU CẦU'],
      heading,
      [1, 'Lê A', null, 'Hủy bỏ'],
      ['Ghi chú: dòng 1 chưa duyệt', 'CHÁNH VĂN PHÒNG', null, 'NGƯỜI LẬP YÊU CẦU'],
    );
    const assembled = assemble([grid], 'xlsx', 'a.xlsx');
    const [form] = assembled.secret ? [] : assembled.forms;
    expect(form?.rows).toHaveLength(1);
    expect(form?.remarks).toContainEqual({ text: 'Ghi chú: dòng 1 chưa duyệt', where: 'S!A4' });
  });
});

describe('group lines', () => {
  test('give the wish for rows that have none of their own', () => {
    expect(
      wishes(
        heading,
        ['I', { text: 'Cấp mới hộp thư (02 người)', lastColumn: 4 }],
        [1, 'Lê A', 'X', null],
        [2, 'Lê B', 'X', 'Cấp lại mật khẩu'],
        [{ text: 'II. HỦY BỎ: 01 hộp thư', lastColumn: 4 }],
        [1, 'Lê C', 'X', null],
      ),
    ).toEqual(['Lê A: Cấp mới hộp thư (X)', 'Lê B: Cấp lại mật khẩu (X)', 'Lê C: HỦY BỎ (X)']);
  });

  test('may be the title of a table that has no column for what is asked', () => {
    const people = ['STT', 'Họ và tên', 'Đơn vị'];
    expect(
      wishes(
        ['1. Danh sách cấp mới:'],
        people,
        [1, 'Lê A'],
        [],
        ['2. Danh sách các hộp thư hủy bỏ:'],
        people,
        [1, 'Lê B'],
      ),
    ).toEqual(['Lê A: cấp mới', 'Lê B: hủy bỏ']);
    expect(wishes(['Nội dung yêu cầu: Cấp mới'], people, [1, 'Lê A'])).toEqual(['Lê A: –']);
    expect(wishes(['Hủy bỏ hộp thư'], heading, [1, 'Lê A'])).toEqual(['Lê A: –']);
  });

  test.each([
    ['Cấp mới hộp thư cho các đồng chí sau:', 'Cấp mới hộp thư'],
    ['Hủy bỏ hộp thư của các ông, bà có tên dưới đây', 'Hủy bỏ hộp thư'],
    ['I. Cấp mới cho cán bộ, công chức sau đây (02 người)', 'Cấp mới'],
    ['Cấp mới (02)', 'Cấp mới'],
    ['II. Cấp lại mật khẩu ( 2 ):', 'Cấp lại mật khẩu'],
    ['Hủy bỏ: 01', 'Hủy bỏ'],
    // A year is no count.
    ['Hủy bỏ (2025)', 'Hủy bỏ (2025)'],
    ['Hủy bỏ hộp thư các đồng chí đã nghỉ hưu', 'Hủy bỏ hộp thư các đồng chí đã nghỉ hưu'],
  ])('say who follows: %s', (line, wish) => {
    expect(wishes(heading, [{ text: line, lastColumn: 4 }], [1, 'Lê A'])).toEqual([`Lê A: ${wish}`]);
  });

  test('end where another group begins, also one of unknown meaning', () => {
    expect(
      wishes(
        heading,
        ['I. Hủy bỏ'],
        [1, 'Lê A'],
        ['II. Các trường hợp còn lại'],
        [2, 'Lê B'],
        ['Khác'],
        [3, 'Lê C'],
      ),
    ).toEqual(['Lê A: Hủy bỏ', 'Lê B: –', 'Lê C: –']);
  });

  test('give the unit, within a group that gives the wish or around it', () => {
    expect(
      wishes(
        heading,
        ['I. Cấp mới'],
        ['1. Phòng Tổ chức'],
        [1, 'Lê A'],
        ['2. Chi cục Dân số'],
        [2, 'Lê B'],
        ['II. Hủy bỏ'],
        ['1. Phòng Tổ chức'],
        [3, 'Lê C'],
      ),
    ).toEqual([
      'Lê A: Cấp mới (Phòng Tổ chức)',
      'Lê B: Cấp mới (Chi cục Dân số)',
      'Lê C: Hủy bỏ (Phòng Tổ chức)',
    ]);
  });

  test('give the unit to rows that name a division of it, in capitals and without a number too', () => {
    const table = readTable(
      gridOf(
        heading,
        ['BỆNH VIỆN ĐA KHOA TỈNH'],
        [1, 'Lê A', 'Khoa Nội', 'Cấp mới'],
        [2, 'Lê B', null, 'Cấp mới'],
      ),
    );
    expect(
      table?.rows.map(({ unit, unitGroup, caution }) => [unit?.text, unitGroup?.text, caution?.text]),
    ).toEqual([
      ['Khoa Nội', 'BỆNH VIỆN ĐA KHOA TỈNH', undefined],
      ['BỆNH VIỆN ĐA KHOA TỈNH', undefined, undefined],
    ]);
  });

  test('that nobody sees or that are struck out give nothing', () => {
    expect(
      wishes(heading, ['I. Cấp mới'], [1, 'Lê A'], [{ unseen: 'hidden' }, 'II. Hủy bỏ'], [2, 'Lê B']),
    ).toEqual(['Lê A: Cấp mới', 'Lê B: –']);
    expect(wishes(heading, [{ text: 'I. Hủy bỏ', struck: true }], [1, 'Lê A'])).toEqual(['Lê A: –']);
  });

  test('are no people, whatever their number', () => {
    expect(
      wishes(
        heading,
        [1, 'Cấp mới hộp thư cho cán bộ mới'],
        [null, 'Lê Văn A', 'X'],
        ['-', 'Thu hồi'],
        [null, 'Lê Văn B', 'X'],
      ),
    ).toEqual(['Lê Văn A: Cấp mới hộp thư cho cán bộ mới (X)', 'Lê Văn B: Thu hồi (X)']);
    expect(wishes(heading, [1, 'Đới Văn Khoa', null, null], [2, 'Khoa Đăng Ký', null, null])).toEqual([
      'Đới Văn Khoa: –',
      'Khoa Đăng Ký: –',
    ]);
  });
});

describe('a title that says that nothing is to be done', () => {
  const cautions = (...rows: Parameters<typeof gridOf>) =>
    readTable(gridOf(...rows))?.rows.map(
      ({ fullName, caution }) => `${fullName?.text}: ${caution?.text ?? '–'}`,
    );
  const row = [1, 'Lê A', 'X', 'Cấp mới'];

  test.each([
    'Danh sách hộp thư đã cấp năm 2025 (để tham khảo)',
    'DANH SÁCH CÁN BỘ ĐÃ ĐƯỢC CẤP HỘP THƯ',
    'Bảng tham khảo',
    'Các trường hợp không thực hiện',
    'Dự kiến tháng 12',
    'Đợt 1 (đã xong)',
    'Chờ quyết định',
    'Chưa đề nghị',
    'Cán bộ tiếp tục công tác',
    'Hộp thư giữ nguyên',
    'Danh sách cán bộ mới tuyển (để biết)',
  ])('%s', (title) => {
    expect(cautions(heading, row, ['Người lập biểu'], [title], heading, [2, 'Lê B', 'X', 'Hủy bỏ'])).toEqual([
      'Lê A: –',
      `Lê B: ${title}`,
    ]);
    expect(cautions(heading, ['I', title], ['Phòng Tổ chức'], row, ['II. Hủy bỏ'], [2, 'Lê B'])).toEqual([
      `Lê A: ${title}`,
      'Lê B: –',
    ]);
  });

  test.each([
    'Danh sách hộp thư đã bị thu hồi đề nghị cấp lại',
    'Danh sách cán bộ chưa được cấp hộp thư',
    'Hủy bỏ hộp thư các đồng chí đã nghỉ hưu',
    'Đề nghị hủy trong tháng 11',
    'Đã có quyết định',
    'Đợt 2',
    'Hộp thư cấp cho người mới',
  ])('is not: %s', (title) => {
    expect(cautions([title], heading, row)).toEqual(['Lê A: –']);
  });

  test('is a heading of the wish that is about another system, too', () => {
    const under = (wish: string) =>
      cautions(['STT', 'Họ và tên', 'Đơn vị', wish], [1, 'Lê A', 'X', 'Cấp mới']);
    for (const wish of ['Nội dung yêu cầu trên phần mềm QLVB', 'Đề nghị về tài khoản iOffice'])
      expect(under(wish)).toEqual([`Lê A: ${wish}`]);
    for (const wish of ['Nội dung yêu cầu về hộp thư, QLVB', 'Nội dung đề nghị'])
      expect(under(wish)).toEqual(['Lê A: –']);
  });

  test('below the table is a sentence about its rows, and no unit', () => {
    const linesOf = (...below: Parameters<typeof gridOf>) =>
      readTable(gridOf(heading, row, ['Người lập biểu'], ...below))?.lines;
    for (const text of ['(Trường hợp số 1 đang chờ Sở Nội vụ có ý kiến.)', 'Số 1 tạm để lại'])
      expect([text, linesOf([text])]).toEqual([text, linesOf()]);
  });

  test('a heading that only lists people by what befell them is no clear wish for those who have no other', () => {
    const list = 'Danh sách cán bộ nghỉ hưu';
    const people = [
      [1, 'Lê A'],
      [2, 'Lê B', 'X', 'Hủy bỏ'],
    ];
    expect(cautions(heading, [`I. ${list}`], ...people)).toEqual([`Lê A: ${list}`, 'Lê B: –']);
    expect(cautions([list], ['STT', 'Họ và tên', 'Đơn vị'], [1, 'Lê A', 'X'])).toEqual([`Lê A: ${list}`]);
    const plain = [
      'II. Nghỉ hưu',
      'Danh sách hủy bỏ hộp thư',
      'Cán bộ nghỉ hưu, hủy hộp thư',
      'Đề nghị thôi việc',
    ];
    for (const one of plain) expect(cautions(heading, [one], [1, 'Lê A'])).toEqual(['Lê A: –']);
  });

  test.each([
    'Nội dung đã giải quyết',
    'Nội dung đề nghị lần trước',
    'Noi dung da de nghi',
    'Nội dung không thực hiện',
    'Nội dung dự kiến đề nghị',
    'Yêu cầu đợt sau',
    'Nội dung đề nghị (đã thực hiện)',
    'Nội dung đề nghị (đã xử lý năm 2025)',
    'Nội dung đề nghị (dự kiến)',
  ])('is that of the wishes: %s', (title) => {
    expect(cautions([...heading.slice(0, 3), title], row)).toEqual([`Lê A: ${title}`]);
  });

  test.each([
    'Nội dung đề nghị: Cấp mới, thay đổi, hủy bỏ hộp thư...',
    'Nội dung đề nghị (cấp lại nếu đã cấp)',
    'Nội dung đề nghị (đã cấp thì ghi địa chỉ)',
    'Nội dung yêu cầu: ghi rõ nếu chưa cấp',
    'Đề nghị của cơ quan, đơn vị',
  ])('is not that of other wishes: %s', (title) => {
    expect(cautions([...heading.slice(0, 3), title], row)).toEqual(['Lê A: –']);
  });

  test('is that of the wishes where it names a year, which may be any', () => {
    const headed = (title: string) =>
      readTable(gridOf([...heading.slice(0, 3), title], row))?.rows.map(
        ({ wishHeading }) => wishHeading?.text,
      );
    expect(headed('Nội dung đề nghị (từ 01/01/2027)')).toEqual(['Nội dung đề nghị (từ 01/01/2027)']);
    expect(headed('Nội dung đề nghị')).toEqual([undefined]);
  });

  test('holds where the heading is repeated overleaf, and ends with the next table', () => {
    const past = 'Danh sách hộp thư đã cấp';
    expect(
      cautions([past], heading, row, heading, [2, 'Lê B'], [], ['Đề nghị'], heading, [
        1,
        'Lê C',
        'X',
        'Hủy bỏ',
      ]),
    ).toEqual([`Lê A: ${past}`, `Lê B: ${past}`, 'Lê C: –']);
  });
});

describe('what the form’s content may not speak of', () => {
  const cautions = (...rows: Parameters<typeof gridOf>) =>
    readTable(gridOf(...rows))?.rows.map(
      ({ fullName, caution }) => `${fullName?.text}: ${caution?.text ?? '–'}`,
    );

  test.each([
    'Danh sách hộp thư đề nghị giữ lại',
    'Danh sách người nhận bàn giao',
    'Cán bộ mới tuyển (để biết)',
  ])('a further table without wishes: %s', (title) => {
    const below = ['STT', 'Họ và tên', 'Đơn vị'];
    expect(
      cautions(heading, [1, 'Lê A', 'X', null], ['Người lập biểu'], [title], below, [1, 'Lê B', 'X']),
    ).toEqual(['Lê A: –', `Lê B: ${title}`]);
  });

  test.each(['Cán bộ giữ nguyên hộp thư', 'Còn sử dụng:', 'Cán bộ tiếp tục công tác', 'Không đề nghị hủy:'])(
    'a group that asks for nothing: %s',
    (group) => {
      const rows = cautions(
        heading,
        ['I', 'Phòng A'],
        [1, 'Lê A'],
        ['II', group],
        [2, 'Lê B'],
        [3, 'Lê C', 'X', 'Cấp mới'],
      );
      expect(rows?.[0]).toBe('Lê A: –');
      expect(rows?.[1]).toContain('Lê B: ');
      expect(rows?.[1]).not.toBe('Lê B: –');
    },
  );

  test('groups of people that the content does speak of', () => {
    for (const group of ['Lãnh đạo', 'Nhân viên hợp đồng', 'Phòng Tổ chức', 'Khối Đảng'])
      expect([group, cautions(heading, ['II', group], [1, 'Lê A'])]).toEqual([group, ['Lê A: –']]);
  });
});

test('a bare name below a group is asked about, not taken as one of it, where the others are numbered', () => {
  expect(wishes(heading, ['II. Hủy bỏ'], [1, 'Lê Văn A'], [null, 'Trần Văn Bình'])).toEqual([
    'Lê Văn A: Hủy bỏ',
    'Trần Văn Bình: –',
  ]);
  const unnumbered = ['Họ và tên', 'Đơn vị', 'Nội dung đề nghị'];
  expect(wishes(unnumbered, ['II. Hủy bỏ'], ['1. Lê Văn A'], ['- Trần Văn Bình', 'X'])).toEqual([
    'Lê Văn A: Hủy bỏ',
    'Trần Văn Bình: Hủy bỏ (X)',
  ]);
});

describe('ditto marks', () => {
  test.each(['"', "''", '″', '//', 'nt', '-nt-', '- nt -', 'Như trên', '(nt)', '"nt"', '〃'])(
    '%s repeats the wish and the unit above',
    (mark) => {
      expect(
        wishes(heading, [1, 'Lê A', 'Sở Y tế', 'Hủy bỏ'], [2, 'Lê B', mark, mark], [3, 'Lê C', mark, mark]),
      ).toEqual(['Lê A: Hủy bỏ (Sở Y tế)', 'Lê B: Hủy bỏ (Sở Y tế)', 'Lê C: Hủy bỏ (Sở Y tế)']);
    },
  );

  test('repeat nothing where the line above is hidden, struck out or a group', () => {
    const hidden = [{ unseen: 'hidden' as const }, 2, 'Lê B', null, 'Hủy bỏ'];
    expect(wishes(heading, [1, 'Lê A', null, 'Cấp mới'], hidden, [3, 'Lê C', null, 'nt'])).toEqual([
      'Lê A: Cấp mới',
      'Lê C: nt',
    ]);
    const struck = [2, { text: 'Lê B', struck: true }, null, 'Hủy bỏ'];
    expect(wishes(heading, [1, 'Lê A', null, 'Cấp mới'], struck, [3, 'Lê C', null, 'nt'])).toEqual([
      'Lê A: Cấp mới',
      'Lê C: nt',
    ]);
    expect(wishes(heading, [1, 'Lê A', null, 'nt'])).toEqual(['Lê A: nt']);
  });

  test('never repeat a name', () => {
    expect(wishes(heading, [1, 'Lê A', null, 'Hủy bỏ'], [2, '"', null, 'Hủy bỏ'])).toEqual([
      'Lê A: Hủy bỏ',
      '": Hủy bỏ',
    ]);
  });
});

describe('ticked columns', () => {
  const ticks = ['STT', 'Họ tên', 'Đơn vị', 'Cấp mới', 'Thay đổi', 'Hủy bỏ', 'Ghi chú'];

  test('the heading over the tick is the wish', () => {
    expect(
      wishes(
        ticks,
        [1, 'Lê A', 'X', 'x'],
        [2, 'Lê B', 'X', null, null, 'X'],
        [3, 'Lê C', 'X', '☐', '☑', '□'],
        [4, 'Lê D', 'X', null, true],
      ),
    ).toEqual(['Lê A: Cấp mới (X)', 'Lê B: Hủy bỏ (X)', 'Lê C: Thay đổi (X)', 'Lê D: Thay đổi (X)']);
  });

  test('two ticks are two wishes, words in the box are kept', () => {
    expect(wishes(ticks, [1, 'Lê A', 'X', 'x', null, 'x'], [2, 'Lê B', 'X', null, 'đổi thành lb2'])).toEqual([
      'Lê A: Cấp mới; Hủy bỏ (X)',
      'Lê B: Thay đổi: đổi thành lb2 (X)',
    ]);
  });

  test('the heading may be as short as clerks write it', () => {
    const short = ['STT', 'Họ tên', 'Đơn vị', 'Cấp mới', 'Reset MK', 'Đổi pass', 'Mở khóa TK'];
    expect(
      wishes(
        short,
        [1, 'Lê A', 'X', null, 'x'],
        [2, 'Lê B', 'X', null, null, 'x'],
        [3, 'Lê C', 'X', null, null, null, 'x'],
      ),
    ).toEqual(['Lê A: Reset MK (X)', 'Lê B: Đổi pass (X)', 'Lê C: Mở khóa TK (X)']);
  });

  test('stand below a common heading, too', () => {
    const down = (text: string) => ({ text, lastRow: 2 });
    expect(
      wishes(
        [down('STT'), down('Họ và tên'), down('Đơn vị'), { text: 'Nội dung đề nghị', lastColumn: 6 }],
        [null, null, null, 'Cấp mới', 'Thay đổi', 'Hủy bỏ'],
        [1, 'Lê A', 'X', null, 'x', null],
      ),
    ).toEqual(['Lê A: Thay đổi (X)']);
  });
});

test('new particulars in columns of their own are told with the wish', () => {
  expect(
    wishes(
      ['STT', 'Họ tên', 'Đơn vị cũ', 'Đơn vị mới', 'Nội dung đề nghị'],
      [1, 'Lê A', 'Sở Y tế', 'Sở Nội vụ', 'Chuyển đơn vị'],
    ),
  ).toEqual(['Lê A: Chuyển đơn vị; Đơn vị mới: Sở Nội vụ (Sở Y tế)']);
});

describe('of several columns of units', () => {
  const units = (headings: string[], cells: (string | null)[]) =>
    readTable(gridOf(['STT', 'Họ tên', ...headings, 'Nội dung'], [1, 'Lê A', ...cells, 'Cấp mới']))?.rows.map(
      ({ unit, division, formerUnit }) => [unit?.text, division?.text, formerUnit?.text],
    )[0];

  test.each([
    'Phòng',
    'Phòng, ban',
    'Bộ phận',
    'Bộ phận công tác',
    'Nơi công tác',
    'Phòng chuyên môn',
    'Cơ quan',
  ])('"Đơn vị" has the unit and "%s" what is beside it, whichever stands first', (other) => {
    const read = ['Chi cục Dân số', 'Phòng Dược', undefined];
    expect(units([other, 'Đơn vị công tác'], ['Phòng Dược', 'Chi cục Dân số'])).toEqual(read);
    expect(units(['Đơn vị', other], ['Chi cục Dân số', 'Phòng Dược'])).toEqual(read);
  });

  test.each(['Đơn vị cũ', 'Đơn vị công tác trước đây', 'Nơi công tác cũ'])(
    '"%s" has one that somebody has left',
    (former) => {
      expect(units([former, 'Đơn vị công tác'], ['Sở Y tế', 'Chi cục Dân số'])).toEqual([
        'Chi cục Dân số',
        undefined,
        'Sở Y tế',
      ]);
      expect(units([former], ['Sở Y tế'])).toEqual(['Sở Y tế', undefined, 'Sở Y tế']);
    },
  );

  test('a blank one leaves the other what it is', () => {
    expect(units(['Phòng, ban', 'Đơn vị'], ['Phòng Dược', null])).toEqual([
      undefined,
      'Phòng Dược',
      undefined,
    ]);
  });

  test('one alone has the unit, however it is called', () => {
    expect(units(['Phòng, ban'], ['Chi cục Dân số'])).toEqual(['Chi cục Dân số', undefined, undefined]);
  });
});

test.each(['Ngày hiệu lực', 'Thời gian thực hiện', 'Từ ngày', 'Kể từ ngày', 'Thời gian', 'Ngày nghỉ hưu'])(
  'a column "%s" says from when, as a note does',
  (words) => {
    const table = readTable(
      gridOf(
        ['STT', 'Họ tên', 'Yêu cầu', 'Ngày sinh', words],
        [1, 'Lê A', 'Hủy bỏ', '01/02/1980', '01/01/2027'],
      ),
    );
    expect(table?.rows[0]?.note).toEqual({ text: '01/01/2027', where: 'S!E2' });
  },
);

describe('rows that are told and never applied', () => {
  test.each([
    ['hidden', [{ unseen: 'hidden' as const }, 2, 'Lê B', 'X', 'Hủy bỏ']],
    ['filtered', [{ unseen: 'filtered' as const }, 2, 'Lê B', 'X', 'Hủy bỏ']],
    ['struck', [2, { text: 'Lê B', struck: true }, 'X', 'Hủy bỏ']],
    ['struck', [2, 'Lê B', 'X', { text: 'Hủy bỏ', struck: true }]],
  ] as const)('%s', (why, row) => {
    const table = readTable(
      gridOf(heading, [1, 'Lê A', 'X', 'Cấp mới'], [...row], [3, 'Lê C', 'X', 'Cấp mới']),
    );
    expect(table?.rows.map(({ number }) => number)).toEqual([1, 3]);
    expect(table?.skipped).toEqual([{ where: 'S!A3:D3', why, text: '2 | Lê B | X | Hủy bỏ' }]);
  });

  test('a struck note or phone takes no row back', () => {
    const table = readTable(
      gridOf(
        ['STT', 'Họ tên', 'Yêu cầu', 'Điện thoại'],
        [1, 'Lê A', 'Hủy bỏ', { text: '0912', struck: true }],
      ),
    );
    expect(table?.rows).toMatchObject([{ wish: { text: 'Hủy bỏ' }, phone: null }]);
  });
});

describe('what is now, and what it is to become, in two columns', () => {
  const shown = ({ fullName, wish, address, newAddress }: FormRow): string =>
    [fullName, wish, address, newAddress].map((placed) => placed?.text ?? '–').join(' | ');
  const read = (...rows: Parameters<typeof gridOf>) => readTable(gridOf(...rows))?.rows.map(shown);

  const columns = ['STT', 'Họ và tên', 'Nội dung đề nghị', 'Thông tin cũ', 'Thông tin mới'];

  test('a new login goes where it belongs, and other words to the wish', () => {
    expect(
      read(
        columns,
        [1, 'Trần Văn Nam', 'Thay đổi tên truy cập', 'tvnam.syt', 'tvnam1.syt@kiengiang.gov.vn'],
        [2, 'Lê Thị Hoa', 'Thay đổi chức vụ', 'Chuyên viên', 'Phó Trưởng phòng'],
        [3, 'Lê Thị Lan', 'Cập nhật số điện thoại', '0912.345.678', 918765432],
        [4, 'Võ Thị Ba', 'Hủy bỏ', 'vtba.syt', null],
      ),
    ).toEqual([
      'Trần Văn Nam | Thay đổi tên truy cập | tvnam.syt | tvnam1.syt@kiengiang.gov.vn',
      'Lê Thị Hoa | Thay đổi chức vụ; Thông tin mới: Phó Trưởng phòng | – | –',
      'Lê Thị Lan | Cập nhật số điện thoại; Thông tin mới: 0918765432 | – | –',
      'Võ Thị Ba | Hủy bỏ | vtba.syt | –',
    ]);
  });

  const [now, then] = ['nvbinh.stttt@kiengiang.gov.vn', 'Chuyên viên'];
  test.each([
    ['nvbinh.stttt', then],
    ['nvbinh1.stttt', then],
    ['nvbinh.pvhtt.hd', then],
    ['Nvbinh.stttt', then],
    ['Tqan2.snv', then],
    ['nvbinh.STTTT', then],
    ['nvbinh.stttt@kiengiang.gov.vn', then],
    ['NVBINH.STTTT@KIENGIANG.GOV.VN', then],
    ['STTTT@kiengiang.gov.vn', then],
    ['NVBINH.STTTT', now],
  ])('a login: "%s", and before it "%s"', (changed, former) => {
    expect(read(columns, [1, 'Nguyễn Văn Bình', 'Thay đổi', former, changed])).toEqual([
      `Nguyễn Văn Bình | Thay đổi | ${former === now ? now : '–'} | ${changed}`,
    ]);
    expect(read(columns, [1, 'Nguyễn Văn Bình', 'Thay đổi', changed, former])).toEqual([
      former === now
        ? `Nguyễn Văn Bình | Thay đổi | ${changed} | ${now}`
        : `Nguyễn Văn Bình | Thay đổi; Thông tin mới: ${former} | ${changed} | –`,
    ]);
  });

  test.each([
    'P.TCCB',
    'p.TCCB',
    'P.tccb',
    'BS.CKI',
    'Bs.CKI',
    'Bs.cki',
    'ThS.BS',
    'TT.GDTX',
    'TP.',
    'Ubnd.kg',
    'Khoa.CNTT',
    'Pho.Truong',
    '1.5GB',
  ])('no login: "%s", be it beside an address', (words) => {
    for (const former of [then, now]) {
      const address = former === now ? now : '–';
      expect(read(columns, [1, 'Nguyễn Văn Bình', 'Thay đổi', former, words])).toEqual([
        `Nguyễn Văn Bình | Thay đổi; Thông tin mới: ${words} | ${address} | –`,
      ]);
    }
    expect(read(columns, [1, 'Nguyễn Văn Bình', 'Hủy bỏ', words, null])).toEqual([
      'Nguyễn Văn Bình | Hủy bỏ | – | –',
    ]);
  });

  test('capitals alone are words: nobody knows what they shorten', () => {
    expect(read(columns, [1, 'Nguyễn Văn Bình', 'Thay đổi', then, 'NVBINH.STTTT'])).toEqual([
      'Nguyễn Văn Bình | Thay đổi; Thông tin mới: NVBINH.STTTT | – | –',
    ]);
  });

  const over = (text: string) => [
    [{ text: 'STT', lastRow: 2 }, { text: 'Họ tên', lastRow: 2 }, { text, lastColumn: 4 }, null, 'Đề nghị'],
    [null, null, 'Cũ', 'Mới'],
  ];
  test.each([
    ['Địa chỉ thư', 'ltlan.syt', 'ltloan.syt', 'Đổi tên truy cập | ltlan.syt | ltloan.syt'],
    ['Thông tin', 'ltlan.syt', 'ltloan.syt', 'Đổi tên truy cập | ltlan.syt | ltloan.syt'],
    ['Chức vụ', 'Kế toán', 'Kế toán trưởng', 'Đổi tên truy cập; Chức vụ Mới: Kế toán trưởng | – | –'],
    ['Đơn vị', 'Văn phòng', 'Thanh tra', 'Đổi tên truy cập; Đơn vị Mới: Thanh tra | – | –'],
  ])('"Cũ" and "Mới" below "%s"', (text, former, changed, told) => {
    expect(read(...over(text), [1, 'Lê Thị Lan', former, changed, 'Đổi tên truy cập'])).toEqual([
      `Lê Thị Lan | ${told}`,
    ]);
  });

  test('"Cũ" and "Mới" below the name are two names, and no two parts of one', () => {
    expect(
      read(
        [
          { text: 'STT', lastRow: 2 },
          { text: 'Họ tên', lastColumn: 3 },
          null,
          { text: 'Đề nghị', lastRow: 2 },
        ],
        [null, 'Cũ', 'Mới'],
        [1, 'Lê Thị Lan', 'Lê Thị Loan', 'Thay đổi họ tên'],
      ),
    ).toEqual(['Lê Thị Lan | Thay đổi họ tên; Họ tên Mới: Lê Thị Loan | – | –']);
  });
});
