import type { Action, Item } from '../model/request.ts';
import { distance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { phrase, spoken } from '../text/spoken.ts';
import { mayStandFor, syllable } from '../text/syllable.ts';
import { asideOf } from './note.ts';
import { type People, pointedAt } from './pointers.ts';
import { contact } from './words/caveats.ts';
import { cause, reason } from './words/kinds-told.ts';
import { substitute } from './words/people-told.ts';
import { callings } from './words/titles.ts';

/** What a sentence asks for whom: a clear wish, and who of the rows it names with it. */
export type Told = { action: Action; named: ReadonlySet<Item> };

/**
 * Takes a sentence apart by its wishes: "cấp mới hộp thư cho bà Đào, hủy hộp thư của ông Lợi và bà Hoa". Who is listed after a wish without
 * one of his own shares it; a single one that is said of nobody is that of all whom the sentence names. What stands in reasons asks for nothing.
 */
export function wishesTold(text: string, people: People, today: string): Told[] {
  const told: Told[] = [];
  const actions = new Set<Action>();
  let current: Action | null = null;
  for (const part of text.replace(cause, '').split(partEnd)) {
    const own = part.replace(reason, '');
    const action = substitute.test(spoken(own)) ? null : asideOf(own, today, []).action;
    if (action !== null) actions.add(action);
    if (action !== null || !listing.test(own)) current = action;
    if (current !== null && current !== 'unclear')
      told.push({ action: current, named: pointedAt(own, people).named });
  }
  const [only, ...others] = actions;
  if (
    only === undefined ||
    only === 'unclear' ||
    others.length > 0 ||
    told.some(({ named }) => named.size > 0)
  )
    return told;
  const { named, sure } = pointedAt(text, people);
  // Of several, each may have a reason for something else.
  return named.size === 1 || sure.size === 1 || asideOf(text, today, []).circumstances.length === 0
    ? [{ action: only, named }]
    : [];
}

const partEnd = /[,;:]|(?<!\p{L})(?:và|đồng thời|cùng|còn|va|dong thoi)(?!\p{L})/iu;

const title = `(?:${callings})`;
/** No more than somebody. */
const listing = new RegExp(
  `^[^\\p{L}]*(?:(?:cho|của|với|các)\\s+)*${title}[.\\s]\\s*\\p{L}+(?:\\s+\\p{L}+){0,5}[^\\p{L}]*$`,
  'iu',
);
const name = '((?:\\p{Lu}\\p{L}*\\s+){2,5}\\p{Lu}\\p{L}*)';
const fullName = new RegExp(`(?<!\\p{L})(?:${title}[.\\s]|[:,;]|tên(?: là)?\\s)\\s*${name}`, 'gu');
const corrected = new RegExp(`(?<!\\p{L})là\\s+(?:${title}[.\\s]\\s*)?${name}`, 'gu');

/**
 * The rows whose names a sentence that asks for something may have written otherwise: "cấp mới hộp thư cho bà Nguyễn Thị Hồng Đậm", where
 * the table has Nguyễn Thị Hồng Đào.
 */
export function misnamedIn(text: string, { items }: People, today: string): Item[] {
  const names = [fullName, corrected].flatMap((pattern) => namesIn(text, pattern));
  const meant = items.filter(({ name }) => name !== null && names.some((one) => isMisspelt(one, name)));
  if (meant.length === 0) return [];
  return correcting.test(spoken(text)) || asideOf(text, today, []).action !== null ? meant : [];
}

/** Whether a sentence asks for something for people whom the table has not, nor their names otherwise, and not beside what the table asks. */
export function asksForOthers(text: string, people: People, today: string): boolean {
  return (
    !adding.test(spoken(text)) && isForStrangers(text, people) && wishesTold(text, people, today).length > 0
  );
}

const adding = phrase('(?<=^ )(?:ngoài ra|đồng thời|bên cạnh đó|sẵn tiện|nhân tiện|sẵn đây|nhân đây)');

/** Whether those for whom a sentence asks for something, as it writes them, are none of the rows' people. */
function isForStrangers(text: string, people: People): boolean {
  const strangers = [...text.normalize('NFC').matchAll(recipient)].map(([, name = '']) => fold(name));
  const isAlike = strangers.some((one) => mayBeAmong(one, people));
  if (strangers.length === 0 || isAlike || pointedAt(text, people).named.size > 0) return false;
  const said = spoken(text);
  return !contact.test(said) && !ownPaper.test(said);
}

/** Who gets what is asked for, not whose word it is. */
const recipient = new RegExp(
  `(?:thư|mail|khoản|khẩu|mới|cấp|hủy|khóa|đổi)\\s+(?:cho|của)\\s+(?:${title}[.\\s])\\s*${name}`,
  'gu',
);

/** They have a form of their own, or had one. */
const ownPaper = phrase(
  '(?:phiếu|danh sách) (?:riêng|khác|trước|kèm theo công văn)|đã(?! (?:có quyết định )?(?:nghỉ|về hưu|hưu|thôi|chuyển|mất|qua đời|từ trần|luân chuyển|điều động))|từng|sẽ',
);

/** Whether a sentence names people with their full names, and none of the rows. */
export function namesOthers(text: string, { items }: People): boolean {
  return strangersIn(text, items).length > 0;
}

function strangersIn(text: string, items: readonly Item[]): string[] {
  const keys = new Set(items.map(({ name }) => name?.key));
  return namesIn(text, fullName)
    .map(fold)
    .filter((name) => !keys.has(name));
}

const namesIn = (text: string, pattern: RegExp): string[] =>
  [...text.normalize('NFC').matchAll(pattern)].map(([, name = '']) => name);

/** A name is told rightly without anything that is asked. */
const correcting = phrase(
  '(?:tên|họ tên)(?: (?:đúng|thật))? là|(?:dòng|hàng|stt|số|mục)(?: (?:số|thứ))? [^ ,]+ là|chứ không phải|đúng là|mới đúng|nhầm',
);

/** Whether a name is the row's with another word, or with other accents: "Hưng" for "Hùng", and not "Hung". */
function isMisspelt(written: string, { key, fullName: own }: NonNullable<Item['name']>): boolean {
  if (fold(written) !== key) return mayBeOne(fold(written), key);
  const words = own.split(' ');
  return written.split(/\s+/).some((word, at) => {
    const [one, other] = [syllable(word), syllable(words[at] ?? '')];
    return !mayStandFor(one, other) && !mayStandFor(other, one);
  });
}

/** Whether a folded name may be that of one of the rows, written wrongly. */
export const mayBeAmong = (written: string, { items }: People): boolean =>
  items.some(({ name }) => name !== null && mayBeOne(written, name.key));

/** Whether two names may be one that somebody wrote wrongly: as many words, all but one the same, and that one alike. */
function mayBeOne(one: string, other: string): boolean {
  const [words, others] = [one.split(' '), other.split(' ')];
  const unlike = words.flatMap((word, at) =>
    word === others[at] ? [] : [[word, others[at] ?? ''] as const],
  );
  const [pair] = unlike;
  return (
    words.length === others.length &&
    words.length > 2 &&
    unlike.length === 1 &&
    pair !== undefined &&
    (distance(...pair) <= 2 || pair[0][0] === pair[1][0])
  );
}

const alike: readonly (readonly Action[])[] = [
  ['rename', 'update', 'transfer'],
  ['restore', 'unlock', 'create'],
];

/** Whether a wish that the letter tells may be that of the row: the state of the mailbox decides among some. */
export const isWish = (told: Action, own: Action): boolean =>
  told === own || alike.some((group) => group.includes(told) && group.includes(own));
