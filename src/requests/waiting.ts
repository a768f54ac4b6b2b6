import type { Code } from '../model/finding.ts';
import { waitsWhole } from '../model/outcome.ts';
import { reasonOf, wordingOf } from '../reply/words.ts';
import { type FiledRequest, type FiledRow, isWaiting } from './filed.ts';

/** Why rows wait, in a phrase; where a code is not here its whole sentence is told. */
const phrases: Partial<Record<Code, string>> = {
  'form-scanned': 'nhận dạng từ bản chụp, cần đối chiếu',
  'unit-unknown': 'đơn vị có thể là một trong nhiều đơn vị',
  'request-through-manager': 'cần xác định đơn vị được đề nghị',
  'action-unclear': 'chưa rõ việc cần làm',
  'same-name-exists': 'trùng họ tên đã có hộp thư',
  'mailbox-not-found': 'chưa rõ hộp thư nào',
  'several-mailboxes-match': 'nhiều hộp thư cùng họ tên',
  'mailbox-reclaimed': 'hộp thư cùng họ tên đã bị thu hồi',
  'mailbox-cancelled': 'hộp thư đã hủy bỏ',
  'address-format': 'địa chỉ đề nghị khác quy định',
  'address-taken': 'địa chỉ đề nghị đã cấp',
  'address-protected': 'hộp thư chính thức của đơn vị',
  'dated-ahead': 'chưa đến ngày thực hiện',
  'needs-staff': 'việc do cán bộ thực hiện',
};

const phraseOf = ({ findings }: FiledRow): string =>
  [...new Set(findings.map((finding) => phrases[finding.code] ?? reasonOf(finding).text))].join(', ');

/** The rows that wait, by why they do: `dòng 2, 5: trùng họ tên đã có hộp thư`; or why all of it does. */
export function waitingInShort(
  request: Pick<FiledRequest, 'outcome' | 'items' | 'findings' | 'joined'>,
): string[] {
  const { items, findings, joined } = request;
  if (waitsWhole(request)) {
    const why = findings.map(({ code }) => wordingOf(code).inShort ?? '').join(', ');
    return [`cả phiếu: ${why}${joined > 0 ? `; đơn vị đã trả lời thêm ${joined} thư` : ''}`];
  }
  const byPhrase = Map.groupBy(items.filter(isWaiting), phraseOf);
  return [...byPhrase].map(
    ([phrase, rows]) => `dòng ${rows.map(({ item }) => item.row.number).join(', ')}: ${phrase}`,
  );
}

const hour = 3_600_000;

/** How long somebody has waited: `2 ngày 3 giờ`, `3 giờ`, `dưới 1 giờ`. */
export function waitedFor(since: Date, now: Date): string {
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / hour));
  if (hours === 0) return 'dưới 1 giờ';
  const days = Math.floor(hours / 24);
  return [days > 0 ? `${days} ngày` : '', hours % 24 > 0 ? `${hours % 24} giờ` : '']
    .filter(Boolean)
    .join(' ');
}
