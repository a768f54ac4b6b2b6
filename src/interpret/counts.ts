import type { Placed } from '../model/form.ts';
import type { Action, Item } from '../model/request.ts';
import { placeInWords } from '../text/place.ts';
import { phrase, spoken } from '../text/spoken.ts';
import { sentencesOf } from './sentences.ts';
import { counted, notBefore, otherwise, people } from './words/counts.ts';

const patterns = counted.map(([action, verbs]) => ({
  action,
  pattern: new RegExp(
    phrase(
      `${notBefore}(?:${verbs})(?: (?!${otherwise} )[^ ,]+){0,6}? (\\d{1,3})(?: , [^ ]+ ,)?(?: ${people})`,
    ).source,
    'gu',
  ),
}));

/**
 * What the form's content, its letter or a covering letter says against doing what rows ask that are more than it counts ("Hủy bỏ 02 hộp thư" over
 * three rows), in a phrase that completes "chưa rõ …": one of them may be an earlier form's. Where they are fewer, those that are there are meant.
 */
export function countDoubts(items: readonly Item[], said: readonly Placed[]): ReadonlyMap<Action, string> {
  const most = new Map<Action, { count: number; sentence: Placed }>();
  for (const sentence of sentencesOf(said)) {
    for (const { action, count } of countsIn(sentence.text))
      if (count > (most.get(action)?.count ?? 0)) most.set(action, { count, sentence });
  }
  const doubts = new Map<Action, string>();
  for (const [action, { count, sentence }] of most) {
    const rows = items.filter(({ wish }) => wish.action === action).length;
    if (rows > count)
      doubts.set(
        action,
        `có thực hiện dòng này không, vì phiếu có ${rows} dòng như vậy mà có ghi “${sentence.text}” (${placeInWords(sentence.where)})`,
      );
  }
  return doubts;
}

/** How many a sentence asks each thing for, all that it counts together. */
function countsIn(text: string): { action: Action; count: number }[] {
  const words = spoken(text);
  return patterns.flatMap(({ action, pattern }) => {
    const numbers = [...words.matchAll(pattern)].map(([, number]) => Number(number));
    return numbers.length === 0 ? [] : [{ action, count: numbers.reduce((sum, one) => sum + one, 0) }];
  });
}
