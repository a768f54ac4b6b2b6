import { type Action, actions } from '../../model/request.ts';
import { phrase } from '../../text/spoken.ts';

/*
 * How somebody or his mailbox is said to be, beside his row or over it, and the wishes that this speaks against. All are for `spoken` words.
 */

const whole = '(?= (?:, )*$)';
/** Not of another one, who left or is to be replaced: "thay ông Nam đã nghỉ hưu". */
const own = '(?<! (?:thay|thế|của|do|vì)(?: [^ ]+){0,8} )';
const first = '(?<=^ (?:, )*(?:(?:đã|vừa|mới|được|hiện) )*)';
const forTime = '(?:thai|sinh|hộ sản|ốm|bệnh|phép|mát|lễ|hè|dưỡng|không|chữa|việc riêng)';
const leaves =
  '(?:nghỉ (?:hưu|việc(?! riêng)|hẳn|luôn|chế độ|công tác)|hưu trí|về hưu|thôi việc|qua đời|từ trần)';

/** What gives somebody back the use of his mailbox. */
export const givingBack: readonly Action[] = ['reset-password', 'unlock', 'restore'];
/** What takes it from him. */
export const takingAway: readonly Action[] = ['cancel', 'lock'];
const allBut = (...some: readonly Action[]): Action[] => actions.filter((one) => !some.includes(one));

/** Somebody has left, or will have by a day that is named beside it. */
export const left = phrase(
  `${first}${leaves}(?! (?:từ|vào|kể từ) )|${own}(?:đã|vừa)(?: [^ ,]+){0,1} (?:${leaves}|nghỉ(?! ${forTime}))|${own}không còn (?:công tác|làm việc|làm)`,
);

export const states: readonly { words: RegExp; denies: readonly Action[] }[] = [
  // He is in office, or uses it.
  {
    words: phrase(
      `(?<! (?:không|chẳng|hết|thôi|ngừng|ngưng)~ )(?:vẫn|còn|đang) (?:công tác|đi làm|làm(?: việc)?|giữ chức|tại chức|đương chức|sử dụng|dùng|xài)(?: tại (?:đơn vị|cơ quan)| ở đây| bình thường| đến nay)*${whole}`,
    ),
    denies: takingAway,
  },
  {
    words: phrase(
      '(?:chưa|không)(?: (?:được|có quyết định|xin|hề))* (?:nghỉ|thôi việc|về hưu|!chuyển (?:công tác|đi|đơn vị)|!chuyển(?= (?:, )*$)|đến tuổi)',
    ),
    denies: [...takingAway, 'transfer'],
  },
  // He will be back.
  {
    words: phrase(
      `(?:đang|còn|hiện) (?:nghỉ ${forTime}|đi học|đi công tác|học tập|tập huấn|điều trị|nằm viện|biệt phái)`,
    ),
    denies: ['cancel'],
  },
  // He is in another office, which asks for him.
  {
    words: phrase(
      `${own}(?:đã|vừa)(?: được)? (?:!chuyển|điều động|luân chuyển)(?: (?:công tác|đi|sang|qua|đơn vị))*(?= (?:(?:, )*$|, |sang|qua|sở|ban|huyện|ubnd|ủy ban|công an|trường|hội|thành phố|tỉnh|xã|phường|phòng))`,
    ),
    denies: givingBack,
  },
  // He has not come yet.
  {
    words: phrase(
      'chưa(?: được)? (?:tuyển|trúng tuyển|bổ nhiệm|nhận (?:công tác|việc|nhiệm vụ|quyết định)|tiếp nhận|đến|ký hợp đồng|đi làm|vào làm|có quyết định|phân công)',
    ),
    denies: ['create', 'update', 'transfer'],
  },
  // What he cannot do, he can.
  {
    words: phrase(
      `(?<! (?:không|chưa|chẳng|khó)(?: [^ ,]+){0,3} )(?:đăng nhập|vào|truy cập|dùng|sử dụng)(?: (?:lại|thư|mail|email|hộp thư))* được(?! nữa)|(?<=^ (?:, )*(?:(?:vẫn|đang|còn|hiện|đã|hoạt động) )*)(?:bình thường|ổn|tốt|ổn định)(?: (?:rồi|trở lại))*${whole}`,
    ),
    denies: givingBack,
  },
  // It is being done.
  {
    words: phrase(
      `(?<=^ (?:, )*)(?:(?:đang|chờ) )+(?:được )?(?:xử lý|giải quyết|thực hiện|trình|xem xét|xét|duyệt|làm thủ tục)${whole}`,
    ),
    denies: actions,
  },
  // It is done.
  { words: phrase('(?:đã|vừa)(?: được)? (?:hủy|xóa|thu hồi|đóng)'), denies: allBut('create', 'restore') },
  { words: phrase('(?:đã|vừa)(?: được)? khóa'), denies: ['lock', 'create'] },
  { words: phrase('(?:đã|vừa)(?: được)? mở'), denies: ['unlock', ...takingAway] },
  {
    words: phrase('(?:đã|vừa)(?: được)? (?:cấp lại|đặt lại|cài lại|reset|đổi (?:mật khẩu|mk))'),
    denies: [...givingBack, ...takingAway, 'create'],
  },
];

/** Whom and what `left` speaks against. */
export const deniedToWhoLeft: readonly Action[] = allBut(...takingAway, 'transfer');
