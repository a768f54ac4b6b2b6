import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, repairLookAlikes, tidy, tidyLines } from '../../src/text/fold.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });

test.each([
  ['Sở Thông tin & Truyền  thông', 'so thong tin truyen thong'],
  ['ĐẶNG THỊ ĐÀO', 'dang thi dao'],
  ['hoà', 'hoa'],
  ['hòa', 'hoa'],
  ['Ðức', 'duc'],
  ['P. TC-KT', 'p tc kt'],
  ['Tr\u200bần\u00a0Văn\u00adNam', 'tran vannam'],
  ['Trần Văn Nam'.normalize('NFD'), 'tran van nam'],
])('%j folds to %j', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('folding what is folded changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 3000 },
  );
});

test('composed and decomposed text fold alike', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')));
    }),
  );
});

test('tidying keeps lines, or makes them one', () => {
  expect(tidyLines(' Cấp  mới \r\n\r\n hộp\tthư ')).toBe('Cấp mới\nhộp thư');
  expect(tidy(' Cấp  mới \r\n\r\n hộp\tthư ')).toBe('Cấp mới hộp thư');
});

test('look-alike letters are repaired, with their accents; others stay', () => {
  expect(repairLookAlikes('Тrầп Ѕơn')).toBe('Trầп Sơn');
  expect(repairLookAlikes('Ѵ а\u0301')).toBe('Ѵ á');
});
