import { fold } from '../text/fold.ts';
import { abbreviations, areas, province } from './unit-words.ts';

/** More readings than a name of a unit can have: words with so many abbreviations are taken as they stand. */
const mostReadings = 64;

/**
 * The folded forms under which a unit's name is registered and looked for, without repetition: the words as they
 * stand, then with every plain abbreviation written out, then every further way to read or shorten them.
 * `UBND xã Mỹ Lâm`: `ubnd xa my lam`, `uy ban nhan dan xa my lam`, `xa my lam`.
 */
export function wordings(text: string): string[] {
  const words = fold(text).split(' ');
  const options = words.map(meanings);
  const plain = options.map((option, at) => (option.length === 1 ? option[0] : words[at])).join(' ');
  const readings = [plain, ...combinations(options)].map(withoutAnd);
  const found = new Set([words.join(' '), ...readings, ...readings.flatMap(shortened)]);
  found.delete('');
  return [...found];
}

/** What a folded word may mean: itself, or what the table says; `stttt` is `so` with `tttt`. */
function meanings(word: string): readonly string[] {
  const listed = abbreviations[word];
  if (listed) return listed;
  const field = word.startsWith('s') ? abbreviations[word.slice(1)] : undefined;
  return field && word.length > 2 ? field.map((meaning) => `so ${meaning}`) : [word];
}

function combinations(options: readonly (readonly string[])[]): string[] {
  const count = options.reduce((product, { length }) => product * length, 1);
  if (count > mostReadings) return [];
  let found = [''];
  for (const option of options) {
    found = found.flatMap((start) => option.map((meaning) => `${start} ${meaning}`));
  }
  return found.map((words) => words.trim());
}

/** `và` may be written, left out, or stand as `&`, which folding drops. */
const withoutAnd = (words: string): string =>
  words
    .split(' ')
    .filter((word) => word !== 'va')
    .join(' ');

const committee = new RegExp(`^uy ban (?:nhan dan )?(?=(?:${areas.join('|')}) .)`);
const provinceTail = new RegExp(`(?: tinh)?(?: ${province})?$`);

/** `uy ban nhan dan` before an area, and the province at the end, may be left out. */
function shortened(words: string): string[] {
  const area = words.replace(committee, '');
  const rest = area.replace(provinceTail, '');
  const isWhole = rest === area || !rest.includes(' ');
  if (isWhole) return [area];
  // "UBND tỉnh" without its province would be any committee.
  return rest.endsWith('nhan dan') ? [area, `${rest} tinh`] : [area, `${rest} tinh`, rest];
}
