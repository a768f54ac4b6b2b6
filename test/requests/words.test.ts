import { expect, test } from 'vitest';
import { destinationWords } from '../../src/requests/transfer.ts';
import { waitedFor } from '../../src/requests/waiting.ts';

test.each([
  ['Chuyển hộp thư sang Sở Tài chính', 'Sở Tài chính'],
  ['chuyển công tác về UBND huyện Hòn Đất từ ngày 01/12/2026', 'UBND huyện Hòn Đất'],
  ['Chuyển đến công tác tại Sở Y tế, đề nghị chuyển hộp thư', 'Sở Y tế'],
  ['Chuyển qua làm việc tại Sở Du lịch theo QĐ số 12', 'Sở Du lịch'],
  ['Chuyển đơn vị', null],
  ['Chuyển sang', null],
])('a transfer in the words "%s" goes to %s', (wish, words) => {
  expect(destinationWords(wish)).toBe(words);
});

test.each([
  [10 * 60_000, 'dưới 1 giờ'],
  [3 * 3_600_000, '3 giờ'],
  [48 * 3_600_000, '2 ngày'],
  [51.5 * 3_600_000, '2 ngày 3 giờ'],
  [-5000, 'dưới 1 giờ'],
])('after %i ms somebody has waited %s', (milliseconds, words) => {
  const now = new Date('2026-11-24T03:00:00Z');
  expect(waitedFor(new Date(now.getTime() - milliseconds), now)).toBe(words);
});
