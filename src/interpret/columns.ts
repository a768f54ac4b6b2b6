import type { FormRow, OtherCell } from '../model/form.ts';
import type { Action } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { namesOtherSystem } from '../text/other-things.ts';
import { placeInWords } from '../text/place.ts';
import { spoken } from '../text/spoken.ts';
import { takesBack } from '../text/taking-back.ts';
import { isPutOff } from './ahead.ts';
import { termsOf } from './scan.ts';
import type { Term } from './terms.ts';
import { laterDays, tokens } from './tokens.ts';
import { readWish } from './wish.ts';
import * as words from './words/columns.ts';
import { deniedToWhoLeft, left, states, takingAway } from './words/states.ts';

/**
 * What a row's columns that the form does not know say against doing now what it asks ("Ý kiến lãnh đạo: Không đồng ý"), in a phrase that
 * completes "chưa rõ …"; null where they say nothing of the kind. `today`: `YYYY-MM-DD`.
 */
export function columnDoubt({ others = [] }: FormRow, action: Action, today: string): string | null {
  const other = others.find((cell) => speaksAgainst(cell, action, today));
  if (!other) return null;
  const said = other.text === '' ? 'để trống' : `ghi “${other.text}”`;
  return `có thực hiện dòng này không, vì cột “${other.heading}” ${said} (${placeInWords(other.where)})`;
}

function speaksAgainst({ heading: written, text }: OtherCell, action: Action, today: string): boolean {
  const heading = fold(written);
  if (words.personal.test(heading)) return false;
  const asked = askedBy(written, today);
  if (!/[\p{L}\p{N}\p{S}☐□]/u.test(text)) return words.choosing.test(heading) || asked === action;
  return (
    marksAgainst(written, text, action, asked) ||
    isAnotherSystem(heading, text) ||
    isAnotherWish(heading, text, action, today) ||
    isPutOff(spoken(text), action, today) ||
    isDenied(text, action, today) ||
    (words.progress.test(heading) && words.inWork.test(fold(text))) ||
    (words.reviewing.test(heading) && !isAgreed(text, action, today)) ||
    isLaterYear(heading, text, today) ||
    tokens(text, today).some((token) => token.kind === 'day' && isOtherDay(token, heading, today))
  );
}

/** Whether words say that somebody or his mailbox is as no such wish would have it: "còn công tác" beside an end. */
export function isDenied(text: string, action: Action, today: string): boolean {
  const said = spoken(text);
  if (states.some(({ words, denies }) => denies.includes(action) && words.test(said))) return true;
  return left.test(said) && deniedToWhoLeft.includes(action) && !namesLaterDay(text, today);
}

export const namesLaterDay = (text: string, today: string): boolean => laterDays(text, today).length > 0;

/** Whether who decides lets the row be done: words that agree, or only who it was, when, and by what. */
function isAgreed(text: string, action: Action, today: string): boolean {
  if (words.agreed.test(spoken(text)) || askedBy(text, today) === action) return true;
  const { terms } = termsOf(text, today, []);
  return terms.some(({ kind }) => ofReview.has(kind)) && !terms.some(({ kind }) => kind === 'unknown');
}

const ofReview: ReadonlySet<Term['kind']> = new Set<Term['kind']>([
  'person',
  'title',
  'position',
  'office',
  'day',
  'citation',
  'reason',
]);

/** "Năm: 2027". */
function isLaterYear(heading: string, text: string, today: string): boolean {
  const [, year] = /^(?:năm\s+)?(20\d\d)$/iu.exec(text.trim()) ?? [];
  return year !== undefined && words.ofTime.test(heading) && year > today.slice(0, 4);
}

/** What words ask for, `unclear` where they act in some way that is not understood; null where they name no act. */
function askedBy(text: string, today: string): Action | null {
  const { wish, terms } = readWish(text, today);
  return terms.some(({ kind }) => kind === 'verb') ? wish.action : null;
}

/** "Hình thức xử lý: Hủy bỏ hộp thư" beside "Cấp mới". */
function isAnotherWish(heading: string, text: string, action: Action, today: string): boolean {
  if (words.state.test(heading)) return false;
  const asked = askedBy(text, today) ?? 'unclear';
  return asked !== 'unclear' && asked !== action;
}

/** What the words say; below a heading that says something itself, whether they affirm it. */
function marksAgainst(written: string, text: string, action: Action, asked: Action | null): boolean {
  const heading = fold(written);
  const [isYes, isNo] = [words.ticked.test(text), words.unticked.test(text)];
  const value = fold(text);
  const isDone = words.done.test(value);
  if (words.lacking.test(heading)) return action === 'create' ? isNo : isYes;
  if (words.having.test(heading) && (isYes || isNo || isDone))
    return action === 'create' || action === 'restore' ? !isNo && !words.taken.test(value) : isNo;
  if (words.staying.test(heading)) return takingAway.includes(action) ? !isNo : isNo;
  if (words.against.test(heading)) return !isNo;
  if (words.outcome.test(heading) && isYes) return true;
  if (isYes && asked !== action && isWithdrawing(written)) return true;
  if (asked !== null && (isYes || isNo)) return isNo && asked === action;
  // "Đã giải quyết: chưa" is what is to be expected before it is done.
  if (/^(?:trang thai|tinh trang|ket qua)\b/.test(heading) && (isNo || /^chua\b/.test(value))) return false;
  // "Số máy lẻ: 0" denies nothing.
  const isNumber = /^[0o]$/i.test(text) && !words.choosing.test(heading);
  return (
    (isNo && !isNumber) ||
    isDone ||
    words.refusing.test(value) ||
    takesBack(spoken(text), ['all', 'some', 'beside'])
  );
}

function isWithdrawing(heading: string): boolean {
  return words.withdrawing.test(fold(heading)) || takesBack(spoken(heading), ['all', 'some', 'beside']);
}

function isAnotherSystem(heading: string, text: string): boolean {
  if (namesOtherSystem(text)) return true;
  const value = fold(text);
  return words.system.test(heading) && /\p{L}{2}/u.test(value) && !words.mail.test(value);
}

/** A day ahead, or one on which something was done. `3/4` is a day only below a heading that speaks of days. */
function isOtherDay(token: { text: string; day: string | null }, heading: string, today: string): boolean {
  const isShort = /^\d{1,2}\s?\/\s?\d{1,2}$/.test(token.text);
  if (isShort && !/\b(?:ngay|tu|thoi|hieu luc|han)\b/.test(heading)) return false;
  if (token.day === null || token.day > today) return true;
  return words.doneOn.test(heading) && token.day < today;
}
