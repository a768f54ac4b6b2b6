import type { Notice } from '../model/notice.ts';
import { waitsWhole } from '../model/outcome.ts';
import type { Outcome, RequestOutcome } from '../model/request.ts';
import { letterTime } from '../reply/dates.ts';
import { inert } from '../reply/inert.ts';
import { signatureText } from '../reply/signatures.ts';
import { reasonOf } from '../reply/words.ts';
import { type RequestReport, requestReport } from '../report.ts';
import type { Closed } from '../requests/close.ts';
import type { Decided } from '../requests/decide.ts';
import { type FiledRequest, type FiledRow, hasWaiting, isWaiting } from '../requests/filed.ts';
import type { FiledNotice, LetterHead, Trail } from '../requests/requests.ts';
import { waitedFor, waitingInShort } from '../requests/waiting.ts';
import { actionNames } from '../text/action-names.ts';
import { placeInWords } from '../text/place.ts';

/** A request as `phieu requests list --json` prints it (the command-line contract). */
export type RequestJson = RequestReport & {
  messageId: string | null;
  sender: { address: string | null; unit: string; verified: boolean; evidence: string };
  /** ISO 8601. */
  receivedAt: string;
};

export const requestJson = (request: FiledRequest): RequestJson => {
  const { letter, asking } = request;
  const { verified, evidence } = letter.verdict;
  return {
    ...requestReport(request),
    messageId: letter.messageId,
    sender: { address: letter.fromAddress, unit: asking.abbreviation, verified, evidence },
    receivedAt: letter.receivedAt.toISOString(),
  };
};

/** The same with the letter, the signatures of its file, where each row stood, who decided it, the notices and the audit trail. */
export const caseJson = (request: FiledRequest, { subject, date }: LetterHead, trail: Trail): object => {
  const report = requestJson(request);
  return {
    ...report,
    letter: { subject, date, because: request.letter.verdict.because },
    signatures: request.form.signatures ?? [],
    items: report.items.map((item, at) => {
      const { decidedAt, decidedBy, because, item: read } = request.items[at] as FiledRow;
      return { ...item, where: read.row.where, decidedAt, decidedBy, because };
    }),
    notices: trail.notices,
    audit: trail.events,
  };
};

const outcomes: Record<RequestOutcome, string> = {
  applied: 'đã thực hiện',
  'partly-applied': 'đã thực hiện một phần',
  rejected: 'không thực hiện',
  review: 'chờ cán bộ quyết định',
};

const rowOutcomes: Record<Outcome, string> = {
  applied: 'ĐÃ THỰC HIỆN',
  rejected: 'KHÔNG THỰC HIỆN',
  review: 'CHỜ QUYẾT ĐỊNH',
};

const unitOf = ({ asking }: FiledRequest): string => `${inert(asking.name, 80)} (${asking.abbreviation})`;

/** A request in the list: one line, and one more for each cause for which rows wait. */
export const listedText = (request: FiledRequest, now: Date): string => {
  const waiting = waitingInShort(request);
  const state =
    waiting.length > 0 ? `chờ ${waitedFor(request.letter.receivedAt, now)}` : outcomes[request.outcome];
  return [`${request.number}  ${state}  ${unitOf(request)}`, ...waiting.map((line) => `    ${line}`)].join(
    '\n',
  );
};

/** Everything about a request, for the person who decides. */
export const shownText = (request: FiledRequest, head: LetterHead, trail: Trail, now: Date): string =>
  [
    `PHIẾU ${request.number}: ${outcomes[request.outcome]}`,
    ...letterLines(request, head, now),
    '',
    'PHIẾU YÊU CẦU',
    ...formLines(request),
    '',
    'CÁC DÒNG',
    ...(request.items.length > 0
      ? request.items.flatMap((row) => rowLines(row))
      : ['  (không có dòng nào đọc được)']),
    '',
    'THƯ ĐÃ GỬI',
    ...(trail.notices.length > 0 ? trail.notices.map(noticeLine) : ['  (chưa có)']),
    '',
    'NHẬT KÝ',
    ...(trail.events.length > 0 ? trail.events.map(eventLine) : ['  (chưa có)']),
    ...hints(request),
  ].join('\n');

const letterLines = (request: FiledRequest, { subject, date }: LetterHead, now: Date): string[] => {
  const { letter, joined } = request;
  const { verified, evidence } = letter.verdict;
  const waits = hasWaiting(request) ? ` (đã chờ ${waitedFor(letter.receivedAt, now)})` : '';
  return [
    `  Đơn vị: ${unitOf(request)}`,
    `  Từ: ${inert(letter.fromAddress ?? 'không rõ')}, ${verified ? `đã xác minh (${evidence})` : 'chưa xác minh'}`,
    `  Tiêu đề: ${inert(subject ?? '') || '(không ghi)'}`,
    `  Ngày ghi trong thư: ${inert(date ?? '') || '(không ghi)'}`,
    `  Nhận lúc: ${letterTime(letter.receivedAt)}${waits}`,
    ...(joined > 0
      ? [`  Đơn vị đã trả lời thêm ${joined} thư (xem NHẬT KÝ và hộp thư); trả lời chung một lần`]
      : []),
  ];
};

const formLines = ({ form, findings }: FiledRequest): string[] => [
  `  Tệp: ${form.attachment === null ? 'ghi trong thư' : inert(form.attachment)} (${form.source})`,
  ...(
    [
      ['Đơn vị', form.unit],
      ['Người lập yêu cầu', form.requester],
      ['Chức vụ', form.position],
      ['Điện thoại', form.phone],
      ['Nội dung', form.content],
    ] as const
  ).map(([name, cell]) => `  ${name}: ${cell === null ? '(để trống)' : inert(cell.text, 400)}`),
  ...(form.signatures ?? []).map((signature) => `  Chữ ký số: ${signatureText(signature)}`),
  ...findings.map((finding) => `  Lý do: ${reasonOf(finding).text}`),
];

const rowLines = (row: FiledRow): string[] => {
  const { row: read, name, wish } = row.item;
  const unit = row.unit?.name ?? read.unit?.text;
  const cells = [
    read.unit && `đơn vị ghi "${inert(read.unit.text, 120)}" (${inert(placeInWords(read.unit.where), 120)})`,
    read.position && `chức vụ "${inert(read.position.text, 80)}"`,
    read.phone && `điện thoại "${inert(read.phone.text, 40)}"`,
    read.address && `hộp thư "${inert(read.address.text, 120)}"`,
    read.newAddress && `địa chỉ mới "${inert(read.newAddress.text, 120)}"`,
    read.note && `ghi chú "${inert(read.note.text, 200)}"`,
  ].filter(Boolean);
  return [
    `  ${read.number}. ${inert(name?.fullName ?? read.fullName?.text ?? '(không ghi tên)', 80)}${unit ? ` - ${inert(unit, 120)}` : ''}  [${inert(placeInWords(read.where), 120)}]`,
    `     Đề nghị: ${read.wish ? `"${inert(read.wish.text, 400)}" (${inert(placeInWords(read.wish.where), 120)})` : '(để trống)'}, hiểu là: ${actionNames[row.action]}${wish.doubt === null || !isWaiting(row) ? '' : `; chưa rõ ${inert(wish.doubt)}`}`,
    ...(cells.length > 0 ? [`     Ghi thêm: ${cells.join('; ')}`] : []),
    `     ${rowOutcomes[row.outcome]}${row.address ? `: ${row.address}` : ''}${row.newAddress ? ` → ${row.newAddress}` : ''}`,
    ...row.findings.map((finding) => `     Lý do: ${reasonOf(finding, read.where).text}`),
    ...(row.decidedBy !== null && row.decidedAt
      ? [`     Người quyết định: ${inert(row.decidedBy, 60)}, ${letterTime(row.decidedAt)}`]
      : []),
  ];
};

const statuses: Record<FiledNotice['status'], string> = {
  queued: 'chờ gửi',
  sent: 'đã gửi',
  parked: 'không gửi được',
};

const noticeLine = ({ status, sentAt, createdAt, to, cc, subject, error }: FiledNotice): string =>
  `  ${letterTime(sentAt ?? createdAt)}: ${statuses[status]}, ${[...to, ...cc].join(', ')}: ${inert(subject)}${error === null ? '' : ` (${inert(error)})`}`;

const events: Record<string, string> = {
  created: 'lập hộp thư',
  changed: 'sửa hộp thư',
  'password-reset': 'cấp lại mật khẩu hộp thư',
  'row-applied': 'quyết định thực hiện dòng',
  'row-rejected': 'quyết định không thực hiện dòng',
  'request-closed': 'kết thúc phiếu',
  'answer-joined': 'đơn vị trả lời thêm',
  'sender-confirmed': 'đơn vị xác nhận thư',
  'sender-refused': 'đơn vị không xác nhận thư',
  'late-answer': 'đơn vị trả lời khi lời hỏi đã khép lại',
  'late-doubt': 'đơn vị trả lời thêm, chưa rõ ý',
};

const eventLine = ({ at, actor, event, from, before, after, because }: Trail['events'][number]): string => {
  // Which of our questions it answers says nothing to staff.
  const states = event === 'answer-joined' ? [] : [before, after];
  const change = states.map((state) => (state === null ? '' : inert(JSON.stringify(state), 300)));
  return `  ${letterTime(at)}: ${actor === 'letter' ? `theo thư${from === null ? '' : ` của ${inert(from)}`}` : inert(actor, 60)}, ${events[event] ?? event}${change.some(Boolean) ? `: ${change.join(' → ')}` : ''}${because === null ? '' : ` (${inert(because)})`}`;
};

/** What can be typed now about the first row that waits, or about all of it. */
const hints = (request: FiledRequest): string[] => {
  const { number, items } = request;
  if (waitsWhole(request))
    return [
      '',
      'TRẢ LỜI (xem thư gốc trong hộp thư; lời sau --because được gửi cho đơn vị)',
      `  phieu requests close ${number} --because "Đề nghị gửi phiếu bằng tệp Excel hoặc Word."`,
    ];
  const row = items.find(isWaiting);
  if (!row) return [];
  const command = `phieu requests decide ${number} ${row.item.row.number}`;
  const as = row.action === 'unclear' ? ' --as reset-password' : '';
  return [
    '',
    'QUYẾT ĐỊNH (lời sau --because được gửi cho đơn vị)',
    `  ${command} apply${as} --because "Đã trao đổi với đơn vị."`,
    `  ${command} reject --because "Người này không còn công tác tại đơn vị."`,
  ];
};

/** A request after a decision of staff, with the notices that it brought forth. */
export const decidedJson = ({ request, notices }: Closed): object => ({
  ...requestJson(request),
  notices: notices.map(({ kind, to, cc, subject, messageId }) => ({ kind, to, cc, subject, messageId })),
});

/** What came of closing a request. */
export const closingText = ({ request, notices }: Closed, dryRun: boolean): string =>
  [
    `${dryRun ? 'Xem thử, không có gì thay đổi. ' : ''}Phiếu ${request.number}: đã trả lời, không còn chờ`,
    ...(request.joined > 0
      ? [
          `  trả lời chung cho ${request.joined} thư khác của đơn vị; xem: phieu requests show ${request.number}`,
        ]
      : []),
    ...notices.map(noticeText),
  ].join('\n');

const noticeText = ({ subject, to, cc }: Notice): string =>
  `  thư trả lời: ${subject} → ${[...to, ...cc].join(', ')}`;

/** What came of a decision. */
export const decisionText = ({ request, row, notices }: Decided, dryRun: boolean): string =>
  [
    `${dryRun ? 'Xem thử, không có gì thay đổi. ' : ''}Dòng ${row.item.row.number} của phiếu ${request.number}: ${row.outcome === 'applied' ? 'thực hiện' : 'không thực hiện'}${row.address ? `, ${row.address}` : ''}${row.newAddress ? ` → ${row.newAddress}` : ''}`,
    ...row.findings.map((finding) => `  ${reasonOf(finding).text}`),
    ...notices.map(noticeText),
    ...waitingInShort(request).map((line) => `  còn chờ ${line}`),
  ].join('\n');
