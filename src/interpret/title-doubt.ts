import type { Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { isOfEquipment, isOfOtherSystem } from '../text/other-things.ts';
import { placeInWords } from '../text/place.ts';
import { onlyTells } from '../text/telling.ts';

/**
 * What the title of a form, or of its letter, says of all its rows, in a phrase that completes "chưa rõ …"; null where it says nothing:
 * accounts of another system or equipment ("Phiếu đăng ký tài khoản QLVB"), or what it only tells ("Báo cáo kết quả thực hiện phiếu yêu cầu").
 */
export function titleDoubt(words: readonly Placed[]): string | null {
  for (const { text, where } of words) {
    if (text.length > longestTitle || !(where === subjectPlace || title.test(fold(text)))) continue;
    const quoted = `vì có ghi “${text}” (${placeInWords(where)})`;
    if (isOfOtherSystem(text) || (isOfEquipment(text) && !list.test(fold(text))))
      return `yêu cầu về hộp thư điện tử hay về việc khác, ${quoted}`;
    if (onlyTells(text)) return `có thực hiện dòng này không, ${quoted}`;
  }
  return null;
}

/** Where the subject of a letter stands. */
export const subjectPlace = 'ở tiêu đề thư';

/** It may be that of a further table. */
const list = /^(?:danh sach|bang|bieu) /;
const longestTitle = 200;
const title = /^(?:phieu|danh sach|bang|bieu|bao cao|dang ky|don(?! vi)) /;
