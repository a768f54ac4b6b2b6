import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { blankForm } from '../../src/form/blank.ts';

const words = [
  ...['=HYPERLINK("http://evil.example")', '+84 297', '-2+3', '@SUM(1)', '\t=1', '\r=1', '\n=1', '\u00a0=1'],
  ...[
    '\u200b=1',
    '\u202e=1',
    '\u0001=1',
    '＝1',
    '＋1',
    '－1',
    '＠1',
    '_x003D_1',
    '_x0009_=1',
    '_x005F_x003D_1',
  ],
];

test('no cell of a form that we write begins a formula, whatever the office wrote or the unit is called', async () => {
  for (const unitName of words) {
    const rows = words.map((text) => ({ fullName: text, unit: text, wish: text, note: text }));
    const book = new ExcelJS.Workbook();
    const content = await blankForm({ unitName, requester: unitName, content: unitName, rows });
    await book.xlsx.load(new Uint8Array(content).buffer);
    let texts = 0;
    book.worksheets[0]?.eachRow((row) => {
      row.eachCell(({ value }) => {
        if (typeof value !== 'string') return;
        texts += 1;
        // exceljs undoes _x003D_ as Excel does.
        expect(value).not.toMatch(/^[=+\-@＝＋－＠\t\r\n\p{Cc}\p{Cf}]/u);
      });
    });
    expect(texts).toBeGreaterThan(words.length * 4);
  }
});
