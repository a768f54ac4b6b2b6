import { type AsnType, Constructed, fromBER, ObjectIdentifier, OctetString } from 'asn1js';
import { SignatureFault } from './signature-fault.ts';

/*
 * A thin layer over asn1js, which bounds depth and number of the values that it reads: what has not the shape that is
 * asked for is `malformed`.
 */

/** The first value of `bytes`; signers fill up what is left of their place with zeros. */
export function readDer(bytes: Uint8Array): AsnType {
  const { offset, result } = fromBER(bytes);
  if (offset < 0) throw new SignatureFault('malformed', result.error);
  return result;
}

/** The values within a SEQUENCE, a SET or a tagged value. */
export function childrenOf(value: AsnType | undefined): readonly AsnType[] {
  if (!(value instanceof Constructed)) throw new SignatureFault('malformed', 'no SEQUENCE or SET');
  return value.valueBlock.value as AsnType[];
}

export function oidOf(value: AsnType | undefined): string {
  if (!(value instanceof ObjectIdentifier)) throw new SignatureFault('malformed', 'no OBJECT IDENTIFIER');
  return value.getValue();
}

export function octetsOf(value: AsnType | undefined): Buffer {
  if (!(value instanceof OctetString)) throw new SignatureFault('malformed', 'no OCTET STRING');
  return Buffer.from(value.getValue());
}

/** Whether a value is `[tag]`, whatever it holds. */
export function isTagged(value: AsnType | undefined, tag: number): value is AsnType {
  return value?.idBlock.tagClass === 3 && value.idBlock.tagNumber === tag;
}

/** A value as it was encoded, with its head. */
export function encodedOf(value: AsnType | undefined): Buffer {
  if (value === undefined) throw new SignatureFault('malformed', 'a value is missing');
  return Buffer.from(value.valueBeforeDecodeView);
}
