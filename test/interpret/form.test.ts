import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { interpretContent, interpretForm, interpretForms } from '../../src/interpret/interpret.ts';
import type { Form, FormRow } from '../../src/model/form.ts';
import { form as blank } from '../rules/letters.ts';

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
  ...blank,
  content: content === null ? null : placed(content),
  rows: wishes.map(rowOf),
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
    ['Danh sách hộp thư đã hủy, đã cấp lại mật khẩu', ['Hủy bỏ', 'Cấp lại mật khẩu'], ['unclear', 'unclear']],
    ['Kế hoạch hủy hộp thư', ['Hủy bỏ'], ['unclear']],
    ['Đề xuất phương án hủy hộp thư', ['Hủy bỏ'], ['unclear']],
    ['Đề xuất hủy hộp thư', ['Hủy bỏ'], ['cancel']],
    [
      'Danh sách cán bộ đã được cấp hộp thư, đề nghị cấp lại mật khẩu',
      ['Cấp lại mật khẩu'],
      ['reset-password'],
    ],
    ['Hủy hộp thư theo Kế hoạch số 12/KH-UBND', ['Hủy bỏ'], ['cancel']],
    ['Về việc xác nhận danh sách hộp thư', ['Cấp mới'], ['unclear']],
    ['Đăng ký nhu cầu sử dụng hộp thư năm 2027', ['Cấp mới'], ['unclear']],
    ['Cấp mới cho công chức Văn phòng - Thống kê', ['Cấp mới'], ['create']],
    ['Xin ý kiến về việc hủy bỏ hộp thư', ['Hủy bỏ'], ['unclear']],
    ['Danh sách dự kiến hủy bỏ hộp thư', [null], ['unclear']],
    ['Rà soát hộp thư các cán bộ sau', ['Hủy bỏ'], ['unclear']],
    ['Cập nhật hộp thư theo kết quả rà soát quý IV', ['Hủy bỏ'], ['cancel']],
    ['Đề nghị giải quyết các trường hợp sau', ['Hủy bỏ'], ['cancel']],
    ['Hủy bỏ trường hợp đã nghỉ', ['Hủy bỏ'], ['unclear']],
    ['Qua rà soát, đề nghị hủy bỏ hộp thư', ['Hủy bỏ'], ['cancel']],
    ['Báo cáo tình hình sử dụng và đề nghị hủy bỏ', ['Hủy bỏ'], ['cancel']],
    // What takes a mailbox away must not contradict the content; one row that agrees tells that the content is of some alone.
    ['Cấp mới hộp thư cho cán bộ mới', ['Hủy bỏ', 'Hủy bỏ'], ['unclear', 'unclear']],
    ['Cấp mới hộp thư cho cán bộ mới', ['Hủy bỏ', 'Cấp mới'], ['cancel', 'create']],
    ['Cấp mới hộp thư cho cán bộ mới', ['Cấp lại mật khẩu'], ['reset-password']],
    ['Hủy bỏ hộp thư', ['Cấp mới'], ['unclear']],
    [
      'Hủy bỏ hộp thư của các công chức đã nghỉ hưu',
      ['Cấp lại mật khẩu', 'Cấp lại mật khẩu'],
      ['unclear', 'unclear'],
    ],
    ['Tạm khóa hộp thư', ['Cấp lại mật khẩu'], ['unclear']],
    ['Cấp mới hộp thư', ['Cấp lại mật khẩu'], ['reset-password']],
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
    'Phiếu đăng ký tài khoản TABMIS',
    'DANH SÁCH DỰ KIẾN CẤP HỘP THƯ',
    'Phiếu đề nghị sửa chữa máy tính',
    'Phiếu lấy ý kiến về việc hủy hộp thư',
  ])('may be about something else: %s', async (title) => {
    expect(await titled(title)).toBe('unclear');
  });

  test.each(['KHÔNG SỬ DỤNG', 'KHÔNG DUYỆT', 'ĐÃ HỦY', 'THU HỒI', 'ĐÃ XỬ LÝ'])(
    'is stamped across its page: %s',
    async (words) => {
      expect(await titled(words, 'trang 1')).toBe('unclear');
      expect(await titled(words)).toBe('create');
    },
  );

  test('is none where it is the line that the form itself prints below its content', async () => {
    const content = 'Cấp lại mật khẩu hộp thư tvnam.sttt@kiengiang.gov.vn của ông Trần Văn Nam, chuyên viên';
    const remarks = [`Nội dung yêu cầu: ${content}`, 'Liệt kê cụ thể các yêu cầu (nếu có):'].map((text) =>
      placed(text),
    );
    const { items } = await interpretForm({ ...form(content, []), remarks }, context);
    expect(items.map(({ wish }) => wish.action)).toEqual(['reset-password']);
  });

  test('is heard by a form that asks in its content alone', async () => {
    const content = 'Cấp lại mật khẩu hộp thư tvnam.sttt@kiengiang.gov.vn';
    const remarks = [{ text: 'Phiếu yêu cầu về tài khoản QLVB', where: 'Sheet1!A4' }];
    const { items } = await interpretForm({ ...form(content, []), remarks }, context);
    expect(items).toMatchObject([{ wish: { action: 'unclear' } }]);
  });

  test('is heard in the subject, too', async () => {
    expect(await titled('Đăng ký tài khoản QLVB', 'ở tiêu đề thư')).toBe('unclear');
    expect(await titled('V/v cấp chữ ký số', 'ở tiêu đề thư')).toBe('unclear');
  });

  test.each([
    'PHIẾU YÊU CẦU',
    'Phiếu yêu cầu cấp hộp thư điện tử và tài khoản QLVB',
    'DANH SÁCH ĐỀ NGHỊ CẤP HỘP THƯ ĐIỆN TỬ CÔNG VỤ',
    'Danh sách rà soát, đề nghị cấp hộp thư',
    'Danh sách tài sản bàn giao',
    'Phiếu yêu cầu cấp lại mật khẩu do thay máy tính',
    'Đơn vị: Phòng Vật tư - Thiết bị y tế',
    'Báo cáo tình hình nhân sự và đề nghị cấp hộp thư',
    'Hộp thư dùng để đăng ký chữ ký số',
    'Liên hệ: Lê Thị Hoa, Zalo 0913 111 222',
  ])('is an ordinary one: %s', async (title) => {
    expect(await titled(title)).toBe('create');
  });
});

describe('content that tells why or by what document', () => {
  const asked = async (content: string) =>
    (await interpretForm(form(content, ['Cấp lại mật khẩu']), context)).items[0]?.wish.action;

  test.each([
    'Cấp lại mật khẩu sau đợt cài lại máy tính',
    'Thực hiện Công văn số 123/STTTT ngày 10/11/2026 về rà soát hộp thư, Sở Nội vụ đề nghị cấp lại mật khẩu',
  ])('holds nothing up: %s', async (content) => {
    expect(await asked(content)).toBe('reset-password');
  });

  test.each([
    'Cấp lại mật khẩu sau đợt nghỉ thì mới làm',
    'Cấp lại mật khẩu sau đợt sắp xếp tới đây',
    'Thực hiện Công văn số 123/STTTT ngày 10/11/2026 về rà soát hộp thư',
    'Rà soát hộp thư, đề nghị cho ý kiến',
  ])('is asked about, where it may be a condition or asks for nothing: %s', async (content) => {
    expect(await asked(content)).toBe('unclear');
  });
});

describe('whom a form or its letter addresses', () => {
  const sentTo = async (...lines: string[]) => {
    const remarks = lines.map((text, at) => ({ text, where: `Sheet1!A${at + 4}` }));
    const own = { ...form(null, ['Cấp mới']), unit: placed('Công ty Cấp thoát nước Kiên Giang') };
    return (await interpretForm({ ...own, remarks }, context)).items[0]?.wish.action;
  };

  test.each([
    ['Kính gửi: Bưu điện tỉnh Kiên Giang'],
    ['Kính gửi: VNPT Kiên Giang'],
    ['Kính gửi: Trung tâm Công nghệ thông tin - VNPT Kiên Giang'],
    ['Kính gửi:', 'Viễn thông Kiên Giang'],
    ['Kính gửi:', '- Kho bạc Nhà nước Kiên Giang;', '- Ngân hàng Nông nghiệp.'],
    ['Kính gửi Viettel Kiên Giang phiếu yêu cầu của Sở.'],
    ['Kính gửi: Các phòng, đơn vị thuộc Sở'],
  ])('may be somebody else: %s %s', async (...lines) => {
    expect(await sentTo(...lines)).toBe('unclear');
  });

  test.each([
    ['Kính gửi: Sở Thông tin và Truyền thông'],
    ['Kính gửi: Sở Bưu chính, Viễn thông tỉnh Kiên Giang'],
    ['Kính gửi: Ủy ban nhân dân tỉnh'],
    ['Kính gửi: Trung tâm Công nghệ thông tin và Truyền thông'],
    ['Kính gửi: Lãnh đạo Công ty'],
    ['Kính gửi các anh chị phòng Kỹ thuật'],
    ['Kính gửi anh Tuấn, em ở Bưu điện tỉnh gửi anh phiếu.'],
    ['Kính gửi: Bộ phận quản trị thư điện tử'],
    ['Kính gửi:', '- Sở Thông tin và Truyền thông;', '- VNPT Kiên Giang.'],
    ['Kính gửi anh chị danh sách hộp thư của Bưu điện tỉnh.'],
    ['Bưu điện tỉnh'],
  ])('is an ordinary one: %s %s', async (...lines) => {
    expect(await sentTo(...lines)).toBe('create');
  });
});

describe('how many the words around the table count', () => {
  const create = 'Cấp mới';
  const reset = 'Cấp lại mật khẩu';
  const cancel = 'Hủy bỏ';

  test.each<[string, string[], string]>([
    ['Hủy bỏ 02 hộp thư', [cancel, cancel, cancel, reset], 'unclear,unclear,unclear,reset-password'],
    ['Đề nghị cấp mới hộp thư cho 01 (một) công chức', [create, create], 'unclear,unclear'],
    [
      'Thu hồi 2 hộp thư và cấp 1 hộp thư mới',
      [cancel, cancel, create, create],
      'cancel,cancel,unclear,unclear',
    ],
    ['de nghi cap lai mat khau cho 1 can bo', [reset, reset, create], 'unclear,unclear,create'],
    ['Thu hồi 02 hộp thư của 3 phòng', [cancel, cancel], 'cancel,cancel'],
    [
      'Thu hồi 02 hộp thư của Phòng A, thu hồi 01 hộp thư của Phòng B',
      [cancel, cancel, cancel],
      'cancel,cancel,cancel',
    ],
    [
      'Cấp mới 01 hộp thư cho Phòng A và 02 hộp thư cho Phòng B',
      [create, create, create],
      'create,create,create',
    ],
    [
      'Phòng A cấp mới 01 hộp thư. Phòng B cấp mới 02 hộp thư',
      [create, create, create],
      'create,create,create',
    ],
    // Those that are there are meant: an office that forgot a row is told what was done.
    ['Đề nghị cấp mới 05 hộp thư', [create, create, create], 'create,create,create'],
    ['Cấp mới mỗi cán bộ 01 hộp thư', [create, create], 'create,create'],
    ['Tháng trước đã cấp mới 01 hộp thư, nay đề nghị cấp thêm', [create, create], 'create,create'],
    ['Cấp mới hộp thư cho cán bộ của 01 đơn vị', [create, create], 'create,create'],
    ['Cấp lại mật khẩu lần 1 cho cán bộ', [reset, reset], 'reset-password,reset-password'],
  ])('%s', async (words, wishes, expected) => {
    const asked = form(null, wishes);
    const rows = asked.rows.map((row, at) => ({ ...row, number: at + 1 }));
    const remarks = [{ text: `Sở Nội vụ kính gửi Trung tâm phiếu. ${words}.`, where: 'thư' }];
    const { items } = await interpretForm({ ...asked, rows, remarks }, context);
    expect(items.map(({ wish }) => wish.action).join()).toBe(expected);
  });

  test.each<[string, string[], number | null, string]>([
    ['Đề nghị cấp mới 05 hộp thư', [create, create, create], 3, 'create,create,create'],
    ['Danh sách gồm 03 người', [create, cancel], 2, 'create,cancel'],
    [
      'Đề nghị cấp mới, hủy bỏ và cấp lại mật khẩu cho 03 cán bộ',
      [create, cancel, reset],
      null,
      'create,cancel,reset-password',
    ],
    ['Đề nghị hủy 02 hộp thư', [create, create], null, 'create,create'],
    ['Tháng trước Trung tâm đã giúp đơn vị cấp mới 05 hộp thư', [create], null, 'create'],
    // So few that this may be another form.
    ['Đề nghị cấp mới hộp thư cho 19 công chức', [create, cancel], null, 'unclear,unclear'],
  ])('%s, though the form lacks some', async (words, wishes, rows, expected) => {
    const [request] = await interpretForms(
      { forms: [form(null, wishes)], text: `Sở Nội vụ kính gửi Trung tâm phiếu. ${words}.` },
      context,
    );
    expect(request?.lacking?.rows ?? null).toBe(rows);
    expect(request?.items.map(({ wish }) => wish.action).join()).toBe(expected);
  });

  test('is what several forms have together', async () => {
    const requests = await interpretForms(
      { forms: [form(null, [create]), form(null, [create])], text: 'Đề nghị cấp mới 03 hộp thư.' },
      context,
    );
    expect(requests.map(({ lacking }) => lacking)).toEqual([undefined, undefined]);
  });

  test('is heard in the content', async () => {
    expect(await actions('Hủy bỏ 02 hộp thư', [cancel, cancel, cancel])).toEqual(Array(3).fill('unclear'));
    expect(await actions('Hủy bỏ 03 hộp thư', [cancel, cancel, cancel])).toEqual(Array(3).fill('cancel'));
  });
});

describe('a wish that stands only in the title of a list', () => {
  const titled: Form = {
    ...form(null, ['ĐỀ NGHỊ HỦY BỎ HỘP THƯ ĐIỆN TỬ']),
    rows: [{ ...rowOf('ĐỀ NGHỊ HỦY BỎ HỘP THƯ ĐIỆN TỬ'), titled: true }],
  };

  test.each([
    ['Kính gửi Trung tâm danh sách kèm theo.', 'cancel'],
    ['Đề nghị hủy bỏ hộp thư của các cán bộ trong danh sách kèm theo.', 'cancel'],
    ['Đề nghị cấp lại mật khẩu cho các cán bộ trong danh sách kèm theo.', 'unclear'],
    ['Đề nghị cấp mới hộp thư theo danh sách.', 'unclear'],
  ])('beside a letter that says “%s” is %s', async (text, action) => {
    const { items } = await interpretForm(titled, context, [placed(text, 'trong thư')]);
    expect(items.map(({ wish }) => wish.action)).toEqual([action]);
  });

  test.each([
    ['danh-sach.xlsx', 'cancel'],
    ['Danh sach cap moi hop thu.xlsx', 'unclear'],
    ['Danh_sách_hủy_bỏ.xlsx', 'cancel'],
  ])('in a file called “%s” is %s', async (attachment, action) => {
    const { items } = await interpretForm({ ...titled, attachment }, context);
    expect(items.map(({ wish }) => wish.action)).toEqual([action]);
  });

  test('below content that asks something else is unclear', async () => {
    const { items } = await interpretForm({ ...titled, content: placed('Mở khóa hộp thư') }, context);
    expect(items.map(({ wish }) => wish.action)).toEqual(['unclear']);
  });
});

describe('what the letter asks beside its form', () => {
  const besides = async (sentence: string) => {
    const text = `Gửi phiếu cho ông Trần Văn Nam. ${sentence}`;
    const [request] = await interpretForms({ forms: [form(null, ['Cấp lại mật khẩu'])], text }, context);
    const [first] = request?.besides ?? [];
    return [first?.about ?? null, first?.text ?? null, request?.items[0]?.wish.action];
  };

  test.each([
    'Sẵn tiện nhờ anh chị hủy luôn hộp thư của anh Bùi Văn Út (đã nghỉ) giúp Sở, trong phiếu em quên ghi.',
    'Ngoài ra nhờ Trung tâm khóa giúp hộp thư của chị Tô Ngọc Ánh, chị đang nghỉ sinh.',
    'Nhân tiện đề nghị Trung tâm cấp thêm hộp thư cho chị Lê Thị Mơ.',
    'Sẵn tiện cấp lại mật khẩu cho anh Lê Văn Tư luôn nhé.',
    'Riêng anh Tư cũng quên mật khẩu, nhờ Trung tâm cấp lại.',
    'Bà Lan cũng cần cấp hộp thư, nhờ Trung tâm cấp luôn.',
    'Nhờ Trung tâm mở khóa giúp hộp thư httung.snv@kiengiang.gov.vn.',
    'Đề nghị tăng dung lượng hộp thư snv@kiengiang.gov.vn lên 10GB.',
    'Bổ sung: Lê Thị Mơ - Ban Tôn giáo - Cấp mới hộp thư.',
    'Bổ sung thêm 01 trường hợp: Lê Thị Mơ, cấp mới.',
    'Đồng thời cấp lại mật khẩu giúp chị Lý Thị Bích Thủy.',
    'Chị Ly quên mật khẩu luôn.',
    'P/s: chị Sa Ly nghỉ sinh, các anh khóa giúp em nhé.',
    'Còn chị Ly thì nhờ khóa hộp thư.',
    'Xin bổ sung chị Lý Thị Bích Thủy (quên mật khẩu).',
    'Chị Thủy đã nghỉ hưu, đề nghị hủy luôn.',
    'Riêng anh Sơn bị khóa hộp thư, mong Trung tâm mở giúp.',
    'Nhờ đổi số điện thoại của chị Lý Thị Bích Thủy thành 0918222111.',
    'Ngoài ra đề nghị hủy bỏ hộp thư của ông Danh Phát đã nghỉ hưu.',
    'Luôn tiện hủy giúp hộp thư của Lý Thị Bích Thủy.',
    'Đề nghị cập nhật chức vụ của bà Trần Thị Mai thành Chánh Văn phòng.',
    'Quên ghi trong phiếu: hủy hộp thư Trần Thị Mai.',
    'Thiếu một người: chị Trần Thị Mai, cấp mới.',
    'Nho huy luon hop thu cua ong Danh Phat.',
    'Nhân đây xin mở khóa hộp thư httung.snv.',
    'Nhờ Trung tâm cấp lại luôn mật khẩu hộp thư của Sở.',
    'Sở cũng muốn đổi tên hộp thư đơn vị thành sonoivu.',
    'Nhờ nâng dung lượng hộp thư đơn vị lên 10GB.',
    'Hộp thư của Sở sắp hết dung lượng, xin tăng thêm.',
    'Hộp thư của cơ quan đang bị khóa, nhờ mở giúp.',
    'Ngoài ra đề nghị Trung tâm hủy hộp thư của ông Nguyễn Văn Xuân đã nghỉ hưu.',
  ])('for people who stand in none is told, and stops nothing: %s', async (sentence) => {
    expect(await besides(sentence)).toEqual(['others', sentence, 'reset-password']);
  });

  test.each([
    'Mật khẩu mới gửi về tqbao82@gmail.com.',
    'Mật khẩu mới xin nhắn qua Zalo số 0918.111.222.',
    'Anh Nam nhờ gửi mật khẩu cho chị Ly.',
    'Mật khẩu của anh Nam xin gửi về hộp thư chị Ly.',
    'Mật khẩu anh Nam nhờ báo qua số điện thoại 0918222333.',
    'Nhờ Trung tâm gửi mật khẩu mới vào hộp thư tqbao82@gmail.com giúp.',
  ])('about where a password is to go is told: %s', async (sentence) => {
    expect(await besides(sentence)).toEqual(['password', sentence, 'reset-password']);
  });

  test.each([
    'Nhờ Trung tâm gửi lại danh sách hộp thư của Sở để rà soát.',
    'Cho hỏi cách cài thư lên điện thoại như thế nào?',
    'Xin tạo thêm hộp thư chung cho Phòng Cải cách hành chính.',
    'Đề nghị Trung tâm hướng dẫn đơn vị cách đăng nhập.',
    'Nhờ anh chị cài giúp email lên điện thoại cho Giám đốc.',
    'Hộp thư của Sở báo đầy, không nhận được thư, nhờ Trung tâm kiểm tra giúp.',
    'Xin cho biết dung lượng hộp thư đơn vị còn bao nhiêu.',
    'Sở xin cấp thêm 01 chữ ký số cho đồng chí Phó Giám đốc.',
    'Trung tâm cho xin danh bạ thư mới nhất.',
    'Trung tâm kiểm tra giúp vì sao thư gửi ra ngoài hay bị trả lại.',
    'Mong Trung tâm xem lại hộp thư của Sở vì thư rác nhiều.',
    'Ngoài ra, xin hỏi khi nào có lớp tập huấn sử dụng thư điện tử?',
    'Đề nghị lưu thư của anh Nam ra đĩa.',
    'Đề nghị Trung tâm gửi kết quả bằng văn bản giấy.',
    'Vì sao hộp thư của Sở hay bị chậm?',
  ])('that no form can ask is told: %s', async (sentence) => {
    expect(await besides(sentence)).toEqual(['service', sentence, 'reset-password']);
  });

  test('for others holds the form up, where it may be meant in its stead', async () => {
    const asked = async (text: string) => {
      const [request] = await interpretForms({ forms: [form(null, ['Cấp lại mật khẩu'])], text }, context);
      return [request?.besides?.[0]?.about, request?.items[0]?.wish.action];
    };
    const sentence = 'đề nghị hủy hộp thư của ông Nguyễn Văn Xuân.';
    expect(await asked(`Ngoài ra ${sentence}`)).toEqual(['others', 'reset-password']);
    expect(await asked(`Sở Nội vụ ${sentence}`)).toEqual(['others', 'unclear']);
  });

  test('is told wherever it stands, once, and with its place', async () => {
    const sentence = 'Nhờ khóa tạm hộp thư của cô Lê Mỹ Hạnh.';
    const below: Form = {
      ...form(null, ['Cấp lại mật khẩu']),
      remarks: [placed(`Ghi chú: ${sentence}`, 'A20')],
    };
    const found = async (asked: Form, text: string, subject = '') => {
      const [request] = await interpretForms({ forms: [asked], text, subject }, context);
      return request?.besides?.map(({ where }) => where) ?? [];
    };
    const plain = form(null, ['Cấp lại mật khẩu']);
    expect(await found(below, 'Gửi phiếu.')).toEqual(['A20']);
    expect(await found(below, sentence)).toHaveLength(1);
    expect(
      await found(form('Cấp lại mật khẩu; cấp mới hộp thư cho cô Lê Mỹ Hạnh', ['Cấp lại mật khẩu']), ''),
    ).toEqual(['Sheet1!B8']);
    expect(await found(plain, 'Gửi phiếu.', 'Phiếu yêu cầu và khóa hộp thư của cô Lê Mỹ Hạnh')).toEqual([
      'ở tiêu đề thư',
    ]);
    expect(await found(plain, `Gửi phiếu.\n\n--\nVăn thư\n\nP/S: ${sentence}`)).toEqual(['trong thư']);
  });

  test('is told of each, and of a sentence once', async () => {
    const text =
      'Gửi phiếu cho ông Trần Văn Nam. Nhờ gửi danh sách hộp thư của Sở. Sẵn tiện hủy luôn hộp thư của anh Bùi Văn Út giúp.';
    const [request] = await interpretForms({ forms: [form(null, ['Cấp lại mật khẩu'])], text }, context);
    expect(request?.besides?.map(({ about }) => about)).toEqual(['service', 'others']);
  });

  test.each([
    'Đề nghị Trung tâm xem xét, giải quyết.',
    'Nếu có vướng mắc nhờ Trung tâm hướng dẫn cách làm.',
    'Sở Nội vụ gửi danh sách đề nghị cấp mới hộp thư.',
    'Xin gửi danh sách hộp thư của Sở kèm phiếu.',
    'Đề nghị Trung tâm cấp mới hộp thư cho phòng chuyên môn theo danh sách kèm theo.',
    'Trung tâm làm giúp trong hôm nay được không?',
    'Đề nghị cấp lại mật khẩu hộp thư của ông Trần Văn Nam.',
    'Tháng trước đã nhờ Trung tâm cấp mới hộp thư cho bà Tô Ngọc Ánh.',
    'Có gì liên hệ chị Tô Ngọc Ánh.',
    'Phiếu riêng đề nghị hủy hộp thư của anh Bùi Văn Út em gửi sau.',
    'Nhân tiện đề nghị cấp lại mật khẩu cho ông Trần Văn Nam.',
    'Riêng anh Nam cũng quên mật khẩu, nhờ Trung tâm cấp lại.',
    'Nhờ Trung tâm cấp lại mật khẩu hộp thư tvnam.snv@kiengiang.gov.vn.',
    'Kết quả xin gửi về hộp thư snv@kiengiang.gov.vn.',
    'Đề nghị gửi mật khẩu vào hộp thư snv@kiengiang.gov.vn.',
    'Đề nghị không gửi mật khẩu đến gmail cá nhân nam82@gmail.com.',
    'Bổ sung chữ ký của Giám đốc: Lê Văn Tư.',
    'Chị Lan cũng nhờ Trung tâm xử lý sớm.',
    'Kính đề nghị Trung tâm xem xét, cấp mới hộp thư cho các đồng chí có tên trong phiếu.',
    'Nhờ anh Tuấn xử lý giúp em sớm nha.',
    'Nhờ anh Tuấn cấp lại mật khẩu giúp theo phiếu.',
    'Kính gửi anh Tuấn, nhờ anh hủy hộp thư trong phiếu giúp em.',
    'Có gì anh chị liên hệ chị Ly, văn thư, số 0918 222 333.',
    'Kết quả xin gửi về chị Ly văn thư Ban.',
    'Anh Nam cũng quên mật khẩu, nhờ Trung tâm cấp lại luôn.',
    'Mật khẩu xin gửi về hộp thư của Sở.',
    'Mật khẩu của anh Nam gửi cho anh Nam giúp em.',
    'Đề nghị gửi mật khẩu cho đơn vị.',
    'Đề nghị Trung tâm giải quyết để anh Nam kịp gửi báo cáo.',
    'Phiếu do chị Ly lập, anh Tư ký.',
    'Sở Nội vụ đề nghị cấp mới, thay đổi, hủy bỏ hộp thư của Sở.',
    'Kính đề nghị Trung tâm cấp lại mật khẩu hộp thư của Sở Nội vụ.',
    'Chị Ly ở Sở Nội vụ chỉ em gửi phiếu này, nhờ anh chị làm giúp.',
    'Em là Ly, văn thư mới thay chị Hoa, nhờ anh chị giúp đỡ.',
    'Trưởng ban là ông Danh Thành đã ký phiếu, đề nghị Trung tâm thực hiện.',
    'Nhờ Trung tâm kiểm tra và phản hồi kết quả cho Ban.',
    'Rất mong Trung tâm quan tâm giúp đỡ.',
    'Ban cũng cần làm sớm để kịp đại hội.',
    'Đề nghị Trung tâm cập nhật danh sách cán bộ của Sở theo phiếu.',
    'Theo đề nghị của ông Nguyễn Văn An, Trưởng phòng, Sở gửi phiếu hủy hộp thư.',
    'Hộp thư của chị Ly đã được cấp tuần trước, cảm ơn Trung tâm.',
    'Chị Ly không cần hủy hộp thư nữa.',
    'Xin thông báo kết quả cho chị Lý Thị Hoa, điện thoại 0918222333.',
    'Bổ sung chữ ký của anh Tư, em gửi lại phiếu.',
    'Em gửi lại phiếu vì hôm qua anh Lâm nói thiếu chữ ký, nhờ các anh chị làm giúp.',
    'Người lập phiếu: Lê Thị Hoa',
    'Anh Nam đi công tác, nhờ anh Nam ở Trung tâm làm luôn giúp em.',
    'Chú Bảy quên mật khẩu.',
    'Nếu cần thêm thông tin xin liên hệ anh Lý Văn Hùng - Chánh Văn phòng.',
    'Trường hợp vướng mắc, đề nghị Trung tâm trao đổi với ông Lý Văn Hùng để sửa phiếu.',
    'Cấp mới, thay đổi, hủy bỏ hộp thư điện tử',
    'Liên hệ chị Lan, email lan82@gmail.com.',
  ])('is none: %s', async (sentence) => {
    expect((await besides(sentence))[0]).toBeNull();
  });
});

describe('words that may name the office of a row', () => {
  const around = async (content: string | null, text: string, more: Partial<FormRow> = {}) => {
    const own = form(content, ['Cấp mới']);
    const rows = own.rows.map((row) => ({ ...row, ...more }));
    const [asked] = await interpretForms({ forms: [{ ...own, attachment: null, rows }], text }, context);
    return asked?.items[0]?.offices?.filter((words) => words !== 'Cấp mới');
  };
  const centre = 'Trung tâm Kiểm soát bệnh tật';

  test('stand in the content or the letter', async () => {
    expect(await around(`Cấp mới hộp thư cho viên chức ${centre}`, '')).toEqual([centre]);
    expect(await around(null, `Sở đề nghị cấp hộp thư cho viên chức ${centre}.`)).toEqual([centre]);
    expect(await around(null, 'Gửi ông Nam, công tác tại Chi cục Kiểm lâm.')).toEqual(['Chi cục Kiểm lâm']);
  });
  test('stand in its position, its note or the title above it', async () => {
    expect(await around(null, '', { position: placed('Kế toán Chi cục Thủy lợi') })).toEqual([
      'Kế toán Chi cục Thủy lợi',
    ]);
    expect(await around(null, '', { note: placed(`Viên chức ${centre}`) })).toEqual([`Viên chức ${centre}`]);
    expect(await around(null, '', { groupTitle: placed(centre) })).toEqual([centre]);
  });
  test('but are not those that are only written to, or whence somebody came', async () => {
    expect(await around(null, `Kính gửi: ${centre}`)).toEqual([]);
    expect(await around(`Cấp mới hộp thư cho người chuyển từ ${centre} về`, '')).toEqual([]);
    expect(await around(null, '', { note: placed(`chuyển từ ${centre} về`) })).toEqual(['chuyển   về']);
  });
});

test.each([
  ['"Vui lòng không in thư này nếu không cần thiết"', 'create'],
  ['Không in thư này nếu chưa được duyệt', 'unclear'],
  ['Vui lòng không in thư này, chưa thực hiện', 'unclear'],
])('below a letter stands: %s', async (line, action) => {
  const text = `Gửi phiếu cho ông Trần Văn Nam.\n${line}`;
  const [asked] = await interpretForms({ forms: [form(null, ['Cấp mới'])], text }, context);
  expect(asked?.items[0]?.wish.action).toBe(action);
});
