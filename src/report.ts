import type { Finding } from './model/finding.ts';
import type { Form } from './model/form.ts';
import type { Notice } from './model/notice.ts';
import type { SettledItem, SettledRequest } from './model/request.ts';
import type { Settlement } from './model/settlement.ts';
import { findingReport } from './reply/words.ts';
import { tidy } from './text/fold.ts';

/** What `phieu process --json` prints for a message, without the file's name (the command-line contract). */
export type Report = {
  messageId: string | null;
  outcome: Settlement['outcome'];
  reasons: Reason[];
  sender: { address: string | null; unit: string | null; verified: boolean; evidence: string };
  requests: RequestReport[];
  notices: {
    kind: string;
    to: readonly string[];
    cc: readonly string[];
    subject: string;
    messageId: string;
  }[];
};

type Reason = { code: string; clause: string | null; text: string };

export type RequestReport = {
  number: string;
  outcome: string;
  reasons: Reason[];
  form: Record<
    'source' | 'attachment' | 'unit' | 'requester' | 'position' | 'phone' | 'content',
    string | null
  >;
  items: ItemReport[];
};

type ItemReport = {
  number: number;
  fullName: string | null;
  unit: string | null;
  wish: string | null;
  action: string;
  address: string | null;
  newAddress: string | null;
  outcome: string;
  reasons: Reason[];
};

/** The report of what became of a message, and of the notices that were queued for it. */
export const reportOf = (settlement: Settlement, notices: readonly Notice[]): Report => {
  const { address, unit, verified, evidence } = settlement.verdict;
  return {
    messageId: settlement.letter.messageId,
    outcome: settlement.outcome,
    // What is said of a whole form is said of the message that brought it.
    reasons: [...settlement.findings, ...settlement.requests.flatMap(({ findings }) => findings)].map(
      reasonOf,
    ),
    sender: { address, unit: unit?.abbreviation ?? null, verified, evidence },
    requests: settlement.requests.map(requestReport),
    notices: notices.map(({ kind, to, cc, subject, messageId }) => ({ kind, to, cc, subject, messageId })),
  };
};

const reasonOf = (finding: Finding): Reason => ({
  code: finding.code,
  clause: finding.clause,
  text: findingReport(finding),
});

/** A request as `phieu process --json` and `phieu requests list --json` tell it. */
export const requestReport = (request: SettledRequest): RequestReport => ({
  number: request.number,
  outcome: request.outcome,
  reasons: request.findings.map(reasonOf),
  form: formReport(request.form),
  items: request.items.map(itemReport),
});

const formReport = ({ source, attachment, ...fields }: Form): RequestReport['form'] => ({
  source,
  attachment,
  unit: fields.unit?.text ?? null,
  requester: fields.requester?.text ?? null,
  position: fields.position?.text ?? null,
  phone: fields.phone?.text ?? null,
  content: fields.content?.text ?? null,
});

const itemReport = ({
  item,
  unit,
  action,
  address,
  newAddress,
  outcome,
  findings,
}: SettledItem): ItemReport => ({
  number: item.row.number,
  // What is no person's name is shown as it was written.
  fullName: item.name?.fullName ?? (item.row.fullName && tidy(item.row.fullName.text)),
  unit: unit?.abbreviation ?? null,
  wish: item.row.wish?.text ?? null,
  action,
  address,
  newAddress,
  outcome,
  reasons: findings.map(reasonOf),
});

/** The report of a message that an error of ours stopped: it is kept, and tried again. */
export const failedReport = (messageId: string | null): Report => ({
  messageId,
  outcome: 'failed',
  reasons: [],
  requests: [],
  notices: [],
  sender: { address: null, unit: null, verified: false, evidence: 'none' },
});
