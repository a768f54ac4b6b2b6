import type { Code, Finding } from '../model/finding.ts';
import type { House, Outcome, SettledRequest } from '../model/request.ts';
import type { Settlement } from '../model/settlement.ts';
import { countRows, countsInFull } from './counts.ts';
import { letterDay, letterTime } from './dates.ts';
import { inert } from './inert.ts';
import { remarksOn, tellsOfUndone } from './remarks.ts';
import { type RowView, rowView } from './rows.ts';
import { nextSteps, passwordWords } from './steps.ts';
import { notTaken, waitsForStaff } from './subject.ts';
import { capital, given } from './wording.ts';
import { type Reason, reasonOf } from './words.ts';

/** What of the context the letters read. */
export type Context = {
  house: House;
  now: Date;
  serverPart: 'queued' | 'staff';
  readableTypes: readonly string[];
  blankForm: Buffer | null;
  returned: readonly { number: string }[];
};

/** Letterhead and foot of every letter. All texts of all letters are inert plain text; templates only lay them out. */
export type Frame = {
  numbers: string;
  day: string;
  about: string;
  addressee: string;
  received: string;
  copied: boolean;
  contact: string;
  /** The letter is about a form that counts as one on paper (Điều 8 khoản 2). */
  isPaper: boolean;
};

type FormView = {
  title: string;
  drawnUp: string;
  content: string;
  reasons: readonly Reason[];
  rows: readonly RowView[];
};

export type ResultLetter = Frame & {
  verdict: string;
  /** What the letter goes on to tell, after the letter that it answers is named. */
  tells: string;
  serverPart: string;
  /** About the letter as a whole. */
  reasons: readonly Reason[];
  forms: readonly FormView[];
  steps: readonly string[];
  passwords: readonly string[];
  remarks: readonly string[];
};

type RefusalLetter = Frame & {
  verdict: string;
  reasons: readonly Reason[];
  /** What the office may expect while staff look at the letter. */
  waiting: string;
  readable: string;
  attached: boolean;
};

type BlankFormLetter = Frame & { steps: readonly string[] };

const serverParts = {
  staff:
    'Các thay đổi đã được ghi vào danh bạ thư điện tử của tỉnh; phần việc trên máy chủ thư đang được cán bộ Trung tâm thực hiện.',
  queued: 'Các thay đổi đã được ghi vào danh bạ thư điện tử của tỉnh và chuyển đến máy chủ thư.',
} as const;

export function resultLetter(settlement: Settlement, context: Context): ResultLetter {
  const { requests } = settlement;
  const counts = countRows(requests);
  const several = requests.length > 1;
  return {
    ...frame(settlement, context, 'thực hiện phiếu yêu cầu về hộp thư điện tử', true),
    verdict:
      counts.total > 0 ? countsInFull(counts) : `${notTaken(requests.flatMap((one) => one.findings))}.`,
    tells: 'Kết quả giải quyết như sau:',
    serverPart: counts.applied > 0 ? serverParts[context.serverPart] : '',
    reasons: reasonsOf(settlement.findings),
    forms: requests.map((request) => formView(request, several)),
    steps: nextSteps(requests, context, tellsOfUndone(settlement)),
    passwords: passwordWords(requests, context.serverPart),
    remarks: remarksOn(settlement),
  };
}

/** The result of the one row that staff decided; what an earlier letter told is not told again. */
export function decisionLetter(settlement: Settlement, context: Context): ResultLetter {
  return {
    ...resultLetter(settlement, context),
    steps: nextSteps(settlement.requests, context, false),
    about: 'xem xét nội dung chờ của phiếu yêu cầu về hộp thư điện tử',
    verdict: `${decisionInShort(settlement)}.`,
    tells:
      'Tiếp theo thông báo trước đây về phiếu này, cán bộ Trung tâm đã xem xét nội dung dưới đây; các nội dung khác của phiếu được thông báo bằng thư khác. Kết quả như sau:',
    remarks: [],
  };
}

const ends: Readonly<Record<Outcome, string>> = {
  applied: 'đã thực hiện',
  rejected: 'không thực hiện',
  review: 'đang chờ xem xét',
};

/** `Dòng 3: đã thực hiện`. */
export function decisionInShort({ requests }: Settlement): string {
  const [item] = requests.flatMap((request) => request.items);
  if (item === undefined) throw new Error('a decision about no row');
  return `Dòng ${item.item.row.number}: ${ends[item.outcome]}`;
}

function formView(request: SettledRequest, several: boolean): FormView {
  const { form } = request;
  const from = form.attachment === null ? 'ghi trong thư' : `"${inert(form.attachment, 80)}"`;
  const who = [
    given(inert(form.requester?.text ?? '', 80), 'người lập yêu cầu: '),
    given(inert(form.position?.text ?? '', 80), 'chức vụ: '),
  ].filter(Boolean);
  return {
    title: several ? `Phiếu ${request.number}` : '',
    drawnUp: `Phiếu ${from}${given(who.join('; '), '; ')}.`,
    content: inert(form.content?.text ?? '', 240),
    reasons: reasonsOf(request.findings),
    rows: request.items.map(rowView),
  };
}

/** What stops something; notes are told at the end of the letter. */
function reasonsOf(findings: readonly Finding[]): Reason[] {
  return findings.filter((finding) => finding.severity !== 'note').map((finding) => reasonOf(finding));
}

export function refusalLetter(
  settlement: Settlement,
  reasons: readonly Finding[],
  context: Context,
): RefusalLetter {
  const aboutForm = reasons.some((finding) => finding.code.startsWith('form-'));
  const what = waitsForStaff(reasons) ? 'xem xét' : 'chưa thực hiện được';
  return {
    ...frame(settlement, context, `${what} phiếu yêu cầu về hộp thư điện tử`, true),
    verdict: `${notTaken(reasons)}.`,
    reasons: reasonsOf(reasons),
    waiting: waitsForStaff(reasons)
      ? 'Cán bộ Trung tâm đang xem xét thư này và sẽ trả lời bằng thư khác; đơn vị không cần gửi lại thư này.'
      : '',
    readable: aboutForm ? context.readableTypes.join(', ') : '',
    attached: aboutForm && context.blankForm !== null,
  };
}

export function blankFormLetter(settlement: Settlement, context: Context): BlankFormLetter {
  return {
    ...frame(settlement, context, 'lập phiếu yêu cầu về hộp thư điện tử theo mẫu', false),
    steps: blankFormSteps(context),
  };
}

function blankFormSteps({ house, readableTypes, blankForm }: Context): string[] {
  return [
    `${blankForm === null ? 'Lập phiếu theo mẫu kèm theo Quy chế' : 'Mở mẫu phiếu gửi kèm thư này'}, ghi đủ tên đơn vị; họ và tên, chức vụ, điện thoại của người lập yêu cầu.`,
    'Ghi mỗi người một dòng: số thứ tự, họ và tên, đơn vị công tác và một nội dung đề nghị (cấp mới, thay đổi tên truy cập, cấp lại mật khẩu, hủy bỏ...).',
    `Gửi phiếu từ hộp thư chính thức của đơn vị đến ${house.intakeAddress}. Loại tệp đọc được hiện nay: ${readableTypes.join(', ')}.`,
  ];
}

export function frame(
  settlement: Settlement,
  { house, now }: Context,
  about: string,
  copied: boolean,
): Frame {
  const { verdict, letter } = settlement;
  const sender = inert(verdict.address ?? '');
  return {
    numbers: settlement.requests.map((request) => request.number).join(', '),
    day: letterDay(now),
    about,
    addressee: verdict.unit ? capital(inert(verdict.unit.name, 120)) : `Người sử dụng hộp thư ${sender}`,
    received: `${subjectOf(settlement)} gửi từ hộp thư ${sender}, nhận lúc ${letterTime(letter.receivedAt)}`,
    copied: copied && house.copyAddress !== verdict.address?.toLowerCase(),
    contact: house.intakeAddress,
    isPaper: isPaper(settlement),
  };
}

/** What stops a letter before any form in it counts, and staff's answer to one of which no row counted. */
const notPaper: ReadonlySet<Code> = new Set<Code>([
  'secrecy-mark',
  'sender-not-unit-mailbox',
  'unit-mailbox-inactive',
  'decided-by-staff',
]);

function isPaper({ verdict, findings, requests }: Settlement): boolean {
  const found = [...findings, ...requests.flatMap((request) => request.findings)];
  return verdict.verified && !found.some(({ code }) => notPaper.has(code));
}

/** The letter's subject, except where quoting it could pass on what is secret (Điều 8 khoản 1). */
function subjectOf({ letter, findings, problems }: Settlement): string {
  const secret = [...findings, ...problems].some(({ code }) => code === 'secrecy-mark');
  if (secret) return 'thư';
  const subject = inert(letter.subject ?? '', 120);
  return subject ? `thư "${subject}"` : 'thư không ghi tiêu đề';
}
