import type { Action } from '../model/request.ts';
import { calendarDay } from './days.ts';
import * as words from './words/times.ts';

/** What takes a mailbox away from somebody who may still need it. */
export const taking: ReadonlySet<Action> = new Set<Action>(['cancel', 'lock', 'transfer']);

/**
 * Whether a note (`spoken`) puts off what its row asks to a time that no day of the calendar names, "cuối năm", "sắp nghỉ hưu". Who is given a
 * new password has use of it at once, whatever comes later. `today`: `YYYY-MM-DD`.
 */
export function isPutOff(said: string, action: Action, today: string): boolean {
  if (words.aheadAlone.test(said) || isDoneAhead(said, today)) return true;
  if (words.past.test(said)) return false;
  const isTime = words.ahead.test(said) || isMonthAhead(said, today);
  if (taking.has(action)) return isTime || words.leavingSoon.test(said) || isWorkingOn(said, today);
  return action === 'create' && (isTime || words.comingSoon.test(said));
}

/** Whether a sentence (`spoken`) says that something is to be done at a time ahead, or hangs on what is not decided: "thực hiện vào cuối tháng". */
export function isDoneAhead(said: string, today: string): boolean {
  return (
    words.doneAhead.test(said) ||
    words.undecided.test(said) ||
    (words.doing.test(said) && isMonthAhead(said, today))
  );
}

/** Whether somebody is about to leave: "sắp nghỉ hưu", "nghỉ hưu cuối năm". */
export function isAboutToLeave(said: string, today: string): boolean {
  if (words.past.test(said)) return false;
  return words.leavingSoon.test(said) || isAhead(words.leavingAhead.exec(said), today);
}

/** Whether somebody is said to come or to go only at a time ahead: "tháng 12 mới nhận việc". */
export const isOnlyThen = (said: string, today: string): boolean => isAhead(words.onlyThen.exec(said), today);

const isWorkingOn = (said: string, today: string): boolean => isAhead(words.workingOn.exec(said), today);

/** Whether somebody is said to be at his post until a day to come, `endsOn`, or another time ahead: "còn công tác đến hết ngày 31/12/2026". */
export function isWorkingUntil(said: string, endsOn: string | null, today: string): boolean {
  return (endsOn !== null && endsOn > today && words.working.test(said)) || isWorkingOn(said, today);
}

const isMonthAhead = (said: string, today: string): boolean => isAhead(words.inMonth.exec(said), today);

/** Whether a time that was found is ahead: its month, where it has the number of one; any other of these is. */
function isAhead(found: RegExpExecArray | null, today: string): boolean {
  if (found === null) return false;
  const month = found.slice(1).find((one) => one !== undefined);
  if (month === undefined) return true;
  const day = calendarDay(month, 'named', today);
  return day !== null && day > today;
}
