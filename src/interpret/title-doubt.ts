import type { Form, Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { isOfEquipment, isOfMail, isOfOtherSystem, namesOtherSystem } from '../text/other-things.ts';
import { placeInWords } from '../text/place.ts';
import { phrase, spoken } from '../text/spoken.ts';
import { subjectWords } from '../text/subject.ts';
import { onlyTells } from '../text/telling.ts';
import { accounts } from './words/kinds-told.ts';

/**
 * What the title of a form, of its file, of its letter or of a covering letter says of all its rows, in a phrase that completes "chưa rõ …"; null where it says
 * nothing: accounts of another system or equipment ("Phiếu đăng ký tài khoản QLVB"), what it only tells ("Báo cáo kết quả thực hiện phiếu yêu
 * cầu"), or what is not to be done yet ("PYC - ban nhap.xlsx").
 */
export function titleDoubt(words: readonly Placed[]): string | null {
  for (const { text: written, where } of words) {
    const text = where === subjectPlace ? subjectWords(written).words : written;
    if (isAcross.test(where) && stamped.test(spoken(text)))
      return `có thực hiện dòng này không, vì có ghi “${text}” (${placeInWords(where)})`;
    const isName = where === subjectPlace || where === filePlace || about.test(text);
    if (text.length > longestTitle || !(isName || title.test(fold(text)))) continue;
    const quoted = `vì có ghi “${written}” (${placeInWords(where)})`;
    if (isOfOtherSystem(text) || (isOfEquipment(text) && !list.test(fold(text))))
      return `yêu cầu về hộp thư điện tử hay về việc khác, ${quoted}`;
    if (onlyTells(text) || (isName && isWithheld(written))) return `có thực hiện dòng này không, ${quoted}`;
  }
  return null;
}

/**
 * What a letter's sentences say against taking its form's rows for mailboxes, in a phrase that completes "chưa rõ …": they ask for accounts of another
 * system, and none says a word of mail; null where they do not.
 */
export function systemDoubt(sentences: readonly Placed[]): string | null {
  if (sentences.some(({ text }) => isOfMail(text.replace(address, '')))) return null;
  const found = sentences.find(
    ({ text }) => namesOtherSystem(text.replace(channel, '')) && accounts.test(spoken(text)),
  );
  return found
    ? `yêu cầu về hộp thư điện tử hay về việc khác, vì có ghi “${found.text}” (${placeInWords(found.where)})`
    : null;
}

/** By its own words, or by a mark at its head: "[Test] Phiếu yêu cầu". */
const isWithheld = (name: string): boolean =>
  [subjectWords(name).words, ...Array.from(name.matchAll(mark), ([, words = '']) => words)].some((words) =>
    withheld.test(spoken(words)),
  );
const mark = /\[([^\]]*)\]/g;

/** How somebody is to be told. */
const channel = /(?:qua|nhắn|bằng|gọi|nhóm|số|gửi|báo)\s+(?:tin\s+)?zalo/giu;
/** Those of a signature, or where an answer is to go. */
const address = /(?:e-?mail|thư điện tử|hộp thư)\s*:?\s*\S+@\S+|\S+@\S+/giu;

/** Where the subject of a letter stands. */
export const subjectPlace = 'ở tiêu đề thư';

/** The name of the file that a form came in, as words; none of a form in the letter itself. */
export function fileTitle({ attachment }: Form): Placed[] {
  const name = attachment?.replace(/^.*[/\\]/s, '').replace(/\.\w{2,4}$/, '');
  return name ? [{ text: name.replace(/[_.]+/g, ' '), where: filePlace }] : [];
}

const filePlace = 'ở tên tệp';

/** It may be that of a further table. */
const list = /^(?:danh sach|bang|bieu) /;
const longestTitle = 200;
/** What a covering letter is about, below its number. */
const about = /^\P{L}*v\s*\/\s*v\P{L}/iu;
const title = /^(?:phieu|danh sach|bang|bieu|bao cao|dang ky|don(?! vi)) /;

/** Of words across a page, of which no line of it is told, and what such a stamp or watermark says of the page by itself. */
const isAcross = /^trang \d+$/;
const stamped = phrase(
  '(?<=^ (?:, )?)(?:không (?:sử dụng|dùng|thực hiện|có giá trị|duyệt)|(?:đã )?(?:hủy|hủy bỏ|thu hồi|xử lý|thực hiện|giải quyết|trả lại)|trả lại|mẫu)(?= (?:, )*$)',
);

const paper = '(?:phiếu(?: yêu cầu)?|bản|file|tệp|pyc|danh sách|ds)';
const end = '(?= (?:, )*$)';
/** What people call a paper that is not to be acted on. Names of files have no accents: what is another word without them stands at the end or beside its own words. */
const withheld = phrase(
  [
    '!nháp|ban nhap|bản thảo|dự thảo|draft',
    `nhap${end}`,
    `${paper}(?: ,)? (?:!cũ|cu)${end}`,
    `, !bỏ${end}`,
    'chưa (?:gửi|ký|duyệt|chốt|xong|chính thức)',
    `(?:${paper} |, |(?<=^ ))không (?:gửi|dùng|sử dụng)`,
    '(?:không cấp|(?:không|chưa) (?:hủy|khóa|thực hiện|xử lý))(?! được)',
    `${paper}(?: [^ ,]+){0,3} đã (?:được )?(?:làm|xong|thực hiện|giải quyết|xử lý|hoàn thành)`,
    'đã (?:làm |thực hiện |giải quyết |xử lý )?xong',
    '(?:xin|lấy|cho) ý kiến|góp ý',
    '(?<=^ (?:, )?)kiểm tra(?= ,)',
    '(?:để|bản) lưu(?! ý)',
    'ví dụ|minh họa|tham khảo',
    `${paper} (?:test|!thử|thử nghiệm)${end}`,
    '(?<=^ (?:, )?)(?:test|testing|!thử|thử nghiệm|chạy thử)(?! (?:việc|thách))',
    '(?<=^ (?:, )?)lưu(?= ,)',
    `${paper} (?:thay thế|chính thức|đúng)(?: gửi)? sau${end}`,
  ].join('|'),
);
