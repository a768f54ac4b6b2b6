import { describe, expect, test } from 'vitest';
import { withoutCopies } from '../../src/form/copies.ts';
import type { Form, FormRow, FormSource } from '../../src/model/form.ts';

type Drawn = [name: string, unit: string, wish: string];

const placed = (text: string, where: string) => (text === '' ? null : { text, where });

function form(source: FormSource, attachment: string, ...rows: Drawn[]): Form {
  const none = { position: null, phone: null };
  const made = rows.map(([name, unit, wish], index): FormRow => {
    const where = `dòng ${index + 1}`;
    return {
      number: index + 1,
      where,
      fullName: placed(name, where),
      unit: placed(unit, where),
      wish: placed(wish, where),
      ...none,
      address: null,
      newAddress: null,
      note: null,
    };
  });
  return { source, attachment, unit: null, requester: null, content: null, ...none, rows: made, skipped: [] };
}

const an: Drawn = ['Nguyễn Văn An', 'Văn phòng', 'Cấp mới hộp thư'];
const hoa: Drawn = ['Lê Thị Hoa', 'Thanh tra', 'Hủy bỏ'];
const ba: Drawn = ['Võ Thị Ba', 'Văn phòng', 'Mở khóa'];

const kept = (...forms: Form[]) => {
  const { forms: left, problems } = withoutCopies(forms);
  return {
    forms: left.map(({ attachment }) => attachment),
    differences: problems.map(({ difference }) => difference),
  };
};

describe('copies of one form', () => {
  test('are one, and the workbook is taken, then the fields, wherever they stand', () => {
    const xlsx = form('xlsx', 'a.xlsx', an, hoa);
    const fields = form('pdf-fields', 'b.pdf', an, hoa);
    const text = form('pdf-text', 'c.pdf', an, hoa);
    expect(kept(text, fields, xlsx)).toEqual({ forms: ['a.xlsx'], differences: [] });
    expect(kept(text, fields)).toEqual({ forms: ['b.pdf'], differences: [] });
  });

  test('are the same whatever a page made of spaces and lines', () => {
    const page = form('pdf-text', 'b.pdf', ['Nguyễn Văn\nAn', 'Văn  phòng', 'Cấp mới hộp\nthư.'], hoa);
    expect(kept(form('xlsx', 'a.xlsx', an, hoa), page)).toEqual({ forms: ['a.xlsx'], differences: [] });
  });

  test.each<[string, Drawn, string]>([
    [
      'a name',
      ['Nguyễn Văn Ân', 'Văn phòng', 'Cấp mới hộp thư'],
      'a.xlsx: “Nguyễn Văn An” (dòng 1) / b.pdf: “Nguyễn Văn Ân” (dòng 1)',
    ],
    [
      'a letter of a name',
      ['Nguyễn Văn Anh', 'Văn phòng', 'Cấp mới hộp thư'],
      'a.xlsx: “Nguyễn Văn An” (dòng 1) / b.pdf: “Nguyễn Văn Anh” (dòng 1)',
    ],
    [
      'a unit',
      ['Nguyễn Văn An', 'Thanh tra', 'Cấp mới hộp thư'],
      'a.xlsx: “Văn phòng” (dòng 1) / b.pdf: “Thanh tra” (dòng 1)',
    ],
    [
      'a wish',
      ['Nguyễn Văn An', 'Văn phòng', 'Hủy bỏ hộp thư'],
      'a.xlsx: “Cấp mới hộp thư” (dòng 1) / b.pdf: “Hủy bỏ hộp thư” (dòng 1)',
    ],
    [
      'a wish that is missing',
      ['Nguyễn Văn An', 'Văn phòng', ''],
      'a.xlsx: “Cấp mới hộp thư” (dòng 1) / b.pdf: –',
    ],
  ])('that differ in %s are told, and nobody chooses between them', (_, other, difference) => {
    for (const rest of [[], [hoa]])
      expect(kept(form('xlsx', 'a.xlsx', an, ...rest), form('pdf-text', 'b.pdf', other, ...rest))).toEqual({
        forms: ['a.xlsx', 'b.pdf'],
        differences: [difference],
      });
  });

  test.each(['division', 'unitGroup', 'formerUnit'] as const)('that differ in a %s are told', (column) => {
    const within = (source: FormSource, file: string, text: string): Form => {
      const drawn = form(source, file, an, hoa);
      return { ...drawn, rows: drawn.rows.map((row) => ({ ...row, [column]: { text, where: row.where } })) };
    };
    const [a, b] = [within('xlsx', 'a.xlsx', 'Khoa Nội'), within('pdf-text', 'b.pdf', 'Khoa Ngoại')];
    const difference = 'a.xlsx: “Khoa Nội” (dòng 1) / b.pdf: “Khoa Ngoại” (dòng 1)';
    expect(kept(a, b)).toEqual({ forms: ['a.xlsx', 'b.pdf'], differences: [difference] });
    // Two files of one kind, of which nothing says that they are one.
    const other = within('xlsx', 'khac.xlsx', 'Khoa Ngoại');
    expect(kept(a, other)).toEqual({ forms: ['a.xlsx', 'khac.xlsx'], differences: [] });
  });

  test('with a row more or less differ', () => {
    expect(kept(form('xlsx', 'a.xlsx', an, hoa), form('pdf-text', 'b.pdf', an)).differences).toEqual([
      'a.xlsx: “Lê Thị Hoa” (dòng 2) / b.pdf: –',
    ]);
  });

  test('of the same kind are known by their names', () => {
    const other: Drawn = ['Nguyễn Văn An', 'Văn phòng', 'Hủy bỏ'];
    expect(
      kept(form('xlsx', 'phiếu.xlsx', an), form('xlsx', 'Phieu (1).xlsx', other)).differences,
    ).toHaveLength(1);
    expect(
      kept(form('pdf-text', 'phiếu.pdf', an), form('pdf-text', 'phieu_signed.pdf', other)).differences,
    ).toHaveLength(1);
  });
});

describe('two versions of one form, of one kind', () => {
  const khoa: Drawn = ['Phạm Văn Hòa', 'Thanh tra', 'Hủy bỏ'];
  const first = form('docx', 'Phieu.docx', an, hoa, ba);

  test.each<[string, Drawn[], string]>([
    [
      'another person in a row',
      [an, khoa, ba],
      'Phieu.docx: “Lê Thị Hoa” (dòng 2) / Phieu_sua.docx: “Phạm Văn Hòa” (dòng 2)',
    ],
    ['a row less', [an, ba], 'Phieu.docx: “Lê Thị Hoa” (dòng 2) / Phieu_sua.docx: “Võ Thị Ba” (dòng 2)'],
    ['a row more', [an, hoa, ba, khoa], 'Phieu.docx: – / Phieu_sua.docx: “Phạm Văn Hòa” (dòng 4)'],
    ['one row left', [hoa], 'Phieu.docx: “Nguyễn Văn An” (dòng 1) / Phieu_sua.docx: “Lê Thị Hoa” (dòng 1)'],
    [
      'another wish in a row',
      [an, [hoa[0], hoa[1], 'Khóa'], ba],
      'Phieu.docx: “Hủy bỏ” (dòng 2) / Phieu_sua.docx: “Khóa” (dòng 2)',
    ],
  ])('with %s are told, and nobody chooses between them', (_, rows, difference) => {
    expect(kept(first, form('docx', 'Phieu_sua.docx', ...rows))).toEqual({
      forms: ['Phieu.docx', 'Phieu_sua.docx'],
      differences: [difference],
    });
  });

  test('are one where they ask the same in other spaces and signs', () => {
    const again = form('docx', 'gui lai.docx', an, ['Lê Thị  Hoa', 'Thanh tra.', 'Hủy bỏ.'], ba);
    expect(kept(first, again)).toEqual({ forms: ['Phieu.docx'], differences: [] });
  });

  test('are one with the notes of both', () => {
    const noted = (file: string, text: string): Form => {
      const drawn = form('docx', file, an, hoa, ba);
      return { ...drawn, rows: drawn.rows.map((row) => ({ ...row, note: placed(text, row.where) })) };
    };
    const { forms, problems } = withoutCopies([
      noted('Phieu.docx', 'Gấp'),
      noted('Phieu_sua.docx', 'Tạm hoãn'),
    ]);
    expect(problems).toEqual([]);
    expect(forms).toMatchObject([
      {
        attachment: 'Phieu.docx',
        rows: [{ note: { text: 'Gấp' }, remarks: [{ text: 'Tạm hoãn' }] }, {}, {}],
      },
    ]);
  });

  test('are told of two files of one name, and of two sheets of one file', () => {
    const { problems } = withoutCopies([first, form('docx', 'Phieu.docx', an, khoa, ba)]);
    expect(problems).toMatchObject([{ code: 'forms-disagree', attachment: 'Phieu.docx' }]);
  });

  test('are none where a sheet only holds an earlier request', () => {
    const sheet = { text: 'Tháng 10', where: 'A1' };
    const earlier = { ...first, rows: first.rows.map((row) => ({ ...row, caution: sheet })) };
    expect(kept(earlier, form('docx', 'Phieu.docx', an, khoa, ba)).differences).toEqual([]);
  });
});

describe('two forms', () => {
  test('of one kind, two parts of a list, are two requests', () => {
    expect(kept(form('docx', 'phan A.docx', an, hoa), form('docx', 'phan B.docx', ba))).toEqual({
      forms: ['phan A.docx', 'phan B.docx'],
      differences: [],
    });
  });

  test('of two offices, each with one of the same name, are two requests', () => {
    const snv = { ...form('docx', 'snv.docx', an), unit: { text: 'Sở Nội vụ', where: 'A1' } };
    const others: Drawn[] = [
      ['Nguyễn Văn An', 'Thanh tra', an[2]],
      ['Nguyễn Văn Ân', an[1], an[2]],
    ];
    for (const other of others)
      expect(kept(snv, form('docx', 'syt.docx', other))).toEqual({
        forms: ['snv.docx', 'syt.docx'],
        differences: [],
      });
  });

  test('about other people are two requests', () => {
    expect(kept(form('xlsx', 'a.xlsx', an), form('pdf-text', 'b.pdf', ba))).toEqual({
      forms: ['a.xlsx', 'b.pdf'],
      differences: [],
    });
  });

  test('of one kind about the same person are two requests: its rows are judged together', () => {
    const other: Drawn = ['Nguyễn Văn An', 'Văn phòng', 'Cấp lại mật khẩu'];
    expect(kept(form('xlsx', 'a.xlsx', an), form('xlsx', 'b.xlsx', other))).toEqual({
      forms: ['a.xlsx', 'b.xlsx'],
      differences: [],
    });
  });

  test('a wish that differs is told before a unit that does', () => {
    const snv = { ...form('xlsx', 'a.xlsx', an), unit: { text: 'Sở Nội vụ', where: 'A1' } };
    const other = form('pdf-text', 'b.pdf', [an[0], an[1], 'Hủy bỏ']);
    const page = { ...other, unit: { text: 'Sở Nội vụ tỉnh', where: 'trang 1 dòng 1' } };
    expect(kept(snv, page).differences).toEqual([
      'a.xlsx: “Cấp mới hộp thư” (dòng 1) / b.pdf: “Hủy bỏ” (dòng 1)',
    ]);
  });

  test('of other units with the same people differ', () => {
    const snv = { ...form('xlsx', 'a.xlsx', an), unit: { text: 'Sở Nội vụ', where: 'A1' } };
    const page = form('pdf-text', 'b.pdf', ['Nguyễn Văn\nAn', 'Văn phòng', 'Cấp mới hộp thư']);
    const syt = { ...page, unit: { text: 'Sở Y tế', where: 'trang 1 dòng 1' } };
    expect(kept(snv, syt).differences).toEqual([
      'a.xlsx: “Sở Nội vụ” (A1) / b.pdf: “Sở Y tế” (trang 1 dòng 1)',
    ]);
  });
});
