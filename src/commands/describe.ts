import { inert } from '../reply/inert.ts';
import type { Report, RequestReport } from '../report.ts';

const outcomes: Record<Report['outcome'], string> = {
  applied: 'đã thực hiện',
  'partly-applied': 'đã thực hiện một phần',
  rejected: 'không thực hiện',
  review: 'chờ cán bộ xem xét',
  unverified: 'chưa xác minh được người gửi, không thực hiện',
  ignored: 'không phải thư yêu cầu, để nguyên',
  duplicate: 'thư đã nhận trước đây, không làm lại',
  failed: 'lỗi của chương trình, sẽ thử lại',
};

const itemOutcomes: Record<string, string> = {
  applied: 'thực hiện',
  rejected: 'từ chối',
  review: 'chờ xem xét',
};

/** What became of a letter, for a person at a terminal. */
export const describeReport = (file: string, report: Report): string =>
  [
    `${inert(file)}: ${outcomes[report.outcome]}`,
    `  người gửi: ${inert(report.sender.address ?? 'không rõ')}${report.sender.unit ? ` (${report.sender.unit})` : ''}${report.sender.verified ? '' : ', chưa xác minh'}`,
    ...report.reasons.map((reason) => `  lý do: ${reason.text}`),
    ...report.requests.flatMap(describeRequest),
    ...report.notices.map(
      (notice) => `  thư trả lời: ${inert(notice.subject)} → ${[...notice.to, ...notice.cc].join(', ')}`,
    ),
  ].join('\n');

const describeRequest = (request: RequestReport): string[] => [
  `  ${request.number}${request.form.attachment ? ` (${inert(request.form.attachment, 80)})` : ''}`,
  ...request.reasons.map((reason) => `    ${reason.text}`),
  ...request.items.flatMap((item) => [
    `    ${item.number}. ${inert(item.fullName ?? '(không có tên)', 80)}: ${itemOutcomes[item.outcome] ?? item.outcome}${item.address ? `, ${item.address}` : ''}${item.newAddress ? ` → ${item.newAddress}` : ''}`,
    ...item.reasons.map((reason) => `       ${reason.text}`),
  ]),
];
