import { expect, test } from 'vitest';
import { withScans } from '../../src/form/scan-twins.ts';
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

const compare = (rows: readonly string[], sure = 92, unsure: readonly string[] = []) =>
  withScans([form('xlsx', written)], [{ form: form('pdf-scan', rows), sure, unsure, whole: true }]);

test.each([
  ['other accents', ['Trấn Văn Năm | SỚ Nội vụ | Cấp mớí', 'Lê Thị Kim Hòa | Thanh tra SỞ | Húy bó hộp thư']],
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
  const scan = { form: form('pdf-scan', ['Trần Văn Nam | Sở Nội vụ | Khóa hộp thư']), sure: 92, whole: true };
  const compared = withScans([form('xlsx', unlock)], [{ ...scan, unsure: [] }]);
  expect(compared.problems).toEqual([]);
  expect(compared.scannedWishes).toMatchObject([
    {
      row: { wish: { text: 'Mở khóa hộp thư' } },
      wish: { text: 'Khóa hộp thư' },
      problem: { code: 'forms-disagree', attachment: 'a.xlsx, a.pdf' },
    },
  ]);
  expect(compared.scannedWishes[0]?.problem.difference).toContain('“Khóa hộp thư”');
  expect(withScans([form('xlsx', unlock)], [{ ...scan, unsure: ['khoa'] }]).scannedWishes).toEqual([]);
  expect(
    withScans([form('xlsx', written)], [{ ...scan, form: form('pdf-scan', written), unsure: [] }])
      .scannedWishes,
  ).toEqual([]);
});

test('letters taken for others are slips where they were not recognised with certainty', () => {
  const rows = ['Trân Vàn Narn | SO Nôi vu | Câp mđi', 'Lê Thj Kim Hoa | Thanh lra Sở | Hủy bó hộp thu'];
  expect(compare(rows, 92, ['narn', 'mdi', 'thj', 'lra']).problems).toEqual([]);
  expect(compare(rows).problems).toMatchObject([{ code: 'forms-disagree' }]);
});

test('what was recognised without certainty tells nothing against a form', () => {
  const rows = ['Trần Văn Hùng | Sở Nội vụ | Cấp mới', written[1] ?? ''];
  expect(compare(rows, 92, ['hung']).problems).toEqual([]);
  expect(compare(rows, 60).problems).toEqual([]);
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
