import { tidyLines, withoutAccents } from './fold.ts';
import { remembering } from './remembering.ts';

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** What offices write for whole words. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})đ ?[/.] ?c(?!\p{L})\.?|(?<!\p{L})đc(?=\.? \p{L})\.?/gu, 'đồng chí'],
  [/(?<!\p{L})d ?[/.] ?c(?!\p{L})\.?|(?<!\p{L})dc(?=\.? \p{L})\.?/gu, 'dong chi'],
  [/(?<!\p{L})(?:ko|kg|hok|hk|hông|hổng)(?!\p{L})/gu, 'không'],
  [/(?<!\p{L})k(?= (?:cần|can|cấp|cap|làm|lam|đổi|doi|hủy|huy)(?!\p{L}))/gu, 'không'],
];

/**
 * A sentence as phrases of `phrase` are looked for in it: lower case, each word with its tone at its end (`huỷ` and `hủy` are one) and a
 * final y as i, signs as `,`, `/` or `*`, single spaces between all of them and around.
 */
export const spoken = remembering((text: string): string => {
  let lower = tidyLines(text).replaceAll('\n', ' ').toLowerCase();
  for (const [written, meant] of abbreviations) lower = lower.replace(written, meant);
  const parts = lower.match(/[\p{L}\p{M}\p{N}]+|[*/]|[^\s*/]/gu) ?? [];
  const words = parts.map((part) => (/[\p{L}\p{N}*/]/u.test(part) ? wordOf(part) : ','));
  return ` ${words.filter((word, at) => word !== ',' || words[at - 1] !== ',').join(' ')} `;
});

function wordOf(word: string): string {
  const { letters, tone } = toned(word);
  return letters + tone;
}

/** Hỏi and ngã are one, as the South speaks and often writes them. */
function toned(word: string): { letters: string; tone: string } {
  const apart = word.normalize('NFD');
  const tone = (apart.match(tones)?.[0] ?? '').replace('\u0303', '\u0309');
  const letters = apart.replace(tones, '').normalize('NFC').replaceAll('ð', 'đ');
  return { letters: letters.replace(/(?<=^[bcdghklmnpqrstvx]+)y$/, 'i'), tone };
}

/**
 * A pattern for `spoken` sentences from words with accents, each of which may have lost some or all of them; `!` before a word says that
 * its accents must be there. Between the words stands what regular expressions have, and `~` for up to two other words, `…` for up to eight,
 * with commas among them. Words are whole ones.
 */
export function phrase(source: string): RegExp {
  const pattern = source
    .normalize('NFC')
    .replace(/\\\p{L}|!?[\p{L}\p{M}]+/gu, (word) => {
      if (word.startsWith('\\')) return word;
      return `${word.startsWith('!') ? wordOf(word.slice(1)) : lenient(word)}(?= )`;
    })
    .replaceAll('~', '(?: [^ ,]+){0,2}')
    .replaceAll('…', '(?: [^ ]+){0,8}?');
  return new RegExp(`(?<= )(?:${pattern})(?= )`);
}

/** The same for all places of a sentence, by `matchAll` or `replace`. */
export function phraseAnywhere(source: string): RegExp {
  return new RegExp(phrase(source).source, 'g');
}

function lenient(word: string): string {
  const { letters, tone } = toned(word);
  const each = [...letters].map((letter) => {
    const bare = withoutAccents(letter);
    return bare === letter ? letter : `[${letter}${bare}]`;
  });
  return each.join('') + (tone === '' ? '' : `${tone}?`);
}
