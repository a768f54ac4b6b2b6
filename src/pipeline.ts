import { answeredLately } from './apply/answered.ts';
import { Overtaken } from './apply/apply.ts';
import { findConfirmation } from './apply/confirmation.ts';
import { planChanges } from './apply/plan.ts';
import { bouncedWith } from './bounced.ts';
import { type Desk, identityFor, isRequest, type Letter, readLetter, takenBefore } from './desk.ts';
import { findFacts, unitByMailbox } from './directory/reader.ts';
import { hear, hold } from './held.ts';
import { asksForTrial, interpretForms, interpretRow } from './interpret/interpret.ts';
import { envelopeOf } from './mail/envelope.ts';
import { unansweredBecause } from './mail/sort.ts';
import type { Finding, MessageCode, Severity } from './model/finding.ts';
import type { FormProblem, Reading } from './model/form.ts';
import type { StoredMessage } from './model/letter.ts';
import { outcomeOfRequests } from './model/outcome.ts';
import type { ReadRequest } from './model/request.ts';
import { pass } from './points.ts';
import { isOurs } from './reply/reply.ts';
import type { Report } from './report.ts';
import { judge } from './rules/rules.ts';
import { verifySender } from './sender/sender.ts';
import { type Decision, settle, write } from './settle.ts';
import { vietnamDay } from './text/day.ts';
import { unjudged } from './unjudged.ts';

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
  pass('sender verified');
  const identity = identityFor(message, envelope, verdict, desk);
  const letter = { desk, message, envelope, verdict, identity, said: null };
  if (await takenBefore(letter)) return settle(letter, 'duplicate', []);
  const unanswered = unansweredBecause(envelope, desk.house.intakeAddress);
  if (unanswered) return settle(letter, 'ignored', [], { bounced: await bouncedWith(letter, unanswered) });
  const asked = await findConfirmation(desk.db, envelope.answers, desk.now());
  if (!asked && !verdict.verified) return hold(letter);

  const reading = await readLetter(letter);
  pass('letter read');
  // The answer to our question needs no proof of its own; but a unit that sends a form with it asks anew.
  const isNew = verdict.verified && (message.truncated || reading.forms.length > 0);
  if (!asked || isNew) return takeProven(letter, reading);
  const heard = await hear(letter, reading, asked);
  return 'outcome' in heard ? heard : takeProven(heard, await readLetter(heard));
};

/** The way on of a letter whose sender is proven, or that its unit confirmed. */
const takeProven = async (letter: Letter, reading: Reading): Promise<Report> => {
  const { desk, message, verdict } = letter;
  if (!message.truncated && !isRequest(letter, reading)) return settle(letter, 'ignored', []);
  const isBare = reading.forms.length === 0 && reading.problems.length === 0;
  if (isBare && (await goesInCircles(letter))) return settle(letter, 'ignored', []);
  if (verdict.findings.length > 0) return settle(letter, 'rejected', verdict.findings);
  const today = vietnamDay(desk.now());
  const refusals = findRefusals({
    ...reading,
    problems: [...reading.problems, ...otherOnScan(reading, today)],
  });
  if (refusals.length > 0) return refuse(letter, reading, refusals);

  const requests = await interpretForms(reading, { today });
  return carryOut(letter, requests, reading.problems);
};

/** Letters without a form that are answered to one address within an hour, though they answer ours. */
const answersInAnHour = 5;

/** A program that answers by itself, signed in and without saying so, would answer our answer to it for ever. */
const goesInCircles = async ({ desk, envelope, verdict }: Letter): Promise<boolean> => {
  const [address, subject, now] = [verdict.address ?? '', envelope.subject ?? '', desk.now()];
  const { letters, repeats } = await answeredLately(desk.db, { address, subject, now });
  const isAnswer = repeats || envelope.answers.some((id) => isOurs(id, desk.house));
  return isAnswer && letters >= answersInAnHour;
};

/** Wishes that a scan has otherwise, where both are plain and ask different things. */
const otherOnScan = ({ scannedWishes = [] }: Reading, today: string): FormProblem[] =>
  scannedWishes.flatMap(({ row, wish, problem }) => {
    const [written, seen] = [row, { ...row, wish }].map((one) => interpretRow(one, { today }).wish.action);
    return written === 'unclear' || seen === 'unclear' || written === seen ? [] : [problem];
  });

const clauses: Partial<Record<MessageCode, string>> = {
  'form-too-large': 'Điều 10 khoản 1',
  'secrecy-mark': 'Điều 8 khoản 1',
};

/** Why no form of the letter can be judged; empty where one can. A secret letter is not read further (Điều 8). */
const findRefusals = ({ forms, problems }: Reading): Finding[] => {
  const secret = problems.filter(({ code }) => code === 'secrecy-mark');
  if (secret.length > 0) return [refusal('secrecy-mark', 'review', secret)];
  const disagreeing = problems.filter(({ code }) => code === 'forms-disagree');
  if (disagreeing.length > 0) return [refusal('forms-disagree', 'review', disagreeing)];
  if (forms.length > 0) return [];
  const codes = [...new Set(problems.map(({ code }) => code))];
  if (codes.length === 0) return [refusal('no-form', 'reject', [])];
  return codes.map((code) =>
    refusal(
      code,
      // Staff see what is on a picture that no machine reads.
      code === 'form-scanned' ? 'review' : 'reject',
      problems.filter((problem) => problem.code === code),
    ),
  );
};

const refusal = (code: MessageCode, severity: Severity, problems: readonly FormProblem[]): Finding => ({
  code,
  severity,
  clause: clauses[code] ?? 'Điều 5 khoản 1',
  args: {
    attachment: problems.map(({ attachment }) => attachment).join(', '),
    ...(problems[0]?.difference === undefined ? {} : { difference: problems[0].difference }),
  },
});

/** Answers a letter of which no form can be judged. What staff must look at is a request, with a number that they decide by. */
const refuse = async (letter: Letter, reading: Reading, refusals: readonly Finding[]): Promise<Report> => {
  const { problems } = reading;
  if (asksForTrial(letter.envelope.subject ?? '')) {
    // Of a trial nothing stays for anybody to look at: the office mends what staff would have had to ask about.
    const findings = refusals.map((finding): Finding => ({ ...finding, severity: 'reject' }));
    return write(letter, asTrial({ outcome: 'rejected', findings, problems, requests: [], rowKeys: [] }));
  }
  if (!refusals.some(({ severity }) => severity === 'review'))
    return settle(letter, 'rejected', refusals, { problems });
  // While staff look at the letter the office is not told to mend and send again.
  const findings = refusals.map((finding): Finding => ({ ...finding, severity: 'review' }));
  const request = unjudged(reading, findings);
  return write(letter, { outcome: 'review', findings: [], problems, requests: [request], rowKeys: [] });
};

const asTrial = (decision: Decision): Decision => ({
  ...decision,
  trial: true,
  findings: [...decision.findings, { code: 'trial-only', severity: 'note', clause: null, args: {} }],
});

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
  const wanted = { asking: verdict.unit, requests: read, house: desk.house };
  for (let attempt = 1; ; attempt += 1) {
    const facts = await findFacts(desk.db, { ...wanted, now: desk.now() });
    const decided = judge(read, facts, { house: desk.house, today: vietnamDay(desk.now()) });
    const requests = planChanges(decided, facts.taken, desk.house);
    pass('plan made');
    const outcome = outcomeOfRequests(requests.map((request) => request.outcome));
    const decision = { outcome, findings: [], problems, requests, rowKeys: facts.rowKeys };
    try {
      return await write(letter, asksForTrial(letter.envelope.subject ?? '') ? asTrial(decision) : decision);
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt === attempts) throw error;
      if (await takenBefore(letter)) return settle(letter.said?.answer ?? letter, 'duplicate', []);
    }
  }
};
