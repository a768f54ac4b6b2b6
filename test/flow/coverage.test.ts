import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Code } from '../../src/model/finding.ts';
import type { FormSource } from '../../src/model/form.ts';
import { actions } from '../../src/model/request.ts';
import { messageWords } from '../../src/reply/message-words.ts';
import { rowWords } from '../../src/reply/row-words.ts';
import type { Report } from '../../src/report.ts';

/*
 * What the contract of the command line names is held by a case of test/flow, or by the test that is named here.
 */
const cases = join(import.meta.dirname, 'cases');
const reports = readdirSync(cases).map(
  (name): Report => JSON.parse(readFileSync(join(cases, name, 'expect.json'), 'utf8')).report,
);
const requests = reports.flatMap((report) => report.requests);
const items = requests.flatMap((request) => request.items);

test('each action', () => {
  const seen = items.map(({ action }) => action);
  expect([...actions, 'unclear'].filter((action) => !seen.includes(action))).toEqual([]);
});

/** Codes that no single letter brings forth, and the test that does. */
const elsewhere: Partial<Record<Code, string>> = {
  'form-too-large': 'too-large.test.ts',
  'confirmation-refused': '../confirm/confirm.test.ts',
  'confirmation-unclear': '../confirm/confirm.test.ts',
  'confirmation-lapsed': '../confirm/confirm.test.ts',
  'confirmation-doubted': '../confirm/late.test.ts',
  'decided-by-staff': '../requests/close.test.ts',
};

test('each reason code', () => {
  const seen = [...reports, ...items].flatMap(({ reasons }) => reasons.map(({ code }) => code));
  const missing = Object.keys({ ...messageWords, ...rowWords }).filter((code) => !seen.includes(code));
  expect(missing.sort()).toEqual(Object.keys(elsewhere).sort());
  for (const [code, file] of Object.entries(elsewhere))
    expect(readFileSync(join(import.meta.dirname, file), 'utf8')).toContain(`'${code}'`);
});

test('each kind of form that is read on any machine', () => {
  const sources: FormSource[] = ['xlsx', 'docx', 'pdf-fields', 'pdf-text', 'pdf-scan', 'body'];
  const seen = requests.map(({ form }) => form.source);
  expect(sources.filter((source) => !seen.includes(source))).toEqual([]);
});

test('each outcome of a letter but `failed`, which is an error of ours', () => {
  const outcomes = ['applied', 'partly-applied', 'rejected', 'review', 'unverified', 'ignored', 'duplicate'];
  const seen: string[] = reports.map(({ outcome }) => outcome);
  expect(outcomes.filter((outcome) => !seen.includes(outcome))).toEqual([]);
});
