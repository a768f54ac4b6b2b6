import { afterAll, beforeAll, expect, test } from 'vitest';
import { openReader, type Reader } from '../../src/form/form.ts';
import { describeWithOffice } from '../servers/servers.ts';
import { isOfOlderType, labelledForms, type Score, scoreForm } from './score.ts';

let reader: Reader;
let scores: Score[];

beforeAll(async () => {
  reader = openReader({ children: 1 });
  scores = [];
  for (const label of labelledForms()) if (!isOfOlderType(label)) scores.push(await scoreForm(reader, label));
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

describeWithOffice('files of older types', () => {
  // LibreOffice starts anew for each file; a busy machine needs half a minute for one.
  test.each(labelledForms().filter(isOfOlderType))('$file is read exactly', async (label) => {
    expect(await scoreForm(reader, label)).toMatchObject({ exact: true, wrong: [], left: [] });
  });
});
