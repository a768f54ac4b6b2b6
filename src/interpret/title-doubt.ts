import type { Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { mailWords, otherSystems } from './words/columns.ts';

/**
 * What the title of a form, or of its letter, says of all its rows, in a phrase that completes "chưa rõ …"; null where it says nothing:
 * accounts of another system ("Phiếu đăng ký tài khoản QLVB"), or what has been done already ("Báo cáo kết quả thực hiện phiếu yêu cầu").
 */
export function titleDoubt(words: readonly Placed[]): string | null {
  for (const { text, where } of words) {
    const said = fold(text);
    if (text.length > longestTitle || !(where === subjectPlace || title.test(said))) continue;
    const quoted = `vì có ghi “${text}” (${placeInWords(where)})`;
    if (otherSystems.test(said) && !mailWords.test(said))
      return `yêu cầu về hộp thư điện tử hay về việc khác, ${quoted}`;
    if (report.test(said)) return `có thực hiện dòng này không, ${quoted}`;
  }
  return null;
}

/** Where the subject of a letter stands. */
export const subjectPlace = 'ở tiêu đề thư';

const longestTitle = 200;
const title = /^(?:phieu|danh sach|bang|bieu|bao cao|dang ky|don) /;
const report = /^bao cao (?:ket qua|tinh hinh|viec)\b|^ket qua (?:thuc hien|giai quyet|xu ly)\b/;
