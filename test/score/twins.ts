import { readFileSync } from 'node:fs';
import type { Workbook } from 'exceljs';
import type { Reader } from '../../src/form/form.ts';
import { attached, letter, plain } from '../form/letters.ts';
import { type Labelled, labelledForms, scannedForms } from './score.ts';

/** A picture of a form, and the file of it that came beside it: as it is, or with one cell in other words. */
export type Twins = { scan: string; form: string; changed: Column | null; file: Buffer };

type Column = 'name' | 'unit' | 'wish';

const fileOf = (name: string): Buffer => readFileSync(new URL(`forms/${name}`, import.meta.url));

/** Each picture with its form, and with workbooks of it that say something else of one person each. */
export const allTwins = async (): Promise<Twins[]> => {
  const twins: Twins[] = [];
  for (const { file: scan, rows } of scannedForms()) {
    const form = labelledForms().find(
      (it) => ['xlsx', 'docx'].includes(it.kind) && JSON.stringify(it.rows) === JSON.stringify(rows),
    );
    if (!form) throw new Error(`no form of ${scan}`);
    twins.push({ scan, form: form.file, changed: null, file: fileOf(form.file) });
    if (form.kind !== 'xlsx') continue;
    for (const changed of ['name', 'unit', 'wish'] as const) {
      const file = await changedIn(form, changed);
      if (file) twins.push({ scan, form: form.file, changed, file });
    }
  }
  return twins;
};

/** Whether staff are told that the picture says something else. */
export const disagree = async (reader: Reader, { scan, form, file }: Twins): Promise<boolean> => {
  const { problems } = await reader.read(
    letter(plain('Kính gửi phiếu yêu cầu.'), attached(form, file), attached(scan, fileOf(scan))),
  );
  return problems.some(({ code }) => code === 'forms-disagree');
};

/** The workbook with another cell of its second row; null where that row has no such cell. */
const changedIn = async ({ file, rows }: Labelled, column: Column): Promise<Buffer | null> => {
  const { default: exceljs } = await import('exceljs');
  const book: Workbook = new exceljs.Workbook();
  await book.xlsx.load(Uint8Array.from(fileOf(file)).buffer);
  const [, person] = rows;
  if (!person) throw new Error(`no second row in ${file}`);
  const cells = book.worksheets
    .flatMap((sheet) => sheet.getRows(1, sheet.rowCount) ?? [])
    .map((row) => Array.from({ length: row.cellCount }, (_, at) => row.getCell(at + 1)))
    .find((row) => row.some(({ value }) => value === person.fullName));
  const last = cells?.findLast(({ value }) => value !== null && value !== '');
  const cell = {
    name: cells?.find(({ value }) => value === person.fullName),
    unit: cells?.find(({ value }) => value === person.unit),
    wish: last?.value === person.unit ? undefined : last,
  }[column];
  if (!cell) return null;
  const given = person.fullName.endsWith('Hạnh') ? 'Hùng' : 'Hạnh';
  cell.value = {
    name: person.fullName.replace(/\S+$/, given),
    unit: 'Chi cục Dân số',
    wish: person.action === 'cancel' ? 'Mở khóa hộp thư' : 'Hủy bỏ hộp thư',
  }[column];
  return Buffer.from(await book.xlsx.writeBuffer());
};
