import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { envelopeOf, headerBlockOf } from '../../src/mail/envelope.ts';
import { type SenderSettings, verifySender } from '../../src/sender/sender.ts';
import { KeyUnavailable } from '../../src/sender/verify.ts';
import { type NameServer, type Records, startNameServer } from './dns.ts';
import { ed25519Key, type Key, rsaKey, type Signing, signed, usual } from './sign.ts';

const now = new Date('2026-11-24T09:00:00Z');
const seconds = (date: string) => String(Date.parse(date) / 1000);
const key = rsaKey(2048);
const shortKey = rsaKey(1024);
const weakKey = rsaKey(512);
const curveKey = ed25519Key();
const base64 = (from: Key) => from.record.replace(/^.*p=/, '');

const domain = '_domainkey.kiengiang.gov.vn';
const records: Records = {
  [`phieu.${domain}`]: key.record,
  'phieu._domainkey.mail.kiengiang.gov.vn': key.record,
  'phieu._domainkey.evil.example': key.record,
  [`short.${domain}`]: shortKey.record,
  [`weak.${domain}`]: weakKey.record,
  [`curve.${domain}`]: curveKey.record,
  [`other.${domain}`]: shortKey.record,
  [`revoked.${domain}`]: 'v=DKIM1; k=rsa; p=',
  [`tests.${domain}`]: `v=DKIM1; k=rsa; t=y; p=${base64(key)}`,
  [`tests-too.${domain}`]: `v=DKIM1; k=rsa; t=s:y; p=${base64(key)}`,
  [`tlsrpt.${domain}`]: `v=DKIM1; k=rsa; s=tlsrpt; p=${base64(key)}`,
  [`sha1.${domain}`]: `v=DKIM1; k=rsa; h=sha1; p=${base64(key)}`,
  [`torn.${domain}`]: `v=DKIM1; k=rsa; p=${base64(key).slice(0, 100)}`,
  [`version.${domain}`]: `v=DKIM2; k=rsa; p=${base64(key)}`,
  [`silent.${domain}`]: { trouble: 'silent' },
  [`failing.${domain}`]: { trouble: 'failing' },
};

let server: NameServer;
beforeAll(async () => {
  server = await startNameServer(records);
});
afterAll(() => server.close());

const trustNobody: Omit<SenderSettings, 'dnsServers'> = {
  mailDomain: 'kiengiang.gov.vn',
  intakeAddress: 'ttcntttt@kiengiang.gov.vn',
  trustedRelays: [],
  trustedAuthservIds: [],
  submissionEnforcesSender: true,
};

type Asking = { settings?: Partial<SenderSettings>; receivedAt?: Date; now?: Date };
const verdictOf = (raw: Buffer | string, asking: Asking = {}) => {
  const bytes = Buffer.isBuffer(raw) ? raw : Buffer.from(raw, 'latin1');
  return verifySender(
    { envelope: envelopeOf(bytes), raw: bytes, receivedAt: asking.receivedAt ?? now },
    { ...trustNobody, dnsServers: [server.address], ...asking.settings },
    asking.now ?? asking.receivedAt ?? now,
    async () => null,
  );
};

const header = {
  Received:
    'from pc.snv (unknown [10.1.2.3]) by unknown.example with ESMTP id 1; Tue, 24 Nov 2026 08:00:01 +0000',
  From: '=?utf-8?q?S=E1=BB=9F_N=E1=BB=99i_v=E1=BB=A5?= <snv@kiengiang.gov.vn>',
  To: 'Trung =?utf-8?q?t=C3=A2m?= <ttcntttt@kiengiang.gov.vn>',
  Cc: 'sttt@kiengiang.gov.vn',
  Subject: 'Xin cap hop thu',
  Date: 'Tue, 24 Nov 2026 15:00:00 +0700',
  'Message-ID': '<1@snv>',
  'In-Reply-To': '<0@kiengiang.gov.vn>',
  'MIME-Version': '1.0',
  'Content-Type': 'multipart/mixed; boundary=b',
};
const body =
  '--b\r\nContent-Type: text/plain\r\n\r\nKinh gui\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\nphieu 1\r\n--b--\r\n';

type Field = keyof typeof header;
const letter = (fields: Partial<Record<Field, string | null>> = {}, text = body): string => {
  const all = Object.entries({ ...header, ...fields });
  return `${all.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\r\n`])).join('')}\r\n${text}`;
};
const good = signed(letter(), { key });

describe('a good signature of the mail domain', () => {
  test('proves the sender where the submission server enforces From', async () => {
    expect(await verdictOf(good)).toMatchObject({
      address: 'snv@kiengiang.gov.vn',
      verified: true,
      evidence: 'dkim',
      because: expect.stringContaining('DKIM key phieu of kiengiang.gov.vn'),
    });
  });

  test('proves nothing elsewhere, and its key is not asked for', async () => {
    const before = server.asked.length;
    const off = { settings: { submissionEnforcesSender: false } };
    expect(await verdictOf(good, off)).toMatchObject({ verified: false, evidence: 'none' });
    expect(server.asked.length).toBe(before);
  });

  const accepted: [string, string][] = [
    ['with the shortest key allowed', signed(letter(), { key: shortKey, tags: { s: 'short' } })],
    [
      'with a time, an expiry, a query method and an identity',
      signed(letter(), {
        key,
        tags: {
          t: seconds('2026-11-24T08:00:00Z'),
          x: seconds('2026-11-24T09:00:01Z'),
          q: 'dns/txt',
          i: '@mail.kiengiang.gov.vn',
        },
      }),
    ],
    ['made for the address in From', signed(letter(), { key, tags: { i: 'SNV@kiengiang.gov.vn' } })],
    [
      'made six days ago',
      signed(letter({ Date: 'Wed, 18 Nov 2026 16:00:00 +0700' }), {
        key,
        tags: { t: seconds('2026-11-18T09:00:00Z') },
      }),
    ],
    [
      'by a clock that is a little ahead',
      signed(letter({ Date: 'Tue, 24 Nov 2026 16:30:00 +0700 (ICT)' }), {
        key,
        tags: { t: seconds('2026-11-24T09:30:00Z') },
      }),
    ],
    ['with the domain in capitals', signed(letter(), { key, tags: { d: 'KienGiang.gov.vn' } })],
    [
      'of a letter without the fields that may be missing',
      signed(letter({ Cc: null, 'In-Reply-To': null, 'MIME-Version': null }), {
        key,
        h: 'from:to:subject:date:message-id:content-type',
      }),
    ],
    [
      'of a letter that names us in a signed Cc',
      signed(
        letter({
          To: 'stc@kiengiang.gov.vn',
          Cc: 'stc@kiengiang.gov.vn,\r\n "TT" <TTCNTTTT@kiengiang.gov.vn>',
        }),
        { key },
      ),
    ],
    ['beside one of another domain', signed(good, { key, tags: { d: 'evil.example' } })],
    ['below one of ours that a later server broke', signed(good, { key, tags: { bh: 'AAAA' } })],
    ['beside one that cannot be read', `DKIM-Signature: v=1; v=1; d=kiengiang.gov.vn\r\n${good}`],
    [
      'with fields that nobody signs above and below it',
      good
        .replace('DKIM-Signature', 'Return-Path: <x@evil.example>\r\nDKIM-Signature')
        .replace('From:', 'X-Mailer: y\r\nReply-To: x@evil.example\r\nFrom:'),
    ],
    ['in a file with LF line ends', good.replaceAll('\r\n', '\n')],
  ];
  test.each(accepted)('is taken %s', async (_, raw) => {
    expect(await verdictOf(raw)).toMatchObject({ evidence: 'dkim', address: 'snv@kiengiang.gov.vn' });
  });

  test.each(['simple/simple', 'simple/relaxed', 'relaxed/simple'])(
    'is taken in %s',
    async (canonicalization) => {
      const raw = letter({ To: 'Sở Tài chính <stc@kiengiang.gov.vn>,\r\n\tTTCNTTTT@kiengiang.gov.vn' });
      const signer = {
        signingDomain: 'kiengiang.gov.vn',
        selector: 'phieu',
        privateKey: key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      };
      const options = { canonicalization, headerList: usual.split(':'), signTime: now };
      const { signatures } = await dkimSign(Buffer.from(raw), {
        ...options,
        ...signer,
        signatureData: [signer],
      });
      for (const whole of [`${signatures}${raw}`, `${signatures}${raw}`.replaceAll('\r\n', '\n')]) {
        expect(await verdictOf(Buffer.from(whole))).toMatchObject({ evidence: 'dkim' });
      }
    },
  );

  test.each([2048, 1024])('is taken from another program, with %i bits', async (bits) => {
    const own = rsaKey(bits);
    records[`nodemailer${bits}.${domain}`] = own.record;
    const { message } = await createTransport({
      streamTransport: true,
      buffer: true,
      newline: 'windows',
    }).sendMail({
      from: { name: 'Sở Nội vụ', address: 'snv@kiengiang.gov.vn' },
      to: 'ttcntttt@kiengiang.gov.vn',
      cc: 'Sở Tài chính <stc@kiengiang.gov.vn>',
      subject: 'Đề nghị cấp mới hộp thư cho công chức của Văn phòng Sở và các đơn vị trực thuộc',
      date: now,
      text: 'Kính gửi Trung tâm,',
      attachments: [{ filename: 'Phiếu yêu cầu.xlsx', content: Buffer.alloc(100_000, 7) }],
      dkim: {
        domainName: 'kiengiang.gov.vn',
        keySelector: `nodemailer${bits}`,
        privateKey: own.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      },
    });
    if (!Buffer.isBuffer(message)) throw new Error('nodemailer gave a stream for a buffer');
    expect(await verdictOf(message)).toMatchObject({ evidence: 'dkim' });
    // Of the attachment, one byte.
    const changed = Buffer.from(message);
    changed[changed.indexOf('BwcHBwcH') + 500] = 0x41;
    expect(await verdictOf(changed)).toMatchObject({ evidence: 'none' });
  });
});

const tagged = (tags: Signing['tags'] & {}) => signed(letter(), { key, tags });
const without = (name: string) =>
  signed(letter(), { key, h: usual.replaceAll(new RegExp(`\\b${name}:`, 'g'), '') });
const onTop = (field: string) => `${field}\r\n${good}`;
const below = (field: string) =>
  good.replace('Content-Type: multipart', `${field}\r\nContent-Type: multipart`);
/** Signed so that a field can be added: each name once. */
const once = (raw = letter()) => signed(raw, { key, h: [...new Set(usual.split(':'))].join(':') });

describe('a letter is not proven', () => {
  const hostile: [string, string, RegExp][] = [
    ['without a signature', letter(), /no signature/],
    ['signed by another domain alone', tagged({ d: 'evil.example' }), /no signature/],
    ['signed by a domain below ours alone', tagged({ d: 'mail.kiengiang.gov.vn' }), /no signature/],
    ['signed by the domain above ours alone', tagged({ d: 'gov.vn' }), /no signature/],
    [
      'with From in a domain below ours',
      signed(letter({ From: 'snv@x.kiengiang.gov.vn' }), { key }),
      /not of our domain/,
    ],
    [
      'with From in another domain',
      signed(letter({ From: 'snv@evil.example' }), { key }),
      /not of our domain/,
    ],
    ['with l=', tagged({ l: '10' }), /end of the body/],
    ['with l= of the whole body', tagged({ l: String(body.length) }), /end of the body/],
    ['with l= and more below', `${tagged({ l: String(body.length) })}x\r\n`, /end of the body/],
    ['with an empty l=', tagged({ l: '' }), /end of the body/],
    ...[
      'from',
      'date',
      'subject',
      'to',
      'cc',
      'message-id',
      'content-type',
      'mime-version',
      'in-reply-to',
    ].map((name): [string, string, RegExp] => [
      `where ${name} is not signed`,
      without(name),
      new RegExp(`does not sign ${name}`),
    ]),
    ['without h=', tagged({ h: null }), /does not sign from/],
    ...(
      ['From', 'Date', 'Subject', 'To', 'Cc', 'Message-ID', 'Content-Type', 'In-Reply-To'] as const
    ).flatMap((name): [string, string, RegExp][] => [
      [`with another ${name} above`, onTop(`${name}: ${header[name]}`), /2 fields|2 From fields/],
      [`with another ${name} below`, below(`${name}: ${header[name]}`), /2 fields|2 From fields/],
      [`with another ${name} where it could be added`, `${name}: x\r\n${once()}`, /2 fields|2 From fields/],
    ]),
    ...(['Date', 'Subject', 'Message-ID', 'Content-Type'] as const).map((name): [string, string, RegExp] => [
      `without ${name}`,
      signed(letter({ [name]: null }), { key }),
      /0 fields/,
    ]),
    [
      'with a Cc added',
      signed(letter({ Cc: null }), {
        key,
        h: 'from:to:subject:date:message-id:content-type:in-reply-to:mime-version',
      }).replace('Subject:', 'Cc: x@y.vn\r\nSubject:'),
      /does not sign cc/,
    ],
    [
      'with a Content-Transfer-Encoding added',
      once().replace('MIME', 'Content-Transfer-Encoding: base64\r\nMIME'),
      /bad signature/,
    ],
    [
      'with a Content-Disposition added',
      below('Content-Disposition: attachment'),
      /does not sign content-disposition/,
    ],
    ['with References added', below('References: <2@kiengiang.gov.vn>'), /bad signature/],
    ['with another From', good.replace('snv@kiengiang', 'stc@kiengiang'), /bad signature/],
    ['with another subject', good.replace('Xin cap', 'Xin huy'), /bad signature/],
    ['with another body', good.replace('Kinh gui', 'Kinh xin'), /body hash/],
    ['with another attachment', good.replace('phieu 1', 'phieu 2'), /body hash/],
    ['with more at its end', `${good}--b\r\n`, /body hash/],
    ['cut to its header', good.slice(0, good.indexOf('\r\n\r\n') + 4), /body hash/],
    ['with another boundary', good.replace('boundary=b', 'boundary=c'), /bad signature/],
    ['expired', tagged({ x: seconds('2026-11-24T08:59:59Z') }), /expired/],
    [
      'expired before it was signed',
      tagged({ t: seconds('2026-11-24T08:00:00Z'), x: seconds('2026-11-24T07:00:00Z') }),
      /expired/,
    ],
    ['with an expiry that is no time', tagged({ x: 'never' }), /expired/],
    ['signed in the future', tagged({ t: seconds('2026-11-24T11:00:00Z') }), /last week/],
    ['signed over a week ago', tagged({ t: seconds('2026-11-17T08:00:00Z') }), /last week/],
    ['signed at no time', tagged({ t: '-1' }), /last week/],
    [
      'written over a week ago',
      signed(letter({ Date: 'Tue, 17 Nov 2026 15:59:00 +0700' }), { key }),
      /Date is not/,
    ],
    [
      'written in the future',
      signed(letter({ Date: 'Wed, 25 Nov 2026 15:00:00 +0700' }), { key }),
      /Date is not/,
    ],
    ['written at no date', signed(letter({ Date: 'hom nay' }), { key }), /Date is not/],
    ['written at a date in another form', signed(letter({ Date: '2026-11-24' }), { key }), /Date is not/],
    ['sent to others', signed(letter({ To: 'stc@kiengiang.gov.vn' }), { key }), /not in To or Cc/],
    [
      'with us in a display name',
      signed(letter({ To: '"ttcntttt@kiengiang.gov.vn" <stc@kiengiang.gov.vn>' }), { key }),
      /not in To or Cc/,
    ],
    [
      'with us in a comment',
      signed(letter({ To: 'stc@kiengiang.gov.vn (ttcntttt@kiengiang.gov.vn)' }), { key }),
      /not in To or Cc/,
    ],
    [
      'with us in Bcc',
      signed(letter({ To: 'stc@kiengiang.gov.vn' }), { key }).replace(
        'Cc:',
        'Bcc: ttcntttt@kiengiang.gov.vn\r\nCc:',
      ),
      /not in To or Cc/,
    ],
    [
      'with us in an unsigned Cc',
      signed(letter({ To: 'stc@kiengiang.gov.vn', Cc: 'ttcntttt@kiengiang.gov.vn' }), {
        key,
        h: usual.replaceAll('cc:', ''),
      }),
      /does not sign cc/,
    ],
    ['signed with a weak key', signed(letter(), { key: weakKey, tags: { s: 'weak' } }), /policy/],
    ['signed with sha1', tagged({ a: 'rsa-sha1' }), /rsa-sha256/],
    ['signed with ed25519', signed(letter(), { key: curveKey, tags: { s: 'curve' } }), /rsa-sha256/],
    [
      'signed with an ed25519 key that is said to be RSA',
      signed(letter(), { key, tags: { s: 'curve' } }),
      /algorithm|key/,
    ],
    ['signed with a key that nobody published', tagged({ s: 'unknown' }), /no key/],
    ['signed with a revoked key', tagged({ s: 'revoked' }), /invalid public key/],
    ['signed with a key for tests', tagged({ s: 'tests' }), /tests only/],
    ['signed with a strict key for tests', tagged({ s: 'tests-too' }), /tests only/],
    ['signed with a key for reports', tagged({ s: 'tlsrpt' }), /not for email/],
    ['signed with a key for sha1', tagged({ s: 'sha1' }), /hash algorithm/],
    ['signed with a torn key', tagged({ s: 'torn' }), /key/],
    ['signed with a key of another version', tagged({ s: 'version' }), /version/],
    ['signed with another key', tagged({ s: 'other' }), /bad signature/],
    ['signed with a selector that is no name', tagged({ s: 'a b' }), /names no key/],
    ['signed without a selector', tagged({ s: null }), /names no key/],
    ['signed in a version to come', tagged({ v: '2' }), /version 1/],
    ['signed with a key that is elsewhere', tagged({ q: 'http' }), /DNS/],
    ['signed for another user', tagged({ i: 'stc@kiengiang.gov.vn' }), /another user/],
    ['signed for another domain', tagged({ i: '@evil.example' }), /another user/],
    ['signed for a domain that ends like ours', tagged({ i: '@xkiengiang.gov.vn' }), /another user/],
    ['with an unknown canonicalisation', tagged({ c: 'none/none' }), /./],
    [
      'with a doubled tag',
      good.replace('d=kiengiang.gov.vn;', 'd=kiengiang.gov.vn; d=kiengiang.gov.vn;'),
      /no signature/,
    ],
    ['with d= in capitals beside d=', good.replace('v=1;', 'v=1; D=evil.example;'), /bad signature/],
    [
      'with a signature that signs another',
      signed(good, { key, h: `${usual}:dkim-signature` }).replace('phieu 1', 'phieu 2'),
      /signs another/,
    ],
    [
      'with too many signatures of ours',
      `${'DKIM-Signature: v=1; d=kiengiang.gov.vn\r\n'.repeat(3)}${good}`,
      /4 signatures/,
    ],
    ['with a blank line inside a field', onTop('X: 1\r\n \r\n 2'), /blank line/],
    ['with a field that ends in a blank line', onTop('X: 1\r\n\t'), /blank line/],
    [
      'with more signed header than is read',
      signed(letter({ Subject: `x${'\r\n y'.repeat(13_000)}` }), { key }),
      /bytes of header/,
    ],
    ['with a signature without an end', good.replace('b=', `z=${'x'.repeat(20_000)}; b=`), /no signature/],
  ];
  test.each(hostile)('%s', async (_, raw, because) => {
    expect(await verdictOf(raw)).toMatchObject({
      verified: false,
      evidence: 'none',
      because: expect.stringMatching(because),
    });
  });

  test('a week after it was signed, unless we had it by then', async () => {
    const [week, day] = [new Date('2026-12-01T09:00:00Z'), new Date('2026-11-25T09:00:00Z')];
    expect(await verdictOf(good, { receivedAt: week })).toMatchObject({ evidence: 'none' });
    expect(await verdictOf(good, { receivedAt: day, now: week })).toMatchObject({ evidence: 'dkim' });
  });

  test('where the header breaks a limit, however good the signature', async () => {
    expect(await verdictOf(onTop(`X: 1${'\r\n '.repeat(100_000)}`))).toMatchObject({ evidence: 'none' });
    expect(await verdictOf(onTop('X: \0'))).toMatchObject({ evidence: 'none' });
  });
});

describe('what our own servers recorded outweighs a signature:', () => {
  const relay = {
    trustedRelays: [{ host: 'mail.kiengiang.gov.vn', ip: null }],
    trustedAuthservIds: ['mx.kiengiang.gov.vn'],
  };
  const signIn = (login: string, rest = 'with ESMTPSA id 1 for <ttcntttt@kiengiang.gov.vn>') =>
    onTop(
      `Received: from pc (x [10.1.2.3]) ${login} by mail.kiengiang.gov.vn (Postfix) ${rest}; Tue, 24 Nov 2026 08:00:01 +0000`,
    );
  const results = (text: string) => onTop(`Authentication-Results: ${text}`);

  test.each([
    ['the sign-in of another user', signIn('(Authenticated sender: stc@kiengiang.gov.vn)')],
    ['a login that is no address', signIn('(Authenticated sender: s nv)')],
    ['a login of an unknown kind', signIn('(Authenticated sender: snv)', 'with ESMTP id 1')],
    ['a DMARC failure', results('mx.kiengiang.gov.vn; dkim=pass header.d=kiengiang.gov.vn; dmarc=fail')],
    ['a DMARC failure at a relay', results('mail.kiengiang.gov.vn; dmarc=fail header.from=kiengiang.gov.vn')],
    ['a DKIM failure', results('mx.kiengiang.gov.vn; dkim=fail (body) header.d=kiengiang.gov.vn')],
  ])('%s', async (_, raw) => {
    expect(await verdictOf(raw, { settings: relay })).toMatchObject({ verified: false, evidence: 'none' });
  });

  test.each([
    ['a sign-in that names no login', signIn('')],
    [
      'a pass beside the failure of an older signature',
      results(
        'mx.kiengiang.gov.vn; dkim=fail header.d=kiengiang.gov.vn; dkim=pass header.d=kiengiang.gov.vn; dmarc=pass',
      ),
    ],
    [
      'the failure of another domain',
      results('mx.kiengiang.gov.vn; dkim=fail header.d=evil.example; dmarc=pass'),
    ],
    ['what a server of others says', results('mx.evil.example; dmarc=fail')],
    ['a line that cannot be read', onTop('Received: by x')],
  ])('but not %s', async (_, raw) => {
    expect(await verdictOf(raw, { settings: relay })).toMatchObject({ evidence: 'dkim' });
  });
});

describe('where the DNS does not answer', () => {
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  test.each(['silent', 'failing'])(
    '(%s) the letter is to be tried again for half an hour, and then unproven',
    async (s) => {
      const raw = tagged({ s });
      const [early, late] = [later(29), later(31)].map((at) => verdictOf(raw, { receivedAt: now, now: at }));
      await expect(early).rejects.toThrow(KeyUnavailable);
      await expect(late).resolves.toMatchObject({
        evidence: 'none',
        because: expect.stringContaining('DNS failure'),
      });
    },
  );

  test('another signature may prove the letter', async () => {
    expect(await verdictOf(signed(good, { key, tags: { s: 'failing' } }))).toMatchObject({
      evidence: 'dkim',
    });
  });

  test.each([
    ['with another body', tagged({ s: 'failing' }).replace('phieu 1', 'phieu 2')],
    ['that signs too little', signed(letter(), { key, tags: { s: 'failing' }, h: 'from:to' })],
    ['of another domain', tagged({ s: 'failing', d: 'evil.example' })],
  ])('a letter %s is not tried again', async (_, raw) => {
    expect(await verdictOf(raw)).toMatchObject({ evidence: 'none' });
  });
});

describe('a letter as our server signed and delivered it', () => {
  const folder = join(import.meta.dirname, 'traces');
  const read = (name: string) => readFileSync(join(folder, `${name}.eml`));
  const keys = JSON.parse(readFileSync(join(folder, 'dns.json'), 'utf8')) as Record<string, string[]>;
  const settings = {
    trustedRelays: [{ host: 'mail.kiengiang.gov.vn', ip: '127.0.0.10' }],
    trustedAuthservIds: ['mail.kiengiang.gov.vn'],
  };
  beforeAll(() => {
    for (const [name, strings] of Object.entries(keys)) records[name] = strings.join('');
  });

  test.each([
    ['submission-to-intake', {}],
    ['submission-to-colleague-cc-intake', {}],
    ['submission-smtputf8', {}],
    ['plain-mx-submission-to-intake', {}],
    // No trace that we could read leads to the sign-in, and yet it is the unit's own letter: once more, a duplicate.
    ['mx-outside-replayed-genuine', settings],
    ['login-unnamed-content-filter-own-from', settings],
  ])('%s is proven by its signature where From is enforced, and never elsewhere', async (name, trust) => {
    const raw = read(name);
    expect(await verdictOf(raw, { settings: trust })).toMatchObject({
      address: 'snv@kiengiang.gov.vn',
      evidence: 'dkim',
    });
    expect(await verdictOf(raw, { settings: { ...trust, submissionEnforcesSender: false } })).toMatchObject({
      evidence: 'none',
    });
  });

  test.each([
    ['lax-false-from', settings],
    ['lax-false-from-to-intake-and-colleague', settings],
    ['lax-redirected-by-colleague', settings],
    ['lax-redirected-copy-of-letter-to-intake', settings],
    ['submission-to-colleague-bcc-intake', {}],
    ['submission-to-alias-of-intake', {}],
    ['mx-outside-false-from', {}],
    ['mx-outside-forged-authentication-results', {}],
    ['mx-loopback-not-signed-in', {}],
  ])('%s is not', async (name, trust) => {
    expect(await verdictOf(read(name), { settings: trust })).toMatchObject({ verified: false });
  });

  test('a sign-in that the trace records comes first', async () => {
    expect(await verdictOf(read('submission-to-intake'), { settings })).toMatchObject({
      evidence: 'authenticated-submission',
    });
  });
});

/** What a letter says, apart from white space: the fields that it is read by, and its body. */
const sayingOf = (raw: Buffer) => {
  const collapsed = (text: string) =>
    text
      .replace(/[ \t]+/g, ' ')
      .replace(/ ?\r?\n/g, '\n')
      .trim();
  const names = Object.keys(header).map((name) => name.toLowerCase());
  const wanted = [...names, 'references', 'content-transfer-encoding', 'content-disposition'];
  const fields = envelopeOf(raw).fields.filter(({ name }) => name !== 'received' && wanted.includes(name));
  return {
    fields: fields.map(({ name, value }) => `${name}:${collapsed(value.replace(/\r?\n/g, ''))}`),
    body: collapsed(raw.subarray(headerBlockOf(raw).length).toString('latin1')),
  };
};

const splinter = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    '\r\n',
    '\n',
    '\r\n\r\n',
    '\r\n ',
    '\r',
    ' ',
    '\0',
    ';',
    '=',
    'b=',
    '--b\r\n',
    '\xa0',
    '\x80',
  ),
  fc.constantFrom(...Object.keys(header)).map((name) => `\r\n${name}: x\r\n`),
  fc.constantFrom('v', 'a', 'd', 'h', 'i', 'l', 's', 't', 'x').map((tag) => `; ${tag}=1;`),
  fc.constantFrom('Content-Transfer-Encoding: base64', 'References: <1@a>').map((field) => `${field}\r\n`),
);

test('whatever is cut out of a letter or put into it, what is proven says what was signed', async () => {
  const letters = [good, once()];
  const said = sayingOf(Buffer.from(good, 'latin1'));
  const place = fc.oneof(fc.nat(good.length), fc.nat(good.indexOf('Received')));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...letters), place, fc.nat(3), splinter, async (raw, at, cut, put) => {
      const changed = Buffer.from(raw.slice(0, at) + put + raw.slice(at + cut), 'latin1');
      const { verified } = await verdictOf(changed);
      if (verified) expect(sayingOf(changed)).toEqual(said);
    }),
    { numRuns: 1500 },
  );
});
