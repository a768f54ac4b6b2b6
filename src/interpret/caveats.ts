import { setImmediate } from 'node:timers/promises';
import type { Placed } from '../model/form.ts';
import type { Item } from '../model/request.ts';
import { tidyLines } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { spoken } from '../text/spoken.ts';
import { takesBack } from '../text/taking-back.ts';
import { type Aside, asideOf } from './note.ts';
import { type People, peopleOf, pointedAt } from './pointers.ts';
import type { Context } from './row.ts';
import {
  cause,
  coming,
  condition,
  conditional,
  contact,
  dated,
  gone,
  granted,
  harmless,
  holding,
  instead,
  instructing,
  keeping,
  later,
  leaving,
  limiting,
  prompts,
  rest,
  usual,
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

/** Not after the letter that stands for a title: "c. Duyên". */
const sentenceEnd = /(?<=[;!?]|(?<!(?:^|\s)\p{L})\.)\s/u;

function sentencesOf(said: readonly Placed[]): Placed[] {
  const lines = said.flatMap(({ text, where }) =>
    tidyLines(text)
      .split('\n')
      .map((line) => ({ text: line, where })),
  );
  return unbroken(lines)
    .flatMap(({ text, where }) => text.split(sentenceEnd).map((part) => ({ text: part.trim(), where })))
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
  const own = text.replace(prompts, '');
  const said = spoken(own);
  const caveat = (about: Caveat['about']): Caveat => ({ text, where, about });
  const { named, called, vague, marked } = pointedAt(own, people);
  // "Chị Duyên làm trước, những người còn lại để sau": what is said of the rest.
  const [head, tail] = aroundRest(said);
  if (takesBack(tail, ['all', 'some'])) {
    const kept = takesBack(head, ['all', 'some']) ? new Set<Item>() : new Set([...named, ...called]);
    return caveat((item) => !kept.has(item));
  }
  // "Chỉ thực hiện dòng 1, 2": the others are not to be done.
  if (named.size > 0 && takesBack(said, ['others'])) {
    const held = takenBackApart(own, people);
    return caveat((item) => !named.has(item) || held.has(item));
  }
  const depends = conditional.some((one) => one.test(said)) && !usual.test(said);
  if (depends || isAgainstAll(said.replace(condition, ''), own, today))
    return caveat((item) => named.size === 0 || marked || named.has(item));
  if (takesBack(said, ['some'])) {
    if (marked) return caveat(() => true);
    const meant = named.size > 0 ? named : called;
    if (meant.size > 0) return caveat((item) => meant.has(item));
    return vague && !instructing.test(said) ? caveat(() => true) : null;
  }
  if (named.size > 0) return caveatOfNamed(own, said, named, today, caveat);
  if (granted.test(said) && !instead.test(said)) return caveat(({ wish }) => wish.action === 'create');
  // "Các đồng chí trên nghỉ hưu từ 01/12": whoever of them is to lose a mailbox keeps it until then.
  const leaves = leaving.test(said) && isAhead(asideOf(own, today, []), today);
  return leaves || holding.test(said) ? caveat(({ wish }) => wish.action === 'cancel') : null;
}

/** What is said of rows that are pointed at, without a word that takes them back. */
function caveatOfNamed(
  text: string,
  said: string,
  named: ReadonlySet<Item>,
  today: string,
  caveat: (about: Caveat['about']) => Caveat,
): Caveat | null {
  // A "trường hợp" that is pointed at is no condition.
  const aside = asideOf(text.replace(/trường hợp/giu, 'người').replace(harmless, ''), today, []);
  // "Đ/c Thịnh nghỉ hưu từ 01/12": what is asked for him is asked for that day, as a note beside him would say.
  if (isAhead(aside, today)) {
    const comes = coming.test(said);
    return caveat((item) => named.has(item) && !(comes && item.wish.action === 'create'));
  }
  if (contact.test(said)) return null;
  if (aside.doubt !== null) return caveat((item) => named.has(item));
  // "Hủy hộp thư của ông Hùng" in the letter, where his row asks for a password.
  const { action } = asideOf(text.replace(cause, ''), today, []);
  const says = action !== null && action !== 'unclear';
  const isGone = gone.test(said) && !instead.test(said);
  const isDenied = ({ wish }: Item): boolean =>
    (says && wish.action !== action) ||
    (keeping.test(said) && wish.action === 'cancel') ||
    (named.size === 1 && isGone && wish.action !== 'cancel');
  return caveat((item) => named.has(item) && isDenied(item));
}

/** "Chỉ đề nghị 02 trường hợp đầu, trường hợp cuối để rà soát thêm": who stands in a clause of its own that takes him back. */
function takenBackApart(text: string, people: People): ReadonlySet<Item> {
  const clauses = text.split(/[,;]/).filter((clause) => {
    const said = spoken(clause);
    return takesBack(said, ['all', 'some']) && !takesBack(said, ['others']);
  });
  return new Set(clauses.flatMap((clause) => [...pointedAt(clause, people).named]));
}

/** Whether a sentence calls off, puts off or excepts something by itself. */
function isAgainstAll(said: string, text: string, today: string): boolean {
  if (takesBack(said, ['all'])) return true;
  const isLater = later.every((one) => one.test(said)) && (!dated.test(said) || limiting.test(said));
  return isLater && isAhead(asideOf(text, today, []), today);
}

/** What stands before the words for the rest of the rows, and after them. */
function aroundRest(said: string): [string, string] {
  const found = rest.exec(said);
  if (!found) return [said, ''];
  return [said.slice(0, found.index), said.slice(found.index + found[0].length)];
}

function isAhead({ effectiveOn }: Aside, today: string): boolean {
  return effectiveOn !== null && effectiveOn > today;
}
