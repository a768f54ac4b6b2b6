import { applyPlan, findIdentity, Overtaken, type Plan } from './apply/apply.ts';
import { type Confirmation, findConfirmation, mayAsk, type Said } from './apply/confirmation.ts';
import { planChanges, stemsWanted } from './apply/plan.ts';
import type { Db } from './db/db.ts';
import type { Jobs } from './db/jobs.ts';
import { findFacts, takenAddresses, unitByMailbox } from './directory/reader.ts';
import { rowKeys } from './directory/row-key.ts';
import type { Reader } from './form/form.ts';
import { asksForMailbox, hintsAtForm, interpretForm, ownWords, readWord } from './interpret/interpret.ts';
import { envelopeOf, identityOf } from './mail/envelope.ts';
import { renderAll } from './mail/render.ts';
import { unansweredBecause } from './mail/sort.ts';
import type { Finding, MessageCode, Severity } from './model/finding.ts';
import type { FormProblem, Reading } from './model/form.ts';
import type { Envelope, StoredMessage } from './model/letter.ts';
import { outcomeOfRequests } from './model/outcome.ts';
import type { House, ReadRequest, Unit } from './model/request.ts';
import type { Verdict } from './model/sender.ts';
import type { MessageOutcome, Question, Settlement } from './model/settlement.ts';
import { compose, isOurs, type ReplyContext } from './reply/reply.ts';
import { type Report, reportOf } from './report.ts';
import { judge } from './rules/rules.ts';
import { type SenderSettings, verifySender } from './sender/sender.ts';
import { vietnamDay } from './text/day.ts';
import { workingDaysAfter } from './text/working-days.ts';

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
  const identity = identityFor(message, envelope, verdict, desk);
  const letter = { desk, message, envelope, verdict, identity, said: null };
  if (await takenBefore(letter)) return settle(letter, 'duplicate', []);
  if (unansweredBecause(envelope, desk.house.intakeAddress)) return settle(letter, 'ignored', []);
  const asked = await findConfirmation(desk.db, envelope.answers, desk.now());
  if (!asked && !verdict.verified) return hold(letter);

  const reading = await readLetter(letter);
  // The answer to our question needs no proof of its own; but a unit that sends a form with it asks anew.
  const isNew = verdict.verified && (message.truncated || reading.forms.length > 0);
  if (asked && !isNew) return hear(letter, reading, asked);
  return takeProven(letter, reading);
};

/** The way on of a letter whose sender is proven, or that its unit confirmed. */
const takeProven = async (letter: Letter, reading: Reading): Promise<Report> => {
  const { desk, message, verdict } = letter;
  if (!message.truncated && !isRequest(letter, reading)) return settle(letter, 'ignored', []);
  if (verdict.findings.length > 0) return settle(letter, 'rejected', verdict.findings);
  const refusals = findRefusals(reading);
  if (refusals.length > 0)
    return settle(letter, severest(refusals), refusals, { problems: reading.problems });

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
  /** The unit's word on it, with the letter that brought it where it is not this one; null where it needed none. */
  said: (Said & { answer: Letter | null }) | null;
};

/** Nothing is done for a letter that nobody proved; the unit that it names is asked about it. */
const hold = async (letter: Letter): Promise<Report> => {
  const { findings } = letter.verdict;
  const question = await questionAbout(letter);
  if (!question) return settle(letter, 'unverified', findings);
  try {
    return await settle(letter, 'unverified', findings, { question });
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return settle(letter, 'unverified', findings);
  }
};

/** Working days for which the unit's word counts. */
const daysToAnswer = 3;

/**
 * What the unit is to be asked about a letter in its name; null where it is not: the letter is a copy of one that it sent,
 * it is no request, it is not to be read further (Điều 8), or the unit has just been asked. Only then is it read.
 */
const questionAbout = async (letter: Letter): Promise<Question | null> => {
  const { desk, message, verdict } = letter;
  const now = desk.now();
  const address = verdict.address ?? '';
  const named = await unitByMailbox(desk.db, address, now);
  if (named?.mailboxStatus !== 'active') return null;
  if (await findIdentity(desk.db, identityAs(message, address, 'proven'))) return null;
  if (!(await mayAsk(desk.db, named.unit.id, now))) return null;
  const reading = await readLetter(letter);
  const isSecret = reading.problems.some(({ code }) => code === 'secrecy-mark');
  if (isSecret || !isRequest(letter, reading)) return null;
  const today = vietnamDay(now);
  const requests = reading.forms.map((form) => interpretForm(form, { today }));
  return { requests, until: workingDaysAfter(today, daysToAnswer) };
};

/**
 * The answer to our question, from whomever: who has its token reads the unit's mailbox. A clear XÁC NHẬN in its time takes
 * the one letter that was held on its way, once; anything else is for staff.
 */
const hear = async (letter: Letter, reading: Reading, asked: Confirmation): Promise<Report> => {
  const { desk, envelope } = letter;
  const address = asked.held.fromAddress ?? '';
  const named = await unitByMailbox(desk.db, address, desk.now());
  const unit = named?.unit.id === asked.unitId && named.mailboxStatus === 'active' ? named.unit : null;
  const isOpen = asked.state === 'open' && unit !== null;
  const answer = isOpen ? { ...letter, verdict: spokenFor(letter.verdict, unit) } : letter;
  const hasForm = letter.message.truncated || reading.forms.length > 0;
  const names = unit ? [unit.name, unit.abbreviation] : [];
  const word = hasForm ? 'unclear' : readWord(envelope.subject ?? '', reading.text, names);

  if (word === 'unclear') return settle(answer, 'review', [aboutWord('confirmation-unclear')]);
  const said = { confirmationId: asked.id, word };
  if (word === 'refused') {
    const refusing = isOpen ? { ...answer, said: { ...said, answer: null } } : answer;
    return settle(refusing, 'review', [aboutWord('confirmation-refused')]);
  }
  if (asked.state === 'confirmed') return settle(answer, 'duplicate', []);
  if (!isOpen) return settle(answer, 'review', [aboutWord('confirmation-lapsed')]);
  const held: Letter = {
    ...{ desk, message: { ...asked.held, status: 'received' }, envelope: envelopeOf(asked.held.raw) },
    ...{ verdict: { ...spokenFor(answer.verdict, unit), address, evidence: 'none' } },
    ...{ identity: identityAs(asked.held, address, 'proven'), said: { ...said, answer } },
  };
  if (await takenBefore(held)) return settle(answer, 'duplicate', []);
  return takeProven(held, await readLetter(held));
};

/** The token proves that the unit's mailbox was read, whoever stands in From. */
const spokenFor = (verdict: Verdict, unit: Unit): Verdict => ({
  ...verdict,
  ...{ unit, verified: true, findings: [] },
  because: `an answer to our question to ${unit.mailbox}; its From: ${verdict.because}`,
});

const aboutWord = (code: MessageCode): Finding => ({ code, severity: 'review', clause: null, args: {} });

/**
 * A forger's copy, or one that a filter spoiled, must never make the real letter a duplicate: what was proven and what
 * was not are different letters.
 */
const identityFor = (message: StoredMessage, envelope: Envelope, verdict: Verdict, desk: Desk): string => {
  const automatic = unansweredBecause(envelope, desk.house.intakeAddress) !== null;
  const proof = automatic ? 'automatic' : verdict.verified ? 'proven' : 'unproven';
  return identityAs(message, verdict.address, proof);
};

const identityAs = (
  { raw }: StoredMessage,
  address: string | null,
  proof: 'automatic' | 'proven' | 'unproven',
): string => `${identityOf(raw, address)}:${proof}`;

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

/**
 * The mailbox gets ordinary mail too: what speaks of no mailbox request is left where it lies. In the answer to a letter of
 * ours only its own words count: the subject and what it quotes are ours.
 */
const isRequest = ({ desk, envelope }: Letter, { text, forms, problems }: Reading): boolean => {
  const isAnswer = envelope.answers.some((id) => isOurs(id, desk.house));
  const subject = isAnswer ? '' : (envelope.subject ?? '');
  const words = isAnswer ? ownWords(text).join('\n') : text;
  const names = problems.map(({ attachment }) => attachment);
  if (forms.length > 0 || asksForMailbox(subject, words)) return true;
  return problems.length > 0 && hintsAtForm(subject, names, words);
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
      if (await takenBefore(letter)) return settle(letter.said?.answer ?? letter, 'duplicate', []);
    }
  }
};

type Decision = Pick<Settlement, 'outcome' | 'findings' | 'problems' | 'question'> &
  Pick<Plan, 'requests' | 'rowKeys'>;

/** Ends the way of a letter without a request. */
const settle = async (
  letter: Letter,
  outcome: MessageOutcome,
  findings: readonly Finding[],
  more: Partial<Pick<Decision, 'problems' | 'question'>> = {},
): Promise<Report> => {
  const decision: Decision = { outcome, findings, problems: [], ...more, requests: [], rowKeys: [] };
  const settled = letter.message.status === 'done';
  return settled ? reportOf(settlementOf(letter, decision), []) : write(letter, decision);
};

const settlementOf = (
  { envelope, message, verdict }: Letter,
  { rowKeys, ...decision }: Decision,
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
  requests.length === 0 && (outcome === 'rejected' || outcome === 'review');

/** Writes a decision with what is to be said about it. */
const write = async (letter: Letter, decision: Decision): Promise<Report> => {
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
    said: said && { ...said, answer: answer && { ...answer, settlement: settlementOf(answer, decision) } },
  };
  const { settlement, notices } = await applyPlan(desk.db, plan, {
    jobs: desk.jobs,
    serverPart: desk.reply.serverPart,
    now,
    compose: (settlement) =>
      renderAll(compose(settlement, { ...desk.reply, house: desk.house, now, blankForm }), desk.house, now),
  });
  const report = reportOf(settlement, notices);
  if (!answer) return report;
  // Told is what became of the letter that was held, about the letter that came.
  const { messageId, sender } = reportOf(settlementOf(answer, decision), []);
  return { ...report, messageId, sender };
};
