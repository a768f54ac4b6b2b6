import { fold } from '../text/fold.ts';
import { remembering } from '../text/remembering.ts';
import { abbreviations, areas, furtherFields, kindsAlone, province, spelledOut } from './unit-words.ts';

/** More readings than a name of a unit can have: words with so many abbreviations are taken as they stand. */
const mostReadings = 72;

/** A unit's name folded: the words as they stand; and with every plain abbreviation written out. */
export function plainWordings(text: string): readonly [string, string] {
  const words = fold(text).split(' ');
  const plain = words.map((word) => {
    const [meaning = word, ...others] = meanings(word);
    return others.length === 0 ? meaning : word;
  });
  return [words.join(' '), withoutAnd(plain.join(' '))];
}

/**
 * The folded forms under which a unit's name is registered and looked for, the surest first: the plain ones; every further
 * way to read or shorten them.
 * `UBND xã Mỹ Lâm`: `ubnd xa my lam`; `uy ban nhan dan xa my lam`; `xa my lam`.
 */
export const wordingsBySureness = remembering((text): readonly [string, string, readonly string[]] => {
  const [asWritten, plain] = plainWordings(text);
  const readings = combinations(asWritten.split(' ').map(meanings)).map(withoutAnd);
  const further = new Set([...readings, ...[plain, ...readings].flatMap(shortened)]);
  return [asWritten, plain, [...further].filter((reading) => reading !== asWritten && reading !== plain)];
});

/** All of them, without repetition. */
export function wordings(text: string): string[] {
  const [asWritten, plain, further] = wordingsBySureness(text);
  return [...new Set([asWritten, plain, ...further])].filter((wording) => wording !== '');
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
  // "CDC tỉnh" is what is called CDC.
  if (/^[a-z]{3,} tinh$/.test(area)) return [area, rest];
  const isWhole = rest === area || !rest.includes(' ');
  if (isWhole) return [area];
  // "UBND tỉnh" without its province would be any committee.
  return rest.endsWith('nhan dan') ? [area, `${rest} tinh`] : [area, `${rest} tinh`, rest];
}

/** What a unit is called. */
export type UnitNames = { abbreviation: string; name: string; aliases: readonly string[] };

/**
 * The folded wordings under which a unit is found. A name that ends with the name of a unit above is found without it
 * too: "Phòng Nội vụ huyện Hòn Đất" is "Phòng Nội vụ" to those who look under that district first.
 */
export function wordingsOfUnit(unit: UnitNames, above: readonly UnitNames[]): string[] {
  const names = [unit.name, ...unit.aliases].filter((name) => fold(name).includes(' '));
  const whole = names.flatMap(wordings);
  const places = above.flatMap(({ name }) => wordings(name)).filter((place) => place.includes(' '));
  const shorter = whole.flatMap((words) => places.flatMap((place) => withoutPlace(words, place)));
  // A single syllable means too much to be read as an abbreviation of something else.
  const single = [unit.abbreviation, unit.name, ...unit.aliases].map(fold);
  return [...new Set([...single, ...whole, ...shorter])].filter((words) => words !== '');
}

const fieldsOfWork: ReadonlySet<string> = new Set([...Object.values(abbreviations).flat(), ...furtherFields]);

/**
 * What a unit's own people call it: the first field of work in its name for all of them, "Sở Giao thông", "Sở NN"; "Ban Tuyên giáo" of that
 * of Tỉnh ủy; "Hội Phụ nữ"; "Trung tâm". To others such a name says too little.
 */
export function ownShortNames({ name, aliases }: UnitNames): string[] {
  const found = [name, ...aliases].flatMap((one) => {
    const words = plainWordings(one)[1].replace(/^hoi lien hiep (?=phu nu)/, 'hoi ');
    return words.split(' ').flatMap((_, at, all) => {
      const start = all.slice(0, at + 1).join(' ');
      const [, ...field] = all.slice(0, at + 1);
      const isName =
        kindsAlone.includes(start) ||
        (field.length > 0 && (fieldsOfWork.has(field.join(' ')) || (at > 1 && fieldsOfWork.has(start))));
      return isName ? [start, `${start} tinh`] : [];
    });
  });
  return [...new Set(found)];
}

function withoutPlace(words: string, place: string): string[] {
  if (!words.endsWith(` ${place}`)) return [];
  const rest = words.slice(0, -place.length - 1).replace(/ (?:truc )?thuoc$| cua$/, '');
  return rest.includes(' ') && !rest.endsWith('hoi dong nhan dan') ? [rest] : [];
}

/**
 * What a unit may be looked for by when nothing else fits: its kind, and the first letters of all else. `Chi cục An toàn vệ sinh thực
 * phẩm tỉnh Kiên Giang`: `~chi cuc atvstp`, so marked that it is no wording.
 */
export function initialsOfUnit({ name, aliases }: UnitNames): string[] {
  return [name, ...aliases].flatMap((one) => {
    const words = withoutAnd(fold(one)).replace(provinceTail, '');
    const head = headOf(words);
    const rest = head === null ? [] : words.slice(head.length + 1).split(' ');
    return rest.length > 1 ? [`~${head} ${rest.map((word) => word.charAt(0)).join('')}`] : [];
  });
}

/** The words of a form in that manner, where they are so written: `cc atvstp tinh` is `~chi cuc atvstp`. */
export function byInitials(folded: string): string[] {
  const found = wordings(folded).flatMap((wording) => {
    const words = wording.replace(provinceTail, '');
    const head = headOf(words);
    const isShort = head !== null && /^[a-z]{2,9}$/.test(words.slice(head.length + 1));
    return isShort ? [`~${words}`] : [];
  });
  return [...new Set(found)];
}

const headOf = (words: string): string | null =>
  spelledOut.find((head) => words.startsWith(`${head} `)) ?? null;
