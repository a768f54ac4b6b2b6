import { describe, expect, test } from 'vitest';
import { letterDay, letterDayOf, letterTime } from '../../src/reply/dates.ts';
import { fill } from '../../src/reply/templates.ts';
import { wrap } from '../../src/reply/wrap.ts';

describe('days are written as Nghị định 30/2020/NĐ-CP asks, by the clock of Vietnam', () => {
  test.each([
    ['2026-11-24T03:00:00Z', 'ngày 24 tháng 11 năm 2026'],
    ['2027-02-08T16:59:59Z', 'ngày 08 tháng 02 năm 2027'],
    ['2027-02-08T17:00:00Z', 'ngày 09 tháng 02 năm 2027'],
    ['2026-12-31T17:00:00Z', 'ngày 01 tháng 01 năm 2027'],
    ['2027-03-10T00:00:00Z', 'ngày 10 tháng 3 năm 2027'],
  ])('%s is %s', (instant, words) => {
    expect(letterDay(new Date(instant))).toBe(words);
  });

  test('with the hour, from midnight as 00', () => {
    expect(letterTime(new Date('2026-11-23T17:05:00Z'))).toBe('00 giờ 05 phút ngày 24 tháng 11 năm 2026');
  });

  test('a calendar day stays the day it is', () => {
    expect(letterDayOf('2027-01-02')).toBe('ngày 02 tháng 01 năm 2027');
    expect(letterDayOf('đầu tháng sau')).toBe('đầu tháng sau');
  });
});

describe('lines are broken', () => {
  test('at spaces, hanging under their first word', () => {
    expect(wrap('- một hai ba bốn', 10)).toBe('- một hai\n  ba bốn');
    expect(wrap('   Lý do: một hai', 12)).toBe('   Lý do:\n   một hai');
    expect(wrap('12. một hai ba', 9)).toBe('12. một\n    hai\n    ba');
  });

  test('never inside an address, a citation or a date', () => {
    expect(wrap('hộp thư tvnam.snv@kiengiang.gov.vn', 12)).toBe('hộp thư\ntvnam.snv@kiengiang.gov.vn');
    expect(wrap('theo Điều 10 khoản 3', 12)).toBe('theo Điều 10\nkhoản 3');
  });
});

test('a template that reads or writes what is not there is a bug', () => {
  expect(() => fill('blank-form', {})).toThrow('numbers');
  expect(() => fill('list', { heading: 'x', entries: [null] })).toThrow('writes null');
  expect(() => fill('list', { heading: { x: 1 }, entries: [] })).toThrow();
});
