import { expect, test } from 'vitest';
import { ticksIn } from '../../src/form/choices.ts';

test.each([
  ['☒ Cấp mới ☐ Hủy bỏ', 'Cấp mới'],
  ['Cấp mới ☐ Hủy bỏ ☑', 'Hủy bỏ'],
  ['[x] Cấp mới [ ] Hủy bỏ', 'Cấp mới'],
  ['[] Cấp mới\n[X] Hủy bỏ\n[ ] Cấp lại mật khẩu', 'Hủy bỏ'],
  ['( ) Cấp mới / (v) Cấp lại mật khẩu', 'Cấp lại mật khẩu'],
  ['[x] Hủy bỏ; [x] Cấp lại mật khẩu', 'Hủy bỏ; Cấp lại mật khẩu'],
  ['Nội dung: [ ] Cấp mới [x] Mở khóa', 'Nội dung: Mở khóa'],
  ['[x] Cấp mới', 'Cấp mới'],
  ['[ ] Cấp mới [ ] Hủy bỏ', ''],
  ['[x]', '☒'],
  ['( )', '☐'],
])('of “%s” is ticked “%s”', (written, ticked) => {
  expect(ticksIn(written)).toBe(ticked);
});

test.each([
  'Thực hiện (x)',
  'Cấp mới / Hủy bỏ X',
  'Cấp mới (chưa có hộp thư)',
  '☐ Cấp mới ☒',
  'Điện thoại (0297) 3862 101',
])('“%s” stays as it is written', (written) => {
  expect(ticksIn(written)).toBe(written);
});
