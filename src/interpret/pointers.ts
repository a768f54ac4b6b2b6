import type { FormRow } from '../model/form.ts';
import type { Item } from '../model/request.ts';
import { fold, withoutAccents } from '../text/fold.ts';
import { remembering } from '../text/remembering.ts';
import { phrase, phraseAnywhere, spoken } from '../text/spoken.ts';
import { mayStandFor, syllable } from '../text/syllable.ts';
import { alsoVerbs, callings, looseCallings } from './words/titles.ts';

/**
 * Whom a sentence beside the table points at. `named` are items that it means, `sure` those of them that nothing but a name or number can mean,
 * where "sếp em bảo" may be about Bảo; `called` those that it may mean by a bare given name,
 * which is a word, too; `vague`: it speaks of some of them without saying which ("các trường hợp còn lại"); `marked`: of those with a mark that
 * the form cannot tell us of ("dòng màu đỏ").
 */
export type Pointed = {
  named: ReadonlySet<Item>;
  sure: ReadonlySet<Item>;
  called: ReadonlySet<Item>;
  vague: boolean;
  marked: boolean;
};

/** The folded names of the rows' people by their first words, the rows by given names and by the signs that they bear, and all in the order of the table. */
export type People = {
  items: readonly Item[];
  byFirst: ReadonlyMap<string, readonly string[]>;
  byGiven: ReadonlyMap<string, readonly Item[]>;
  bySign: ReadonlyMap<string, ReadonlySet<Item>>;
};

export function peopleOf(items: readonly Item[]): People {
  const named = items.filter(({ name }) => name !== null);
  const bySign = new Map<string, Set<Item>>();
  for (const item of items)
    for (const sign of signsOf(item.row)) bySign.set(sign, (bySign.get(sign) ?? new Set()).add(item));
  // A name of one word is a word, too.
  const keys = [...new Set(named.map(keyOf))].filter((key) => key.includes(' '));
  return {
    items,
    byFirst: Map.groupBy(keys, (key) => key.split(' ')[0] ?? ''),
    byGiven: Map.groupBy(named, (item) => keyOf(item).split(' ').at(-1) ?? ''),
    bySign,
  };
}

const keyOf = ({ name }: Item): string => name?.key ?? '';

/** `text` is a sentence or a part of one, as it stands. */
export function pointedAt(text: string, people: People): Pointed {
  const { words, titled, bare, numbers, ends, sign, vague, marked } = pointersIn(text);
  const keys = fullNamesIn(words, people);
  const numbered = itemsOf(numbersOf(numbers, people.items), people.items);
  const sure = new Set([
    ...people.items.filter((item) => keys.has(keyOf(item))),
    ...numbered.sure,
    ...calledBy(
      titled.filter(({ given }) => !alsoVerbs.has(given)),
      people,
    ),
    ...(people.bySign.get(sign ?? '') ?? []),
    ...endsOf(ends, people.items),
  ]);
  const named = new Set([...sure, ...numbered.named, ...calledBy(titled, people)]);
  return { named, sure, called: new Set(calledBy(bare, people)), vague, marked };
}

/** What a sentence has that may point at rows, whatever rows there are. */
type Pointers = {
  /** Folded, among them those of full names. */
  words: readonly string[];
  /** What stands behind a title, and where a bare given name may stand. */
  titled: readonly Called[];
  bare: readonly Called[];
  numbers: readonly Numbers[];
  ends: readonly End[];
  sign: string | null;
  vague: boolean;
  marked: boolean;
};

/** Forms and letters say the same sentences over and over. */
const pointersIn = remembering((text: string): Pointers => {
  const said = spoken(text);
  return {
    words: fold(text).split(' '),
    titled: namesBehind(titles, text),
    bare: namesBehind(places, text),
    numbers: numbersIn(said),
    ends: endsIn(said),
    sign: signAt(text),
    vague: vague.some((one) => one.test(said)),
    marked: marks.some((one) => one.test(said)),
  };
});

const person = '(?:người|trường hợp|đồng chí|cán bộ|tên|cá nhân|anh|chị|ông|bà|vị|bạn|ca|nhân sự)';
const line = '(?:dòng|hàng|stt|số thứ tự|số tt|tt)';
const part = '(?:mục|điểm|ý|nội dung|yêu cầu|đề nghị)';
const ordinal = '(?:nhất|hai|nhì|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười)';
const numeral = `(?:\\d{1,4}(?! (?:/|ngày|tháng|giờ|điều|khoản|người|trường hợp))|thứ (?:\\d{1,4}|${ordinal}))`;
const more = '(?: (?:,|và|đến|tới|số|stt|dòng|mục|người|với))';
const listed = `${numeral}(?:${more}+ ${numeral})*`;

/** Where a bare "mục 2", "số 2" is one of ours and none of a decision's or a street's. */
const leading =
  '(?<=^ (?:, )?(?:(?:riêng|trừ|ngoài|bỏ|hoãn|sửa|chỉ|thực hiện|làm|giải quyết|xử lý|xin|đề nghị|xóa|loại|các|những|chừa|đối với|vui lòng) )*)';
const numbered: readonly RegExp[] = [
  `(?<! theo )${line}(?: (?:số|thứ))* ${listed}`,
  `(?<! theo )(?:${person}|${part})(?: (?:số thứ tự|số|stt))+ ${listed}`,
  `(?<! theo )(?:${person}|${line}|${part}) thứ (?:\\d{1,4}|${ordinal})(?:${more}+ ${numeral})*`,
  `${leading}(?:mục|điểm|số|nội dung|yêu cầu|người|trường hợp) ${listed}`,
  // "Số tư", and not "Sở Tư pháp" without its accents.
  `${leading}(?:mục|số|dòng) ${ordinal}(?! phap)`,
].map(phraseAnywhere);

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

/** A list of numbers as it stands: `to` where a number ends a range that the one before it begins; `open` where the last goes on to an end. */
type Numbers = {
  listed: readonly { value: number; ranged: boolean }[];
  open: 'onwards' | 'back' | null;
};

/** Where a sentence has numbers of rows: "dòng số 2, 3 và 5", "STT 1 đến 4", "người thứ hai", "từ dòng 3 trở đi". */
function numbersIn(said: string): Numbers[] {
  return numbered.flatMap((pattern) =>
    [...said.matchAll(pattern)].map((match): Numbers => {
      const words = match[0].split(' ');
      const listed = words.flatMap((word, at) => {
        const value = at === 0 ? Number.NaN : numberOf(word);
        return Number.isNaN(value) ? [] : [{ value, ranged: to.test(` ${words[at - 1]} `) }];
      });
      const after = said.slice(match.index + match[0].length).slice(0, 15);
      return { listed, open: onwards.test(after) ? 'onwards' : back.test(after) ? 'back' : null };
    }),
  );
}

/** The numbers of rows that are meant. */
function numbersOf(numbers: readonly Numbers[], items: readonly Item[]): ReadonlySet<number> {
  const rows = new Set<number>();
  const last = Math.max(0, ...items.map(({ row }) => row.number));
  const add = (from: number, end: number) => {
    for (let number = from; number <= end; number += 1) rows.add(number);
  };
  for (const { listed, open } of numbers) {
    for (const [at, { value, ranged }] of listed.entries())
      add(ranged ? Math.max(listed[at - 1]?.value ?? value, value - 1000) : value, value);
    const edge = listed.at(-1)?.value;
    if (edge === undefined || open === null) continue;
    if (open === 'onwards') add(edge, last);
    else add(1, edge - 1);
  }
  return rows;
}

/** The items of such numbers: where those of a further table begin again, it may be meant as well, or alone. */
function itemsOf(rows: ReadonlySet<number>, items: readonly Item[]): Record<'named' | 'sure', Item[]> {
  const ownOf = ({ row: { number, written = number } }: Item): number => written;
  const borne = new Set(items.map(ownOf));
  const seen = new Set<number>();
  const named = items.filter((item) => rows.has(item.row.number) || rows.has(ownOf(item)));
  const sure = named.filter((item) => {
    const { number, written } = item.row;
    if (!rows.has(ownOf(item))) return !borne.has(number);
    const isFirst = written === undefined || !seen.has(written);
    seen.add(ownOf(item));
    return isFirst;
  });
  return { named, sure };
}

const counted = '(?:\\d{1,4}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)';
const place = `(?:${person}|${line}|mục|ô)`;
const endOf = (end: string): RegExp =>
  phraseAnywhere(`(?:${counted} )?${place}(?: (?:nằm|đứng|ở))? (?:${end})`);
const first = endOf('(?:đầu|đầu tiên|trên cùng|trên đầu|ở đầu)(?! mối)');
const final = endOf('cuối|cuối cùng|sau cùng|dưới cùng|sau rốt|chót|ở cuối|nằm cuối');
const lastButOne = endOf('kế cuối|áp chót|gần cuối|kế chót');

/** So many rows at an end of the table: where `slice` begins and ends. */
type End = readonly [number, number?];

/** "Hai dòng cuối", "người đầu tiên", "người áp chót". */
function endsIn(said: string): End[] {
  const many = (pattern: RegExp): number[] =>
    [...said.matchAll(pattern)].map(([words]) => {
      const count = numberOf(words.split(' ')[0] ?? '');
      return Number.isNaN(count) ? 1 : count;
    });
  return [
    ...many(first).map((count): End => [0, count]),
    ...many(final).flatMap((count): End[] => (count > 0 ? [[-count]] : [])),
    ...many(lastButOne).map((): End => [-2, -1]),
  ];
}

const endsOf = (ends: readonly End[], items: readonly Item[]): Item[] =>
  ends.flatMap((end) => items.slice(...end));

const action = '(?:cấp|hủy|khóa|mở|đổi|thay đổi|chuyển|thu hồi|xóa|nghỉ hưu|bị)';
/** Colours and the like, which are said of rows and never read from them. */
const marks: readonly RegExp[] = [
  '(?:màu|tô|bôi|chữ|nền|ô|mực|dòng|tên)~ (?:đỏ|vàng|xanh|cam|xám|đen|hồng|tím|màu|đậm|nghiêng)',
  'in (?:nghiêng|đậm)|gạch (?:chân|dưới|ngang|đít)|đánh dấu|highlight|khoanh|(?:có|mang|đánh|thêm)~ dấu|dấu (?:\\*|sao|hoa|x)',
].map((source) => phrase(source));
/** Rows that a sentence speaks of and does not name. */
const vague: readonly RegExp[] = [
  `(?:các|những|một số|vài|mấy|một vài|${counted}|tất cả) (?:${place}|phiếu|yêu cầu|đề nghị|hộp thư|nội dung)`,
  'còn lại|(?:người|trường hợp|đồng chí|dòng) khác|ai',
  `(?:trường hợp|việc|phần|nội dung|yêu cầu)(?: (?:đề nghị|xin|yêu cầu))? ${action}`,
].map((source) => phrase(source));

/** Words of the longest name. */
const longestName = 8;

/** Full names among folded words. */
function fullNamesIn(words: readonly string[], { byFirst }: People): ReadonlySet<string> {
  const named = new Set<string>();
  for (const [at, word] of words.entries()) {
    const keys = byFirst.get(word);
    if (keys === undefined) continue;
    const rest = ` ${words.slice(at, at + longestName).join(' ')} `;
    for (const key of keys) if (rest.startsWith(` ${key} `)) named.add(key);
  }
  return named;
}

/** "Đ/c Duyên", "chị Mỹ Duyên", "c. Duyên", "A.Bảo". */
const titles = new RegExp(
  `(?<!\\p{L})(?:${callings}|${looseCallings})[.:]?\\s*(?<=[\\s.:])(?=((?:\\p{L}+\\s*){1,5}))`,
  'giu',
);
/** A bare given name begins a sentence or stands after a word that picks out. */
const places =
  /(?:(?<!\p{L})(?:trừ|riêng|ngoài|chừa|bỏ|loại|cho|của|xóa|với|và|tru|rieng|ngoai|bo|cua|xoa|voi|va)\s+|^\P{L}*|[,;:(]\s*)(?=((?:\p{L}+\s*){1,3}))/giu;

/** A word that may be a given name, and it with all before it as the end of a name, folded. */
type Called = { given: string; folded: string; end: string };

/** The words at the head of what a pattern captures. */
function namesBehind(pattern: RegExp, text: string): Called[] {
  return [...text.normalize('NFC').matchAll(pattern)].flatMap(([, words = '']) => {
    const parts = words.trim().split(/\s+/);
    return parts.map((given, at) => ({
      given,
      folded: fold(given),
      end: ` ${fold(parts.slice(0, at + 1).join(' '))}`,
    }));
  });
}

/** Items whose given name, or the end of whose name, it is. */
function calledBy(called: readonly Called[], { byGiven }: People): Item[] {
  return called.flatMap(({ given, folded, end }) =>
    (byGiven.get(folded) ?? []).filter((item) => ` ${keyOf(item)}`.endsWith(end) && isSpelledAs(given, item)),
  );
}

/** "Anh báo lại" is not about Bảo, nor "giúp em từ dòng 2" about Tư; "anh Bao" may be, and where the table lost all its accents anybody. */
function isSpelledAs(written: string, { name }: Item): boolean {
  const fullName = name?.fullName ?? '';
  const own = syllable(fullName.split(' ').at(-1) ?? '');
  const other = syllable(written);
  const isMaybeLost = /^\p{Lu}/u.test(written) || withoutAccents(fullName) === fullName;
  return mayStandFor(other, own) || (isMaybeLost && mayStandFor(own, other));
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
