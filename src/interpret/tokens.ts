import { tidyLines } from '../text/fold.ts';
import { type Syllable, syllable } from '../text/syllable.ts';
import { calendarDay } from './days.ts';

/** The smallest parts of a cell: words, signs, and what is plainly a value. `text` is as written. */
export type Token =
  | { kind: 'word'; text: string; syllable: Syllable }
  | { kind: 'sign'; text: string }
  | { kind: 'number'; text: string; syllable: Syllable }
  | { kind: 'address' | 'login' | 'phone' | 'document'; text: string }
  | { kind: 'size'; text: string; bytes: number }
  /** `day` is `YYYY-MM-DD`, null for a day that no calendar has. */
  | { kind: 'day'; text: string; day: string | null };

const spellings: readonly (readonly [RegExp, string])[] = [
  [/\be\s?[-–]\s?mail\b/gi, 'email'],
  [/(?<!\p{L})đ\s?\/\s?c(?!\p{L})\.?/giu, 'đồng chí'],
  [/(?<!\p{L})v\s?\/\s?v(?!\p{L})/giu, 'về việc'],
  [/(?<!\p{L})t\/k(?!\p{L})/giu, 'tk'],
  [/(?<!\p{L})tp\.\s?(?=\p{Lu})/giu, 'TP '],
  [/(?<!\p{L})m\.\s?khẩu(?!\p{L})/giu, 'mật khẩu'],
  [/(?<!\p{L})(?:ko|hok)(?!\p{L})/giu, 'không'],
  [/(?<=gửi),(?=\s*nhận)/giu, ''],
  [
    /thời\s+(?:điểm|gian)\s+(?:(?:thực\s+hiện|có\s+hiệu\s+lực|hiệu\s+lực|áp\s+dụng)\s*)?:?\s*(?=(?:ngày\s+)?\d{1,2}[/.-]\d)/giu,
    'từ ',
  ],
  // A word of two syllables, or a reason, that goes on in the next line.
  [
    /(?<=(?<!\p{L})(?i:mật|hộp|hòm|điện|hủy|huỷ|tài|thu|cấp|truy|thông|chức|nghỉ|công|do|vì))\s*\n\s*(?=\p{Ll})/gu,
    ' ',
  ],
  [/(?<=(?<!\d)0?1)\s*\(\s*một\s*\)/giu, ''],
  [/^\s*(?:\(\s*(?:\d{1,2}|[a-eđ])\s*\)|[a-eđ]\s?\)|[a-eđ]\.(?=\s+\p{L}{2}))/gimu, ''],
  [
    /(?<=tên\s+(?:đăng\s+nhập|truy\s+cập))\s+(?:đề\s+nghị|đề\s+xuất|mong\s+muốn)(?=\s*[:(]?\s*[a-z\d])/gimu,
    '',
  ],
  [/(?<=^|[\s(])@[a-z][a-z0-9.-]*\.gov\.vn(?![\w.-])/gi, ''],
  [/(?<=\S)\s*@\s*(?=[a-z])/gi, '@'],
  [/\s*(?:-+>|=+>|→|⇒)\s*/g, ' thành '],
  [/\.{2,}|…/g, ' . '],
  [/&/g, ' và '],
];

const parts: readonly (readonly [string, string])[] = [
  ['address', String.raw`[a-z0-9][\w.+-]*@[a-z][a-z0-9.-]*[a-z0-9]`],
  ['document', String.raw`\d+\s?[/-]\s?(?:\d{4}\s?/\s?)?[A-ZĐ]{1,8}(?:[-&/–]\s?[A-ZĐa-z]+)*(?![\p{L}\p{N}])`],
  ['iso', String.raw`\d{4}-\d{1,2}-\d{1,2}(?!\d)`],
  ['date', String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2}(?:\d{2})?(?![\d/])`],
  ['spoken', String.raw`\d{1,2}\s+th[aá]ng\s+\d{1,2}(?:(?:\s*,?\s*n[aă]m\s+|\s?/\s?)\d{4})?(?!\d)`],
  ['month', String.raw`\d{1,2}\s?[/-]\s?\d{4}(?![\d/])|\d{1,2}\s+n[aă]m\s+\d{4}(?!\d)`],
  [
    'quarter',
    String.raw`qu[yý]\s+(?:iv|i{1,3}|[1-4])(?![\p{L}\p{N}])\s?(?:[/,.-]|n[aă]m)?\s?(?:n[aă]m\s)?20\d{2}(?!\d)`,
  ],
  ['school', String.raw`n[aă]m\s+h[oọ]c\s+20\d{2}(?:\s?[-–]\s?20\d{2})?(?!\d)`],
  ['year', String.raw`n[aă]m\s+20\d{2}(?!\d)`],
  ['short', String.raw`\d{1,2}\s?/\s?\d{1,2}(?![\d/])`],
  ['named', String.raw`(?<=(?<!trong\s+)th[aá]ng\s+)\d{1,2}(?![\d/.-]|\s+(?:ng[aà]y|n[aă]m))`],
  ['phone', String.raw`(?:\+\s?84|0)(?:[\s.-]?\d){8,10}(?!\d)`],
  ['size', String.raw`\d+(?:[.,]\d+)?\s?(?:tb|gb|mb|gi?ga(?:byte)?)(?![\p{L}\p{N}])`],
  [
    'login',
    String.raw`(?<![\p{L}\p{N}])[a-z][a-z0-9_]*(?:\.[a-z0-9_-]+)+(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[a-z]+\d+[a-z]*(?![\p{L}\p{N}])`,
  ],
  ['word', String.raw`[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*`],
  ['number', String.raw`\d+(?:[.,]\d+)?`],
  ['sign', String.raw`\n|[^\s]`],
];
/** Domains and sizes are written in either case; words keep theirs. */
const anyCase = new Set(['address', 'size', 'spoken', 'month', 'quarter', 'named', 'year', 'school']);
const pattern = new RegExp(
  parts.map(([name, form]) => `(?<${name}>${anyCase.has(name) ? `(?i:${form})` : form})`).join('|'),
  'gu',
);

/** Cuts a cell into tokens; days without a year are those nearest to `today` (`YYYY-MM-DD`). */
export function tokens(text: string, today: string): Token[] {
  let tidied = tidyLines(text);
  for (const [written, meant] of spellings) tidied = tidied.replace(written, meant);
  return [...tidied.normalize('NFC').matchAll(pattern)].map((match) => tokenOf(match, today));
}

/** The words of a text that name a day after today. */
export const laterDays = (text: string, today: string): string[] =>
  tokens(text, today).flatMap((token) =>
    token.kind === 'day' && token.day !== null && token.day > today ? [token.text] : [],
  );

function tokenOf(match: RegExpExecArray, today: string): Token {
  const groups = match.groups ?? {};
  const kind = parts.find(([name]) => groups[name] !== undefined)?.[0] ?? 'sign';
  const text = match[0];
  switch (kind) {
    case 'iso':
    case 'date':
    case 'spoken':
    case 'month':
    case 'quarter':
    case 'short':
    case 'named':
    case 'year':
    case 'school':
      return { kind: 'day', text, day: calendarDay(text, kind, today) };
    case 'size':
      return { kind, text, bytes: bytesOf(text) };
    case 'word':
    case 'number':
      return { kind, text, syllable: syllable(text) };
    case 'address':
    case 'login':
      return { kind, text: text.toLowerCase() };
    case 'phone':
    case 'document':
      return { kind, text };
    default:
      return { kind: 'sign', text };
  }
}

function bytesOf(text: string): number {
  const size = Number(/[\d.,]+/.exec(text)?.[0].replace(',', '.'));
  const unit = /mb/i.test(text) ? 1024 ** 2 : /tb/i.test(text) ? 1024 ** 4 : 1024 ** 3;
  return Math.round(size * unit);
}
