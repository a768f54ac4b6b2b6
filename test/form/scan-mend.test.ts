import { expect, test } from 'vitest';
import { withSmallLetters } from '../../src/form/scan-mend.ts';

test.each([
  ['Thanh tra SỞ', 'Thanh tra Sở'],
  ['Đơn vị yêu cầu: SỞ Nội vụ', 'Đơn vị yêu cầu: Sở Nội vụ'],
  ['HỒ Thị Thúy Vy', 'Hồ Thị Thúy Vy'],
  ['HỘp thư, mỞ khóa, hủy bO', 'Hộp thư, mở khóa, hủy bo'],
])('%s is %s, its letters taken for large ones', (read, written) => {
  expect(withSmallLetters(read)).toBe(written);
});

test.each([
  'SỞ NỘI VỤ',
  'SỞ',
  'UBND TP HỒ CHÍ MINH',
  'Ban Tổ chức TƯ',
  'VP HĐND huyện',
  'Sở GD&ĐT',
  'Văn phòng CTO',
])('%s stays in capitals', (written) => {
  expect(withSmallLetters(written)).toBe(written);
});
