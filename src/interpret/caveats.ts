import type { FormRow, Placed } from '../model/form.ts';
import type { Item } from '../model/request.ts';
import { fold, tidyLines, withoutAccents } from '../text/fold.ts';
import { type Aside, asideOf } from './note.ts';
import type { Context } from './row.ts';
import {
  bareAgainst,
  callingOff,
  contact,
  draft,
  exceptions,
  instructing,
  later,
  linePointer,
  setAside,
} from './words/caveats.ts';

/** What words outside the rows say against doing what some of them ask. */
type Caveat = { text: string; where: string; about: (item: Item) => boolean };

/** Sentences that are looked through, and letters of one: forms have some dozens of short ones. */
const mostSentences = 400;
const longestSentence = 500;

/**
 * The items with a doubt where the form's words outside its table, the letter or a covering letter say that a row, or any of them, is not to
 * be done, or not yet: "trừ đồng chí Duyên", "dòng số 2 bỏ", "chỉ thực hiện từ ngày 01/01/2027". Whatever else they say is not looked at.
 */
export function withCaveats(
  items: readonly Item[],
  said: readonly Placed[],
  { today }: Context,
): readonly Item[] {
  const caveats = sentencesOf(said).flatMap((sentence) => caveatOf(sentence, items, today) ?? []);
  if (caveats.length === 0) return items;
  return items.map((item): Item => {
    const found = item.wish.action === 'unclear' ? undefined : caveats.find(({ about }) => about(item));
    if (!found) return item;
    const doubt = `có thực hiện dòng này không, vì có ghi “${found.text}” (${found.where})`;
    const remarks = [...(item.row.remarks ?? []), { text: found.text, where: found.where }];
    return {
      ...item,
      row: { ...item.row, remarks },
      wish: { ...item.wish, action: 'unclear', open: [], doubt },
    };
  });
}

function sentencesOf(said: readonly Placed[]): Placed[] {
  return said
    .flatMap(({ text, where }) =>
      tidyLines(text)
        .split(/\n|(?<=[.;!?])\s/)
        .map((part) => ({ text: part.trim(), where })),
    )
    .filter(({ text }) => text !== '' && text.length <= longestSentence)
    .slice(0, mostSentences);
}

function caveatOf({ text, where }: Placed, items: readonly Item[], today: string): Caveat | null {
  const people = items.flatMap(({ name }) => (name === null ? [] : [name.key]));
  const sign = signAt(text);
  const isSigned = ({ row }: Item): boolean => sign !== null && bears(row, sign);
  const folded = ` ${fold(text)} `;
  const spoken = text.normalize('NFC').toLowerCase();
  const numbers = numbersIn(folded);
  const named = people.filter((key) => names(key, folded, spoken));
  if (numbers.length === 0 && named.length === 0 && !items.some(isSigned))
    return opposes(spoken, asideOf(text, today, []), today) ? { text, where, about: () => true } : null;
  // A "trường hợp" that is pointed at is no condition.
  const aside = asideOf(text.replace(/trường hợp/giu, 'người'), today, []);
  const against = isAgainst(spoken, aside, today);
  const isMeant = (item: Item): boolean =>
    (item.name !== null && named.includes(item.name.key)) ||
    numbers.includes(item.row.number) ||
    isSigned(item);
  if (against) return { text, where, about: isMeant };
  // "Hủy hộp thư của ông Hùng" in the letter, where his row asks for a password.
  const { action } = aside;
  const says = action !== null && action !== 'unclear' && !contact.test(spoken);
  return says ? { text, where, about: (item) => isMeant(item) && item.wish.action !== action } : null;
}

/** Whether a sentence that points at rows says that they are not to be done as they stand. */
function isAgainst(spoken: string, aside: Aside, today: string): boolean {
  if (callingOff.test(spoken) || setAside.test(spoken) || opposes(spoken, aside, today)) return true;
  if (withoutAccents(spoken) === spoken && bareAgainst.test(spoken)) return true;
  return aside.doubt !== null && !contact.test(spoken);
}

/** Whether a sentence that points at no row calls off, puts off or excepts some or all. */
function opposes(spoken: string, { effectiveOn }: Aside, today: string): boolean {
  if (draft.test(spoken) || exceptions.test(spoken)) return true;
  if (instructing.test(spoken)) return false;
  if (callingOff.test(spoken)) return true;
  return effectiveOn !== null && effectiveOn > today && later.test(spoken);
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

/** The sign before a sentence: "(*) chờ quyết định", "¹ nghỉ từ tháng sau" are about the rows that bear it. */
function signAt(text: string): string | null {
  const bare = text.replace(/^(?:ghi chú|chú thích|lưu ý)\s*:?\s*/iu, '');
  return signsIn(bare, '^')[0] ?? null;
}

function bears({ fullName, unit, wish, position, note }: FormRow, sign: string): boolean {
  return [fullName, unit, wish, position, note].some((placed) => signsIn(placed?.text ?? '').includes(sign));
}

/** `*`, `(**)` and `(1)`, `[1]`, `¹`: without their brackets. */
function signsIn(text: string, from: '^' | '' = ''): string[] {
  const signs = text.matchAll(new RegExp(`${from}(?:[([]?(\\*{1,4})|[([](\\d)[)\\]]|([¹²³]))`, 'gu'));
  return [...signs].map(([, stars, digit, raised]) => stars ?? digit ?? raised?.normalize('NFKC') ?? '');
}

/** Whether a sentence names the person of a row: in full, or by the given name after a title ("đ/c Duyên"). */
function names(key: string, folded: string, spoken: string): boolean {
  if (folded.includes(` ${key} `)) return true;
  const given = key.slice(key.lastIndexOf(' ') + 1);
  return [...spoken.matchAll(titled)].some(([, called = '']) => {
    const words = fold(called).split(' ');
    const at = words.indexOf(given);
    return at >= 0 && ` ${key}`.endsWith(` ${words.slice(0, at + 1).join(' ')}`);
  });
}

const titled =
  /(?<!\p{L})(?:ông|bà|anh|chị|cô|thầy|đ\/c|đc|đồng chí|ong|ba|chi|d\/c|dc|dong chi)\s+((?:\p{L}+\s*){1,5})/gu;
