import type { Finding } from './finding.ts';
import type { FormProblem } from './form.ts';
import type { ReadRequest, RequestOutcome, SettledRequest, Unit } from './request.ts';
import type { Verdict } from './sender.ts';

/** What became of a message; the words of the command-line contract. */
export type MessageOutcome = RequestOutcome | 'unverified' | 'ignored' | 'duplicate' | 'failed';

/** What a notice needs to know of the letter it answers. */
export type AnsweredLetter = {
  subject: string | null;
  messageId: string | null;
  references: readonly string[];
  receivedAt: Date;
};

/** What a unit is asked about a letter that nobody proved and that is held. */
export type Question = {
  /** The letter's forms as they were understood; empty where it has none that can be read. */
  requests: readonly ReadRequest[];
  /** The last calendar day in Vietnam, `YYYY-MM-DD`, on which the unit's word counts. */
  until: string;
};

/** What a unit is told that answered our question when its word no longer counted. */
export type LateAnswer = {
  unit: Unit;
  /** The letter that it was asked about. */
  held: Pick<AnsweredLetter, 'subject' | 'receivedAt'>;
  /** The instant at which the time to answer was over; null where the unit had said before that the letter is not its own. */
  overAt: Date | null;
};

/** Everything that was decided about a message: from it the notices and the report are made. */
export type Settlement = {
  outcome: MessageOutcome;
  /** About the message as a whole. */
  findings: readonly Finding[];
  verdict: Verdict;
  letter: AnsweredLetter;
  /** Attachments that could not be read; told to the office, whether or not a good form stood beside them. */
  problems: readonly FormProblem[];
  requests: readonly SettledRequest[];
  /** The letter asked only what would be done: all is decided and answered, and nothing of it is done. */
  trial?: true;
  /** Of a letter that is held: what the unit that it names is asked, where it is asked. */
  question?: Question;
  /** Of an answer to our question that came too late: what the unit is told, where it is told. */
  late?: LateAnswer;
};
