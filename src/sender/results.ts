import { type Token, tokensOf } from '../mail/tokens.ts';
import type { HeaderField } from '../model/letter.ts';

/** One result of an `Authentication-Results` field (RFC 8601, 2.2): `auth=pass smtp.auth=x`. Names are lower-case. */
export type Result = { method: string; result: string; properties: readonly (readonly [string, string])[] };

export type AuthenticationResults = { authservId: string; results: readonly Result[] };

/** `name=value` pieces between two semicolons, quotes undone, comments left out; null where one is no such piece. */
const pairsOf = (tokens: readonly Token[]): (readonly [string, string])[] | null => {
  const pieces: string[] = [];
  for (const { kind, text, glued } of tokens) {
    if (kind === 'comment') continue;
    if (glued && pieces.length > 0) pieces.push(`${pieces.pop()}${text}`);
    else pieces.push(text);
  }
  const pairs = pieces.map((piece): readonly [string, string] => {
    const equals = piece.indexOf('=');
    return [piece.slice(0, Math.max(equals, 0)).toLowerCase(), piece.slice(equals + 1)];
  });
  return pairs.every(([name]) => name !== '') ? pairs : null;
};

const segmentsOf = (tokens: readonly Token[]): Token[][] => {
  const segments: Token[][] = [[]];
  for (const token of tokens) {
    if (token.kind === 'semicolon') segments.push([]);
    else segments.at(-1)?.push(token);
  }
  return segments;
};

/** Reads an `Authentication-Results` field; null where it is not plainly one. */
export const readResults = (value: string): AuthenticationResults | null => {
  const tokens = tokensOf(value);
  if (!tokens) return null;
  const [head = [], ...rest] = segmentsOf(tokens);
  const [id, version, ...more] = head.filter(({ kind }) => kind !== 'comment');
  if (id?.kind !== 'word' || more.length > 0 || (version && !/^\d+$/.test(version.text))) return null;

  const results: Result[] = [];
  for (const segment of rest) {
    const words = segment.filter(({ kind }) => kind !== 'comment');
    if (words.length === 0 || (words.length === 1 && words[0]?.text === 'none')) continue;
    const [first, ...properties] = pairsOf(segment) ?? [];
    if (!first) return null;
    const [method, result] = first;
    results.push({ method: method.replace(/\/\d+$/, ''), result: result.toLowerCase(), properties });
  }
  return { authservId: id.text.toLowerCase(), results };
};

const fails = ({ results }: AuthenticationResults, domain: string): boolean => {
  const dkim = results.filter(
    ({ method, properties }) =>
      method === 'dkim' &&
      properties.some(([name, value]) => name === 'header.d' && value.toLowerCase() === domain),
  );
  return (
    results.some(({ method, result }) => method === 'dmarc' && result === 'fail') ||
    (dkim.some(({ result }) => result === 'fail') && dkim.every(({ result }) => result !== 'pass'))
  );
};

/**
 * Whether a server of ours noted, wherever it stands, that the letter failed DMARC, or that a signature of our domain
 * failed and none held.
 */
export const failedAtOurServer = (
  fields: readonly HeaderField[],
  settings: {
    mailDomain: string;
    trustedAuthservIds: readonly string[];
    trustedRelays: readonly { host: string }[];
  },
): boolean => {
  const ours = [...settings.trustedAuthservIds, ...settings.trustedRelays.map(({ host }) => host)];
  return fields
    .filter(({ name }) => name === 'authentication-results')
    .map(({ value }) => readResults(value))
    .some((read) => read !== null && ours.includes(read.authservId) && fails(read, settings.mailDomain));
};
