import type { Action } from '../../model/request.ts';
import type { Adverb } from './fillers.ts';

/** The actions that an adverb agrees with: "tạm hủy" and "khóa vĩnh viễn" agree with none. */
export const adverbAllows: Readonly<Record<Adverb, readonly Action[]>> = {
  again: ['restore', 'reset-password', 'unlock'],
  new: ['create'],
  old: ['restore'],
  temporary: ['lock'],
  forever: ['cancel'],
};

/** What an action is called in a question to the office. */
export const actionNames: Readonly<Record<Exclude<Action, 'unclear'>, string>> = {
  create: 'cấp mới hộp thư',
  rename: 'thay đổi tên truy cập',
  'reset-password': 'cấp lại mật khẩu',
  update: 'thay đổi thông tin',
  transfer: 'chuyển đơn vị',
  cancel: 'hủy bỏ hộp thư',
  restore: 'cấp lại hộp thư đã bị thu hồi',
  unlock: 'mở khóa hộp thư',
  lock: 'tạm khóa hộp thư',
};
