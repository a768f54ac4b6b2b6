import { fold, tidy } from './fold.ts';

/** What the column `Kết quả` of a returned form begins with at a row that is done. */
export const doneWord = 'Đã thực hiện';

/** How what stands at the head of a returned form of our own layout begins. */
export const returnedHead = 'Phiếu trả lại kèm thông báo số';

/** `Đã thực hiện (phiếu PYC-2026-000123)` on two lines: what a returned form says of a row, and by which request. */
export const markOf = (word: string, number: string): string => `${word}\n(phiếu ${number})`;

/**
 * Reads such a mark, whoever wrote it: anybody can type it, so it may keep a row from being done and never do more.
 * `number` is null where it names no request.
 */
export function readMark(text: string): { isDone: boolean; number: string | null } {
  return {
    isDone: `${fold(text)} `.startsWith(`${fold(doneWord)} `),
    number: /\bPYC-\d{4}-\d{6,9}\b/i.exec(tidy(text))?.[0].toUpperCase() ?? null,
  };
}
