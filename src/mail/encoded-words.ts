import { TextDecoder } from 'node:util';

/** RFC 2047, 2, with the language of RFC 2231, 5; spaces inside are wrong but common. */
const encodedWord = /=\?([^?*\s]{1,40})(?:\*[^?\s]{0,40})?\?([bq])\?([^?]*)\?=/gi;

const bytesOf = (encoding: string, text: string): Buffer =>
  encoding.toLowerCase() === 'b'
    ? Buffer.from(text, 'base64')
    : Buffer.from(
        text
          .replaceAll('_', ' ')
          .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      );

const decoderFor = (charset: string): TextDecoder | null => {
  try {
    return new TextDecoder(charset);
  } catch {
    return null;
  }
};

/** Bytes that stand outside encoded words: UTF-8, or else the Vietnamese code page of old Windows programs. */
const decodeRaw = (latin1: string): string => {
  const bytes = Buffer.from(latin1, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1258').decode(bytes);
  }
};

type Word = { charset: string; bytes: Buffer; raw: string };

/** Neighbours in one charset are joined before decoding: programs cut them in the middle of a letter. */
const decodeRun = (words: readonly Word[]): string => {
  const decoder = decoderFor(words[0]?.charset ?? '');
  return decoder
    ? decoder.decode(Buffer.concat(words.map(({ bytes }) => bytes)))
    : words.map(({ raw }) => raw).join(' ');
};

/**
 * Text of an unstructured field as people read it: encoded words decoded (RFC 2047), NFC, one line, trimmed.
 * `latin1` is one byte a character, folding undone. What cannot be decoded stays as it was written.
 */
export const decodeText = (latin1: string): string => {
  let text = '';
  let run: Word[] = [];
  let after = 0;
  for (const match of latin1.matchAll(encodedWord)) {
    const [raw, label = '', encoding = '', content = ''] = match;
    const charset = label.toLowerCase();
    const between = latin1.slice(after, match.index);
    const apart = run.length === 0 || /\S/.test(between);
    if (apart || run[0]?.charset !== charset) {
      text += decodeRun(run) + (apart ? decodeRaw(between) : '');
      run = [];
    }
    run.push({ charset, bytes: bytesOf(encoding, content), raw });
    after = match.index + raw.length;
  }
  text += decodeRun(run) + decodeRaw(latin1.slice(after));
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
};
