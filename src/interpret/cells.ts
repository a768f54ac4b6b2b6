import type { FormRow, Placed } from '../model/form.ts';
import type { Action, PersonName } from '../model/request.ts';
import { placeInWords } from '../text/place.ts';
import { spoken } from '../text/spoken.ts';
import { takesBack } from '../text/taking-back.ts';
import { isPutOff } from './ahead.ts';
import { isDenied, namesLaterDay } from './columns.ts';
import { givingBack } from './words/states.ts';

/**
 * What stands in the cells of a row's name, post, telephone and unit beside these and speaks against doing now what the row asks ("Chuyên viên
 * (chưa nghỉ)"), in a phrase that completes "chưa rõ …"; null where nothing does.
 */
export function cellDoubt(
  row: FormRow,
  name: PersonName | null,
  action: Action,
  today: string,
): string | null {
  const { position, phone, unit, division, fullName } = row;
  const said = (cell: Placed | null | undefined, isAgainst: (text: string) => boolean): Placed | null =>
    cell && (/[?？]/.test(cell.text) || partsOf(cell.text).some(isAgainst)) ? cell : null;
  const isAgainst = (text: string): boolean => speaksAgainst(text, action, today);
  const isPutOffHere = (text: string): boolean =>
    isAgainst(text) || (!givingBack.includes(action) && namesLaterDay(text, today));
  const cell =
    said(position, isPutOffHere) ??
    said(phone, isAgainst) ??
    said(unit, isAgainst) ??
    said(division, isAgainst) ??
    (name && said(fullName, () => name.remark !== null && isDenied(name.remark, action, today)));
  return cell ? `có thực hiện dòng này không, vì có ghi “${cell.text}” (${placeInWords(cell.where)})` : null;
}

function speaksAgainst(text: string, action: Action, today: string): boolean {
  const said = spoken(text);
  return (
    isDenied(text, action, today) ||
    isPutOff(said, action, today) ||
    (!ofPosts.test(text) && takesBack(said, ['all', 'some', 'beside']))
  );
}

/** "Người hoạt động không chuyên trách", "không có": words of posts and of what somebody has not. */
const ofPosts = /^không(?: có)?[\s.]*$|không\s+(?:chuyên|xác định|thời hạn|có thời hạn|thường xuyên)/iu;

/** What brackets, dashes and the like part. */
const partsOf = (text: string): string[] =>
  text
    .split(/[()[\]{};,\n]|\s[-–—]\s/)
    .map((part) => part.trim())
    .filter((part) => /\p{L}{2}/u.test(part));
