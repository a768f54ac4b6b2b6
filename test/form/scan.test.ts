import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import type { Form, Reading } from '../../src/model/form.ts';
import { distance } from '../../src/text/distance.ts';
import { fold } from '../../src/text/fold.ts';
import { png } from './hostile/pictures.ts';
import { attached, file, letter, plain } from './letters.ts';

/* The scans are made by LibreOffice, poppler and PIL: test/form/files/scan/make.py. */

const pages: string[] = [];
const reader = openReader({ children: 2, onScan: (name, page, of) => pages.push(`${name} ${page}/${of}`) });
afterAll(() => reader.close());

const readAll = (...names: readonly string[]): Promise<Reading> =>
  reader.read(letter(plain('x'), ...names.map((name) => attached(name, file(`scan/${name}`)))));

const picture = (name: string): Buffer => {
  if (name === 'hostile.png') return png(60_000, 60_000);
  return name === 'cut.tif' ? file('scan/fax.tif').subarray(0, 2000) : file(`scan/${name}`);
};

const problemsOf = ({ problems }: Reading): string[] =>
  problems.map(({ code, attachment }) => `${attachment}: ${code}`);

/** Numbers, names and wishes without their accents, where recognition slips most. */
const rowsOf = (form: Form | undefined): string[] =>
  (form?.rows ?? []).map(({ number, fullName, wish }) =>
    [number, fold(fullName?.text ?? ''), fold(wish?.text ?? '')].join(' | '),
  );

/** Letters that are read as others, at most, of a row. */
const slips = 1;

const rows = [
  '1 | lam quoc bao | cap lai mat khau do quen',
  '2 | phan thi chin | cap moi',
  '3 | thi sa phol | huy bo do nghi huu',
];

describe('a form that is only a picture', () => {
  test.each([
    ['form-scan.pdf', 'a scanner'],
    ['on-its-head.png', 'a picture that stands on its head'],
    ['scan.docx', 'a picture in a document without words'],
  ])('%s of %s is recognised', async (name) => {
    const reading = await readAll(name);
    expect(problemsOf(reading)).toEqual([]);
    const [form, more] = reading.forms;
    expect([form?.source, form?.attachment, more]).toEqual(['pdf-scan', name, undefined]);
    expect(form?.rows).toHaveLength(rows.length);
    for (const [index, row] of rowsOf(form).entries())
      expect(distance(row, rows[index] ?? ''), row).toBeLessThanOrEqual(slips);
    expect(fold(form?.unit?.text ?? '')).toBe('so noi vu');
    expect(form?.phone?.text).toBe('0918234567');
    expect(form?.rows[0]?.where).toMatch(/^trang 1 dòng \d+$/);
    expect(pages).toContain(`${name} 1/1`);
  });

  test('is recognised in grey lines, on its side, and behind a blank page with the grain of its paper', async () => {
    const reading = await readAll('pale-sideways.pdf');
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.forms.map(({ rows: read }) => read.length)).toEqual([rows.length]);
    for (const [index, row] of rowsOf(reading.forms[0]).entries())
      expect(distance(row, rows[index] ?? ''), row).toBeLessThanOrEqual(slips);
    expect(reading.forms[0]?.rows[0]?.where).toMatch(/^trang 2 /);
  });

  test.each([
    ['pictures of other kinds', ['noise.jpg', 'fax.tif']],
    ['one of too many points', ['hostile.png', 'fax.tif']],
    ['one that is cut off', ['cut.tif', 'fax.tif']],
  ])('is recognised beside %s', async (_, names) => {
    const reading = await reader.read(
      letter(plain('x'), ...names.map((name) => attached(name, picture(name)))),
    );
    expect(problemsOf(reading)).toEqual([]);
    expect(reading.forms.map(({ rows: read }) => read.length)).toEqual([rows.length]);
    expect(reading.forms[0]?.rows[0]?.where).toMatch(/^trang 2 /);
  });

  test('is not read where it bears a secrecy mark in red', async () => {
    const reading = await readAll('stamped-secret.png');
    expect(problemsOf(reading)).toEqual(['stamped-secret.png: secrecy-mark']);
    expect(reading.forms).toEqual([]);
  });

  test('is read where it bears another stamp in red', async () => {
    const { forms } = await readAll('stamped-copy.png');
    expect(forms.map(({ rows: read }) => read.length)).toEqual([rows.length]);
  });

  test('specks are no form', async () => {
    expect(problemsOf(await readAll('noise.jpg'))).toEqual(['noise.jpg: form-scanned']);
  });

  test('a picture that is cut off is unreadable', async () => {
    const cut = file('scan/on-its-head.png').subarray(0, 300);
    const reading = await reader.read(letter(plain('x'), attached('a.png', cut)));
    expect(problemsOf(reading)).toEqual(['a.png: form-unreadable']);
  });

  test('other letters do not wait for it', async () => {
    const order: string[] = [];
    const scanned = readAll('form-scan.pdf').then(() => order.push('scan'));
    const good = readAll('form.xlsx').then(() => order.push('workbook'));
    await Promise.all([scanned, good]);
    expect(order).toEqual(['workbook', 'scan']);
  });
});

describe('a scan beside a form that can be read', () => {
  test('is compared with it, and the form is used', async () => {
    const reading = await readAll('form-scan.pdf', 'form.xlsx');
    expect(reading.forms.map(({ source }) => source)).toEqual(['xlsx']);
    expect(reading.problems).toEqual([]);
  });

  test.each([
    ['other-wish.xlsx', 'Hủy bỏ'],
    ['one-more.xlsx', 'Trần Văn Tám'],
  ])('disagrees with %s', async (name, written) => {
    const { problems } = await readAll(name, 'form-scan.pdf');
    expect(problems).toMatchObject([{ code: 'forms-disagree', attachment: `${name}, form-scan.pdf` }]);
    expect(problems[0]?.difference).toContain(written);
  });

  test.each([
    ['struck-waves.pdf', 'in waves', 'Phan Thị Chín'],
    ['struck-wish.png', 'on its wish alone', 'Thị Sà Phol'],
    ['crossed-red.png', 'with a cross in red', 'Lâm Quốc Bảo'],
  ])('%s, on which somebody struck out a row %s, disagrees', async (name, _, person) => {
    const { forms, problems } = await readAll('form.xlsx', name);
    expect(forms.map(({ source }) => source)).toEqual(['xlsx']);
    expect(problems).toMatchObject([{ code: 'forms-disagree', attachment: `form.xlsx, ${name}` }]);
    expect(problems[0]?.difference).toContain(`form.xlsx: “${person}”`);
    expect(problems[0]?.difference).toContain(`${name}: có nét bút gạch trên chữ (trang 1 dòng `);
  });

  test('agrees where it is signed, sealed and ticked, though that reaches into the last row', async () => {
    const reading = await readAll('form.xlsx', 'signed.png');
    expect(reading.forms.map(({ source }) => source)).toEqual(['xlsx']);
    expect(reading.problems).toEqual([]);
  });

  test('of other people is a form of its own', async () => {
    const { forms } = await readAll('other-people.xlsx', 'form-scan.pdf');
    expect(forms.map(({ source }) => source)).toEqual(['xlsx', 'pdf-scan']);
  });

  test('that cannot be read stops nothing', async () => {
    const reading = await readAll('form.xlsx', 'noise.jpg');
    expect(reading.forms.map(({ source }) => source)).toEqual(['xlsx']);
    expect(problemsOf(reading)).toEqual([]);
  });
});
