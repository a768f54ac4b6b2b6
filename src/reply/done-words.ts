import type { Action } from '../model/request.ts';
import { given } from './wording.ts';

/** What was done, from the address and, where there is one, the new address. */
export const doneWords: Readonly<Record<Action, (address: string, newAddress: string) => string>> = {
  create: (address) => `Cấp mới hộp thư ${address}`,
  rename: (address, now) => `Thay đổi tên truy cập: ${address} đổi thành ${now}`,
  'reset-password': (address) => `Cấp lại mật khẩu của hộp thư ${address}`,
  update: (address) => `Thay đổi thông tin của hộp thư ${address}`,
  transfer: (address, now) => `Chuyển đơn vị của hộp thư ${address}${given(now, '; địa chỉ mới là ')}`,
  cancel: (address) => `Hủy bỏ hộp thư ${address}`,
  restore: (address) => `Cấp lại hộp thư ${address} đã bị thu hồi`,
  unlock: (address) => `Mở khóa hộp thư ${address}`,
  lock: (address) => `Tạm khóa hộp thư ${address}`,
  unclear: () => {
    throw new TypeError('a row whose wish is unclear was applied');
  },
};
