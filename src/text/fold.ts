import { remembering } from './remembering.ts';

/** Soft hyphens, zero-width and direction marks: they come with copied text and mean nothing. */
const invisible =
  /[\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;

/** Words on one line as most texts are: precomposed letters, single spaces, nothing that tidying would touch. */
const tidied = /^[!-~\u00c0-\u02af\u1ea0-\u1ef9]+(?: [!-~\u00c0-\u02af\u1ea0-\u1ef9]+)*$/;

/** NFC, without invisible characters, with single spaces inside a line; line breaks stay as `\n`. */
export function tidyLines(text: string): string {
  if (tidied.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();
}

/** NFC, without invisible characters, with single spaces, on one line. */
export function tidy(text: string): string {
  return tidyLines(text).replaceAll('\n', ' ');
}

// oxlint-disable-next-line no-control-regex -- all of ASCII is meant
const ascii = /^[\0-\x7f]*$/;

/** Letters without accents, đ as d; case and everything else as it was. Both tone placements come out the same. */
export function withoutAccents(text: string): string {
  if (ascii.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐƉ]/g, 'D')
    .normalize('NFC');
}

/**
 * Text folded for comparison: lower-case letters without accents and digits, all else a single space.
 * `Sở Thông tin & Truyền thông` becomes `so thong tin truyen thong`. Folding what is folded changes nothing.
 */
export const fold = remembering((text: string) =>
  withoutAccents(withoutAccents(tidy(text)).toLowerCase())
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim(),
);

const lookAlikes: Readonly<Record<string, string>> = {
  // Cyrillic
  а: 'a',
  А: 'A',
  В: 'B',
  с: 'c',
  С: 'C',
  ԁ: 'd',
  е: 'e',
  Е: 'E',
  һ: 'h',
  Н: 'H',
  і: 'i',
  І: 'I',
  ј: 'j',
  Ј: 'J',
  К: 'K',
  М: 'M',
  о: 'o',
  О: 'O',
  р: 'p',
  Р: 'P',
  ѕ: 's',
  Ѕ: 'S',
  Т: 'T',
  х: 'x',
  Х: 'X',
  у: 'y',
  У: 'Y',
  Ү: 'Y',
  // Greek
  Α: 'A',
  Β: 'B',
  Ε: 'E',
  Η: 'H',
  Ι: 'I',
  Κ: 'K',
  Μ: 'M',
  Ν: 'N',
  ο: 'o',
  Ο: 'O',
  Ρ: 'P',
  Τ: 'T',
  Υ: 'Y',
  Χ: 'X',
  // Latin: eth and African D stand for đ in many old documents, the others come from keyboards and fonts
  ð: 'đ',
  Ð: 'Đ',
  Ɖ: 'Đ',
  ɖ: 'đ',
  ɑ: 'a',
  ɡ: 'g',
  ı: 'i',
};

/**
 * The same text with look-alike letters (Cyrillic, Greek, full-width, eth for đ) replaced by the Vietnamese letter that they
 * can only stand for; other foreign letters stay, for the caller to refuse.
 */
export function repairLookAlikes(text: string): string {
  return [...text.normalize('NFD')]
    .map((letter) =>
      /[\uff01-\uff5e]/.test(letter) ? letter.normalize('NFKC') : (lookAlikes[letter] ?? letter),
    )
    .join('')
    .normalize('NFC');
}
