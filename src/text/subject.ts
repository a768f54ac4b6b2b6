const tags = /^(?:\s*\[[^\]]*\])+\s*/;
const answer = /^\s*(?:re|tl|trả lời|ph|fw|fwd|ch|chuyển tiếp)\s*(?:\[\d+\])?\s*:\s*/iu;

/**
 * A letter's subject without `[…]` at its head and without what mail programs put before that of an answer or of a letter that is passed on
 * (`Re:`, `TL:`, `Fwd:`); `isEarlier`: some of that stood there, so that an earlier letter was the first to bear it.
 */
export function subjectWords(subject: string): { words: string; isEarlier: boolean } {
  let words = subject.replace(tags, '');
  let isEarlier = false;
  while (answer.test(words)) {
    isEarlier = true;
    words = words.replace(answer, '').replace(tags, '');
  }
  return { words, isEarlier };
}

/** Whether a subject is that of an answer to a letter of ours about a request, which has its number. */
export const answersRequest = (subject: string): boolean =>
  /\[PYC-/u.test(subject) && subjectWords(subject).isEarlier;

/** How the subjects of our results end, whatever they tell before it. */
export const resultEnd = ' - phiếu yêu cầu của ';
/** They begin so, behind their numbers, and end with the unit, or are cut. What somebody wrote behind it is his own. */
const result = new RegExp(
  `(?:\\[PYC-[^\\]]*\\]\\s*)?(?:(?:Đã|Chưa|Không) thực hiện|Đang chờ xem xét)(?:[^[\\]…]*?${resultEnd}[^[\\](),;:…–-]*|[^[\\]…]*…$)`,
  'u',
);
const numbered = /\[PYC-[^\]]*\]/u;

/** A result, in the words of an office that does not keep ours, and nothing else: "Re: Thông báo kết quả". */
const resultOtherwise = new RegExp(
  `^(?:\\s*\\[[^\\]]*\\])*(?:\\s*(?:re|tl|trả lời|ph)\\s*:(?:\\s*\\[[^\\]]*\\])*)+\\s*(?:(?:thông báo|trả lời|v/v|về việc|về)\\s+)*kết quả(?:\\s+(?:${[
    ...['giải quyết', 'thực hiện', 'xử lý', 'cấp', 'mới', 'lại', 'hủy', 'thu hồi', 'khóa', 'đổi', 'về'],
    ...['phiếu', 'yêu cầu', 'đề nghị', 'mật khẩu', 'hộp thư', 'thư điện tử', 'công vụ', 'tài khoản', 'số'],
  ].join('|')}))*\\s*$`,
  'iu',
);

/** Longer ones are nobody's, and are cut. */
const longestSubject = 1000;

/** What the author of an answer has written in its subject: nothing of what is that of a result, ours or in other words. */
export function ownSubject(written: string): string {
  const subject = written.slice(0, longestSubject);
  if (resultOtherwise.test(subject)) return '';
  const { words, isEarlier } = subjectWords(subject);
  return isEarlier && (words.includes(resultEnd) || (words.endsWith('…') && numbered.test(subject)))
    ? subject.replace(result, '').trimEnd()
    : subject;
}
