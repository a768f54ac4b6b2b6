import type { Placed } from '../model/form.ts';
import type { Item } from '../model/request.ts';
import { placeInWords } from '../text/place.ts';
import { asideOf } from './note.ts';
import { isWish } from './wishes-told.ts';

/**
 * What the letter, its subject, the file's name or the form's content says against a wish that stands only in the title of the row's list, in a
 * phrase that completes "chưa rõ …": they plainly ask something else. A title is easily one of an earlier list. Null where nothing does.
 */
export function againstTitle(
  { row, wish }: Item,
  sentences: readonly Placed[],
  today: string,
): string | null {
  if (!row.titled || wish.action === 'unclear') return null;
  const other = sentences.find(({ text }) => {
    const { action } = asideOf(text, today, []);
    return action !== null && action !== 'unclear' && !isWish(action, wish.action);
  });
  return other
    ? `yêu cầu, vì tiêu đề danh sách không khớp với “${other.text}” (${placeInWords(other.where)})`
    : null;
}
