import { BlockList, isIPv6 } from 'node:net';
import { isPlainAddress } from '../mail/from.ts';
import type { HeaderField } from '../model/letter.ts';
import { type Hop, readReceived } from './received.ts';
import { isNamed } from './recipients.ts';
import { readResults } from './results.ts';

/** What of our own servers the walk may believe. Names and addresses are lower-case. */
export type TraceSettings = {
  mailDomain: string;
  intakeAddress: string;
  /** `host` as in `by host`; `ip` where it stands on another machine or sends from an address of its own. */
  trustedRelays: readonly { host: string; ip: string | null }[];
  trustedAuthservIds: readonly string[];
};

/**
 * The signed-in user as an address (lower-case), and what recorded him; or, in English for staff, why there is none.
 * `refuted`: what our servers recorded speaks against the letter, so that nothing else proves it either.
 */
export type Submission =
  | { login: string; because: string }
  | { login: null; because: string; refuted: boolean };

/** RFC 3848 and RFC 6531: taken from a user who signed in. */
const signedIn = new Set(['ESMTPA', 'ESMTPSA', 'UTF8SMTPA', 'UTF8SMTPSA']);
/** Handed on between servers. A protocol in neither set ends the walk: it could be a sign-in that we do not know. */
const handedOn = new Set(['SMTP', 'ESMTP', 'ESMTPS', 'UTF8SMTP', 'UTF8SMTPS']);
const delivered = new Set(['LMTP', 'LMTPS', 'UTF8LMTP', 'UTF8LMTPS']);

/** Fields that a server of ours may write between its `Received` line and the sender's own first field. */
const besideResults =
  /^(?:dkim-signature|authentication-results|received-spf|arc-.+|x-(?:spam|rspamd|virus)(?:-.+)?)$/;

const none = (because: string): Submission => ({ login: null, because, refuted: false });
const refuted = (because: string): Submission => ({ login: null, because, refuted: true });

const holds = (block: readonly [string, number] | readonly [string], ip: string): boolean => {
  const [address, prefix] = block;
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const list = new BlockList();
  list.addSubnet(address, prefix ?? (family === 'ipv6' ? 128 : 32), family);
  return list.check(ip, isIPv6(ip) ? 'ipv6' : 'ipv4');
};

const isRelay = (settings: TraceSettings, host: string): boolean =>
  settings.trustedRelays.some((relay) => relay.host === host);

/**
 * The hosts of ours that can have handed this hop on, or null where a stranger can have. 127.0.0.1 and ::1 are the
 * machine itself. Other addresses of 127/8 are bound on purpose, by a second server or by a tunnel that stands for
 * strangers: without `=ip` they count only for a client that calls itself a relay of ours that has none.
 */
const handedOnBy = (hop: Hop, settings: TraceSettings): string[] | null => {
  const all = settings.trustedRelays.map(({ host }) => host);
  const { ip } = hop;
  if (ip === null) return delivered.has(hop.protocol) && isRelay(settings, hop.helo) ? all : null;
  if (!handedOn.has(hop.protocol) && !delivered.has(hop.protocol)) return null;
  if (holds(['127.0.0.1'], ip) || holds(['::1'], ip)) return all;
  const owners = settings.trustedRelays.filter((relay) => relay.ip !== null && holds([relay.ip], ip));
  if (owners.length > 0) return owners.map(({ host }) => host);
  const itself = settings.trustedRelays.filter(({ host }) => host === hop.helo);
  return holds(['127.0.0.0', 8], ip) && itself.length > 0 && itself.every((relay) => relay.ip === null)
    ? all
    : null;
};

/** Handed to a mailbox through a socket of the machine itself. A content filter that speaks LMTP has an address. */
const isDelivery = (hop: Hop): boolean => delivered.has(hop.protocol) && hop.ip === null;

/** `smtp.auth` of the first results of a trusted authserv-id that stand right below the submission. */
const loginInResults = (below: readonly HeaderField[], settings: TraceSettings): string | null => {
  for (const { name, value } of below) {
    if (!besideResults.test(name)) return null;
    if (name !== 'authentication-results') continue;
    const read = readResults(value);
    // One that cannot be read may be the server's own, bent by what the client said: those below do not replace it.
    if (!read) return null;
    if (!settings.trustedAuthservIds.includes(read.authservId)) continue;
    const [auth, ...others] = read.results.filter(({ method }) => method === 'auth');
    const [login, ...more] = auth?.properties.filter(([property]) => property === 'smtp.auth') ?? [];
    return auth?.result === 'pass' && login && others.length + more.length === 0 ? login[1] : null;
  }
  return null;
};

/** Whoever sends a letter on puts these on top of it (RFC 5322, 3.6.6; Pigeonhole's redirect). */
const sentOn = /^(?:resent-.+|x-sieve-redirected-from)$/;

/** Our own server judged, above the submission, that the domain of From did not send this: then the line below is forged. */
const failedDmarc = (above: readonly HeaderField[]): boolean =>
  above
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => readResults(value))
    .some(
      (read) => !read || read.results.some(({ method, result }) => method === 'dmarc' && result === 'fail'),
    );

const submissionAt = (
  fields: readonly HeaderField[],
  index: number,
  hop: Hop,
  settings: TraceSettings,
): Submission => {
  const [above, below] = [fields.slice(0, index), fields.slice(index + 1)];
  if (!signedIn.has(hop.protocol)) return refuted(`a login, but ${hop.protocol}, at ${hop.by}`);
  if (above.some(({ name }) => name === 'from')) return refuted('From stands above the submission');
  if (above.some(({ name }) => sentOn.test(name)))
    return refuted(`sent on by somebody after ${hop.by} took it`);
  if (failedDmarc(above)) return refuted(`DMARC failed, or its result cannot be read, above ${hop.by}`);
  if (hop.recipient === null && !isNamed(settings.intakeAddress, below)) {
    return none(`sent through ${hop.by}, but not to us: no recipient named, and we are not in To or Cc`);
  }
  const named = hop.login ?? loginInResults(below, settings);
  if (named === null) return none(`${hop.by} took it from a signed-in user and names no login`);
  const login = (named.includes('@') ? named : `${named}@${settings.mailDomain}`).toLowerCase();
  return isPlainAddress(login)
    ? { login, because: `${hop.by} took it from ${login}, signed in` }
    : refuted(`${hop.by} names a login that is no address`);
};

/**
 * Who signed in to send this letter, as our own servers recorded it ("Who may ask", 1). The trace is read from the top;
 * lines of our relays that hand on or deliver are passed over; the first other line is the submission or the end.
 * Nothing below it is read as trace: the sender wrote it. A delivery below a hop was one to another mailbox: whoever owns
 * that one sent the letter on, an old one or an altered one perhaps.
 */
export const walkTrace = (fields: readonly HeaderField[], settings: TraceSettings): Submission => {
  let expected: readonly string[] = settings.trustedRelays.map(({ host }) => host);
  let handed = false;
  for (const [index, { name, value }] of fields.entries()) {
    if (name !== 'received') continue;
    const hop = readReceived(value);
    if (!hop) return none('a Received line that cannot be read in one way');
    if (!expected.includes(hop.by))
      return none(`a Received line by ${hop.by}, no server of ours at this place`);
    if (handed && isDelivery(hop)) return refuted(`${hop.by} delivered it to a mailbox that sent it on`);
    if (hop.recipient !== null && hop.recipient !== settings.intakeAddress) {
      return none(`${hop.by} took it for ${hop.recipient}, not for us`);
    }
    if (signedIn.has(hop.protocol) || hop.login !== null) return submissionAt(fields, index, hop, settings);
    const next = handedOnBy(hop, settings);
    if (!next) return none(`${hop.by} took it from ${hop.ip ?? hop.helo} without a sign-in`);
    expected = next;
    handed ||= !delivered.has(hop.protocol);
  }
  return none('no sign-in in the trace');
};
