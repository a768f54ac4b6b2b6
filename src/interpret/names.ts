import type { PersonName } from '../model/request.ts';
import { fold, repairLookAlikes, tidy, tidyLines, withoutAccents } from '../text/fold.ts';
import { fieldBefore, nameEnd } from './name-tail.ts';
import { isTitle, positionTable, withoutTitleColon, withoutTitles, wordsOf } from './name-titles.ts';
import { phraseTable, startOf } from './phrase.ts';
import { fields, officeHeads, places } from './words/offices.ts';
import { isSurname } from './words/surnames.ts';
import { likeSurnames, noNames } from './words/titles.ts';

const noNameTable = phraseTable([...officeHeads, ...noNames]);
const likeSurnameTable = phraseTable(likeSurnames);
const fieldTable = phraseTable(fields);
const placeTable = phraseTable(places);

const mostWords = 9;
const mostLetters = 60;
const longestText = 300;

/** A syllable of a name: Vietnamese letters, those of the peoples of the highlands (Ê Đê, Ba Na), `H'Hen`, `Y-Blô`. */
const nameWord = /^[a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹĕĭŏŭč]+(?:['’ʼ-][a-zà-ãè-êìíò-õùúýăđĩũơưạ-ỹĕĭŏŭč]+)*$/i;

/**
 * The person that the words name, or null where they are no person's name: an office, an address, a number, a family
 * name or a title with a given name alone (`Anh Tuấn`), a name left unfinished (`Nguyễn Văn …`), several people, letters that are not Vietnamese.
 */
export function personName(text: string): PersonName | null {
  if (text.length > longestText || unfinished.test(tidy(text))) return null;
  const { name, remarks } = withoutRemarks(undecorated(tidyLines(text)));
  const written = repairLookAlikes(name).split(' ').flatMap(partedWords);
  const untitled = isMaybeName(written) ? written : withoutTitles(written, remarks);
  const words = withoutTail(withoutPosition(withoutField(untitled, remarks), remarks), remarks);
  if (words.length === 1 && written.length > 1 && !words[0]?.includes("'")) return null;
  if (!isName(words) || isSeveral(words) || isDescription(words, written)) return null;
  const fullName = words.join(' ').replace(/[’ʼ]/g, "'");
  return {
    fullName,
    key: words.map(foldedWord).join(' '),
    letters: addressLetters(words),
    remark: remarks.length > 0 ? remarks.join('; ') : null,
  };
}

/** Whether words name several people, each in full: "Trần Văn Nam và Lê Thị Hoa", "Trần Văn Nam, Lê Thị Hoa", or without a sign between. */
export function namesSeveral(text: string): boolean {
  if (text.length > longestText) return false;
  const parts = tidyLines(text)
    .split(/\s*[\n,;&/+]\s*|\s+(?:và|va|-|–)\s+/u)
    .filter((part) => part !== '');
  const isWhole = (part: string): boolean => personName(part)?.key.includes(' ') ?? false;
  if (parts.length > 1) return parts.every(isWhole);
  const words = wordsOf(tidy(text));
  return isName(words) && isSeveral(words);
}

/** `Anh Thơ` may be all of a name; `Anh` is a title as well. */
const isMaybeName = ([first, second, ...others]: readonly string[]): boolean =>
  first?.toLowerCase() === 'anh' && others.length === 0 && /^\p{Lu}/u.test(second ?? '');

const unfinished = /(?:^|\s)(?:văn|thị)\s*(?:…|\.{2})[\s.…]*$/iu;

/** Numbers, quotation marks, bullets and stars around the words, dots inside a title (`Th.S`), and the gap in `H’ Hen`. */
const undecorated = (text: string): string =>
  text
    .replace(/^\d{1,3}\s*[.)/-]\s*/, '')
    .replace(/(?<!\p{L})(th|[tbđk])\.\s?([sc])(?=[.\s:])/giu, '$1$2')
    .replace(/^[\s"“”'‘’*•+-]+|[\s"“”'‘’*•+]+$/g, '')
    .replace(/(?<=^|\s)([HYK])\s*['’ʼ]\s+(?=\p{Lu})/gu, "$1'");

/** `NguyễnVăn` is two words that lost the space between them. */
const partedWords = (word: string): string[] => (runTogether.test(word) ? word.split(/(?=\p{Lu})/u) : [word]);
const runTogether = /^(?:\p{Lu}\p{Ll}+){2,}$/u;

function isName(words: readonly string[]): boolean {
  return (
    (words.length >= 2 || isWholeAlone(words[0] ?? '')) &&
    words.length <= mostWords &&
    words.join(' ').length <= mostLetters &&
    words.every((word) => nameWord.test(word) && hasVowel(word)) &&
    startOf(words, noNameTable) === 0 &&
    fieldBefore(words, isSurname) === 0 &&
    !isField(words)
  );
}

/** `Ba công chức mới`, `Bổ sung sau`, `Công nhân mới`, and `mới tuyển` of `Nhân viên mới tuyển`: people who write capitals begin each word of a name with one, but `văn` and `thị`. */
function isDescription(words: readonly string[], written: readonly string[]): boolean {
  const [first = ''] = words;
  const areSmall = words.slice(1).every((word) => /^\p{Ll}/u.test(word));
  const isBare = words.every((word) => withoutAccents(word) === word);
  if (areSmall && !isBare && startOf(words, likeSurnameTable) > 0) return true;
  if (isSurname(first) || ofPeoples.test(first)) return false;
  const isMixed =
    written.some((word) => /^\p{Lu}/u.test(word)) && words.some((word) => /^\p{Ll}/u.test(word));
  return isMixed || (words.length > 1 && someOf.test(first));
}

/** What stands first in names of the Ê Đê, Cơ Ho, Khmer and others that have no family name. */
const ofPeoples = /^(?:y|k|ka|n[eé]áng|neang|chau|\p{L}+['’ʼ-].*)$/iu;
const someOf = /^(?:một|hai|ba|bốn|năm|sáu|bảy|tám|mấy|mọi|các|những|cả)$/iu;

/** `Nội vụ` of `Trưởng phòng Nội vụ`, and `Hòn Đất`; but `Lại Sơn` is a commune and may be a person. */
function isField(words: readonly string[]): boolean {
  const isPlace = startOf(words, placeTable) === words.length && !isSurname(words[0] ?? '');
  return isPlace || startOf(words, fieldTable) === words.length;
}

/** Some people have but one name (`K'Brêu`); a family name alone is no name. */
const isWholeAlone = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && word.length <= longestSyllable && !isSurname(word);
const longestSyllable = 8;

/**
 * Whether two people stand there: joined by "và", or a family name with `Văn` or `Thị`, or in six words any, in mid-name
 * (`Trần Văn Nam Lê Thị Hoa`).
 */
function isSeveral(words: readonly string[]): boolean {
  const joined = words.some((word, at) => /^(?:và|va)$/.test(word) && at > 0 && at < words.length - 1);
  const isRoyal = words.some((word, at) => fold(`${word} ${words[at + 1]}`) === 'ton nu');
  const again = words.some((word, at) => {
    if (at < 3 || at > words.length - 3 || !isSurname(word)) return false;
    return !isRoyal && (/^(?:văn|thị)$/i.test(words[at + 1] ?? '') || isSurname(words[0] ?? ''));
  });
  return joined || again;
}

/** `Lê Thị Hoa` after the dash of `Trần Văn Nam - Lê Thị Hoa`: no remark, but one more person. */
function isPerson(remark: string): boolean {
  const words = wordsOf(remark);
  const isTitled = startOf(words, positionTable) > 0 || startOf(words, noNameTable) > 0;
  const areCapital = words.every((word) => word.charAt(0) === word.charAt(0).toUpperCase());
  return words.length > 2 && areCapital && !isTitled && isSurname(words[0] ?? '') && isName(words);
}

/** `PGĐ` and `CVP` are no syllables, and `V` stands for a name that is not told. */
const hasVowel = (word: string): boolean => /[aeiouy]/.test(fold(word));

const phoneNumber = /[\s.,;:–—-]+(?:(?:sđt|đt|đtdđ|điện thoại|tel|mobile)\s*[.:]?\s*)?\+?\d[\d .-]{7,14}$/i;

const address = /[\s.,;:–—-]+[\w.+-]+@[\w.-]+$/;

/** Takes an address or a telephone at the end, brackets, what follows a dash, and a position after a comma or on a further line from the name. */
function withoutRemarks(text: string): { name: string; remarks: string[] } {
  const remarks: string[] = [];
  const keep = (remark: string) => {
    const said = tidy(remark).replace(/^[-–—,;:.\s]+|[-–—,;:\s]+$/g, '');
    if (said !== '' && !isTitle(wordsOf(said))) remarks.push(said);
  };
  const keepAndDrop = (remark: string): string => {
    keep(remark);
    return '';
  };
  const named = withoutTitleColon(text)
    .trimEnd()
    .replace(address, keepAndDrop)
    .replace(phoneNumber, keepAndDrop);
  let name = named.replace(/[([]([^()[\]]*)[)\]]/g, (_, remark: string) => {
    keep(remark);
    return ' ';
  });
  name = name.replace(/(?:\s[-–—]+|[-–—]+\s|[–—])\s*(\S[\s\S]*)$/, (all, remark: string) =>
    isPerson(remark) ? all : keepAndDrop(remark),
  );
  name = name.replace(/-(\S[\s\S]*)$/, (all, remark: string) =>
    startOf(wordsOf(remark), positionTable) > 0 ? keepAndDrop(remark) : all,
  );
  name = name.replace(/\s*[,;\n:]\s*([\s\S]+)$/, (all, remark: string) => {
    const tells =
      startOf(wordsOf(remark), positionTable) > 0 || isTitle(wordsOf(remark)) || aboutBirth.test(remark);
    return tells ? keepAndDrop(remark) : all;
  });
  return { name: tidy(name).replace(/[\s.,;:\-–—]+$/, ''), remarks };
}

const aboutBirth = /^(?:sinh|năm sinh|ngày sinh|sn|ns|cccd|cmnd|nam giới|nữ)(?!\p{L})/iu;

/**
 * Takes a position, and what follows it, from the end: `Trần Văn Nam Phó Giám đốc`, `Trần Văn Nam PGĐ`. Without accents it may
 * be the given name (`Thu Ky`), and so may `Văn Thư` in a name of usual length.
 */
function withoutPosition(words: readonly string[], remarks: string[]): readonly string[] {
  if (words.every((word) => withoutAccents(word) === word)) return words;
  for (let at = 2; at < words.length; at += 1) {
    const rest = words.slice(at);
    const length = startOf(rest, positionTable);
    if (length === 0 || (length === 1 && hasVowel(rest[0] ?? ''))) continue;
    if (at < 3 && fold(rest.join(' ')) === 'van thu' && rest.join(' ') !== rest.join(' ').toLowerCase())
      continue;
    remarks.push(rest.join(' '));
    return words.slice(0, at);
  }
  return words;
}

/** After a position, the field that it is of. */
function withoutField(words: readonly string[], remarks: string[]): readonly string[] {
  const length = remarks.length > 0 ? fieldBefore(words, isSurname) : 0;
  if (length > 0) remarks.push([remarks.pop(), ...words.slice(0, length)].join(' '));
  return words.slice(length);
}

/** What is said of the person behind the name, without a sign between. */
function withoutTail(words: readonly string[], remarks: string[]): readonly string[] {
  const end = nameEnd(words);
  if (end < words.length) remarks.push(words.slice(end).join(' '));
  return words.slice(0, end);
}

/** One key for one name: `H'Hen` is `hhen`, `Y-Blô` is `y blo`. */
function foldedWord(word: string): string {
  return fold(word.replace(/['’ʼ]/g, ''));
}

/** Initials of family and middle names, then the given name (Điều 4 khoản 2): `tvnam`. */
function addressLetters(words: readonly string[]): string {
  const syllables = words.flatMap((word) => foldedWord(word).split(' '));
  const given = syllables.at(-1) ?? '';
  const initials = syllables.slice(0, -1).map((word) => withoutAccents(word).charAt(0));
  return [...initials, given].join('');
}
