import type { Form, Placed } from '../model/form.ts';
import type { Action, Item, ReadRequest } from '../model/request.ts';
import { placeInWords } from '../text/place.ts';
import { phrase, phraseAnywhere, spoken } from '../text/spoken.ts';
import { all, allEnd, counted, notBefore, otherwise, people } from './words/counts.ts';

const some = `(\\d{1,3})(?: , [^ ]+ ,)? ${people}`;
const patternOf = (words: string, end = '') =>
  phraseAnywhere(`${notBefore}(?:${words})(?: (?!${otherwise} )[^ ,]+){0,6}? ${some}${end}`);
const patterns: readonly { action: Action | null; pattern: RegExp }[] = [
  ...counted.map(([action, verbs]) => ({ action, pattern: patternOf(verbs) })),
  { action: null, pattern: patternOf(all, allEnd) },
];
const [further, next] = [phraseAnywhere(some), phrase(otherwise)];

/** Before the last of several wishes that one number counts: "cấp mới, hủy và đổi mật khẩu cho 03 cán bộ". */
const joining = phrase(',|và|hoặc');
/** A sentence of what was done before. */
const past = phrase('đã|vừa qua|(?:lần|tháng|năm|đợt) trước');

/** Sentences with a number that are looked through. */
const mostSentences = 200;
const counting = (sentences: readonly Placed[]): readonly Placed[] =>
  sentences.filter(({ text }) => /\d/.test(text)).slice(0, mostSentences);

/**
 * What sentences of the form's content, its letter or a covering letter say against doing what rows ask that are more than it counts ("Hủy bỏ 02 hộp thư" over
 * three rows), in a phrase that completes "chưa rõ …": one of them may be an earlier form's. Where they are fewer, those that are there are
 * meant. The doubt under null is one of all rows.
 */
export function countDoubts(
  items: readonly Item[],
  sentences: readonly Placed[],
): ReadonlyMap<Action | null, string> {
  const places = Map.groupBy(counting(sentences), ({ where }) => where);
  const most = new Map<Action | null, { count: number; sentence: Placed }>();
  for (const { action, pattern } of patterns)
    for (const told of places.values()) {
      const [sentence, ...more] = whole(told.filter(({ text }) => countIn(text, pattern) > 0));
      if (!sentence) continue;
      const count = [sentence, ...more].reduce((sum, { text }) => sum + countIn(text, pattern), 0);
      if (count > (most.get(action)?.count ?? 0)) most.set(action, { count, sentence });
    }
  const doubts = new Map<Action | null, string>();
  for (const [action, { count, sentence }] of most) {
    const rows = items.filter(({ wish }) => action === null || wish.action === action).length;
    if (rows > count)
      doubts.set(
        action,
        `có thực hiện dòng này không, vì phiếu có ${rows} dòng${action === null ? '' : ' như vậy'} mà có ghi “${sentence.text}” (${placeInWords(sentence.where)})`,
      );
  }
  return doubts;
}

type Lacking = NonNullable<ReadRequest['lacking']>;

/** Whether the form has not even half of those: it may be another one than the letter means. */
export const isOfAnother = ({ rows, count }: Lacking): boolean => rows * 2 < count;

/** What to ask about each row then, in a phrase that completes "chưa rõ …". */
export const otherForm = ({ sentence: { text, where }, rows }: Lacking): string =>
  `phiếu này có đúng là phiếu đơn vị muốn gửi không, vì phiếu chỉ có ${rows} dòng như vậy mà có ghi “${text}” (${placeInWords(where)})`;

/**
 * The sentence that counts more than the form has rows for ("cấp mới cho 05 cán bộ" beside four), so that the office hears of it: those that are
 * there are meant, where they are not too few. null where rows are known to be left out, or not understood, which is told for itself.
 */
export function rowsLacking(
  { skipped }: Form,
  items: readonly Item[],
  sentences: readonly Placed[],
): Lacking | null {
  if (skipped.length > 0 || items.some(({ wish }) => wish.action === 'unclear')) return null;
  for (const sentence of counting(sentences)) {
    const words = spoken(sentence.text);
    if (past.test(words)) continue;
    for (const { action, pattern } of patterns)
      for (const match of words.matchAll(pattern)) {
        const before = words.slice(0, match.index).trimEnd().split(' ').at(-1);
        const isOneOfSeveral = joining.test(` ${before} `);
        const rows =
          action === null || isOneOfSeveral
            ? items.length
            : items.filter(({ wish }) => wish.action === action).length;
        // Where the form asks nothing of the kind, the sentence is another one's.
        const count = Number(match[1]);
        if (rows > 0 && count > rows) return { sentence, rows, count };
      }
  }
  return null;
}

/** Without those that a longer one holds: lines are read as sentences of their own and as parts of one, and letters have two alternatives. */
function whole(sentences: readonly Placed[]): Placed[] {
  const kept: Placed[] = [];
  for (const sentence of sentences)
    if (!kept.some(({ text }) => text.includes(sentence.text))) kept.push(sentence);
  return kept;
}

/** How many a sentence asks something for: "cấp mới 01 hộp thư cho Văn phòng và 02 hộp thư cho Thanh tra" for three. */
function countIn(text: string, pattern: RegExp): number {
  const words = spoken(text);
  return [...words.matchAll(pattern)].reduce((sum, match) => {
    const rest = words.slice(match.index + match[0].length);
    const own = rest.slice(0, next.exec(rest)?.index);
    const others = [...own.matchAll(further)].map(([, number]) => Number(number));
    return [Number(match[1]), ...others].reduce((all, one) => all + one, sum);
  }, 0);
}
