import { expect, test } from 'vitest';
import { asksForTrial } from '../../src/interpret/interpret.ts';

test.each([
  '[KIỂM TRA] Phiếu yêu cầu cấp mới hộp thư',
  '[Kiểm tra]Phiếu yêu cầu',
  '[ kiểm  tra ] phieu',
  '[KIEM TRA] phieu yeu cau',
  '[KIỂM TRA] Phiếu yêu cầu'.normalize('NFD'),
  '(Kiểm tra) Phiếu yêu cầu',
  'KIỂM TRA',
  'Kiểm tra.',
  '[KIỂM TRA]',
  'Fwd: [KIỂM TRA] Phiếu yêu cầu',
  'RE: FW: [KIỂM TRA] Phiếu yêu cầu',
])('a trial: %s', (subject) => {
  expect(asksForTrial(subject)).toBe(true);
});

test.each([
  'Danh sách đề nghị kiểm tra, cấp mới',
  'Kiểm tra, cấp mới hộp thư',
  'Đề nghị kiểm tra [KIỂM TRA]',
  '[Kiểm tra lại] Phiếu yêu cầu',
  '[Phòng Kiểm tra] Phiếu yêu cầu',
  '[KHẨN] [KIỂM TRA] Phiếu yêu cầu',
  'Kiểm tra Đảng ủy',
  '',
])('a request: %s', (subject) => {
  expect(asksForTrial(subject)).toBe(false);
});
