import type { Records } from '../dns.ts';
import { type Key, rsaKey, type Signing, signed, usual } from '../sign.ts';
import { delivery, fromOutside, fromUnit, idOf, mime, parts, rest, type Trick } from './letter.ts';

const key = rsaKey(2048);
const weak = rsaKey(512);
const keyTag = (of: Key): string => of.record.replace(/^.*p=/, '');

const domain = '_domainkey.kiengiang.gov.vn';
/** The keys of the domain, and those that strangers have. */
export const keyRecords: Records = {
  [`phieu.${domain}`]: key.record,
  'phieu._domainkey.mail.kiengiang.gov.vn': key.record,
  'phieu._domainkey.evil.example': key.record,
  [`weak.${domain}`]: weak.record,
  [`revoked.${domain}`]: 'v=DKIM1; k=rsa; p=',
  [`tests.${domain}`]: `v=DKIM1; k=rsa; t=y; p=${keyTag(key)}`,
};

const written = (name: string, form: Buffer, lines: readonly string[] = [fromUnit, ...rest]): string =>
  `${[...lines, idOf(name), ...mime()].join('\r\n')}\r\n\r\n${parts(form)}`;
const arrived = (letter: string): string => [...fromOutside, letter].join('\r\n');

type Change = {
  signing?: Partial<Signing>;
  lines?: readonly string[];
  /** What somebody made of the signed letter on its way. */
  after?: (letter: string) => string;
};

/** A letter in the unit's name, signed by whoever has the key of the province's server, and come from outside. */
const letter = (name: string, { signing = {}, lines, after = (same) => same }: Change) => ({
  name: `DKIM: ${name}`,
  write: (form: Buffer) => arrived(after(signed(written(name, form, lines), { key, ...signing }))),
});
const trick = (name: string, change: Change, because: RegExp, why: string): Trick => ({
  ...letter(name, change),
  because,
  why,
});

/** Signed by our server when a colleague's filter, which had altered it, sent it on. */
const sentOn: Trick = {
  ...trick(
    'letter that a colleague’s filter sent on',
    {},
    /filter sent it on/,
    'a filter may have written all of it',
  ),
  write: (form) =>
    [
      delivery(),
      'Received: by mail.kiengiang.gov.vn (Postfix, from userid 1000)\r\n\tid 278FD40BBE; Tue, 24 Nov 2026 09:58:18 +0700 (+07)',
      'X-Sieve: Pigeonhole Sieve 0.5.19 (4eae2f79)',
      'X-Sieve-Redirected-From: lqbao.snv@kiengiang.gov.vn',
      signed(written('DKIM: letter that a colleague’s filter sent on', form), { key }),
    ].join('\r\n'),
};

const without = (field: string): string =>
  usual
    .split(':')
    .filter((name) => name !== field)
    .join(':');
/** Each name once: a second field may be added. */
const once = [...new Set(usual.split(':'))].join(':');
const seconds = (date: string): string => String(Date.parse(date) / 1000);
const dated = (date: string): string[] => [fromUnit, ...rest.slice(0, 2), `Date: ${date}`];
const notAll = 'what is not signed may be anybody’s';
const added = 'programs show the one or the other';
const noProof = 'such a key proves nothing';

export const dkimTricks: readonly Trick[] = [
  sentOn,
  trick('l= that leaves the attachment open', { signing: { tags: { l: '10' } } }, /end of the body/, notAll),
  trick(
    'l= and another part below',
    { signing: { tags: { l: '0' } }, after: (whole) => `${whole}--b--\r\n` },
    /end of the body/,
    notAll,
  ),
  ...['from', 'subject', 'date', 'to', 'message-id', 'content-type'].map((field) =>
    trick(`unsigned ${field}`, { signing: { h: without(field) } }, /does not sign/, notAll),
  ),
  ...['From: <stc@kiengiang.gov.vn>', 'Subject: Huy bo', 'To: x@y.vn', 'Content-Type: text/plain'].map(
    (field) =>
      trick(
        `${field.split(':')[0]} added, where the signer allowed for one`,
        { signing: { h: once }, after: (whole) => `${field}\r\n${whole}` },
        /2 fields|2 From fields/,
        added,
      ),
  ),
  trick(
    'd= of another domain',
    { signing: { tags: { d: 'evil.example' } } },
    /no signature of/,
    'it is misaligned',
  ),
  trick(
    'd= below ours',
    { signing: { tags: { d: 'mail.kiengiang.gov.vn' } } },
    /no signature of/,
    'it is misaligned',
  ),
  trick('d= above ours', { signing: { tags: { d: 'gov.vn' } } }, /no signature of/, 'it is misaligned'),
  trick(
    'i= of another user',
    { signing: { tags: { i: 'stc@kiengiang.gov.vn' } } },
    /another user/,
    'the server says who wrote it',
  ),
  trick(
    'expired',
    { signing: { tags: { x: seconds('2026-11-24T02:59:00Z') } } },
    /expired/,
    'the signer says so',
  ),
  trick('unknown key', { signing: { tags: { s: 'unknown' } } }, /no key/, noProof),
  trick('revoked key', { signing: { tags: { s: 'revoked' } } }, /invalid public key/, noProof),
  trick('weak key', { signing: { key: weak, tags: { s: 'weak' } } }, /policy/, noProof),
  trick('key for tests', { signing: { tags: { s: 'tests' } } }, /tests only/, noProof),
  trick('key of somebody else', { signing: { key: rsaKey(1024) } }, /bad signature/, noProof),
  trick(
    'replay with another attachment',
    { after: (whole) => whole.replace(/(spreadsheet[\s\S]*\r\n\r\n)UEsDB/, '$1UEsDC') },
    /body hash/,
    'the body is signed',
  ),
  trick(
    'replay with an attachment more',
    { after: (whole) => `${whole}\r\n--b\r\n\r\nx` },
    /body hash/,
    'the body is signed',
  ),
  trick(
    'replay with another subject',
    { after: (whole) => whole.replace('Phieu yeu cau', 'Phieu huy') },
    /bad signature/,
    'it is signed',
  ),
  trick(
    'replay after a week',
    { lines: dated('Tue, 17 Nov 2026 09:57:00 +0700') },
    /Date is not/,
    'somebody may have kept it',
  ),
  trick(
    'signed over a week ago',
    { signing: { tags: { t: seconds('2026-11-17T02:57:00Z') } } },
    /last week/,
    'somebody may have kept it',
  ),
  trick(
    'written in the future',
    { lines: dated('Wed, 25 Nov 2026 09:58:00 +0700') },
    /Date is not/,
    'it would stay young',
  ),
  trick(
    'written to others',
    { lines: [fromUnit, 'To: stc@kiengiang.gov.vn', ...rest.slice(1)] },
    /not in To or Cc/,
    'it is no request',
  ),
];

/** What an honest server signs, and the tricks are made of. */
export const dkimGenuine = letter('as the server signed it', {});
