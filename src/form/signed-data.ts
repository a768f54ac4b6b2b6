import { constants, createHash, type VerifyKeyObjectInput, verify, X509Certificate } from 'node:crypto';
import { type AsnType, Set as DerSet, Integer, Primitive, Sequence, UTCTime } from 'asn1js';
import { detailOf, isStrong } from './certificate.ts';
import { childrenOf, encodedOf, isTagged, octetsOf, oidOf, readDer } from './der.ts';
import { SignatureFault } from './signature-fault.ts';

/** A signature over something that is not in it, with the certificates that came along (RFC 5652, 5). */
export type SignedData = {
  certificates: readonly X509Certificate[];
  /** The certificate that the signature names as its own. */
  signer: X509Certificate;
  /** When, as signed; null where that is not said. */
  signedAt: Date | null;
  /** The signed attributes as they are hashed (5.4). */
  attributes: Buffer;
  /** Hash of the content, and its name as Node.js has it. */
  digest: Buffer;
  hash: string;
  algorithm: AsnType | undefined;
  signature: Buffer;
};

const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  mgf1: '1.2.840.113549.1.1.8',
  rsaPss: '1.2.840.113549.1.1.10',
} as const;

/** MD5 and SHA-1 are not among them: two documents can be made to have one such hash. */
const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Type of key, and the hash; null where that of the content holds for the signature too. */
const algorithms: Readonly<Record<string, readonly ['rsa' | 'ec', string | null]>> = {
  '1.2.840.113549.1.1.1': ['rsa', null],
  '1.2.840.113549.1.1.11': ['rsa', 'sha256'],
  '1.2.840.113549.1.1.12': ['rsa', 'sha384'],
  '1.2.840.113549.1.1.13': ['rsa', 'sha512'],
  '1.2.840.10045.2.1': ['ec', null],
  '1.2.840.10045.4.3.2': ['ec', 'sha256'],
  '1.2.840.10045.4.3.3': ['ec', 'sha384'],
  '1.2.840.10045.4.3.4': ['ec', 'sha512'],
};

/** Takes a signature apart. Throws SignatureFault where it is none of one signer about content outside of it. */
export function readSignedData(bytes: Uint8Array): SignedData {
  const [type, wrapped] = childrenOf(readDer(bytes));
  if (oidOf(type) !== oid.signedData) throw new SignatureFault('malformed', 'no SignedData');
  const [, , content, ...rest] = childrenOf(childrenOf(wrapped)[0]);
  const [contentType, ...held] = childrenOf(content);
  if (oidOf(contentType) !== oid.data || held.length > 0)
    throw new SignatureFault('malformed', 'content within the signature');
  const certificates = certificatesAlong(rest.find((part) => isTagged(part, 0)));
  const signers = rest.find((part) => part instanceof DerSet);
  const [info, ...more] = childrenOf(signers);
  if (more.length > 0) throw new SignatureFault('malformed', 'several signers in one signature');
  return { certificates, ...readSigner(info, certificates) };
}

function certificatesAlong(tagged: AsnType | undefined): X509Certificate[] {
  if (!tagged) return [];
  const encoded = childrenOf(tagged).filter((one) => one instanceof Sequence);
  try {
    return encoded.map((one) => new X509Certificate(encodedOf(one)));
  } catch (error) {
    throw new SignatureFault('malformed', `a certificate: ${(error as Error).message}`);
  }
}

function readSigner(
  info: AsnType | undefined,
  certificates: readonly X509Certificate[],
): Omit<SignedData, 'certificates'> {
  const [, named, digestAlgorithm, ...rest] = childrenOf(info);
  const signer = certificates.find((one) => isNamed(one, named));
  if (!signer) throw new SignatureFault('malformed', "the signer's certificate is missing");
  const [tagged, algorithm, signature] = rest;
  // Without them other bytes that happen to be such attributes could be passed off as the content.
  if (!isTagged(tagged, 0)) throw new SignatureFault('unsupported', 'no signed attributes');
  const attributes = encodedOf(tagged);
  // Hashed as a SET, whatever their tag here (RFC 5652, 5.4).
  attributes[0] = 0x31;
  const valueAt = attributesIn(tagged);
  if (oidOf(valueAt(oid.contentType)) !== oid.data) throw new SignatureFault('malformed', 'another content');
  return {
    ...{ signer, attributes, algorithm },
    signedAt: timeIn(valueAt(oid.signingTime)),
    digest: octetsOf(valueAt(oid.messageDigest)),
    hash: hashIn(digestAlgorithm),
    signature: octetsOf(signature),
  };
}

/** By issuer and serial number, or by the key's identifier (RFC 5652, 5.3). */
function isNamed(certificate: X509Certificate, named: AsnType | undefined): boolean {
  const { issuer, serial, keyIdentifier } = detailOf(certificate);
  if (isTagged(named, 0) && named instanceof Primitive)
    return keyIdentifier?.equals(Buffer.from(named.valueBlock.valueHexView)) ?? false;
  const [name, number] = childrenOf(named);
  return encodedOf(name).equals(issuer) && encodedOf(number).equals(serial);
}

/**
 * Each attribute may stand there once, and those that are asked for have one value (RFC 5652, 11.1 to 11.3): of several,
 * another program may go by another one.
 */
function attributesIn(tagged: AsnType): (type: string) => AsnType | undefined {
  const values = new Map<string, readonly AsnType[]>();
  for (const attribute of childrenOf(tagged)) {
    const [type, held] = childrenOf(attribute);
    const name = oidOf(type);
    if (values.has(name)) throw new SignatureFault('malformed', `attribute ${name} stands there twice`);
    values.set(name, childrenOf(held));
  }
  return (type) => {
    const held = values.get(type);
    if (held && held.length !== 1)
      throw new SignatureFault('malformed', `attribute ${type} has ${held.length} values`);
    return held?.[0];
  };
}

/** GeneralizedTime is a kind of UTCTime in asn1js. */
function timeIn(value: AsnType | undefined): Date | null {
  if (value === undefined) return null;
  const time = value instanceof UTCTime ? value.toDate() : new Date(Number.NaN);
  if (Number.isNaN(time.getTime())) throw new SignatureFault('malformed', 'a time that is none');
  return time;
}

function hashIn(algorithm: AsnType | undefined): string {
  const name = oidOf(childrenOf(algorithm)[0]);
  const hash = hashes[name];
  if (hash === undefined) throw new SignatureFault('unsupported', `hash ${name}`);
  return hash;
}

/** Throws SignatureFault where the content is not what was signed, or not by the certificate's key. */
export function checkSignedData(data: SignedData, content: readonly Uint8Array[]): void {
  const hashed = createHash(data.hash);
  for (const part of content) hashed.update(part);
  if (!hashed.digest().equals(data.digest)) throw new SignatureFault('altered', 'another hash');
  const { publicKey } = data.signer;
  if (!isStrong(publicKey)) throw new SignatureFault('unsupported', 'a weak key, or one of another kind');
  const { hash, ...how } = algorithmOf(data);
  if (!verify(hash, data.attributes, { key: publicKey, ...how }, data.signature))
    throw new SignatureFault('altered', 'signed by another key, or attributes changed');
}

function algorithmOf(data: SignedData): { hash: string } & Omit<VerifyKeyObjectInput, 'key'> {
  const [type, parameters] = childrenOf(data.algorithm);
  const name = oidOf(type);
  const key = data.signer.publicKey.asymmetricKeyType;
  if (name === oid.rsaPss && (key === 'rsa' || key === 'rsa-pss')) return pssOf(parameters);
  const [kind, hash] = algorithms[name] ?? [];
  if (kind === undefined || kind !== key) throw new SignatureFault('unsupported', `algorithm ${name}`);
  return { hash: hash ?? data.hash, ...(kind === 'rsa' && { padding: constants.RSA_PKCS1_PADDING }) };
}

/** RSASSA-PSS with one hash throughout (RFC 4055, 3.1); what is left out there is SHA-1. */
function pssOf(parameters: AsnType | undefined): { hash: string } & Omit<VerifyKeyObjectInput, 'key'> {
  const given = childrenOf(parameters);
  const valueAt = (tag: number): AsnType | undefined => {
    const tagged = given.find((one) => isTagged(one, tag));
    return tagged && childrenOf(tagged)[0];
  };
  const hash = hashIn(valueAt(0));
  const [generator, inner] = childrenOf(valueAt(1));
  const salt = valueAt(2);
  if (oidOf(generator) !== oid.mgf1 || hashIn(inner) !== hash || !(salt instanceof Integer))
    throw new SignatureFault('unsupported', 'RSA-PSS in another way');
  return { hash, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: salt.valueBlock.valueDec };
}
