import type { Finding } from '../model/finding.ts';
import type { Notice, NoticeKind } from '../model/notice.ts';
import { waitsWhole } from '../model/outcome.ts';
import type { House } from '../model/request.ts';
import type { LateAnswer, Settlement } from '../model/settlement.ts';
import { inert } from './inert.ts';
import { lateLetter } from './late.ts';
import { blankFormLetter, decisionInShort, decisionLetter, refusalLetter, resultLetter } from './letters.ts';
import { questionLetter } from './question.ts';
import { problemsLeft } from './remarks.ts';
import { returnedName } from './returned.ts';
import { numbersInShort, resultSubject, subjectLine } from './subject.ts';
import { fill } from './templates.ts';
import { trialInShort, trialLetter } from './trial.ts';
import { wrap } from './wrap.ts';

/** All that an answer depends on beside the settlement: nothing else is looked up. */
export type ReplyContext = {
  house: House;
  now: Date;
  /** Who carries changes to the mail server: a driver of ours, or staff by hand from the task list. */
  serverPart: 'queued' | 'staff';
  /** 128 fresh random bits as lower-case hex. */
  token: () => string;
  /** Endings of the files that can be read today: `.xlsx`. */
  readableTypes: readonly string[];
  /** The blank form as .xlsx, put into letters that ask for the form; null where there is none to hand. */
  blankForm: Buffer | null;
  /** The forms that go back to the office, with what became of each row. */
  returned: readonly ReturnedFile[];
};

/** A form that goes back, as .xlsx; `number` is that of its request. */
export type ReturnedFile = { number: string; content: Buffer };

/**
 * The letters that follow from a settled message: one `result`, one `blank-form`, or none. Only a proven sender is
 * answered, at the proven address (never Reply-To), and our own mailbox never is. Of a letter that is held the unit
 * that it names may be asked, at its registered mailbox: one `confirm-sender`; that its answer came too late it is told
 * there too: one `reminder`.
 * Throws on a refusal without a reason: that is our own bug.
 */
export function compose(settlement: Settlement, context: ReplyContext): Notice[] {
  const { verdict, requests } = settlement;
  if (settlement.outcome === 'unverified') return questionNotices(settlement, context);
  if (settlement.late) return lateNotices(settlement, settlement.late, context);
  if (['ignored', 'duplicate', 'failed'].includes(settlement.outcome)) return [];
  if (!verdict.verified || verdict.address === null) return [];
  const to = verdict.address.toLowerCase();
  if (to === context.house.intakeAddress) return [];
  if (settlement.trial) return [trialNotice(settlement, to, context)];
  if (!requests.every(waitsWhole)) return [resultNotice(settlement, to, context)];
  const reasons = refusals(settlement);
  // The answer to our question is for staff: a letter about it could meet a machine that answers again.
  if (reasons.some(({ code }) => code.startsWith('confirmation-'))) return [];
  if (reasons.length === 0) throw new Error('a letter is refused without a reason');
  return reasons.every((finding) => finding.code === 'no-form')
    ? [blankFormNotice(settlement, to, context)]
    : [refusalNotice(settlement, reasons, to, context)];
}

/**
 * The letter that tells what staff decided about one row of a letter that was answered before. `settlement` has that
 * row alone.
 */
export function composeDecision(settlement: Settlement, context: ReplyContext): Notice[] {
  const { verdict, requests } = settlement;
  if (!verdict.verified || verdict.address === null) return [];
  const subject = `${decisionInShort(settlement)} - phiếu yêu cầu của ${askerOf(settlement)}`;
  return [
    {
      ...frame('result', settlement, verdict.address.toLowerCase(), context),
      subject: subjectLine(numbersInShort(requests), subject),
      ...filled('result', decisionLetter(settlement, context)),
      attachments: [],
    },
  ];
}

/**
 * Staff's answer to a letter of which they could take no row. `settlement` has its request, with what they said as its
 * finding.
 */
export function composeClosing(settlement: Settlement, context: ReplyContext): Notice[] {
  const { verdict, requests } = settlement;
  if (!verdict.verified || verdict.address === null) return [];
  const reasons = requests.flatMap(({ findings }) => findings);
  return [refusalNotice(settlement, reasons, verdict.address.toLowerCase(), context)];
}

/** Why a letter without a readable form is refused: what was found, and every attachment that could not be read. */
function refusals(settlement: Settlement): Finding[] {
  const { outcome, findings, requests } = settlement;
  const unread = problemsLeft(settlement).map(
    (problem): Finding => ({
      code: problem.code,
      // While staff look at the letter nothing is to be sent again.
      severity: outcome === 'review' ? 'review' : 'reject',
      clause: null,
      args: { attachment: problem.attachment },
    }),
  );
  const found = [...findings, ...requests.flatMap((request) => request.findings)];
  return [...found.filter((finding) => finding.severity !== 'note'), ...unread];
}

function resultNotice(settlement: Settlement, to: string, context: ReplyContext): Notice {
  const reasons = [...settlement.requests.flatMap((request) => request.findings), ...settlement.findings];
  return {
    ...frame('result', settlement, to, context),
    subject: resultSubject(settlement.requests, reasons, askerOf(settlement)),
    ...filled('result', resultLetter(settlement, context)),
    attachments: context.returned.map(({ number, content }) => ({
      filename: returnedName(number),
      contentType: spreadsheet,
      content,
    })),
  };
}

function trialNotice(settlement: Settlement, to: string, context: ReplyContext): Notice {
  const subject = `Kết quả kiểm tra (chưa thực hiện): ${trialInShort(settlement)} - ${askerOf(settlement)}`;
  return {
    ...frame('result', { ...settlement, requests: [] }, to, context),
    subject: subjectLine('', subject),
    ...filled('result', trialLetter(settlement, context)),
    attachments: [],
  };
}

function refusalNotice(
  settlement: Settlement,
  reasons: readonly Finding[],
  to: string,
  context: ReplyContext,
): Notice {
  const aboutForm = reasons.some((finding) => finding.code.startsWith('form-'));
  return {
    ...frame('result', settlement, to, context),
    subject: resultSubject(settlement.requests, reasons, askerOf(settlement)),
    ...filled('refusal', refusalLetter(settlement, reasons, context)),
    attachments: aboutForm ? blankForms(context) : [],
  };
}

function blankFormNotice(settlement: Settlement, to: string, context: ReplyContext): Notice {
  return {
    ...frame('blank-form', settlement, to, context),
    subject: subjectLine(
      '',
      `Đề nghị lập phiếu yêu cầu theo mẫu${context.blankForm === null ? '' : ' gửi kèm'} - ${askerOf(settlement)}`,
    ),
    ...filled('blank-form', blankFormLetter(settlement, context)),
    attachments: blankForms(context),
  };
}

/**
 * To the registered mailbox and nobody else, in no thread: the references of a forger's letter would put ours beside one
 * of the unit's own. Whoever has the Message-ID can speak for the unit.
 */
function questionNotices(settlement: Settlement, context: ReplyContext): Notice[] {
  const { question, verdict } = settlement;
  const mailbox = verdict.unit?.mailbox ?? null;
  if (!question || mailbox === null || mailbox === context.house.intakeAddress) return [];
  return [
    {
      ...alone('confirm-sender', mailbox, context),
      subject: subjectLine('', `Thông báo: cần xác nhận thư gửi từ hộp thư ${mailbox}`),
      ...filled('confirm-sender', questionLetter(settlement, question, mailbox, context)),
    },
  ];
}

/**
 * Whoever sent the answer, the registered mailbox alone is told. An answer to this letter must be none to our question, which
 * no longer counts: it may be the form, sent anew.
 */
function lateNotices(settlement: Settlement, late: LateAnswer, context: ReplyContext): Notice[] {
  const { mailbox } = late.unit;
  if (mailbox === null || mailbox === context.house.intakeAddress) return [];
  return [
    {
      ...alone('reminder', mailbox, context),
      subject: subjectLine(
        '',
        `Thông báo: xác nhận không còn hiệu lực, cần gửi lại phiếu - ${late.unit.name}`,
      ),
      ...filled('late-answer', lateLetter(settlement, late, mailbox, context)),
    },
  ];
}

/** A letter in no thread, to one mailbox. */
const alone = (kind: NoticeKind, mailbox: string, { token, house }: ReplyContext) => ({
  ...{ kind, to: [mailbox], cc: [], inReplyTo: null, references: [], attachments: [] },
  messageId: `<${kind}.${token()}@${house.mailDomain}>`,
});

/** Whether a Message-ID, with its angle brackets, has the form of those of our own letters. */
export const isOurs = (messageId: string, { mailDomain }: House): boolean =>
  /^<[a-z-]+\.(?:[^<>@]*\.)?[0-9a-f]{32}@/.test(messageId) && messageId.endsWith(`@${mailDomain}>`);

/** Result notices go to Sở TTTT in copy (Điều 5 khoản 3); the address of a letter's own reader is not copied. */
function frame(kind: NoticeKind, settlement: Settlement, to: string, { house, token }: ReplyContext) {
  const { messageId } = settlement.letter;
  // The token of a question must not reach those who get a copy.
  const references = settlement.letter.references.filter((one) => !one.startsWith('<confirm-sender.'));
  const number = settlement.requests[0]?.number ?? 'r';
  return {
    kind,
    to: [to],
    cc: kind === 'result' && house.copyAddress !== to ? [house.copyAddress] : [],
    messageId: `<${kind}.${number}.${token()}@${house.mailDomain}>`,
    inReplyTo: messageId,
    references:
      messageId === null ? references : [...references.filter((one) => one !== messageId), messageId],
  };
}

function askerOf({ verdict }: Settlement): string {
  return inert(verdict.unit?.name ?? verdict.address ?? '', 80);
}

function filled(template: string, letter: object): { text: string; html: string } {
  const { text, html } = fill(template, letter);
  return {
    text: `${wrap(text)
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
    html,
  };
}

const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function blankForms({ blankForm }: ReplyContext): Notice['attachments'] {
  return blankForm === null
    ? []
    : [{ filename: 'Mau-phieu-yeu-cau.xlsx', contentType: spreadsheet, content: blankForm }];
}
