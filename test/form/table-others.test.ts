import { describe, expect, test } from 'vitest';
import { readTable } from '../../src/form/table.ts';
import { gridOf } from './grid-of.ts';

const known = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị'];

/** `heading: text` of each further column of each row. */
function others(...rows: Parameters<typeof gridOf>): string[][] | undefined {
  return readTable(gridOf(...rows))?.rows.map(({ others: cells = [] }) =>
    cells.map(({ heading, text }) => `${heading}: ${text}`),
  );
}

describe('a column that the form does not know', () => {
  test('is kept with its heading and its place', () => {
    const grid = gridOf([...known, 'Ý kiến lãnh đạo'], [1, 'Lê A', 'X', 'Hủy bỏ', 'Không đồng ý']);
    expect(readTable(grid)?.rows[0]?.others).toEqual([
      { heading: 'Ý kiến lãnh đạo', text: 'Không đồng ý', where: 'S!E2' },
    ]);
  });

  test('is told as blank where other rows have something, and is left out where none has', () => {
    expect(
      others(
        [...known, 'Duyệt', 'Ký nhận'],
        [1, 'Lê A', 'X', 'Hủy bỏ', null],
        [2, 'Lê B', 'X', 'Cấp mới', true],
      ),
    ).toEqual([['Duyệt: '], ['Duyệt: x']]);
  });

  test('has below it what is merged down over the row', () => {
    expect(
      others(
        [...known, 'Ý kiến'],
        [1, 'Lê A', 'X', 'Hủy bỏ', { text: 'Không đồng ý', lastRow: 3 }],
        [2, 'Lê B', 'X', 'Cấp mới'],
      ),
    ).toEqual([['Ý kiến: Không đồng ý'], ['Ý kiến: Không đồng ý']]);
  });

  test('is headed by all that stands over it', () => {
    expect(
      others(
        [
          { text: 'STT', lastRow: 2 },
          { text: 'Cán bộ', lastColumn: 3 },
          null,
          'Nội dung đề nghị',
          { text: 'Ý kiến', lastColumn: 6 },
        ],
        [null, 'Họ và tên', 'Chức vụ', null],
        [1, 'Lê A', 'Chuyên viên', 'Hủy bỏ', 'Giữ lại'],
      ),
    ).toEqual([['Ý kiến: Giữ lại']]);
  });
});

describe('a column that asks whether there is a mailbox', () => {
  test.each(['Chưa có hộp thư', 'Đã có hộp thư', 'Đã có email chưa'])('“%s” has answers', (heading) => {
    const grid = gridOf([...known, heading], [1, 'Lê A', 'X', 'Cấp mới', 'x'], [2, 'Lê B', 'X', 'Cấp mới']);
    expect(readTable(grid)?.rows).toMatchObject([
      { address: null, newAddress: null, others: [{ heading, text: 'x' }] },
      { address: null, others: [{ heading, text: '' }] },
    ]);
  });

  test('has addresses where such stand there', () => {
    const grid = gridOf([...known, 'Đã có hộp thư'], [1, 'Lê A', 'X', 'Hủy bỏ', 'lea.sttt@kiengiang.gov.vn']);
    const [row] = readTable(grid)?.rows ?? [];
    expect(row?.address?.text).toBe('lea.sttt@kiengiang.gov.vn');
    expect(row).not.toHaveProperty('others');
  });
});
