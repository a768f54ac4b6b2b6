import { withoutAccents } from '../text/fold.ts';
import { isFullySpelled, type Syllable, syllable } from '../text/syllable.ts';
import { surnames } from './words/surnames.ts';

/** Phrases by their first word without accents, the longest first. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly Syllable[])[]>;

const spelledSurnames = surnames.map(syllable);

export function phraseTable(phrases: readonly string[]): PhraseTable {
  const table = new Map<string, Syllable[][]>();
  for (const phrase of phrases) {
    const words = phrase.split(' ').map(syllable);
    const first = words[0]?.plain ?? '';
    table.set(
      first,
      [...(table.get(first) ?? []), words].toSorted((a, b) => b.length - a.length),
    );
  }
  return table;
}

/**
 * How many words at the start are the longest phrase of the table that fits, 0 for none. Accents count (`Trường` is no `Trương`),
 * unless all the words are without accents. A single word that may be a family name (`Đoàn`, `Truong`) stays one.
 */
export function startOf(words: readonly string[], table: PhraseTable): number {
  const phrases = table.get(spelled(words[0] ?? '').plain);
  if (!phrases) return 0;
  const bare = words.every((word) => withoutAccents(word) === word);
  const same = (word: Syllable, meant: Syllable): boolean =>
    bare ? word.plain === meant.plain : isFullySpelled(word, meant);
  const written = words.map(spelled);
  const mayBeSurname = ([first]: readonly Syllable[]): boolean =>
    first !== undefined && spelledSurnames.some((surname) => same(first, surname));
  const found = phrases.find(
    (phrase) =>
      phrase.every((meant, at) => {
        const word = written[at];
        return word !== undefined && same(word, meant);
      }) && !(phrase.length === 1 && mayBeSurname(written)),
  );
  return found?.length ?? 0;
}

const spelled = (word: string): Syllable => syllable(word.replace(/[.:]$/, ''));
