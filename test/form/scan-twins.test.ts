import { describe, expect, test } from 'vitest';
import { withScans } from '../../src/form/scan-twins.ts';
import { scannedWords } from '../../src/form/scan-words.ts';
import type { Form, FormSource } from '../../src/model/form.ts';
import { distance } from '../../src/text/distance.ts';

/** `Tên | đơn vị | đề nghị` a row. */
const form = (source: FormSource, rows: readonly string[]): Form => ({
  ...{ source, attachment: source === 'xlsx' ? 'a.xlsx' : 'a.pdf' },
  ...{ unit: null, requester: null, position: null, phone: null, content: null, skipped: [] },
  rows: rows.map((row, index) => {
    const [fullName, unit, wish] = row.split(' | ').map((text) => ({ text, where: `dòng ${index + 1}` }));
    const blank = { position: null, phone: null, address: null, newAddress: null, note: null };
    return {
      ...{ number: index + 1, where: `dòng ${index + 1}`, ...blank },
      ...{ fullName: fullName ?? null, unit: unit ?? null, wish: wish ?? null },
    };
  }),
});

const written = ['Trần Văn Nam | Sở Nội vụ | Cấp mới', 'Lê Thị Kim Hoa | Thanh tra Sở | Hủy bỏ hộp thư'];

/** All words surely recognised but those that are told, with how surely these were. */
const scanOf = (rows: readonly string[], sure = 92, unsure: Readonly<Record<string, number>> = {}) => ({
  ...{ form: form('pdf-scan', rows), sure, outside: [], strokes: [], whole: true },
  sureness: [
    ...rows.flatMap((row) => scannedWords(row).map((word) => [word, 96] as const)),
    ...Object.entries(unsure),
  ],
});

const compare = (...scan: Parameters<typeof scanOf>) => withScans([form('xlsx', written)], [scanOf(...scan)]);

test.each([
  ['other accents', ['Trấn Văn Nam | SỚ Nội vụ | Cấp mớí', 'Lê Thì Kim Hoa | Thanh tra SỞ | Húy bó hộp thư']],
  [
    'words torn apart or grown together',
    ['TrầnVăn Nam | Sở Nội vụ | Cấpmới', 'Lê Thị Kim Hoa | Tha nh tra Sở | Hủy bỏ hộpthư'],
  ],
  ['words that were not recognised', ['Trần Nam | Nội vụ | Cấp', 'Lê Thị Kim Hoa | Sở | Hủy bỏ']],
])('%s are slips of recognition', (_, rows) => {
  expect(compare(rows)).toMatchObject({ forms: [{ source: 'xlsx' }], problems: [] });
});

test.each([
  ['another wish', ['Trần Văn Nam | Sở Nội vụ | Cấp lại', written[1] ?? ''], 'Cấp lại'],
  [
    'a wish turned round',
    [written[0] ?? '', 'Lê Thị Kim Hoa | Thanh tra Sở | Không hủy bỏ hộp thư'],
    'Không hủy bỏ',
  ],
  ['another name', ['Trần Văn Hùng | Sở Nội vụ | Cấp mới', written[1] ?? ''], 'Trần Văn Hùng'],
  ['another unit', ['Trần Văn Nam | Sở Tài chính | Cấp mới', written[1] ?? ''], 'Sở Tài chính'],
  ['one person more', [...written, 'Phạm Quốc Việt | Sở Nội vụ | Cấp mới'], 'Phạm Quốc Việt'],
  ['one person less', [written[0] ?? ''], 'Lê Thị Kim Hoa'],
])('%s on the scan is a difference', (_, rows, told) => {
  const [problem] = compare(rows).problems;
  expect([problem?.code, problem?.attachment]).toEqual(['forms-disagree', 'a.xlsx, a.pdf']);
  expect(problem?.difference).toContain(told);
});

test('a wish that lacks a word on the scan is handed on with both, for who understands them', () => {
  const unlock = ['Trần Văn Nam | Sở Nội vụ | Mở khóa hộp thư'];
  const lock = ['Trần Văn Nam | Sở Nội vụ | Khóa hộp thư'];
  const compared = withScans([form('xlsx', unlock)], [scanOf(lock)]);
  expect(compared.problems).toEqual([]);
  expect(compared.scannedWishes).toMatchObject([
    {
      row: { wish: { text: 'Mở khóa hộp thư' } },
      wish: { text: 'Khóa hộp thư' },
      problem: { code: 'forms-disagree', attachment: 'a.xlsx, a.pdf' },
    },
  ]);
  expect(compared.scannedWishes[0]?.problem.difference).toContain('“Khóa hộp thư”');
  expect(withScans([form('xlsx', unlock)], [scanOf(lock, 92, { khóa: 50 })]).scannedWishes).toEqual([]);
  // A tone that was lost makes no other word of it.
  const renewed = ['Trần Văn Nam | Sở Nội vụ | Cấp mới mật khẩu'];
  const made = scanOf(['Trần Văn Nam | Sở Nội vụ | Câp mới'], 92, { câp: 80 });
  expect(withScans([form('xlsx', renewed)], [made]).scannedWishes).toHaveLength(1);
  expect(compare(written).scannedWishes).toEqual([]);
});

test('letters taken for others are slips where they were not recognised with certainty', () => {
  const rows = ['Trân Vàn Narn | SO Nôi vu | Câp mđi', 'Lê Thj Kim Hoa | Thanh lra Sở | Hủy bó hộp thu'];
  expect(compare(rows, 92, { vàn: 50, narn: 50, mđi: 50, thj: 50, lra: 50 }).problems).toEqual([]);
  expect(compare(rows).problems).toMatchObject([{ code: 'forms-disagree' }]);
});

test('what was recognised without certainty tells nothing against a form', () => {
  const rows = ['Trần Văn Hùng | Sở Nội vụ | Cấp mới', written[1] ?? ''];
  expect(compare(rows, 92, { hùng: 50 }).problems).toEqual([]);
  expect(compare(rows, 60).problems).toEqual([]);
});

test('what is no Vietnamese word is another one only where it was recognised very surely', () => {
  const rename = ['Trần Văn Nam | Sở Nội vụ | Đổi tên truy cập thành hoamoi.snv'];
  const seen = ['Trần Văn Nam | Sở Nội vụ | Đổi tên truy cập thành hnamai.snv'];
  const told = (sure: number) =>
    withScans([form('xlsx', rename)], [scanOf(seen, 92, { hnamai: sure })]).problems.length;
  expect([told(80), told(96)]).toEqual([0, 1]);
  expect(
    compare(['Trần Văn Nam | 3ơ Nội vụ | Cấp mới', written[1] ?? ''], 92, { '3ơ': 87 }).problems,
  ).toEqual([]);
});

test('a letter of a long word that is none, and an n for a u, are slips', () => {
  const before = ['Đinh Minh Châu | Sở Nội vụ | Cấp lại mật khẩu hộp thư dmchau.snv'];
  const seen = (name: string, wish: string) => [`${name} | Sở Nội vụ | ${wish}`];
  const told = (rows: readonly string[], unsure: Record<string, number>) =>
    withScans([form('xlsx', before)], [scanOf(rows, 92, unsure)]).problems.length;
  const wish = 'Cấp lại mật khẩu hộp thư dmchau.snv';
  expect(told(seen('Đinh Minh Chân', wish), { chân: 80 })).toBe(0);
  expect(told(seen('Đinh Minh Chân', wish), { chân: 96 })).toBe(1);
  expect(told(seen('Đinh Minh Châu', wish.replace('khẩu', 'khẩn')), { khẩn: 96 })).toBe(0);
  expect(told(seen('Đinh Minh Châu', wish.replace('dmchau', 'dmchsu')), { dmchsu: 96 })).toBe(0);
  expect(told(seen('Đinh Minh Châu', wish.replace('dmchau', 'dmthsu')), { dmthsu: 96 })).toBe(1);
});

test('a name with other accents is another one where they were recognised very surely', () => {
  const rows = ['Trần Văn Năm | Sở Nội vụ | Cấp mới', written[1] ?? ''];
  expect(compare(rows).problems).toMatchObject([{ code: 'forms-disagree' }]);
  expect(compare(rows, 92, { năm: 80 }).problems).toEqual([]);
});

test('a name in place of another is told, though a speck stands before it', () => {
  const rows = ['(trương Quốc Bảo | Sở Nội vụ | Cấp mới', written[1] ?? ''];
  expect(compare(rows).problems[0]?.difference).toContain('trương Quốc Bảo');
});

test('a short word beside one that both have is no piece of it', () => {
  const [, hoa = ''] = written;
  const before = ['Trương Hoàng Hùng | Sở Nội vụ | Cấp mới', hoa];
  const { problems } = withScans(
    [form('xlsx', before)],
    [scanOf(['Lê Hoàng Tư | Sở Nội vụ | Cấp mới', hoa], 92, { lê: 50 })],
  );
  expect(problems[0]?.difference).toContain('Lê Hoàng Tư');
});

test('a row that stands outside the table on the scan is not missing from it', () => {
  const [first = ''] = written;
  const outside = ['2 le thi kim hoa thanh tra so huy bo hop thu'];
  const told = (more: readonly string[]) =>
    withScans([form('xlsx', written)], [{ ...scanOf([first]), outside: more }]).problems.length;
  expect([told(outside), told([]), told(['le thi kim hoa'])]).toEqual([0, 1, 1]);
});

test('a scan of other people is a form of its own where it was recognised surely', () => {
  const rows = ['Phạm Quốc Việt | Sở Nội vụ | Cấp mới'];
  expect(compare(rows).forms).toHaveLength(2);
  expect(compare(rows, 60)).toMatchObject({
    forms: [{ source: 'xlsx' }],
    problems: [{ code: 'form-scanned' }],
  });
});

test.each([
  ['', '', 0],
  ['moi', 'moi', 0],
  ['moi', 'lai', 2],
  ['tra', 'ua', 2],
  ['nguyen', 'nguyn', 1],
  ['', 'abc', 3],
] as const)('from %j to %j it is %i letters', (a, b, letters) => {
  expect([distance(a, b), distance(b, a)]).toEqual([letters, letters]);
});

describe('strokes of a pen over the table of a scan', () => {
  const struck = (rows: readonly string[], sure: number, crossed?: number) => {
    const scan = scanOf(rows, sure);
    const marked = scan.form.rows.map((row, at) =>
      at === crossed ? { ...row, crossed: true as const } : row,
    );
    return withScans(
      [form('xlsx', written)],
      [{ ...scan, form: { ...scan.form, rows: marked }, strokes: ['trang 1'] }],
    );
  };

  test.each([
    [
      'over a row',
      written,
      92,
      1,
      'a.xlsx: “Lê Thị Kim Hoa” (dòng 2) / a.pdf: có nét bút gạch trên chữ (dòng 2)',
    ],
    ['over none that was recognised', written, 92, undefined, 'a.pdf: có nét bút gạch trên chữ (trang 1)'],
    [
      'on a page badly recognised for them',
      written,
      50,
      undefined,
      'a.pdf: có nét bút gạch trên chữ (trang 1)',
    ],
    [
      'over names that were not recognised',
      ['Tr- V | Sở Nội vụ | Cấp mới'],
      50,
      0,
      'a.pdf: có nét bút gạch trên chữ (dòng 1)',
    ],
  ] as const)('%s are told', (_, rows, sure, crossed, told) => {
    expect(struck(rows, sure, crossed).problems).toMatchObject([
      { code: 'forms-disagree', difference: told },
    ]);
  });

  test('over other people stop none of the form', () => {
    const { forms, problems } = struck(['Phạm Quốc Việt | Sở Nội vụ | Cấp mới'], 92, 0);
    expect([forms.length, problems.length]).toEqual([2, 0]);
  });
});

describe('words that somebody wrote on a scan', () => {
  const placed = (text: string, where: string) => ({ text, where });
  const compareWith = (beside: string, below: string, sure: number, ownRemark = 'Kính gửi: Sở Nội vụ') => {
    const scan = scanOf(written, 92, { không: sure, riêng: sure });
    const [first, ...rows] = scan.form.rows;
    if (!first) throw new Error('no row');
    const marked = [{ ...first, remarks: [placed(beside, 'lề trang 1')] }, ...rows];
    const remarks = [placed(below, 'trang 1 dòng 18')];
    return withScans(
      [{ ...form('xlsx', written), remarks: [placed(ownRemark, 'ô A1')] }],
      [{ ...scan, form: { ...scan.form, rows: marked, remarks } }],
    ).problems.map(({ difference }) => difference);
  };

  test.each([
    ['beside a row', 'không', '', 'a.xlsx: “Trần Văn Nam” (dòng 1) / a.pdf: “không” (lề trang 1)'],
    [
      'below the table',
      'v',
      'Riêng số 2 không hủy',
      'a.xlsx: – / a.pdf: “Riêng số 2 không hủy” (trang 1 dòng 18)',
    ],
  ])('%s are told', (_, beside, below, told) => {
    expect(compareWith(beside, below, 90)).toEqual([told]);
  });

  test('are not told where they were not recognised, are ticks, or stand in the form as well', () => {
    expect(compareWith('không', 'Riêng số 2 không hủy', 50)).toEqual([]);
    expect(compareWith('v', 'Ngày 12 tháng 11', 90)).toEqual([]);
    expect(compareWith('V', 'Không tẩy xóa', 90, 'Không tẩy xóa trên phiếu này')).toEqual([]);
  });
});
