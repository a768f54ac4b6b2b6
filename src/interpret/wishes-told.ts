import type { Action, Item } from '../model/request.ts';
import { distance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import { asideOf } from './note.ts';
import { type People, pointedAt } from './pointers.ts';
import { cause, reason } from './words/caveats.ts';

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
    const { action } = asideOf(own, today, []);
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
  return [{ action: only, named: pointedAt(text, people).named }];
}

const partEnd = /[,;:]|(?<!\p{L})(?:và|đồng thời|cùng|còn|va|dong thoi)(?!\p{L})/iu;

const title = '(?:ông|bà|anh|chị|cô|thầy|chú|bác|em|đồng chí|đ ?[/.] ?c|đc)';
/** No more than somebody. */
const listing = new RegExp(
  `^[^\\p{L}]*(?:(?:cho|của|với|các)\\s+)*${title}[.\\s](?:\\s*\\p{L}+){1,6}[^\\p{L}]*$`,
  'iu',
);
const fullName = new RegExp(`(?<!\\p{L})${title}[.\\s]\\s*((?:\\p{Lu}\\p{L}*\\s+){2,5}\\p{Lu}\\p{L}*)`, 'gu');

/**
 * The rows whose names a sentence that asks for something may have written otherwise: "cấp mới hộp thư cho bà Nguyễn Thị Hồng Đậm", where
 * the table has Nguyễn Thị Hồng Đào.
 */
export function misnamedIn(text: string, { items }: People, today: string): Item[] {
  const keys = new Set(items.map(({ name }) => name?.key));
  const strangers = [...text.normalize('NFC').matchAll(fullName)]
    .map(([, name = '']) => fold(name))
    .filter((name) => !keys.has(name));
  const meant = items.filter(({ name }) => name !== null && strangers.some((one) => mayBeOne(one, name.key)));
  return meant.length > 0 && asideOf(text, today, []).action !== null ? meant : [];
}

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
