import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { openReader } from '../../src/form/form.ts';
import { type Mark, markWorkbook } from '../../src/form/own-book.ts';
import { Unreadable } from '../../src/form/unreadable.ts';
import { readXlsx } from '../../src/form/xlsx.ts';
import { openZip } from '../../src/form/zip.ts';
import type { Form } from '../../src/model/form.ts';
import { markOf } from '../../src/text/done-mark.ts';
import { attached, file, letter } from './letters.ts';

const endings = [
  { outcome: 'done', word: 'Đã thực hiện' },
  { outcome: 'refused', word: 'Không thực hiện' },
  { outcome: 'waiting', word: 'Đang chờ xem xét' },
] as const;

async function formsOf(workbook: Buffer): Promise<Form[]> {
  const { grids } = await readXlsx(workbook);
  const read = assemble(grids, 'xlsx', null);
  return read.secret ? [] : read.forms;
}

async function marksFor(workbook: Buffer, number = 'PYC-2026-000123'): Promise<Mark[]> {
  const rows = (await formsOf(workbook)).flatMap((form) => form.rows);
  return rows.map(({ where }, at) => {
    const { outcome, word } = endings[at % 3] ?? endings[0];
    return {
      where,
      result: { outcome, result: markOf(word, number), told: `Lý do ${at}.\nCần làm: Hủy bỏ.` },
    };
  });
}

async function textOf(workbook: Buffer): Promise<string> {
  const zip = await openZip(workbook);
  const chunks: Buffer[] = [];
  for (const name of zip.names) for await (const chunk of zip.part(name) ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

const books = [
  'openpyxl-everything',
  'openpyxl-sheets',
  'openpyxl-looks',
  'libreoffice',
  'libreoffice-list',
  'openpyxl-signs',
];

describe('the own workbook of an office', () => {
  test.each(books)('%s says the same with what we tell of its rows, but for comments', async (name) => {
    const before = file(`${name}.xlsx`);
    const marks = await marksFor(before);
    const after = await formsOf(await markWorkbook(before, marks));
    const bare = (forms: readonly Form[]) =>
      forms.map(({ rows }) =>
        rows.map(({ result, where, remarks, ...row }) => JSON.stringify(row).replace(/"where":"[^"]*"/g, '')),
      );
    expect(bare(after)).toEqual(bare(await formsOf(before)));
    const told = after.flatMap(({ rows }) => rows.map(({ result }) => result?.text));
    expect(told).toEqual(marks.map(({ result }) => result.result.replace('\n', ' ')));
    expect(told.length).toBeGreaterThan(0);
  });

  test('keeps its looks, and nothing that acts or that nobody sees', async () => {
    const before = file('openpyxl-looks.xlsx');
    expect(await textOf(before)).toContain('stranger');
    const xml = await textOf(await markWorkbook(before, await marksFor(before)));
    expect(xml).not.toMatch(/stranger|<f[ >]|<definedName|<hyperlink|<conditionalFormatting|<dataValidation/);
    expect(xml).toContain('<fgColor rgb="001F4E79">');
    expect(xml).toContain('<name val="Arial">');
    expect(xml).toMatch(/<col [^>]*width="26"[^>]*min="3" max="3"/);
    expect(xml).toContain('<mergeCell ref="A4:D4"/>');
  });

  test('has rows high enough for what is told, also where they had no height of their own', async () => {
    const before = file('openpyxl-everything.xlsx');
    expect(await textOf(before)).not.toMatch(/<row [^>]*r="13"[^>]*ht=/);
    const marks = (await marksFor(before)).map(({ where, result }) => ({
      where,
      result: { ...result, told: 'Không tìm thấy hộp thư. '.repeat(8) },
    }));
    const xml = await textOf(await markWorkbook(before, marks));
    const [, height = ''] = /<row r="13"[^>]* ht="([\d.]+)"/.exec(xml) ?? [];
    expect(Number(height)).toBeGreaterThan(60);
  });

  test('has no cell that begins a formula once somebody edits it, and says the same', async () => {
    const before = file('openpyxl-signs.xlsx');
    const marked = await markWorkbook(before, await marksFor(before));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(marked).buffer);
    const texts: string[] = [];
    book.worksheets[0]?.eachRow((row) => row.eachCell(({ type, text }) => type !== 2 && texts.push(text)));
    expect(texts.filter((text) => /^[=+\-@＝＋－＠\p{Cc}\p{Cf}]/u.test(text))).toEqual([]);
    const begun = texts.filter((text) => /^ (?:[=+\-@＝＠]|_x)/u.test(text));
    expect(begun).toEqual([
      ...[' =1+1', ' +84 297', ' -2+3', ' @SUM(1)', ' =1', ' =1', ' =1', ' ＝1', ' =1', ' =1', ' - Phòng A'],
      ...[' =1', ' @1', ' =1', ' _x002B_1'],
    ]);
    // Written with `_x005F_`, it is these letters themselves (ECMA-376 22.9.2.19).
    expect(texts).toContain('_x003D_1');
  });

  test('that comes back once more has the new results in the same columns', async () => {
    const before = file('openpyxl-looks.xlsx');
    const once = await markWorkbook(before, await marksFor(before));
    const twice = await markWorkbook(once, await marksFor(once, 'PYC-2026-000200'));
    const xml = await textOf(twice);
    expect(xml.match(/Kết quả/g)).toHaveLength(1);
    expect((await formsOf(twice))[0]?.rows.map(({ result }) => result?.where)).toEqual([
      'Danh sách!F13',
      'Danh sách!F14',
      'Danh sách!F15',
    ]);
    expect(xml).not.toContain('PYC-2026-000123');
  });

  test('is refused where its rows are not where they are said to be', async () => {
    const before = file('libreoffice.xlsx');
    const [mark] = await marksFor(before);
    if (!mark) throw new Error('no row');
    for (const where of ['Khác!A12:D12', 'Trang tính 1!A1:D1', 'Trang tính 1!A900:D900'])
      await expect(markWorkbook(before, [{ ...mark, where }])).rejects.toThrow(Unreadable);
  });

  test('damaged anywhere, is written so that it reads as before, or refused', async () => {
    const whole = file('openpyxl-looks.xlsx');
    const marks = await marksFor(whole);
    const byte = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(byte, { minLength: 1, maxLength: 3 }), async (changes) => {
        const damaged = Buffer.from(whole);
        for (const [at, value] of changes) damaged[at] = value;
        const marked = await markWorkbook(damaged, marks).catch((error) => error);
        if (marked instanceof Error) expect(marked).toBeInstanceOf(Unreadable);
        else expect((await formsOf(marked))[0]?.rows[0]?.result?.text).toContain('PYC-2026-000123');
      }),
      { numRuns: 150 },
    );
  });
});

describe('the workbook of a letter', () => {
  const before = file('openpyxl-looks.xlsx');

  test('is marked in the child, and only where its name says which it is', async () => {
    const reader = openReader({ children: 1 });
    try {
      const marks = await marksFor(before);
      const one = letter(attached('phiếu.xlsx', before), attached('logo.png', 'PNG'));
      const marked = await reader.mark(one, 'phiếu.xlsx', marks);
      expect((await formsOf(marked ?? Buffer.alloc(0)))[0]?.rows[0]?.result?.text).toContain(
        'PYC-2026-000123',
      );
      expect(await reader.mark(one, 'khác.xlsx', marks)).toBeNull();
      expect(await reader.mark(one, 'logo.png', marks)).toBeNull();
      const two = letter(attached('phiếu.xlsx', before), attached('phiếu.xlsx', file('libreoffice.xlsx')));
      expect(await reader.mark(two, 'phiếu.xlsx', marks)).toBeNull();
      expect((await reader.read(one)).forms).toHaveLength(1);
    } finally {
      await reader.close();
    }
  });
});
