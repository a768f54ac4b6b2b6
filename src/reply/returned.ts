import type { RowResult } from '../model/form.ts';
import type { SettledItem, SettledRequest } from '../model/request.ts';
import { doneWord, markOf, returnedHead } from '../text/done-mark.ts';
import { mayBeResent, numberDone, rowView } from './rows.ts';
import { given } from './wording.ts';
import { reasonOf } from './words.ts';

/**
 * Whether the form goes back to the office: some row is to be mended, or it names nobody. Where only a heading was not
 * understood, the office mends its own.
 */
export const comesBack = ({ items, findings }: SettledRequest): boolean =>
  items.some(mayBeResent) || findings.some(({ code, args }) => code === 'form-incomplete' && !args.headings);

/** What stands beside each row of a form that comes back; see text/done-mark.ts for how it is read again. */
export const rowResults = ({ items, number }: SettledRequest): RowResult[] =>
  items.map((item) => rowResult(item, number));

function rowResult(item: SettledItem, number: string): RowResult {
  const { done, result } = rowView(item);
  // Where in the form a reason stands needs no words: it stands beside its row.
  const reasons = item.findings.map((finding) => reasonOf(finding));
  const told = [
    done ?? '',
    ...reasons.map(({ text, advice }) => `${text}${given(advice ?? '', '\nCần làm: ')}`),
  ];
  const text = told.filter(Boolean).join('\n');
  if (item.outcome === 'applied') return { outcome: 'done', result: markOf(doneWord, number), told: text };
  const before = numberDone(item);
  if (before !== null) return { outcome: 'done', result: markOf(doneWord, before || number), told: text };
  const outcome = item.outcome === 'review' ? 'waiting' : 'refused';
  return { outcome, result: markOf(result, number), told: text };
}

/** The file's name in the letter. */
export const returnedName = (number: string): string => `Phieu-tra-lai-${number}.xlsx`;

/** Stands at the head of a form that comes back. No colon: what stands before one is read as a field's label. */
export const instructionOn = ({ number }: SettledRequest): string =>
  `${returnedHead} ${number}. Sửa các dòng không thực hiện theo cột Lý do rồi gửi lại tệp này từ hộp thư chính thức của đơn vị. Giữ nguyên hoặc xóa các dòng đã thực hiện; xóa các dòng đang chờ xem xét, không phải gửi lại.`;
