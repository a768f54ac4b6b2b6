import { withoutAccents } from '../text/fold.ts';
import { remembering } from '../text/remembering.ts';
import { isFullySpelled, mayStandFor, syllable } from '../text/syllable.ts';
import { knownWords, type Lexicon, lexiconOf } from './lexicon.ts';
import { type Token, tokens } from './tokens.ts';

/** One cell, cut into tokens, with the tables laid over it. */
export type Cell = {
  tokens: readonly Token[];
  lexicon: Lexicon;
  /** Written without any accents. */
  bare: boolean;
  /** Capitals tell names apart: the cell is neither all in capitals nor all in small letters. */
  cased: boolean;
};

export function cellOf(text: string, today: string): Cell {
  return remembered(`${today}${text}`);
}

/** Rows ask in the same words over and over. A cell takes some kilobytes. */
const remembered = remembering((dated) => cellAt(dated.slice(0, dayLength), dated.slice(dayLength)), 200);
const dayLength = 'YYYY-MM-DD'.length;

function cellAt(today: string, text: string): Cell {
  const bare = withoutAccents(text) === text.normalize('NFC');
  const cut = tokens(text, today).flatMap((token) => apart(token, bare));
  const written = cut.filter(({ kind }) => kind === 'word').map((token) => token.text);
  const cased =
    written.some((word) => word !== word.toUpperCase()) &&
    written.some((word) => word !== word.toLowerCase());
  return { tokens: cut, lexicon: lexiconOf(cut, bare), bare, cased };
}

/** Whether a token is a word with a capital first letter, in a cell where that says something. */
export function isCapitalised(cell: Cell, at: number): boolean {
  const token = cell.tokens[at];
  return cell.cased && token?.kind === 'word' && /^\p{Lu}/u.test(token.text);
}

/** The words of some tokens as written; signs without a space before them. */
export function wordsOf(cell: Cell, from: number, length: number): string {
  return cell.tokens
    .slice(from, from + length)
    .map(({ text }) => text)
    .join(' ')
    .replace(/\s+([,.;:)])/g, '$1');
}

/** Letters that are looked through for words run together; beyond, the ways to cut them grow without end. */
const longestRun = 20;

/** Words that were run together ("cấpmới") or joined by a dot without a space ("moi.khong") come apart again. */
function apart(token: Token, bare: boolean): readonly Token[] {
  if (token.kind === 'login') return sentencesApart(token.text) ?? [token];
  if (token.kind !== 'word' || bare || token.text.length > longestRun || isKnown(token.text)) return [token];
  const [words, ...others] = splits(token.text);
  return words !== undefined && others.length === 0 ? words.map(wordToken) : [token];
}

function sentencesApart(login: string): Token[] | null {
  const words = login.split('.');
  if (!words.every((word) => /^[a-z]+$/.test(word) && isKnown(word))) return null;
  return words.flatMap((word, at): Token[] =>
    at === 0 ? [wordToken(word)] : [{ kind: 'sign', text: '.' }, wordToken(word)],
  );
}

/** All the ways to cut letters into at least two fully spelled words of the tables. Initials begin a login: "nvan" is no "nv an". */
function splits(letters: string): string[][] {
  const ways: string[][] = [];
  for (let cut = 2; cut <= letters.length - 2; cut++) {
    const head = letters.slice(0, cut);
    if (!isSpelled(head) || !/[aeiouy]/.test(syllable(head).plain)) continue;
    const tail = letters.slice(cut);
    if (isSpelled(tail)) ways.push([head, tail]);
    for (const way of splits(tail)) ways.push([head, ...way]);
  }
  return ways;
}

const spelledByPlain = Map.groupBy(knownWords, ({ plain }) => plain);

function isKnown(word: string): boolean {
  const written = syllable(word);
  return (spelledByPlain.get(written.plain) ?? []).some((meant) => mayStandFor(written, meant));
}

function isSpelled(word: string): boolean {
  const written = syllable(word);
  return (spelledByPlain.get(written.plain) ?? []).some((meant) => isFullySpelled(written, meant));
}

function wordToken(text: string): Token {
  return { kind: 'word', text, syllable: syllable(text) };
}
