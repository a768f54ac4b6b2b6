import type { PersonName } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { positionsByRank } from '../text/positions.ts';

/**
 * The plain address of a personal mailbox (Điều 4 khoản 2): `tvnam.sttt@kiengiang.gov.vn`.
 * It is the stem of the numbered ones that namesakes get.
 */
export function addressStem(
  name: Pick<PersonName, 'letters'>,
  unitAbbreviation: string,
  mailDomain: string,
): string {
  return `${name.letters}.${unitAbbreviation}@${mailDomain}`.toLowerCase();
}

/** The letters of Điều 4 khoản 2 for a folded name: `tran van nam` → `tvnam`. */
export function lettersOf(key: PersonName['key']): string {
  const syllables = key.split(' ');
  const given = syllables.pop() ?? '';
  return syllables.map((syllable) => syllable.charAt(0)).join('') + given;
}

/** Syllables that are written with i or with y, as one likes. `Thị` and `Thy` are two. */
const eitherWay = /^(h|k|l|m|s|t|v|qu)([iy])$/;

/** More syllables of one name are not turned about: each doubles the spellings. */
const turnedAbout = 3;

/** A folded name in its other spellings with i and y: `chau thi mi le` → `chau thi my le`. */
export function otherSpellings(key: PersonName['key']): string[] {
  const syllables = key.split(' ');
  const places = [...syllables.keys()].filter((at) => eitherWay.test(syllables[at] ?? ''));
  let spellings = [syllables];
  for (const place of places.slice(0, turnedAbout)) {
    const turned = (syllable: string, at: number): string =>
      at === place
        ? syllable.replace(eitherWay, (_, head: string, end: string) => head + (end === 'i' ? 'y' : 'i'))
        : syllable;
    spellings = spellings.flatMap((spelling) => [spelling, spelling.map(turned)]);
  }
  return spellings.map((spelling) => spelling.join(' ')).filter((spelling) => spelling !== key);
}

/** The address with a namesake's number after the name part: `tvnam1.sttt@…`; 0 is the plain address. */
export function numberedAddress(stem: string, n: number): string {
  return n === 0 ? stem : stem.replace('.', `${n}.`);
}

/** The namesake's number in an address of this stem, 0 for the plain one; null where it is of another stem. */
export function numberIn(address: string, stem: string): number | null {
  const given = /^([a-z]+)(\d*)(\..+)$/.exec(address.toLowerCase());
  if (!given || `${given[1]}${given[3]}` !== stem) return null;
  return given[2] === '' ? 0 : Number(given[2]);
}

/** The stem of any address: without the number that a namesake has after the name part. */
export function stemOf(address: string): string {
  return address.replace(/^([a-z]+)\d+(?=\.)/, '$1');
}

const rankByPosition: ReadonlyMap<string, number> = new Map(
  positionsByRank.flatMap((positions, at) => positions.map((position) => [fold(position), at + 1] as const)),
);

/** The rank of whoever has no position, or one that the table does not know. */
export const unknownRank = positionsByRank.length + 1;

/** Former and acting holders: the first no longer have the rank, the second have it. */
const former = /^(nguyen|cuu) /;
const acting = /^(quyen|q|phu trach|dieu hanh) /;

/**
 * The rank of a position as offices write it, 1 the highest (`positionsByRank`). Of several positions
 * ("Phó Bí thư, Chủ tịch UBND") the highest counts.
 */
export function rankOf(position: string | null): number {
  const ranks = (position ?? '').split(/[,;/+\n]|\s[-–]\s|\svà\s|kiêm/i).map(rankOfOne);
  return Math.min(...ranks);
}

function rankOfOne(position: string): number {
  const key = fold(position);
  if (former.test(key)) return unknownRank;
  const words = key.replace(acting, '').split(' ');
  for (let length = words.length; length > 0; length--) {
    const rank = rankByPosition.get(words.slice(0, length).join(' '));
    if (rank !== undefined) return rank;
  }
  return unknownRank;
}

/** One who is to get an address: its stem, the rank of his position and his place in the form. */
export type Claim = { stem: string; rank: number; order: number };

/**
 * Gives each claim its address, in the order of the claims (Điều 4 khoản 2): among those of one stem the senior, then the
 * first in the form, gets the plain name, the others 1, 2, 3…
 * `used` holds for each stem the numbers (0: the plain name) that were ever given, cancelled ones included: an existing mailbox keeps
 * its name, and what was once given is never given again.
 */
export function allocate(
  claims: readonly Claim[],
  used: ReadonlyMap<string, ReadonlySet<number>>,
): readonly string[] {
  const addresses: string[] = claims.map(() => '');
  const taken = new Map<string, Set<number>>();
  const bySeniority = claims
    .map((claim, at) => ({ claim, at }))
    .toSorted((a, b) => a.claim.rank - b.claim.rank || a.claim.order - b.claim.order || a.at - b.at);
  for (const { claim, at } of bySeniority) {
    const numbers = taken.get(claim.stem) ?? new Set(used.get(claim.stem));
    taken.set(claim.stem, numbers);
    let n = 0;
    while (numbers.has(n)) n++;
    numbers.add(n);
    addresses[at] = numberedAddress(claim.stem, n);
  }
  return addresses;
}
