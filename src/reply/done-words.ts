import type { Action, SettledItem } from '../model/request.ts';
import { inert } from './inert.ts';
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

/** What an update wrote into the directory, and what stood there before: `chức vụ từ "Chuyên viên" thành "Phó Trưởng phòng"`; empty for all else. */
export function writtenWords({ action, item: { wish }, mailbox }: SettledItem): string {
  if (action !== 'update') return '';
  return [
    writtenOver('chức vụ', wish.position, mailbox?.position ?? null),
    writtenOver('số điện thoại', wish.phone, mailbox?.phone ?? null),
  ]
    .filter((words) => words !== '')
    .join('; ');
}

function writtenOver(particular: string, now: string | null, before: string | null): string {
  if (now === null || now === before) return '';
  const old = before === null || before === '' ? '' : ` từ "${inert(before, 120)}"`;
  return `${particular}${old} thành "${inert(now, 120)}"`;
}
