import { syllable } from '../text/syllable.ts';

/**
 * Whether a word of the same letters as another has other accents, as far as they are surely seen: other marks on its letters (Nam, Năm), or
 * another tone (Hoa, Hòa). A dot below is often lost or made of dust; and a tone is often taken for another above another mark, on a large
 * letter and beside the dot of an i.
 */
export function hasOtherAccents(written: string, seen: string): boolean {
  const both = [written, seen].map((word) => word.normalize('NFD'));
  if (both.some((word) => stacked.test(word))) return false;
  const [one, other] = [syllable(written), syllable(seen)];
  if (one.marks !== other.marks) return true;
  if (one.tone === other.tone || one.tone === '.' || other.tone === '.') return false;
  return !both.some((word) => unclear.test(word));
}

/** A tone above the hat or the bow of a letter. */
const stacked = /[\u0302\u0306][\u0300\u0301\u0303\u0309]/u;
/** A tone on such a letter. */
const unclear = /[\p{Lu}iy][\u0300\u0301\u0303\u0309]/u;
