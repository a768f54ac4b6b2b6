import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/form/table.ts';
import { gridOf } from './grid-of.ts';

const heading = ['STT', 'Họ và tên', 'Nội dung đề nghị', 'Kết quả', 'Lý do'];
const rowsOf = (...drawn: Parameters<typeof gridOf>) => readTable(gridOf(...drawn))?.rows ?? [];

describe('the columns of a form that we returned', () => {
  test('tell what became of a row, and are no part of what it asks', () => {
    const [row] = rowsOf(heading, [
      ...[1, 'Lê A', 'Cấp mới', 'Không thực hiện (phiếu PYC-2026-000123)'],
      'Hộp thư đã hủy bỏ. Cần làm: ghi nội dung đề nghị là "mở khóa hộp thư".',
    ]);
    expect(row).toMatchObject({
      wish: { text: 'Cấp mới' },
      note: null,
      result: { text: 'Không thực hiện (phiếu PYC-2026-000123)', where: 'S!D2' },
    });
  });

  test('make no row of what is left beside a row that the office has blanked', () => {
    const rows = rowsOf(
      heading,
      [1, null, null, 'Đã thực hiện (phiếu PYC-2026-000123)'],
      [null, null, null, 'Hủy bỏ hộp thư', 'Hủy bỏ hộp thư lea.snv@kiengiang.gov.vn'],
      [2, 'Lê B', 'Cấp mới'],
    );
    expect(rows.map(({ fullName, wish, result }) => [fullName?.text, wish?.text, result])).toEqual([
      ['Lê B', 'Cấp mới', undefined],
    ]);
  });

  test('are read in a table without numbers, too', () => {
    const rows = rowsOf(
      ['Họ và tên', 'Nội dung đề nghị', 'Kết quả', 'Lý do'],
      ['Lê A', 'Cấp mới', 'Đã thực hiện', 'Cấp mới hộp thư lea.snv@kiengiang.gov.vn'],
      ['Lê B', 'Hủy bỏ'],
    );
    expect(rows.map(({ fullName, result }) => [fullName?.text, result?.text])).toEqual([
      ['Lê A', 'Đã thực hiện'],
      ['Lê B', undefined],
    ]);
  });

  test('do not take the place of a reason that the office gives itself', () => {
    const [row] = rowsOf(
      ['STT', 'Họ và tên', 'Nội dung đề nghị', 'Lý do', 'Kết quả', 'Lý do'],
      [1, 'Lê A', 'Hủy bỏ', 'Nghỉ hưu', 'Không thực hiện', 'Không tìm thấy hộp thư.'],
    );
    expect(row).toMatchObject({ note: { text: 'Nghỉ hưu' }, result: { text: 'Không thực hiện' } });
    const [alone] = rowsOf(
      ['STT', 'Họ và tên', 'Nội dung đề nghị', 'Lý do'],
      [1, 'Lê A', 'Hủy bỏ', 'Nghỉ hưu'],
    );
    expect(alone).toMatchObject({ note: { text: 'Nghỉ hưu' } });
  });

  test('that an office keeps itself are notes', () => {
    const heading = ['STT', 'Họ và tên', 'Nội dung đề nghị', 'Kết quả', 'Ghi chú'];
    const rows = rowsOf(heading, [1, 'Lê A', 'Cấp mới', 'Đã cấp', 'Văn thư'], [2, 'Lê B', 'Cấp mới']);
    expect(rows.map(({ note }) => note?.text)).toEqual(['Văn thư; Đã cấp', undefined]);
    const ours = rowsOf(heading, [1, 'Lê A', 'Cấp mới', 'Chưa thực hiện\n(phiếu PYC-2026-000123)']);
    expect(ours).toMatchObject([{ note: null }]);
  });
});
