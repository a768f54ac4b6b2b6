import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { phieu } from '../flow/program.ts';

let folder: string;
const run = (...args: string[]) => phieu(['form', ...args], { DATA_DIR: folder });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-form-'));
  const units =
    'abbreviation,name,parent,kind,mailbox,aliases\nsnv,Sở Nội vụ,,department,snv@kiengiang.gov.vn,\nsngv,Sở Ngoại vụ,,department,sngv@kiengiang.gov.vn,\n';
  await writeFile(join(folder, 'units.csv'), units);
  expect(await phieu(['units', 'import', 'units.csv'], { DATA_DIR: folder })).toMatchObject({ code: 0 });
});
afterAll(() => rm(folder, { recursive: true }));

test('writes the form of the unit as a workbook or as a PDF', async () => {
  expect(await run('--unit', 'snv', '--out', 'a.xlsx')).toMatchObject({ code: 0, out: '' });
  expect(await run('--unit', 'SNV', '--out', 'a.PDF')).toMatchObject({ code: 0, out: '' });
  expect((await readFile(join(folder, 'a.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  expect((await readFile(join(folder, 'a.PDF'))).subarray(0, 5).toString()).toBe('%PDF-');
});

test('writes over no file', async () => {
  await writeFile(join(folder, 'filled.pdf'), 'somebody’s work');
  expect(await run('--unit', 'snv', '--out', 'filled.pdf')).toMatchObject({
    code: 2,
    err: expect.stringContaining('filled.pdf: đã có tệp này'),
  });
  expect(await readFile(join(folder, 'filled.pdf'), 'utf8')).toBe('somebody’s work');
});

test.each([
  [['--unit', 'svn', '--out', 'b.pdf'], 'Có phải: snv (Sở Nội vụ).'],
  [['--unit', 'Ngoại vụ', '--out', 'b.pdf'], 'Có phải: sngv (Sở Ngoại vụ).'],
  [['--unit', 'khác', '--out', 'b.pdf'], 'Xem danh sách: phieu units list.'],
  [['--unit', 'snv', '--out', 'b.doc'], '.xlsx hoặc .pdf'],
  [['--unit', 'snv', '--out', 'b/b.pdf'], 'không có thư mục này'],
  [['--unit', 'snv'], 'Cần ghi cả --unit và --out'],
  [['--unit', 'snv', '--out', 'b.pdf', 'more'], 'Không hiểu "more"'],
])('%j is refused in one line that says how to mend it', async (args, line) => {
  const { code, out, err } = await run(...args);
  expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
  expect(err).toContain(line);
});
