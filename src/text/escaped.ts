/**
 * Words for a terminal or a log: characters that move a cursor, turn writing round or are not seen are shown as JSON writes them
 * (`\u202e`), so that JSON says the same as before. Line breaks stay.
 */
export const escaped = (text: string): string =>
  text.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) =>
    Array.from({ length: sign.length }, (_, at) => hex(sign.charCodeAt(at))).join(''),
  );

const hex = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
