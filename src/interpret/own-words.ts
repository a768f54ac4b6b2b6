import { tidyLines } from '../text/fold.ts';

/** The second line of the block of header fields that Outlook, Zimbra and others put above what they quote. */
const quotedField =
  /^\W*(?:sent|date|to|cc|subject|đã gửi|gửi lúc|ngày|ngày gửi|đến|tới|kính gửi|chủ đề|tiêu đề)\W*:/iu;
const quotedFrom = /^\W*(?:from|từ|người gửi)\W*:/iu;

/** Lines after which an earlier letter begins. */
const quoteHeads: readonly RegExp[] = [
  /^>/,
  /^[-=_*]{2,} ?\S.{0,80}\S ?[-=_*]{2,}$/u,
  /^_{8,}$/,
  /(?:^|\s)(?:wrote|writes|đã viết|viết)\s*:$/iu,
  /^(?:begin forwarded message|bắt đầu thư được chuyển tiếp)\s*:/iu,
];

/** RFC 3676, 4.3, without its space, which was trimmed: the author's name and office follow. */
const signatureHead = '--';

/** What somebody adds below his signature. */
const postscript = /^\W*(?:p\s*[./]?\s*s|t\s*[./]?\s*b|tái bút)\s*[.:]/iu;

/** A line for the forests' sake, and nothing else: "Vui lòng không in thư này nếu không cần thiết". */
const onPrinting =
  /^\P{L}*(?:(?:xin|vui lòng|hãy) )*(?:không|đừng|hạn chế|chỉ) in (?:thư|e-?mail|mail)(?: điện tử)?(?: này)?(?: ra giấy)?(?: (?:nếu|khi)(?: (?:không|thật|thực|sự|cần|thiết|phải|cấp bách))+)?\P{L}*$/iu;

/**
 * The lines that the author of a letter wrote above what it quotes and above its signature, and what he added below
 * that as a postscript. `text` is the letter's text as plain text. Where programs quote without any sign, the quoted words are among them.
 */
export function ownWords(text: string): string[] {
  const lines = tidyLines(text)
    .split('\n')
    .map((line) => line.trim());
  const quoted = lines.findIndex(
    (line, at) =>
      quoteHeads.some((head) => head.test(line)) ||
      (quotedFrom.test(line) && lines.slice(at + 1, at + 3).some((next) => quotedField.test(next))),
  );
  const own = quoted < 0 ? lines : lines.slice(0, quoted);
  const end = own.indexOf(signatureHead);
  const added = end < 0 ? -1 : own.findIndex((line, at) => at > end && postscript.test(line));
  const signed = end < 0 ? own : [...own.slice(0, end), ...(added < 0 ? [] : own.slice(added))];
  return signed.filter((line) => !onPrinting.test(line));
}
