import { fold } from './fold.ts';
import { list } from './list.ts';

/** Systems of the province that have accounts of their own, as offices call them. */
export const otherSystems = list(`
  qlvb | qlvbđh | quản lý văn bản | ioffice | i office | vnpt | hscv | egov | một cửa điện tử | dịch vụ công | chữ ký số | ký số |
  chứng thư số | usb token | vneid | csdl | cơ sở dữ liệu | tabmis | misa | zalo | vpn`);

const anyOther = new RegExp(`\\b(?:${otherSystems.map(fold).join('|')})\\b`);
const mail = /\b(?:hop thu|hom thu|thu dien tu|thu cong vu|e mail|email|mail)\b/;

/** Whether words name another system. */
export function namesOtherSystem(text: string): boolean {
  return anyOther.test(fold(text));
}

/** Whether a title or a heading is about another system, and not about mail, too. */
export function isOfOtherSystem(text: string): boolean {
  return namesOtherSystem(text) && !mail.test(fold(text));
}
