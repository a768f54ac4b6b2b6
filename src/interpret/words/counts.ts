import type { Action } from '../../model/request.ts';

/*
 * How sentences count those for whom they ask something: "cấp mới hộp thư cho 02 công chức". All are for `spoken` ones.
 */

export const counted: readonly (readonly [Action, string])[] = [
  ['create', '(?:cấp|tạo) mới|cấp(?= \\d)'],
  ['cancel', 'hủy|thu hồi|xóa'],
  ['reset-password', '(?:cấp lại|đặt lại|reset|đổi) (?:mật khẩu|mk|pass)'],
  ['lock', 'tạm khóa'],
  ['unlock', 'mở khóa'],
];

/** How many stand in the form, whatever is asked for them; nothing that tells some of them from others follows. */
export const all =
  '(?:danh sách|phiếu(?: yêu cầu)?|bảng)(?: [^ ,]+){0,4} (?:gồm|có)|tổng cộng|tất cả (?:là|có|gồm)';
export const allEnd = '(?= (?:,|thôi|theo phiếu|như phiếu|$))';

/** What was done before is no request. */
export const notBefore = '(?<! (?:đã|được|từng|vừa|bị) (?:[^ ,]+ )?)';

/** Between what is asked and a number that is that of something else, or no whole one. */
export const otherwise =
  '(?:mỗi|từng|tối đa|tối thiểu|quá|hơn|trên|dưới|khoảng|trong số|đã|sau|lần|cấp|hủy|thu hồi|xóa|mở|khóa|đổi|chuyển|giữ)';

export const people =
  '(?:hộp thư|hòm thư|email|mail|tài khoản|cán bộ|công chức|viên chức|nhân viên|người|cá nhân|đồng chí|trường hợp|ông|bà)';
