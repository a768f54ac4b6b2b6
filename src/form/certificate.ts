import type { KeyObject, X509Certificate } from 'node:crypto';
import { BaseStringBlock, BitString, Boolean as DerBoolean, Integer } from 'asn1js';
import { childrenOf, encodedOf, isTagged, octetsOf, oidOf, readDer } from './der.ts';

/** What Node.js does not tell of a certificate, or not safely: `toLegacyObject` dies of a key that it does not know. */
export type CertificateDetail = {
  /** As encoded. */
  issuer: Buffer;
  serial: Buffer;
  /** Of its subject, as it stands there; several are joined by commas. */
  commonName: string;
  /** subjectKeyIdentifier; null where there is none. */
  keyIdentifier: Buffer | null;
  /** Its key may sign documents: keyUsage says so, or is not there. */
  maySign: boolean;
  /** How many authorities may stand between this one and a signer. */
  pathLength: number;
  /** It makes no demand (a critical extension) that is not met here. */
  isUnderstood: boolean;
};

const extension = {
  keyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  certificatePolicies: '2.5.29.32',
  extendedKeyUsage: '2.5.29.37',
} as const;
const commonName = '2.5.4.3';
const understood: ReadonlySet<string> = new Set(Object.values(extension));

/** Throws SignatureFault where the certificate is not encoded as it must be (RFC 5280, 4.1 and 4.2). */
export function detailOf(certificate: X509Certificate): CertificateDetail {
  const [toBeSigned] = childrenOf(readDer(certificate.raw));
  const parts = childrenOf(toBeSigned);
  const [serial, , issuer, , subject] = isTagged(parts[0], 0) ? parts.slice(1) : parts;
  const extensions = extensionsIn(parts.find((part) => isTagged(part, 3)));
  const valueAt = (oid: string) => extensions.find((it) => it.oid === oid)?.value;
  const [keyIdentifier, usage, constraints] = [
    valueAt(extension.keyIdentifier),
    valueAt(extension.keyUsage),
    valueAt(extension.basicConstraints),
  ];
  return {
    issuer: encodedOf(issuer),
    serial: encodedOf(serial),
    commonName: commonNameIn(subject),
    keyIdentifier: keyIdentifier ? octetsOf(keyIdentifier) : null,
    maySign: usage === undefined || signs(usage),
    pathLength: constraints ? pathLengthIn(constraints) : Infinity,
    isUnderstood: extensions.every(({ oid, critical }) => !critical || understood.has(oid)),
  };
}

type Value = ReturnType<typeof readDer>;

function commonNameIn(subject: Value | undefined): string {
  const parts = childrenOf(subject).flatMap((set) => childrenOf(set).map((one) => childrenOf(one)));
  const names = parts.flatMap(([type, name]) => (oidOf(type) === commonName ? [name] : []));
  return names.map((name) => (name instanceof BaseStringBlock ? name.getValue() : '')).join(', ');
}

function extensionsIn(tagged: Value | undefined): { oid: string; critical: boolean; value: Value }[] {
  if (!tagged) return [];
  return childrenOf(childrenOf(tagged)[0]).map((one) => {
    const parts = childrenOf(one);
    const critical = parts[1] instanceof DerBoolean && parts[1].getValue();
    return { oid: oidOf(parts[0]), critical, value: readDer(octetsOf(parts.at(-1))) };
  });
}

/** digitalSignature or nonRepudiation (RFC 5280, 4.2.1.3). */
function signs(usage: Value): boolean {
  const [bits = 0] = usage instanceof BitString ? usage.valueBlock.valueHexView : [];
  return (bits & 0xc0) !== 0;
}

function pathLengthIn(constraints: Value): number {
  const last = childrenOf(constraints).at(-1);
  return last instanceof Integer ? last.valueBlock.valueDec : Infinity;
}

const curves: ReadonlySet<string> = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** RSA from 2048 bits, or one of NIST's curves (FIPS 186-5). */
export function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'ec') return curves.has(asymmetricKeyDetails?.namedCurve ?? '');
  const isRsa = asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss';
  return isRsa && (asymmetricKeyDetails?.modulusLength ?? 0) >= 2048;
}

export function isValidAt({ validFromDate, validToDate }: X509Certificate, time: Date): boolean {
  return validFromDate <= time && time <= validToDate;
}
