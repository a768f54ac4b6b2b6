import { fold } from '../text/fold.ts';
import { type Cell, cellOf, wordsOf } from './cell.ts';
import { plight, purpose } from './circumstances.ts';
import { announcement, behind, citation, contact, duty, identity, namesake, officer } from './mentions.ts';
import { beginsWithSurname, continued, officeAt, personAt } from './parties.ts';
import { predecessor } from './predecessor.ts';
import type { KnownWords, Reader, Step, Term } from './terms.ts';

/** Reads a cell as terms, left to right; every token ends up in one, be it as `unknown`. */
export function termsOf(
  text: string,
  today: string,
  known: readonly KnownWords[],
): { terms: Term[]; cell: Cell } {
  const cell = cellOf(text, today);
  const readers: readonly Reader[] = [
    knownReader(known),
    plight,
    purpose,
    contact,
    announcement,
    citation,
    namesake,
    predecessor,
    behind,
    identity,
    person,
    position,
    duty,
    officer,
    office,
    duration,
    value,
    phrase,
  ];
  const terms: Term[] = [];
  for (let at = 0; at < cell.tokens.length; ) {
    const step =
      readers.reduce<Step | null>((found, read) => found ?? read(cell, at, terms), null) ?? unknown(cell, at);
    terms.push(step.term);
    at += step.length;
  }
  return { terms, cell };
}

const unknown = (cell: Cell, at: number): Step => ({
  term: { kind: 'unknown', text: cell.tokens[at]?.text ?? '' },
  length: 1,
});

/** The row's own name, unit and position, as they stand in its other columns. */
function knownReader(known: readonly KnownWords[]): Reader {
  const keys = known
    .map(({ kind, text }) => ({ kind, words: fold(text).split(' ') }))
    .filter(({ words }) => words.length > 1);
  return (cell, at) => {
    for (const { kind, words } of keys) {
      const fits = words.every((word, offset) => {
        const token = cell.tokens[at + offset];
        return token !== undefined && fold(token.text) === word;
      });
      if (!fits) continue;
      const text = wordsOf(cell, at, words.length);
      return { term: kind === 'office' ? { kind, text, own: false } : { kind, text }, length: words.length };
    }
    return null;
  };
}

/** A name after a title, after "cho" or "của", or one that begins with a family name. */
const person: Reader = (cell, at, before) => {
  const last = before.at(-1);
  const isAnnounced =
    last?.kind === 'title' || (last?.kind === 'link' && (last.link === 'for' || last.link === 'of'));
  const found = cell.lexicon.at(at);
  if (found && found.length > 1 && (found.exact || found.entry.kind === 'title')) return null;
  if (!beginsWithSurname(cell, at) && !(isAnnounced && officeAt(cell, at) === 0)) return null;
  if (isAnnounced && cell.lexicon.of('title', at)?.exact) return null;
  const length = personAt(cell, at);
  return length === 0 ? null : { term: { kind: 'person', text: wordsOf(cell, at, length) }, length };
};

/** A position, with the office or field that it names. The shortest (TP, CV) only where a position is spoken of. */
const position: Reader = (cell, at, before) => {
  const spoken = speaksOfPosition(before);
  const found = cell.lexicon.of('position', at);
  const longest = cell.lexicon.at(at);
  if (!found || (longest && longest.length > found.length && longest.entry.kind !== 'field')) return null;
  const text = wordsOf(cell, at, found.length);
  const isShort =
    found.length === 1 && (text.length < 3 || (text.length === 3 && text !== text.toUpperCase()));
  if (isShort && !spoken) return null;
  if (!spoken && cell.lexicon.of('title', at)?.length === found.length) return null;
  const length = heldAt(cell, at, found.length);
  return { term: { kind: 'position', text: wordsOf(cell, at, length) }, length };
};

/** With what it is of, and the further positions that one holds: "Kế toán trưởng kiêm Chánh Văn phòng". */
function heldAt(cell: Cell, at: number, found: number): number {
  const length = found + continued(cell, at + found);
  const joins = fold(cell.tokens[at + length]?.text ?? '') === 'kiem';
  const further = joins ? cell.lexicon.of('position', at + length + 1) : null;
  return further ? length + 1 + heldAt(cell, at + length + 1, further.length) : length;
}

function speaksOfPosition(before: readonly Term[]): boolean {
  const last = before.findLast(({ kind, text }) => kind !== 'sign' || text !== ':');
  return (
    (last?.kind === 'thing' && last.thing === 'position') ||
    (last?.kind === 'link' &&
      last.link === 'to' &&
      before.some((term) => term.kind === 'thing' && term.thing === 'position'))
  );
}

const office: Reader = (cell, at, before) => {
  const length = officeAt(cell, at) || provinceAt(cell, at, before);
  if (length === 0) return null;
  return {
    term: { kind: 'office', text: wordsOf(cell, at, length), own: cell.lexicon.of('ownOffice', at) !== null },
    length,
  };
};

/** "chuyển công tác về Cà Mau": another province, after what leads there. */
function provinceAt(cell: Cell, at: number, before: readonly Term[]): number {
  const last = before.at(-1);
  const isLed =
    (last?.kind === 'link' && last.link === 'to') || (last?.kind === 'reason' && last.reason === 'moved');
  return isLed ? (cell.lexicon.of('elsewhere', at)?.length ?? 0) : 0;
}

const spans = new Set(['thang', 'ngay', 'tuan', 'nam']);

const duration: Reader = (cell, at) => {
  const unit = cell.tokens[at + 1];
  if (cell.tokens[at]?.kind !== 'number' || unit?.kind !== 'word' || !spans.has(unit.syllable.plain))
    return null;
  if ((cell.lexicon.at(at)?.length ?? 0) > 2) return null;
  return { term: { kind: 'duration', text: wordsOf(cell, at, 2) }, length: 2 };
};

const value: Reader = (cell, at, before) => {
  const token = cell.tokens[at];
  switch (token?.kind) {
    case 'day':
      return { term: { kind: 'day', text: token.text, day: token.day }, length: 1 };
    case 'size':
      return { term: { kind: 'size', text: token.text, bytes: token.bytes }, length: 1 };
    case 'phone':
      return { term: { kind: 'phone', text: token.text }, length: 1 };
    case 'address':
    case 'login':
      return { term: { kind: 'login', text: token.text }, length: 1 };
    case 'sign':
      return { term: { kind: 'sign', text: token.text }, length: 1 };
    case 'word':
      return isLoginWord(token.text, before) && cell.lexicon.at(at) === null
        ? { term: { kind: 'login', text: token.text }, length: 1 }
        : null;
    default:
      return null;
  }
};

/** A plain word where a login is spoken of: "tên truy cập: tvnam", "đổi tên đăng nhập thành nvhoa", "tên truy cập cũ: tvnam, mới: tvnam2". */
function isLoginWord(word: string, before: readonly Term[]): boolean {
  if (!/^[a-z]{2,}$/.test(word)) return false;
  const last = before.findLast(
    ({ kind, text }) =>
      !(kind === 'sign' && /^[:"'“”‘’]$/.test(text)) && !(kind === 'filler' && text === 'là'),
  );
  const speaksOfLogin = before.some((term) => term.kind === 'thing' && term.thing === 'login');
  return (
    (last?.kind === 'thing' && last.thing === 'login') ||
    (speaksOfLogin && last?.kind === 'link' && (last.link === 'to' || last.link === 'from')) ||
    (speaksOfLogin && last?.kind === 'adverb' && (last.adverb === 'new' || last.adverb === 'old'))
  );
}

/** A phrase of the tables; offices, fields and places that stand alone are none. */
const phrase: Reader = (cell, at) => {
  // What leads to a paper is nothing by itself, and may begin with a word that is something: "do có hai hộp thư".
  const found = cell.lexicon.longest(at, ({ kind }) => kind !== 'inPlaceOf' && kind !== 'paperLink');
  const token = cell.tokens[at];
  if (!found) return token?.kind === 'number' ? numberStep(token.text) : null;
  const text = wordsOf(cell, at, found.length);
  const { entry, length } = found;
  switch (entry.kind) {
    case 'verb':
      return { term: { kind: 'verb', verb: entry.verb, text }, length };
    case 'thing':
      return { term: { kind: 'thing', thing: entry.thing, text }, length };
    case 'reason':
      return { term: { kind: 'reason', reason: entry.reason, text }, length };
    case 'link':
      return { term: { kind: 'link', link: entry.link, text }, length };
    case 'adverb':
      return { term: { kind: 'adverb', adverb: entry.adverb, text }, length };
    case 'warning':
      return { term: { kind: 'warning', about: entry.about, why: entry.why, text }, length };
    case 'asking':
    case 'filler':
    case 'noun':
    case 'title':
    case 'past':
    case 'future':
    case 'anotherPerson':
      return { term: { kind: entry.kind, text }, length };
    default:
      return warned(cell, at);
  }
};

/** A phrase that means nothing by itself may still be a warning. */
function warned(cell: Cell, at: number): Step | null {
  const found = cell.lexicon.of('warning', at);
  if (!found) return null;
  const { about, why } = found.entry;
  return {
    term: { kind: 'warning', about, why, text: wordsOf(cell, at, found.length) },
    length: found.length,
  };
}

const numberStep = (text: string): Step => ({
  term: { kind: 'number', text, value: Number(text) },
  length: 1,
});
