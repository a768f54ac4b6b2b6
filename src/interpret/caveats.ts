import { setImmediate } from 'node:timers/promises';
import type { Placed } from '../model/form.ts';
import type { Action, Item } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { spoken, without } from '../text/spoken.ts';
import { takesBack } from '../text/taking-back.ts';
import { type Aside, asideOf } from './note.ts';
import { type People, peopleOf, pointedAt } from './pointers.ts';
import type { Context } from './row.ts';
import { letterPlace } from './sentences.ts';
import { isWish, misnamedIn, wishesTold } from './wishes-told.ts';
import {
  affirmed,
  backward,
  besides,
  coming,
  condition,
  conditional,
  contact,
  dated,
  gone,
  granted,
  holding,
  instead,
  instructing,
  keeping,
  kept,
  kinds,
  later,
  leaving,
  limiting,
  ofAny,
  ofOthers,
  owning,
  prompts,
  rest,
  staying,
  usual,
} from './words/caveats.ts';
import { harmless, harmlessTurns, turning } from './words/misgivings.ts';

/** What words outside the rows say against doing what some of them ask. */
type Caveat = { text: string; where: string; about: (item: Item) => boolean };

/** Everybody else has a turn between them. */
const sentencesInOneGo = 5;

/**
 * The items with a doubt where sentences outside the form's table, in the letter or a covering letter say that a row, or any of them, is not to
 * be done, or not yet: "trừ đồng chí Duyên", "dòng số 2 bỏ", "chỉ thực hiện từ ngày 01/01/2027". Whatever else they say is not looked at.
 */
export async function withCaveats(
  items: readonly Item[],
  sentences: readonly Placed[],
  { today }: Context,
): Promise<readonly Item[]> {
  const people = peopleOf(items);
  const everything = ` ${fold(sentences.map(({ text }) => text).join(' '))} `;
  const caveats: Caveat[] = [];
  let before: Placed | null = null;
  for (const [at, sentence] of sentences.entries()) {
    const heard = [
      () => caveatOf(sentence, people, today),
      () => misnaming(sentence, people, today, everything),
      () => misgivingOf(sentence, people, before),
    ];
    for (const hear of heard) {
      const caveat = hear();
      if (caveat === null || !items.some(caveat.about)) continue;
      caveats.push(caveat);
      break;
    }
    before = sentence;
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

function caveatOf({ text, where }: Placed, people: People, today: string): Caveat | null {
  const { said, written: own } = without(text.replace(prompts, ''), harmless);
  if (besides.some((one) => one.test(said))) return null;
  const caveat = (about: Caveat['about']): Caveat => ({ text, where, about });
  const { named, called, vague, marked } = pointedAt(own, people);
  // "Chị Duyên làm trước, những người còn lại để sau": what is said of the rest.
  const [head, tail] = aroundRest(said);
  if (takesBack(tail, ['all', 'some'])) {
    const spared = takesBack(head, ['all', 'some']) ? new Set<Item>() : new Set([...named, ...called]);
    return caveat((item) => !spared.has(item));
  }
  // "Chỉ thực hiện dòng 1, 2": the others are not to be done.
  if (named.size > 0 && takesBack(said, ['others'])) {
    const held = takenBackApart(own, people);
    return caveat((item) => !named.has(item) || held.has(item));
  }
  const isMeant = ofKinds(marked ? [] : kindsIn(said), people);
  const depends = conditional.some((one) => one.test(said)) && !usual.test(said);
  if (depends || isAgainstAll(said.replace(condition, ''), own, today))
    return caveat((item) => (named.size === 0 ? isMeant(item) : marked || named.has(item)));
  if (takesBack(said, ['some'])) {
    if (marked) return caveat(() => true);
    const meant = named.size > 0 ? named : called;
    if (meant.size > 0) return caveat((item) => meant.has(item));
    return (vague || kept.test(said)) && !instructing.test(said) ? caveat(isMeant) : null;
  }
  if (named.size > 0) return caveatOfNamed(own, said, named, people, today, caveat);
  if (granted.test(said) && !instead.test(said)) return caveat(({ wish }) => wish.action === 'create');
  // "Các đồng chí trên nghỉ hưu từ 01/12": whoever of them is to lose a mailbox keeps it until then.
  const leaves = leaving.test(said) && isAhead(asideOf(own, today, []), today);
  return leaves || holding.test(said) ? caveat(({ wish }) => wish.action === 'cancel') : null;
}

/** The wishes that a sentence speaks of: "chưa hủy hộp thư" is about `cancel`; none where it may be about all. */
function kindsIn(said: string): readonly Action[] {
  if (ofOthers.test(said)) return [];
  const subjects = kinds.filter(({ subject }) => subject.test(said));
  if (subjects.length === 0 && ofAny.test(said)) return [];
  return kinds.filter(({ pattern }) => pattern.test(said)).flatMap(({ actions }) => actions);
}

/** The items that ask for such; all of them where none does, lest something else was meant. */
function ofKinds(actions: readonly Action[], { items }: People): (item: Item) => boolean {
  const isOfKind = ({ wish }: Item): boolean => actions.includes(wish.action);
  return items.some(isOfKind) ? isOfKind : () => true;
}

/** What is said of rows that are pointed at, without a word that takes them back. */
function caveatOfNamed(
  text: string,
  said: string,
  named: ReadonlySet<Item>,
  people: People,
  today: string,
  caveat: (about: Caveat['about']) => Caveat,
): Caveat | null {
  // A "trường hợp" that is pointed at is no condition.
  const aside = asideOf(without(text, harmlessTurns).written.replace(/trường hợp/giu, 'người'), today, []);
  // "Đ/c Thịnh nghỉ hưu từ 01/12": what is asked for him is asked for that day, as a note beside him would say.
  if (isAhead(aside, today)) {
    const comes = coming.test(said);
    return caveat((item) => named.has(item) && !(comes && item.wish.action === 'create'));
  }
  const told = wishesTold(text, people, today);
  const stays = keeping.test(said) || (staying.test(said) && told.length === 0 && !instead.test(said));
  if (contact.test(said) && !stays) return null;
  if (aside.doubt !== null && !affirmed.test(said)) return caveat((item) => named.has(item));
  // "Hủy hộp thư của ông Hùng" in the letter, where his row asks for a password.
  const isGone = gone.test(said) && !instead.test(said);
  const isDenied = (item: Item): boolean =>
    told.some((one) => one.named.has(item) && !isWish(one.action, item.wish.action)) ||
    (stays && item.wish.action === 'cancel') ||
    (owning.test(said) && item.wish.action === 'create') ||
    (named.size === 1 && isGone && item.wish.action !== 'cancel');
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

/** Who is called otherwise than in the table, and nowhere as there. */
function misnaming(
  { text, where }: Placed,
  people: People,
  today: string,
  everything: string,
): Caveat | null {
  const meant = misnamedIn(text, people, today).filter(({ name }) => !everything.includes(` ${name?.key} `));
  return meant.length > 0 ? { text, where, about: (item) => meant.includes(item) } : null;
}

/** A sentence of the letter that may turn what is asked, in words that are in no table. Of whom it speaks, the one before may have said. */
function misgivingOf({ text, where }: Placed, people: People, before: Placed | null): Caveat | null {
  if (where !== letterPlace) return null;
  const own = spoken(text.replace(prompts, ''));
  if (!turning.test(own) || besides.some((one) => one.test(own))) return null;
  if (!turning.test(without(text.replace(prompts, ''), harmlessTurns).said)) return null;
  const { named } = pointedAt(text, people);
  const isOfBefore = named.size === 0 && before?.where === where && backward.test(own);
  const meant = isOfBefore ? pointedAt(before.text, people).named : named;
  return { text, where, about: (item) => meant.size === 0 || meant.has(item) };
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
