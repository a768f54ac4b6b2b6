import { afterAll, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { openReader } from '../../src/form/form.ts';
import { apartFromSide } from '../../src/form/side-by-side.ts';
import { gridOf } from './grid-of.ts';
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

const heading = ['STT', 'Họ và tên', 'Đơn vị', 'Nội dung đề nghị'];
const beside = [
  [1, 'Nguyễn Văn An', 'Phòng Tổ chức', 'Cấp mới', null, 1, 'Lê Văn Tư', 'Thanh tra', 'Hủy bỏ'],
  [2, 'Trần Thị Bé', 'Phòng Tổ chức', 'Cấp mới', null, 2, 'Trần Văn Bảy', 'Thanh tra', 'Hủy bỏ'],
];
type Drawn = Parameters<typeof gridOf>[number];
const over = (text: string): Drawn => [{ text, lastColumn: 9 }];

/** The people of a sheet whose two tables have such lines above them and below their headings, with what holds each back. */
const heldOn = (above: Drawn[], below: Drawn[]): string[] => {
  const sheet = gridOf(['PHIẾU YÊU CẦU'], ...above, [...heading, null, ...heading], ...below, ...beside);
  const read = assemble([{ ...sheet, name: 'Sheet1' }], 'xlsx', 'Phiếu.xlsx');
  const rows = read.secret ? [] : read.forms.flatMap((form) => form.rows);
  return rows.map(({ fullName, caution }) => `${fullName?.text}: ${caution?.text ?? '–'}`);
};

const people = ['Nguyễn Văn An', 'Trần Thị Bé', 'Lê Văn Tư', 'Trần Văn Bảy'];

test.each<[string, string, Drawn[], Drawn[]]>([
  ['above both', 'DANH SÁCH DỰ KIẾN', [['DANH SÁCH DỰ KIẾN']], []],
  ['merged over both', 'DANH SÁCH ĐÃ HỦY NĂM 2025', [over('DANH SÁCH ĐÃ HỦY NĂM 2025')], []],
  ['with a gap below it', 'Danh sách đã cấp năm 2025', [['Danh sách đã cấp năm 2025'], []], []],
  ['below the headings', 'Danh sách đã cấp năm 2025', [], [['Danh sách đã cấp năm 2025']]],
  ['numbered', 'Các trường hợp dự kiến', [], [['I', 'Các trường hợp dự kiến']]],
  [
    'in the right table',
    'Các trường hợp dự kiến',
    [],
    [[...Array<null>(6).fill(null), 'Các trường hợp dự kiến']],
  ],
])('a title that holds back %s is that of both tables', (_, title, above, below) => {
  expect(heldOn(above, below)).toEqual(people.map((name) => `${name}: ${title}`));
});

test.each([[['Bệnh viện Sản Nhi']], [['I', 'Phòng Kế toán']], [['DỰ KIẾN']]])(
  'whether the title %j below the headings is that of both nobody knows',
  (title) => {
    expect(heldOn([], [])).toEqual(people.map((name) => `${name}: –`));
    expect(heldOn([], [title])).toEqual(['Nguyễn Văn An; Lê Văn Tư: –', 'Trần Thị Bé; Trần Văn Bảy: –']);
  },
);

test('who stands alone below such a title is told of, and takes nothing of the first table', () => {
  const sheet = gridOf(
    ['PHIẾU YÊU CẦU'],
    [...heading, ...heading],
    ['I. Hủy bỏ hộp thư'],
    [1, 'Nguyễn Văn An', 'Phòng Tổ chức', null, 1, 'Lê Văn Tư', 'Thanh tra'],
    [2, null, null, null, 2, 'Trần Văn Bảy', 'Thanh tra'],
  );
  const read = assemble([{ ...sheet, name: 'Sheet1' }], 'xlsx', 'Phiếu.xlsx');
  expect(read).toMatchObject({
    forms: [
      {
        rows: [{ fullName: { text: 'Nguyễn Văn An; Lê Văn Tư' } }],
        skipped: [{ why: 'outside', text: '2 | 2 | Trần Văn Bảy | Thanh tra' }],
      },
    ],
  });
});

test('rows of the right table keep their own numbers beside those that count on', () => {
  const sheet = gridOf(['PHIẾU YÊU CẦU'], [...heading, null, ...heading], ...beside);
  expect(assemble([{ ...sheet, name: 'Sheet1' }], 'xlsx', 'Phiếu.xlsx')).toMatchObject({
    forms: [{ rows: [{ number: 1 }, { number: 2 }, { number: 3, written: 1 }, { number: 4, written: 2 }] }],
  });
});

test('what repeats its heading over and over is no row of tables', () => {
  const wide = Array<string>(50).fill('Họ và tên');
  const sheet = gridOf(...Array<string[]>(4000).fill(wide));
  const begun = performance.now();
  expect(apartFromSide({ ...sheet, name: 'Sheet1' })).toHaveLength(1);
  expect(performance.now() - begun).toBeLessThan(2000);
});
