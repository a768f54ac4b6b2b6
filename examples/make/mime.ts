import { createHash } from 'node:crypto';

/** Hex digits that look random and follow from `seed`. */
export function digitsOf(seed: string, length: number): string {
  return createHash('sha256').update(seed).digest('hex').slice(0, length);
}

/** RFC 5322, 3.3, by Vietnam's clock: `Mon, 23 Nov 2026 08:12:41 +0700`. */
export function dateOf(date: Date): string {
  const here = new Date(date.getTime() + 7 * 3600_000);
  return here.toUTCString().replace('GMT', '+0700');
}

/** An encoded word (RFC 2047) is at most 75 characters long; this leaves room for `=?utf-8?B?…?=`. */
const wordBytes = 42;

/** Text as encoded words, one on each line; plain ASCII stays as it is. */
export function encodedWords(text: string, charset: 'utf-8' | 'UTF-8', encoding: 'B' | 'Q'): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words = encoding === 'B' ? pieces(text, wordBytes) : pieces(text, 20);
  const encode = encoding === 'B' ? base64 : quoted;
  return words.map((word) => `=?${charset}?${encoding}?${encode(word)}?=`).join('\r\n ');
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

const quoted = (text: string): string =>
  [...Buffer.from(text)]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      if (letter === ' ') return '_';
      return /[A-Za-z0-9]/.test(letter) ? letter : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

/** Pieces of at most `size` bytes that end between characters. */
function pieces(text: string, size: number): string[] {
  const found: string[] = [''];
  for (const letter of text) {
    const last = found.at(-1) ?? '';
    if (Buffer.byteLength(last + letter) > size) found.push(letter);
    else found[found.length - 1] = last + letter;
  }
  return found;
}

/** A file name as a parameter in pieces (RFC 2231, 3 and 4): `filename*0*=UTF-8''Phi%E1…`. */
export function parameter(name: string, value: string): string {
  const parts = pieces(value, 18).map((piece) =>
    encodeURIComponent(piece).replace(/['()*!]/g, (letter) => {
      return `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
    }),
  );
  return parts
    .map((part, index) => ` ${name}*${index}*=${index === 0 ? "UTF-8''" : ''}${part}`)
    .join(';\r\n');
}

/** Base64 in lines of 76 characters (RFC 2045, 6.8). */
export function base64Lines(content: Buffer | string): string {
  const lines =
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,76}/g) ?? [];
  return lines.map((line) => `${line}\r\n`).join('');
}

/** Text as it travels: CRLF line ends. */
export function withCrlf(text: string): string {
  return text.replaceAll('\n', '\r\n');
}
