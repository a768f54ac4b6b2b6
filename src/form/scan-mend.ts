import { distance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import type { Grid, Line } from './grid.ts';
import { columnKind } from './headings.ts';

/** Headings of the regulation's form and the further ones that offices add: a slip of recognition hides them. */
const headings = [
  'STT',
  'Họ và tên',
  'Đơn vị công tác',
  'Đơn vị',
  'Chức vụ',
  'Điện thoại',
  'Số điện thoại',
  'Nội dung đề nghị',
  'Ghi chú',
  'Địa chỉ thư điện tử',
  'Hộp thư',
] as const;

/** In parts of the heading: as many letters may be others. */
const slips = 0.4;

/** Reads the headings of a recognised table as those that they nearly are. */
export function withMendedHeadings(grid: Grid): Grid {
  return { ...grid, lines: grid.lines.map(mended) };
}

function mended(line: Line): Line {
  const known = line.cells.filter(({ text }) => columnKind(text) !== null).length;
  // Two columns that are known tell that the others are headings, too.
  if (known < 2 || line.cells.some(({ text }) => /^\d+$/.test(text))) return line;
  const cells = line.cells.map((cell) => ({ ...cell, text: headingNear(cell.text) ?? cell.text }));
  return { ...line, cells };
}

function headingNear(text: string): string | null {
  if (columnKind(text) !== null) return null;
  const words = fold(text).replaceAll(' ', '');
  const near = headings
    .map((heading) => {
      const wanted = fold(heading).replaceAll(' ', '');
      // The wish's heading goes on: its beginning tells it.
      const head = words.slice(0, Math.max(wanted.length, Math.min(words.length, wanted.length + 2)));
      return { heading, off: distance(wanted, head) / wanted.length };
    })
    .toSorted((a, b) => a.off - b.off)[0];
  return near && near.off <= slips ? near.heading : null;
}

/** Letters that look the same large and small, whatever their accents. */
const alike = /^[COSUVXZ]$/;
/** A word in capitals is none at all where its vowel is such an O: no abbreviation has a hat or a horn on it. */
const markedO = /^\p{Lu}[ÔƠ]$/u;

/** Writes small what was taken for the large letter of the same look: `Thanh tra SỞ`, `hỘp thư`. Words in capitals stay. */
export function withSmallLetters(text: string): string {
  const words = text.split(' ');
  return words.map((word, at) => (isAmongCapitals(words, at) ? word : smallWord(word))).join(' ');
}

function smallWord(word: string): string {
  const letters = [...word];
  const bare = letters.map(bareOf).join('');
  const isWord = /\p{Ll}/u.test(word) || markedO.test(bare);
  // Another capital within it: an abbreviation, or something else than a word.
  if (!isWord || letters.slice(1).some((it) => /\p{Lu}/u.test(it) && !alike.test(plainOf(it)))) return word;
  return letters.map((it, index) => (index > 0 ? it.toLowerCase() : it)).join('');
}

/** Without its tone, and without all of its marks. */
const bareOf = (letter: string): string =>
  letter
    .normalize('NFD')
    .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
    .normalize('NFC');
const plainOf = (letter: string): string => letter.normalize('NFD').charAt(0);

function isAmongCapitals(words: readonly string[], at: number): boolean {
  const beside = [words[at - 1], words[at + 1]].filter((word) => word !== undefined && /\p{L}/u.test(word));
  return (
    !/\p{Ll}/u.test(words[at] ?? '') &&
    (beside.length === 0 ||
      beside.some((word) => /\p{L}{2}/u.test(word ?? '') && !/\p{Ll}/u.test(word ?? '')))
  );
}
