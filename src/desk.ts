import type { Allowance } from './allowance.ts';
import { findIdentity } from './apply/apply.ts';
import type { Said } from './apply/confirmation.ts';
import type { Db } from './db/db.ts';
import type { Jobs } from './db/jobs.ts';
import type { Reader } from './form/form.ts';
import { asksAgain, asksForMailbox, hintsAtForm, ownWords } from './interpret/interpret.ts';
import { identityOf } from './mail/envelope.ts';
import { unansweredBecause } from './mail/sort.ts';
import type { Reading } from './model/form.ts';
import type { Envelope, StoredMessage } from './model/letter.ts';
import type { House } from './model/request.ts';
import type { Verdict } from './model/sender.ts';
import { isOurs, type ReplyContext } from './reply/reply.ts';
import type { SenderSettings } from './sender/sender.ts';
import { answersRequest } from './text/subject.ts';

/** What the way of a message needs. In a dry run `db` is a transaction that will be rolled back. */
export type Desk = {
  db: Db;
  jobs: Jobs;
  reader: Reader;
  /** For reading letters that nobody proved. */
  strangers: Allowance;
  house: House;
  sender: SenderSettings;
  reply: Pick<ReplyContext, 'serverPart' | 'token' | 'readableTypes'>;
  blankForm(unitName: string): Promise<Buffer>;
  now: () => Date;
};

/** A letter on its way, with what is known of it. */
export type Letter = {
  desk: Desk;
  message: StoredMessage;
  envelope: Envelope;
  verdict: Verdict;
  identity: string;
  /** The unit's word on it, with the letter that brought it where it is not this one; null where it needed none. */
  said: (Said & { answer: Letter | null }) | null;
};

/**
 * A forger's copy, or one that a filter spoiled, must never make the real letter a duplicate: what was proven and what
 * was not are different letters.
 */
export const identityFor = (
  message: StoredMessage,
  envelope: Envelope,
  verdict: Verdict,
  desk: Desk,
): string => {
  const automatic = unansweredBecause(envelope, desk.house.intakeAddress) !== null;
  const proof = automatic ? 'automatic' : verdict.verified ? 'proven' : 'unproven';
  return identityAs(message, verdict.address, proof);
};

export const identityAs = (
  { raw }: StoredMessage,
  address: string | null,
  proof: 'automatic' | 'proven' | 'unproven',
): string => `${identityOf(raw, address)}:${proof}`;

export const takenBefore = async ({ desk, message, identity }: Letter): Promise<boolean> =>
  message.status === 'done' || (await findIdentity(desk.db, identity)) !== null;

/** A message over the limit is judged by its headers alone. */
export const readLetter = async ({ desk, message }: Letter): Promise<Reading> =>
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
export const isRequest = ({ desk, envelope }: Letter, { text, forms, problems }: Reading): boolean => {
  const said = envelope.subject ?? '';
  const isAnswer = envelope.answers.some((id) => isOurs(id, desk.house)) || answersRequest(said);
  const subject = isAnswer ? '' : said;
  const words = isAnswer ? ownWords(text).join('\n') : text;
  const names = problems.map(({ attachment }) => attachment);
  if (forms.length > 0 || (isAnswer ? asksAgain(words) : asksForMailbox(subject, words))) return true;
  return problems.length > 0 && hintsAtForm(subject, names, words);
};
