import { fold } from '../text/fold.ts';
import { fromLegacy } from './old-codes.ts';

const marks = new Set(['mật', 'tốimật', 'tuyệtmật']);

/**
 * Whether one of the lines is a secrecy mark by itself (Điều 8 khoản 1): `MẬT`, `[Tối mật]`, `T U Y Ệ T  M Ậ T`.
 * Never words that only begin or end so, such as `mật khẩu`, also where they are broken between lines. A mark in TCVN3 or
 * VNI is one as well.
 */
export function bearsSecrecyMark(text: string): boolean {
  return bearsMarkAbove(text, []);
}

/** The same of words with others on the line below, some of which may go on with them. */
export function bearsMarkAbove(text: string, next: readonly string[]): boolean {
  return [text, ...inOldCodes(text)].some((words) => isMarked(words, next));
}

/** The letter of every mark, composed or not: hardly any other words have it, and every cell is looked at. */
const telltale = /[ậẬ]|\u0323|[ạẠ]\u0302/;
/** The same in the fonts of an old code. */
const oldTelltales = { TCVN3: /[Ë´]/, VNI: /[äÄ]/ } as const;

/** The text as it would be seen in those fonts, where a mark may be in it. */
function inOldCodes(text: string): string[] {
  return (['TCVN3', 'VNI'] as const)
    .filter((encoding) => oldTelltales[encoding].test(text))
    .map((encoding) => fromLegacy(text, encoding));
}

/** What makes another word of a `mật` before it, or of one in small letters after it. */
const goesOn = /^khau\b/;
const comesFrom = /\b(?:bao|bi|co|giu)$/;

function isMarked(text: string, next: readonly string[]): boolean {
  const lines = text.split('\n');
  return lines.some((line, at) => {
    if (line.length > 60 || !telltale.test(line)) return false;
    const after = at + 1 < lines.length ? lines.slice(at + 1, at + 2) : next;
    if (after.some((words) => goesOn.test(fold(words)))) return false;
    if (line.trim().startsWith('m') && comesFrom.test(fold(lines[at - 1] ?? ''))) return false;
    const letters = line
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
    return marks.has(letters.replace(/^(?:mức)?độmật/u, '')) || marks.has(letters);
  });
}
