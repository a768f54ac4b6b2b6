import type { Finding } from '../model/finding.ts';
import type { Form, FormProblem, SkippedRow } from '../model/form.ts';
import type { SettledRequest } from '../model/request.ts';
import type { Settlement } from '../model/settlement.ts';
import { placeInWords } from '../text/place.ts';
import { inert } from './inert.ts';
import { signatureText } from './signatures.ts';
import { given } from './wording.ts';
import { findingText, reasonOf } from './words.ts';

/** What a letter tells beside the results: what was left blank, skipped, signed, unreadable or converted. It stops nothing. */
export function remarksOn(settlement: Settlement): string[] {
  return [
    ...settlement.findings.filter((finding) => finding.severity === 'note').map(findingText),
    ...settlement.requests.flatMap((request) => remarksOnForm(request, settlement.requests.length > 1)),
    ...problemsLeft(settlement).map(problemText),
  ];
}

/** Whether some of it tells of what was wanted, or may have been, and was not done. */
export function tellsOfUndone(settlement: Settlement): boolean {
  return (
    findingsOf(settlement).some(({ code, severity }) => severity === 'note' && undone.has(code)) ||
    settlement.requests.some(({ form }) => form.skipped.length > 0)
  );
}

/** Those of the letter and of its forms. */
const findingsOf = ({ findings, requests }: Settlement): Finding[] => [
  ...findings,
  ...requests.flatMap((request) => request.findings),
];

const undone: ReadonlySet<string> = new Set(['asked-besides', 'predecessor-kept', 'rows-lacking']);

function remarksOnForm(request: SettledRequest, several: boolean): string[] {
  const remarks = [
    ...request.findings.filter((finding) => finding.severity === 'note').map(findingText),
    ...blankFields(request.form),
    ...skippedRows(request.form.skipped),
    ...(request.form.signatures ?? []).map(signatureText),
  ];
  return several ? remarks.map((remark) => `Phiếu ${request.number}: ${remark}`) : remarks;
}

function blankFields(form: Form): string[] {
  const blank = [
    form.unit ? '' : 'tên cơ quan, đơn vị',
    form.requester ? '' : 'họ và tên người lập yêu cầu',
    form.position ? '' : 'chức vụ',
    form.phone ? '' : 'điện thoại liên lạc',
  ].filter(Boolean);
  if (blank.length === 0) return [];
  return [
    `Phiếu còn để trống: ${blank.join('; ')}. Lần sau đề nghị ghi đủ; lần này không ảnh hưởng đến kết quả.`,
  ];
}

const whys: Readonly<Record<SkippedRow['why'], string>> = {
  hidden: 'đang bị ẩn',
  filtered: 'đang bị lọc khỏi bảng',
  struck: 'đã bị gạch ngang',
  deleted: 'đã bị xóa theo chế độ theo dõi thay đổi',
  faint:
    'có chữ không nhìn thấy rõ (trùng hoặc gần trùng màu nền, quá nhỏ), hoặc chỉ hiện hay bị gạch ngang theo điều kiện',
  outside: 'nằm ở danh sách không ghi nội dung đề nghị hoặc không có hàng tiêu đề như mẫu phiếu',
};
const shown = 10;

function skippedRows(skipped: readonly SkippedRow[]): string[] {
  if (skipped.length === 0) return [];
  const rows = skipped
    .slice(0, shown)
    .map(
      (row) =>
        `${inert(placeInWords(row.where), 120)} ${whys[row.why]}${given(inert(row.text, 80), ' ("', '")')}`,
    );
  const more = skipped.length > shown ? ` và ${skipped.length - shown} dòng khác` : '';
  return [
    `Các dòng sau không được đọc là đề nghị nên không thực hiện: ${rows.join('; ')}${more}. Nếu vẫn cần, đề nghị ghi lại thành dòng bình thường trong phiếu mới.`,
  ];
}

/** Attachments that could not be read and that no finding of the letter speaks of. */
export function problemsLeft(settlement: Settlement): FormProblem[] {
  const findings = findingsOf(settlement);
  return settlement.problems.filter(
    (problem) =>
      !findings.some(
        (finding) =>
          finding.code === problem.code && (finding.args.attachment ?? '').includes(problem.attachment),
      ),
  );
}

function problemText(problem: FormProblem): string {
  const { text } = reasonOf({
    code: problem.code,
    severity: 'note',
    clause: null,
    args: { attachment: problem.attachment },
  });
  return `${text} Nội dung của tệp này không được dùng.`;
}
