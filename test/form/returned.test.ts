import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { returnedForm } from '../../src/form/returned.ts';
import { readXlsx } from '../../src/form/xlsx.ts';
import type { Form, FormRow, Placed, RowResult } from '../../src/model/form.ts';
import { markOf } from '../../src/text/done-mark.ts';

const placed = (text: string): Placed => ({ text, where: 'trang 1 dòng 4' });
const blank = { position: null, phone: null, address: null, newAddress: null, note: null };

function formOf(rows: readonly FormRow[]): Form {
  return {
    ...{ source: 'pdf-text', attachment: 'phieu.pdf', skipped: [], rows },
    unit: placed('SỞ NỘI VỤ'),
    requester: placed('Nguyễn Thị Hoa'),
    position: placed('Chánh Văn phòng'),
    phone: placed('0297 3862 001'),
    content: placed('Theo danh sách'),
  };
}

const instruction =
  'Phiếu trả lại kèm thông báo số PYC-2026-000123. Sửa các dòng theo cột Lý do rồi gửi lại.';
const results: readonly RowResult[] = [
  { outcome: 'done', result: markOf('Đã thực hiện', 'PYC-2026-000123'), told: 'Cấp mới hộp thư a@b.vn' },
  {
    outcome: 'refused',
    result: markOf('Không thực hiện', 'PYC-2026-000123'),
    told: 'Hộp thư đã hủy bỏ.\nCần làm: Nếu cần dùng lại, ghi nội dung đề nghị là "mở khóa hộp thư".',
  },
  { outcome: 'waiting', result: markOf('Đang chờ xem xét', 'PYC-2026-000123'), told: '' },
];

async function readBack(file: Buffer): Promise<Form[]> {
  const { grids } = await readXlsx(file);
  const read = assemble(grids, 'xlsx', 'a.xlsx');
  return read.secret ? [] : read.forms;
}

/** The words of a row, without where they stand. */
const wordsOf = ({ number, where, ...cells }: FormRow) => [
  number,
  Object.fromEntries(
    Object.entries(cells).flatMap(([key, cell]) =>
      typeof cell === 'object' && cell && 'text' in cell && key !== 'result' ? [[key, cell.text]] : [],
    ),
  ),
];

const syllables = fc.constantFrom('Thị', 'Văn', 'Ngọc', 'Hoà', 'Đức', 'Y', 'Ánh');
const name = fc.array(syllables, { minLength: 2, maxLength: 5 }).map((parts) => `Lê ${parts.join(' ')}`);
const words = (...texts: string[]) => fc.option(fc.constantFrom(...texts).map(placed), { nil: null });
const rowOf = (number: number) =>
  fc.record({
    number: fc.constant(number),
    where: fc.constant('trang 1'),
    fullName: name.map(placed),
    unit: words('Phòng Tổ chức', 'Chi cục Văn thư - Lưu trữ', '= SUM(A1)', '@phòng'),
    wish: fc
      .constantFrom('Cấp mới', '- Cấp lại mật khẩu', '+ Hủy bỏ', 'Đổi tên; Tên mới: Lê Đức', 'x'.repeat(900))
      .map(placed),
    position: words('Chuyên viên', 'Phó Trưởng phòng'),
    phone: words('0912345678', '+84 912 345 678', '02973862001'),
    address: words('levan.snv@kiengiang.gov.vn', 'levan'),
    newAddress: words('ldhoa.snv@kiengiang.gov.vn'),
    note: words('Người khác, trùng tên', 'Nghỉ hưu'),
  });
const anyRows = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => rowOf(at * 2 + 1))));

describe('a form that comes back', () => {
  test('says again all that the office wrote, and nothing of what we say is taken for it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, async (rows) => {
        const form = formOf(rows);
        const said = rows.map((row, at) => ({ row, result: results[at % 3] as RowResult }));
        const [back, ...more] = await readBack(await returnedForm({ form, rows: said, instruction }));
        expect(more).toEqual([]);
        expect(back?.rows.map(wordsOf)).toEqual(rows.map(wordsOf));
        expect(back?.rows.map(({ result }) => result?.text)).toEqual(
          said.map(({ result }) => result.result.replace('\n', ' ')),
        );
        for (const field of ['unit', 'requester', 'position', 'phone', 'content'] as const)
          expect(back?.[field]?.text).toBe(form[field]?.text);
      }),
      { numRuns: 60 },
    );
  });

  test('has what was asked in its content alone in a row of the table', async () => {
    const asked = placed('Cấp lại mật khẩu hộp thư lqbao.snv@kiengiang.gov.vn');
    const row: FormRow = { number: 1, where: 'trang 1', fullName: null, unit: null, wish: asked, ...blank };
    const rows = [{ row, result: results[1] as RowResult }];
    const [back] = await readBack(await returnedForm({ form: formOf([]), rows, instruction }));
    expect(back).toMatchObject({ content: null, rows: [{ wish: { text: asked.text } }] });
  });

  test('keeps the fields of a form without rows, to be gone on with', async () => {
    const [back] = await readBack(await returnedForm({ form: formOf([]), rows: [], instruction }));
    expect(back).toMatchObject({
      requester: { text: 'Nguyễn Thị Hoa' },
      content: { text: 'Theo danh sách' },
    });
    expect(back?.rows).toEqual([]);
  });
});
