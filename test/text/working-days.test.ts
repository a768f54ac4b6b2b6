import { expect, test } from 'vitest';
import { endOfVietnamDay, workingDaysAfter } from '../../src/text/working-days.ts';

test.each([
  ['2026-11-24', 3, '2026-11-27', 'a Tuesday'],
  ['2026-11-26', 3, '2026-12-01', 'over a weekend'],
  ['2026-11-28', 3, '2026-12-02', 'from a Saturday'],
  ['2026-12-30', 3, '2027-01-05', 'over New Year and a weekend'],
  ['2027-04-29', 1, '2027-05-03', 'over 30 April and 1 May'],
  ['2026-08-31', 2, '2026-09-03', 'over the National Day'],
])('after %s, %i working days on is %s: %s', (day, count, expected) => {
  expect(workingDaysAfter(day, count)).toBe(expected);
});

test('a day ends at midnight of Vietnam', () => {
  expect(endOfVietnamDay('2026-12-31').toISOString()).toBe('2026-12-31T17:00:00.000Z');
});
