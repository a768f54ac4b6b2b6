import { applyPlan, type Plan } from './apply/apply.ts';
import type { Letter } from './desk.ts';
import { renderAll } from './mail/render.ts';
import type { Finding } from './model/finding.ts';
import { waitsWhole } from './model/outcome.ts';
import type { MessageOutcome, Settlement } from './model/settlement.ts';
import { compose } from './reply/reply.ts';
import { type Report, reportOf } from './report.ts';
import { returnForms } from './returned.ts';

/** What is decided about a letter. */
export type Decision = Pick<Settlement, 'outcome' | 'findings' | 'problems' | 'question' | 'late' | 'trial'> &
  Pick<Plan, 'requests' | 'rowKeys' | 'bounced'>;

/** Ends the way of a letter without a request. */
export const settle = async (
  letter: Letter,
  outcome: MessageOutcome,
  findings: readonly Finding[],
  more: Partial<Pick<Decision, 'problems' | 'question' | 'late' | 'bounced'>> = {},
): Promise<Report> => {
  const decision: Decision = { outcome, findings, problems: [], ...more, requests: [], rowKeys: [] };
  const settled = letter.message.status === 'done';
  return settled ? reportOf(settlementOf(letter, decision), []) : write(letter, decision);
};

const settlementOf = (
  { envelope, message, verdict }: Letter,
  { rowKeys, bounced, ...decision }: Decision,
): Settlement => ({
  ...decision,
  requests: [],
  verdict,
  letter: {
    subject: envelope.subject,
    messageId: envelope.messageId,
    references: envelope.answers,
    receivedAt: message.receivedAt,
  },
});

/** A letter that is answered, and had no form to answer to. */
const wantsForm = ({ outcome, requests }: Decision): boolean =>
  (outcome === 'rejected' || outcome === 'review') && requests.every(waitsWhole);

/** Writes a decision with what is to be said about it. */
export const write = async (letter: Letter, decision: Decision): Promise<Report> => {
  const { desk, message, identity, said } = letter;
  const answer = said?.answer ?? null;
  const now = desk.now();
  const blankForm = wantsForm(decision) ? await desk.blankForm(letter.verdict.unit?.name ?? '') : null;
  const plan: Plan = {
    message,
    identity,
    settlement: settlementOf(letter, decision),
    requests: decision.requests,
    rowKeys: decision.rowKeys,
    bounced: decision.bounced ?? [],
    said: said && { ...said, answer: answer && { ...answer, settlement: settlementOf(answer, decision) } },
  };
  const { settlement, notices } = await applyPlan(desk.db, plan, {
    jobs: desk.jobs,
    serverPart: desk.reply.serverPart,
    now,
    compose: async (settlement) => {
      // A form that comes back tells what was done; of a trial nothing was.
      const returned = settlement.trial ? [] : await returnForms(letter, settlement);
      const context = { ...desk.reply, house: desk.house, now, blankForm, returned };
      return renderAll(compose(settlement, context), desk.house, now);
    },
  });
  const report = reportOf(settlement, notices);
  if (!answer) return report;
  // Told is what became of the letter that was held, about the letter that came.
  const { messageId, sender } = reportOf(settlementOf(answer, decision), []);
  return { ...report, messageId, sender };
};
