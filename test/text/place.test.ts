import { expect, test } from 'vitest';
import { placeInWords } from '../../src/text/place.ts';

test.each([
  ['Sheet1!D7', 'ô D7, trang tính "Sheet1"'],
  ['Sheet1!A12:D12', 'các ô A12:D12, trang tính "Sheet1"'],
  ['Sheet1!D7:D7', 'ô D7, trang tính "Sheet1"'],
  ["'Phiếu ''A''!1'!$B$3", 'ô B3, trang tính "Phiếu \'A\'!1"'],
  ['ghi chú Phiếu yêu cầu!D7', 'ghi chú ở ô D7, trang tính "Phiếu yêu cầu"'],
  ['hình vẽ Phiếu yêu cầu!12', 'hình vẽ ở dòng 12, trang tính "Phiếu yêu cầu"'],
  ['trang 2 dòng 4', 'trang 2 dòng 4'],
])('the place %s is told as %s', (where, words) => {
  expect(placeInWords(where)).toBe(words);
});
