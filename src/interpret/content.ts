import type { FormRow, Placed } from '../model/form.ts';
import type { Item, Wish } from '../model/request.ts';
import { phrase, spoken } from '../text/spoken.ts';
import { onlyTells } from '../text/telling.ts';
import { personName } from './names.ts';
import type { Context } from './row.ts';
import type { Term } from './terms.ts';
import { readWish } from './wish.ts';
import { afterwards, below, listed, many, pointers, tables } from './words/listings.ts';

/**
 * What a form's content asks for one mailbox that it names ("Cấp lại mật khẩu hộp thư tvnam.sttt@…"), and that mailbox's address as
 * written, lower-case; null where it names none or asks for nothing.
 */
export function interpretContent(
  content: string,
  { today }: Context,
): { wish: Wish; address: string } | null {
  const { wish, oldLogin, terms } = readWish(content, today);
  const asks = terms.some(({ kind }) => kind === 'verb' || kind === 'reason');
  const named = wish.action === 'rename' ? oldLogin : wish.login;
  return asks && named?.includes('@') ? { wish, address: named } : null;
}

/** The row that such content stands for. */
export function contentItem(content: Placed, context: Context): Item | null {
  const read = interpretContent(content.text, context);
  if (read === null) return null;
  const { people } = readWish(content.text, context.today);
  const name = people.length === 1 && people[0] !== undefined ? personName(people[0]) : null;
  const place = (text: string): Placed => ({ text, where: content.where });
  const row: FormRow = {
    number: 1,
    where: content.where,
    fullName: name === null ? null : place(name.fullName),
    unit: null,
    wish: content,
    position: null,
    phone: null,
    address: place(read.address),
    newAddress: null,
    note: null,
  };
  return { row, name, wish: read.wish };
}

/**
 * What a form's content says about its rows: a wish for those that have none of their own, and a doubt about all of them where it denies or
 * conditions what they ask ("chưa thực hiện khi chưa có quyết định"), is about something else, or only tells.
 */
export function wishOfContent(content: string, { today }: Context): { wish: Wish; doubt: string | null } {
  const { wish, terms, people } = readWish(withoutListing(content), today);
  const turn = terms.find(
    (term) => term.kind === 'warning' && (term.about === 'negation' || term.about === 'condition'),
  );
  const doubt = turn ? inContent('yêu cầu', turn.text) : (elsewhereIn(terms) ?? tellingIn(content));
  const isOfOne = people.length > 0 || wish.login !== null;
  if (!isOfOne) return { wish, doubt };
  return {
    wish: {
      ...wish,
      action: 'unclear',
      doubt: 'nội dung yêu cầu của phiếu có cho mọi dòng hay không',
      open: [],
    },
    doubt,
  };
}

const inContent = (doubt: string, words: string): string =>
  `${doubt}, vì nội dung yêu cầu của phiếu có ghi “${words}”`;

/** "Cấp tài khoản phần mềm quản lý văn bản": the form for mailboxes also serves for other things. */
function elsewhereIn(terms: readonly Term[]): string | null {
  const other = terms.find((term) => term.kind === 'warning' && term.about === 'elsewhere');
  const isOfMail = terms.some(
    (term) => term.kind === 'thing' && (term.thing === 'mailbox' || term.thing === 'address'),
  );
  return other && !isOfMail ? inContent('yêu cầu về hộp thư điện tử hay về việc khác', other.text) : null;
}

/** "Báo cáo các hộp thư đã hủy", "rà soát hộp thư các cán bộ sau": content that asks for nothing to be done. */
function tellingIn(content: string): string | null {
  const tells = onlyTells(content) || tellsHere.test(spoken(content));
  return tells ? inContent('yêu cầu', content) : null;
}

/** Titles may speak of what was looked through, counted, planned or done; "qua rà soát, đề nghị …" is a reason, and so is a document that is named. */
const tellsHere = phrase(
  [
    '(?<! (?:qua|(?:theo|qua|từ) kết quả) )(?<! (?:công văn|văn bản|thông báo|cv)(?: [^ ]+){0,12}(?: về(?: việc)?| v / v) (?=.* (?:đề nghị|yêu cầu|xin) ))rà soát',
    '(?<=^ (?:(?:về|việc|v / v|lập) )*)(?:thống kê|tổng hợp|kiểm kê|xác nhận|đối chiếu|khảo sát|dự toán|đăng ký nhu cầu)',
    '(?<=^ (?:(?:về|việc|v / v|lập|đề xuất|xây dựng) )*)(?:kế hoạch|phương án|đề án)(?!.* (?:đề nghị|yêu cầu|xin) )',
    '(?<=^ (?:lập )?)danh sách(?: [^ ,]+){0,6} đã (?:được )?(?:hủy|cấp|khóa|thu hồi|xóa|đổi|thực hiện|xử lý|giải quyết)(?!.* (?:đề nghị|yêu cầu|xin|cần|nay) )',
  ].join('|'),
);

const anyOf = (phrases: readonly string[]): string => `(?<!\\p{L})(?:${phrases.join('|')})(?!\\p{L})`;
const anyMany = new RegExp(`${anyOf(many)}\\s+(?=${anyOf(listed)})`, 'giu');
/** "Các trường hợp sau" are people, where "trường hợp" alone is a condition. */
const cases = new RegExp(`${anyOf(many)}\\s+trường hợp(?!\\p{L})`, 'giu');
const pointing = `(?:${anyOf(pointers)}\\s+)*(?:${anyOf(tables)}(?:\\s+${anyOf(below)})?|${anyOf(below)})`;
const anyListing = new RegExp(`\\s*(?:${pointing}|\\(\\s*${pointing}\\s*\\))(?=\\s*(?:[.,:;)\\n]|$))`, 'giu');

/**
 * By when, since which of the office's own troubles, what is to be told afterwards, and the form's own "(nếu có)": "trước ngày 30/11/2026", "sau
 * đợt cài lại máy", "khi có kết quả xin thông báo về …".
 */
const courtesy = new RegExp(
  `${anyOf(['trước ngày', 'chậm nhất ngày', 'trong ngày'])}\\s*[\\d/.-]*\\d|\\(nếu có\\)|${anyOf(['sau đợt', 'sau lần', 'sau thời gian'])}\\s+(?:cài|sửa|thay|bảo trì|nghỉ)(?:\\s+(?!mới|chưa|không|sẽ|thì|tới)[\\p{L}]+){0,5}|${anyOf(afterwards)}[^.;\\n]*`,
  'giu',
);

/** Content speaks of all rows: "cho các cán bộ có tên sau:" points at them and asks nothing more. */
function withoutListing(content: string): string {
  return content
    .normalize('NFC')
    .replace(courtesy, '')
    .replace(cases, 'người')
    .replace(anyMany, '')
    .replace(anyListing, '');
}
