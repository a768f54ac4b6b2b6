import type { Finding } from '../model/finding.ts';
import type { FormRow } from '../model/form.ts';
import type { Outcome, SettledItem } from '../model/request.ts';
import { actionNames } from '../text/action-names.ts';
import { doneWords, writtenWords } from './done-words.ts';
import { inert } from './inert.ts';
import { given } from './wording.ts';
import { type Reason, reasonOf, wordingOf } from './words.ts';

/** One row of a form as a letter shows it; all texts are inert. */
export type RowView = {
  number: number;
  name: string;
  unit: string;
  wish: string;
  outcome: Outcome;
  result: string;
  /** What was done, with its addresses; null where nothing was. */
  done: string | null;
  reasons: readonly Reason[];
  remarks: readonly Reason[];
};

const results: Readonly<Record<Outcome, string>> = {
  applied: 'Đã thực hiện',
  rejected: 'Không thực hiện',
  review: 'Đang chờ xem xét',
};

function resultOf(item: SettledItem): string {
  const done = doneFinding(item);
  if (!done) return results[item.outcome];
  return done.args.case === 'row' ? 'Đã thực hiện ở dòng khác' : 'Đã thực hiện từ trước';
}

/**
 * The earlier request by which a row is done already, so that it is not done now; empty where another row of the letter did
 * it, or nobody knows which; null where it is not done.
 */
export function numberDone(item: SettledItem): string | null {
  const done = doneFinding(item);
  return done ? (done.args.number ?? '') : null;
}

const doneFinding = ({ outcome, findings }: SettledItem): Finding | undefined =>
  outcome === 'rejected' ? findings.find(({ code }) => code === 'already-done') : undefined;

export function rowView(item: SettledItem): RowView {
  const { row } = item.item;
  const said = item.findings.map((finding) => ({
    severity: finding.severity,
    reason: reasonOf(finding, placeOf(row, wordingOf(finding.code).column)),
  }));
  return {
    number: row.number,
    name: nameOf(item),
    unit: inert(item.unit?.name ?? row.unit?.text ?? '', 120),
    wish: wishText(item),
    outcome: item.outcome,
    result: resultOf(item),
    done: item.outcome === 'applied' ? doneText(item) : null,
    reasons: said.filter((one) => one.severity !== 'note').map((one) => one.reason),
    remarks: said.filter((one) => one.severity === 'note').map((one) => one.reason),
  };
}

/** Whom a row names, inert. */
export function nameOf({ item }: SettledItem): string {
  return inert(item.name?.fullName ?? item.row.fullName?.text ?? '', 80) || '(chưa ghi họ và tên)';
}

/** The row's own words; where nothing was done, also what they were taken for, so that the office sees a wrong reading. */
function wishText({ item, action, outcome }: SettledItem): string {
  const words = inert(item.row.wish?.text ?? '', 240);
  if (words === '') return '(chưa ghi nội dung đề nghị)';
  const taken = actionNames[action];
  const plain =
    outcome === 'applied' || action === 'unclear' || words.toLocaleLowerCase('vi').includes(taken);
  return plain ? words : `${words} (hiểu là: ${taken})`;
}

function placeOf(
  row: FormRow,
  column: 'fullName' | 'unit' | 'wish' | 'address' | 'newAddress' | undefined,
): string {
  if (column === undefined) return row.where;
  return (row[column] ?? row.wish)?.where ?? row.where;
}

function doneText(item: SettledItem): string {
  const done = doneWords[item.action](inert(item.address ?? ''), inert(item.newAddress ?? ''));
  return `${done}${given(writtenWords(item), ': ')}`;
}

/** Sent again after a correction, the row may be done. */
export function mayBeResent(item: SettledItem): boolean {
  const reasons = item.findings.filter((finding) => finding.severity === 'reject');
  return item.outcome === 'rejected' && reasons.every((finding) => wordingOf(finding.code).resend);
}
