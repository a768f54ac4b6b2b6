import { expect, test } from 'vitest';
import { hasOtherAccents } from '../../src/form/scan-accents.ts';

test.each([
  ['Nam', 'Năm'],
  ['Tú', 'Tư'],
  ['Thu', 'Thư'],
  ['Hoa', 'Hòa'],
  ['Hương', 'Hường'],
  ['Dung', 'Đung'],
  ['Thảo', 'Thao'],
])('%s is not %s', (one, other) => {
  expect([hasOtherAccents(one, other), hasOtherAccents(other, one)]).toEqual([true, true]);
});

test.each([
  ['Hòa', 'Hoà', 'the tone on either letter'],
  ['Ngọc', 'Ngoc', 'a dot that was lost'],
  ['Hạnh', 'Hành', 'a dot that was taken for more'],
  ['Thị', 'Thì', 'a tone beside the dot of an i'],
  ['Đỗ', 'Đồ', 'a tone above a hat'],
  ['Ấn', 'Ân', 'a tone above a large letter with a hat'],
  ['Út', 'Ut', 'a tone on a large letter'],
  ['Mỹ', 'My', 'a tone on a y'],
  ['Bình', 'Bình', 'nothing'],
])('%s may be read as %s: %s', (written, seen) => {
  expect(hasOtherAccents(written, seen)).toBe(false);
});
