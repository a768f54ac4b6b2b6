import { unfold } from '../mail/tokens.ts';

/** A DKIM-Signature field (RFC 6376, 3.5). */
export type Signature = {
  /** As written, without the white space around them; names are case-sensitive. */
  tags: ReadonlyMap<string, string>;
  /** `d=`, lower-case. */
  domain: string;
  selector: string;
  /** Names of the fields that it signs, lower-case. */
  signed: ReadonlySet<string>;
};

/** Longer values, in bytes, are no signature of ours. */
const valueLimit = 16 * 1024;

const hour = 3_600_000;
/** How far the clocks of others may be ahead of ours, in milliseconds. */
const slack = hour;
/** A letter may have waited over a holiday; an older one may be a copy that somebody kept. In milliseconds. */
const freshness = 7 * 24 * hour;

const tagSpec = /^[ \t]*([A-Za-z][A-Za-z0-9_]*)[ \t]*=([ \t\x21-\x7e]*)$/;
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const selectorName = new RegExp(`^${label}(?:\\.${label}){0,5}$`);

/** Reads the tag list of a DKIM-Signature (RFC 6376, 3.2); null where it cannot be read in exactly one way. */
export const readSignature = (value: string): Signature | null => {
  if (value.length > valueLimit) return null;
  const tags = new Map<string, string>();
  for (const spec of unfold(value)
    .replace(/;[ \t]*$/, '')
    .split(';')) {
    const [, name, text] = tagSpec.exec(spec) ?? [];
    if (name === undefined || text === undefined || tags.has(name)) return null;
    tags.set(name, text.trim());
  }
  const names = (tags.get('h') ?? '').replace(/[ \t]/g, '').toLowerCase().split(':');
  return {
    tags,
    domain: (tags.get('d') ?? '').toLowerCase(),
    selector: tags.get('s') ?? '',
    signed: new Set(names),
  };
};

/** Whether a time (milliseconds) lies in the week before `arrived`. */
export const isFresh = (time: number, arrived: Date): boolean =>
  time <= arrived.getTime() + slack && time >= arrived.getTime() - freshness;

/** A time tag in milliseconds; NaN, which agrees with no comparison, where it is no time. */
const timeOf = (tag: string): number => (/^\d{1,12}$/.test(tag) ? Number(tag) * 1000 : Number.NaN);

/** `i=`, where it stands, is the domain, a part of it, or the address itself: not another user. */
const isIdentity = (identity: string, domain: string, address: string): boolean => {
  const written = identity.toLowerCase();
  return (
    written === address || written === `@${domain}` || (written[0] === '@' && written.endsWith(`.${domain}`))
  );
};

/**
 * Why a signature, even where it verifies, says too little about a letter that `address` sent and that reached us at
 * `arrived`; null where it says enough. What it signs is not looked at here.
 */
export const objectionTo = (
  { tags, domain, selector }: Signature,
  address: string,
  arrived: Date,
): string | null => {
  const [made, expires] = [tags.get('t'), tags.get('x')];
  if (tags.get('v') !== '1') return 'it is not of version 1';
  if (tags.get('a') !== 'rsa-sha256') return 'it is not made with rsa-sha256';
  if ((tags.get('q') ?? 'dns/txt') !== 'dns/txt') return 'its key is not in the DNS';
  if (!selectorName.test(selector)) return 'it names no key';
  if (tags.has('l')) return 'it leaves the end of the body open';
  if (!isIdentity(tags.get('i') ?? `@${domain}`, domain, address)) return 'it is made for another user';
  if (made !== undefined && !isFresh(timeOf(made), arrived)) return 'it was not made in the last week';
  if (expires !== undefined && !(timeOf(expires) > arrived.getTime())) return 'it has expired';
  return null;
};
