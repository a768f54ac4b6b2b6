import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FormSource } from '../../src/model/form.ts';
import { actions } from '../../src/model/request.ts';
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

test('each reason code', () => {
  const codes = `
    sender-unverified sender-not-unit-mailbox unit-mailbox-inactive no-form form-unreadable form-unsupported-type
    form-incomplete forms-disagree form-scanned legacy-encoding-converted unit-unknown unit-not-in-scope
    request-through-manager name-invalid action-unclear same-name-exists mailbox-not-found several-mailboxes-match
    address-format address-taken mailbox-reclaimed mailbox-locked mailbox-cancelled beyond-quota address-protected
    already-done dated-ahead`;
  const seen = [...reports, ...items].flatMap(({ reasons }) => reasons.map(({ code }) => code));
  expect(
    codes
      .trim()
      .split(/\s+/)
      .filter((code) => !seen.includes(code)),
  ).toEqual([]);
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
