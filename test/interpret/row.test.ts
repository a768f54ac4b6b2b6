import { describe, expect, test } from 'vitest';
import { interpretRow } from '../../src/interpret/interpret.ts';
import type { FormRow } from '../../src/model/form.ts';

type Words = Partial<Record<Exclude<keyof FormRow, 'number' | 'where'>, string>>;

const columns = ['fullName', 'unit', 'wish', 'position', 'phone', 'address', 'newAddress', 'note'] as const;

function row(words: Words): FormRow {
  const cells = columns.map((column) => {
    const text = words[column];
    return [column, text === undefined ? null : { text, where: `Sheet1!${column}` }];
  });
  return { number: 1, where: 'Sheet1!A12:D12', ...Object.fromEntries(cells) };
}

const read = (words: Words) =>
  interpretRow(row({ fullName: 'Trần Văn Nam', ...words }), { today: '2026-11-24' });

const clear: [string, Words, object][] = [
  ['a plain wish', { wish: 'Cấp mới' }, { action: 'create', doubt: null }],
  ['its own name in the words', { wish: 'Cấp mới hộp thư cho ông Trần Văn Nam' }, { action: 'create' }],
  ['its own name in small letters', { wish: 'cấp mới hộp thư cho ông trần văn nam' }, { action: 'create' }],
  ['the given name alone', { wish: 'Cấp lại mật khẩu cho ông Nam' }, { action: 'reset-password' }],
  [
    'its own unit in the words',
    { unit: 'BQL Khu kinh tế Phú Quốc', wish: 'Cấp mới cho cán bộ BQL Khu kinh tế Phú Quốc' },
    { action: 'create' },
  ],
  ['the position of its column', { wish: 'Cấp mới', position: 'Phó Giám đốc' }, { position: 'Phó Giám đốc' }],
  [
    'the position of the remark',
    { fullName: 'Trần Văn Nam (Phó Giám đốc)', wish: 'Cấp mới' },
    { position: 'Phó Giám đốc' },
  ],
  ['the position of the words', { wish: 'Cấp mới, chức vụ: Trưởng phòng' }, { position: 'Trưởng phòng' }],
  [
    'a new position before the column',
    { wish: 'Thay đổi chức vụ từ Chuyên viên thành Phó Trưởng phòng', position: 'Chuyên viên' },
    { action: 'update', position: 'Phó Trưởng phòng' },
  ],
  [
    'a position of an update in its column',
    { wish: 'Cập nhật chức vụ', position: 'Phó Giám đốc' },
    { action: 'update', position: 'Phó Giám đốc' },
  ],
  [
    'a new position alone, where somebody was appointed',
    { wish: 'Bổ nhiệm Phó Trưởng phòng, đề nghị cập nhật', position: 'Chuyên viên', phone: '0912345678' },
    { action: 'update', position: 'Phó Trưởng phòng', phone: null, particulars: ['position'] },
  ],
  [
    'a position and its office before the name',
    { fullName: 'Trưởng phòng Nội vụ Nguyễn Văn Bé', wish: 'Cấp mới' },
    { action: 'create', position: 'Trưởng phòng Nội vụ' },
  ],
  ['an office in small letters', { wish: 'cấp mới, p.tccb' }, { action: 'create', login: null }],
  [
    'a telephone of the words',
    { wish: 'Đổi số điện thoại từ 0912345678 thành 0987654321' },
    { action: 'update', phone: '0987654321' },
  ],
  [
    'a telephone of the column',
    { wish: 'Cập nhật số điện thoại', phone: '0912 345 678' },
    { action: 'update', phone: '0912 345 678' },
  ],
  [
    'a new name of the same person',
    { wish: 'Thay đổi họ tên thành Trần Vũ Nam' },
    { action: 'update', particulars: ['name'] },
  ],
  ['a new login', { wish: 'Đổi tên truy cập thành tvnam2' }, { action: 'rename', login: 'tvnam2' }],
  [
    'a new address in capitals',
    { wish: 'Đổi tên truy cập thành TVNAM2.STTT@KIENGIANG.GOV.VN' },
    { action: 'rename', login: 'tvnam2.sttt@kiengiang.gov.vn' },
  ],
  [
    '"đổi tên" with a new address in its column',
    { wish: 'Đổi tên', newAddress: 'tvnam2.sttt@kiengiang.gov.vn' },
    { action: 'rename' },
  ],
  ['a day', { wish: 'Hủy hộp thư từ ngày 01/12/2026' }, { action: 'cancel', effectiveOn: '2026-12-01' }],
  ['a day without a year', { wish: 'Nghỉ hưu kể từ 1/12' }, { action: 'cancel', effectiveOn: '2026-12-01' }],
  [
    'a day of the next year without a year',
    { wish: 'Nghỉ hưu kể từ 1/1' },
    { action: 'cancel', effectiveOn: '2027-01-01' },
  ],
  [
    'a day in words',
    { wish: 'Nghỉ hưu từ ngày 1 tháng 12 năm 2026' },
    { action: 'cancel', effectiveOn: '2026-12-01' },
  ],
  ['a quarter', { wish: 'Nghỉ hưu từ quý I/2027' }, { action: 'cancel', effectiveOn: '2027-01-01' }],
  ['a month', { wish: 'Nghỉ hưu từ tháng 12/2026' }, { action: 'cancel', effectiveOn: '2026-12-01' }],
  [
    'a bare day in the note',
    { wish: 'Hủy hộp thư', note: '01/12/2026' },
    { action: 'cancel', effectiveOn: '2026-12-01' },
  ],
  [
    'a day in the note',
    { wish: 'Hủy hộp thư', note: 'nghỉ từ 01/12/2026' },
    { action: 'cancel', effectiveOn: '2026-12-01' },
  ],
  [
    'the day of a decision is no day of the wish',
    { wish: 'Hủy do nghỉ hưu theo Quyết định số 12/QĐ-SNV ngày 01/12/2026' },
    { action: 'cancel', effectiveOn: null },
  ],
  [
    'the present year, in which somebody was hired, is no day of the wish',
    { wish: 'Cấp mới', note: 'Trúng tuyển kỳ thi công chức năm 2026' },
    { action: 'create', effectiveOn: null },
  ],
  [
    'a school year to come',
    { wish: 'Cấp mới từ năm học 2027 - 2028' },
    { action: 'create', effectiveOn: '2027-09-01' },
  ],
  ['the year of retirement', { wish: 'Nghỉ hưu năm 2026' }, { action: 'cancel', effectiveOn: '2026-12-31' }],
  ['its own mailbox in the note', { wish: 'Hủy bỏ', note: 'hộp thư của ông Nam' }, { action: 'cancel' }],
  ['a lock for some time', { wish: 'Khóa hộp thư', note: 'tạm thời' }, { action: 'lock' }],
  [
    'a password that somebody forgot',
    { wish: 'Cấp lại mật khẩu', note: 'quên rồi' },
    { action: 'reset-password' },
  ],
  ['an unknown note', { wish: 'Cấp mới', note: 'Đảng viên, quê An Biên' }, { action: 'create' }],
  ['a note that gives the reason', { wish: 'Cấp lại', note: 'Hộp thư bị thu hồi' }, { action: 'restore' }],
  [
    'a note that says what is given again',
    { wish: 'Cấp lại', note: 'Quên mật khẩu' },
    { action: 'reset-password' },
  ],
  [
    'a note of a part of the unit',
    { unit: 'Sở Tài chính', wish: 'Hủy bỏ', note: 'Người này của Phòng Ngân sách' },
    { action: 'cancel' },
  ],
  [
    'its own unit in a note',
    { unit: 'Sở Y tế', wish: 'Hủy bỏ', note: 'Cán bộ của Sở Y tế' },
    { action: 'cancel' },
  ],
  [
    'the mailbox at its own unit',
    { unit: 'Sở Nội vụ', wish: 'Hủy bỏ hộp thư tại Sở Nội vụ' },
    { action: 'cancel' },
  ],
  [
    'the mailbox of its own post',
    { position: 'Văn thư', wish: 'Cấp lại mật khẩu hộp thư văn thư' },
    { action: 'reset-password' },
  ],
  [
    'a later post beside the name',
    { fullName: 'Trần Văn Nam (nay là Phó Giám đốc)', wish: 'Cấp lại mật khẩu' },
    { action: 'reset-password' },
  ],
  [
    'a mailbox that was given',
    { wish: 'Hộp thư đã cấp ngày 20/11, cấp lại mật khẩu' },
    { action: 'reset-password' },
  ],
  ['a note of what was misspelt', { wish: 'Cập nhật họ tên', note: 'do ghi nhầm' }, { action: 'update' }],
  ['a note that it is done', { wish: 'Cấp lại mật khẩu', note: 'Đã giải quyết' }, { action: 'unclear' }],
  [
    'a note that something else is done',
    { wish: 'Hủy hộp thư', note: 'Đã giải quyết chế độ hưu trí' },
    { action: 'cancel' },
  ],
  [
    'another person in the words',
    { wish: 'Cấp mới, trùng tên nhưng là người khác' },
    { anotherPerson: true },
  ],
  [
    'another person in the note',
    { wish: 'Cấp mới', note: 'Không phải ông Nam phòng Kế toán' },
    { action: 'create', anotherPerson: true },
  ],
  [
    'another person in the remark',
    { fullName: 'Trần Văn Nam (người khác)', wish: 'Cấp mới' },
    { anotherPerson: true },
  ],
  [
    'a namesake alone is not said to be another person',
    { wish: 'Cấp mới (trùng tên)' },
    { action: 'create', anotherPerson: false },
  ],
  ['a size', { wish: 'Cấp mới hộp thư 10GB' }, { action: 'create', quotaBytes: 10 * 1024 ** 3 }],
  ['a size in MB', { wish: 'Nâng dung lượng lên 1,5 GB' }, { action: 'update', quotaBytes: 1.5 * 1024 ** 3 }],
  [
    'the mailbox that the words name',
    { wish: 'Cấp lại mật khẩu hộp thư tvnam.sttt@kiengiang.gov.vn' },
    { action: 'reset-password', login: 'tvnam.sttt@kiengiang.gov.vn' },
  ],
  [
    'the day on which somebody comes, who needs it then',
    { wish: 'Cấp mới (nhận công tác từ 01/12/2026)' },
    { action: 'create', effectiveOn: null },
  ],
  [
    'the same in the note',
    { wish: 'Cấp mới', note: 'mới tuyển dụng từ ngày 01/12/2026' },
    { action: 'create', effectiveOn: null },
  ],
  [
    'a day too far off for it',
    { wish: 'Cấp mới, về nhận công tác từ 02/12/2026' },
    { action: 'create', effectiveOn: '2026-12-02' },
  ],
  [
    'a day from which the mailbox itself is wanted',
    { wish: 'Cấp mới (mới tuyển dụng), từ ngày 01/12/2026' },
    { action: 'create', effectiveOn: '2026-12-01' },
  ],
  [
    'where to call, which is not to be written',
    { wish: 'Cập nhật chức vụ Trưởng phòng, liên hệ qua số 0912 345 678' },
    { action: 'update', position: 'Trưởng phòng', phone: null },
  ],
  [
    'where to tell that it is done',
    { wish: 'Cấp lại mật khẩu (xin báo qua số điện thoại, Zalo: 0912 345 678)' },
    { action: 'reset-password', phone: null },
  ],
];

test.each(clear)('a row is read with %s', (_, words, wish) => {
  expect(read(words).wish).toMatchObject(wish);
});

const doubtful: [string, Words][] = [
  ...[
    'xong',
    'done',
    'hoàn thành',
    'có rồi',
    'xem lại',
    'trùng dòng 2',
    'đã nhận mật khẩu ngày 20/10',
    'bàn giao hộp thư cho Tô Ngọc Ánh',
    'anh Nam tự xử lý được rồi',
    'đã cấp ngày 20/10',
    'đổi mật khẩu rồi',
    'hỏi lại',
    'để lúc khác',
    'qua Tết',
    'trình lãnh đạo',
    'dự kiến',
    'hộp thư của ông Bảo',
  ].map((note): [string, Words] => [`the note "${note}"`, { wish: 'Cấp lại mật khẩu', note }]),
  ...[
    'ở lại',
    'trùng dòng 2',
    'vẫn đang công tác',
    'kéo dài thời gian công tác đến 2028',
    'tiếp tục hợp đồng',
    'người này của Sở Nội vụ',
    'còn xài',
    'đang công tác',
    'đang công tác tại đơn vị',
    'tạm thời',
  ].map((note): [string, Words] => [
    `the note "${note}"`,
    { unit: 'Sở Tài chính', wish: 'Hủy bỏ hộp thư', note },
  ]),
  ['one who is looked into', { wish: 'Mở khóa', note: 'đang bị điều tra' }],
  ['a day on which it was given', { wish: 'Cấp lại mật khẩu (đã cấp ngày 20/11)' }],
  ['a mailbox elsewhere', { unit: 'Sở Tài chính', wish: 'Hủy bỏ hộp thư tại Sở Nội vụ' }],
  ['the mailbox of a post', { wish: 'Cấp lại mật khẩu hộp thư của Trưởng phòng' }],
  ['the mailbox of an office clerk', { position: 'Chuyên viên', wish: 'Cấp lại mật khẩu hộp thư văn thư' }],
  ['an example', { fullName: 'Trần Văn Nam (ví dụ)', wish: 'Hủy bỏ' }],
  ['a sample', { fullName: 'Trần Văn Nam (mẫu)', wish: 'Hủy bỏ' }],
  ['a later name', { fullName: 'Trần Văn Nam (nay là Trần Văn Nam Anh)', wish: 'Hủy bỏ' }],
  ['a new unit beside a reset', { wish: 'Cấp lại mật khẩu; Đơn vị mới: Sở Nội vụ' }],
  ['another name in its words', { wish: 'Cấp lại mật khẩu cho bà Lê Thị Hoa' }],
  ['two names in its words', { wish: 'Cấp mới cho ông Nam và bà Lan' }],
  ['another wish behind its name', { fullName: 'Nguyễn Văn Bé hủy', wish: 'Cấp mới' }],
  ['a reason behind its name', { fullName: 'NGUYỄN VĂN BÉ NGHỈ HƯU', wish: 'Cấp mới' }],
  ['somebody else behind its name', { fullName: 'Nguyễn Văn Bé thay Lê Tám', wish: 'Cấp mới' }],
  ['who takes his own place', { wish: 'Cấp mới thay ông Trần Văn Nam chuyển công tác' }],
  ['who takes the place of one of his name', { wish: 'Cấp mới', note: 'thay ông Nam' }],
  ['whose place goes to another', { wish: 'Cấp mới, thay ông Tư bằng bà Hoa' }],
  ['somebody in the place of who leaves', { wish: 'Hủy bỏ', note: 'thay bà Lý Thị Hoa' }],
  ['a note that denies', { wish: 'Hủy hộp thư', note: 'Chưa thực hiện' }],
  ['a note with a condition', { wish: 'Hủy hộp thư', note: 'Khi có quyết định' }],
  ['a note with a question', { wish: 'Hủy hộp thư', note: 'đúng người này?' }],
  ['a note with another wish', { wish: 'Cấp lại mật khẩu', note: 'Đồng thời hủy hộp thư cũ' }],
  ['a note whose reason does not agree', { wish: 'Cấp mới', note: 'Nghỉ hưu' }],
  [
    'a remark whose reason does not agree',
    { fullName: 'Trần Văn Nam (đã nghỉ hưu)', wish: 'Cấp lại mật khẩu' },
  ],
  ['a note about another person beside a cancellation', { wish: 'Hủy hộp thư', note: 'người khác' }],
  ['a new address beside a reset', { wish: 'Cấp lại mật khẩu', newAddress: 'tvnam2.sttt@kiengiang.gov.vn' }],
  [
    'two present addresses',
    { wish: 'Đổi tên truy cập từ a.sttt thành b.sttt', address: 'c.sttt@kiengiang.gov.vn' },
  ],
  ['a day that does not exist', { wish: 'Hủy hộp thư từ 31/11/2026' }],
  ['no wish', {}],
  ['a login of which nothing says whether it is the new one', { wish: 'Đổi tên truy cập tvnam.sttt' }],
  ['an end', { wish: 'Cấp mới đến ngày 31/12/2026' }],
  [
    'a way for a password of which nobody knows whose it is',
    { wish: 'Cấp lại mật khẩu, gửi qua số 0912 345 678' },
  ],
  ['a telephone that is to be another', { wish: 'Đổi số điện thoại qua số 0912 345 678' }],
];

test.each([
  { wish: 'Cấp mới (thay bà Lý Thị Hoa đã nghỉ hưu)' },
  { wish: 'Cấp mới', note: 'Thay đ/c Lý Thị Hoa chuyển công tác sang Sở Tài chính' },
])('who comes in the place of somebody is to get a mailbox, and the other nothing: %o', (words) => {
  expect(read(words)).toMatchObject({ wish: { action: 'create', doubt: null }, inPlaceOf: 'Lý Thị Hoa' });
});

describe('a comment that hangs on a row', () => {
  const wishOf = (text: string) => {
    const remarks = [{ text, where: 'ghi chú ở ô B12' }];
    return interpretRow(
      { ...row({ fullName: 'Lê Thị Hoa', wish: 'Hủy bỏ' }), remarks },
      { today: '2026-11-24' },
    ).wish;
  };

  test.each([
    'đã kiểm tra tên',
    'Loan:\nĐã đối chiếu CCCD',
    'Nguyễn Thị Kim Loan: đã kiểm tra họ và tên, đúng.',
    'đã rà soát hồ sơ, đầy đủ',
  ])('says nothing against it by telling of a check: %s', (text) => {
    expect(wishOf(text)).toMatchObject({ action: 'cancel', doubt: null });
  });

  test.each([
    'chưa kiểm tra tên',
    'kiểm tra lại tên',
    'đã kiểm tra tên, dừng',
    'đã kiểm tra, sai tên',
    'đã kiểm tra tên?',
    'đã kiểm tra, không đúng người',
    'Không hủy: đã kiểm tra tên',
    'Hold: đã kiểm tra tên',
    'Treo: đã đối chiếu',
    'Dừng: đã kiểm tra tên',
  ])('is asked about: %s', (text) => {
    expect(wishOf(text)).toMatchObject({ action: 'unclear', doubt: expect.any(String) });
  });
});

describe('a unit that somebody has left', () => {
  const where = 'Sheet1!B12';
  const left = (wish: string, now: string | null, address?: string) =>
    interpretRow(
      {
        ...row({ fullName: 'Lê Thị Hoa', wish, ...(address !== undefined && { address }) }),
        unit: { text: now ?? 'Sở Y tế', where: now === null ? where : 'Sheet1!C12' },
        formerUnit: { text: 'Sở Y tế', where },
      },
      { today: '2026-11-24' },
    ).wish;

  test('is none that a new mailbox is for', () => {
    expect(left('Cấp mới', null).doubt).toContain('đơn vị cũ');
    expect(left('Cấp mới', 'Sở Nội vụ')).toMatchObject({ action: 'create', doubt: null });
  });
  test('may still have the mailbox that is there', () => {
    expect(left('Hủy bỏ', 'Sở Nội vụ').doubt).toBe('hộp thư ở đơn vị nào (Sở Y tế, Sở Nội vụ)');
    expect(left('Hủy bỏ', 'Sở Nội vụ', 'lthoa.syt@kiengiang.gov.vn').action).toBe('cancel');
    expect(left('Hủy bỏ', null).action).toBe('cancel');
    expect(left('Hủy bỏ', 'Sở Y tế').action).toBe('cancel');
  });
});

test('a new mailbox is for the new unit of two, or nobody knows', () => {
  const coming = (unit: string) => read({ wish: 'Cấp mới; Đơn vị mới: Sở Nội vụ', unit }).wish;
  expect(coming('Sở Nội vụ').action).toBe('create');
  expect(coming('Sở Y tế').doubt).toBe('đơn vị công tác (Sở Y tế, Sở Nội vụ)');
});

describe('a time ahead that no day names', () => {
  const asked = (wish: string, note: string) => read({ wish, note }).wish;
  test.each([
    'cuối năm',
    'cuối tháng',
    'Thực hiện trong tháng 12',
    'ngày mai',
    'thứ Sáu',
    'sang năm',
    'quý I',
    'đầu năm sau',
    'Nghỉ hưu cuối năm',
    'Nghỉ hưu ngày mai',
    'Nghỉ hưu trong tháng 12',
    'Sắp nghỉ hưu',
    'Chuẩn bị nghỉ hưu',
    'đến hết 31/12/2026',
  ])('puts off an end: "%s"', (note) => {
    expect(asked('Hủy bỏ', note).doubt).toContain(note);
  });
  test.each(['cuối năm', 'ngày mai', 'thứ Hai', 'Sắp nhận công tác', 'Sẽ về nhận nhiệm vụ trong tháng 12'])(
    'puts off a mailbox: "%s"',
    (note) => {
      expect(asked('Cấp mới', note).doubt).toContain(note);
    },
  );
  test.each([
    'Nghỉ hưu cuối năm ngoái',
    'Nghỉ hưu từ đầu năm',
    'Nghỉ việc hôm qua',
    'Nghỉ hưu trong tháng 10',
    'Đã nghỉ hưu cuối tháng',
    'Nghỉ việc thứ Sáu vừa rồi',
    'Đã nghỉ hưu, hợp đồng đến hết 31/10/2026',
  ])('but one that is over puts nothing off: "%s"', (note) => {
    expect(asked('Hủy bỏ', note)).toMatchObject({ action: 'cancel', doubt: null });
  });
  test('nor does what work is due by then, or who needs a mailbox at once', () => {
    expect(asked('Cấp mới', 'Để kịp báo cáo cuối năm').action).toBe('create');
    expect(asked('Cấp lại mật khẩu', 'Dùng cho hội nghị cuối năm').action).toBe('reset-password');
    expect(asked('Tạm khóa', 'Nghỉ thai sản con thứ hai').action).toBe('lock');
  });
  test('is heard below a heading that the form does not know', () => {
    const others = [{ heading: 'Dự kiến nghỉ', text: 'cuối năm', where: 'Sheet1!E12' }];
    const late = interpretRow(
      { ...row({ fullName: 'Lê Thị Hoa', wish: 'Hủy bỏ' }), others },
      { today: '2026-11-24' },
    );
    expect(late.wish.doubt).toContain('cuối năm');
  });
});

test('a row that is left out of what is printed is unclear', () => {
  const outside: FormRow = { ...row({ fullName: 'Lê Thị Hoa', wish: 'Hủy bỏ' }), unprinted: true };
  expect(interpretRow(outside, { today: '2026-11-24' }).wish).toMatchObject({
    action: 'unclear',
    doubt: expect.stringContaining('vùng in'),
  });
});

test.each(doubtful)('a row with %s is unclear', (_, words) => {
  const { wish } = read(words);
  expect(wish.action).toBe('unclear');
  expect(wish.doubt).toBeTruthy();
});

const mayNotBeDone: [string, string, string][] = [
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Không đồng ý'],
  ['Hủy bỏ', 'Ý kiến của lãnh đạo đơn vị', 'Để xem xét sau'],
  ['Hủy bỏ', 'Ý kiến Sở Nội vụ', 'Giữ nguyên'],
  ['Cấp mới', 'Lãnh đạo phê duyệt', 'K'],
  ['Cấp mới', 'Duyệt', 'chưa'],
  ['Cấp mới', 'Duyệt', '☐'],
  ['Cấp mới', 'Ý kiến phòng', 'hoãn'],
  ['Cấp mới', 'Ý kiến phòng', 'Chờ quyết định'],
  ['Cấp lại mật khẩu', 'Trạng thái xử lý', 'Đã xong'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Hoàn thành'],
  ['Hủy bỏ', 'Tình trạng', 'Đã hủy'],
  ['Cấp lại mật khẩu', 'Đợt', '1 (đã gửi)'],
  ['Cấp lại mật khẩu', 'Đã thực hiện', 'x'],
  ['Cấp lại mật khẩu', 'Đã cấp', '20/10/2026'],
  ['Cấp lại mật khẩu', 'Ngày thực hiện', '20/10/2026'],
  ['Hủy bỏ', 'Giữ lại', '✓'],
  ['Cấp mới', 'Không', 'x'],
  ['Hủy bỏ', 'Còn công tác', 'Có'],
  ['Cấp lại mật khẩu', 'Còn công tác', 'Không'],
  ['Cấp mới', 'Đã có email chưa', 'Rồi'],
  ['Cấp mới', 'Chưa có hộp thư', 'Không'],
  ['Cấp lại mật khẩu', 'Chưa có hộp thư', 'x'],
  ['Cấp mới', 'Thực hiện (x)', ''],
  ['Cấp mới', 'Đồng ý', '-'],
  ['Cấp mới', 'Gửi TT', ''],
  ['Cấp mới', 'Gửi về Trung tâm CNTT và Truyền thông (x)', ''],
  ['Cấp mới', 'Chuyển Sở TTTT', ''],
  ['Cấp mới', 'Đã duyệt', ''],
  ['Cấp lại mật khẩu', 'Hợp lệ', 'FALSE'],
  ['Hủy bỏ', 'Quyết định số, ngày', 'Số 12/QĐ-STC ngày 20/11/2026, có hiệu lực từ 01/01/2027'],
  ['Hủy bỏ', 'Nghỉ từ', '1/1'],
  ['Hủy bỏ', 'Kế hoạch', 'Quý I/2027'],
  ['Hủy bỏ', 'Kế hoạch', 'tháng 01/2027'],
  ['Cấp mới', 'Hạn sử dụng', '31/12/2026'],
  ['Cấp mới', 'Hệ thống', 'QLVB'],
  ['Cấp mới', 'Phần mềm', 'Kế toán'],
  ['Cấp mới', 'Loại', 'Chữ ký số'],
  ...['Duyệt', 'Đồng ý', 'Thực hiện', 'Làm', 'Chọn', 'Yêu cầu'].flatMap((heading) =>
    ['0', 'FALSE', 'Không', 'N', '', '-'].map((no): [string, string, string] => ['Hủy bỏ', heading, no]),
  ),
  ...['0', 'FALSE', 'K', ''].map((no): [string, string, string] => ['Hủy bỏ', 'Đề nghị hủy', no]),
  ...[
    'Rút',
    'Loại',
    'Trả lại',
    'Tạm dừng',
    'Sai',
    'Ghi nhầm',
    'Ngừng',
    'Bỏ',
    'Đợt sau',
    'Xem lại',
    'Chờ',
  ].flatMap((heading) =>
    ['x', '✓', '1', 'có', 'TRUE'].map((yes): [string, string, string] => ['Hủy bỏ', heading, yes]),
  ),
  ['Cấp mới', 'Hướng xử lý', 'Hủy bỏ hộp thư'],
  ['Cấp mới', 'Loại', 'Thu hồi'],
  ['Hủy bỏ', 'Hình thức xử lý', 'Cấp lại mật khẩu'],
  ['Hủy bỏ', 'Kết quả', 'OK'],
  ['Hủy bỏ', 'Số phiếu đã gửi', 'PYC-12'],
  ['Hủy bỏ', 'Ngày hủy', '01/11/2026'],
  ['Hủy bỏ', 'Tình trạng', 'Còn công tác'],
  ['Hủy bỏ', 'Tình trạng', 'Chưa nghỉ'],
  ['Hủy bỏ', 'Tình trạng', 'Đang nghỉ phép'],
  ['Hủy bỏ', 'Tình trạng công tác', 'Chưa có quyết định nghỉ'],
  ['Hủy bỏ', 'Tình trạng công tác', 'Đang biệt phái'],
  ['Hủy bỏ', 'Tình trạng', 'vẫn đang sử dụng bình thường'],
  ['Hủy bỏ', 'Tình trạng', 'Không nghỉ'],
  ['Hủy bỏ', 'Tình trạng', 'Sắp nghỉ'],
  ['Hủy bỏ', 'Tình trạng', 'Đang làm thủ tục nghỉ hưu'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Đăng nhập được'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Bình thường'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Đã nghỉ việc'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Đã vào lại được'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Nghỉ hưu'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Đã chuyển công tác'],
  ['Cấp mới', 'Trạng thái', 'Chưa tuyển'],
  ['Cấp mới', 'Tình trạng', 'Chưa nhận việc'],
  ['Cấp mới', 'Tình trạng', 'Chờ tuyển dụng'],
  ['Hủy bỏ', 'Trạng thái', 'Đang làm việc'],
  ['Cấp lại mật khẩu', 'Trạng thái', 'Đang làm'],
  ['Hủy bỏ', 'Hiện trạng', 'vẫn sử dụng'],
  ['Hủy bỏ', 'Hiện trạng', 'đang dùng'],
  ['Hủy bỏ', 'Tình trạng hộp thư', 'Đã hủy'],
  ['Hủy bỏ', 'Tình trạng hộp thư', 'Đã cấp lại'],
  ['Cấp lại mật khẩu', 'Tình trạng hộp thư', 'Đã cấp lại'],
  ['Cấp mới', 'Hộp thư hiện có', 'có rồi'],
  ['Hủy bỏ', 'Năm', '2027'],
  ['Hủy bỏ', 'Thực hiện năm', 'năm 2027'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Xem xét'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Nghiên cứu thêm'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Hỏi lại Phòng TCCB'],
  ['Hủy bỏ', 'Ý kiến', 'Cần suy nghĩ thêm'],
  ['Hủy bỏ', 'Ghi chú của lãnh đạo', 'Cân nhắc'],
  ['Cấp mới', 'Bút phê', 'Trao đổi lại'],
  ['Cấp lại mật khẩu', 'Kết quả thực hiện', 'Đang xử lý'],
  ['Cấp mới', 'Có nhu cầu', ''],
  ['Hủy bỏ', 'Có nhu cầu', 'không'],
];

test.each(mayNotBeDone)('"%s" is not sure beside a column "%s": "%s"', (wish, heading, text) => {
  const others = [{ heading, text, where: 'Sheet1!F7' }];
  const read = interpretRow(
    { ...row({ fullName: 'Trần Văn Nam', wish }), others },
    { today: '2026-11-24' },
  ).wish;
  expect(read).toMatchObject({ action: 'unclear', open: [] });
  expect(read.doubt).toMatch(`cột “${heading}” ${text === '' ? 'để trống' : 'ghi'}`);
});

test('a blank row that the content would fill is not sure beside a column that says another wish', () => {
  const [blank, general] = [
    row({ fullName: 'Trần Văn Nam' }),
    read({ fullName: 'Lê Thị Hoa', wish: 'Cấp mới hộp thư' }).wish,
  ];
  const actions = ['Hủy bỏ hộp thư', 'Cấp mới'].map((text) => {
    const others = [{ heading: 'Hướng xử lý', text, where: 'Sheet1!F7' }];
    return interpretRow({ ...blank, others }, { today: '2026-11-24' }, general).wish.action;
  });
  expect(actions).toEqual(['unclear', 'create']);
});

const harmless: [string, string, string][] = [
  ['Cấp mới', 'Ngày sinh', '12/3/1999'],
  ['Cấp mới', 'Giới tính', 'Nữ'],
  ['Cấp mới', 'Số CCCD', '091199001234'],
  ['Cấp mới', 'Trình độ', 'Đại học'],
  ['Cấp mới', 'Địa chỉ thường trú', 'Xã Không Tên, An Biên'],
  ['Cấp mới', 'Email cá nhân', 'khong@example.com'],
  ['Cấp mới', 'Đảng viên', 'Không'],
  ['Cấp mới', 'Đã có hộp thư chưa', 'Chưa'],
  ['Cấp mới', 'Chưa có hộp thư', 'x'],
  ['Cấp lại mật khẩu', 'Đã có hộp thư', 'x'],
  ['Cấp lại mật khẩu', 'Tình trạng hộp thư', 'Đã cấp'],
  ['Cấp mới', 'Ý kiến lãnh đạo', 'Đồng ý'],
  ['Cấp mới', 'Duyệt', 'x'],
  ['Cấp mới', 'Đã thực hiện', 'Chưa'],
  ['Cấp mới', 'Trạng thái xử lý', 'Chưa xử lý'],
  ['Hủy bỏ', 'Còn công tác', 'Không'],
  ['Cấp mới', 'Còn công tác', 'Có'],
  ['Cấp mới', 'Ký nhận', ''],
  ['Cấp mới', 'Đã gửi', ''],
  ['Cấp mới', 'Gửi công văn', ''],
  ['Hủy bỏ', 'Còn công tác', 'FALSE'],
  ['Cấp mới', 'Số QĐ', '125/QĐ-STC'],
  ['Hủy bỏ', 'Ngày quyết định', '20/10/2026'],
  ['Cấp mới', 'Bậc', '3/4'],
  ['Cấp mới', 'Loại hợp đồng', 'Không xác định thời hạn'],
  ['Cấp mới', 'Hệ thống', 'Thư điện tử'],
  ['Cấp mới', 'Loại tài khoản', 'Cá nhân'],
  ['Cấp mới', 'Số máy lẻ', '0'],
  ['Cấp mới', 'Nhiệm vụ', 'Bộ phận một cửa'],
  ['Hủy bỏ', 'Làm', 'TRUE'],
  ['Hủy bỏ', 'Đề nghị hủy', '1'],
  ['Hủy bỏ', 'Xóa', 'x'],
  ['Hủy bỏ', 'Nghỉ hưu', 'x'],
  ['Hủy bỏ', 'Chuyển công tác', ''],
  ['Hủy bỏ', 'Nghỉ hưu', ''],
  ['Cấp lại mật khẩu', 'Cấp mới', '0'],
  ['Cấp lại mật khẩu', 'Hủy bỏ', 'Không'],
  ['Cấp lại mật khẩu', 'Thay đổi', 'Không'],
  ['Hủy bỏ', 'Rút', '0'],
  ['Cấp mới', 'Loại', '2'],
  ['Cấp mới', 'Đợt', '1'],
  ['Cấp mới', 'Đối tượng', 'Tuyển mới'],
  ['Hủy bỏ', 'Hướng xử lý', 'Thu hồi hộp thư'],
  ['Khóa hộp thư', 'Hình thức', 'Nghỉ hưu'],
  ['Mở khóa hộp thư', 'Trạng thái', 'Khóa'],
  ['Cấp mới', 'Nơi cấp', 'Cục Cảnh sát'],
  ['Cấp mới', 'Ngày cấp', '12/05/2021'],
  ['Cấp mới', 'Kết quả', 'Chưa'],
  ['Cấp mới', 'Ưu tiên', 'x'],
  ['Cấp mới', 'Đúng', 'x'],
  ['Hủy bỏ', 'Ngày hủy', '24/11/2026'],
  ['Hủy bỏ', 'Tình trạng', 'Đã nghỉ hưu'],
  ['Hủy bỏ', 'Tình trạng', 'Đã nghỉ'],
  ['Hủy bỏ', 'Tình trạng', 'Không còn công tác'],
  ['Hủy bỏ', 'Tình trạng', 'Không còn sử dụng'],
  ['Hủy bỏ', 'Tình trạng', 'Chuyển công tác'],
  ['Hủy bỏ', 'Tình trạng', 'Đã chuyển Sở Tài chính'],
  ['Hủy bỏ', 'Tình trạng hộp thư', 'Đang hoạt động'],
  ['Hủy bỏ', 'Tình trạng hộp thư', 'Không sử dụng'],
  ['Tạm khóa', 'Tình trạng', 'Nghỉ thai sản'],
  ['Tạm khóa', 'Tình trạng', 'Đang nghỉ thai sản'],
  ['Tạm khóa', 'Tình trạng', 'Đi học'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Không đăng nhập được'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Không vào được'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Quên mật khẩu'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Đang công tác'],
  ['Cấp lại mật khẩu', 'Trạng thái', 'Đang làm việc'],
  ['Cấp lại mật khẩu', 'Trạng thái', 'Hoạt động'],
  ['Cấp lại mật khẩu', 'Trạng thái', 'Đang sử dụng'],
  ['Cấp lại mật khẩu', 'Tình trạng hộp thư', 'Đã cấp'],
  ['Cấp lại mật khẩu', 'Tình trạng hộp thư', 'Bị khóa'],
  ['Mở khóa', 'Tình trạng hộp thư', 'Đã khóa'],
  ['Khôi phục hộp thư', 'Tình trạng hộp thư', 'Đã hủy'],
  ['Hủy bỏ', 'Tình trạng hộp thư', 'Đã khóa'],
  ['Cấp mới', 'Tình trạng hộp thư', 'Chưa có'],
  ['Cấp mới', 'Hộp thư hiện có', 'Chưa có'],
  ['Cấp mới', 'Hộp thư hiện có', 'Không'],
  ['Cấp mới', 'Tình trạng', 'Mới tuyển'],
  ['Cấp mới', 'Trạng thái', 'Chưa có hộp thư'],
  ['Cấp mới', 'Tình trạng', 'Đang công tác'],
  ['Cấp mới', 'Diện', 'Thay ông Nam đã nghỉ hưu'],
  ['Cấp mới', 'Tình trạng', 'Chuyển công tác về'],
  ['Cấp mới', 'Tình trạng', 'Đã chuyển về'],
  ['Cấp lại mật khẩu', 'Tình trạng', 'Mới chuyển đến'],
  ['Hủy bỏ', 'Năm', '2026'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Đồng ý'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Đồng ý, giải quyết'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Thống nhất theo đề nghị'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Hủy'],
  ['Hủy bỏ', 'Ý kiến của lãnh đạo', 'Kính chuyển Trung tâm xem xét, giải quyết'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Nguyễn Văn Tám'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Phó Giám đốc'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Nhất trí'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Đã duyệt'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Đ/c Tám đã ký'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', '20/11/2026'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Theo QĐ 125/QĐ-SNV'],
  ['Hủy bỏ', 'Ý kiến lãnh đạo', 'Đã nghỉ hưu'],
  ['Hủy bỏ', 'Ghi chú của lãnh đạo', 'Đồng ý'],
  ['Cấp lại mật khẩu', 'Kết quả thực hiện', 'Chưa'],
  ['Cấp mới', 'Có nhu cầu', 'Có'],
  ['Cấp mới', 'Ý kiến', 'Có nhu cầu sử dụng'],
];

test.each(harmless)('"%s" is as clear beside a column "%s": "%s"', (wish, heading, text) => {
  const others = [{ heading, text, where: 'Sheet1!F7' }];
  const asked = row({ fullName: 'Trần Văn Nam', wish });
  const { action } = interpretRow({ ...asked, others }, { today: '2026-11-24' }).wish;
  expect(action).toBe(interpretRow(asked, { today: '2026-11-24' }).wish.action);
});

describe('a rename', () => {
  test('puts the present address of its words into the row', () => {
    const item = read({ wish: 'Đổi tên truy cập từ tvnam.sttt@kiengiang.gov.vn thành tvnam2.sttt' });
    expect(item.row.address).toEqual({ text: 'tvnam.sttt@kiengiang.gov.vn', where: 'Sheet1!wish' });
    expect(item.wish.login).toBe('tvnam2.sttt');
  });

  test('of a mailbox that is named has no new login', () => {
    const item = read({ wish: 'Thay đổi tên truy cập hộp thư tvnam.sttt@kiengiang.gov.vn' });
    expect(item.row.address?.text).toBe('tvnam.sttt@kiengiang.gov.vn');
    expect(item.wish).toMatchObject({ action: 'rename', login: null });
  });
});

describe('an address beside the name', () => {
  test.each([
    'Trần Văn Nam (tvnam1.sttt@kiengiang.gov.vn)',
    'Trần Văn Nam - tvnam1.sttt@kiengiang.gov.vn',
    'Ông Trần Văn Nam (Phó Giám đốc) (email: tvnam1.sttt@kiengiang.gov.vn)',
  ])('%s is that of the mailbox', (fullName) => {
    const { name, row } = read({ fullName, wish: 'Cấp lại mật khẩu' });
    expect(name?.fullName).toBe('Trần Văn Nam');
    expect(row.address).toEqual({ text: 'tvnam1.sttt@kiengiang.gov.vn', where: 'Sheet1!fullName' });
  });

  test.each(['tvnam1.sttt@kiengiang.gov.vn', 'Hộp thư: tvnam1.sttt@kiengiang.gov.vn'])(
    'is enough in the place of the name: %s',
    (fullName) => {
      const { name, row } = read({ fullName, wish: 'Cấp lại mật khẩu' });
      expect(name).toBeNull();
      expect(row.address?.text).toBe('tvnam1.sttt@kiengiang.gov.vn');
    },
  );

  test('that is private, or one of two, is none, and which of two is asked', () => {
    expect(
      read({ fullName: 'Trần Văn Nam (a.sttt@x.vn) (b.sttt@x.vn)', wish: 'Cấp lại mật khẩu' }).wish.doubt,
    ).toBe('hộp thư nào (a.sttt@x.vn, b.sttt@x.vn)');
    for (const fullName of ['Trần Văn Nam (nam@gmail.com)', 'Trần Văn Nam (a.sttt@x.vn) (b.sttt@x.vn)'])
      expect(read({ fullName, wish: 'Cấp lại mật khẩu' }).row.address).toBeNull();
  });

  test('leaves open which mailbox is meant where the words name another as the present one', () => {
    const fullName = 'Trần Văn Nam (tvnam.sttt@kiengiang.gov.vn)';
    const { wish } = read({
      fullName,
      wish: 'Đổi tên truy cập từ tvnam1.sttt@kiengiang.gov.vn thành tvnam2.sttt',
    });
    expect(wish.action).toBe('unclear');
  });
});

describe('the mailbox of the office', () => {
  test.each([
    ['Hộp thư đơn vị', 'Cấp lại mật khẩu hộp thư đơn vị'],
    ['Sở Nội vụ', 'Đổi mật khẩu hộp thư cơ quan'],
    ['Sở Nội vụ', 'Cấp lại mật khẩu hộp thư của Sở Nội vụ'],
  ])('is what the row of "%s" is about', (fullName, wish) => {
    expect(read({ fullName, wish })).toMatchObject({ name: null, wish: { action: 'reset-password' } });
  });

  test('is not that of the person or the address in the row', () => {
    for (const fullName of ['Trần Văn Nam', 'tvnam.sttt@kiengiang.gov.vn'])
      expect(read({ fullName, wish: 'Cấp lại mật khẩu hộp thư đơn vị' }).wish.action).toBe('unclear');
  });
});

test('a cell that is no name leaves the name out, and the wish as it is', () => {
  expect(read({ fullName: 'Văn thư', wish: 'Cấp lại mật khẩu' })).toMatchObject({
    name: null,
    wish: { action: 'reset-password' },
  });
});

describe('actions are left open', () => {
  test.each([
    ['Cấp lại', ['restore', 'reset-password']],
    ['Đề nghị cấp lại', ['restore', 'reset-password']],
    ['Mở lại', ['unlock', 'restore']],
    ['Không cấp lại', []],
    ['Cấp lại hoặc hủy', []],
    ['Cấp lại và đổi số điện thoại', []],
    ['Cấp lại đến hết tháng 12', []],
    ['Cấp lại cho ông Lê Văn Bình', []],
    ['Kiểm tra', []],
    ['Cấp lại mật khẩu', []],
  ])('by "%s"', (wish, open) => {
    expect(read({ wish }).wish.open).toEqual(open);
  });

  test('by nothing where the note contradicts', () => {
    expect(read({ wish: 'Cấp lại', note: 'chưa thực hiện' }).wish.open).toEqual([]);
    expect(read({ wish: 'Cấp lại', note: 'hủy hộp thư' }).wish.open).toEqual([]);
  });
});

test('a row under a title that says that nothing is to be done is unclear', () => {
  const caution = { text: 'Danh sách hộp thư đã cấp', where: 'Sheet1!A10' };
  const asked = row({ fullName: 'Trần Văn Nam', wish: 'Cấp mới' });
  const { wish } = interpretRow({ ...asked, caution }, { today: '2026-11-24' });
  expect(wish).toMatchObject({ action: 'unclear', open: [] });
  expect(wish.doubt).toContain('Danh sách hộp thư đã cấp');
});

describe('a note that speaks of a mailbox', () => {
  const said = (note: string, words: Words = {}) => {
    const item = read({ fullName: 'Lê Văn Tư', wish: 'Hủy bỏ hộp thư', note, ...words });
    return [item.wish.action, item.row.address?.text ?? null];
  };

  test.each([
    'tqbao.snv@kiengiang.gov.vn',
    'tqbao.snv',
    'hộp thư tqbao.snv',
    'email: TQBao.snv@kiengiang.gov.vn',
  ])('names it as the address of the row: "%s"', (note) => {
    const [action, address] = said(note);
    expect(action).toBe('cancel');
    expect(address).toMatch(/^tqbao\.snv/);
  });
  test.each(['Lê Văn Tư (tqbao.snv)', 'Lê Văn Tư - hộp thư tqbao.snv'])(
    'also beside the name: "%s"',
    (name) => {
      expect(said('', { fullName: name })).toEqual(['cancel', 'tqbao.snv']);
    },
  );
  test('also below a heading that the form does not know', () => {
    const others = [{ heading: 'Địa chỉ', text: 'tqbao.snv', where: 'Sheet1!F12' }];
    const asked = { ...row({ fullName: 'Lê Văn Tư', wish: 'Hủy bỏ' }), others };
    expect(interpretRow(asked, { today: '2026-11-24' }).row.address).toEqual({
      text: 'tqbao.snv',
      where: 'Sheet1!F12',
    });
  });
  test.each([
    'Liên hệ: tqbao.snv@kiengiang.gov.vn',
    'Kết quả gửi về snv@kiengiang.gov.vn',
    'Người lập: tqbao.snv@kiengiang.gov.vn',
    'Đã bàn giao cho tqbao.snv@kiengiang.gov.vn',
    'lvtu82@gmail.com',
    'v.v',
  ])('but of none of the row in "%s"', (note) => {
    expect(said(note)[1]).toBeNull();
  });
  test('leaves open which is meant beside another one', () => {
    expect(said('tqbao.snv', { address: 'lvtu.snv@kiengiang.gov.vn' })[0]).toBe('unclear');
    expect(said('lvtu.snv', { address: 'lvtu.snv@kiengiang.gov.vn' })[0]).toBe('cancel');
    expect(said('lvtu.snv, tqbao.snv')[0]).toBe('unclear');
  });
  test('is no present address of who is to get one, or another', () => {
    expect(said('lvtu.snv', { wish: 'Cấp mới' })).toEqual(['create', null]);
    expect(said('tvtu.snv', { wish: 'Đổi tên truy cập thành lvtu2.snv' })).toEqual(['rename', null]);
  });
  test.each(['của anh Bảo', 'Trần Quốc Bảo', 'hộp thư của đ/c Trần Quốc Bảo', 'cũ', 'hộp thư cũ'])(
    'leaves open whose it is by "%s"',
    (note) => {
      expect(said(note)[0]).toBe('unclear');
    },
  );
  test.each(['anh Tư', 'Lê Văn Tư', 'Liên hệ: Trần Quốc Bảo'])('but not by "%s"', (note) => {
    expect(said(note)[0]).toBe('cancel');
  });
});

describe('a row without a name', () => {
  test('has no mailbox by an address in its note', () => {
    const asked = (note: string) =>
      interpretRow({ ...row({ wish: 'Hủy bỏ', note }), fullName: null }, { today: '2026-11-24' });
    for (const note of ['Người duyệt: ntloan.snv@kiengiang.gov.vn', 'ntloan.snv@kiengiang.gov.vn'])
      expect(asked(note).row.address).toBeNull();
  });
});

describe('the title of a group', () => {
  const below = (wish: string, title: string) =>
    interpretRow(
      { ...row({ fullName: 'Lê Văn Tư', wish }), groupTitle: { text: title, where: 'Sheet1!A9' } },
      { today: '2026-11-24' },
    ).wish;

  test.each([
    'Hủy bỏ từ ngày 01/01/2027',
    'Các trường hợp chuyển công tác từ ngày 01/01/2027',
    'Nghỉ hưu năm 2027',
    'Chuyển công tác trong tháng 12/2026',
  ])('says from when its rows are to be done: "%s"', (title) => {
    const { action, effectiveOn } = below('Hủy bỏ', title);
    expect([action, (effectiveOn ?? '') > '2026-11-24']).toEqual(['cancel', true]);
  });
  test.each(['Công chức còn công tác đến hết năm', 'Còn làm việc đến hết tháng 11/2026', 'Sắp nghỉ hưu'])(
    'leaves open when: "%s"',
    (title) => {
      expect(below('Hủy bỏ', title).action).toBe('unclear');
    },
  );
  test.each([
    ['Hủy bỏ', 'Nghỉ hưu năm 2026'],
    ['Hủy bỏ', 'Đã nghỉ hưu từ 01/10/2026'],
    ['Cấp mới', 'Công chức trúng tuyển năm 2026'],
    ['Cấp lại mật khẩu', 'Còn công tác đến hết năm'],
  ])('puts "%s" off by no "%s"', (wish, title) => {
    const { action, effectiveOn } = below(wish, title);
    expect([action !== 'unclear', (effectiveOn ?? '') <= '2026-11-24']).toEqual([true, true]);
  });
});

describe('a note that tells that it was done', () => {
  test.each([
    'Sáng nay Trung tâm đã cấp lại qua điện thoại',
    'Đã được cấp lại sáng nay',
    'Đã cấp lại mật khẩu ngày 27/11',
  ])('leaves open whether to do it again: "%s"', (note) => {
    expect(read({ wish: 'Cấp lại mật khẩu', note }).wish.doubt).toContain('đã xong');
  });
  test.each(['Đã cấp lại nhưng vẫn không đăng nhập được', 'Mật khẩu cấp lại đã hết hạn'])(
    'and goes on asks for it: "%s"',
    (note) => {
      expect(read({ wish: 'Cấp lại mật khẩu', note }).wish).toMatchObject({
        action: 'reset-password',
        doubt: null,
      });
    },
  );
});

describe('a note of how somebody or his mailbox fares', () => {
  test.each([
    ['Cấp lại mật khẩu', 'Đã vào được'],
    ['Cấp lại mật khẩu', 'Đã đăng nhập được'],
    ['Cấp lại mật khẩu', 'Vào lại được'],
    ['Cấp lại mật khẩu', 'Đã khắc phục'],
    ['Cấp lại mật khẩu', 'Hiện đã ổn'],
    ['Cấp lại mật khẩu', 'Đã ổn'],
    ['Cấp lại mật khẩu', 'Bình thường'],
    ['Cấp lại mật khẩu', 'Đang xử lý'],
    ['Cấp lại mật khẩu', 'Đã có mật khẩu'],
    ['Cấp lại mật khẩu', 'Không dùng nữa'],
    ['Cấp lại mật khẩu', 'Hết dùng'],
    ['Cấp lại mật khẩu', 'Do tổ CNTT tự làm'],
    ['Mở khóa', 'Hết lỗi rồi'],
    ['Mở khóa', 'Dùng lại được'],
    ['Hủy bỏ', 'Còn làm đến Tết'],
    ['Hủy bỏ', 'Vẫn đi làm bình thường'],
    ['Hủy bỏ', 'Làm đến cuối tháng 12'],
    ['Hủy bỏ', 'Chuyển thư sang chị Lan'],
    ['Cấp mới', 'Dùng chung với chị Lan'],
    ['Cấp mới', 'Qua Tết mới đi làm'],
  ])('speaks against "%s": "%s"', (wish, note) => {
    expect(read({ wish, note }).wish.action).toBe('unclear');
  });
  test.each([
    ['Cấp lại mật khẩu', 'Không sử dụng được hộp thư'],
    ['Cấp lại mật khẩu', 'Lâu không dùng nên quên mật khẩu'],
    ['Cấp lại mật khẩu', 'Không vào được thư'],
    ['Cấp lại mật khẩu', 'Để vào được hộp thư'],
    ['Cấp lại mật khẩu', 'Vẫn công tác, quên mật khẩu'],
    ['Cấp lại mật khẩu', 'Đang làm việc'],
    ['Cấp lại mật khẩu', 'Hộp thư đang sử dụng chung của phòng'],
    ['Hủy bỏ', 'Không dùng nữa'],
    ['Hủy bỏ', 'Đã chuyển thư cho chị Lan'],
    ['Hủy bỏ', 'Tháng 10 mới nghỉ'],
    ['Tạm khóa', 'Đi học 2 năm'],
    ['Cấp mới', 'Tháng 10 mới nhận việc'],
    ['Cấp mới', 'Mới nhận việc'],
  ])('says nothing against "%s": "%s"', (wish, note) => {
    expect(read({ wish, note }).wish).toMatchObject({ doubt: null });
  });
});

test.each([
  ['Hủy bỏ', 'thay cho hộp thư lvtu.snv'],
  ['Hủy bỏ', 'thay thế hộp thư'],
  ['Cấp mới', 'thay thế hộp thư của ông Tư'],
  ['Hủy bỏ', 'đã nghỉ, hủy vào ngày mai'],
  ['Hủy bỏ', 'đã bàn giao, thực hiện vào cuối tháng'],
])('"%s" with the note "%s" is asked about', (wish, note) => {
  expect(read({ wish, note }).wish.action).toBe('unclear');
});

test.each(['Windows báo sai mật khẩu, đề nghị cấp lại mật khẩu', 'laptop bị hư quên mật khẩu, cấp lại'])(
  'the password of another system is none of ours: "%s"',
  (wish) => {
    expect(read({ wish }).wish.action).toBe('unclear');
  },
);

const besideOther: [string, Words][] = [
  ['Hủy bỏ', { position: 'Chuyên viên (chưa nghỉ)' }],
  ['Hủy bỏ', { position: 'Chuyên viên - nghỉ từ 01/01/2027' }],
  ['Hủy bỏ', { position: 'Chuyên viên, sắp nghỉ hưu' }],
  ['Cấp lại mật khẩu', { position: 'Đã nghỉ hưu' }],
  ['Cấp lại mật khẩu', { position: 'Đã chuyển công tác' }],
  ['Cấp mới', { position: 'Chuyên viên từ 01/01/2027' }],
  ['Cấp mới', { position: 'Chuyên viên (dự kiến)' }],
  ['Cấp mới', { position: 'Chưa bổ nhiệm' }],
  ['Cập nhật chức vụ', { position: 'Chánh Văn phòng (từ 01/01/2027)' }],
  ['Cập nhật chức vụ', { position: 'Phó Trưởng phòng (dự kiến)' }],
  ['Cập nhật chức vụ', { position: 'Phó Trưởng phòng (chờ quyết định)' }],
  ['Hủy bỏ', { phone: 'chưa nghỉ' }],
  ['Hủy bỏ', { phone: 'khoan hủy' }],
  ['Hủy bỏ', { unit: 'Phòng TCHC - chưa nghỉ' }],
  ['Hủy bỏ', { unit: 'Sở Nội vụ (?)' }],
  ['Cấp lại mật khẩu', { unit: 'Sở Nội vụ - Phòng CCHC (đã chuyển Sở Tài chính)' }],
  ['Cấp lại mật khẩu', { fullName: 'Trần Văn Nam (cũ: Trần Văn Năm)' }],
  ['Cấp lại mật khẩu', { fullName: 'Trần Văn Nam (?)' }],
  ['Cấp lại mật khẩu', { fullName: 'Trần Văn Nam (đã nghỉ hưu)' }],
  ['Hủy bỏ', { fullName: 'Trần Văn Nam (đang nghỉ phép)' }],
];

test.each(besideOther)('"%s" is not sure beside %j', (wish, words) => {
  expect(read({ fullName: 'Trần Văn Nam', wish, ...words }).wish).toMatchObject({
    action: 'unclear',
    open: [],
  });
});

const besidePosts: [string, Words][] = [
  ['Cấp mới', { position: 'Người hoạt động không chuyên trách' }],
  ['Hủy bỏ', { position: 'Phó Chủ tịch Hội CCB (không chuyên trách)' }],
  ['Hủy bỏ', { position: 'Cán bộ hợp đồng không xác định thời hạn' }],
  ['Hủy bỏ', { position: 'Nguyên Phó Giám đốc' }],
  ['Hủy bỏ', { position: 'Chuyên viên (đã nghỉ hưu)' }],
  ['Hủy bỏ', { position: 'Chuyên viên (nghỉ hưu từ 01/10/2026)' }],
  ['Hủy bỏ', { position: 'Phó Trưởng phòng, kiêm Chủ tịch Công đoàn' }],
  ['Hủy bỏ', { position: 'Trưởng phòng Quản lý văn bản và Dừng thuế' }],
  ['Cấp lại mật khẩu', { position: 'Phó Trưởng phòng phụ trách' }],
  ['Cấp lại mật khẩu', { position: 'Chuyên viên (nghỉ hưu từ 01/01/2027)' }],
  ['Tạm khóa', { position: 'Chuyên viên (đang nghỉ thai sản)' }],
  ['Cấp mới', { position: 'Chuyên viên (mới tuyển)' }],
  ['Cấp mới', { position: 'Nhân viên thử việc' }],
  ['Cấp mới', { position: 'Chuyên viên (thay bà Lan nghỉ hưu)' }],
  ['Cấp mới', { position: 'Chuyên viên (chuyển từ Sở Tài chính)' }],
  ['Cấp mới', { position: 'Công chức Văn phòng - Thống kê' }],
  ['Cấp mới', { position: 'Công chức Địa chính - Xây dựng - Đô thị và môi trường' }],
  ['Cập nhật chức vụ', { position: 'Phó Trưởng phòng (từ 01/11/2026)' }],
  ['Hủy bỏ', { phone: '0918 111 222' }],
  ['Hủy bỏ', { phone: 'không có' }],
  ['Hủy bỏ', { phone: 'Không' }],
  ['Hủy bỏ', { phone: '0918.111.222 (gặp chị Lan)' }],
  ['Hủy bỏ', { phone: '0297 3862 115, di động 0918 111 222' }],
  ['Cấp mới', { unit: 'Phòng Tổ chức - Hành chính' }],
  ['Hủy bỏ', { unit: 'Trung tâm Hỗ trợ doanh nghiệp (Phòng Đào tạo)' }],
  ['Hủy bỏ', { unit: 'Trường THCS 30/4' }],
  ['Hủy bỏ', { unit: 'Ban Quản lý dự án đầu tư xây dựng' }],
  ['Hủy bỏ', { unit: 'Trung tâm Dịch vụ việc làm, Phòng Bảo hiểm thất nghiệp' }],
  ['Hủy bỏ', { unit: 'Đội Quản lý thị trường số 3' }],
  ['Hủy bỏ', { unit: 'Sở Nội vụ (đã chuyển Sở Tài chính)' }],
  ['Cấp lại mật khẩu', { fullName: 'Trần Văn Nam (Tran Van Nam)' }],
  ['Cấp mới', { fullName: 'Trần Văn Hòa (Trần Văn Hoà)' }],
];

test.each(besidePosts)('"%s" is as clear beside %j', (wish, words) => {
  const action = read({ fullName: 'Trần Văn Nam', wish }).wish.action;
  expect(read({ fullName: 'Trần Văn Nam', wish, ...words }).wish.action).toBe(action);
});

const overRow: [string, 'groupTitle' | 'wishHeading', string, string | null][] = [
  ['Hủy bỏ', 'groupTitle', 'I. Chưa nghỉ', 'unclear'],
  ['Hủy bỏ', 'groupTitle', 'I. Đang công tác', 'unclear'],
  ['Hủy bỏ', 'groupTitle', 'II. Cán bộ còn công tác', 'unclear'],
  ['Cấp lại mật khẩu', 'groupTitle', 'I. Đã nghỉ việc', 'unclear'],
  ['Hủy bỏ', 'groupTitle', 'II. Đã nghỉ việc', null],
  ['Cấp mới', 'groupTitle', 'I. Cán bộ đang công tác', null],
  ['Cấp lại mật khẩu', 'groupTitle', 'I. Đang công tác', null],
  ['Hủy bỏ', 'wishHeading', 'Nội dung đề nghị năm 2025', 'unclear'],
  ['Hủy bỏ', 'wishHeading', 'Đề nghị hủy năm 2027', '2027-01-01'],
  ['Hủy bỏ', 'wishHeading', 'Nội dung đề nghị (từ 01/01/2027)', '2027-01-01'],
  ['Hủy bỏ', 'wishHeading', 'Nội dung đề nghị thực hiện từ 15/12/2026', '2026-12-15'],
  ['Hủy bỏ', 'wishHeading', 'Nội dung đề nghị năm 2026', null],
  ['Hủy bỏ', 'wishHeading', 'Nội dung đề nghị quý IV năm 2026', null],
  ['Cấp mới', 'wishHeading', 'Nội dung đề nghị (tháng 11/2026)', null],
];

test.each(overRow)('"%s" below a %s "%s" is %s', (wish, kind, text, meant) => {
  const asked = { ...row({ fullName: 'Trần Văn Nam', wish }), [kind]: { text, where: 'Sheet1!A9' } };
  const { action, effectiveOn } = interpretRow(asked, { today: '2026-11-24' }).wish;
  const later = (effectiveOn ?? '') > '2026-11-24' ? effectiveOn : null;
  expect(action === 'unclear' ? action : later).toBe(meant);
});
