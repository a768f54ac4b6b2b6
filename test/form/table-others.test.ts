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

  test('says so where a program’s own box is not ticked, which is no word of a row or group', () => {
    const off = { text: 'FALSE', kind: 'untick' } as const;
    const grid = gridOf(
      [...known, 'Hợp lệ'],
      ['I', 'Phòng A', null, null, off],
      [1, 'Lê A', null, 'Hủy bỏ', off],
      [2, 'Lê B', null, 'Hủy bỏ', true],
      [3, null, null, null, off],
    );
    expect(readTable(grid)?.rows).toMatchObject([
      { unit: { text: 'Phòng A' }, others: [{ text: 'FALSE', where: 'S!E3' }] },
      { unit: { text: 'Phòng A' }, others: [{ text: 'x' }] },
    ]);
    expect(readTable(grid)?.rows).toHaveLength(2);
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

describe('a further column that chooses rows', () => {
  test.each(['Yêu cầu', 'Đề nghị'])('“%s” is none of the wish', (heading) => {
    expect(
      others([...known, heading], [1, 'Lê A', 'X', 'Hủy bỏ', true], [2, 'Lê B', 'X', 'Hủy bỏ', null]),
    ).toEqual([[`${heading}: x`], [`${heading}: `]]);
  });

  test('of a wish is told where it is not ticked', () => {
    expect(
      others(
        [...known, 'Đề nghị hủy'],
        [1, 'Lê A', 'X', 'Hủy bỏ', 'x'],
        [2, 'Lê B', 'X', 'Hủy bỏ', 0],
        [3, 'Lê C', 'X', 'Hủy bỏ', null],
      ),
    ).toEqual([['Đề nghị hủy: x'], ['Đề nghị hủy: 0'], ['Đề nghị hủy: ']]);
  });

  test('of results has what the office wrote, and not what we did', () => {
    expect(
      others(
        [...known, 'Kết quả'],
        [1, 'Lê A', 'X', 'Hủy bỏ', 'OK'],
        [2, 'Lê B', 'X', 'Hủy bỏ', 'Đã thực hiện (phiếu PYC-2026-000123)'],
        [3, 'Lê C', 'X', 'Hủy bỏ', null],
      ),
    ).toEqual([['Kết quả: OK'], [], []]);
  });
});

describe('a column that asks whether there is a mailbox', () => {
  test.each(['Chưa có hộp thư', 'Đã có hộp thư', 'Đã có email chưa', 'Hộp thư hiện có'])(
    '“%s” has answers',
    (heading) => {
      const grid = gridOf([...known, heading], [1, 'Lê A', 'X', 'Cấp mới', 'x'], [2, 'Lê B', 'X', 'Cấp mới']);
      expect(readTable(grid)?.rows).toMatchObject([
        { address: null, newAddress: null, others: [{ heading, text: 'x' }] },
        { address: null, others: [{ heading, text: '' }] },
      ]);
    },
  );

  test('has addresses where such stand there', () => {
    const grid = gridOf([...known, 'Đã có hộp thư'], [1, 'Lê A', 'X', 'Hủy bỏ', 'lea.sttt@kiengiang.gov.vn']);
    const [row] = readTable(grid)?.rows ?? [];
    expect(row?.address?.text).toBe('lea.sttt@kiengiang.gov.vn');
    expect(row).not.toHaveProperty('others');
  });
});

describe('a further table that is of no mailboxes', () => {
  const cautions = (...below: Parameters<typeof gridOf>) =>
    readTable(gridOf(known, [1, 'Lê A', 'X', 'Cấp lại mật khẩu'], ...below))?.rows.map(
      ({ fullName, caution }) => `${fullName?.text}: ${caution?.text ?? '–'}`,
    );

  test.each([
    [['STT', 'Tên tài sản', 'Số lượng', 'Nội dung'], 'STT | Tên tài sản | Số lượng | Nội dung'],
    [['STT', 'Loại', 'Hiện trạng', 'Yêu cầu'], 'STT | Loại | Hiện trạng | Yêu cầu'],
    [['STT', 'Tên', 'Số lượng', 'Nội dung'], 'Số lượng'],
    [[null, 'Thiết bị', 'Số lượng', 'Yêu cầu'], 'Thiết bị | Số lượng | Yêu cầu'],
    [[null, 'Thiết bị thu hồi:'], 'Thiết bị thu hồi:'],
    [['II', 'Tài khoản QLVB'], 'Tài khoản QLVB'],
  ])('leaves its rows open: %j', (heading, caution) => {
    const row = [1, 'Laptop Dell', 'X', 'Thu hồi'];
    expect(cautions([], heading, row)).toEqual(['Lê A: –', `Laptop Dell: ${caution}`]);
    expect(cautions(heading, row, ['Đề nghị khác'], known, [2, 'Lê B', 'X', 'Cấp mới'])).toEqual([
      'Lê A: –',
      `Laptop Dell: ${caution}`,
      'Lê B: –',
    ]);
  });

  test('leaves them open, too, where they name those who have the equipment', () => {
    const heading = ['STT', 'Tên thiết bị', 'Người sử dụng', 'Nội dung'];
    expect(cautions(heading, [1, 'Máy in', 'Lê Thị Hoa', 'Thu hồi'])).toEqual([
      'Lê A: –',
      'Lê Thị Hoa: Tên thiết bị',
    ]);
  });

  test('is none under headings that only sound like it without accents', () => {
    const heading = ['STT', 'Họ và tên', 'Nội dung cũ', 'Nội dung đề nghị'];
    expect(cautions([], heading, [2, 'Lê B', null, 'Cấp lại mật khẩu'])).toContain('Lê B: –');
  });

  test('is none below a unit that deals with such things', () => {
    for (const unit of ['Phòng Vật tư - Thiết bị y tế', 'II. Khoa Dược - Trang thiết bị'])
      expect(cautions([unit], [2, 'Lê B', null, 'Cấp mới'])).toEqual(['Lê A: –', 'Lê B: –']);
  });
});
