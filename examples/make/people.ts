import { addressStem } from '../../src/directory/naming.ts';
import { personName } from '../../src/interpret/names.ts';
import { list } from '../../src/text/list.ts';
import { mailDomain } from './units.ts';

/** A line of mailboxes.csv. Days as `YYYY-MM-DD`, empty where unknown. */
export type ExampleMailbox = {
  address: string;
  fullName: string;
  unit: string;
  position: string;
  phone: string;
  status: string;
  createdAt: string;
  lastAccessAt: string;
};

/**
 * Invented people, by unit: `name, position[, status[, login]]`; `active` where none is written. A login is from before
 * the regulation.
 */
const people: Readonly<Record<string, readonly string[]>> = {
  sttt: list(`
    Lê Quang Khải, Giám đốc |
    Trần Văn Nam, Trưởng phòng Bưu chính - Viễn thông |
    Nguyễn Thị Hồng Nhung, Chánh Văn phòng |
    Danh Hoàng Phúc, Chuyên viên |
    Phạm Thị Thu Trang, Kế toán, locked`),
  ttcntttt: list('Huỳnh Minh Trí, Giám đốc Trung tâm | Nguyễn Hoài Thương, Kỹ thuật viên'),
  snv: list(`
    Võ Quốc Thịnh, Phó Giám đốc |
    Huỳnh Thị Kim Ngân, Chánh Văn phòng |
    Lâm Quốc Bảo, Chuyên viên chính |
    Đặng Thị Mỹ Duyên, Chuyên viên |
    Thị Sà Phol, Chuyên viên |
    Nguyễn Văn Hùng, Chuyên viên |
    Võ Thành Long, Chuyên viên, cancelled`),
  sngv: list('Quách Tuấn Kiệt, Chánh Văn phòng | Nguyễn Ngọc Diễm Quỳnh, Chuyên viên'),
  stc: list(`
    Nguyễn Thị Lan Anh, Kế toán trưởng |
    Phan Thị Bích Liên, Chuyên viên |
    Trương Minh Tuấn, Chuyên viên, reclaimed |
    Lê Hoàng Sơn, Thanh tra viên, locked |
    Nguyễn Hữu Tài, Phó Trưởng phòng Quản lý ngân sách`),
  skhdt: list('Đỗ Văn Khánh, Chuyên viên | Ngô Thị Tường Vi, Văn thư'),
  stp: list(`
    Mai Thị Cẩm Vân, Chánh Văn phòng |
    Trịnh Công Danh, Chuyên viên, locked |
    Lý Thị Hồng Gấm, Chuyên viên, active, honggam`),
  vpubnd: list(`
    Đinh Công Thắng, Phó Chánh Văn phòng |
    Bùi Thị Thanh Hương, Văn thư |
    Lê Văn Út, Chuyên viên chính |
    Nguyễn Thị Sáu, Chuyên viên |
    Trần Quốc Toàn, Nhân viên, reclaimed`),
  sldtbxh: list('Hồ Thị Ngọc Ánh, Trưởng phòng | Danh Út Nhỏ, Chuyên viên'),
  sgddt: list('Cao Thị Minh Thư, Chuyên viên | Tô Văn Phước, Phó Trưởng phòng'),
  syt: list('Thái Ngọc Hân, Chuyên viên | Lưu Gia Bảo, Chánh Thanh tra, locked'),
  bvdk: list('Châu Thanh Tòng, Phó Giám đốc | Nguyễn Thị Diệu Hiền, Nhân viên'),
  ubndhondat: list('Nguyễn Minh Đăng, Chánh Văn phòng | Tạ Thị Kim Chi, Chuyên viên'),
  pnvhondat: list('Lê Thị Tuyết Mai, Trưởng phòng'),
  xamylam: list('Danh Thị Ngọc Hân, Văn phòng - Thống kê | Nguyễn Văn Đủ, Chủ tịch'),
  xathoson: list('Tiên Thanh Bình, Phó Chủ tịch | Kim Thị Sa Rây, Kế toán, reclaimed'),
  ubndrachgia: list('Dương Thị Hồng Cúc, Chánh Văn phòng | Trần Trọng Nghĩa, Chuyên viên'),
  ubndphuquoc: list(`
    Huỳnh Thị Mộng Thúy, Chánh Văn phòng |
    Nguyễn Thị Thúy Kiều, Chuyên viên |
    Trần Hải Yến, Chuyên viên |
    Phạm Quốc Cường, Chuyên viên, cancelled`),
  ubndhatien: list('Giang Hữu Lợi, Chuyên viên | Lâm Thị Phương Thảo, Văn thư'),
  vptu: list('Phan Chí Công, Chuyên viên | Nguyễn Thị Ngọc Trâm, Văn thư'),
  hlhpn: list('Trương Thị Mộng Tuyền, Chánh Văn phòng'),
  xskt: list('Lê Phước Sang, Kế toán trưởng'),
};

/** The mailboxes of the invented people, as the Centre's list might have them in November 2026. */
export function exampleMailboxes(): ExampleMailbox[] {
  return Object.entries(people)
    .flatMap(([unit, entries]) => entries.map((entry) => ({ unit, entry })))
    .map(({ unit, entry }, index) => {
      const [fullName = '', position = '', status = 'active', login] = entry.split(/,\s*/);
      const name = personName(fullName);
      if (!name) throw new Error(`no person's name: ${fullName}`);
      const address = login ? `${login}.${unit}@${mailDomain}` : addressStem(name, unit, mailDomain);
      const phone = `0297 3 000 ${101 + index}`;
      return { address, fullName, unit, position, phone, status, ...days(index, status) };
    });
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** Days that fit the status: whoever is active has been there lately, what was taken back had not been opened for months. */
function days(index: number, status: string): { createdAt: string; lastAccessAt: string } {
  const createdAt = `${2018 + (index % 6)}-${pad(1 + ((index * 5) % 12))}-${pad(1 + ((index * 7) % 28))}`;
  if (status === 'cancelled') return { createdAt, lastAccessAt: '2025-06-30' };
  if (status === 'reclaimed') return { createdAt, lastAccessAt: '2025-11-14' };
  const lastAccessAt = status === 'locked' ? '2026-08-03' : `2026-11-${pad(2 + ((index * 3) % 19))}`;
  return { createdAt, lastAccessAt };
}
