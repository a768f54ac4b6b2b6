import type { Outcome } from '../model/request.ts';
import type { Settlement } from '../model/settlement.ts';
import { countRows } from './counts.ts';
import { type Context, type ResultLetter, resultLetter } from './letters.ts';
import { remarksOn } from './remarks.ts';
import { notTaken } from './subject.ts';

/*
 * The answer to a letter that asked only what would be done with it. It tells the same as the answer to a request, of what
 * would be, and has no number: nothing is filed.
 */

const results: Readonly<Record<Outcome, string>> = {
  applied: 'Sẽ thực hiện được',
  rejected: 'Không thực hiện được',
  review: 'Sẽ chờ xem xét',
};

export function trialLetter(settlement: Settlement, context: Context): ResultLetter {
  // Numbers that other requests will get must not be told.
  const requests = settlement.requests.map((request, at) => ({ ...request, number: `kiểm tra ${at + 1}` }));
  const told: Settlement = {
    ...settlement,
    findings: settlement.findings.filter(({ code }) => code !== 'trial-only'),
    requests,
  };
  const letter = resultLetter(told, context);
  return {
    ...letter,
    numbers: '',
    about: 'kiểm tra phiếu yêu cầu về hộp thư điện tử',
    verdict: `Thư kiểm tra, chưa thực hiện nội dung nào. Nếu gửi chính thức: ${trialInShort(told)}.`,
    tells:
      'Tiêu đề thư ghi [KIỂM TRA], nên phiếu chỉ được kiểm tra: hộp thư và danh bạ không thay đổi. Nếu gửi chính thức vào lúc này, kết quả như sau:',
    serverPart: '',
    forms: letter.forms.map((form) => ({
      ...form,
      rows: form.rows.map((row) => ({ ...row, result: results[row.outcome] })),
    })),
    steps: [
      `Để phiếu được thực hiện: ${hasFailed(told) ? 'sửa các dòng không thực hiện được theo lý do ghi ở từng dòng, rồi ' : ''}gửi phiếu từ hộp thư này đến ${context.house.intakeAddress}, tiêu đề thư không ghi [KIỂM TRA].`,
      'Kết quả chính thức có thể khác, nếu trong thời gian đó danh bạ thay đổi (chẳng hạn có thêm người trùng tên).',
    ],
    passwords: [],
    remarks: remarksOn(told),
  };
}

/** `3/6 nội dung thực hiện được, 2 không thực hiện được, 1 chờ xem xét`. */
export function trialInShort({ requests }: Pick<Settlement, 'requests'>): string {
  const { total, applied, rejected, review, before } = countRows(requests);
  if (total === 0) return notTaken(requests.flatMap(({ findings }) => findings)).toLocaleLowerCase('vi');
  const parts = [
    `${applied}/${total} nội dung thực hiện được`,
    rejected && `${rejected} không thực hiện được`,
    review && `${review} chờ xem xét`,
    before && `${before} đã thực hiện từ trước`,
  ];
  return parts.filter(Boolean).join(', ');
}

const hasFailed = ({ requests }: Settlement): boolean =>
  requests.some(
    ({ items, outcome }) => outcome === 'rejected' || items.some((item) => item.outcome === 'rejected'),
  );
