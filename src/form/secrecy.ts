import { fromLegacy } from './old-codes.ts';

const marks = new Set(['mật', 'tốimật', 'tuyệtmật']);

/**
 * Whether one of the lines is a secrecy mark by itself (Điều 8 khoản 1): `MẬT`, `[Tối mật]`, `T U Y Ệ T  M Ậ T`.
 * Never words that only begin so, such as `mật khẩu`. A mark in TCVN3 or VNI is one as well.
 */
export function bearsSecrecyMark(text: string): boolean {
  return [text, ...inOldCodes(text)].some(isMarked);
}

/** The text as it would be seen in the fonts of an old code. */
function inOldCodes(text: string): string[] {
  if (!/[\u00a1-\u00ff]/.test(text)) return [];
  return (['TCVN3', 'VNI'] as const).map((encoding) => fromLegacy(text, encoding));
}

function isMarked(text: string): boolean {
  return text.split('\n').some((line) => {
    if (line.length > 60) return false;
    const letters = line
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
    return marks.has(letters.replace(/^(?:mức)?độmật/u, '')) || marks.has(letters);
  });
}
