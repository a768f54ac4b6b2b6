import type { Finding } from './finding.ts';
import type { FormProblem } from './form.ts';
import type { RequestOutcome, SettledRequest } from './request.ts';
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
};
