import type { FormRow } from '../model/form.ts';
import type { Action, Outcome, SettledItem } from '../model/request.ts';
import { inert } from './inert.ts';
import { given } from './wording.ts';
import { actionNames, type Reason, reasonOf, wordingOf } from './words.ts';

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

export function rowView(item: SettledItem): RowView {
  const { row } = item.item;
  const said = item.findings.map((finding) => ({
    severity: finding.severity,
    reason: reasonOf(finding, placeOf(row, wordingOf(finding.code).column)),
  }));
  const name = item.item.name?.fullName ?? row.fullName?.text ?? '';
  return {
    number: row.number,
    name: inert(name, 80) || '(chưa ghi họ và tên)',
    unit: inert(item.unit?.name ?? row.unit?.text ?? '', 120),
    wish: wishText(item),
    outcome: item.outcome,
    result: results[item.outcome],
    done: item.outcome === 'applied' ? doneText(item) : null,
    reasons: said.filter((one) => one.severity !== 'note').map((one) => one.reason),
    remarks: said.filter((one) => one.severity === 'note').map((one) => one.reason),
  };
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

const doneWords: Readonly<Record<Action, (address: string, newAddress: string) => string>> = {
  create: (address) => `Cấp mới hộp thư ${address}`,
  rename: (address, now) => `Thay đổi tên truy cập: ${address} đổi thành ${now}`,
  'reset-password': (address) => `Cấp lại mật khẩu của hộp thư ${address}`,
  update: (address) => `Thay đổi thông tin của hộp thư ${address}`,
  transfer: (address, now) => `Chuyển đơn vị của hộp thư ${address}${given(now, '; địa chỉ mới là ')}`,
  cancel: (address) => `Hủy bỏ hộp thư ${address}`,
  restore: (address) => `Cấp lại hộp thư ${address} đã bị thu hồi`,
  unlock: (address) => `Mở khóa hộp thư ${address}`,
  lock: (address) => `Tạm khóa hộp thư ${address}`,
  unclear: () => {
    throw new TypeError('a row whose wish is unclear was applied');
  },
};

function doneText(item: SettledItem): string {
  return doneWords[item.action](inert(item.address ?? ''), inert(item.newAddress ?? ''));
}

/** Sent again after a correction, the row may be done. */
export function mayBeResent(item: SettledItem): boolean {
  const reasons = item.findings.filter((finding) => finding.severity === 'reject');
  return item.outcome === 'rejected' && reasons.every((finding) => wordingOf(finding.code).resend);
}
