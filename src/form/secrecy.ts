const marks = new Set(['mật', 'tốimật', 'tuyệtmật']);

/**
 * Whether one of the lines is a secrecy mark by itself (Điều 8 khoản 1): `MẬT`, `[Tối mật]`, `T U Y Ệ T  M Ậ T`.
 * Never words that only begin so, such as `mật khẩu`.
 */
export function bearsSecrecyMark(text: string): boolean {
  return text.split('\n').some((line) => {
    if (line.length > 60) return false;
    const letters = line
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '');
    return marks.has(letters.replace(/^(?:mức)?độmật/u, '')) || marks.has(letters);
  });
}
