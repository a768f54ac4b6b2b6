import iconv from 'iconv-lite';
import type { LegacyEncoding } from '../model/form.ts';

/** The words of each code. A soft hyphen is the `ư` of TCVN3. */
const legacyWords: Readonly<Record<LegacyEncoding, RegExp>> = {
  TCVN3: /[A-Za-z\u00a1-\u00ff\u00ad]+/g,
  VNI: /[A-Za-z\u00c0-\u00ff]+/g,
};

export const beyondAscii = /[^\p{ASCII}]/u;
/** A sign by itself is one, whatever letter its byte may be. */
const isSign = (word: string): boolean => !/\p{L}/u.test(word) && word.length === 1;

/** The words that would be others in that code. */
export const wordsIn = (text: string, encoding: LegacyEncoding): string[] =>
  text.match(legacyWords[encoding])?.filter((word) => beyondAscii.test(word) && !isSign(word)) ?? [];

/** A text that was typed in that code, as it was seen. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  const letterCase = encoding === 'TCVN3' ? caseOf(text) : 'written';
  return text.replace(legacyWords[encoding], (word, at: number) => {
    // `®/c` is đ/c.
    const standsAlone = isSign(word) && text[at + 1] !== '/';
    if (!beyondAscii.test(word) || standsAlone) return word;
    const decoded = decoders[encoding](word);
    if (letterCase === 'capitals' || isInCapitals(word)) return decoded.toUpperCase();
    const isHead = letterCase === 'names' && (at === 0 || /\s/.test(text.charAt(at - 1)));
    return isHead ? decoded.charAt(0).toUpperCase() + decoded.slice(1) : decoded;
  });
}

/**
 * TCVN3 has no capitals with a tone: a font draws the small ones large (`TR­êNG`), and in a name whose other words have their
 * capitals (`NguyÔn ThÞ ¸nh`) only the letter was wanting.
 */
function caseOf(text: string): 'written' | 'capitals' | 'names' {
  if (isInCapitals(text)) return 'capitals';
  const words = text.match(/\S+/g) ?? [];
  const isNames = words.every((word) => /^(?:[A-Z]|[^\p{ASCII}])/u.test(word));
  return isNames && words.some((word) => /^[A-Z¡-§]/.test(word)) ? 'names' : 'written';
}

/** Two capitals in a word (Ă to Đ are ¡ to §), and no small letter beside them. */
const isInCapitals = (text: string): boolean => /[A-Z¡-§]\S*[A-Z¡-§]/.test(text) && !/[a-z]/.test(text);

/** A word of each code in Unicode, NFC. */
const decoders: Readonly<Record<LegacyEncoding, (word: string) => string>> = {
  TCVN3: (word) => iconv.decode(Buffer.from(word, 'latin1'), 'tcvn').normalize('NFC'),
  VNI: (word) => word.replace(vniLetters, vniLetter).normalize('NFC'),
};

/** What follows its vowel in VNI: a tone, or the vowel's own mark with or without one. */
const vniMarks: Readonly<Record<string, string>> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};

/** Letters of VNI that stand alone; `ơ` and `ư` may take a tone. */
const vniSingles: Readonly<Record<string, string>> = {
  ñ: 'đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ô: 'ơ',
  ö: 'ư',
};

const vniLetters = new RegExp(
  `([aeouyôö])([${Object.keys(vniMarks).join('')}])|[${Object.keys(vniSingles).join('')}]`,
  'gi',
);

function vniLetter(written: string, vowel?: string, mark = ''): string {
  const base = vowel ?? written;
  const plain = vniSingles[base.toLowerCase()] ?? base.toLowerCase();
  const letter = (plain + (vniMarks[mark.toLowerCase()] ?? '')).normalize('NFC');
  return base === base.toLowerCase() ? letter : letter.toUpperCase();
}
