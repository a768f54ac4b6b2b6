import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesSeveral, personName } from '../../src/interpret/names.ts';

describe('a person is named', () => {
  test.each([
    ['Trần Văn Nam', 'Trần Văn Nam', 'tvnam', null],
    ['TRẦN VĂN NAM', 'TRẦN VĂN NAM', 'tvnam', null],
    ['trần văn nam', 'trần văn nam', 'tvnam', null],
    ['Trần văn Nam', 'Trần văn Nam', 'tvnam', null],
    ['  Trần  Văn\nNam ', 'Trần Văn Nam', 'tvnam', null],
    ['Tr\u200bần Văn Nam', 'Trần Văn Nam', 'tvnam', null],
    ['Trần Văn Nam'.normalize('NFD'), 'Trần Văn Nam', 'tvnam', null],
    ['Tran Van Nam', 'Tran Van Nam', 'tvnam', null],
    ['Truong Van Nam', 'Truong Van Nam', 'tvnam', null],
    ['Ông Trần Văn Nam', 'Trần Văn Nam', 'tvnam', null],
    ['ông trần văn nam', 'trần văn nam', 'tvnam', null],
    ['Ong Tran Van Nam', 'Tran Van Nam', 'tvnam', null],
    ['Đ/c Nguyễn Văn Hùng', 'Nguyễn Văn Hùng', 'nvhung', null],
    ['đ/c.Nguyễn Văn Hùng', 'Nguyễn Văn Hùng', 'nvhung', null],
    ['Đồng chí Lê Thị Hoa', 'Lê Thị Hoa', 'lthoa', null],
    ['BS.CKI Lê Thị Hoa', 'Lê Thị Hoa', 'lthoa', null],
    ['ThS.BS. Lê Thị Hoa', 'Lê Thị Hoa', 'lthoa', null],
    ['ThS.Nguyễn Văn An', 'Nguyễn Văn An', 'nvan', null],
    ['Thiếu tá Lê Văn Đức', 'Lê Văn Đức', 'lvduc', null],
    ['1. Trần Văn Nam', 'Trần Văn Nam', 'tvnam', null],
    ['Trần Văn Nam (Phó Giám đốc)', 'Trần Văn Nam', 'tvnam', 'Phó Giám đốc'],
    ['Trần Văn Nam - Phó Giám đốc', 'Trần Văn Nam', 'tvnam', 'Phó Giám đốc'],
    ['Trần Văn Nam – nghỉ hưu', 'Trần Văn Nam', 'tvnam', 'nghỉ hưu'],
    ['Trần Văn Nam, Phó Giám đốc', 'Trần Văn Nam', 'tvnam', 'Phó Giám đốc'],
    ['Trần Văn Nam\nPhó Giám đốc', 'Trần Văn Nam', 'tvnam', 'Phó Giám đốc'],
    ['Chủ tịch Trần Văn Nam', 'Trần Văn Nam', 'tvnam', 'Chủ tịch'],
    ['(Ông) Trần Văn Nam', 'Trần Văn Nam', 'tvnam', null],
    ['Trần Văn Nam Phó Giám đốc', 'Trần Văn Nam', 'tvnam', 'Phó Giám đốc'],
    ['Thái Hữu Lộc Chuyên viên', 'Thái Hữu Lộc', 'thloc', 'Chuyên viên'],
    ['LÊ VĂN BA TRƯỞNG PHÒNG NỘI VỤ', 'LÊ VĂN BA', 'lvba', 'TRƯỞNG PHÒNG NỘI VỤ'],
    ['Trần Văn Nam PGĐ', 'Trần Văn Nam', 'tvnam', 'PGĐ'],
    ['Nguyễn Thị Lan văn thư', 'Nguyễn Thị Lan', 'ntlan', 'văn thư'],
    ['Nguyễn Văn Thư', 'Nguyễn Văn Thư', 'nvthu', null],
    ['Lê Hoàng Văn Thư', 'Lê Hoàng Văn Thư', 'lhvthu', null],
    ['Nguyen Thi Thu Ky', 'Nguyen Thi Thu Ky', 'nttky', null],
    ['Anh: Trần Văn Nam', 'Trần Văn Nam', 'tvnam', null],
    ['Trần Văn Nam\nSĐT: 0912 345 678', 'Trần Văn Nam', 'tvnam', 'SĐT: 0912 345 678'],
    ['Bà: Lê Thị Hoa - ĐT 0912.345.678', 'Lê Thị Hoa', 'lthoa', 'ĐT 0912.345.678'],
    ['Lê Thị Hoa (Kế toán) 0912345678', 'Lê Thị Hoa', 'lthoa', '0912345678; Kế toán'],
    ['Trần Văn Nam - Phó Trưởng phòng', 'Trần Văn Nam', 'tvnam', 'Phó Trưởng phòng'],
    ['Trần Văn Nam - Văn Phòng Sở', 'Trần Văn Nam', 'tvnam', 'Văn Phòng Sở'],
    ['Nguyễn Thị\nKim Anh', 'Nguyễn Thị Kim Anh', 'ntkanh', null],
    ['Trần Nguyễn Lê Thị Hoa', 'Trần Nguyễn Lê Thị Hoa', 'tnlthoa', null],
    ['Danh Út', 'Danh Út', 'dut', null],
    ['Thị Hường', 'Thị Hường', 'thuong', null],
    ['Châu Soc Kim', 'Châu Soc Kim', 'cskim', null],
    ["H'Hen Niê", "H'Hen Niê", 'hnie', null],
    ['H’HEN NIÊ', "H'HEN NIÊ", 'hnie', null],
    ['y-blô niê', 'y-blô niê', 'ybnie', null],
    ['Lý A Páo', 'Lý A Páo', 'lapao', null],
    ['Đoàn Văn Hậu', 'Đoàn Văn Hậu', 'dvhau', null],
    ['Văn Thị Thư', 'Văn Thị Thư', 'vtthu', null],
    ['Hoàng Khoa', 'Hoàng Khoa', 'hkhoa', null],
    ['Hương', 'Hương', 'huong', null],
    ["K'Brêu", "K'Brêu", 'kbreu', null],
    ['H’ Hoa Ê Ban', "H'Hoa Ê Ban", 'heban', null],
    ['NguyễnVăn Nam', 'Nguyễn Văn Nam', 'nvnam', null],
    ['“Nguyễn Văn Nam” *', 'Nguyễn Văn Nam', 'nvnam', null],
    ['Nguyễn Văn Nam ........', 'Nguyễn Văn Nam', 'nvnam', null],
    ['Nguyễn Thị Thu Hà, sinh năm 1980', 'Nguyễn Thị Thu Hà', 'nttha', 'sinh năm 1980'],
    ['Ông Văn Tám', 'Ông Văn Tám', 'ovtam', null],
    ['Ông Ông Văn Tám', 'Ông Văn Tám', 'ovtam', null],
    ['Công Tằng Tôn Nữ Tạ Thị Ngọc Thảo', 'Công Tằng Tôn Nữ Tạ Thị Ngọc Thảo', 'cttnttnthao', null],
    ['Nguyễn Văn Bé hủy', 'Nguyễn Văn Bé', 'nvbe', 'hủy'],
    ['Nguyễn Văn Bé nghỉ hưu', 'Nguyễn Văn Bé', 'nvbe', 'nghỉ hưu'],
    ['NGUYỄN VĂN BÉ NGHỈ HƯU', 'NGUYỄN VĂN BÉ', 'nvbe', 'NGHỈ HƯU'],
    ['Nguyen Van Be nghi huu', 'Nguyen Van Be', 'nvbe', 'nghi huu'],
    ['Nguyễn Văn Bé mới về', 'Nguyễn Văn Bé', 'nvbe', 'mới về'],
    ['Nguyễn Văn Bé không cấp nữa', 'Nguyễn Văn Bé', 'nvbe', 'không cấp nữa'],
    ['Nguyễn Văn Bé thay Lê Tám', 'Nguyễn Văn Bé', 'nvbe', 'thay Lê Tám'],
    ['Nguyễn Văn Bé Sở Nội vụ', 'Nguyễn Văn Bé', 'nvbe', 'Sở Nội vụ'],
    ['Nguyễn Văn Bé xã Mỹ Lâm', 'Nguyễn Văn Bé', 'nvbe', 'xã Mỹ Lâm'],
    ['Trưởng phòng Nội vụ Nguyễn Văn Bé', 'Nguyễn Văn Bé', 'nvbe', 'Trưởng phòng Nội vụ'],
    ['Công chức Tư pháp Nguyễn Văn Bé', 'Nguyễn Văn Bé', 'nvbe', 'Công chức Tư pháp'],
    ['Phó Chủ tịch xã Nguyễn Văn Bé', 'Nguyễn Văn Bé', 'nvbe', 'Phó Chủ tịch xã'],
    ['Hiệu trưởng Trường Mầm non Nguyễn Thị Bé', 'Nguyễn Thị Bé', 'ntbe', 'Hiệu trưởng Trường Mầm non'],
    ['Trần Thị mới', 'Trần Thị mới', 'ttmoi', null],
    ['Lê Văn An Toàn', 'Lê Văn An Toàn', 'lvatoan', null],
    ['Lê Trường Giang', 'Lê Trường Giang', 'ltgiang', null],
    ['Nguyễn Thị Thu hà', 'Nguyễn Thị Thu hà', 'nttha', null],
    ['Nguyễn Thị Thanh Tra', 'Nguyễn Thị Thanh Tra', 'ntttra', null],
    ['Tô Văn Khóa', 'Tô Văn Khóa', 'tvkhoa', null],
    ['Dr. Trần Văn Nam', 'Trần Văn Nam', 'tvnam', null],
    ['Thị Anh Thơ', 'Thị Anh Thơ', 'tatho', null],
    ['Anh Thơ', 'Anh Thơ', 'atho', null],
    ['Anh Trần Văn Nam', 'Trần Văn Nam', 'tvnam', null],
    ['Chu Văn An', 'Chu Văn An', 'cvan', null],
    ['Nguyễn Hoà Thuý', 'Nguyễn Hoà Thuý', 'nhthuy', null],
    ['Công Tằng Tôn Nữ Thị Thanh Hương', 'Công Tằng Tôn Nữ Thị Thanh Hương', 'cttntthuong', null],
    ['Ðặng Thị Ðào', 'Đặng Thị Đào', 'dtdao', null],
    ['Trаn Vаn Nаm', 'Tran Van Nam', 'tvnam', null],
    ['ＴＲＡＮ ＶＡＮ ＮＡＭ', 'TRAN VAN NAM', 'tvnam', null],
  ])('%j', (text, fullName, letters, remark) => {
    expect(personName(text)).toMatchObject({ fullName, letters, remark });
  });
});

describe('no person is named', () => {
  test.each([
    '',
    ' ',
    '.',
    '-',
    'Nguyễn',
    'Nguyễn Văn ...',
    'nguyenvana',
    'Ông Nam',
    'Chị Hoa',
    'Nội vụ Nguyễn Văn Bé',
    'Hủy hộp thư Nguyễn Văn Bé',
    'Trần Văn Nam 2',
    'Trần Văn Nam1',
    'Nguyễn V. Nam',
    'Nguyễn V Nam',
    'Nguyễn Văn Hùng TT',
    'Nơi nhận: Trần Văn Nam',
    'Trần Văn Nam, Lê Thị Hoa',
    'Trần Văn Nam và Lê Thị Hoa',
    'Trần Văn Nam và Lê Thị Hoa (02 người) 2',
    'Trần Văn Nam Lê Thị Hoa',
    'TRẦN VĂN NAM LÊ THỊ HOA',
    'Trần Minh Nam Lê Ngọc Hoa',
    'Trần Minh Nam\nLê Ngọc Hoa',
    'Trần Minh Nam - Lê Ngọc Hoa',
    'Sở Nội vụ',
    'Phòng Tổ chức',
    'Văn thư',
    'Văn phòng HĐND',
    'UBND xã Tân Lập',
    'Trường THPT Nguyễn Hùng Sơn',
    'Đoàn thanh niên',
    'Công an huyện',
    'Hộp thư đơn vị',
    'tvnam.sttt@kiengiang.gov.vn',
    '0912345678',
    '12345',
    'Họ và tên',
    'Như trên',
    'Không có',
    'Cấp mới',
    'Trần Văn Naм',
    'Ñaëng Vaên Nam',
    'Trần Văn Ñ',
    '阮文南',
    'Trần Văn 😀',
    'admin test',
    'Nguyễn Văn A Nguyễn Văn B Nguyễn Văn C Nguyễn',
  ])('%j', (text) => {
    expect(personName(text)).toBeNull();
  });
});

const listed = readFileSync(new URL('./names.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | '));

test('the names of staff lists, whichever way their letters and spaces are written', () => {
  const ways: ((text: string) => string)[] = [
    (text) => text,
    (text) => text.normalize('NFD'),
    (text) => text.replaceAll(' ', '  '),
    (text) => `\u00a0${text}\u200b`,
  ];
  const misread = listed.flatMap(([written = '', fullName, letters]) =>
    ways.flatMap((way) => {
      const name = personName(way(written));
      const isRight = name?.fullName === fullName && name?.letters === letters;
      return isRight ? [] : [`${written}: ${name?.fullName} ${name?.letters}`];
    }),
  );
  expect([...new Set(misread)]).toEqual([]);
});

test('the letters are a to z alone, and the same for a name as it comes out', () => {
  const syllable = fc.constantFrom(
    'Trần',
    'VĂN',
    'nam',
    'Đặng',
    'Thị',
    'Ưng',
    'Ỷ',
    'Hoà',
    "H'Hen",
    'Y-Blô',
    'Niê',
    'Quý',
    'Ê',
  );
  fc.assert(
    fc.property(fc.array(syllable, { minLength: 2, maxLength: 6 }), (words) => {
      const name = personName(words.join(' '));
      if (name === null) return;
      expect(name.letters).toMatch(/^[a-z]+$/);
      expect(personName(name.fullName)).toMatchObject({ key: name.key, letters: name.letters });
    }),
  );
});

test('whatever is written, reading a name never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const name = personName(text);
      if (name !== null) expect(name.letters).toMatch(/^[a-z]+$/);
    }),
    { numRuns: 3000 },
  );
});

test.each<[string, boolean]>([
  ['Cao Văn Hạ và Đỗ Thị Đông', true],
  ['Trần Văn Nam, Lê Thị Hoa, Võ Quốc Thịnh', true],
  ['Ông Trần Văn Nam; bà Lê Thị Hoa', true],
  ['Trần Văn Nam Lê Thị Hoa', true],
  ['Trần Văn Nam - Lê Thị Hoa', true],
  ['Trần Văn Nam', false],
  ['Trần Văn Nam, Chánh Văn phòng', false],
  ['Phòng Văn hóa và Thông tin', false],
  ['Nam và Hoa', false],
  ['', false],
])('%j names several people: %s', (text, several) => {
  expect(namesSeveral(text)).toBe(several);
});
