import { describe, expect, test } from 'vitest';
import { withCaveats } from '../../src/interpret/caveats.ts';
import { interpretForms, interpretRow } from '../../src/interpret/interpret.ts';
import type { Form, FormRow } from '../../src/model/form.ts';

/*
 * What stands beside a form of four rows, in it or in the letter, and which rows it leaves open.
 */
const context = { today: '2026-11-24' };
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
const leftOpen = async (text: string): Promise<number[]> =>
  (await withCaveats(items, [{ text, where: 'thư' }], context)).flatMap(({ row, wish }) =>
    wish.action === 'unclear' ? [row.number] : [],
  );

const second = `Đồng chí Đặng Thị Mỹ Duyên nghỉ hưu từ ngày 01/12/2026.
Riêng đồng chí Đặng Thị Mỹ Duyên tạm thời chưa thực hiện.
Bỏ dòng số 2.
Dòng số 2 bỏ.
dong so 2 bo
Bo dong so 2, khong lam
Trừ đồng chí Duyên đã chuyển công tác.
Danh sách trên trừ trường hợp số 2.
Đ/c Duyên thôi không cần nữa.
rieng dc Duyen chua thuc hien
Chị Duyên để sau.
Hàng số 2 gạch bỏ.
Số thứ tự 2: nhầm, xin bỏ.
Đề nghị hủy bỏ hộp thư của bà Đặng Thị Mỹ Duyên.
Đồng chí Duyên: mật khẩu đã cấp lại rồi.
Người thứ 2 không làm.
Không cấp cho đồng chí Duyên.
Trường hợp của chị Duyên xin để lại, khi nào cần sẽ báo sau.`.split('\n');

const all = `Vui lòng rút lại phiếu này.
Trung tâm vui lòng chưa thực hiện phiếu này.
Do phải rà soát lại nên Sở xin rút danh sách này.
Xin rut lai phieu.
Phieu nay la ban nhap.
Khoan hay xu ly.
Xin dừng thực hiện phiếu này.
Đề nghị Trung tâm bỏ qua phiếu này.
Phiếu này không còn giá trị.
Xin rút lại phiếu này.
Phiếu này là bản nháp.
Gửi trước để Trung tâm xem, chưa thực hiện.
Khoan hãy xử lý, chờ công văn chính thức.
Đề nghị chờ ý kiến lãnh đạo rồi mới thực hiện.
Chỉ thực hiện từ ngày 01/01/2027.
Các nội dung trên có hiệu lực từ ngày 01/01/2027.
DỰ THẢO
Không thực hiện các trường hợp trên.
Đề nghị hủy yêu cầu này.
Dòng cuối bỏ.
Hai dòng đầu bỏ.`.split('\n');

const none = `Mọi thắc mắc xin gọi chị Duyên, không gọi số tổng đài.
Cac can bo de nghi cap hop thu co ten tren.
Dong thoi cap lai mat khau, nguoi su dung doi ngay.
Căn cứ Quyết định 12/QĐ-UBND có hiệu lực từ ngày 01/12/2026, Sở đề nghị cấp hộp thư.
Đề nghị xử lý sớm để kịp nhận văn bản từ ngày 01/12/2026.
Hạn xử lý đến 17h ngày 30/11/2026.
Đề nghị hủy phiếu đã gửi ngày 20/11/2026, thực hiện theo phiếu này.
Do lần trước Trung tâm chưa thực hiện nên Sở gửi lại.
Sở Nội vụ đề nghị Trung tâm hỗ trợ thực hiện các nội dung theo phiếu đính kèm.
Đề nghị Trung tâm thực hiện và thông báo kết quả trước ngày 30/11/2026.
Nếu có vướng mắc, xin liên hệ đồng chí Huỳnh Thị Kim Ngân, ĐT 0297 3000 109.
Khi có kết quả xin thông báo cho đồng chí Nguyễn Văn Hùng.
Ghi chú: Các trường hợp không ghi rõ nội dung đề nghị sẽ không được giải quyết.
Lưu ý: Phiếu không có chữ ký của Chánh Văn phòng thì không được thực hiện.
(Ghi rõ: Cấp mới, thay đổi, hủy bỏ hộp thư...)
Nơi nhận: - Như trên; - Lưu: VT.
Do đồng chí Nguyễn Văn Hùng nghỉ hưu từ ngày 01/11/2026 nên đề nghị hủy bỏ hộp thư của đồng chí Hùng.
Sở đề nghị cấp lại mật khẩu cho 02 trường hợp, hủy bỏ 01 hộp thư và cấp mới 01 hộp thư.
Hiện nay đơn vị chưa được cấp hộp thư, đề nghị cấp mới.
Hiện đồng chí Kim Ngân chưa có hộp thư công vụ.
Một số cán bộ chưa thực hiện đổi mật khẩu lần đầu nên bị khóa.
Danh sách gồm 04 người, không có trường hợp trùng tên.
Ông Lâm Quốc Bảo và bà Đặng Thị Mỹ Duyên quên mật khẩu, đề nghị cấp lại.
CHÁNH VĂN PHÒNG Huỳnh Thị Kim Ngân
Trường hợp trùng tên thì cấp theo số thứ tự 1, 2, 3.
Dòng số 3: đồng chí đã nghỉ hưu.
Trường hợp số 1 và số 2 quên mật khẩu.
Sau khi hủy bỏ hộp thư đề nghị gửi dữ liệu về Sở.
Gửi lại phiếu đã chỉnh sửa dòng số 2.
Đã xóa các dòng đã thực hiện, chỉ gửi lại các dòng còn lại.
Từ ngày 01/12/2026 Sở chuyển trụ sở về số 12 Nguyễn Công Trứ.
Phiếu này được gửi từ hộp thư công vụ của đơn vị, không gửi bản giấy.`.split('\n');

describe('words beside a form', () => {
  test.each(second)('%s: the second row', async (text) => expect(await leftOpen(text)).toEqual([2]));
  test.each(all)('%s: all rows', async (text) => expect(await leftOpen(text)).toEqual([1, 2, 3, 4]));
  test.each(none)('%s: no row', async (text) => expect(await leftOpen(text)).toEqual([]));

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
      (await withCaveats(items, said(places), context)).filter(({ wish }) => wish.action === 'unclear')
        .length;
    expect(await open(['cv.pdf, trang 1', 'cv.pdf, trang 2'])).toBe(4);
    expect(await open(['thư', 'cv.pdf, trang 1'])).toBe(0);
  });

  test('point at several rows, and from one to another', async () => {
    expect(await leftOpen('Đề nghị không thực hiện dòng 2, 3.')).toEqual([2, 3]);
    expect(await leftOpen('Các dòng số 1 đến 3 xin bỏ.')).toEqual([1, 2, 3]);
  });
});

test('the letter is heeded in both of its alternatives, and a covering letter', async () => {
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
    return (request?.items ?? []).flatMap(({ row, wish }) => (wish.action === 'unclear' ? [row.number] : []));
  };
  const words = 'Riêng đồng chí Duyên chưa thực hiện.';
  expect(await open({})).toEqual([]);
  expect(await open({ alternative: words })).toEqual([2]);
  expect(await open({ covering: [{ text: words, where: 'cv.docx, đoạn 3' }] })).toEqual([2]);
  expect(await open({ cut: true })).toEqual([1, 2, 3, 4]);
  expect(await open({ cut: true, forms: [{ ...form, source: 'body' }] })).toEqual([]);
});

describe('signs', () => {
  const signs = ['', ' (*)', '¹', ''];
  const signed = people.map(([name, wish], at) => rowOf([`${name}${signs[at]}`, wish], at));
  const open = async (text: string): Promise<number[]> => {
    const read = signed.map((row) => interpretRow(row, context));
    const items = await withCaveats(read, [{ text, where: 'bảng' }], context);
    return items.flatMap(({ row, wish }) => (wish.action === 'unclear' ? [row.number] : []));
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
