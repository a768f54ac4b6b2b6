import type { X509Certificate } from 'node:crypto';
import { detailOf, isStrong, isValidAt } from './certificate.ts';

/** Authorities that a signature brings with it; more than any real one has. */
const mostOthers = 20;

/** Hashes of SHA-2 with RSA, RSA-PSS or ECDSA; certificates signed with older ones can be forged. */
const signatureAlgorithms: ReadonlySet<string> = new Set([
  ...['1.2.840.113549.1.1.10', '1.2.840.113549.1.1.11', '1.2.840.113549.1.1.12', '1.2.840.113549.1.1.13'],
  ...['1.2.840.10045.4.3.2', '1.2.840.10045.4.3.3', '1.2.840.10045.4.3.4'],
]);

/**
 * Whether a certificate was issued by one of the roots, or by authorities among `others` that lead to one, all valid at
 * that time (RFC 5280, 6.1, without policies and names). Nothing is asked of the network, so that nobody knows here of
 * what was revoked.
 */
export function leadsToRoot(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  time: Date,
): boolean {
  const left = new Set(others.slice(0, mostOthers));
  left.delete(certificate);
  const climb = (issued: X509Certificate, between: number): boolean => {
    if (roots.some((root) => mayIssue(root, issued, between, time))) return true;
    return [...left].some((authority) => {
      if (!left.has(authority) || !mayIssue(authority, issued, between, time)) return false;
      left.delete(authority);
      return climb(authority, between + 1);
    });
  };
  return climb(certificate, 0);
}

/** OpenSSL compares names, key identifiers and the right to sign certificates in `checkIssued`. */
function mayIssue(authority: X509Certificate, issued: X509Certificate, between: number, time: Date): boolean {
  if (!authority.ca || !issued.checkIssued(authority) || !isValidAt(authority, time)) return false;
  const { pathLength, isUnderstood } = detailOf(authority);
  return (
    isUnderstood &&
    pathLength >= between &&
    isStrong(authority.publicKey) &&
    signatureAlgorithms.has(issued.signatureAlgorithmOid) &&
    issued.verify(authority.publicKey)
  );
}
