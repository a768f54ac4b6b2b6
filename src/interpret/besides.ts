import type { Placed } from '../model/form.ts';
import type { Besides, Item } from '../model/request.ts';
import { phrase, spoken } from '../text/spoken.ts';
import { freeMail } from './doubts.ts';
import { asideOf } from './note.ts';
import { type People, pointedAt } from './pointers.ts';
import { isForStrangers } from './wishes-told.ts';
import { asksForService, asksForSomebody, asksHow, passwordElsewhere } from './words/asking.ts';
import { contact } from './words/caveats.ts';
import { callings } from './words/titles.ts';

/** The first few of a letter's sentences that ask for what nobody does, beside its forms, none of them a part of another. */
export function besidesIn(sentences: readonly Placed[], people: People, today: string): Besides[] {
  const found: Besides[] = [];
  for (const sentence of sentences) {
    const about = besideWhat(sentence.text, people, today);
    if (
      about === null ||
      found.some(({ text }) => text.includes(sentence.text) || sentence.text.includes(text))
    )
      continue;
    found.push({ ...sentence, about });
    if (found.length === mostTold) break;
  }
  return found;
}

const mostTold = 3;

function besideWhat(text: string, people: People, today: string): Besides['about'] | null {
  if (sendsPasswordElsewhere(text)) return 'password';
  if (asksForStrangers(text, people, today)) return 'others';
  return asksOfCentre(text) ? 'service' : null;
}

/** "Nhờ Trung tâm hướng dẫn cách cài thư lên điện thoại"; nothing that is offered for a case that may come. */
function asksOfCentre(text: string): boolean {
  const said = spoken(text);
  if (offered.test(said)) return false;
  return asksForService.test(said) || (text.includes('?') && asksHow.test(said));
}

const offered = phrase('nếu|khi (?:có|cần|gặp)|trường hợp có');

/** "Mật khẩu mới gửi về tqbao82@gmail.com": it goes to the unit's own mailbox alone. */
function sendsPasswordElsewhere(text: string): boolean {
  return freeMail.test(text.toLowerCase()) && passwordElsewhere.test(spoken(text));
}

/** "Nhờ hủy luôn hộp thư của anh Bùi Văn Út, đã nghỉ", "riêng anh Tư cũng quên mật khẩu, nhờ cấp lại". */
function asksForStrangers(text: string, people: People, today: string): boolean {
  const clauses = text.replace(/\([^)]*\)/g, ' ').split(/[,;]/);
  const ofStranger = clauses.find((one) => isForStrangers(one, people));
  if (ofStranger !== undefined) return asks(ofStranger, today);
  if (clauses.some((one) => isOfStrangeMailbox(one, people) && asks(one, today))) return true;
  if (pointedAt(text, people).named.size > 0 || isOfEarlier.test(spoken(text))) return false;
  if (alsoSomebody.test(text)) return asks(text, today);
  const [whole, whom = ''] = added.exec(text) ?? [];
  return whole !== undefined && asideOf(whom, today, []).action !== null;
}

const asks = (text: string, today: string): boolean =>
  asksForSomebody.test(spoken(text)) && hasWish(text, today);

/** What one may ask is unclear in the words of a letter ("cấp thêm"), and must be about a mailbox there. */
function hasWish(text: string, today: string): boolean {
  const { action } = asideOf(text, today, []);
  return action !== null && (action !== 'unclear' || ofMailbox.test(spoken(text)));
}

const ofMailbox = phrase(
  '(?:cấp|tạo|lập|mở|hủy|khóa|thu hồi|khôi phục|đổi|xóa)(?: (?:mới|lại|thêm|luôn|giúp|giùm|dùm|bỏ|khóa|một|1|01))* (?:hộp thư|hòm thư|email|mail|mật khẩu|tài khoản)',
);

/** Of a mailbox of an office or of one of its people that stands in no row and cannot be that of a row's person: "mở khóa giúp hộp thư httung.snv@…". */
function isOfStrangeMailbox(clause: string, { items }: People): boolean {
  const [, address] = mailbox.exec(clause) ?? [];
  if (address === undefined || freeMail.test(address.toLowerCase()) || contact.test(spoken(clause)))
    return false;
  const login = address.toLowerCase();
  const mayBeOf = (item: Item): boolean =>
    item.name === null ||
    login.includes(item.name.key.split(' ').at(-1) ?? '') ||
    JSON.stringify(item.row).toLowerCase().includes(login);
  return !items.some(mayBeOf);
}

const mailbox = /(?:thư|e?mail|khoản|khẩu)\s+(?:(?:của|điện tử|công vụ)\s+)*([\w.-]+@[\w.-]*\w)/iu;

const isOfEarlier = phrase('(?:phiếu|danh sách) (?:riêng|khác|trước)|đã (?:gửi|đề nghị|được)|từng|trước đây');
/** Somebody by his given name, who is told to need the same. */
const alsoSomebody = new RegExp(
  `(?<!\\p{L})(?i:${callings})[.\\s]\\s*\\p{Lu}\\p{L}*(?:\\s+\\p{Lu}\\p{L}*){0,4}\\s+cũng\\s+(?:bị|đang|quên|mất|không|chưa|nghỉ|chuyển|cần|muốn)\\s`,
  'u',
);
/** Somebody whom a sentence adds to the form: "Bổ sung thêm 01 trường hợp: Lê Thị Mơ, cấp mới". */
const added =
  /^\P{L}*(?i:(?:xin |đề nghị )?(?:bổ sung|thêm|ghi thêm))(?:\s+[^\s:,]+){0,6}\s*:\s*((?:\p{Ll}+\s+)?(?:\p{Lu}\p{L}*\s+){2,5}\p{Lu}.*)/u;
