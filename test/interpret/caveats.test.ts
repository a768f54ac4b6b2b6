import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withCaveats } from '../../src/interpret/caveats.ts';
import { interpretForms, interpretRow } from '../../src/interpret/interpret.ts';
import { sentencesOf } from '../../src/interpret/sentences.ts';
import type { Form, FormRow } from '../../src/model/form.ts';
import { isHeldOn } from './held.ts';

/*
 * What stands beside a form of four rows, in it or in the letter, and which rows it leaves open.
 */
const context = { today: '2026-11-24' };
const isHeld = isHeldOn(context.today);
const people: readonly [string, string][] = [
  ['Lâm Quốc Bảo', 'Cấp lại mật khẩu'],
  ['Đặng Thị Mỹ Duyên', 'Cấp lại mật khẩu'],
  ['Nguyễn Văn Hùng', 'Hủy bỏ hộp thư'],
  ['Huỳnh Thị Kim Ngân', 'Cấp mới'],
];
const rowOf = ([name, wish]: [string, string], at: number): FormRow => ({
  ...{ number: at + 1, where: `dòng ${at + 1}`, unit: null, position: null, phone: null },
  ...{ address: null, newAddress: null, note: null },
  fullName: { text: name, where: '' },
  wish: { text: wish, where: '' },
});
const items = people.map((one, at) => interpretRow(rowOf(one, at), context));
const leftOpen = async (text: string, among = items): Promise<number[]> =>
  (await withCaveats(among, sentencesOf([{ text, where: 'thư' }]), context)).flatMap(({ row, wish }) =>
    isHeld(wish) ? [row.number] : [],
  );

/** Sentences, each after the numbers of the rows that it leaves open. */
const samples = readFileSync(new URL('./caveats.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line): [string, string] => {
    const [rows = '', ...text] = line.split(' | ');
    const numbers = { all: '1,2,3,4', '-': '' }[rows] ?? rows;
    return [numbers, text.join(' | ')];
  });

describe('words beside a form', () => {
  test.each(samples)('leave open %s: %s', async (rows, text) => {
    expect((await leftOpen(text)).join()).toBe(rows);
  });

  test.each([
    ['Các đồng chí trên nghỉ hưu từ ngày 01/12/2026.', [3]],
    ['Các đồng chí trên nghỉ hưu từ ngày 01/11/2026.', []],
  ])('%s: who is to lose a mailbox', async (text, numbers) => {
    expect(await leftOpen(text)).toEqual(numbers);
  });

  test('say that only some rows are to be done', async () => {
    expect(await leftOpen('Chỉ thực hiện dòng 1, 2.')).toEqual([3, 4]);
    expect(await leftOpen('Chỉ cấp cho đồng chí Ngân.')).toEqual([1, 2, 3]);
  });

  test('are broken by programs in mid-sentence', async () => {
    const wrapped = `Kính đề nghị quý Trung tâm xem xét, riêng đồng chí Đặng Thị Mỹ Duyên thì
tạm thời chưa thực hiện.`;
    expect(await leftOpen(wrapped)).toEqual([2]);
    const late = `Các nội dung trên kính đề nghị quý Trung tâm chỉ thực
hiện từ ngày 01/01/2027.`;
    expect(await leftOpen(late)).toEqual([1, 2, 3, 4]);
    const two = `Kính gửi quý Trung tâm phiếu của đồng chí Đặng Thị Mỹ Duyên
Xin rút lại phiếu này.`;
    expect(await leftOpen(two)).toEqual([1, 2, 3, 4]);
    const long = `${'Căn cứ các quy định hiện hành của tỉnh, '.repeat(14)}riêng đồng chí Đặng Thị Mỹ Duyên chưa thực hiện.`;
    expect(await leftOpen(long)).toEqual([2]);
    const lines = ['Các nội dung trên đề nghị Trung tâm chưa thực', 'hiện cho đến khi có văn bản.'];
    const said = (places: readonly string[]) => lines.map((text, at) => ({ text, where: places[at] ?? '' }));
    const open = async (places: readonly string[]) =>
      (await withCaveats(items, sentencesOf(said(places)), context)).filter(({ wish }) => isHeld(wish))
        .length;
    expect(await open(['cv.pdf, trang 1', 'cv.pdf, trang 2'])).toBe(4);
    expect(await open(['thư', 'cv.pdf, trang 1'])).toBe(0);
  });

  test.each([
    ['Đề nghị thực hiện từ ngày 15/12/2026.', '2026-12-15'],
    ['Các nội dung trên có hiệu lực kể từ ngày 01 tháng 01 năm 2027.', '2027-01-01'],
    ['Thực hiện từ ngày 15/12/2026 nếu được phê duyệt.', null],
    ['Chưa thực hiện trước ngày 15/12/2026.', null],
    ['Thực hiện từ ngày 15/12/2026 đến ngày 20/12/2026.', null],
  ])('date what they hold back, where they say nothing else: %s', async (text, day) => {
    const [first] = await withCaveats(items, sentencesOf([{ text, where: 'thư' }]), context);
    expect(first?.wish).toMatchObject(
      day === null ? { action: 'unclear' } : { action: 'reset-password', effectiveOn: day },
    );
  });

  test('begin below those whom a letter addresses', async () => {
    const letter = `Kính gửi: Trung tâm Công nghệ thông tin và Truyền thông
Việc hủy bỏ chỉ thực hiện sau khi Sở Nội vụ có văn bản thống nhất.`;
    expect(await leftOpen(letter)).toEqual([3]);
  });

  test('point at several rows, and from one to another', async () => {
    expect(await leftOpen('Đề nghị không thực hiện dòng 2, 3.')).toEqual([2, 3]);
    expect(await leftOpen('Các dòng số 1 đến 3 xin bỏ.')).toEqual([1, 2, 3]);
  });

  test.each([
    ['Dòng số 2 chưa thực hiện.', [2, 4]],
    ['Dòng 4 chưa thực hiện.', [4]],
    ['STT 1 và dòng 4 để sau.', [1, 3, 4]],
    ['Dòng 2 đã nghỉ hưu.', [2, 4]],
    ['Dòng 2: hủy bỏ hộp thư do nghỉ hưu.', [2, 4]],
    // Whose first row is to be done nobody knows.
    ['Chỉ thực hiện dòng 1.', [2, 3, 4]],
  ])('%s: of two tables that are numbered from 1 each', async (text, numbers) => {
    const tables = items.map((item, at) =>
      at < 2 ? item : { ...item, row: { ...item.row, written: at - 1 } },
    );
    expect(await leftOpen(text, tables)).toEqual(numbers);
  });

  test('point at rows of a longer table beside a shorter one', async () => {
    const tables = items.map((item, at) => (at < 1 ? item : { ...item, row: { ...item.row, written: at } }));
    expect(await leftOpen('Chỉ thực hiện dòng 2.', tables)).toEqual([1, 2, 4]);
    expect(await leftOpen('Dòng 2 chưa thực hiện.', tables)).toEqual([2, 3]);
  });
});

test('the letter is heeded in both of its alternatives, its subject, and a covering letter', async () => {
  const fields = { unit: null, requester: null, position: null, phone: null, content: null };
  const form: Form = {
    source: 'xlsx',
    attachment: 'a.xlsx',
    ...fields,
    rows: people.map(rowOf),
    skipped: [],
  };
  const open = async (said: object): Promise<number[]> => {
    const [request] = await interpretForms({ forms: [form], text: 'Kính gửi phiếu.', ...said }, context);
    return (request?.items ?? []).flatMap(({ row, wish }) => (isHeld(wish) ? [row.number] : []));
  };
  const words = 'Riêng đồng chí Duyên chưa thực hiện.';
  expect(await open({})).toEqual([]);
  expect(await open({ alternative: words })).toEqual([2]);
  expect(await open({ covering: [{ text: words, where: 'cv.docx, đoạn 3' }] })).toEqual([2]);
  expect(await open({ subject: 'Hoãn: Phiếu yêu cầu hủy hộp thư' })).toEqual([1, 2, 3, 4]);
  expect(await open({ subject: 'Phiếu yêu cầu hủy hộp thư' })).toEqual([]);
  expect(await open({ cut: true })).toEqual([1, 2, 3, 4]);
  expect(await open({ cut: true, forms: [{ ...form, source: 'body' }] })).toEqual([]);
});

describe('what the letter or the file is called', () => {
  const held = async (subject: string, file: string): Promise<boolean> => {
    const fields = { unit: null, requester: null, position: null, phone: null, content: null };
    const form: Form = { source: 'xlsx', attachment: file, ...fields, rows: people.map(rowOf), skipped: [] };
    const [request] = await interpretForms({ forms: [form], text: 'Kính gửi phiếu.', subject }, context);
    return request?.items.every(({ wish }) => isHeld(wish)) ?? false;
  };

  test.each([
    'Phiếu yêu cầu - bản nháp.xlsx',
    'PYC_nhap.xlsx',
    'Ban nhap - chua gui.xlsx',
    'Du thao PYC.docx',
    'PYC (cũ).xlsx',
    'phieu cu.xls',
    'PYC cap moi (bỏ).xlsx',
    'PYC - khong dung.xlsx',
    'phieu da lam xong thang 9.xlsx',
    'Mẫu phiếu ví dụ.docx',
    'Phieu test.xlsx',
  ])('holds back the form in the file %s', async (file) => {
    expect(await held('Phiếu yêu cầu', file)).toBe(true);
  });

  test.each([
    'Mau phieu yeu cau.docx',
    'PYC cap moi, huy bo hop thu thang 11.xlsx',
    'Danh sach can bo chua cap email.xlsx',
    'Huy hop thu khong su dung.xlsx',
    'Huy hop thu cu.xlsx',
    'nhap lieu thu.xlsx',
    'Phieu yeu cau (2) final.pdf',
  ])('says nothing of the form in the file %s', async (file) => {
    expect(await held('Phiếu yêu cầu', file)).toBe(false);
  });

  test.each([
    'Phiếu yêu cầu (bản thảo, chưa ký)',
    'Xin ý kiến về phiếu yêu cầu',
    'Gửi lại để lưu: Phiếu yêu cầu đã thực hiện',
    'Đính chính: không cấp hộp thư cho người mới',
    'Phiếu test',
    'FW: tham khảo mẫu phiếu đã điền',
    'Test',
    'test phiếu',
    '[Test] Phiếu yêu cầu',
    'Re: [Nháp] Phiếu yêu cầu',
    'Thử nghiệm',
    'Lưu: Phiếu yêu cầu tháng 10/2026',
    'Phiếu yêu cầu - BẢN THAY THẾ SAU',
  ])('holds back the form below the subject %s', async (subject) => {
    expect(await held(subject, 'a.xlsx')).toBe(true);
  });

  test.each([
    'Phiếu yêu cầu (bản chính thức, đã ký)',
    'V/v hủy hộp thư không sử dụng',
    'Đề nghị cấp hộp thư cho cán bộ chưa được cấp',
    'Phiếu yêu cầu thay thế phiếu đã gửi ngày 20/11',
    'Lưu ý: Phiếu yêu cầu gấp',
    '[Sở Nội vụ] Phiếu yêu cầu',
    'Thử việc xong, đề nghị cấp hộp thư cho công chức mới',
    'Phiếu yêu cầu tháng 10/2026',
    'Không đăng nhập được hộp thư, đề nghị cấp lại mật khẩu',
  ])('says nothing of the form below the subject %s', async (subject) => {
    expect(await held(subject, 'a.xlsx')).toBe(false);
  });
});

describe('signs', () => {
  const signs = ['', ' (*)', '¹', ''];
  const signed = people.map(([name, wish], at) => rowOf([`${name}${signs[at]}`, wish], at));
  const open = async (text: string): Promise<number[]> => {
    const read = signed.map((row) => interpretRow(row, context));
    const items = await withCaveats(read, sentencesOf([{ text, where: 'bảng' }]), context);
    return items.flatMap(({ row, wish }) => (isHeld(wish) ? [row.number] : []));
  };

  test.each([
    ['(*) Chưa thực hiện, chờ quyết định', [2]],
    ['Ghi chú: * chờ quyết định', [2]],
    ['(*) Cán bộ mới', []],
    ['(**) Chờ quyết định', []],
    ['(1) Chờ quyết định', [3]],
    ['¹ Chờ quyết định', [3]],
  ])('say of which rows a line speaks: %s', async (text, numbers) => {
    expect(await open(text)).toEqual(numbers);
  });
});
