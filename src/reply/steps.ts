import { waitsWhole } from '../model/outcome.ts';
import type { House, SettledItem, SettledRequest } from '../model/request.ts';
import { returnedName } from './returned.ts';
import { mayBeResent, nameOf } from './rows.ts';
import { reasonOf } from './words.ts';

/** What the office is to do now, in order; the answer to a chief's first question. `tellsMore`: the letter's remarks tell of something undone. */
export function nextSteps(
  requests: readonly SettledRequest[],
  { house, returned }: { house: House; returned: readonly { number: string }[] },
  tellsMore: boolean,
): string[] {
  const files = returned.map(({ number }) => `"${returnedName(number)}"`).join(', ');
  const corrected = rowsOf(requests, mayBeResent);
  const elsewhere = rowsOf(requests, needsOtherWay);
  const waiting = [
    rowsOf(requests, (item) => item.outcome === 'review'),
    ...requests.filter(waitsWhole).map(({ number }) => `phiếu ${number}`),
  ]
    .filter(Boolean)
    .join('; ');
  const created = rowsOf(requests, (item) => item.outcome === 'applied' && item.action === 'create');
  const formless = requests.some((request) => request.outcome === 'rejected' && request.items.length === 0);
  const steps = [
    corrected &&
      (files
        ? `Mở phiếu trả lại gửi kèm thư này (tệp ${files}), sửa ${corrected} theo cột "Lý do" và gửi lại tệp đó từ hộp thư này đến ${house.intakeAddress}. Các dòng đã thực hiện thì giữ nguyên hoặc xóa đi; Trung tâm không thực hiện lần nữa.`
        : `Sửa ${corrected} theo hướng dẫn ở từng dòng, lập phiếu mới chỉ gồm các dòng đã sửa và gửi từ hộp thư này đến ${house.intakeAddress}. Không gửi lại các dòng khác.`),
    elsewhere &&
      `Với ${elsewhere}: làm theo hướng dẫn ghi ở dòng đó; không gửi lại nội dung này đến Trung tâm.`,
    formless &&
      `${files ? `Ghi tiếp vào phiếu gửi kèm thư này (tệp ${files})` : 'Sửa hoặc lập lại phiếu'} theo hướng dẫn nêu trên và gửi đến ${house.intakeAddress}.`,
    waiting &&
      `Chờ kết quả đối với ${waiting}: cán bộ Trung tâm đang xem xét và sẽ trao đổi hoặc thông báo bằng thư khác; không cần gửi lại.`,
    created &&
      `Nhắc người được cấp mới hộp thư ở ${created} đổi mật khẩu ban đầu trong 05 ngày làm việc, như nêu ở phần Về mật khẩu.`,
    tellsMore && 'Xem phần Lưu ý thêm: ở đó nêu những nội dung chưa được thực hiện và cách làm nếu vẫn cần.',
  ].filter((step): step is string => typeof step === 'string' && step !== '');
  return steps.length > 0 ? steps : ['Đơn vị không cần làm gì thêm.'];
}

/** Refused, and sending it again corrected would not help, but there is something else to do. */
function needsOtherWay(item: SettledItem): boolean {
  if (item.outcome !== 'rejected' || mayBeResent(item)) return false;
  return item.findings.some((finding) => finding.severity === 'reject' && reasonOf(finding).advice !== null);
}

/**
 * `dòng 2, 5-9 của phiếu PYC-2026-000123`; where the form begins its numbers anew, `dòng 1 (Lê Văn An), 1 (Đỗ Thị Bé)`. The empty string
 * where no row is meant.
 */
function rowsOf(requests: readonly SettledRequest[], meant: (item: SettledItem) => boolean): string {
  return requests
    .map(({ number, items }) => ({ number, items, rows: items.filter(meant) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ number, items, rows }) => {
      const told = isNumberedOnce(items) ? ranges(rows.map(numberOf)) : named(rows);
      return `dòng ${told}${requests.length > 1 ? ` của phiếu ${number}` : ''}`;
    })
    .join('; ');
}

const numberOf = ({ item }: SettledItem): number => item.row.number;

const isNumberedOnce = (items: readonly SettledItem[]): boolean =>
  new Set(items.map(numberOf)).size === items.length;

/** Rows with the people whom they name, where a number alone may be that of several. */
function named(rows: readonly SettledItem[]): string {
  const listed = rows.slice(0, runsListed).map((row) => `${numberOf(row)} (${nameOf(row)})`);
  return `${listed.join(', ')}${rows.length > runsListed ? more(rows.length) : ''}`;
}

/** More are not listed one by one: each row says what became of it. */
const runsListed = 20;

const more = (all: number): string => `... (tất cả ${all} dòng)`;

/** `2, 5-9`: runs of three or more are drawn together. */
function ranges(numbers: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run && number === run.last + 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  const listed = runs.slice(0, runsListed).map(({ first, last }) => {
    if (first === last) return `${first}`;
    return last === first + 1 ? `${first}, ${last}` : `${first}-${last}`;
  });
  return `${listed.join(', ')}${runs.length > runsListed ? more(numbers.length) : ''}`;
}

/** How passwords come, where the letter tells of mailboxes made or passwords renewed; never a password itself. */
export function passwordWords(requests: readonly SettledRequest[], serverPart: 'queued' | 'staff'): string[] {
  const done = requests.flatMap((request) => request.items.filter((item) => item.outcome === 'applied'));
  const created = done.some((item) => item.action === 'create');
  const renewed = done.some((item) => item.action === 'reset-password');
  if (!created && !renewed) return [];
  const first = created ? 'Mật khẩu ban đầu' : 'Mật khẩu cấp lại';
  const which = created && renewed ? 'Mật khẩu ban đầu và mật khẩu cấp lại' : first;
  const way =
    serverPart === 'staff'
      ? 'do cán bộ Trung tâm bàn giao riêng cho đơn vị'
      : 'được gửi bằng thư riêng đến hộp thư của đơn vị';
  const words = [`${which} ${way}, không ghi trong thông báo này.`];
  if (created)
    words.push(
      'Người được cấp mới hộp thư phải đăng nhập và đổi mật khẩu ban đầu trong vòng 05 ngày làm việc kể từ khi có thông báo này; quá thời hạn đó, hộp thư tạm thời bị khóa cho đến khi có yêu cầu mới (Điều 10 khoản 3).',
    );
  words.push('Mật khẩu phải có từ 8 ký tự trở lên, gồm cả chữ, số và ký tự đặc biệt (Điều 10 khoản 4).');
  return words;
}
