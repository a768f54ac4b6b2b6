import type { Finding } from '../model/finding.ts';
import type { DecidedItem, RequestOutcome } from '../model/request.ts';
import { letterTime } from '../reply/dates.ts';
import { inert } from '../reply/inert.ts';
import { findingText, reasonOf } from '../reply/words.ts';
import type { Lacking, StaffJudgement } from '../rules/staff.ts';
import type { FiledRequest, FiledRow } from './filed.ts';

const rowOf = ({ number }: FiledRequest, { item }: FiledRow): string =>
  `Dòng ${item.row.number} của phiếu ${number}`;

const requestEnds: Record<RequestOutcome, string> = {
  applied: 'đã thực hiện',
  'partly-applied': 'đã thực hiện một phần',
  rejected: 'không thực hiện',
  review: 'chờ xem xét',
};

const ends = { applied: 'thực hiện', rejected: 'không thực hiện', review: 'chờ xem xét' } as const;

/** The row does not wait (any more): who decided it, when and how. */
export function decidedBefore(request: FiledRequest, row: FiledRow): string {
  const who = row.decidedBy === null ? 'tự động theo Quy chế' : `bởi ${inert(row.decidedBy, 60)}`;
  const when = row.decidedAt === null ? '' : `, ${letterTime(row.decidedAt)}`;
  return `${rowOf(request, row)} không còn chờ: đã được quyết định ${who}${when} (${ends[row.outcome]}).`;
}

/** The request does not wait as a whole. */
export function notClosable({ number, items, outcome }: FiledRequest): string {
  return items.length > 0
    ? `Phiếu ${number} có các dòng; quyết định từng dòng bằng: phieu requests decide ${number} DÒNG apply|reject.`
    : `Phiếu ${number} không còn chờ (${requestEnds[outcome]}).`;
}

/** What the book forbids is not staff's to allow by this command. */
export function forbidden(request: FiledRequest, row: FiledRow, { findings }: DecidedItem): string {
  const why = findings.map((finding) => reasonOf(finding).text).join(' ');
  return `${rowOf(request, row)} không thực hiện được theo Quy chế: ${why} Nếu đồng ý, trả lời đơn vị bằng reject.`;
}

const todo: Readonly<Record<Lacking, string>> = {
  action:
    'chưa rõ việc cần làm; thêm --as và một trong các việc: create, rename, reset-password, update, transfer, cancel, restore, unlock, lock',
  unit: 'chưa rõ đơn vị; thêm --unit và tên viết tắt của đơn vị (xem: phieu units list)',
  mailbox: 'chưa rõ hộp thư nào; thêm --mailbox và địa chỉ của hộp thư đó (xem: phieu mailboxes list)',
  'new-address': 'chưa có địa chỉ mới; thêm --address và địa chỉ mới theo Điều 4 khoản 2',
  destination:
    'chưa rõ chuyển đến đơn vị nào; thêm --unit và tên viết tắt của đơn vị đến (xem: phieu units list)',
  details:
    'không có chức vụ hoặc điện thoại mới để ghi vào danh bạ; hãy hỏi lại đơn vị, hoặc trả lời bằng reject',
  'holder-name':
    'họ tên của người dùng chỉ sửa được bằng tệp danh bạ (phieu mailboxes import); sửa xong, trả lời đơn vị bằng reject',
  official:
    'đây là việc về hộp thư chính thức của đơn vị; hãy lập hoặc sửa hộp thư đó bằng tệp đơn vị (phieu units import) rồi trả lời đơn vị bằng reject, hoặc thêm --as create nếu là hộp thư của cá nhân',
};

/** Something speaks against it that did not when the row was left to staff. */
export function notSeen(request: FiledRequest, row: FiledRow, findings: readonly Finding[]): string {
  const why = findings.map((finding) => reasonOf(finding).text).join(' ');
  const codes = [...new Set(findings.map(({ code }) => code))].join(',');
  return `${rowOf(request, row)} nay có điều khác cần xem xét: ${why} Nếu vẫn thực hiện, thêm --accept ${codes}.`;
}

/** Nothing forbids it, but the program must be told more. */
export function lacks(request: FiledRequest, row: FiledRow, { lacking, waived }: StaffJudgement): string {
  const known = waived.map((finding) => findingText(finding)).join(' ');
  return `${rowOf(request, row)}: ${lacking === null ? '' : todo[lacking]}.${known === '' ? '' : ` (${known})`}`;
}
