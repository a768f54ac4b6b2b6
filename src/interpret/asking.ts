import { fold, tidyLines } from '../text/fold.ts';
import { spoken } from '../text/spoken.ts';
import { clausesOf, isMailbox, meaningOf } from './clauses.ts';
import { phraseTable, startOf } from './phrase.ts';
import { termsOf } from './scan.ts';
import type { Term } from './terms.ts';
import { asksForAnything, otherLetters as otherLetterWords } from './words/asking.ts';

const otherLetters = phraseTable(otherLetterWords);

const mostLines = 200;

/**
 * Whether a letter without a form speaks of a mailbox request, so that the office is sent the blank form; ordinary official mail, also
 * about the mail system, is none. Quoted lines of an earlier letter do not count.
 */
export function asksForMailbox(subject: string, text: string): boolean {
  const subjects = tidyLines(subject)
    .replace(/[_.-]+/g, ' ')
    .split('\n');
  if (subjects.some(isOtherLetter)) return false;
  return [...subjects, ...linesOf(text)].some((line) => !isOtherLetter(line) && asks(line));
}

const linesOf = (text: string): string[] =>
  tidyLines(text)
    .split(/\n|(?<=[.;!?])\s/)
    .filter((line) => !line.startsWith('>'))
    .slice(0, mostLines);

/**
 * Whether a unit's answer to a letter of ours asks for anything ("Dòng 2 vẫn đang dùng, nhờ Trung tâm xem lại"), and does not merely thank:
 * who asks about what we did must not wait for an answer that never comes. `text`: its own words, without what it quotes.
 */
export const asksAgain = (text: string): boolean =>
  asksForMailbox('', text) ||
  linesOf(text).some((line) => asksForAnything.test(spoken(line.slice(0, longestLine))));

function isOtherLetter(line: string): boolean {
  const words = line.slice(0, longestLine).split(/[\s:,]+/);
  return words.slice(0, 12).some((_, at) => startOf(words.slice(at), otherLetters) > 0);
}

const longestLine = 400;

/** Any day will do: what is asked does not hang on it. */
const anyDay = '2000-01-01';

function asks(line: string): boolean {
  const { terms } = termsOf(line.slice(0, longestLine), anyDay, []);
  return hasClause(terms) || hasTrouble(terms) || isRequestForm(line, terms);
}

/** A verb of ours and a mailbox, or what belongs to one, close by. */
function hasClause(terms: readonly Term[]): boolean {
  return terms.some((term, at) => {
    if (term.kind !== 'verb') return false;
    const near = nearby(terms.slice(at + 1));
    const [clause] = clausesOf([term, ...near]).clauses;
    const hasMeaning = clause !== undefined && clause.things.length > 0 && meaningOf(clause).length > 0;
    return hasMeaning && isOurs(terms, near);
  });
}

/** "Quên mật khẩu", "hộp thư bị khóa", "không đăng nhập được email". */
function hasTrouble(terms: readonly Term[]): boolean {
  const troubles = new Set(['forgotten', 'locked', 'shutOut', 'reclaimed']);
  const hasOne = terms.some((term) => term.kind === 'reason' && troubles.has(term.reason));
  const saysMail = terms.some(({ text }) => /mail|thư/i.test(text));
  return hasOne && (saysMail || terms.every(({ kind }) => kind !== 'unknown' && kind !== 'warning'));
}

/** What may follow "phiếu yêu cầu" where it is the form of the regulation, and not one for something else. */
const afterForm = new Set(
  `kem dinh nhu cua cho nay theo trong o so ve doi voi hop thu email mail tai mat cap thay huy doi mo khoa lai gui xin de nho tu
  duoc da va pdf xlsx docx doc xls ods`.split(/\s+/),
);

/** "Phiếu yêu cầu", and nothing that says it is another one. */
function isRequestForm(line: string, terms: readonly Term[]): boolean {
  const form = /\bphieu yeu cau(?: (\S+))?/.exec(fold(line));
  if (form === null) return false;
  const next = form[1];
  const isOfMail = terms.some((term) => term.kind === 'thing' && isMailbox(term.thing));
  return isOfMail || next === undefined || /\d/.test(next) || afterForm.has(next);
}

/**
 * Whether a letter with an attachment that could not be read may have meant it as the form: a weaker hint than a request
 * in words, because the office must hear that its form was not read.
 */
export function hintsAtForm(subject: string, fileNames: readonly string[], text: string): boolean {
  if (tidyLines(subject).split('\n').some(isOtherLetter)) return false;
  const title = fold([subject, ...fileNames].join(' '));
  return (
    /\b(?:phieu|yeu cau|de nghi|mau)\b/.test(title) ||
    /\b(?:hop thu|thu dien tu|e ?mail|mat khau)\b/.test(`${title} ${fold(text)}`)
  );
}

const between = new Set<Term['kind']>([
  'filler',
  'adverb',
  'link',
  'title',
  'person',
  'office',
  'thing',
  'asking',
  'login',
  'position',
  'number',
]);

/** The terms after a verb up to the first that leads elsewhere. */
function nearby(terms: readonly Term[]): Term[] {
  const end = terms.findIndex(({ kind }) => !between.has(kind));
  return [...(end < 0 ? terms : terms.slice(0, end))];
}

/** A mailbox is named, or nothing in the line says that the password or account is for something else. */
function isOurs(terms: readonly Term[], near: readonly Term[]): boolean {
  const isOfMail = near.some(
    (term) => term.kind === 'thing' && (term.thing === 'mailbox' || term.thing === 'address'),
  );
  const isOfAccess = near.some(
    (term) => term.kind === 'thing' && ['password', 'login', 'account'].includes(term.thing),
  );
  const strange = terms.some(({ kind }) => kind === 'unknown' || kind === 'warning');
  return isOfMail || (isOfAccess && !strange);
}
