import type { Placed } from '../model/form.ts';
import type { Besides, Item } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { phrase, spoken } from '../text/spoken.ts';
import { freeMail } from './doubts.ts';
import { asideOf } from './note.ts';
import { type People, pointedAt } from './pointers.ts';
import { addedIn, isNumbered, ownersBeside, type Stranger, subjectsBeside } from './strangers.ts';
import * as words from './words/asking.ts';
import { contact } from './words/caveats.ts';
import { callings } from './words/titles.ts';

/**
 * The sentences of a letter, or of a form outside its table, that ask for what nobody does, none of them a part of
 * another. So many only that somebody reads them. `asks`: words that ask for something by themselves, as a letter's
 * subject and a form's content do.
 */
export function besidesIn<Said extends Placed & { asks?: true }>(
  sentences: readonly Said[],
  people: People,
  today: string,
): (Said & Besides)[] {
  const found: (Said & Besides)[] = [];
  const keys: string[] = [];
  for (const sentence of sentences) {
    const about = besideWhat(sentence, people, today);
    const key = fold(sentence.text);
    if (about === null || keys.some((one) => one.includes(key) || key.includes(one))) continue;
    found.push({ ...sentence, about });
    keys.push(key);
    if (found.length === mostTold) break;
  }
  return found;
}

const mostTold = 10;

function besideWhat(
  { text, asks: isWish }: Placed & { asks?: true },
  people: People,
  today: string,
): Besides['about'] | null {
  if (sendsPasswordElsewhere(text, people)) return 'password';
  if (words.asksForLetters.test(spoken(text))) return 'service';
  const asks = isWish === true || words.asking.test(spoken(text));
  if (asksForStrangers(text, people, asks, today) || asksOfMailbox(text, people, asks, today))
    return 'others';
  return asksOfCentre(text) ? 'service' : null;
}

/** "Nhờ Trung tâm hướng dẫn cách cài thư lên điện thoại"; nothing that is offered for a case that may come. */
function asksOfCentre(text: string): boolean {
  const said = spoken(text);
  if (offered.test(said) || served.test(said)) return false;
  return (
    words.questions.test(said) ||
    words.asksForService.test(said) ||
    (text.includes('?') && words.asksHow.test(said))
  );
}

const offered = phrase('nếu|khi (?:có|cần|gặp)|trường hợp có');
const served = phrase('đã (?:được )?(?:nhờ|hướng dẫn|cài|gửi|hỗ trợ|cấp|tập huấn)');

/**
 * "Mật khẩu mới gửi về tqbao82@gmail.com", "nhắn qua Zalo", "gửi cho chị Ly": it goes to the unit's own mailbox alone, and one's own
 * may be meant for it.
 */
function sendsPasswordElsewhere(text: string, people: People): boolean {
  const said = spoken(text);
  if (!words.passwordElsewhere.test(said)) return false;
  if (freeMail.test(text.toLowerCase()) || personal.test(text) || words.byTelephone.test(said)) return true;
  const written = text.normalize('NFC');
  const last = [...written.matchAll(recipient)].at(-1);
  if (!last) return false;
  const [whole, called = '', name = ''] = last;
  const end = last.index + whole.length;
  const { named } = pointedAt(`chị ${name}`, people);
  const others = pointedAt(`${written.slice(0, end - called.length)} ${written.slice(end)}`, people).named;
  return named.size === 0 || (others.size > 0 && [...others].every((item) => !named.has(item)));
}

const personal = /(?<![\w.])[\w-]+\.[\w-]+@/;
/** To whom it goes, and not whose it is: with his title, and his name alone. */
const recipient = new RegExp(
  `(?<!\\p{L})(?i:gửi|giao|đưa|trao|báo|nhắn|chuyển|đọc)\\s(?:(?!cấp|phiếu|danh sách)[^,;]){0,40}?(?:cho|về|qua|đến|tới|vào|sang|riêng|trực tiếp)\\s+(?:(?:cho|riêng|hộp thư|mail|email|zalo|số|của)\\s+)*((?:${callings})[.\\s]\\s*(\\p{Lu}\\p{L}*(?:\\s+\\p{Lu}\\p{L}*){0,5}))`,
  'gu',
);

/** "Nhờ hủy luôn hộp thư của anh Bùi Văn Út, đã nghỉ", "riêng anh Tư cũng quên mật khẩu", "bổ sung chị Ly". */
function asksForStrangers(text: string, people: People, asks: boolean, today: string): boolean {
  const own = text.replace(/\([^)]*\)/g, ' ');
  const said = spoken(own);
  if (words.notDoing.test(said) || words.ofForm.test(said)) return false;
  const adds = words.adding.test(said);
  const meant = (one: Stranger): boolean => one.isFull || adds || !isNumbered(one);
  const isPlighted = words.troubled.test(said) && !words.hence.test(said);
  if (ownersBeside(own, people).some(meant) && !isOfContact(said))
    return (asks && words.doing.test(said)) || isPlighted;
  if (addedIn(text, people).length > 0) return true;
  if (pointedAt(own, people).named.size > 0) return false;
  const [whole, whom = ''] = added.exec(text) ?? [];
  if (whole !== undefined && asideOf(whom, today, []).action !== null) return true;
  if (words.substituted.test(said)) return false;
  if (!subjectsBeside(own, people).some(meant)) return false;
  if (isPlighted) return true;
  return (
    (asks && (words.leaves.test(said) || words.comes.test(said))) || (adds && words.ofSubject.test(said))
  );
}

/** Whom to ask or to tell, and nothing of a mailbox that is to be made or taken away. */
const isOfContact = (said: string): boolean => contact.test(said) && !mailboxDone.test(said);
const mailboxDone = phrase(
  '(?:cấp|tạo|lập|mở|hủy|khóa|thu hồi|khôi phục|đổi|xóa|cập nhật|bổ sung)(?: (?:mới|lại|thêm|luôn|giúp|giùm|dùm|bỏ|khóa|một|1|01))* (?:hộp thư|hòm thư|email|mail|mật khẩu|tài khoản|số)',
);

/** Of the office's own mailbox, or of one that stands in no row: "mở khóa giúp hộp thư httung.snv". */
function asksOfMailbox(text: string, people: People, asks: boolean, today: string): boolean {
  const said = spoken(text);
  if (!asks || words.notDoing.test(said) || words.questions.test(said)) return false;
  if (isOfStrangeMailbox(text, people) && (words.doing.test(said) || words.troubled.test(said))) return true;
  if (!isOfOwnMailbox(said) || pointedAt(text, people).named.size > 0) return false;
  // What the form asks for one of its people may be meant.
  const { action } = asideOf(text, today, []);
  const isOwn = action === 'rename' || action === 'update' || words.adding.test(said);
  return isOwn || !people.items.some(({ wish }) => wish.action === action);
}

const isOfOwnMailbox = (said: string): boolean =>
  words.ofOwnMailbox.test(said) && !words.ofItsPeople.test(said);

/** Of a mailbox of an office or of one of its people that stands in no row and cannot be that of a row's person: "mở khóa giúp hộp thư httung.snv@…". */
function isOfStrangeMailbox(text: string, { items }: People): boolean {
  const [, address] = mailbox.exec(text) ?? [];
  if (address === undefined || freeMail.test(address.toLowerCase()) || contact.test(spoken(text)))
    return false;
  const login = address.toLowerCase();
  const mayBeOf = (item: Item): boolean =>
    item.name === null ||
    login.includes(item.name.key.split(' ').at(-1) ?? '') ||
    JSON.stringify(item.row).toLowerCase().includes(login);
  return !items.some(mayBeOf);
}

const mailbox =
  /(?:thư|e?mail|khoản|khẩu)\s+(?:(?:của|điện tử|công vụ)\s+)*([\w.-]+@[\w.-]*\w|[a-z]\w*\.[a-z]\w+(?![\w@]|\.\w))/iu;

/** Somebody whom a sentence adds to the form: "Bổ sung thêm 01 trường hợp: Lê Thị Mơ, cấp mới". */
const added =
  /^\P{L}*(?i:(?:xin |đề nghị )?(?:bổ sung|thêm|ghi thêm))(?:\s+[^\s:,]+){0,6}\s*:\s*((?:\p{Ll}+\s+)?(?:\p{Lu}\p{L}*\s+){2,5}\p{Lu}.*)/u;
