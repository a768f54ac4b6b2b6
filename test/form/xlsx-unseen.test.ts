import { describe, expect, test } from 'vitest';
import { readLetter } from '../../src/form/read-letter.ts';
import { readTable } from '../../src/form/table.ts';
import { readXlsx } from '../../src/form/xlsx.ts';
import type { Reading } from '../../src/model/form.ts';
import { attached, file, letter, plain } from './letters.ts';
import { rowsXml, sheetXml, workbookParts, zipOf } from './zips.ts';

const read = (workbook: Buffer): Promise<Reading> =>
  readLetter(
    letter(plain('x'), attached('a.xlsx', workbook)),
    { attachmentBytes: 1e7, html: true, trustRoots: [], skip: [], stopAt: Infinity },
    async () => {},
  );

const seen = [
  'plain',
  'grey',
  'red on yellow',
  'white on blue',
  'black on grey',
  'white on a dark gradient',
  'shown by a format',
  'a white wish',
  'a white number',
  'white on blue under a condition',
  'white where errors are',
  'in a group',
  'plain',
  'red in a table',
];
const unseen = [
  'faint: white',
  'faint: white of the theme',
  'faint: nearly white by a tint',
  'faint: white of the palette',
  'faint: size of one point',
  'faint: black on black',
  'faint: black of no colour on black',
  'faint: pale grey',
  'faint: yellow',
  'faint: white on a gradient',
  'faint: shown by no format',
  'faint: white by its format',
  'hidden: pushed together',
  'faint: a white word in the wish',
  'faint: white under a condition',
  'faint: white beside a blank',
  'faint: struck under a condition',
  'hidden: in a closed group',
  "faint: white in a condition's blue",
  'faint: white in a table',
];
const ofGradient = 'white on a gradient';

describe('rows of which people see nothing, or not for certain', () => {
  test.each([
    ['openpyxl-unseen.xlsx', seen, unseen],
    // LibreOffice paints a gradient of two colours in one between them.
    [
      'libreoffice-unseen.xlsx',
      ['plain', ofGradient, ...seen.slice(1)],
      unseen.filter((row) => !row.endsWith(ofGradient)),
    ],
  ])('are told and not read, and unusual ones that are seen are read: %s', async (name, shown, told) => {
    const { forms, problems } = await read(file(name));
    expect(problems).toEqual([]);
    expect(forms.flatMap(({ rows }) => rows.map(({ unit }) => unit?.text))).toEqual(shown);
    const skipped = forms.flatMap((form) => form.skipped);
    expect(skipped.map(({ why, text }) => `${why}: ${text.split(' | ')[2]}`)).toEqual(told);
  });

  test('are, under a condition that looks at a word beside them, those that may have it', async () => {
    const { forms } = await read(file('openpyxl-compared.xlsx'));
    expect(forms[0]?.rows.map(({ unit }) => unit?.text)).toEqual(['blank', 'other mark']);
    expect(forms[0]?.skipped.map(({ why, text }) => `${why}: ${text.split(' | ')[2]}`)).toEqual([
      'faint: marked',
      'faint: formula',
      'faint: row above',
      'faint: own words',
    ]);
  });

  test('a wish that is not seen is none', async () => {
    const { forms } = await read(file('openpyxl-unseen.xlsx'));
    expect(forms[0]?.rows.find(({ unit }) => unit?.text === 'a white wish')?.wish).toBeNull();
  });
});

const heading = ['STT', 'Họ và tên', 'Đơn vị', 'Nội dung đề nghị'];
const people = [
  ['1', 'Lê Thị Hoa', 'Sở Y tế', 'Hủy bỏ'],
  ['2', 'Trần Văn Nam', 'Sở Y tế', 'Hủy bỏ'],
];
const told = ({ forms }: Reading): string[] =>
  forms.flatMap(({ rows, skipped }) => [
    ...rows.map(({ fullName, wish }) => `${fullName?.text}: ${wish?.text ?? '–'}`),
    ...skipped.map(({ why }) => why),
  ]);

describe('a sheet that', () => {
  const [first = '', ...others] = rowsXml([heading, ...people])
    .split('<row>')
    .filter(Boolean);
  const data = (rest: string): string =>
    `<sheetData><row ht="20">${first}${others.map((row) => `<row${rest}>${row}`).join('')}</sheetData>`;
  const both = ['Lê Thị Hoa: Hủy bỏ', 'Trần Văn Nam: Hủy bỏ'];

  test.each([
    [
      'hides rows of which it says nothing shows those with cells',
      '<sheetFormatPr zeroHeight="1"/>',
      '',
      both,
    ],
    [
      'has low rows by default',
      '<sheetFormatPr defaultRowHeight="1" customHeight="1"/>',
      '',
      ['hidden', 'hidden'],
    ],
    ['has low rows by default, which are fitted', '<sheetFormatPr defaultRowHeight="1"/>', '', both],
    ['has rows of two points', '', ' ht="2.25"', ['hidden', 'hidden']],
    ['has low rows', '', ' ht="6"', both],
    ['has open groups', '', ' outlineLevel="1"', both],
    ['has a narrow column of wishes', '<cols><col min="4" max="4" width="0.28"/></cols>', '', []],
    [
      'has narrow columns by default, of wishes too',
      '<sheetFormatPr defaultColWidth="0.1"/><cols><col min="1" max="3" width="9"/></cols>',
      '',
      [],
    ],
    [
      'has an open group below its sum',
      '<sheetPr><outlinePr summaryBelow="0"/></sheetPr>',
      ' outlineLevel="1"',
      both,
    ],
  ])('%s', async (_, settings, rest, expected) => {
    expect(told(await read(zipOf(workbookParts(sheetXml(`${settings}${data(rest)}`)))))).toEqual(expected);
  });

  test('closes the group below its sum', async () => {
    const rows = data(' outlineLevel="1"').replace('<row ht="20">', '<row ht="20" collapsed="1">');
    const settings = '<sheetPr><outlinePr summaryBelow="0"/></sheetPr>';
    expect(told(await read(zipOf(workbookParts(sheetXml(`${settings}${rows}`)))))).toEqual([
      'hidden',
      'hidden',
    ]);
  });
});

test('a condition that only newer programs know hides what it paints', async () => {
  const rule = (font: string): string =>
    `<extLst><ext><conditionalFormattings><conditionalFormatting><cfRule type="expression"><f>TRUE</f><dxf><font>${font}</font></dxf></cfRule><sqref>A2:D2 A9</sqref></conditionalFormatting></conditionalFormattings></ext></extLst>`;
  const rows = `<sheetData>${rowsXml([heading, ...people])}</sheetData>`;
  const white = await read(zipOf(workbookParts(sheetXml(rows + rule('<color rgb="FFFFFFFF"/>')))));
  expect(told(white)).toEqual(['Trần Văn Nam: Hủy bỏ', 'faint']);
  const red = await read(zipOf(workbookParts(sheetXml(rows + rule('<color rgb="FFFF0000"/>')))));
  expect(told(red)).toEqual(['Lê Thị Hoa: Hủy bỏ', 'Trần Văn Nam: Hủy bỏ']);
});

/** A workbook of the two people whose styles are these; its first rows are a table of the style `Own`. */
const styled = (styles: string): Buffer => {
  const parts = workbookParts(sheetXml(`<sheetData>${rowsXml([heading, ...people])}</sheetData>`), {
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/tables/table1.xml': '<table ref="A1:D2"><tableStyleInfo name="Own"/></table>',
    'xl/worksheets/_rels/sheet1.xml.rels':
      '<Relationships><Relationship Id="t" Type="a/table" Target="../tables/table1.xml"/></Relationships>',
  });
  parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
    '</Rel',
    '<Relationship Id="s" Type="a/styles" Target="styles.xml"/></Rel',
  );
  return zipOf(parts);
};
const both = ['Lê Thị Hoa: Hủy bỏ', 'Trần Văn Nam: Hủy bỏ'];

describe('a workbook whose own table style', () => {
  const ofTable = (dxf: string): Buffer =>
    styled(
      `<dxfs><dxf>${dxf}</dxf></dxfs><cellXfs><xf/></cellXfs><tableStyles><tableStyle name="Own"><tableStyleElement type="wholeTable" dxfId="0"/></tableStyle></tableStyles>`,
    );

  test('writes white on white hides a row of it', async () => {
    const white = '<font><color rgb="FFFFFFFF"/></font>';
    expect(told(await read(ofTable(white)))).toEqual(['Trần Văn Nam: Hủy bỏ', 'faint']);
    const blue = '<fill><patternFill><bgColor rgb="FF203864"/></patternFill></fill>';
    expect(told(await read(ofTable(white + blue)))).toEqual(both);
  });

  test('strikes a row out', async () => {
    expect(told(await read(ofTable('<font><strike/></font>')))).toEqual(['Trần Văn Nam: Hủy bỏ', 'faint']);
  });
});

test('a number format ends where it ends in Excel, after 255 letters', async () => {
  const shownAs = (format: string): Buffer =>
    styled(
      `<numFmts><numFmt numFmtId="200" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
    );
  const hiding = (digits: number): string => `${'0'.repeat(digits)};;;`;
  expect(told(await read(shownAs(hiding(252))))).toEqual([]);
  expect(told(await read(shownAs(hiding(253))))).toEqual(both);
});

test('rows outside the area that is printed are marked, where others of their table stand within', async () => {
  const { grids } = await readXlsx(file('openpyxl-printed.xlsx'));
  const outside = grids.map((grid) =>
    readTable(grid)?.rows.flatMap(({ number, unprinted }) => (unprinted ? [number] : [])),
  );
  expect(outside).toEqual([[], [3], [], []]);
});
