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
const result = new RegExp(
  `(?:\\[PYC-[^\\]]*\\]\\s*)?[^[\\]:]*(?::[^[\\]:]*)?${resultEnd}.*$|\\[PYC-[^\\]]*\\].*…$`,
  'su',
);

/** A result, in the words of an office that does not keep ours: "Re: Thông báo kết quả". */
const resultOtherwise =
  /^(?:\s*\[[^\]]*\])*(?:\s*(?:re|tl|trả lời|ph)\s*:(?:\s*\[[^\]]*\])*)+\s*(?:(?:thông báo|trả lời|v\/v|về việc|về)\s+)*kết quả(?:\s|$)/iu;

/** What the author of an answer has written in its subject: nothing, where it is that of a result of ours. */
export function ownSubject(subject: string): string {
  if (resultOtherwise.test(subject)) return '';
  const { words, isEarlier } = subjectWords(subject);
  return isEarlier && (words.includes(resultEnd) || words.endsWith('…'))
    ? subject.replace(result, '')
    : subject;
}
