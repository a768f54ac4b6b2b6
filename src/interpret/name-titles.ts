import { fold } from '../text/fold.ts';
import { positionsByRank } from '../text/positions.ts';
import { phraseTable, startOf } from './phrase.ts';
import { isSurname } from './words/surnames.ts';
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

/**
 * People of the family Ông: `Ông Thị Cẩm Giang`, for no man's name begins with Thị; `Ông Văn Tám`, for nobody is called Văn Tám. `Ông Ích Khiêm`
 * may be one, where the second word is no family name.
 */
function isOfFamilyOng([first, second = '', ...given]: readonly string[]): boolean {
  if (fold(first ?? '') !== 'ong' || given.length === 0) return false;
  if (/^thị$/i.test(second)) return true;
  const isTitled = [titleTable, positionTable].some((table) => startOf([second, ...given], table) > 0);
  return given.length === 1 && !isTitled && (/^văn$/i.test(second) || !isSurname(second));
}

/** `ThS.Nguyễn` is two words and `Đ/c.Nguyễn` too; nothing else with a dot or a slash inside is a name. */
function partsOfTitle(word: string): string[] {
  const parts = word.match(/^đ\/c[.:]?|[^./]+[./]?/giu) ?? [];
  const isTitled = parts.slice(0, -1).every((part) => startOf(wordsOf(part), titleTable) > 0);
  return isTitled ? parts : [word];
}

export function wordsOf(text: string): string[] {
  return text.split(/[\s.,;:]+/).filter((word) => word !== '');
}
