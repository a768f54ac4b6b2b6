import { withoutAccents } from './fold.ts';
import { remembering } from './remembering.ts';

/**
 * How a Vietnamese word is written, so that `huỷ`, `hủy`, `Hũy` and `huy` can be compared:
 * letters without accents (`huy`), the marks of the letters (`^`, `˘`, horn, đ) and the tone, wherever it was put.
 */
export type Syllable = Readonly<{
  plain: string;
  /** One character a letter of `plain`: `^`, `(`, `+`, `-` (of đ) or a space. */
  marks: string;
  /** `\`, `/`, `?`, `.` or none; hỏi and ngã are one, as the South speaks and often writes them. */
  tone: string;
}>;

const markOf: Readonly<Record<string, string>> = { '\u0302': '^', '\u0306': '(', '\u031b': '+' };
const toneOf: Readonly<Record<string, string>> = {
  '\u0300': '\\',
  '\u0301': '/',
  '\u0303': '?',
  '\u0309': '?',
  '\u0323': '.',
};

export const syllable = remembering((word: string): Syllable => {
  const letters: { plain: string; mark: string }[] = [];
  let tone = '';
  for (const sign of word.toLowerCase().normalize('NFD')) {
    const last = letters.at(-1);
    if (toneOf[sign] !== undefined) tone = toneOf[sign];
    else if (markOf[sign] !== undefined && last) last.mark = markOf[sign];
    else letters.push({ plain: withoutAccents(sign), mark: sign === 'đ' || sign === 'ð' ? '-' : ' ' });
  }
  const plain = letters.map((letter) => letter.plain).join('');
  return { plain: spelledWithI(plain), marks: letters.map((letter) => letter.mark).join(''), tone };
});

/** `lý do` and `lí do`, `kỷ luật` and `kỉ luật`: a final y after a consonant is the same as i. */
function spelledWithI(plain: string): string {
  return plain.replace(/(?<=[bcdghklmnpqrstvx])y$/, 'i');
}

/**
 * Whether someone who meant `meant` may have written `written`: the tone may be left out, and with it marks, but what is there
 * must be right. `hôp` and `hop` may be `hộp`, `chuyên` may be `chuyển`; `họp` is not `hộp` and `phó` is not `phố`.
 */
export function mayStandFor(written: Syllable, meant: Syllable): boolean {
  if (written.plain !== meant.plain) return false;
  if (written.tone !== '') return written.tone === meant.tone && written.marks === meant.marks;
  return [...written.marks].every((mark, at) => mark === ' ' || mark === meant.marks[at]);
}

/** Whether a word was written with all its accents. */
export function isFullySpelled(written: Syllable, meant: Syllable): boolean {
  return written.plain === meant.plain && written.tone === meant.tone && written.marks === meant.marks;
}
