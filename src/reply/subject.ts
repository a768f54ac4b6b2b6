import type { Finding } from '../model/finding.ts';
import type { SettledRequest } from '../model/request.ts';
import { resultEnd } from '../text/subject.ts';
import { countRows, countsInShort } from './counts.ts';
import { inert, shorten } from './inert.ts';
import { wordingOf } from './words.ts';

/** `[PYC-2026-000123] Đã thực hiện 3/6 nội dung, 2 không thực hiện… - phiếu yêu cầu của Sở Nội vụ`: the end first, phones cut. */
export function resultSubject(
  requests: readonly SettledRequest[],
  reasons: readonly Finding[],
  asker: string,
): string {
  const counts = countRows(requests);
  const what = counts.total > 0 ? countsInShort(counts) : notTaken(reasons);
  return subjectLine(numbersInShort(requests), `${what}${resultEnd}${asker}`);
}

/** For what is about the letter as a whole. */
export function notTaken(reasons: readonly Finding[]): string {
  const [first] = reasons
    .map((finding) => wordingOf(finding.code).inShort)
    .filter((text) => text !== undefined);
  return `${waitsForStaff(reasons) ? 'Đang chờ xem xét' : 'Chưa thực hiện'}${first ? `: ${first}` : ''}`;
}

/** Whether the office has only to wait. What is marked secret is the office's to mend, although staff see it too. */
export const waitsForStaff = (reasons: readonly Finding[]): boolean =>
  reasons.length > 0 &&
  reasons.every(({ severity, code }) => severity === 'review' && code !== 'secrecy-mark');

export function subjectLine(numbers: string, text: string): string {
  return shorten(inert(`${numbers ? `[${numbers}] ` : ''}${text}`, 400), 160);
}

/** The numbers of a letter's forms, where they are many the first and how many more. */
export function numbersInShort(requests: readonly SettledRequest[]): string {
  const numbers = requests.map((request) => request.number);
  return numbers.length <= 3 ? numbers.join(', ') : `${numbers[0]} và ${numbers.length - 1} phiếu khác`;
}
