import { fold } from '../text/fold.ts';
import { type People, pointedAt } from './pointers.ts';
import { mayBeAmong } from './wishes-told.ts';
import { surnames } from './words/surnames.ts';
import { callings } from './words/titles.ts';

/** Somebody whom a sentence names: how it calls him, and by his full name or only by a part of it. */
export type Stranger = { name: string; isFull: boolean };

const title = `(?i:${callings}|ong|ba|chi|co|dong chi|bạn|bs|bác sĩ)`;
const word = '\\p{Lu}[\\p{L}\\p{M}]*';
/** What an office is called by, and nobody: "anh chị Trung tâm". */
const office =
  '(?!(?:Trung tâm|Phòng|Sở|Ban|Bộ|Ủy ban|UBND|HĐND|VP|Văn (?:phòng|thư)|Chi cục|Chi (?:bộ|đoàn)|Hội|Đoàn (?:thanh|viên)|Tổ|Đội|Khoa|Trường|Tỉnh|Huyện|Xã|Thành phố|Công (?:an|ty|đoàn)|Bệnh viện|TT|CNTT)(?!\\p{L}))';
const position =
  '(?:(?i:(?:quyền |phó |cấp )*(?:tổng )?(?:chủ tịch|giám đốc|bí thư|trưởng phòng|trưởng ban|trưởng khoa|hiệu trưởng|chánh văn phòng|chánh thanh tra|chi cục trưởng|chủ nhiệm|phòng|ban|văn phòng|chuyên viên|văn thư|kế toán|thủ quỹ|cán bộ|công chức|viên chức|nhân viên))(?: (?:UBND|HĐND|Sở|Ban|Phòng))?\\s+)?';
/** Somebody with a title, by whatever part of his name. */
const titled = `${title}[.\\s]\\s*${position}${office}(${word}(?:\\s+${word}){0,5})`;
/** Somebody without one, by his full name. */
const full = `${position}${office}((?:${surnames.join('|')})(?:\\s+${word}){2,5})`;

const thing = '(?:thư|thu|mail|khoản|khoan|khẩu|khau|mk|pass|thoại|thoai|vụ|danh|tên|chỉ|truy cập)';
const done =
  '(?:mới|cấp|tạo|lập|hủy|huỷ|xóa|xoá|khóa|khoá|mở|đổi|hồi|phục|bỏ|lại|thêm|luôn|giúp|giùm|dùm|hộ|nữa|cap|huy|xoa|khoa|moi|lai|giup)';
/** Whose mailbox it is, or for whom something is made: not to whom something is sent or given. */
const owners: readonly RegExp[] = [
  `(?<!\\p{L})(?i:${thing})\\s+(?:(?i:cho|của|cua|điện tử|công vụ|dien tu|cong vu|cũ)\\s+){0,3}(?:${titled}|${full})`,
  `(?<!\\p{L}|(?i:gửi|chuyển|giao|nhắn|báo|trả|liên hệ)\\s)(?i:${done})\\s+(?:(?i:cho|của)\\s+)?${titled}(?!\\s+(?:ơi|à|ạ)(?!\\p{L}))`,
  `(?<!\\p{L}|(?i:gửi|chuyển|giao|nhắn|báo|trả|thay|thế)\\s)(?i:${done})\\s+(?i:cho|của)\\s+${full}`,
].map((source) => new RegExp(source, 'gu'));
/** Who is listed after such a one. */
const further = new RegExp(`\\s*(?:,|và|cùng|với|&)\\s*(?:${titled})`, 'uy');

/** Those whose mailboxes or passwords a sentence speaks of and who are in no row. */
export function ownersBeside(text: string, people: People): Stranger[] {
  const said = text.normalize('NFC');
  const found = owners.flatMap((pattern) =>
    [...said.matchAll(pattern)].flatMap((match) => {
      const names = match.slice(1).filter((name) => name !== undefined);
      further.lastIndex = match.index + match[0].length;
      for (let next = further.exec(said); next !== null; next = further.exec(said)) names.push(next[1] ?? '');
      return names;
    }),
  );
  return strangersAmong(found, people);
}

/** Who acts or suffers in a sentence: at its head or that of a clause, and addressed by nobody. */
const subjects = new RegExp(
  `(?:^\\P{L}*|[,;:.(]\\s*)(?:(?i:${[
    'p[/.]?s|riêng|còn|thêm|cả|và|rieng|con|ngoài ra|đồng thời|nhân tiện|sẵn tiện|tiện thể|luôn tiện|nhân đây|hiện nay|hiện|nay|có',
    'bên em|bên|trường hợp|luôn cả|với|ngoai ra|trường hợp của|hộp thư của|mail của',
  ].join('|')})[\\s:,]+){0,3}${titled}`,
  'gu',
);
const listed = new RegExp(
  `(?<!\\p{L})(?i:bổ sung|thêm|ghi thêm|thiếu|sót|bo sung|them)\\s+(?:(?i:thêm|cả|luôn|cho|tên|trường hợp|người|một|là|của|\\d+)[\\s:,]+){0,4}(?:${titled}|${full})`,
  'gu',
);

export const subjectsBeside = (text: string, people: People): Stranger[] =>
  strangersAmong(namesOf(text, subjects), people);

/** Whom a sentence adds to a list: "xin bổ sung chị Lý Thị Bích Thủy (quên mật khẩu)". */
export const addedIn = (text: string, people: People): Stranger[] =>
  strangersAmong(namesOf(text, listed), people);

const namesOf = (text: string, pattern: RegExp): string[] =>
  [...text.normalize('NFC').matchAll(pattern)].map(([, ...names]) => names.find(Boolean) ?? '');

function strangersAmong(names: readonly string[], people: People): Stranger[] {
  return names.flatMap((name) => {
    const { named } = pointedAt(`chị ${name}`, people);
    return named.size > 0 || mayBeAmong(fold(name), people) ? [] : [{ name, isFull: name.includes(' ') }];
  });
}

/** In the South people are called by their place among their brothers and sisters: "chú Bảy" may be anybody of the rows. */
export const isNumbered = ({ name }: Stranger): boolean =>
  /^(?:Hai|Ba|Tư|Năm|Sáu|Bảy|Tám|Chín|Mười|Út)$/u.test(name);
