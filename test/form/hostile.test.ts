import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import type { Reading } from '../../src/model/form.ts';
import { pictures } from './hostile/pictures.ts';
import { attached, file, letter, plain } from './letters.ts';

/*
 * Files that were made to break their reader. Each ends in its reason, and the letter after it is read as ever; what the reader may
 * hold in memory is limited by the system (reader.test.ts).
 */
const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const goodLetter = letter(plain('Gửi phiếu.'), attached('a.xlsx', file('openpyxl-iso-dates.xlsx')));

async function expectProblems(raw: Buffer, expected: readonly string[]): Promise<Reading> {
  const reading = await reader.read(raw);
  expect(reading.problems.map(({ code }) => code)).toEqual(expected);
  expect(reading.forms).toEqual([]);
  expect((await reader.read(goodLetter)).forms).toHaveLength(1);
  return reading;
}

describe('pictures', () => {
  test.each(pictures)('%s', async (_, name, code, make) => {
    await expectProblems(letter(plain('x'), attached(name, make())), [code]);
  });
});
