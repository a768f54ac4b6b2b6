import { fold } from './fold.ts';
import { list } from './list.ts';

/*
 * What offices use the form for beside mailboxes.
 */

/** Systems of the province that have accounts of their own, as offices call them. */
export const otherSystems = list(`
  qlvb | qlvbđh | quản lý văn bản | ioffice | i office | vnpt | hscv | egov | một cửa điện tử | dịch vụ công | chữ ký số | ký số |
  chứng thư số | usb token | vneid | csdl | cơ sở dữ liệu | tabmis | misa | zalo | vpn |
  hội nghị truyền hình | họp trực tuyến | wifi | wi-fi | phần mềm quản lý`);

/** What is handed out and taken back as mailboxes are. */
export const equipment = list(`
  thiết bị | tài sản | vật tư | văn phòng phẩm | máy tính | máy vi tính | máy in | máy scan | máy chiếu | máy tính bảng | laptop | máy móc`);

const anyOf = (phrases: readonly string[]): RegExp => new RegExp(`\\b(?:${phrases.map(fold).join('|')})\\b`);
const [anySystem, anyEquipment] = [anyOf(otherSystems), anyOf(equipment)];
const mail = /\b(?:hop thu|hom thu|thu dien tu|thu cong vu|e mail|email|mail)\b/;

/** Whether words name another system. */
export function namesOtherSystem(text: string): boolean {
  return anySystem.test(fold(text));
}

/** Whether words name mail, as offices call it. */
export function isOfMail(text: string): boolean {
  return mail.test(fold(text));
}

/** Whether a title or a heading is about another system, and not about mail, too. */
export function isOfOtherSystem(text: string): boolean {
  return namesOtherSystem(text) && !isOfMail(text);
}

/** Whether a title or a heading is about equipment, and not about mail or its passwords, too. */
export function isOfEquipment(text: string): boolean {
  const words = fold(text);
  return anyEquipment.test(words) && !mail.test(words) && !/\b(?:mat khau|tai khoan)\b/.test(words);
}
