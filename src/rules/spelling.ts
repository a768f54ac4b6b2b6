import { fold } from '../text/fold.ts';

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * Words as they compare with their accents: lower case, single spaces, and each syllable's tone at its end, so that
 * `Hoà` and `Hòa`, which are two ways of writing one name, are one.
 */
export function spelling(words: string): string {
  return words
    .toLowerCase()
    .normalize('NFD')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => word.replace(tones, '') + (word.match(tones) ?? []).join(''))
    .join(' ');
}

/** Whether somebody who is written `one` may be the one who is written `other`: accents decide where both have any. */
export function maybeSameName(one: string, other: string): boolean {
  const [a, b] = [spelling(one), spelling(other)];
  if (a === b) return true;
  return fold(one) === fold(other) && (a === fold(one) || b === fold(other));
}

/** A telephone number's digits, without the country's code. */
export const digits = (phone: string): string => phone.replace(/\D/g, '').replace(/^84(?=\d{9,10}$)/, '0');
