import { positionsByRank } from '../directory/positions.ts';
import { fold } from '../text/fold.ts';
import { phraseTable, startOf } from './phrase.ts';
import { titles } from './words/titles.ts';

const titleTable = phraseTable(titles);
export const positionTable = phraseTable(positionsByRank.flat());

export const isTitle = (words: readonly string[]): boolean =>
  words.length > 0 && startOf(words, titleTable) === words.length;

/** `Ông: Trần Văn Nam` */
export function withoutTitleColon(text: string): string {
  const [head = '', ...rest] = text.split(':');
  const words = wordsOf(head);
  return rest.length > 0 && isTitle(words) ? rest.join(':') : text;
}

/** Drops titles ("Đ/c", "BS.CKI") from the front; a position there becomes a remark. Nothing is left of a position alone. */
export function withoutTitles(words: readonly string[], remarks: string[]): string[] {
  let rest = words.flatMap(partsOfTitle);
  for (;;) {
    const title = startOf(rest, titleTable);
    const position = startOf(rest, positionTable);
    const length = Math.max(title, position);
    if (length > 1 && length === rest.length) return [];
    if (length === 0 || length === rest.length || isOfFamilyOng(rest)) return rest;
    if (position >= title) remarks.push(rest.slice(0, length).join(' '));
    rest = rest.slice(length);
  }
}

/** `Ông Văn Tám`: nobody is called Văn Tám, but there are people of the family Ông. */
const isOfFamilyOng = ([first, second, ...given]: readonly string[]): boolean =>
  fold(first ?? '') === 'ong' && /^(?:văn|thị)$/i.test(second ?? '') && given.length === 1;

/** `ThS.Nguyễn` is two words and `Đ/c.Nguyễn` too; nothing else with a dot or a slash inside is a name. */
function partsOfTitle(word: string): string[] {
  const parts = word.match(/^đ\/c[.:]?|[^./]+[./]?/giu) ?? [];
  const isTitled = parts.slice(0, -1).every((part) => startOf(wordsOf(part), titleTable) > 0);
  return isTitled ? parts : [word];
}

export function wordsOf(text: string): string[] {
  return text.split(/[\s.,;:]+/).filter((word) => word !== '');
}
