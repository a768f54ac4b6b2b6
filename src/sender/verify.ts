import { Resolver } from 'node:dns/promises';
import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { Signature } from './signature.ts';

/** The signer's key cannot be looked up now: a later try may find it. */
export class KeyUnavailable extends Error {
  override name = 'KeyUnavailable';
}

/** The signature and the fields that it signs as they stood (latin1), without their last line end; the whole body. */
export type Signed = { signature: string; fields: readonly string[]; body: Buffer };

export type Expected = Pick<Signature, 'domain' | 'selector'> & {
  /** The one address in From. */
  address: string;
  arrived: Date;
};

/** RFC 8301, 3.2: shorter keys can be broken. */
const leastKeyBits = 1024;

const chunkSize = 64 * 1024;

/**
 * A body made to be slow to read holds the library for seconds (21 MB of tabs: seven). In pieces, with a turn of the
 * event loop between them, nobody else waits for it.
 */
async function* inPieces({ signature, fields, body }: Signed): AsyncGenerator<Buffer> {
  yield Buffer.from(`${[signature, ...fields].join('\r\n')}\r\n\r\n`, 'latin1');
  for (let at = 0; at < body.length; at += chunkSize) {
    await setImmediate();
    yield body.subarray(at, at + chunkSize);
  }
}

/** Asks each server twice at most, some seconds in all. `servers`: `ip:port`; null: the system's. */
const lookUp = (servers: readonly string[] | null) => {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (servers) resolver.setServers(servers);
  return (name: string) => resolver.resolveTxt(name);
};

/**
 * Whether the signature verifies (RFC 6376, 6.1): null where it does and the library read it and From as we do, else why
 * not. Throws `KeyUnavailable` where the DNS gave no answer.
 */
export const verifySignature = async (
  signed: Signed,
  expected: Expected,
  dnsServers: readonly string[] | null,
): Promise<string | null> => {
  const { dkimVerify } = await import('mailauth/lib/dkim/verify.js');
  const { headerFrom, results } = await dkimVerify(Readable.from(inPieces(signed)), {
    resolver: lookUp(dnsServers),
    strict: true,
    minBitLength: leastKeyBits,
    curTime: expected.arrived,
  });
  const [result, ...others] = results;
  const { result: outcome, comment, testing } = result?.status ?? {};
  if (outcome === 'temperror') throw new KeyUnavailable(comment || 'DNS failure');
  if (!result || outcome !== 'pass') return comment || `it is not valid (${outcome})`;
  if (testing) return 'its key is there for tests only';
  const [from, ...more] = headerFrom;
  return others.length === 0 &&
    result.signingDomain?.toLowerCase() === expected.domain &&
    result.selector === expected.selector &&
    result.algo === 'rsa-sha256' &&
    result.canonBodyLengthLimited === false &&
    more.length === 0 &&
    from?.toLowerCase() === expected.address
    ? null
    : 'the library that verifies it reads it, or From, in another way';
};
