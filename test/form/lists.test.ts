import { afterAll, expect, test } from 'vitest';
import { assemble } from '../../src/form/assemble.ts';
import { readBody } from '../../src/form/body.ts';
import { openReader } from '../../src/form/form.ts';
import { type Grid, type Line, outside } from '../../src/form/grid.ts';
import { withLists } from '../../src/form/lists.ts';
import { interpretForms } from '../../src/interpret/interpret.ts';
import type { Form } from '../../src/model/form.ts';
import { attached, file, letter, plain } from './letters.ts';
import { shown } from './shown.ts';

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

const read = (name: string) =>
  reader.read(letter(plain('Gửi phiếu.'), attached('Phiếu.docx', file(`shapes/${name}.docx`))));

const both = [
  '1 | Nguyễn Văn An | Phòng Tổ chức | cấp mới hộp thư',
  '2 | Lê Văn Tư | Thanh tra | cấp lại mật khẩu',
];

/** Word's documents without a table, and the rows of their form. */
test.each([
  ['typed', both],
  ['numbered', both],
  ['bulleted', both],
  ['labelled', both],
  [
    'announced',
    ['1 | Nguyễn Văn An | Phòng Tổ chức | cấp mới hộp thư', '2 | Lê Văn Tư | Thanh tra | cấp mới hộp thư'],
  ],
  ['goes-on', [both[0], '2 | Lê Văn Tư | Thanh tra | hủy bỏ hộp thư']],
  ['half', []],
])('%s.docx: the list is the rows', async (name, rows) => {
  const { forms } = await read(name);
  expect(forms.map((form) => shown(form))).toEqual([
    { fields: 'SỞ NỘI VỤ | Lê Thị Hoa | Chánh Văn phòng | 0297 3862 001 | –', rows, skipped: [] },
  ]);
});

test('a covering letter that lists people is no form', async () => {
  const reading = await read('covering');
  expect(reading.forms.flatMap(({ rows }) => rows)).toEqual([]);
});

/** What is understood of forms, a word for each row. */
async function asked(forms: readonly Form[]): Promise<string[]> {
  const read = await interpretForms({ forms, text: 'Kính gửi phiếu.' }, { today: '2026-11-30' });
  return read.flatMap(({ items }) => items.map(({ wish }) => wish.action));
}

test('a paragraph of Word below an item is no part of its wish, and its condition is heard', async () => {
  expect(await asked((await read('goes-on')).forms)).toEqual(['create', 'unclear']);
});

type Paragraph = string | (Partial<Line> & { text: string });

/** Paragraphs of Word below each other; `''` is a blank one. */
function paragraphsOf(paragraphs: readonly Paragraph[]): Grid {
  const lines = paragraphs.flatMap((one, index): Line[] => {
    const { text, ...rest } = typeof one === 'string' ? { text: one } : one;
    const row = index + 1;
    const place = { row, lastRow: row, column: outside + 1, lastColumn: outside + 1 };
    const cell = { text, kind: 'text', struck: false, where: `đoạn ${row}`, ...place } as const;
    return text === '' ? [] : [{ row, cells: [cell], unseen: null, ...rest }];
  });
  return { lines, place: (row) => `đoạn ${row}` };
}

/** What is understood of a form with these paragraphs below its head. */
function ofWord(...paragraphs: Paragraph[]): Promise<string[]> {
  const grid = paragraphsOf(['PHIẾU YÊU CẦU', 'Đơn vị: Sở Nội vụ', '', ...paragraphs]);
  const assembled = assemble([grid], 'docx', 'a.docx');
  return asked(assembled.secret ? [] : assembled.forms);
}

const an = '1. Nguyễn Văn An - Phòng Tổ chức - cấp mới hộp thư';
const tu = '2. Lê Văn Tư - Thanh tra - hủy bỏ hộp thư';
const bay = '3. Trần Văn Bảy - Thanh tra - cấp lại mật khẩu';
const notYet = [{ text: 'chưa làm', where: 'chú thích' }];

test.each<[string, Paragraph[], string[]]>([
  [
    'who is to be kept',
    [an, tu, bay, 'Đề nghị giữ lại hộp thư của ông Tư.'],
    ['create', 'unclear', 'unclear'],
  ],
  [
    'that none is done',
    [an, tu, 'Các trường hợp trên chưa thực hiện, chờ quyết định.'],
    ['unclear', 'unclear'],
  ],
  ['of another row', [an, tu, 'Dòng 1 chưa làm vì đang chờ quyết định'], ['unclear', 'unclear']],
  ['of the next', [an, '(ông Tư tạm thời chưa hủy)', tu], ['unclear', 'unclear']],
  ['when, twice', [an, tu, 'theo quy định', 'sau khi có quyết định nghỉ hưu'], ['create', 'unclear']],
  ['in a comment', [an, tu, { text: 'theo quy định.', beside: notYet }], ['unclear', 'unclear']],
  ['in a hidden note', [an, tu, { text: 'theo quy định.', noted: notYet }], ['create', 'unclear']],
  ['with a line drawn over it', [an, tu, { text: 'theo quy định.', crossed: true }], ['create', 'unclear']],
  ['a login', [an, '(tên đăng nhập: nvan.snv)', tu], []],
  ['an address', [an, tu, 'lvtu2@kiengiang.gov.vn'], []],
  ['nothing against it', [an, tu, 'theo quy định.'], ['create', 'cancel']],
  ['a farewell', [an, tu, 'Rất mong Trung tâm quan tâm giải quyết.'], ['create', 'cancel']],
])('what a paragraph below an item says is heard: %s', async (_, paragraphs, heard) => {
  expect(await ofWord(...paragraphs)).toEqual(heard);
});

test.each([
  ['Đề nghị giữ lại hộp thư của ông Tư.', ['create', 'unclear', 'unclear']],
  ['Dòng 1 chưa làm', ['unclear', 'cancel', 'unclear']],
  ['công vụ', ['create', 'cancel', 'reset-password']],
])('a line of a letter that may go on in an item is heard by itself, too: “%s”', async (line, heard) => {
  const text = `Sở Nội vụ đề nghị:\n${an}\n${tu}\n${bay} hộp thư\n${line}\n\nTrân trọng.`;
  const { forms } = readBody({ subject: '', plain: text, lines: null, isHtml: false });
  expect(await asked(forms)).toEqual(heard);
});

test('a line that no item is as long as is none, and not looked at for long', () => {
  const text = `2. Lê Văn Tư${' '.repeat(30_000)}x - Thanh tra - hủy bỏ hộp thư`;
  const started = performance.now();
  expect(withLists(paragraphsOf([an, text]), 'whole')).toBeNull();
  expect(performance.now() - started).toBeLessThan(1000);
});
