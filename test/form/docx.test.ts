import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import type { Reading } from '../../src/model/form.ts';
import { attached, file, letter, plain } from './letters.ts';
import { problemsOf, shown } from './shown.ts';
import { zipOf } from './zips.ts';

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const read = (content: Buffer): Promise<Reading> =>
  reader.read(letter(plain('x'), attached('a.docx', content)));
const fields = '– | Trần Văn Bình | Chánh Văn phòng | 0297 3 812 345 | –';

describe('documents as Word writes them', () => {
  test('the form: split runs, merged units, tracked changes, struck and hidden words and rows', async () => {
    const { forms, problems } = await read(file('word/form.docx'));
    expect(problems).toEqual([]);
    expect(forms.map(shown)).toEqual([
      {
        fields: fields.replace('–', 'SỞ NỘI VỤ'),
        rows: [
          '1 | Nguyễn Văn An | Phòng Tổ chức | Cấp mới hộp thư',
          '2 | Lê Thị Hoa | Phòng Tổ chức | Cấp lại mật khẩu',
          '6 | Trần Văn- Trắng | Thanh tra | Cấp mới hộp thư',
        ],
        skipped: [
          'struck: 3 | Phạm Bị Gạch | Văn phòng | Hủy bỏ',
          'deleted: 4 | Đỗ Bị Xóa | Thanh tra | Hủy bỏ',
          'hidden: 5 | Võ Bị Ẩn | Thanh tra | Hủy bỏ',
        ],
      },
    ]);
    expect(forms[0]).toMatchObject({
      source: 'docx',
      requester: { where: 'đoạn 3' },
      rows: [{ where: 'bảng 2 dòng 2', fullName: { where: 'bảng 2 dòng 2 cột 2' } }, {}, {}],
    });
  });

  test.each<[string, string, string[]]>([
    [
      'numbered.docx',
      'rows and groups that the program numbers',
      [
        '1 | Nguyễn Văn An | Phòng A | Cấp mới hộp thư',
        '2 | Lê Thị Hoa | Phòng A | Cấp mới hộp thư',
        '3 | Võ Văn Ba | Phòng B | Hủy bỏ hộp thư',
      ],
    ],
    [
      'boxes.docx',
      'boxes to tick: controls, signs of a font, fields of older forms',
      ['1 | Nguyễn Văn An | – | Cấp mới', '2 | Lê Thị Hoa | – | Hủy bỏ', '3 | Võ Văn Ba | – | Cấp mới'],
    ],
    [
      'choices.docx',
      'boxes within a cell, a list to choose from, and a heading in white on blue',
      ['1 | Nguyễn Văn An | – | Hủy bỏ', '2 | Lê Thị Hoa | – | –', '3 | Võ Văn Ba | – | Mở khóa'],
    ],
    [
      'tables.docx',
      'borders moved by hand, and a table that goes on in others',
      [
        '1 | Nguyễn Văn An | Phòng A | Cấp mới',
        '2 | Lê Thị Hoa | Phòng B | Hủy bỏ',
        '3 | Võ Văn Ba | Phòng C | Mở khóa',
        '4 | Lý Thị Tư | Phòng D | Cấp lại mật khẩu',
      ],
    ],
    ['nested.docx', 'a table in a cell of a table', ['1 | Nguyễn Văn An | Phòng A | Cấp mới']],
    [
      'cell-tables.docx',
      'tables in cells of rows, whose words are the cell’s',
      [
        '1 | Nguyễn Văn An | Phòng A | Hủy bỏ Người thay thế Phạm Văn Hòa',
        '2 | Lê Thị Hoa | Phòng B | Khóa không thực hiện',
        '3 | Võ Văn Ba | Phòng C | Mở khóa',
        '4 | Lý Thị Tư | Phòng D | Hủy bỏ Người thay thế Danh Út',
      ],
    ],
    [
      'tabs.docx',
      'a table made with tabs',
      ['1 | Nguyễn Văn An | Phòng A | Cấp mới', '2 | Lê Thị Hoa | Phòng B | Hủy bỏ'],
    ],
  ])('%s: %s', async (name, _, rows) => {
    const { forms, problems } = await read(file(`word/${name}`));
    expect(problems).toEqual([]);
    expect(forms.map((form) => shown(form).rows)).toEqual([rows]);
  });

  test('a unit in a text box is read once', async () => {
    const { forms } = await read(file('word/nested.docx'));
    expect(forms[0]?.unit?.text).toBe('ỦY BAN NHÂN DÂN HUYỆN HÒN ĐẤT');
  });

  test.each([
    ['secret-watermark.docx', 'secrecy-mark'],
    ['secret-stamp.docx', 'secrecy-mark'],
    ['scan.docx', 'form-scanned'],
    ['tabs-apart.docx', 'form-unreadable'],
    ['within.docx', 'form-unreadable'],
  ])('%s is not read: %s', async (name, code) => {
    expect(problemsOf(await read(file(`word/${name}`)))).toEqual([`a.docx: ${code}`]);
  });

  test('the given name Mật is no secrecy mark', async () => {
    expect((await read(file('word/given-name.docx'))).forms[0]?.rows[0]?.fullName?.text).toBe(
      'Nguyễn Thị Mật',
    );
  });
});

const body = (inner: string): Buffer =>
  zipOf({ 'word/document.xml': `<w:document xmlns:w="w"><w:body>${inner}</w:body></w:document>` });
const words = (text: string, look = ''): string =>
  `<w:p><w:r><w:rPr>${look}</w:rPr><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string, look = ''): string => `<w:tc>${words(text, look)}</w:tc>`;
const table = (...rows: string[]): string => {
  const heading = ['STT', 'Họ và tên', 'Nội dung'].map((text) => cell(text)).join('');
  return `${words('PHIẾU YÊU CẦU')}<w:tbl><w:tr>${heading}</w:tr>${rows.join('')}</w:tbl>`;
};
const person = (name: string, wish: string, look = ''): string =>
  `<w:tr>${cell('1')}<w:tc>${words(name, look)}</w:tc>${wish}</w:tr>`;

describe('controls that a document was made with', () => {
  const control = (inner: string): string =>
    `<w:sdt><w:sdtPr><w:id w:val="1"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
  const around = (element: string) => (xml: string) =>
    xml.replace(new RegExp(`<w:${element}>.*?</w:${element}>`, 'g'), (whole) => control(whole));

  test.each([
    ['the table', control],
    ['rows', around('tr')],
    ['cells', around('tc')],
    ['paragraphs', around('p')],
    ['words', around('r')],
    ['all of them', (xml: string) => control(around('tr')(around('tc')(around('p')(around('r')(xml)))))],
  ])('may stand around %s', async (_, within) => {
    const { forms } = await read(body(within(table(person('Nguyễn Văn An', cell('Cấp mới'))))));
    expect(forms[0]?.rows.map(({ fullName, wish }) => [fullName?.text, wish?.text])).toEqual([
      ['Nguyễn Văn An', 'Cấp mới'],
    ]);
  });
});

describe('what nobody sees is not read', () => {
  test.each([
    ['white on white', '<w:color w:val="FFFFFF"/>'],
    [
      'nearly of the colour of their ground',
      '<w:color w:val="4472C4"/><w:shd w:val="clear" w:fill="4474c8"/>',
    ],
    ['of one point', '<w:sz w:val="2"/>'],
    ['hidden', '<w:vanish/>'],
  ])('words that are %s', async (_, look) => {
    const wish = `<w:tc>${words('Hủy bỏ', look)}${words('Cấp mới')}</w:tc>`;
    const { forms } = await read(body(table(person('Nguyễn Văn An', wish))));
    expect(forms[0]?.rows[0]?.wish?.text).toBe('Cấp mới');
  });

  test.each([
    ['a row that is hidden', '<w:trPr><w:hidden/></w:trPr>', 'hidden'],
    ['a row without height', '<w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr>', 'hidden'],
    ['a row that a tracked change deletes', '<w:trPr><w:del w:id="1"/></w:trPr>', 'deleted'],
  ])('%s', async (_, properties, why) => {
    const row = person('Nguyễn Văn An', cell('Hủy bỏ')).replace('<w:tr>', `<w:tr>${properties}`);
    const { forms } = await read(body(table(row)));
    expect(forms[0]).toMatchObject({ rows: [], skipped: [{ why, text: '1 | Nguyễn Văn An | Hủy bỏ' }] });
  });

  test('words that were moved away', async () => {
    const moved =
      '<w:moveFrom><w:r><w:t>Hủy bỏ</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>Cấp mới</w:t></w:r></w:moveTo>';
    const { forms } = await read(body(table(person('Nguyễn Văn An', `<w:tc><w:p>${moved}</w:p></w:tc>`))));
    expect(forms[0]?.rows[0]?.wish?.text).toBe('Cấp mới');
  });

  test('the code of a field, whether it ends or not', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>Hủy bỏ</w:t></w:r>';
    const wish = `<w:tc><w:p>${begin}</w:p>${words('Cấp mới')}</w:tc>`;
    const { forms } = await read(body(table(person('Nguyễn Văn An', wish))));
    expect(forms[0]?.rows[0]?.wish?.text).toBe('Cấp mới');
  });
});
