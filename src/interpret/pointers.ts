import type { FormRow } from '../model/form.ts';
import type { Item } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { phrase, spoken } from '../text/spoken.ts';
import { mayStandFor, syllable } from '../text/syllable.ts';

/**
 * Whom a sentence beside the table points at. `named` are items that it surely means; `called` those that it may mean by a bare given name,
 * which is a word, too; `vague`: it speaks of some of them without saying which ("các trường hợp còn lại"); `marked`: of those with a mark that
 * the form cannot tell us of ("dòng màu đỏ").
 */
export type Pointed = {
  named: ReadonlySet<Item>;
  called: ReadonlySet<Item>;
  vague: boolean;
  marked: boolean;
};

/** The rows' people by their folded names and given names, the rows by the signs that they bear, and all in the order of the table. */
export type People = {
  items: readonly Item[];
  all: ReadonlySet<string>;
  byGiven: ReadonlyMap<string, readonly Item[]>;
  bySign: ReadonlyMap<string, ReadonlySet<Item>>;
};

export function peopleOf(items: readonly Item[]): People {
  const named = items.filter(({ name }) => name !== null);
  const all = new Set(named.map(keyOf));
  const bySign = new Map<string, Set<Item>>();
  for (const item of items)
    for (const sign of signsOf(item.row)) bySign.set(sign, (bySign.get(sign) ?? new Set()).add(item));
  return { items, all, bySign, byGiven: Map.groupBy(named, (item) => keyOf(item).split(' ').at(-1) ?? '') };
}

const keyOf = ({ name }: Item): string => name?.key ?? '';

/** `text` is a sentence or a part of one, as it stands. */
export function pointedAt(text: string, people: People): Pointed {
  const said = spoken(text);
  const keys = fullNamesIn(fold(text), people);
  const titled = givenNames(text, people, titles);
  const numbers = numbersIn(said, people.items);
  const signed = people.bySign.get(signAt(text) ?? '') ?? new Set<Item>();
  const named = new Set([
    ...people.items.filter((item) => keys.has(keyOf(item)) || numbers.has(item.row.number)),
    ...titled,
    ...signed,
    ...endsIn(said, people.items),
  ]);
  return {
    named,
    called: givenNames(text, people, places),
    vague: vague.some((one) => one.test(said)),
    marked: marks.some((one) => one.test(said)),
  };
}

const person = '(?:người|trường hợp|đồng chí|cán bộ|tên|cá nhân|anh|chị|ông|bà|vị|bạn|ca|nhân sự)';
const line = '(?:dòng|hàng|stt|số thứ tự|số tt|tt)';
const part = '(?:mục|điểm|ý|nội dung|yêu cầu|đề nghị)';
const ordinal = '(?:nhất|hai|nhì|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)';
const numeral = `(?:\\d{1,4}(?! (?:/|ngày|tháng|giờ|điều|khoản|người|trường hợp))|thứ (?:\\d{1,4}|${ordinal}))`;
const more = '(?: (?:,|và|đến|tới|số|stt|dòng|mục|người|với))';
const listed = `${numeral}(?:${more}+ ${numeral})*`;

/** Where a bare "mục 2", "số 2" is one of ours and none of a decision's or a street's. */
const leading =
  '(?<=^ (?:, )?(?:(?:riêng|trừ|ngoài|bỏ|xin|đề nghị|xóa|loại|các|những|chừa|đối với|vui lòng) )*)';
const numbered: readonly RegExp[] = [
  `(?<! theo )${line}(?: (?:số|thứ))* ${listed}`,
  `(?<! theo )(?:${person}|${part})(?: (?:số thứ tự|số|stt))+ ${listed}`,
  `(?<! theo )(?:${person}|${line}|${part}) thứ (?:\\d{1,4}|${ordinal})(?:${more}+ ${numeral})*`,
  `${leading}(?:mục|điểm|số|nội dung|yêu cầu|người|trường hợp) ${listed}`,
  `${leading}(?:mục|số|dòng) ${ordinal}`,
].map((source) => global(phrase(source)));

function global(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, 'gu');
}

const counts: readonly (readonly string[])[] = [
  [],
  ['một', 'nhất'],
  ['hai', 'nhì'],
  ['ba'],
  ['bốn', 'tư'],
  ['năm'],
  ['sáu'],
  ['bảy'],
  ['tám'],
  ['chín'],
  ['mười'],
].map((words) => words.map((word) => spoken(word).trim()));

/** "hai", "02", "thứ tư" as a number; NaN for other words. */
function numberOf(word: string): number {
  const at = counts.findIndex((words) =>
    words.some((one) => one === word || mayStandFor(syllable(word), syllable(one))),
  );
  return at > 0 ? at : Number(word);
}

const [to, onwards, back] = [
  phrase('(?:đến|tới)'),
  phrase('(?:trở đi|trở xuống|trở về sau|đến hết|đến cuối)'),
  phrase('trở (?:lên|về trước|lại)'),
];

/** Numbers of rows that a sentence points at: "dòng số 2, 3 và 5", "STT 1 đến 4", "người thứ hai", "từ dòng 3 trở đi". */
function numbersIn(said: string, items: readonly Item[]): ReadonlySet<number> {
  const numbers = new Set<number>();
  const last = Math.max(0, ...items.map(({ row }) => row.number));
  for (const pattern of numbered)
    for (const match of said.matchAll(pattern)) {
      const words = match[0].split(' ');
      const found = words.flatMap((word, at) => {
        const value = words[at - 1] === undefined || at === 0 ? Number.NaN : numberOf(word);
        return Number.isNaN(value) ? [] : [{ value, ranged: at > 0 && to.test(` ${words[at - 1]} `) }];
      });
      const after = said.slice(match.index + match[0].length).slice(0, 15);
      for (const [at, { value, ranged }] of found.entries()) {
        const from = ranged ? Math.max(found[at - 1]?.value ?? value, value - 1000) : value;
        for (let number = from; number <= value; number += 1) numbers.add(number);
      }
      const edge = found.at(-1)?.value;
      if (edge !== undefined && onwards.test(after)) for (let n = edge; n <= last; n += 1) numbers.add(n);
      if (edge !== undefined && back.test(after)) for (let n = 1; n < edge; n += 1) numbers.add(n);
    }
  return numbers;
}

const counted = '(?:\\d{1,4}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)';
const place = `(?:${person}|${line}|mục|ô)`;
const [first, final, lastButOne] = [
  '(?:đầu|đầu tiên|trên cùng|trên đầu|ở đầu)(?! mối)',
  '(?:cuối|cuối cùng|sau cùng|dưới cùng|sau rốt|chót|ở cuối|nằm cuối)',
  '(?:kế cuối|áp chót|gần cuối|kế chót)',
].map((end) => global(phrase(`(?:${counted} )?${place}(?: (?:nằm|đứng|ở))? ${end}`)));

/** "Hai dòng cuối", "người đầu tiên", "người áp chót". */
function endsIn(said: string, items: readonly Item[]): Item[] {
  const many = (pattern: RegExp | undefined): number[] =>
    pattern === undefined
      ? []
      : [...said.matchAll(pattern)].map(([words]) => {
          const count = numberOf(words.split(' ')[0] ?? '');
          return Number.isNaN(count) ? 1 : count;
        });
  return [
    ...many(first).flatMap((count) => items.slice(0, count)),
    ...many(final).flatMap((count) => (count > 0 ? items.slice(-count) : [])),
    ...many(lastButOne).flatMap(() => items.slice(-2, -1)),
  ];
}

const action = '(?:cấp|hủy|khóa|mở|đổi|thay đổi|chuyển|thu hồi|xóa|nghỉ hưu|bị)';
/** Colours and the like, which are said of rows and never read from them. */
const marks: readonly RegExp[] = [
  '(?:màu|tô|bôi|chữ|nền|ô|mực|dòng|tên)~ (?:đỏ|vàng|xanh|cam|xám|đen|hồng|tím|màu|đậm|nghiêng)',
  'in (?:nghiêng|đậm)|gạch (?:chân|dưới|ngang|đít)|đánh dấu|highlight|khoanh|(?:có|mang|đánh|thêm)~ dấu|dấu (?:\\*|sao|hoa|x)',
].map((source) => phrase(source));
/** Rows that a sentence speaks of and does not name. */
const vague: readonly RegExp[] = [
  `(?:các|những|một số|vài|mấy|một vài|${counted}|tất cả) (?:${place}|phiếu|yêu cầu|hộp thư|nội dung)`,
  'còn lại|(?:người|trường hợp|đồng chí|dòng) khác|ai',
  `(?:trường hợp|việc|phần|nội dung|yêu cầu)(?: (?:đề nghị|xin|yêu cầu))? ${action}`,
].map((source) => phrase(source));

/** Words of the longest name. */
const longestName = 8;

/** Full names in a folded sentence. */
function fullNamesIn(folded: string, { all }: People): ReadonlySet<string> {
  const named = new Set<string>();
  const words = folded.split(' ');
  for (const at of words.keys())
    for (let length = 2; length <= Math.min(longestName, words.length - at); length += 1) {
      const key = words.slice(at, at + length).join(' ');
      if (all.has(key)) named.add(key);
    }
  return named;
}

/** "Đ/c Duyên", "chị Mỹ Duyên", "c. Duyên", "A.Bảo". */
const titles =
  /(?<!\p{L})(?:ông|bà|anh|chị|cô|thầy|bác|chú|em|bạn|đ ?[/.] ?c|đc|đồng chí|trường hợp|tên|ong|ba|chi|co|thay|d ?[/.] ?c|dc|dong chi|truong hop|ten|mr|ms|chj|[acôob])[.:]?\s*(?<=[\s.:])(?=((?:\p{L}+\s*){1,5}))/giu;
/** A bare given name begins a sentence or stands after a word that picks out. */
const places =
  /(?:(?<!\p{L})(?:trừ|riêng|ngoài|chừa|bỏ|loại|cho|của|xóa|với|và|tru|rieng|ngoai|bo|cua|xoa|voi|va)\s+|^\P{L}*|[,;:(]\s*)(?=((?:\p{L}+\s*){1,3}))/giu;

/** Items whose given name, or the end of whose name, stands at the head of what a pattern captures. */
function givenNames(text: string, { byGiven }: People, after: RegExp): ReadonlySet<Item> {
  const named = new Set<Item>();
  for (const [, words = ''] of text.normalize('NFC').matchAll(after)) {
    const parts = words.trim().split(/\s+/);
    for (const [at, given] of parts.entries()) {
      const end = ` ${fold(parts.slice(0, at + 1).join(' '))}`;
      for (const item of byGiven.get(fold(given)) ?? [])
        if (` ${keyOf(item)}`.endsWith(end) && isSpelledAs(given, item)) named.add(item);
    }
  }
  return named;
}

/** "Anh báo lại" is not about Bảo, "anh Bao" may be. */
function isSpelledAs(written: string, { name }: Item): boolean {
  const own = syllable(name?.fullName.split(' ').at(-1) ?? '');
  const other = syllable(written);
  return mayStandFor(other, own) || mayStandFor(own, other);
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
