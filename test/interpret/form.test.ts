import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { interpretContent, interpretForm } from '../../src/interpret/interpret.ts';
import type { Form, FormRow } from '../../src/model/form.ts';

const context = { today: '2026-11-24' };
const placed = (text: string, where = 'Sheet1!B8') => ({ text, where });

const rowOf = (wish: string | null): FormRow => ({
  number: 1,
  where: 'Sheet1!A12:D12',
  fullName: placed('Trần Văn Nam'),
  unit: null,
  wish: wish === null ? null : placed(wish),
  position: null,
  phone: null,
  address: null,
  newAddress: null,
  note: null,
});

const form = (content: string | null, wishes: readonly (string | null)[]): Form => ({
  source: 'xlsx',
  attachment: 'phieu.xlsx',
  unit: null,
  requester: null,
  position: null,
  phone: null,
  content: content === null ? null : placed(content),
  rows: wishes.map(rowOf),
  skipped: [],
});

const actions = async (content: string | null, wishes: readonly (string | null)[]) =>
  (await interpretForm(form(content, wishes), context)).items.map(({ wish }) => wish.action);

test('a wish on a scan is understood past accents that were taken for others, and kept as it was recognised', async () => {
  const wishes = [
    'Câp lại mật khấu do quên',
    'Húy bó do nghí hưu',
    'Không húy bó',
    'Câp nhật chưc vụ: Phó Trường phòng',
  ];
  const scan: Form = { ...form(null, wishes), source: 'pdf-scan' };
  const { items } = await interpretForm(scan, context);
  expect(items.map(({ wish }) => wish.action)).toEqual(['reset-password', 'cancel', 'unclear', 'unclear']);
  expect(items.map(({ row }) => row.wish?.text)).toEqual(wishes);
  expect(await actions(null, wishes)).toEqual(['unclear', 'unclear', 'unclear', 'unclear']);
});

describe('the content of a form with rows', () => {
  test.each([
    ['Cấp mới hộp thư điện tử', [null, 'Hủy bỏ'], ['create', 'cancel']],
    ['Cấp mới hộp thư cho các cá nhân sau', [null, null], ['create', 'create']],
    ['Cấp mới, thay đổi, hủy bỏ hộp thư', [null, 'Cấp mới'], ['unclear', 'create']],
    ['Cấp lại mật khẩu hộp thư tvnam.sttt@kiengiang.gov.vn', [null], ['unclear']],
    ['Hủy hộp thư của bà Lê Thị Hoa', [null], ['unclear']],
    ['Chưa thực hiện các yêu cầu dưới đây', ['Hủy bỏ'], ['unclear']],
    ['Đề nghị không hủy hộp thư', ['Hủy bỏ', 'Cấp mới'], ['unclear', 'unclear']],
    ['Có danh sách kèm theo', ['Hủy bỏ'], ['cancel']],
    ['Cấp tài khoản phần mềm quản lý văn bản', ['Cấp mới', 'Hủy bỏ'], ['unclear', 'unclear']],
    ['Đăng ký tài khoản họp trực tuyến', ['Cấp mới'], ['unclear']],
    ['Cấp mới hộp thư điện tử để đăng ký chữ ký số', ['Cấp mới'], ['create']],
    ['Báo cáo các hộp thư đã hủy trong quý III', ['Hủy bỏ'], ['unclear']],
    ['Thống kê hộp thư hiện có', ['Cấp mới'], ['unclear']],
    ['Về việc xác nhận danh sách hộp thư', ['Cấp mới'], ['unclear']],
    ['Đăng ký nhu cầu sử dụng hộp thư năm 2027', ['Cấp mới'], ['unclear']],
    ['Cấp mới cho công chức Văn phòng - Thống kê', ['Cấp mới'], ['create']],
    ['Xin ý kiến về việc hủy bỏ hộp thư', ['Hủy bỏ'], ['unclear']],
    ['Danh sách dự kiến hủy bỏ hộp thư', [null], ['unclear']],
    // What takes a mailbox away must not contradict the content; one row that agrees tells that the content is of some alone.
    ['Cấp mới hộp thư cho cán bộ mới', ['Hủy bỏ', 'Hủy bỏ'], ['unclear', 'unclear']],
    ['Cấp mới hộp thư cho cán bộ mới', ['Hủy bỏ', 'Cấp mới'], ['cancel', 'create']],
    ['Cấp mới hộp thư cho cán bộ mới', ['Cấp lại mật khẩu'], ['reset-password']],
    ['Hủy bỏ hộp thư', ['Cấp mới'], ['create']],
    ['Đề nghị cấp lại mật khẩu cho các đồng chí sau:', [null, 'Hủy bỏ'], ['reset-password', 'cancel']],
    ['Cấp mới hộp thư cho 02 cán bộ, công chức có tên trong danh sách dưới đây', [null], ['create']],
    ['Cấp mới hộp thư cho công chức (danh sách kèm theo)', [null], ['create']],
    ['Đề nghị thực hiện trước ngày 30/11/2026', ['Cấp mới'], ['create']],
    ['Đề nghị cấp mới. Sau khi thực hiện xong xin thông báo về đơn vị', [null], ['create']],
    ['Cấp mới, thay đổi hộp thư (nếu có)', ['Cấp mới'], ['create']],
    ['Hủy nếu có quyết định', ['Hủy bỏ'], ['unclear']],
    ['Chỉ hủy sau khi bàn giao', ['Hủy bỏ'], ['unclear']],
    ['Không thực hiện các nội dung sau:', ['Hủy bỏ'], ['unclear']],
    ['Thực hiện sau ngày 01/01/2027', ['Hủy bỏ'], ['unclear']],
    [null, [null], ['unclear']],
  ])('%s', async (content, wishes, expected) => {
    expect(await actions(content, wishes)).toEqual(expected);
  });
});

test('others have their turn while a long form is understood', async () => {
  const done: string[] = [];
  const long = interpretForm(form(null, Array<string>(500).fill('Hủy bỏ')), context).then(() =>
    done.push('form'),
  );
  await setImmediate();
  done.push('others');
  await long;
  expect(done).toEqual(['others', 'form']);
});

describe('the content of a form without rows', () => {
  test('is one request where it names a mailbox', async () => {
    const { items } = await interpretForm(
      form('Cấp lại mật khẩu hộp thư TVNam.sttt@kiengiang.gov.vn của ông Trần Văn Nam', []),
      context,
    );
    expect(items).toMatchObject([
      {
        row: { number: 1, where: 'Sheet1!B8', address: { text: 'tvnam.sttt@kiengiang.gov.vn' } },
        name: { fullName: 'Trần Văn Nam' },
        wish: { action: 'reset-password' },
      },
    ]);
  });

  test.each([
    'Cấp lại mật khẩu',
    'Liên hệ vanthu.snv@kiengiang.gov.vn',
    'Cấp mới hộp thư cho ông Trần Văn Nam',
    '',
  ])('is none in "%s"', (content) => {
    expect(interpretContent(content, context)).toBeNull();
  });

  test('is unclear where it names two mailboxes', () => {
    const read = interpretContent('Hủy hộp thư a.snv@kiengiang.gov.vn và b.snv@kiengiang.gov.vn', context);
    expect(read?.wish.action).toBe('unclear');
  });

  test('names the present mailbox of a rename', () => {
    const read = interpretContent(
      'Đổi tên truy cập từ a.snv@kiengiang.gov.vn thành b.snv@kiengiang.gov.vn',
      context,
    );
    expect(read).toMatchObject({
      address: 'a.snv@kiengiang.gov.vn',
      wish: { action: 'rename', login: 'b.snv@kiengiang.gov.vn' },
    });
  });
});

describe('the title of a form, or of its letter', () => {
  const titled = async (title: string, where = 'Sheet1!A4') =>
    (await interpretForm({ ...form(null, ['Cấp mới']), remarks: [{ text: title, where }] }, context)).items[0]
      ?.wish.action;

  test.each([
    'PHIẾU ĐĂNG KÝ TÀI KHOẢN QLVB',
    'Phiếu yêu cầu cấp chứng thư số',
    'Danh sách đề nghị cấp tài khoản iOffice',
    'BÁO CÁO KẾT QUẢ THỰC HIỆN PHIẾU YÊU CẦU',
  ])('may be about something else: %s', async (title) => {
    expect(await titled(title)).toBe('unclear');
  });

  test('is heard in the subject, too', async () => {
    expect(await titled('Đăng ký tài khoản QLVB', 'ở tiêu đề thư')).toBe('unclear');
    expect(await titled('V/v cấp chữ ký số', 'ở tiêu đề thư')).toBe('unclear');
  });

  test.each([
    'PHIẾU YÊU CẦU',
    'Phiếu yêu cầu cấp hộp thư điện tử và tài khoản QLVB',
    'DANH SÁCH ĐỀ NGHỊ CẤP HỘP THƯ ĐIỆN TỬ CÔNG VỤ',
    'Hộp thư dùng để đăng ký chữ ký số',
    'Liên hệ: Lê Thị Hoa, Zalo 0913 111 222',
  ])('is an ordinary one: %s', async (title) => {
    expect(await titled(title)).toBe('create');
  });
});
