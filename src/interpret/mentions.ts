import { fold } from '../text/fold.ts';
import { type Cell, wordsOf } from './cell.ts';
import { continued, officeAt, personAt } from './parties.ts';
import type { Reader, Term } from './terms.ts';
import type { Token } from './tokens.ts';
import { announced } from './words/things.ts';

/** "theo Quyết định số 123/QĐ-UBND ngày 01/11/2026 của Sở Nội vụ": whatever it says stands elsewhere. */
export const citation: Reader = (cell, at, before) => {
  const start = at + linkTo(cell, at, before);
  const paper = cell.lexicon.of('paper', start);
  const isLinked = start > at || (before.at(-1)?.kind === 'sign' && isIdentified(cell, start));
  if (!paper || !isLinked) return null;
  let end = start + paper.length;
  for (let grown = true; grown; ) {
    const next = end + citedAt(cell, end);
    grown = next > end;
    end = next;
  }
  return { term: { kind: 'citation', text: wordsOf(cell, at, end - at) }, length: end - at };
};

/** How many tokens lead to a paper; none in "nghỉ hưu (QĐ 12/QĐ-UBND)". */
function linkTo(cell: Cell, at: number, before: readonly Term[]): number {
  const isCarriedOut = before.at(-1)?.kind === 'verb' && wordsOf(cell, at, 1).toLowerCase() === 'thực';
  return isCarriedOut ? 0 : (cell.lexicon.of('paperLink', at)?.length ?? 0);
}

const isIdentified = (cell: Cell, at: number): boolean => {
  const after = at + (cell.lexicon.of('paper', at)?.length ?? 0);
  const label = cell.tokens[after]?.text.toLowerCase() ?? '';
  const [number, day] = [cell.tokens[after + (label === 'số' ? 1 : 0)], cell.tokens[after + 1]];
  return number?.kind === 'document' || (label === 'ngày' && day?.kind === 'day');
};

const citedWords = new Set(['so', 'ngay', 'thang', 'nam', 'cua']);

function citedAt(cell: Cell, at: number): number {
  const token = cell.tokens[at];
  if (!token) return 0;
  if (token.kind === 'document' || token.kind === 'day' || token.kind === 'number') return 1;
  if (token.kind === 'word' && citedWords.has(token.syllable.plain))
    return hasCitedAfter(cell, at + 1) ? 1 : 0;
  return cell.tokens[at - 1]?.text.toLowerCase() === 'của' ? partyAt(cell, at) : 0;
}

const hasCitedAfter = (cell: Cell, at: number): boolean => {
  const token = cell.tokens[at];
  if (!token) return false;
  if (token.kind === 'document' || token.kind === 'day' || token.kind === 'number') return true;
  return partyAt(cell, at) > 0;
};

/** An office or a position with its office. */
function partyAt(cell: Cell, at: number): number {
  const held = cell.lexicon.of('position', at);
  return officeAt(cell, at) || (held ? held.length + continued(cell, at + held.length) : 0);
}

/** "không phải ông Nam phòng Kế toán", "trùng tên với bà Hoa": the person named is the namesake. */
export const namesake: Reader = (cell, at) => {
  const denied = cell.lexicon.of('notThatPerson', at);
  const mentioned = cell.lexicon.of('namesakeOf', at);
  const start = mentioned ?? denied;
  if (!start || (cell.lexicon.at(at)?.length ?? 0) > start.length) return null;
  const { length, named } = personAndOffice(cell, at + start.length);
  if (!named) return null;
  const total = start.length + length;
  return {
    term: { kind: mentioned ? 'namesake' : 'anotherPerson', text: wordsOf(cell, at, total) },
    length: total,
  };
};

/** "theo đề nghị của ông Nam": who is behind the wish. */
export const behind: Reader = (cell, at) => {
  const start = cell.lexicon.of('accordingTo', at);
  if (!start) return null;
  const { length } = personAndOffice(cell, at + start.length);
  const total = start.length + length;
  return length === 0 ? null : { term: { kind: 'filler', text: wordsOf(cell, at, total) }, length: total };
};

/** "công chức Văn hóa - Xã hội": what somebody deals with, by whom he is. */
export const officer: Reader = (cell, at) => {
  const title = cell.lexicon.of('title', at);
  let end = at + (title?.length ?? 0);
  if (!title || !isField(cell, end)) return null;
  for (let next = end; isField(cell, next); ) {
    end = next + (cell.lexicon.of('field', next)?.length ?? 0);
    next = end + (/^[-–/,]$|^và$/i.test(cell.tokens[end]?.text ?? '') ? 1 : 0);
  }
  return { term: { kind: 'title', text: wordsOf(cell, at, end - at) }, length: end - at };
};

const isField = (cell: Cell, at: number): boolean => cell.lexicon.at(at)?.entry.kind === 'field';

/** Titles, a person's name, his position and office, in whatever order, one after the other. */
export function personAndOffice(cell: Cell, start: number): { length: number; named: boolean } {
  let at = start;
  let named = false;
  for (;;) {
    const title = cell.lexicon.of('title', at)?.length ?? 0;
    const name = personAt(cell, at + title);
    const place =
      cell.lexicon.of('link', at)?.entry.link === 'at' ? (cell.lexicon.of('link', at)?.length ?? 0) : 0;
    const party = partyAt(cell, at + place);
    const length = name > 0 ? title + name : party > 0 ? place + party : title;
    if (length === 0) return { length: at - start, named };
    named ||= name > 0;
    at += length;
  }
}

/** "phụ trách một cửa": what somebody deals with. */
export const duty: Reader = (cell, at) => {
  const found = cell.lexicon.of('duty', at);
  const field = found ? continued(cell, at + found.length) : 0;
  if (!found || field === 0) return null;
  const length = found.length + field;
  return { term: { kind: 'filler', text: wordsOf(cell, at, length) }, length };
};

/**
 * "địa chỉ tvnam.sttt", "có tên là tvnam.sttt", "đổi địa chỉ thành x@…": words that mean a mailbox or a login only before one.
 */
export const announcement: Reader = (cell, at) => {
  const follows = (start: number, words: readonly string[]): boolean =>
    words.every((word, offset) => fold(cell.tokens[start + offset]?.text ?? '') === word);
  for (const { thing, words } of announcements) {
    if (!follows(at, words)) continue;
    let end = at + words.length;
    while (leadsTo(thing, cell.tokens[end]?.text ?? '')) end += 1;
    const kind = cell.tokens[end]?.kind;
    if (thing === 'phone' ? kind === 'phone' : kind === 'address' || kind === 'login')
      return { term: { kind: 'thing', thing, text: wordsOf(cell, at, words.length) }, length: words.length };
  }
  return null;
};

/** What may stand between such a word and its value. A name that becomes something may be a person's, an address is one of ours. */
const between = {
  login: [':', 'là'],
  address: [':', 'là', 'mới', 'cũ', 'từ', 'thành', 'sang'],
  phone: [':', 'là'],
} as const;

const leadsTo = (thing: keyof typeof between, word: string): boolean =>
  between[thing].some((one) => one === word || (word !== '' && fold(one) !== '' && fold(one) === fold(word)));

const announcements = (['address', 'login', 'phone'] as const).flatMap((thing) =>
  announced[thing].map((phrase) => ({ thing, words: fold(phrase).split(' ') })),
);

/** Who holds a mailbox was born before; a later day may be that from which something is to be done. */
const bornBefore = '2012';

/** "sinh năm 1990", "CCCD 091090001234", "(nam)", "lần 2": what tells people or letters apart says nothing of the wish. */
export const identity: Reader = (cell, at, before) => {
  // Straight after a verb it is what the verb is about: "cấp lại CCCD".
  const label = before.at(-1)?.kind === 'verb' ? null : cell.lexicon.of('identity', at);
  const start = at + (label?.length ?? 0);
  const value = cell.tokens[start]?.text === ':' ? start + 1 : start;
  const token = cell.tokens[value];
  const isTold = label
    ? isSex(token) || isNumberOfPerson(token)
    : (isSex(token) && isBetweenSigns(cell, at, before)) || isRepeat(cell, at);
  if (!isTold) return null;
  const length = value + 1 - at + (isRepeat(cell, at) ? 1 : 0);
  return { term: { kind: 'filler', text: wordsOf(cell, at, length) }, length };
};

const isSex = (token: Token | undefined): boolean => /^(?:nam|nữ)$/i.test(token?.text ?? '');

function isNumberOfPerson(token: Token | undefined): boolean {
  if (token?.kind === 'day') return token.day !== null && token.day < bornBefore;
  if (token?.kind !== 'number' && token?.kind !== 'phone') return false;
  return (
    /^(?:19\d{2}|20[01]\d|\d{9,12})$/.test(token.text) && (token.text.length > 4 || token.text < bornBefore)
  );
}

function isBetweenSigns(cell: Cell, at: number, before: readonly Term[]): boolean {
  const after = cell.tokens[at + 1];
  return before.at(-1)?.kind === 'sign' && (after === undefined || after.kind === 'sign');
}

const isRepeat = (cell: Cell, at: number): boolean =>
  cell.tokens[at]?.text.toLowerCase() === 'lần' && cell.tokens[at + 1]?.kind === 'number';

/** Tokens up to the telephone, of "liên hệ trực tiếp qua số điện thoại (Zalo): 0912 345 678". */
const longestContact = 12;

/**
 * "liên hệ qua số 0912 345 678": where the office is to be called, and nothing that is to be written. Whether a password may go that way
 * ("gửi mật khẩu qua số …") is not said.
 */
export const contact: Reader = (cell, at) => {
  const rest = cell.tokens.slice(at, at + longestContact);
  const end = rest.findIndex(({ kind }) => kind === 'phone');
  if (end < 1) return null;
  const said = rest.slice(0, end).map(({ text }) => fold(text));
  if (!calling.test(said.filter((word) => word !== '').join(' '))) return null;
  return { term: { kind: 'filler', text: wordsOf(cell, at, end + 1) }, length: end + 1 };
};

const calling =
  /^(?:lien he|lien lac|goi|goi dien|nhan tin|bao|thong bao|trao doi)(?: (?:lai|truc tiep|voi (?:toi|don vi)|ket qua|cho don vi|qua|theo|vao|den|toi))*(?: (?:so|so may|so dien thoai|dien thoai|sdt|dt|di dong|zalo|hotline))+$/;
