import { withoutAccents } from '../text/fold.ts';
import { type PhraseTable, phraseTable, startOf } from './phrase.ts';
import { adverbs, past } from './words/fillers.ts';
import { fields, officeHeads, places } from './words/offices.ts';
import { reasonTable } from './words/reasons.ts';
import { verbs } from './words/verbs.ts';
import { warnings } from './words/warnings.ts';

const saying = phraseTable([
  ...Object.values(verbs).flat(),
  ...Object.values(reasonTable).flatMap(({ phrases }) => phrases),
  ...warnings.flatMap(({ phrases }) => phrases),
  ...Object.values(adverbs).flat(),
  ...past,
]);
const heads = phraseTable(officeHeads);
const named = phraseTable([...fields, ...places, ...officeHeads]);

/**
 * Where a name ends and something else is said: `Nguyễn Văn Bé nghỉ hưu`, `Nguyễn Văn Bé hủy`, `Nguyễn Văn Bé Sở Nội vụ`; the
 * number of words where nothing is. What may be a given name (`Trần Thị Mới`, `Lê Văn An Toàn`) stays one.
 */
export function nameEnd(words: readonly string[]): number {
  const bare = words.every((word) => withoutAccents(word) === word);
  const at = words.findIndex((word, place) => {
    if (place < 2 || isMiddleName(words[place - 1] ?? '')) return false;
    const rest = words.slice(place);
    const isSmall = isCapital(words[place - 1] ?? '') && !isCapital(word);
    const said = startOf(rest, saying);
    return said > 1 ? !bare || isSmall : (said === 1 && isSmall && !bare) || (!bare && isOffice(rest));
  });
  return at < 0 ? words.length : at;
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** After `Văn` or `Thị` a given name follows. */
export const isMiddleName = (word: string): boolean => /^(?:văn|thị|van|thi)$/i.test(word);

/** `Sở Nội vụ`, `xã Mỹ Lâm`; but `Trường Giang` is a name. */
function isOffice(words: readonly string[]): boolean {
  const head = startOf(words, heads);
  return head > 0 && startOf(words.slice(head), named) > 0;
}

/** The field or office that follows a position before a name: `Nội vụ` of `Trưởng phòng Nội vụ Nguyễn Văn Bé`. */
export function fieldBefore(words: readonly string[], isSurname: (word: string) => boolean): number {
  let length = 0;
  for (let next = phraseAt(words, named); next > 0; next = phraseAt(words.slice(length), named))
    length += next;
  return words.length - length >= 2 && isSurname(words[length] ?? '') ? length : 0;
}

const phraseAt = (words: readonly string[], table: PhraseTable): number =>
  words.length > 0 ? startOf(words, table) : 0;
