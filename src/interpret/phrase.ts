import { withoutAccents } from '../text/fold.ts';
import { isFullySpelled, type Syllable, syllable } from '../text/syllable.ts';
import { surnames } from './words/surnames.ts';

/** Phrases by their first word without accents, the longest first. */
export type PhraseTable = ReadonlyMap<string, readonly (readonly Syllable[])[]>;

const surnamesWithoutAccents: ReadonlySet<string> = new Set(
  surnames.map((surname) => syllable(surname).plain),
);

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
 * How many words at the start are the longest phrase of the table that fits, 0 for none. Accents count (`Chú` is no `Chu`),
 * unless all the words are without accents; then a word that may be a family name (`Truong`) stays one.
 */
export function startOf(words: readonly string[], table: PhraseTable): number {
  const bare = words.every((word) => withoutAccents(word) === word);
  const written = words.map((word) => syllable(word.replace(/[.:]$/, '')));
  for (const phrase of table.get(written[0]?.plain ?? '') ?? []) {
    const fits = phrase.every((meant, at) => {
      const word = written[at];
      return word !== undefined && (bare ? word.plain === meant.plain : isFullySpelled(word, meant));
    });
    const isSurname = bare && phrase.length === 1 && surnamesWithoutAccents.has(phrase[0]?.plain ?? '');
    if (fits && !isSurname) return phrase.length;
  }
  return 0;
}
