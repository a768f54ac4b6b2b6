import { headerBlockOf } from '../mail/envelope.ts';
import { fromOf } from '../mail/from.ts';
import { unfold } from '../mail/tokens.ts';
import type { Finding } from '../model/finding.ts';
import type { Envelope } from '../model/letter.ts';
import type { MailboxStatus, Unit } from '../model/request.ts';
import type { Evidence, Verdict } from '../model/sender.ts';
import { checkDkim, type DkimSettings } from './dkim.ts';
import { disagreeingReader } from './readers.ts';
import { walkTrace } from './trace.ts';

export type SenderSettings = DkimSettings & {
  /** Our submission server refuses a From that is not the signed-in user's: what the domain signed, he wrote. */
  submissionEnforcesSender: boolean;
};

/** A unit with the status of its official mailbox. */
export type UnitMailbox = { unit: Unit; mailboxStatus: MailboxStatus };

/** `receivedAt`: when we took it. */
type Letter = { envelope: Envelope; raw: Buffer; receivedAt: Date };
type Proof = { evidence: Evidence; because: string };

/** Requests come from the unit's official mailbox, and who keeps it answers for it. */
const clause = 'Điều 5 khoản 1';

const unproven = (because: string): Proof => ({ evidence: 'none', because });

/**
 * The user who signed in at our own server is the one in From; where no sign-in is recorded, what the server signed
 * says the same. A recorded sign-in of another user, or a check that failed there, outweighs any signature.
 */
const proveOrigin = async (
  letter: Letter,
  address: string,
  settings: SenderSettings,
  now: Date,
): Promise<Proof> => {
  const submission = walkTrace(letter.envelope.fields, settings);
  const { login, because } = submission;
  if (login === address) return { evidence: 'authenticated-submission', because };
  if (login !== null) return unproven(`${because}, but From is ${address}`);
  if (submission.refuted || !settings.submissionEnforcesSender) return unproven(because);
  const dkim = await checkDkim(letter, address, settings, now);
  return { evidence: dkim.proven ? 'dkim' : 'none', because: `${because}; ${dkim.because}` };
};

const prove = async (
  letter: Letter,
  address: string,
  settings: SenderSettings,
  now: Date,
): Promise<Proof> => {
  const { envelope, raw } = letter;
  if (envelope.malformed !== null) return unproven(envelope.malformed);
  const value = unfold(envelope.fields.find(({ name }) => name === 'from')?.value ?? '');
  const reader = await disagreeingReader(headerBlockOf(raw), value, address);
  if (reader) return unproven(`${reader} does not read ${address} in From`);
  return proveOrigin(letter, address, settings, now);
};

const refusal = (address: string, verified: boolean, found: UnitMailbox | null): Finding[] => {
  const refuse = (code: Finding['code']): Finding[] => [
    { code, severity: 'reject', clause, args: { address, unit: found?.unit.name ?? '' } },
  ];
  if (!verified) return refuse('sender-unverified');
  if (!found) return refuse('sender-not-unit-mailbox');
  return found.mailboxStatus === 'active' ? [] : refuse('unit-mailbox-inactive');
};

/**
 * Who really sent a letter, and may he ask ("Who may ask" in the design; Điều 5 khoản 1 and Điều 15). `verified` is the
 * proof of the mailbox alone: a proven sender who is no active unit mailbox is verified, with a finding. `findUnit` looks
 * up a unit by its official mailbox (bare, lower-case). Nothing is thrown for what others wrote; `KeyUnavailable`
 * where the DNS does not answer, to be tried again.
 */
export const verifySender = async (
  letter: Letter,
  settings: SenderSettings,
  now: Date,
  findUnit: (address: string) => Promise<UnitMailbox | null>,
): Promise<Verdict> => {
  const { address, why } = fromOf(letter.envelope.fields);
  const found = address === null ? null : await findUnit(address);
  const { evidence, because } =
    address === null ? unproven(why) : await prove(letter, address, settings, now);
  const verified = evidence !== 'none';
  return {
    address,
    unit: found?.unit ?? null,
    verified,
    evidence,
    findings: refusal(address ?? '', verified, found),
    because,
  };
};
