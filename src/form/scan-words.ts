import type { Placed } from '../model/form.ts';
import { distance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { hasOtherAccents } from './scan-accents.ts';
import { isVietnameseSyllable } from './spoken.ts';

/** How surely each word of a picture was recognised where it was least so, from 0 to 100, by the word in small letters. */
export type Sureness = ReadonlyMap<string, number>;

/** Words below this may be others, and so may words below the second that are no Vietnamese ones, or by their accents alone. */
const leastWord = 60;
const leastStrange = 92;
/** In parts of the longer word: as near is what two pieces make together. */
const slip = 0.3;

/** The words of a text as they stand, in small letters. */
export function scannedWords(text: string): string[] {
  return text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * Whether a word is surely not one of those in its place, which are folded. What is no Vietnamese word is one that was not recognised, or a
 * login name, as often as it is another one.
 */
export function isSure(word: string, written: readonly string[], sureness: Sureness): boolean {
  const isDoubtful = isStrange(word) || written.some((one) => ending(one) === ending(fold(word)));
  return (sureness.get(word) ?? 100) >= (isDoubtful ? leastStrange : leastWord);
}

/** A tone may be lost or another: with an acute every syllable can be spoken. */
function isStrange(word: string): boolean {
  const toneless = word.normalize('NFD').replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '');
  return !isVietnameseSyllable(`${toneless}\u0301`) && !/^\d+$/.test(word);
}

/** At their end, words with these letters look alike: Châu, Chân. */
const ending = (word: string): string => word.replace(/u$/, 'n');

/**
 * Whether a scan has a word, surely recognised, that the form has not, and that is no slip of one it has. Of words that end alike only names
 * are two: Châu and Chân, but not khẩu and khẩn.
 */
export function differs(
  placed: Placed | null,
  seen: Placed | null,
  sureness: Sureness,
  isName: boolean,
): boolean {
  const plain = (word: string): string => (isName ? fold(word) : ending(fold(word)));
  const words = scannedWords(placed?.text ?? '').map(plain);
  const read = scannedWords(seen?.text ?? '');
  const others = read.map(plain);
  const run = words.join('');
  return others.some((word, index) => {
    if ((word.length < 2 && !/\d/.test(word)) || !isSure(read[index] ?? '', isName ? words : [], sureness))
      return false;
    // A word that was torn apart, or grew together with the next, which then is none of the form's.
    const next = others[index + 1] ?? '';
    const before = others[index - 1] ?? '';
    if (/^\d$/.test(word) && [before, next].some(isSpeck)) return false;
    const torn = isStroke.test(before) && words.some((one) => distance(one, before + word) < 2);
    if (torn) return false;
    const joined = [words.includes(next) ? '' : word + next, words.includes(before) ? '' : before + word];
    if (joined.some((it) => it !== '' && it !== word && words.some((one) => isNear(one, it, slip))))
      return false;
    const longest = isStrange(read[index] ?? '') ? 4 : 6;
    return !words.some((one) => isSlip(one, word, longest)) && !(word.length > 5 && run.includes(word));
  });
}

/** What a speck or a piece of a ruling line is taken for; a digit beside it is one, too: "cho công Z. 2 chức". */
const isSpeck = (word: string): boolean => word.length === 1 && isStrange(word);

/** What the upright stroke of a torn letter is taken for: "Cao Xuân I an". */
const isStroke = /^[ijl1t]$/;

/** Whether a name has on the scan, surely recognised, the same letters with other accents: Nam is not Năm. */
export function isRespelt(name: Placed | null, seen: Placed | null, sureness: Sureness): boolean {
  const words = namePieces(name);
  return namePieces(seen).some((word) => {
    const alike = words.filter((one) => fold(one) === fold(word));
    const isCertain = (sureness.get(word.toLowerCase()) ?? 0) >= leastStrange;
    return isCertain && alike.length > 0 && alike.every((one) => hasOtherAccents(one, word));
  });
}

const namePieces = (name: Placed | null): string[] =>
  (name?.text ?? '').normalize('NFC').match(/\p{L}+/gu) ?? [];

/** A word that was surely recognised is another one by a letter, unless it is longer than so: Lan is not Loan. */
function isSlip(a: string, b: string, longest: number): boolean {
  return /\d/.test(a + b) ? a === b : distance(a, b) <= (Math.max(a.length, b.length) > longest ? 1 : 0);
}

function isNear(a: string, b: string, part: number): boolean {
  return distance(a, b) <= part * Math.max(a.length, b.length);
}
