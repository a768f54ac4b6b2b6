import { expect, test } from 'vitest';
import { withoutFormer } from '../../src/form/former-sheets.ts';
import type { Form, FormRow } from '../../src/model/form.ts';

/** Of a workbook whose sheets have a form each. */
const formsOn = (sheets: readonly string[]): Form[] =>
  sheets.map((sheet) => ({
    ...{ source: 'xlsx', attachment: 'phieu.xlsx', unit: null, requester: null, position: null, phone: null },
    content: null,
    rows: [{ number: 1, where: `${sheet}!A12:D12` } as FormRow],
    skipped: [],
  }));

test.each([
  ['Tháng 11', 'Tháng 10*'],
  ['Tháng 10*', 'Tháng 11'],
  ['Tháng 11', 'T10*'],
  ['Tháng 11', 'Mẫu*'],
  ['Tháng 11', 'Năm 2025*'],
  ['2025*', '2026'],
  ['T12.2026*', 'T1.2027'],
  ['Quý III*', 'Quý IV'],
  // Of which year each is nobody knows.
  ['Tháng 12*', 'Tháng 1*'],
  ['Phiếu', 'Tháng 10*'],
  ['Tháng 10'],
  ['Sở Nội vụ', 'Chi cục'],
  ['Tổ chức', 'Lưu trữ'],
  ['Phiếu', 'Dự kiến*'],
  ['Cấp mới', 'Chờ quyết định*'],
  ['Nháp*'],
  ['Không gửi*'],
  ['Nhập liệu'],
  ['Bỏ*'],
  ['Cấp mới', 'Hủy bỏ'],
])('of sheets called %s and %s those with a star may be earlier requests', (...marked) => {
  const asked = withoutFormer(formsOn(marked.map((sheet) => sheet.replace('*', ''))));
  expect(asked.map(({ rows: [row] }) => row?.caution !== undefined)).toEqual(
    marked.map((sheet) => sheet.endsWith('*')),
  );
});
