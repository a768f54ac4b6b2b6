import type { Unit } from '../model/request.ts';
import { fold, tidyLines } from '../text/fold.ts';
import { mayStandFor, syllable } from '../text/syllable.ts';
import {
  areas,
  beginnings,
  belongings,
  divisions,
  headsOfOffice,
  labels,
  otherwise,
  ownDivisions,
  province,
  selves,
  separateBodies,
} from './unit-words.ts';
import {
  byInitials,
  ownShortNames,
  plainWordings,
  wordings,
  wordingsBySureness,
  wordingsOfUnit,
} from './wordings.ts';

/** A unit with what it takes to find it. */
export type RegisteredUnit = Unit & { aliases: readonly string[]; isValid: boolean };

/** The part of the registry that was looked up: what is found under each wording, and all units above those. */
export type Registry = {
  byWording: ReadonlyMap<string, readonly number[]>;
  units: ReadonlyMap<number, RegisteredUnit>;
};

/** A place where the words may pass from one unit to the one it belongs to. */
type Break = { end: number; start: number; isWritten: boolean };

/** Words of a form that name a unit: as written and folded, word by word, and where they may be taken apart. */
export type UnitWords = { written: readonly string[]; folded: readonly string[]; breaks: readonly Break[] };

/** Longer words than any unit's name, and more parts than any has, are not looked for. */
const mostWords = 40;
const mostBreaks = 6;

const separators = /[,;:/|()[\]\n–—-]+/u;
const lettersAndDigits = /[^\p{L}\p{M}\p{N}]+/u;

export const readUnitWords = (text: string): UnitWords => wordsOf(text, beginsUnit);

/** Words among which a unit may be named: they may also be taken apart before a room, "Trưởng phòng Nội vụ". */
export const readMention = (text: string): UnitWords =>
  wordsOf(text, (words, at) => beginsUnit(words, at) || startOf(words.slice(at), divisions) > 0);

type Begins = (words: readonly string[], at: number) => boolean;

function wordsOf(text: string, begins: Begins): UnitWords {
  const written: string[] = [];
  const ends = new Set<number>();
  for (const part of tidyLines(text).replace(labels, '').split(separators)) {
    written.push(...part.split(lettersAndDigits).filter((word) => fold(word) !== ''));
    ends.add(written.length);
  }
  const folded = written.map(fold);
  if (folded.length > mostWords) return { written, folded, breaks: [] };
  const breaks = folded.flatMap((_, at) => breakAt(folded, at, ends.has(at), begins));
  const inOrder = breaks.toSorted((a, b) => Number(b.isWritten) - Number(a.isWritten));
  return { written, folded, breaks: inOrder.slice(0, mostBreaks) };
}

function breakAt(folded: readonly string[], at: number, isWritten: boolean, begins: Begins): Break[] {
  if (at === 0) return [];
  const belonging = startOf(folded.slice(at), belongings);
  if (belonging > 0) return [{ end: at, start: at + belonging, isWritten: true }];
  return isWritten || begins(folded, at) ? [{ end: at, start: at, isWritten }] : [];
}

/** Whether a unit's name may begin at a word in mid-sentence. */
const beginsUnit = (folded: readonly string[], at: number): boolean =>
  startOf(folded.slice(at), beginnings) > 0 &&
  ![0, 1, 2].some((back) => at >= back && startOf(folded.slice(at - back), otherwise) > back);

/** How many words of the longest phrase stand at the start, 0 where none does. */
function startOf(words: readonly string[], phrases: readonly string[]): number {
  const text = `${words.join(' ')} `;
  const found = phrases.filter((phrase) => text.startsWith(`${phrase} `));
  return Math.max(0, ...found.map((phrase) => phrase.split(' ').length));
}

/**
 * The division that the words are, where they name no unit beside it: "Phòng Kế toán"; "Văn phòng" of "Văn phòng Sở". null
 * where they name one ("Phòng Nội vụ huyện Hòn Đất"), or may be a body of its own.
 */
export function ownDivision(text: string): string | null {
  const division = readUnitWords(text).folded.join(' ').replace(selves, '');
  if (headsOfOffice.test(division)) return 'van phong';
  if (ownDivisions.alone.includes(division)) return division;
  const words = division.replace(/ (?:xa hoi|mot cua)(?= |$)/g, '').split(' ');
  if (startOf(words, ownDivisions.goOn) === 0 || startOf(words, separateBodies) > 0) return null;
  return namesUnitAfter(words) ? null : division;
}

const namesUnitAfter = (words: readonly string[]): boolean =>
  words.some((_, at) => at > 0 && (beginsUnit(words, at) || startOf(words.slice(at), belongings) > 0));

/** Whether the words are a division of some unit that they do not name: "Khoa Nội", "Phòng Kế toán". */
export function isBareDivision(text: string): boolean {
  const words = readUnitWords(text).folded;
  return isDivision(words.join(' ')) && !namesUnitAfter(words);
}

const ditto = /^(?:[-–—."'“”\s]*(?:nt|như trên)[-–—."'“”\s]*|["'“”„″〃\s]+|\/\/+)$/iu;
/** Whether the words of a cell, tidied, stand for those of the one above. */
export const repeatsUnit = (text: string): boolean => ditto.test(text);

/** Whether a cell of units, tidied, may leave open of which one somebody is: it is blank, repeats another, or names a division alone. */
export const leavesUnitOpen = (text: string): boolean =>
  fold(text) === '' || repeatsUnit(text) || isBareDivision(text);

/** The division with which the words begin, comparable: that of "P. Kế toán Sở Nội vụ" and "Phòng Kế toán"; `''` where there is none. */
export function divisionIn(text: string): string {
  const { folded: words, breaks } = readUnitWords(text);
  if (!isDivision(words.join(' '))) return '';
  const division = words.slice(0, Math.min(words.length, ...breaks.map(({ end }) => end)));
  return plainWordings(division.join(' ').replace(/^p /, 'phong '))[1];
}

/** Every wording under which the words or a part of them may be registered. */
export function wordingsOf(words: UnitWords): string[] {
  const found = partsOf(words).flatMap((part) => [...wordings(part), ...asAreas(part), ...byInitials(part)]);
  return [...new Set(found)];
}

/** The folded words, and all that stand between two of their breaks. */
function partsOf({ folded, breaks }: UnitWords): string[] {
  const starts = [0, ...breaks.map(({ start }) => start)];
  const ends = [folded.length, ...breaks.map(({ end }) => end)];
  return starts.flatMap((start) =>
    ends.filter((end) => end > start).map((end) => folded.slice(start, end).join(' ')),
  );
}

/** What a bare name of an area may stand for: `Vĩnh Quang` is `xã Vĩnh Quang`, `phường Vĩnh Quang` and so on. */
function asAreas(words: string): string[] {
  const text = words.split(' ');
  const isBare = text.length > 1 && text.length <= mostWordsOfArea && startOf(text, beginnings) === 0;
  return isBare ? areas.map((area) => `${area} ${words}`) : [];
}

/** `Vĩnh Hòa Hưng Nam` */
const mostWordsOfArea = 4;

/**
 * The units that the words may mean, those of the asking unit's own tree before all others. None: unknown; several: ambiguous.
 * "Phòng Nội vụ - Huyện Hòn Đất" is the office under that district or, where none is registered, the district.
 */
export function findUnits(words: UnitWords, registry: Registry, askingId: number): RegisteredUnit[] {
  const search = new Search(words, registry);
  const registered = search.find('registered');
  const divided = registered.length > 0 ? registered : search.find('division');
  const found = divided.length > 0 ? divided : new Search(words, registry, asAreas).find('registered');
  // Parts that have nothing to do with each other: a person must say which is meant, whoever asks.
  if (found.length === 0) return search.find('either').map(({ unit }) => unit);
  const spelled = found.filter(({ unit }) => !isSpelledOtherwise(words, unit));
  const fitting = spelled.length > 0 ? spelled : found;
  const own = fitting.filter(({ unit }) => isUnder(unit, askingId, registry));
  const chosen = own.length > 0 ? own : fitting.filter(({ isShort }) => !isShort);
  return chosen.map(({ unit }) => unit);
}

/** The units under the asking one that are named somewhere among other words: "Công chức Tư pháp, UBND xã Bình Sơn". */
export function unitsNamedIn(words: UnitWords, registry: Registry, askingId: number): RegisteredUnit[] {
  return new Search(words, registry)
    .findParts()
    .filter((unit) => unit.id !== askingId && isUnder(unit, askingId, registry));
}

/** The same registry, where the asking unit is found by what its own people call it, unless another unit is called so. */
export function withOwnShortNames(registry: Registry, askingId: number): Registry {
  const asking = registry.units.get(askingId);
  const own = asking ? ownShortNames(asking).filter((name) => !registry.byWording.has(name)) : [];
  return {
    ...registry,
    byWording: new Map([...registry.byWording, ...own.map((name) => [name, [askingId]] as const)]),
  };
}

/** The unit and those above it, nearest first. */
export function lineageOf(unit: Unit, { units }: Registry): RegisteredUnit[] {
  const lineage: RegisteredUnit[] = [];
  for (let at = units.get(unit.id); at && !lineage.includes(at); at = units.get(at.parentId ?? 0)) {
    lineage.push(at);
  }
  return lineage;
}

/** Whether a unit is the one of that id, or stands under it. */
export function isUnder(unit: Unit, aboveId: number, registry: Registry): boolean {
  return lineageOf(unit, registry).some(({ id }) => id === aboveId);
}

/** What a part may be besides a registered unit or one under the other part: a division of it, or anything beside it. */
type Manner = 'registered' | 'division' | 'either';

/** `isShort`: found by a name that says nothing without the unit above it, which the words do not name. */
type Found = { unit: RegisteredUnit; isShort: boolean };

type Part = { words: string; found: readonly Found[] };

/** Takes words apart at their breaks until every part is understood. */
class Search {
  readonly #words: UnitWords;
  readonly #registry: Registry;
  readonly #further: (words: string) => readonly string[];
  readonly #known = new Map<string, readonly Found[]>();

  /** `further`: what a part may stand for, where it is registered under none of its own wordings. */
  constructor(
    words: UnitWords,
    registry: Registry,
    further: (words: string) => readonly string[] = () => [],
  ) {
    this.#words = words;
    this.#registry = registry;
    this.#further = further;
  }

  find(manner: Manner): readonly Found[] {
    return this.#resolve(0, this.#words.folded.length, manner);
  }

  /** Whatever some part between two breaks is registered for; all of the words may be the bare name of an area. */
  findParts(): RegisteredUnit[] {
    const areas = asAreas(this.#words.folded.join(' '));
    return [...partsOf(this.#words), ...areas].flatMap((part) =>
      this.#registered(part).map(({ unit }) => unit),
    );
  }

  #resolve(start: number, end: number, manner: Manner): readonly Found[] {
    const key = `${start} ${end} ${manner}`;
    const found = this.#known.get(key) ?? this.#search(start, end, manner);
    this.#known.set(key, found);
    return found;
  }

  #search(start: number, end: number, manner: Manner): readonly Found[] {
    const registered = this.#registered(this.#part(start, end));
    if (registered.length > 0) return registered;
    for (const at of this.#words.breaks) {
      if (at.end <= start || at.start >= end) continue;
      const first = { words: this.#part(start, at.end), found: this.#resolve(start, at.end, manner) };
      const later = { words: this.#part(at.start, end), found: this.#resolve(at.start, end, manner) };
      const found = this.#combine(first, later, manner);
      if (found.length > 0) return found;
    }
    return [];
  }

  #combine(first: Part, later: Part, manner: Manner): readonly Found[] {
    const narrowed = this.#under(first, later);
    if (narrowed.length > 0) return narrowed;
    // The larger one may stand first: "Huyện Hòn Đất - Xã Mỹ Lâm".
    const turned = this.#under(later, first);
    if (turned.length > 0) return turned;
    if (isProvince(later.words)) return first.found;
    if (isProvince(first.words)) return later.found;
    if (manner === 'division' && isDivision(first.words) && later.found.length > 0) return later.found;
    if (manner === 'division' && isDivision(later.words)) return first.found;
    const both = first.found.length > 0 && later.found.length > 0;
    return manner === 'either' && both ? [...first.found, ...later.found] : [];
  }

  #under(part: Part, above: Part): Found[] {
    return part.found
      .filter(
        ({ unit }) =>
          above.found.some((one) => isUnder(unit, one.unit.id, this.#registry)) ||
          this.#areasAbove(unit).includes(above.words),
      )
      .map(({ unit }) => ({ unit, isShort: false }));
  }

  /** What the areas above a unit are called without their kind: `xã Mỹ Lâm, Hòn Đất`. Alone such a name means too much. */
  #areasAbove(unit: Unit): string[] {
    return lineageOf(unit, this.#registry)
      .slice(1)
      .flatMap((above) => wordingsOfUnit(above, []))
      .filter((words) => ownArea.test(words))
      .map((words) => words.replace(ownArea, ''));
  }

  /** The words as they stand win over the same with abbreviations written out, and these over other readings. */
  #registered(words: string): Found[] {
    const [asWritten, plain, further] = wordingsBySureness(words);
    for (const level of [[asWritten], [plain], further, this.#further(words), byInitials(words)]) {
      const ids = new Set(level.flatMap((wording) => this.#registry.byWording.get(wording) ?? []));
      const units = [...ids].flatMap((id) => this.#registry.units.get(id) ?? []);
      const valid = units.filter(({ isValid }) => isValid);
      if (valid.length > 0) return valid.map((unit) => ({ unit, isShort: isShort(unit, level) }));
    }
    return [];
  }

  #part(start: number, end: number): string {
    return this.#words.folded.slice(start, end).join(' ');
  }
}

const ownArea = new RegExp(`^(?:${areas.join('|')}) `);

function isShort(unit: RegisteredUnit, found: readonly string[]): boolean {
  const whole = wordingsOfUnit(unit, []);
  return !found.some((wording) => whole.includes(wording));
}

function isProvince(words: string): boolean {
  return wordings(words).some((wording) =>
    ['tinh', province, `tinh ${province}`, 'uy ban nhan dan tinh'].includes(wording),
  );
}

function isDivision(words: string): boolean {
  const text = words.split(' ');
  return startOf(text, divisions) > 0 && startOf(text, separateBodies) === 0;
}

/** `Tân Thạnh` is not `Tân Thành`, though they fold alike; `Tan Thanh` may be either. */
function isSpelledOtherwise({ written }: UnitWords, unit: RegisteredUnit): boolean {
  const names = [unit.name, ...unit.aliases].flatMap((name) => name.split(lettersAndDigits)).map(syllable);
  return written.map(syllable).some((word) => {
    const meant = names.filter(({ plain }) => plain === word.plain);
    return meant.length > 0 && !meant.some((name) => mayStandFor(word, name));
  });
}
