import { findIdentity, Overtaken } from './apply/apply.ts';
import { type Confirmation, findUnclear, mayAsk, numbersOf } from './apply/confirmation.ts';
import { identityAs, isRequest, type Letter, readLetter, takenBefore } from './desk.ts';
import { unitByMailbox } from './directory/reader.ts';
import { interpretForms, isThanks, ownWords, readWord } from './interpret/interpret.ts';
import { envelopeOf } from './mail/envelope.ts';
import type { Finding, MessageCode } from './model/finding.ts';
import type { Reading } from './model/form.ts';
import type { Unit } from './model/request.ts';
import type { Verdict } from './model/sender.ts';
import type { Question } from './model/settlement.ts';
import { isOurs } from './reply/reply.ts';
import type { Report } from './report.ts';
import { settle, write } from './settle.ts';
import { vietnamDay } from './text/day.ts';
import { workingDaysAfter } from './text/working-days.ts';
import { unjudged } from './unjudged.ts';

/** Nothing is done for a letter that nobody proved; the unit that it names is asked about it. */
export const hold = async (letter: Letter): Promise<Report> => {
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
 * it is no request, it is not to be read further (Điều 8), the unit has just been asked, or letters that nobody proved have
 * taken up enough time. Only then is it read.
 */
const questionAbout = async (letter: Letter): Promise<Question | null> => {
  const { desk, message, verdict } = letter;
  const now = desk.now();
  const address = verdict.address ?? '';
  const named = await unitByMailbox(desk.db, address, now);
  if (named?.mailboxStatus !== 'active') return null;
  if (await findIdentity(desk.db, identityAs(message, address, 'proven'))) return null;
  if (!(await mayAsk(desk.db, named.unit.id, now))) return null;
  const reading = await desk.strangers.within(now, () => readLetter(letter));
  if (reading === null) return null;
  const isSecret = reading.problems.some(({ code }) => code === 'secrecy-mark');
  if (isSecret || !isRequest(letter, reading)) return null;
  // It told the unit to send the form. A program that sends it back without a sign would begin anew with its words.
  const isReminded = letter.envelope.answers.some(
    (id) => id.startsWith('<reminder.') && isOurs(id, desk.house),
  );
  if (isReminded && reading.forms.length === 0) return null;
  const today = vietnamDay(now);
  const requests = await interpretForms(reading, { today });
  return { requests, until: workingDaysAfter(today, daysToAnswer) };
};

/**
 * The answer to our question, from whomever: who has its token reads the unit's mailbox. A clear XÁC NHẬN in its time takes
 * the one letter that was held on its way, once: it is returned, as proven. What comes later does nothing, and the unit is told
 * what to do instead; anything else is for staff.
 */
export const hear = async (
  letter: Letter,
  reading: Reading,
  asked: Confirmation,
): Promise<Report | Letter> => {
  const { desk, envelope } = letter;
  const address = asked.held.fromAddress ?? '';
  const named = await unitByMailbox(desk.db, address, desk.now());
  const unit = named?.unit.id === asked.unitId && named.mailboxStatus === 'active' ? named.unit : null;
  const isOpen = asked.state === 'open' && unit !== null;
  const answer = isOpen ? { ...letter, verdict: spokenFor(letter.verdict, unit) } : letter;
  const hasForm = letter.message.truncated || reading.forms.length > 0;
  const names = unit ? [unit.name, unit.abbreviation] : [];
  const word = hasForm ? 'unclear' : readWord(envelope.subject ?? '', reading.text, names);

  // Sent to a question that is closed, a form is no word on it but a letter of its own, and the unit is asked about that.
  if (!isOpen && hasForm && letter.verdict.address === unit?.mailbox) return hold(letter);
  if (word === 'unclear' && isOpen) return leaveToStaff(answer, reading, asked);
  if (word === 'unclear' && asked.state === 'lapsed' && !isEmpty(reading))
    return tellLate(letter, asked, unit, 'confirmation-unclear');
  if (word === 'unclear') {
    const isDone = isEmpty(reading) || (!hasForm && isThanks(reading.text, names));
    return isDone ? unclear(answer) : doubt(answer, reading, asked, unit);
  }
  if (word === 'refused') return deny(answer, reading, asked, unit);
  if (asked.state === 'confirmed') return settle(answer, 'duplicate', []);
  if (!isOpen) return tellLate(letter, asked, unit, 'confirmation-lapsed');
  const held: Letter = {
    desk,
    message: { ...asked.held, status: 'received' },
    envelope: envelopeOf(asked.held.raw),
    verdict: { ...spokenFor(answer.verdict, unit), address, evidence: 'none' },
    identity: identityAs(asked.held, address, 'proven'),
    said: { confirmationId: asked.id, word, answer },
  };
  return (await takenBefore(held)) ? settle(answer, 'duplicate', []) : held;
};

const unclear = (answer: Letter): Promise<Report> =>
  settle(answer, 'review', [aboutWord('confirmation-unclear')]);

/** Tries to find an answer its place among what waits; each time somebody was faster it is looked up anew. */
const attempts = 5;

/**
 * Nobody answers such an answer by itself, so the office would wait for nothing: staff find it in their list. One without
 * words is no answer, and while one of a unit waits another joins it there: letters in a unit's name, with a program
 * that answers our questions and does not say that it is one, must not fill the list.
 */
const leaveToStaff = async (answer: Letter, reading: Reading, asked: Confirmation): Promise<Report> => {
  if (isEmpty(reading)) return unclear(answer);
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const beside = await findUnclear(answer.desk.db, asked.unitId);
    const said = { confirmationId: asked.id, word: 'unclear', beside, answer: null } as const;
    const heard = { ...answer, said };
    const question = String(asked.id);
    try {
      return beside === null
        ? await list(heard, reading, aboutWord('confirmation-unclear', { question }))
        : await unclear(heard);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  // Its question was answered meanwhile.
  return unclear(answer);
};

/**
 * The unit's no. Where what it was asked about has been done (on its own yes, or on a proof that the same letter had later) somebody
 * may have had its mailbox, so that staff find it in their list, once for each question; nothing is undone by itself.
 */
const deny = async (
  answer: Letter,
  reading: Reading,
  { id, state, held }: Confirmation,
  unit: Unit | null,
): Promise<Report> => {
  const isOpen = state === 'open' && unit !== null;
  const said = { confirmationId: id, word: isOpen ? 'refused' : 'late', answer: null } as const;
  const plain = (letter: Letter) => settle(letter, 'review', [aboutWord('confirmation-refused')]);
  const numbers = await doneAs(answer, held);
  if (unit === null || numbers === '') return plain(isOpen ? { ...answer, said } : answer);
  const heard = { ...answer, verdict: spokenFor(answer.verdict, unit), said };
  try {
    return await list(heard, reading, aboutWord('confirmation-refused', { numbers }));
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return plain(answer);
  }
};

/**
 * Words that came after a clear one, and are neither: "còn dòng 2 thì sao?", "xin lỗi, phiếu đó nhầm". What was done stays
 * done, and what was not is not done; staff find them in their list, once for each question.
 */
const doubt = async (
  answer: Letter,
  reading: Reading,
  { id, held }: Confirmation,
  unit: Unit | null,
): Promise<Report> => {
  if (unit === null) return unclear(answer);
  const said = { confirmationId: id, word: 'doubtful', answer: null } as const;
  const heard = { ...answer, verdict: spokenFor(answer.verdict, unit), said };
  const numbers = await doneAs(answer, held);
  try {
    return await list(heard, reading, aboutWord('confirmation-doubted', { numbers }));
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return unclear(answer);
  }
};

/** The numbers under which a letter that was held has been done, on the unit's yes or on a proof; '' where it was not. */
const doneAs = async ({ desk }: Letter, held: Confirmation['held']): Promise<string> => {
  const done = await findIdentity(desk.db, identityAs(held, held.fromAddress, 'proven'));
  return done === null ? '' : (await numbersOf(desk.db, done)).join(', ');
};

/** Settles an answer so that staff find it in their list. */
const list = (answer: Letter, reading: Reading, finding: Finding): Promise<Report> => {
  const request = unjudged(reading, [finding]);
  return write(answer, { outcome: 'review', findings: [], problems: [], requests: [request], rowKeys: [] });
};

const isEmpty = ({ forms, text }: Reading): boolean =>
  forms.length === 0 && ownWords(text).join('').trim() === '';

/**
 * The unit that means it waits for something that will not come: it is told, at its registered mailbox, once for each question.
 * One whose mailbox is closed reads nothing, and one that sent the same letter with a proof has its answer.
 */
const tellLate = async (
  letter: Letter,
  { id, state, expiresAt, held }: Confirmation,
  unit: Unit | null,
  code: MessageCode,
): Promise<Report> => {
  const findings = [aboutWord(code)];
  if (unit === null) return settle(letter, 'review', findings);
  const proven = identityAs(held, held.fromAddress, 'proven');
  if (await findIdentity(letter.desk.db, proven)) return settle(letter, 'duplicate', []);
  const about = { subject: envelopeOf(held.raw).subject, receivedAt: held.receivedAt };
  const late = { unit, held: about, overAt: state === 'lapsed' ? expiresAt : null };
  const said = { confirmationId: id, word: 'late', answer: null } as const;
  try {
    return await settle({ ...letter, said }, 'review', findings, { late });
  } catch (error) {
    if (!(error instanceof Overtaken)) throw error;
    return settle(letter, 'review', findings);
  }
};

/** The token proves that the unit's mailbox was read, whoever stands in From. */
const spokenFor = (verdict: Verdict, unit: Unit): Verdict => ({
  ...verdict,
  unit,
  verified: true,
  findings: [],
  because: `an answer to our question to ${unit.mailbox}; its From: ${verdict.because}`,
});

const aboutWord = (code: MessageCode, args: Finding['args'] = {}): Finding => ({
  ...{ code, severity: 'review', clause: null, args },
});
