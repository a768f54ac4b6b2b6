import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAbbreviation, readAddress, readTime } from '../../src/directory/cells.ts';

test.each([
  ['2026-03-31', '2026-03-31T00:00:00.000Z'],
  ['31/03/2026', '2026-03-31T00:00:00.000Z'],
  ['1/3/2026', '2026-03-01T00:00:00.000Z'],
  ['31/03/2026 8:30', '2026-03-31T01:30:00.000Z'],
  ['2026-03-31T08:30:00', '2026-03-31T01:30:00.000Z'],
  ['2026-03-31 08:30:15', '2026-03-31T01:30:15.000Z'],
  ['2026-03-31T08:30:00Z', '2026-03-31T08:30:00.000Z'],
  ['2026-03-31T08:30:00.500+07:00', '2026-03-31T01:30:00.500Z'],
])('%s is the instant %s', (cell, instant) => {
  expect(readTime(cell)).toEqual({ value: new Date(instant) });
});

test.each(['31/02/2026', '2026-13-01', '03/31/2026', 'hôm qua', '2026', '2026-03-31T25:00', '45000'])(
  '%s is no time',
  (cell) => {
    expect(readTime(cell)).toHaveProperty('problem');
  },
);

test('every ISO instant is read as itself', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      (at) => {
        expect(readTime(at.toISOString())).toEqual({ value: at });
      },
    ),
  );
});

test.each([
  ['STTT', 'sttt'],
  ['pnv.hondat', 'pnv.hondat'],
  ['thcs-1', 'thcs-1'],
])('%s is the abbreviation %s', (cell, value) => {
  expect(readAbbreviation(cell)).toEqual({ value });
});

test.each(['', 'Sở TT', 'snđ', '.snv', 'snv.', 'a@b', 'a'.repeat(41)])('"%s" is no abbreviation', (cell) => {
  expect(readAbbreviation(cell)).toHaveProperty('problem');
});

test.each(['TVNam.STTT@KienGiang.gov.vn', 'tvnam.sttt@kiengiang.gov.vn'])('%s is an address', (cell) => {
  expect(readAddress(cell, 'kiengiang.gov.vn')).toEqual({ value: 'tvnam.sttt@kiengiang.gov.vn' });
});

test.each([
  '',
  'tvnam',
  '@kiengiang.gov.vn',
  'a b@kiengiang.gov.vn',
  'a..b@kiengiang.gov.vn',
  '.a@kiengiang.gov.vn',
  'a.@kiengiang.gov.vn',
  'nam@gmail.com',
  'nam@mail.kiengiang.gov.vn',
  'nám@kiengiang.gov.vn',
  'a@b@kiengiang.gov.vn',
  `${'a'.repeat(65)}@kiengiang.gov.vn`,
])('"%s" is no address of ours', (cell) => {
  expect(readAddress(cell, 'kiengiang.gov.vn')).toHaveProperty('problem');
});
