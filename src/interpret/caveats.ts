import { setImmediate } from 'node:timers/promises';
import type { FormRow, Placed } from '../model/form.ts';
import type { Item } from '../model/request.ts';
import { fold, tidyLines, withoutAccents } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { type Aside, asideOf } from './note.ts';
import type { Context } from './row.ts';
import {
  bareAgainst,
  bareCallingOff,
  callingOff,
  contact,
  draft,
  exceptions,
  instructing,
  later,
  leaving,
  linePointer,
  only,
  setAside,
} from './words/caveats.ts';

/** What words outside the rows say against doing what some of them ask. */
type Caveat = { text: string; where: string; about: (item: Item) => boolean };

/** Sentences that are looked through, and letters of one: forms have some dozens of short ones. */
const mostSentences = 1000;
const longestSentence = 500;
/** Everybody else has a turn between them. */
const sentencesInOneGo = 5;

/**
 * The items with a doubt where the form's words outside its table, the letter or a covering letter say that a row, or any of them, is not to
 * be done, or not yet: "trừ đồng chí Duyên", "dòng số 2 bỏ", "chỉ thực hiện từ ngày 01/01/2027". Whatever else they say is not looked at.
 */
export async function withCaveats(
  items: readonly Item[],
  said: readonly Placed[],
  { today }: Context,
): Promise<readonly Item[]> {
  const people = peopleOf(items);
  const caveats: Caveat[] = [];
  for (const [at, sentence] of sentencesOf(said).entries()) {
    const caveat = caveatOf(sentence, people, today);
    if (caveat) caveats.push(caveat);
    if (at % sentencesInOneGo === sentencesInOneGo - 1) await setImmediate();
  }
  if (caveats.length === 0) return items;
  return items.map((item): Item => {
    const found = item.wish.action === 'unclear' ? undefined : caveats.find(({ about }) => about(item));
    if (!found) return item;
    const doubt = `có thực hiện dòng này không, vì có ghi “${found.text}” (${placeInWords(found.where)})`;
    const remarks = [...(item.row.remarks ?? []), { text: found.text, where: found.where }];
    return {
      ...item,
      row: { ...item.row, remarks },
      wish: { ...item.wish, action: 'unclear', open: [], doubt },
    };
  });
}

function sentencesOf(said: readonly Placed[]): Placed[] {
  const lines = said.flatMap(({ text, where }) =>
    tidyLines(text)
      .split('\n')
      .map((line) => ({ text: line, where })),
  );
  return unbroken(lines)
    .flatMap(({ text, where }) => text.split(/(?<=[.;!?])\s/).map((part) => ({ text: part.trim(), where })))
    .flatMap(({ text, where }) => {
      const parts = text.length > longestSentence ? text.split(/(?<=,)\s/) : [text];
      return parts.map((part) => ({ text: part.slice(0, longestSentence), where }));
    })
    .filter(({ text }) => text !== '')
    .slice(0, mostSentences);
}

/** Programs break a line that is as long, and a name or a word of two syllables with it. Shorter ones go on in small letters. */
const [broken, shortest] = [55, 25];

/**
 * Lines with those that go on in them. One that begins with a capital may go on, as a name does, or be a sentence of its own: it is
 * looked at as both.
 */
function unbroken(lines: readonly Placed[]): Placed[] {
  const whole: Placed[] = [];
  let open: Placed[] = [];
  let last: Placed | null = null;
  for (const line of lines) {
    const begins = !/^[^\p{L}]*\p{Ll}/u.test(line.text);
    const goesOn =
      last !== null &&
      sourceOf(last) === sourceOf(line) &&
      !/[.;!?:]$/.test(last.text) &&
      last.text.length >= (begins ? broken : shortest);
    // What has no end is no sentence, and thousands of lines of it no letter.
    open = goesOn ? open.filter(({ text }) => text.length < 2 * longestSentence) : [];
    for (const one of open) one.text += ` ${line.text}`;
    if (open.length === 0 || begins) {
      open.push({ ...line });
      whole.push(...open.slice(-1));
    }
    last = line;
  }
  return whole;
}

/** The file, sheet or kind of place that words stand in: `thư`, `Phiếu`, `trang`. */
function sourceOf({ where }: Placed): string {
  return where.replace(/[!,\d].*$/s, '').trim();
}

function caveatOf({ text, where }: Placed, people: People, today: string): Caveat | null {
  const folded = fold(text);
  const spoken = text.normalize('NFC').toLowerCase();
  const numbers = numbersIn(` ${folded} `);
  const named = namedIn(folded, spoken, people);
  const signed = people.bySign.get(signAt(text) ?? '') ?? new Set();
  if (numbers.length === 0 && named.size === 0 && signed.size === 0) {
    if (opposes(spoken, text, today)) return { text, where, about: () => true };
    // "Các đồng chí trên nghỉ hưu từ 01/12": whoever of them is to lose a mailbox keeps it until then.
    const leaves = leaving.test(spoken) && isAhead(asideOf(text, today, []), today);
    return leaves ? { text, where, about: ({ wish }) => wish.action === 'cancel' } : null;
  }
  // A "trường hợp" that is pointed at is no condition.
  const aside = asideOf(text.replace(/trường hợp/giu, 'người'), today, []);
  const against = opposes(spoken, text, today) || isAgainst(spoken, aside, today);
  const isMeant = (item: Item): boolean =>
    (item.name !== null && named.has(item.name.key)) || numbers.includes(item.row.number) || signed.has(item);
  // "Chỉ thực hiện dòng 1, 2": the others are not to be done.
  if (only.test(spoken)) return { text, where, about: (item) => !isMeant(item) };
  if (against) return { text, where, about: isMeant };
  // "Hủy hộp thư của ông Hùng" in the letter, where his row asks for a password.
  const { action } = aside;
  const says = action !== null && action !== 'unclear' && !contact.test(spoken);
  return says ? { text, where, about: (item) => isMeant(item) && item.wish.action !== action } : null;
}

/** Whether a sentence that points at rows says that they are not to be done as they stand. */
function isAgainst(spoken: string, aside: Aside, today: string): boolean {
  if (callingOff.test(spoken) || setAside.test(spoken)) return true;
  if (withoutAccents(spoken) === spoken && bareAgainst.test(spoken)) return true;
  // "Đ/c Thịnh nghỉ hưu từ 01/12": what is asked for him is asked for that day, as a note beside him would say.
  if (isAhead(aside, today)) return true;
  return aside.doubt !== null && !contact.test(spoken);
}

/** Whether a sentence that points at no row calls off, puts off or excepts some or all. */
function opposes(spoken: string, text: string, today: string): boolean {
  if (draft.test(spoken) || exceptions.test(spoken)) return true;
  if (instructing.test(spoken)) return false;
  if (callingOff.test(spoken)) return true;
  if (withoutAccents(spoken) === spoken && bareCallingOff.test(spoken)) return true;
  return later.test(spoken) && isAhead(asideOf(text, today, []), today);
}

function isAhead({ effectiveOn }: Aside, today: string): boolean {
  return effectiveOn !== null && effectiveOn > today;
}

/** Numbers of rows that a sentence points at: "dòng số 2, 3 và 5", "STT 4". */
function numbersIn(folded: string): number[] {
  return [...folded.matchAll(linePointer)].flatMap(([, list = '']) => {
    const numbers = [...list.matchAll(/\d+|den/g)].map(([word]) => word);
    return numbers.flatMap((word, at) => {
      if (word !== 'den') return [Number(word)];
      const [from, to] = [Number(numbers[at - 1]), Number(numbers[at + 1])];
      return to > from && to - from < 1000 ? Array.from({ length: to - from }, (_, step) => from + step) : [];
    });
  });
}

/** The folded names of the rows' people, and by their given names; and rows by the signs that they bear. */
type People = {
  all: ReadonlySet<string>;
  byGiven: ReadonlyMap<string, readonly string[]>;
  bySign: ReadonlyMap<string, ReadonlySet<Item>>;
};

function peopleOf(items: readonly Item[]): People {
  const all = new Set(items.flatMap(({ name }) => (name === null ? [] : [name.key])));
  const bySign = new Map<string, Set<Item>>();
  for (const item of items)
    for (const sign of signsOf(item.row)) bySign.set(sign, (bySign.get(sign) ?? new Set()).add(item));
  return { all, byGiven: Map.groupBy(all, (key) => key.slice(key.lastIndexOf(' ') + 1)), bySign };
}

function signsOf({ fullName, unit, wish, position, note }: FormRow): string[] {
  return [fullName, unit, wish, position, note].flatMap((placed) => signsIn(placed?.text ?? ''));
}

/** The sign before a sentence: "(*) chờ quyết định", "¹ nghỉ từ tháng sau" are about the rows that bear it. */
function signAt(text: string): string | null {
  const bare = text.replace(/^(?:ghi chú|chú thích|lưu ý)\s*:?\s*/iu, '');
  return signsIn(bare, '^')[0] ?? null;
}

/** `*`, `(**)` and `(1)`, `[1]`, `¹`: without their brackets. */
function signsIn(text: string, from: '^' | '' = ''): string[] {
  const signs = text.matchAll(new RegExp(`${from}(?:[([]?(\\*{1,4})|[([](\\d)[)\\]]|([¹²³]))`, 'gu'));
  return [...signs].map(([, stars, digit, raised]) => stars ?? digit ?? raised?.normalize('NFKC') ?? '');
}

/** Words of the longest name. */
const longestName = 8;

/** Whom a sentence names: in full, or by the given name after a title ("đ/c Duyên"). */
function namedIn(folded: string, spoken: string, { all, byGiven }: People): ReadonlySet<string> {
  const named = new Set<string>();
  const words = folded.split(' ');
  for (const at of words.keys())
    for (let length = 2; length <= Math.min(longestName, words.length - at); length += 1) {
      const key = words.slice(at, at + length).join(' ');
      if (all.has(key)) named.add(key);
    }
  for (const [, called = ''] of spoken.matchAll(titled)) {
    const title = fold(called).split(' ');
    for (const [at, given] of title.entries()) {
      const end = ` ${title.slice(0, at + 1).join(' ')}`;
      for (const key of byGiven.get(given) ?? []) if (` ${key}`.endsWith(end)) named.add(key);
    }
  }
  return named;
}

const titled =
  /(?<!\p{L})(?:ông|bà|anh|chị|cô|thầy|đ\/c|đc|đồng chí|ong|ba|chi|d\/c|dc|dong chi)\s+((?:\p{L}+\s*){1,5})/gu;
