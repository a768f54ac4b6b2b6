import { applyPlan, findIdentity, Overtaken, type Plan } from './apply/apply.ts';
import { planChanges, stemsWanted } from './apply/plan.ts';
import type { Db } from './db/db.ts';
import type { Jobs } from './db/jobs.ts';
import { findFacts, takenAddresses, unitByMailbox } from './directory/reader.ts';
import { rowKeys } from './directory/row-key.ts';
import type { Reader } from './form/form.ts';
import { asksForMailbox, hintsAtForm, interpretForm } from './interpret/interpret.ts';
import { envelopeOf, identityOf } from './mail/envelope.ts';
import { render } from './mail/render.ts';
import { unansweredBecause } from './mail/sort.ts';
import type { Finding, MessageCode, Severity } from './model/finding.ts';
import type { FormProblem, Reading } from './model/form.ts';
import type { Envelope, StoredMessage } from './model/letter.ts';
import { outcomeOfRequests } from './model/outcome.ts';
import type { House, ReadRequest } from './model/request.ts';
import type { Verdict } from './model/sender.ts';
import type { MessageOutcome, Settlement } from './model/settlement.ts';
import { compose, type ReplyContext } from './reply/reply.ts';
import { type Report, reportOf } from './report.ts';
import { judge } from './rules/rules.ts';
import { type SenderSettings, verifySender } from './sender/sender.ts';
import { vietnamDay } from './text/day.ts';

/** What the way of a message needs. In a dry run `db` is a transaction that will be rolled back. */
export type Desk = {
  db: Db;
  jobs: Jobs;
  reader: Reader;
  house: House;
  sender: SenderSettings;
  reply: Pick<ReplyContext, 'serverPart' | 'token' | 'readableTypes'>;
  blankForm(unitName: string): Promise<Buffer>;
  now: () => Date;
};

/** The name in From of our letters. */
const ourName = 'Trung tâm Công nghệ thông tin và Truyền thông';

/**
 * The way of a stored message, in order: sort, sender, form, interpret, rules, apply and reply. Every way out is one
 * settlement, written in one transaction with its notices. Throws only for errors of ours; then nothing is written and
 * the message is tried again.
 */
export const takeMessage = async (desk: Desk, message: StoredMessage): Promise<Report> => {
  const envelope = envelopeOf(message.raw);
  const verdict = await verifySender({ ...message, envelope }, desk.sender, desk.now(), (address) =>
    unitByMailbox(desk.db, address, desk.now()),
  );
  const letter = {
    desk,
    message,
    envelope,
    verdict,
    identity: identityFor(message, envelope, verdict, desk),
  };
  if (await takenBefore(letter)) return settle(letter, 'duplicate', []);
  if (unansweredBecause(envelope, desk.house.intakeAddress)) return settle(letter, 'ignored', []);
  if (!verdict.verified) return settle(letter, 'unverified', verdict.findings);

  const reading = await readLetter(letter);
  if (!message.truncated && !isRequest(envelope, reading)) return settle(letter, 'ignored', []);
  if (verdict.findings.length > 0) return settle(letter, 'rejected', verdict.findings);
  const refusals = findRefusals(reading);
  if (refusals.length > 0) return settle(letter, severest(refusals), refusals, reading.problems);

  const today = vietnamDay(desk.now());
  const requests = reading.forms.map((form) => interpretForm(form, { today }));
  return carryOut(letter, requests, reading.problems);
};

type Letter = {
  desk: Desk;
  message: StoredMessage;
  envelope: Envelope;
  verdict: Verdict;
  identity: string;
};

/**
 * A forger's copy, or one that a filter spoiled, must never make the real letter a duplicate: what was proven and what
 * was not are different letters.
 */
const identityFor = (message: StoredMessage, envelope: Envelope, verdict: Verdict, desk: Desk): string => {
  const automatic = unansweredBecause(envelope, desk.house.intakeAddress) !== null;
  const proof = automatic ? 'automatic' : verdict.verified ? 'proven' : 'unproven';
  return `${identityOf(message.raw, verdict.address)}:${proof}`;
};

const takenBefore = async ({ desk, message, identity }: Letter): Promise<boolean> =>
  message.status === 'done' || (await findIdentity(desk.db, identity)) !== null;

/** A message over the limit is judged by its headers alone. */
const readLetter = async ({ desk, message }: Letter): Promise<Reading> =>
  message.truncated
    ? {
        text: '',
        forms: [],
        problems: [{ code: 'form-too-large', attachment: '', detail: 'over the limit' }],
      }
    : desk.reader.read(message.raw);

/** The mailbox gets ordinary mail too: what speaks of no mailbox request is left where it lies. */
const isRequest = (envelope: Envelope, { text, forms, problems }: Reading): boolean => {
  const subject = envelope.subject ?? '';
  const names = problems.map(({ attachment }) => attachment);
  if (forms.length > 0 || asksForMailbox(subject, text)) return true;
  return problems.length > 0 && hintsAtForm(subject, names, text);
};

const clauses: Partial<Record<MessageCode, string>> = {
  'form-too-large': 'Điều 10 khoản 1',
  'secrecy-mark': 'Điều 8 khoản 1',
};

/** Why no form of the letter can be judged; empty where one can. A secret letter is not read further (Điều 8). */
const findRefusals = ({ forms, problems }: Reading): Finding[] => {
  const secret = problems.filter(({ code }) => code === 'secrecy-mark');
  if (secret.length > 0) return [refusal('secrecy-mark', 'review', secret)];
  if (forms.length > 0) return [];
  const codes = [...new Set(problems.map(({ code }) => code))];
  if (codes.length === 0) return [refusal('no-form', 'reject', [])];
  return codes.map((code) =>
    refusal(
      code,
      'reject',
      problems.filter((problem) => problem.code === code),
    ),
  );
};

const refusal = (code: MessageCode, severity: Severity, problems: readonly FormProblem[]): Finding => ({
  code,
  severity,
  clause: clauses[code] ?? 'Điều 5 khoản 1',
  args: { attachment: problems.map(({ attachment }) => attachment).join(', ') },
});

const severest = (findings: readonly Finding[]): 'review' | 'rejected' =>
  findings.some(({ severity }) => severity === 'review') ? 'review' : 'rejected';

/** Tries to plan and write; each time somebody was faster the facts are looked up anew. */
const attempts = 10;

/** Judges the forms against the directory and writes what follows. */
const carryOut = async (
  letter: Letter,
  read: readonly ReadRequest[],
  problems: readonly FormProblem[],
): Promise<Report> => {
  const { desk, verdict } = letter;
  if (!verdict.unit) throw new Error('a verified unit sender without a unit');
  const keys = rowKeys(verdict.unit, read);
  const wanted = { asking: verdict.unit, requests: read, house: desk.house, rowKeys: keys };
  for (let attempt = 1; ; attempt += 1) {
    const facts = await findFacts(desk.db, { ...wanted, now: desk.now() });
    const decided = judge(read, facts, { house: desk.house, today: vietnamDay(desk.now()) });
    const taken = await takenAddresses(desk.db, stemsWanted(decided, desk.house));
    const requests = planChanges(decided, taken, desk.house);
    const outcome = outcomeOfRequests(requests.map((request) => request.outcome));
    try {
      return await write(letter, { outcome, findings: [], problems, requests, rowKeys: keys });
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === attempts) throw error;
      if (await takenBefore(letter)) return settle(letter, 'duplicate', []);
    }
  }
};

type Decision = Pick<Settlement, 'outcome' | 'findings' | 'problems'> & Pick<Plan, 'requests' | 'rowKeys'>;

/** Ends the way of a letter without a request. */
const settle = async (
  letter: Letter,
  outcome: MessageOutcome,
  findings: readonly Finding[],
  problems: readonly FormProblem[] = [],
): Promise<Report> => {
  const decision: Decision = { outcome, findings, problems, requests: [], rowKeys: [] };
  const settled = letter.message.status === 'done';
  return settled ? reportOf(settlementOf(letter, decision), []) : write(letter, decision);
};

const settlementOf = ({ envelope, message, verdict }: Letter, decision: Decision): Settlement => ({
  outcome: decision.outcome,
  findings: decision.findings,
  problems: decision.problems,
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
  requests.length === 0 && (outcome === 'rejected' || outcome === 'review');

/** Writes a decision with what is to be said about it. */
const write = async (letter: Letter, decision: Decision): Promise<Report> => {
  const { desk, message, identity } = letter;
  const now = desk.now();
  const blankForm = wantsForm(decision) ? await desk.blankForm(letter.verdict.unit?.name ?? '') : null;
  const plan: Plan = {
    message,
    identity,
    settlement: settlementOf(letter, decision),
    requests: decision.requests,
    rowKeys: decision.rowKeys,
  };
  const { settlement, notices } = await applyPlan(desk.db, plan, {
    jobs: desk.jobs,
    now,
    compose: async (settlement) => {
      const letters = compose(settlement, { ...desk.reply, house: desk.house, now, blankForm });
      const from = { name: ourName, address: desk.house.intakeAddress };
      return Promise.all(letters.map(async (notice) => ({ notice, eml: await render(notice, from, now) })));
    },
  });
  return reportOf(settlement, notices);
};
