import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import type { Form } from '../../src/model/form.ts';
import { gridOf } from './grid-of.ts';

const heading = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị'];
const row = [1, 'Lê A', 'X', 'Cấp mới'];
const country = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';

function formOf(...rows: Parameters<typeof gridOf>): Form | undefined {
  const read = assemble([gridOf(...rows, heading, row)], 'xlsx', 'a.xlsx');
  return read.secret ? undefined : read.forms[0];
}

function fieldsOf(...rows: Parameters<typeof gridOf>): (string | null | undefined)[] {
  const form = formOf(...rows);
  return [form?.requester, form?.position, form?.phone, form?.content].map((it) => it?.text ?? null);
}

describe('the requester', () => {
  const full = ['Trần Văn Bình', 'Chánh Văn phòng', '0297 3 812 345', 'Cấp mới hộp thư'];
  test.each<[string, Parameters<typeof gridOf>]>([
    [
      'in the same cells',
      [
        ['Họ và tên: Trần Văn Bình'],
        ['Chức vụ: Chánh Văn phòng'],
        ['Điện thoại liên lạc: 0297 3 812 345'],
        ['Nội dung yêu cầu: Cấp mới hộp thư'],
      ],
    ],
    [
      'in the next cells',
      [
        ['Họ và tên:', 'Trần Văn Bình'],
        ['Chức vụ:', null, 'Chánh Văn phòng'],
        ['Điện thoại liên lạc', '0297 3 812 345'],
        ['Nội dung yêu cầu:', 'Cấp mới', 'hộp thư'],
      ],
    ],
    [
      'side by side',
      [
        ['Họ và tên:', 'Trần Văn Bình', 'Chức vụ:', 'Chánh Văn phòng'],
        ['Điện thoại:', '0297 3 812 345', 'Nội dung:', 'Cấp mới hộp thư'],
      ],
    ],
    [
      'all in one cell',
      [
        [
          'Họ và tên: Trần Văn Bình\nChức vụ: Chánh Văn phòng\nĐiện thoại liên lạc: 0297 3 812 345\nNội dung yêu cầu: Cấp mới hộp thư',
        ],
      ],
    ],
    [
      'all in one line',
      [
        [
          'Họ và tên: Trần Văn Bình Chức vụ: Chánh Văn phòng Điện thoại: 0297 3 812 345 Nội dung yêu cầu: Cấp mới hộp thư',
        ],
      ],
    ],
    [
      'among dotted lines',
      [
        ['Họ và tên:…… Trần Văn Bình ………'],
        ['Chức vụ: Chánh Văn phòng.........'],
        ['Điện thoại liên lạc: ....0297 3 812 345....'],
        ['Nội dung yêu cầu: ____Cấp mới hộp thư____'],
      ],
    ],
    [
      'with the request below its label',
      [
        ['HỌ VÀ TÊN : Trần Văn Bình'],
        ['CHỨC VỤ : Chánh Văn phòng'],
        ['ĐIỆN THOẠI LIÊN LẠC : 0297 3 812 345'],
        ['Nội dung yêu cầu:'],
        ['Cấp mới hộp thư'],
        ['Liệt kê cụ thể các yêu cầu (nếu có):'],
      ],
    ],
  ])('%s', (_, rows) => {
    expect(fieldsOf(['PHIẾU YÊU CẦU'], ...rows)).toEqual(full);
  });

  test('is null where only the form itself stands', () => {
    expect(
      fieldsOf(
        ['PHIẾU YÊU CẦU'],
        ['Họ và tên:'],
        ['Chức vụ: …………'],
        ['Điện thoại liên lạc:', '.......'],
        ['Nội dung yêu cầu:'],
        ['Liệt kê cụ thể các yêu cầu (nếu có):'],
      ),
    ).toEqual([null, null, null, null]);
  });

  test('has back the zero that a number cell took from the phone', () => {
    expect(fieldsOf(['PHIẾU YÊU CẦU'], ['Điện thoại liên lạc:', 912345678])[2]).toBe('0912345678');
    expect(fieldsOf(['PHIẾU YÊU CẦU'], ['Điện thoại liên lạc:', 2973812345])[2]).toBe('02973812345');
  });

  test('is not who signs below the table', () => {
    const read = assemble(
      [
        gridOf(
          ['PHIẾU YÊU CẦU'],
          ['Họ và tên:'],
          heading,
          row,
          ['NGƯỜI LẬP YÊU CẦU', 'CHÁNH VĂN PHÒNG'],
          ['Lê Thị Cúc', 'Trần Văn Bình'],
          ['Điện thoại: 0912 345 678'],
        ),
      ],
      'xlsx',
      'a.xlsx',
    );
    expect(read).toMatchObject({ forms: [{ requester: null, phone: { text: '0912 345 678' } }] });
  });
});

describe('the unit', () => {
  const unitOf = (...rows: Parameters<typeof gridOf>) =>
    formOf(...rows, ['PHIẾU YÊU CẦU'], ['Kính gửi: Sở Thông tin và Truyền thông'])?.unit?.text ?? null;
  test.each<[string, Parameters<typeof gridOf>, string | null]>([
    [
      'beside the country',
      [
        ['SỞ NỘI VỤ', null, country],
        ['Số: 12/PYC', null, 'Độc lập - Tự do - Hạnh phúc'],
      ],
      'SỞ NỘI VỤ',
    ],
    ['above the country', [['SỞ NỘI VỤ'], [country]], 'SỞ NỘI VỤ'],
    ['before the country in one line', [[`SỞ NỘI VỤ ${country}`]], 'SỞ NỘI VỤ'],
    [
      'before the country, which goes on below',
      [['SỞ NỘI VỤ Cộng hoà xã hội chủ nghĩa'], ['VIỆT NAM'], ['Độc lập - Tự do - Hạnh phúc']],
      'SỞ NỘI VỤ',
    ],
    [
      'of two lines before the country and its motto',
      [[`UBND TỈNH KIÊN GIANG ${country}`], ['SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc']],
      'SỞ NỘI VỤ',
    ],
    [
      'the lower of two',
      [
        ['UBND TỈNH KIÊN GIANG', null, country],
        ['SỞ NỘI VỤ', null, 'Độc lập - Tự do - Hạnh phúc'],
      ],
      'SỞ NỘI VỤ',
    ],
    [
      'the lower of two in one cell',
      [['UBND TỈNH KIÊN GIANG\nSỞ NỘI VỤ\n-------', null, country]],
      'SỞ NỘI VỤ',
    ],
    [
      'broken over lines',
      [['UBND TỈNH KIÊN GIANG\nSỞ THÔNG TIN\nVÀ TRUYỀN THÔNG', country]],
      'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
    ],
    [
      'broken after a joining word',
      [['SỞ NÔNG NGHIỆP VÀ', country], ['PHÁT TRIỂN NÔNG THÔN']],
      'SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN',
    ],
    [
      'of a district',
      [['ỦY BAN NHÂN DÂN', country], ['HUYỆN GIỒNG RIỀNG']],
      'ỦY BAN NHÂN DÂN HUYỆN GIỒNG RIỀNG',
    ],
    ['an office of a people’s committee', [['VĂN PHÒNG', country], ['UBND TỈNH']], 'VĂN PHÒNG UBND TỈNH'],
    ['an office that is cut short', [['UBND TỈNH KIÊN GIANG', country], ['VP UBND TỈNH']], 'VP UBND TỈNH'],
    [
      'beside the name of the Party',
      [
        ['TỈNH ỦY KIÊN GIANG', 'ĐẢNG CỘNG SẢN VIỆT NAM'],
        ['BAN TUYÊN GIÁO', 'Kiên Giang, ngày 20 tháng 11 năm 2026'],
      ],
      'BAN TUYÊN GIÁO',
    ],
    ['the untouched prompt', [['TÊN CƠ QUAN, ĐƠN VỊ', country]], null],
    ['the prompt with a name below', [['TÊN CƠ QUAN, ĐƠN VỊ\nSỞ Y TẾ', country]], 'SỞ Y TẾ'],
    ['after its label', [['Tên cơ quan, đơn vị: Sở Y tế', country]], 'Sở Y tế'],
    ['after a short label', [[country], ['Đơn vị: Sở Y tế']], 'Sở Y tế'],
    ['nowhere', [[country]], null],
    ['without the country', [['SỞ Y TẾ']], 'SỞ Y TẾ'],
  ])('%s', (_, rows, unit) => {
    expect(unitOf(...rows)).toBe(unit);
  });
});

describe('forms of several grids', () => {
  const forms = (...grids: ReturnType<typeof gridOf>[]) => {
    const read = assemble(grids, 'xlsx', 'a.xlsx');
    return read.secret
      ? 'secret'
      : read.forms.map(({ rows, unit }) =>
          [unit?.text, ...rows.map((it) => `${it.number} ${it.fullName?.text}`)].join(', '),
        );
  };
  const people = ['STT', 'Họ và tên', 'Đơn vị', 'Ngày sinh'];

  test('a table alone goes on with the form before it', () => {
    expect(
      forms(
        gridOf(['SỞ Y TẾ', country], ['PHIẾU YÊU CẦU'], heading, row),
        gridOf(heading, [1, 'Lê B', 'X', 'Hủy']),
      ),
    ).toEqual(['SỞ Y TẾ, 1 Lê A, 2 Lê B']);
  });

  const divided = ['STT', 'Họ và tên', 'Phòng, ban', 'Đơn vị công tác', 'Đơn vị cũ', 'Nội dung đề nghị'];
  const unit = ['STT', 'Họ và tên', 'Đơn vị', 'Nội dung đề nghị'];
  type Rows = Parameters<typeof gridOf>;

  test.each<[string, Rows, Rows]>([
    [
      'division',
      [divided, [1, 'Lê A', 'Khoa Nội', 'BV', 'X', 'Hủy']],
      [divided, [1, 'Lê A', 'Khoa Ngoại', 'BV', 'X', 'Hủy']],
    ],
    [
      'former unit',
      [divided, [1, 'Lê A', 'K', 'BV', 'Sở Y tế', 'Hủy']],
      [divided, [1, 'Lê A', 'K', 'BV', 'Sở Nội vụ', 'Hủy']],
    ],
    [
      'group',
      [unit, ['I. Bệnh viện Sản Nhi'], [1, 'Lê A', 'Khoa Nội', 'Hủy']],
      [unit, ['I. Bệnh viện Lao'], [1, 'Lê A', 'Khoa Nội', 'Hủy']],
    ],
  ])('namesakes of another %s on two sheets are two', (_, ...sheets) => {
    expect(forms(...sheets.map((rows) => gridOf(['SỞ Y TẾ', country], ['PHIẾU YÊU CẦU'], ...rows)))).toEqual([
      'SỞ Y TẾ, 1 Lê A',
      'SỞ Y TẾ, 1 Lê A',
    ]);
  });

  test('two forms one below the other are two', () => {
    expect(
      forms(
        gridOf(
          ['SỞ Y TẾ', country],
          ['PHIẾU YÊU CẦU'],
          heading,
          row,
          [],
          ['SỞ NỘI VỤ', country],
          ['PHIẾU YÊU CẦU'],
          heading,
          [1, 'Lê B', 'X', 'Hủy'],
        ),
      ),
    ).toEqual(['SỞ Y TẾ, 1 Lê A', 'SỞ NỘI VỤ, 1 Lê B']);
  });

  test('people who ask nothing are a form only as the list of one', () => {
    expect(forms(gridOf(people, [1, 'Lê B', 'X', '1990']))).toEqual([]);
    expect(forms(gridOf(['PHIẾU YÊU CẦU'], heading, row), gridOf(people, [1, 'Lê B', 'X', '1990']))).toEqual([
      ', 1 Lê A',
    ]);
    expect(forms(gridOf(['PHIẾU YÊU CẦU']), gridOf(people, [1, 'Lê B', 'X', '1990']))).toEqual([', 1 Lê B']);
  });

  test.each([
    // Where the form's content asks for nothing, or for the same, a sheet's name is what is asked of its people.
    ['', 'Hủy', ['Lê A: – (Hủy)', 'Lê B: – (Hủy)']],
    ['Về hộp thư điện tử', 'Hủy', ['Lê A: – (Hủy)', 'Lê B: – (Hủy)']],
    ['Cấp mới và hủy bỏ hộp thư', 'Hủy', ['Lê A: – (Hủy)', 'Lê B: – (Hủy)']],
    // As a program calls a copy of another sheet.
    ['', 'Hủy (2)', ['Lê A: Hủy (2) (Hủy)', 'Lê B: Hủy (2) (Hủy)']],
    // A name that is only other than the content gives way to it on the form's sheet; on a further one it is asked about.
    ['Cấp mới hộp thư', 'Cấp email', ['Lê A: – (–)', 'Lê B: Cấp email (Cấp email)']],
    ['Cấp mới hộp thư', 'Hủy', ['Lê A: Hủy (Hủy)', 'Lê B: Hủy (Hủy)']],
    // One that asks for nothing leaves its people where they were: to the content, or told of.
    ['Cấp mới hộp thư', 'Sheet1', ['Lê A: – (–)']],
  ])('content "%s" on sheets called %s', (content, name, rows) => {
    const bare = ['STT', 'Họ và tên', 'Đơn vị'];
    const read = assemble(
      [
        {
          ...gridOf(['PHIẾU YÊU CẦU'], [`Nội dung yêu cầu: ${content}`], ['Họ và tên: Lê C'], bare, [
            1,
            'Lê A',
            'X',
          ]),
          name,
        },
        { ...gridOf(bare, [1, 'Lê B', 'X']), name },
      ],
      'xlsx',
      'a.xlsx',
    );
    const form = read.secret ? undefined : read.forms[0];
    expect(
      form?.rows.map(
        ({ fullName, wish, caution }) => `${fullName?.text}: ${caution?.text ?? '–'} (${wish?.text ?? '–'})`,
      ),
    ).toEqual(rows);
    expect(form?.skipped.map(({ text }) => text)).toEqual(rows.length > 1 ? [] : ['Lê B | X']);
  });

  test('a form without a table is a form without rows', () => {
    expect(forms(gridOf(['SỞ Y TẾ', country], ['PHIẾU YÊU CẦU'], ['Họ và tên: Lê A']))).toEqual(['SỞ Y TẾ']);
    expect(forms(gridOf(['BẢNG LƯƠNG'], ['Tháng', 'Số tiền']))).toEqual([]);
  });

  test('names that differ in accents alone are not the same form', () => {
    const one = gridOf(heading, [1, 'Lê Văn Ân', 'X', 'Hủy']);
    const other = gridOf(['PHIẾU YÊU CẦU'], heading, [1, 'Lê Văn An', 'X', 'Hủy']);
    expect(forms(one, other)).toEqual([', 1 Lê Văn Ân', ', 1 Lê Văn An']);
  });
});

describe('secrecy marks', () => {
  test.each([
    'MẬT',
    'Mật',
    'Tối mật',
    'TUYỆT MẬT',
    '[ TỐI  MẬT ]',
    '« M Ậ T »',
    'T U Y Ệ T  M Ậ T',
    'Độ mật: Mật',
    'Số 1\nMẬT',
  ])('%s', (text) => {
    expect(assemble([gridOf([text], heading, row)], 'xlsx', 'a')).toEqual({ secret: true, source: 'xlsx' });
  });

  test.each(['Cấp lại mật khẩu', 'Mật khẩu', 'Độ mật:', 'Mất', 'MẮT', 'Phòng Cơ mật', 'Mật 1', 'Thường'])(
    'not %s',
    (text) => {
      expect(assemble([gridOf([text], heading, row)], 'xlsx', 'a')).toMatchObject({ secret: false });
    },
  );

  test.each(['Cấp lại\nmật\nkhẩu', 'CẤP LẠI\nMẬT\nKHẨU', 'thông tin bảo\nmật'])('no broken %j', (wish) => {
    const grid = gridOf(heading, [1, 'Lê Văn An', 'X', wish]);
    expect(assemble([grid], 'xlsx', 'a')).toMatchObject({ secret: false });
  });

  test('a word broken between two lines of a page is none, and a mark above other words is one', () => {
    const grid = (below: string) =>
      gridOf(heading, [1, 'Lê Văn An', 'X', 'Cấp lại mật'], ['', '', '', 'mật'], ['', '', '', below]);
    expect(assemble([grid('khẩu')], 'pdf-text', 'a')).toMatchObject({ secret: false });
    expect(assemble([grid('Hủy bỏ')], 'pdf-text', 'a')).toEqual({ secret: true, source: 'pdf-text' });
  });

  test('a given name is none in its column, and a mark is one beside it', () => {
    const names = ['STT', 'Họ đệm', 'Tên', 'Yêu cầu'];
    expect(assemble([gridOf(names, [1, 'Lê Thị', 'Mật', 'Hủy'])], 'xlsx', 'a')).toMatchObject({
      secret: false,
    });
    expect(assemble([gridOf(names, [1, 'Lê Thị', 'An', 'Mật'])], 'xlsx', 'a')).toEqual({
      secret: true,
      source: 'xlsx',
    });
  });
});
