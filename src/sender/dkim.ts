import { headerBlockOf } from '../mail/envelope.ts';
import { unfold } from '../mail/tokens.ts';
import type { Envelope, HeaderField } from '../model/letter.ts';
import { ambiguousField, unsignedField } from './coverage.ts';
import { isNamed } from './recipients.ts';
import { failedAtOurServer } from './results.ts';
import { isFresh, objectionTo, readSignature, type Signature } from './signature.ts';
import type { TraceSettings } from './trace.ts';
import { KeyUnavailable, verifySignature } from './verify.ts';

export type DkimSettings = TraceSettings & {
  /** `ip:port`, as `dns.Resolver` takes them; null: the system's. */
  dnsServers: readonly string[] | null;
};

/** Whether DKIM proves a letter; `because` is for staff, in English. */
export type DkimResult = { proven: boolean; because: string };

/** `text`: the field's bytes (latin1) without its last line end. */
type Field = HeaderField & { text: string };
type Letter = { fields: readonly Field[]; body: Buffer; address: string; arrived: Date };
type Candidate = { signature: Signature; text: string };

/** The most signatures of our domain that are tried. */
const signatureLimit = 3;
/** The most bytes of signed header fields: the library's time grows with their square. */
const signedLimit = 48 * 1024;
/**
 * How long a letter waits for a DNS that does not answer, in milliseconds: less than the time in which the queue tries
 * a letter, so that one of its tries settles it.
 */
const patience = 30 * 60_000;

/** RFC 5322, 3.3, as programs write it today. */
const dateTime =
  /^(?:[A-Z][a-z]{2}, +)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|GMT|UTC?)(?: \([^()]*\))?$/;

const dateOf = (fields: readonly HeaderField[]): number => {
  const written = unfold(fields.find(({ name }) => name === 'date')?.value ?? '').trim();
  return dateTime.test(written) ? Date.parse(written) : Number.NaN;
};

/** Why no signature can prove this letter; null where one may. */
const doubtAbout = ({ fields, address, arrived }: Letter, settings: DkimSettings): string | null => {
  if (!address.endsWith(`@${settings.mailDomain}`)) return 'From is not of our domain';
  // Some programs end the header there: the body would then begin with what nobody signed.
  if (fields.some(({ text }) => /\n[ \t]+(?:\r?\n|$)/.test(text)))
    return 'a blank line inside a header field';
  // A filter of Pigeonhole can alter fields, From too, and our server may sign what it sends on.
  if (fields.some(({ name }) => name === 'x-sieve-redirected-from')) return 'somebody’s filter sent it on';
  const ambiguous = ambiguousField(fields);
  if (ambiguous) return ambiguous;
  if (!isFresh(dateOf(fields), arrived)) return 'its Date is not in the last week';
  if (!isNamed(settings.intakeAddress, fields)) return 'we are not in To or Cc';
  return failedAtOurServer(fields, settings) ? 'our own server found DMARC or DKIM failing' : null;
};

/** Why this signature does not prove the letter; null where it does. */
const doubtAboutSignature = async (
  { fields, body, address, arrived }: Letter,
  { signature, text }: Candidate,
  { dnsServers }: DkimSettings,
): Promise<string | null> => {
  const objection = objectionTo(signature, address, arrived);
  if (objection) return objection;
  const unsigned = unsignedField(fields, signature.signed);
  if (unsigned) return `it does not sign ${unsigned}`;
  // The library would verify the signed signature, too.
  if (signature.signed.has('dkim-signature')) return 'it signs another signature';
  const signed = fields.filter(({ name }) => signature.signed.has(name)).map((field) => field.text);
  if (signed.join('').length > signedLimit) return `it signs more than ${signedLimit} bytes of header`;
  const { domain, selector } = signature;
  const expected = { domain, selector, address, arrived };
  return verifySignature({ signature: text, fields: signed, body }, expected, dnsServers);
};

const fieldsOf = ({ fields }: Envelope, block: Buffer): Field[] => {
  const texts = block
    .toString('latin1')
    .split(/\r?\n(?![ \t])/)
    .filter(Boolean);
  if (texts.length !== fields.length) throw new Error('a header block that is cut in two ways');
  return fields.map((field, at) => ({ ...field, text: texts[at] ?? '' }));
};

const candidatesIn = (fields: readonly Field[], domain: string): Candidate[] =>
  fields
    .filter(({ name }) => name === 'dkim-signature')
    .map(({ value, text }) => ({ signature: readSignature(value), text }))
    .flatMap(({ signature, text }) => (signature?.domain === domain ? [{ signature, text }] : []));

const unproven = (because: string): DkimResult => ({ proven: false, because: `no DKIM proof: ${because}` });

/**
 * Whether a DKIM signature of the mail domain proves that `address`, the one From, sent this letter to us ("Who may
 * ask", 2). It does so for the mailbox, and not for the domain alone, only where the submission server enforces From:
 * that is for the caller to know, and so is that the header block is not malformed. Each signature is given to the
 * library alone, with nothing of the header but what it signs. `receivedAt` is when we took the letter.
 *
 * Throws `KeyUnavailable` where only the DNS stands between a letter and its proof, for the first half hour: an honest
 * letter is not refused for an outage, and none waits for ever.
 */
export const checkDkim = async (
  { envelope, raw, receivedAt }: { envelope: Envelope; raw: Buffer; receivedAt: Date },
  address: string,
  settings: DkimSettings,
  now: Date,
): Promise<DkimResult> => {
  const block = headerBlockOf(raw);
  const fields = fieldsOf(envelope, block);
  const letter: Letter = { fields, body: raw.subarray(block.length), address, arrived: receivedAt };
  const doubt = doubtAbout(letter, settings);
  if (doubt) return unproven(doubt);
  const candidates = candidatesIn(fields, settings.mailDomain);
  if (candidates.length === 0) return unproven(`no signature of ${settings.mailDomain}`);
  if (candidates.length > signatureLimit) return unproven(`${candidates.length} signatures of our domain`);

  const doubts: string[] = [];
  let silence: KeyUnavailable | null = null;
  for (const candidate of candidates) {
    const why = await doubtAboutSignature(letter, candidate, settings).catch((error: unknown) => {
      if (!(error instanceof KeyUnavailable)) throw error;
      silence = error;
      return error.message;
    });
    if (why === null) {
      return { proven: true, because: `DKIM key ${candidate.signature.selector} of ${settings.mailDomain}` };
    }
    doubts.push(why);
  }
  if (silence && now.getTime() - receivedAt.getTime() < patience) throw silence;
  return unproven(doubts.join('; '));
};
