import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader } from '../../src/form/form.ts';
import { labelledForms, type Score, scoreForm } from './score.ts';

let reader: Reader;
let scores: Score[];

beforeAll(async () => {
  reader = openReader({ children: 1 });
  scores = [];
  for (const label of labelledForms()) scores.push(await scoreForm(reader, label));
});
afterAll(() => reader.close());

test('no row of any form gets an action that it does not ask for', () => {
  expect(scores.flatMap(({ label, wrong }) => wrong.map((row) => `${label.file}: ${row}`))).toEqual([]);
});

test('spreadsheets and letters are read exactly', () => {
  const inexact = scores.filter(({ label, exact }) => !exact && ['xlsx', 'body'].includes(label.kind));
  expect(inexact.map(({ label }) => label.file)).toEqual([]);
});

test('of the rows in PDFs one in fifty may be left to people', () => {
  const inPdfs = scores.filter(({ label }) => label.kind === 'pdf');
  const rows = inPdfs.flatMap(({ label }) => label.rows);
  expect(inPdfs.flatMap(({ left }) => left).length / rows.length).toBeLessThanOrEqual(0.02);
});
