import type { Placed } from '../model/form.ts';
import type { Action, Item } from '../model/request.ts';
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

/** Sentences with a number that are looked through. */
const mostSentences = 200;

/**
 * What sentences of the form's content, its letter or a covering letter say against doing what rows ask that are more than it counts ("Hủy bỏ 02 hộp thư" over
 * three rows), in a phrase that completes "chưa rõ …": one of them may be an earlier form's. Where they are fewer, those that are there are
 * meant. The doubt under null is one of all rows.
 */
export function countDoubts(
  items: readonly Item[],
  sentences: readonly Placed[],
): ReadonlyMap<Action | null, string> {
  const places = Map.groupBy(
    sentences.filter(({ text }) => /\d/.test(text)).slice(0, mostSentences),
    ({ where }) => where,
  );
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
