import type { Action, Item } from '../model/request.ts';
import { isOfOtherSystem } from '../text/other-things.ts';
import { remembering } from '../text/remembering.ts';
import { around, spoken, without } from '../text/spoken.ts';
import { takesBack } from '../text/taking-back.ts';
import { isAboutToLeave, isDoneAhead, isOnlyThen, isWorkingUntil, taking } from './ahead.ts';
import { type Aside, asideOf } from './note.ts';
import { type People, pointedAt } from './pointers.ts';
import { laterDays } from './tokens.ts';
import { isWish, type Told, wishesTold } from './wishes-told.ts';
import {
  affirmed,
  awaited,
  backward,
  besides,
  condition,
  conditional,
  contact,
  dated,
  excepting,
  firm,
  instructing,
  later,
  limiting,
  otherDay,
  prompts,
  rest,
  untouched,
  usual,
} from './words/caveats.ts';
import { accounts, kinds, ofAny, ofOthers } from './words/kinds-told.ts';
import { harmless, harmlessTurns } from './words/misgivings.ts';
import {
  coming,
  gone,
  granted,
  holding,
  instead,
  keeping,
  kept,
  staying,
  unfit,
} from './words/people-told.ts';
import { inForce, leaving, onlyOnDay, working } from './words/times.ts';

/** Which rows something is about. */
export type About = (item: Item) => boolean;

/** Forms and letters say the same sentences over and over. */
const plain = remembering((text: string) => without(text.replace(prompts, ''), harmless));

/**
 * The rows that a sentence calls off, puts off, excepts or contradicts, in words that are known; null where it does not. `before`: the
 * sentence before it, which may have said of whom it speaks.
 */
export function heldBack(text: string, people: People, today: string, before: string): About | null {
  const { said, written: own } = plain(text);
  const { named, sure, called, vague, marked } = pointedAt(text, people);
  const spared = sure.size > 0 ? sure : named;
  if (isBeside(said) || (named.size === 0 && untouched.test(said) && !firm.test(said))) return null;
  // "Chị Duyên làm trước, những người còn lại để sau": what is said of the rest.
  const [head, tail] = around(own, rest);
  if (isHeldRest(tail, people)) {
    const first = pointedAt(head, people);
    const due = [...first.named].filter((item) => spared.has(item));
    const done = takesBack(spoken(head), ['all', 'some']) ? [] : [...due, ...first.called];
    return (item) => !done.includes(item);
  }
  // "Chỉ thực hiện dòng 1, 2": the others are not to be done.
  if (named.size > 0 && takesBack(said, ['others'])) {
    const held = takenBackApart(own, people);
    const told = wishesTold(own, people, today);
    return (item) => !spared.has(item) || held.has(item) || isToldOtherwise(item, told);
  }
  const isMeant = ofKinds(marked ? [] : kindsIn(said), people);
  const depends =
    (conditional.some((one) => one.test(said)) && !usual.test(said)) || awaited.some((one) => one.test(said));
  if (depends || isAgainstAll(said.replace(condition, ''), own, today))
    return (item) => named.has(item) || (sure.size === 0 ? isMeant(item) : marked);
  if (takesBack(said, ['some'])) {
    if (marked) return () => true;
    const known = named.size > 0 ? named : called;
    const meant = known.size === 0 && backward.test(said) ? pointedAt(before, people).named : known;
    if (meant.size > 0) return (item) => meant.has(item);
    return (vague || kept.test(said)) && !instructing.test(said) ? isMeant : null;
  }
  if (named.size > 0) return heldByName({ text, own, said, named, spared }, people, today);
  if (granted.test(said) && !instead.test(said)) return ({ wish }) => wish.action === 'create';
  // "Các đồng chí trên nghỉ hưu từ 01/12": whoever of them is to lose a mailbox keeps it until then.
  const isOfPosts = working.test(said) || leaving.test(said);
  const aside = isOfPosts ? asideOf(own, today, []) : null;
  if (aside && isWorkingUntil(said, aside.endsOn, today)) return ({ wish }) => taking.has(wish.action);
  const isDated =
    isShort(said) && !otherDay.test(said) && !placeAndDay.test(text) && namesLaterDay(own, today);
  if (isDated && !isOfPosts) return () => true;
  const leaves =
    isAboutToLeave(said, today) ||
    (leaving.test(said) && aside !== null && (isDated || isAhead(aside, today)));
  return leaves || holding.test(said) ? ({ wish }) => wish.action === 'cancel' : null;
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
function heldByName(
  {
    text,
    own,
    said,
    named,
    spared,
  }: { text: string; own: string; said: string; named: ReadonlySet<Item>; spared: ReadonlySet<Item> },
  people: People,
  today: string,
): About | null {
  const aside = asideOf(without(own, harmlessTurns).written.replace(topical, ' người '), today, []);
  // "Đ/c Thịnh nghỉ hưu từ 01/12": what is asked for him is asked for that day, as a note beside him would say.
  const isLate = isOnlyThen(said, today) || (onlyOnDay.test(said) && namesLaterDay(own, today));
  if (isAhead(aside, today)) {
    const comes = !isLate && coming.test(said);
    return (item) => named.has(item) && !(comes && item.wish.action === 'create');
  }
  const works = isWorkingUntil(said, aside.endsOn, today);
  const leaves = isAboutToLeave(said, today);
  const told = wishesTold(own, people, today);
  const keeps = keeping.test(said);
  const stays = leaves || keeps || (staying.test(said) && told.length === 0 && !instead.test(said));
  const ofOther = namedWithOtherSystem(text, people);
  // "Hủy hộp thư của ông Hùng" in the letter, where his row asks for a password.
  const isGone = gone.test(said) && !instead.test(said);
  const denied = unfit.filter(({ words }) => words.test(spoken(text))).flatMap(({ denies }) => denies);
  const isContact = contact.test(said);
  const isDenied = (item: Item): boolean =>
    (!isContact && isToldOtherwise(item, told)) ||
    (stays && item.wish.action === 'cancel') ||
    (keeps && item.wish.action === 'lock') ||
    (works && taking.has(item.wish.action)) ||
    (isLate && (item.wish.action === 'create' || taking.has(item.wish.action))) ||
    (spared.size === 1 && isGone && item.wish.action !== 'cancel') ||
    denied.includes(item.wish.action) ||
    ofOther.has(item);
  const isOpen = aside.doubt !== null && !affirmed.test(said) && (stays || !isContact);
  return (item) => named.has(item) && (isOpen || isDenied(item));
}

/** Whether the words ask for something else for somebody than his row. */
const isToldOtherwise = (item: Item, told: readonly Told[]): boolean =>
  told.some(({ named, action }) => named.has(item) && !isWish(action, item.wish.action));

/** Who stands in a clause about accounts of another system, and not about mail. */
function namedWithOtherSystem(text: string, people: People): ReadonlySet<Item> {
  const clauses = text
    .split(/[,;]/)
    .filter((clause) => isOfOtherSystem(clause) && accounts.test(spoken(clause)));
  return new Set(clauses.flatMap((clause) => [...pointedAt(clause, people).named]));
}

/** No conditions where somebody is pointed at: "trường hợp ông Bảo", "anh Bảo thì …", "trước làm ở …". */
const topical =
  /(?<!\p{L})(?:trường hợp|thì|(?:trước|sau)(?! khi)|nêu(?= (?:tại|trên|trong|ở|rõ)))(?!\p{L})/giu;

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
  if (isDoneAhead(said, today)) return true;
  if (inForce.test(said) && isAhead(asideOf(text, today, []), today)) return true;
  const isLater = later.every((one) => one.test(said)) && (!dated.test(said) || limiting.test(said));
  return isLater && isAhead(asideOf(text, today, []), today);
}

/** "Thời gian thực hiện: 01/12/2026", "đến 01/12/2026 nghỉ hưu", "từ 01/12": it says little more than when. */
const isShort = (said: string): boolean => (said.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).length <= fewWords;
/** "Rạch Giá, ngày 25 tháng 11 năm 2026" above who signs, who may do so tomorrow. */
const placeAndDay =
  /^\P{L}*(?:[\p{L} .]{2,40},\s*)?ngày\s+\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}\P{L}*$/iu;
/** A day is three of them. */
const fewWords = 11;

/** With its year or after a word of time: "1/2" is a page, a part of a form, and a number, too. */
const namesLaterDay = (text: string, today: string): boolean =>
  laterDays(text, today).some(
    (day) => wholeDay.test(day) || whenBefore.test(text.slice(0, text.indexOf(day))),
  );
const wholeDay = /^\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}$|th[aá]ng/iu;
const whenBefore = /(?<!\p{L})(?:từ|ngày|đến|vào|hết|tháng|sang)\s*$/iu;

/** Whether a clause after the words for the rest of the rows takes them back, and nobody else: "…, riêng ông Lợi chưa hủy". */
function isHeldRest(tail: string, people: People): boolean {
  const clause = tail.split(/[,;]/).find((one) => takesBack(spoken(one), ['all', 'some']));
  if (clause === undefined) return false;
  const { named, called } = pointedAt(clause, people);
  return named.size + called.size === 0 && !excepting.test(spoken(clause));
}

/** Whether a sentence only tells of what is past or beside the request, and puts nothing off. */
export const isBeside = (said: string): boolean => besides.some((one) => one.test(said)) && !firm.test(said);

function isAhead({ effectiveOn }: Aside, today: string): boolean {
  return effectiveOn !== null && effectiveOn > today;
}
