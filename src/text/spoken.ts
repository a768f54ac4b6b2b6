import { tidyLines, withoutAccents } from './fold.ts';
import { remembering } from './remembering.ts';

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** What offices write for whole words. */
const abbreviations: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})đ ?[/.] ?c(?!\p{L})\.?|(?<!\p{L})đc(?=\.? \p{L})\.?/gu, 'đồng chí'],
  [/(?<!\p{L})d ?[/.] ?c(?!\p{L})\.?|(?<!\p{L})dc(?=\.? \p{L})\.?/gu, 'dong chi'],
  [/(?<!\p{L})(?:ko|kg(?!\s*[:.])|hok|hk|hông|hổng)(?!\p{L})/gu, 'không'],
  [/(?<!\p{L})k(?= (?:cần|can|cấp|cap|làm|lam|đổi|doi|hủy|huy)(?!\p{L}))/gu, 'không'],
];

/**
 * A sentence as phrases of `phrase` are looked for in it: lower case, each word with its tone at its end (`huỷ` and `hủy` are one) and a
 * final y as i, signs as `,`, `/` or `*`, single spaces between all of them and around.
 */
export const spoken = remembering((text: string): string => sentenceOf(wordsOf(expanded(text))));

function expanded(text: string): string {
  // KG is the province, kg is "không".
  const lower = tidyLines(text)
    .replaceAll('\n', ' ')
    .replace(/(?<!\p{L})KG(?!\p{L})/gu, 'Kiên Giang')
    .toLowerCase();
  return abbreviations.reduce((rest, [written, meant]) => rest.replace(written, meant), lower);
}

/** A word as phrases are looked for, and where it stands. */
type Word = { said: string; from: number; end: number };

function wordsOf(text: string): Word[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+|[*/]|[^\s*/]/gu)].map(({ 0: part, index }) => ({
    said: /[\p{L}\p{N}*/]/u.test(part) ? wordOf(part) : ',',
    from: index,
    end: index + part.length,
  }));
  return words.filter(({ said }, at) => said !== ',' || words[at - 1]?.said !== ',');
}

const sentenceOf = (words: readonly Word[]): string => ` ${words.map(({ said }) => said).join(' ')} `;

/**
 * A sentence without what phrases of `phraseAnywhere` find in it, one after the other: `+` stands in their place where it is `said`, and a
 * comma where it is `written`, then in lower case.
 */
export function without(text: string, phrases: readonly RegExp[]): { said: string; written: string } {
  const lower = expanded(text);
  let words: readonly Word[] = wordsOf(lower);
  for (const one of phrases) {
    const said = sentenceOf(words);
    for (const { index, 0: found } of [...said.matchAll(one)].reverse()) {
      const before = said.slice(0, index).split(' ').length - 2;
      const cut = words.slice(before, before + found.split(' ').length);
      const [first, last] = [cut[0], cut.at(-1)];
      if (first && last)
        words = words.toSpliced(before, cut.length, { said: '+', from: first.from, end: last.end });
    }
  }
  const holes = words.filter(({ said }) => said === '+').reverse();
  const written = holes.reduce((rest, { from, end }) => `${rest.slice(0, from)},${rest.slice(end)}`, lower);
  return { said: sentenceOf(words), written: holes.length > 0 ? written : text };
}

/** What stands before and after the first place where a phrase is found, as it is written, in lower case; all of it before where it is not. */
export function around(text: string, one: RegExp): [string, string] {
  const lower = expanded(text);
  const words = wordsOf(lower);
  const said = sentenceOf(words);
  const found = one.exec(said);
  if (!found) return [lower, ''];
  const before = said.slice(0, found.index).split(' ').length - 2;
  const [first, last] = [words[before], words[before + found[0].split(' ').length - 1]];
  return [lower.slice(0, first?.from), lower.slice(last?.end ?? lower.length)];
}

function wordOf(word: string): string {
  const { letters, tone } = toned(word);
  return letters + tone;
}

/** Hỏi and ngã are one, as the South speaks and often writes them. */
function toned(word: string): { letters: string; tone: string } {
  const apart = word.normalize('NFD');
  const tone = (apart.match(tones)?.[0] ?? '').replace('\u0303', '\u0309');
  const letters = apart
    .replace(tones, '')
    .normalize('NFC')
    .replaceAll('ð', 'đ')
    .replace(/uơ(?=.)/u, 'ươ');
  return { letters: letters.replace(/(?<=^[bcdghklmnpqrstvx]+)y$/, 'i'), tone };
}

/**
 * A pattern for `spoken` sentences from words with accents, each of which may have lost its tone or all of them; `!` before a word says that
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

/** As it is, without its tone, or without any of its accents: "dùng" is no "dừng". */
function lenient(word: string): string {
  const { letters, tone } = toned(word);
  const spellings = new Set([letters + tone, letters, wordOf(withoutAccents(letters))]);
  return spellings.size === 1 ? letters : `(?:${[...spellings].join('|')})`;
}
