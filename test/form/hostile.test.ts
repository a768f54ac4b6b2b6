import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import type { Reading } from '../../src/model/form.ts';
import { describeWithOffice } from '../servers/servers.ts';
import { childrenOf, peakOf } from './children.ts';
import { compounds, documents } from './hostile/documents.ts';
import { letters, names, pages } from './hostile/letters.ts';
import { pictures } from './hostile/pictures.ts';
import { attached, file, letter, plain } from './letters.ts';

/*
 * Letters and files that were made to break their reader: each ends in its reasons within a reader's memory, and the letter after
 * it is read as ever. Workbooks are in xlsx.test.ts, PDFs in pdf-hostile.test.ts.
 */
const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const form = file('openpyxl-iso-dates.xlsx');
const goodLetter = letter(plain('Gửi phiếu.'), attached('a.xlsx', form));

async function readAndGoOn(raw: Buffer): Promise<Reading> {
  const reading = await reader.read(raw);
  expect((await reader.read(goodLetter)).forms).toHaveLength(1);
  expect(Math.max(...childrenOf(process.pid).map(peakOf))).toBeLessThan(mostMemory);
  return reading;
}

/** What the system lets a reader have (reader-process.ts), and the program itself. */
const mostMemory = 1200 * 1024 ** 2;

const codes = ({ problems }: Reading): string[] => problems.map(({ code }) => code);

describe('letters', () => {
  test.each(letters)('%s', async (_, expected, forms, make) => {
    const reading = await readAndGoOn(make());
    expect(codes(reading)).toEqual(expected);
    expect(reading.forms).toHaveLength(forms);
  });
});

describe('in HTML', () => {
  test.each(pages)('%s', async (_, make) => {
    const reading = await readAndGoOn(make());
    expect(reading).toMatchObject({ forms: [], problems: [] });
  });
});

test.each(names)('of a name of %s only words are left', async (_, name, left) => {
  const { forms } = await readAndGoOn(letter(plain('x'), attached(name, form)));
  expect(forms[0]?.attachment).toBe(left);
});

describe('documents', () => {
  test.each(documents)('%s', async (_, code, make) => {
    const reading = await readAndGoOn(letter(plain('x'), attached('a.docx', make())));
    expect(codes(reading)).toEqual(code === null ? [] : [code]);
    expect(reading.forms.flatMap(({ rows }) => rows)).toHaveLength(code === null ? 1 : 0);
  });
});

describeWithOffice('compound files', () => {
  test.each(compounds)('%s', async (_, name, code, make) => {
    const reading = await readAndGoOn(letter(plain('x'), attached(name, make())));
    expect(reading.forms).toEqual([]);
    expect(codes(reading)).toEqual([code]);
  });
});

describe('pictures', () => {
  test.each(pictures)('%s', async (_, name, code, make) => {
    const reading = await readAndGoOn(letter(plain('x'), attached(name, make())));
    expect(codes(reading)).toEqual([code]);
    expect(reading.forms).toEqual([]);
  });
});
