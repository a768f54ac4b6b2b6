import { X509Certificate } from 'node:crypto';
import type { Signature, SignatureVerdict } from '../model/form.ts';
import { detailOf, isValidAt } from './certificate.ts';
import { leadsToRoot } from './certificate-path.ts';
import { type SignedField, signedFields } from './pdf-signed-fields.ts';
import { SignatureFault } from './signature-fault.ts';
import { checkSignedData, readSignedData, type SignedData } from './signed-data.ts';
import { tidy } from './words.ts';

/** Hashes of the file, signed in PKCS #7 or CMS (ISO 32000-2, table 260). */
const supported: ReadonlySet<string> = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached']);
const longestName = 120;

/**
 * The signatures of a PDF in the order in which they were added, each with what became of it. `roots` are certificates in
 * PEM. Never throws: what cannot be taken apart is a signature that does not hold.
 */
export async function readSignatures(
  file: Buffer,
  attachment: string,
  roots: readonly string[],
): Promise<Signature[]> {
  const fields = await signedFields(file).catch(() => null);
  if (!fields) return [{ attachment, signer: null, signedAt: null, verdict: 'malformed', extended: false }];
  const trusted = roots.map((root) => new X509Certificate(root));
  const placed = fields
    .map((field) => ({ field, span: spanOf(file, field) }))
    .sort((one, other) => (one.span?.end ?? 0) - (other.span?.end ?? 0));
  return placed.map(({ field, span }, index) => {
    const later = placed[index + 1]?.span ?? null;
    const read = readContents(field);
    const signedAt = (read.data?.signedAt ?? field.date)?.toISOString() ?? null;
    const verdict = verdictOf(() => {
      if (!supported.has(field.kind)) throw new SignatureFault('unsupported', field.kind);
      const content = coveredBy(file, span, later);
      if (!read.data) throw read.fault;
      checkSignedData(read.data, content);
      if (!later && !isBlank(file.subarray(span?.end))) throw new SignatureFault('extended');
      return standingOf(read.data, read.data.signedAt ?? field.date, trusted);
    });
    return {
      attachment,
      signer: read.data && nameOf(read.data.signer),
      signedAt,
      verdict,
      extended: later !== null,
    };
  });
}

/** The bytes that a signature leaves out, its own hexadecimal digits, and where what it covers ends. */
type Span = { from: number; to: number; end: number };

/** null where the numbers are not those of a signature of the file from its first byte (ISO 32000-2, 12.8.1). */
function spanOf(file: Buffer, { range, contents }: SignedField): Span | null {
  const [start, from = 0, to = 0, rest = 0] = range;
  const end = to + rest;
  if (range.length !== 4 || !range.every((it) => Number.isSafeInteger(it) && it >= 0)) return null;
  if (start !== 0 || from >= to || end > file.length || rest === 0) return null;
  const [, digits] = /^<([0-9A-Fa-f\s]*)>$/.exec(file.toString('latin1', from, to)) ?? [];
  const isItsOwn = digits !== undefined && Buffer.from(digits.replace(/\s/g, ''), 'hex').equals(contents);
  return isItsOwn ? { from, to, end } : null;
}

/** Throws SignatureFault where signatures lie within each other: then nobody knows what was there when one was made. */
function coveredBy(file: Buffer, span: Span | null, later: Span | null): Buffer[] {
  if (!span || (later && later.from < span.end)) throw new SignatureFault('uncovered');
  return [file.subarray(0, span.from), file.subarray(span.to, span.end)];
}

/** Line ends that some mailers add. */
function isBlank(rest: Buffer): boolean {
  return rest.length < 100 && rest.toString('latin1').trim() === '';
}

type Contents = { data: SignedData; fault: null } | { data: null; fault: unknown };

function readContents({ contents }: SignedField): Contents {
  try {
    return { data: readSignedData(contents), fault: null };
  } catch (fault) {
    return { data: null, fault };
  }
}

function verdictOf(check: () => SignatureVerdict): SignatureVerdict {
  try {
    return check();
  } catch (fault) {
    // OpenSSL throws at keys and certificates that it cannot use.
    return fault instanceof SignatureFault ? fault.verdict : 'malformed';
  }
}

/** What a signature that fits its file proves on the day that it names, with these roots. */
function standingOf(
  { signer, certificates }: SignedData,
  time: Date | null,
  roots: readonly X509Certificate[],
): SignatureVerdict {
  if (!time) return 'undated';
  if (!isValidAt(signer, time)) return 'expired';
  if (roots.length === 0) return 'unjudged';
  const { maySign, isUnderstood } = detailOf(signer);
  return maySign && isUnderstood && leadsToRoot(signer, certificates, roots, time) ? 'valid' : 'untrusted';
}

function nameOf(signer: X509Certificate): string | null {
  const name = tidy(detailOf(signer).commonName).replaceAll('\n', ' ');
  return name === '' ? null : Array.from(name).slice(0, longestName).join('');
}
