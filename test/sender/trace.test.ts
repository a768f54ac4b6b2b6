import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HeaderField } from '../../src/model/letter.ts';
import { type TraceSettings, walkTrace } from '../../src/sender/trace.ts';

const snv = 'snv@kiengiang.gov.vn';
const settings: TraceSettings = {
  mailDomain: 'kiengiang.gov.vn',
  intakeAddress: 'ttcntttt@kiengiang.gov.vn',
  trustedRelays: [
    { host: 'mail.kiengiang.gov.vn', ip: null },
    { host: 'mx2.kiengiang.gov.vn', ip: '10.1.1.7' },
    { host: 'mx6.kiengiang.gov.vn', ip: '2001:db8::7' },
  ],
  trustedAuthservIds: ['mail.kiengiang.gov.vn'],
};

type Parts = { helo?: string; about?: string; by?: string; with?: string; to?: string | null };
const hop = (parts: Parts = {}): HeaderField => {
  const to = parts.to === null ? '' : ` for <${parts.to ?? settings.intakeAddress}>`;
  const about = parts.about ?? '(unknown [127.0.0.1])';
  return {
    name: 'received',
    value: ` from ${parts.helo ?? 'localhost'} ${about} by ${parts.by ?? 'mail.kiengiang.gov.vn (Postfix)'} with ${parts.with ?? 'ESMTP'} id A${to}; Tue, 24 Nov 2026 02:48:22 +0000`,
  };
};
const delivery = hop({ helo: 'mail.kiengiang.gov.vn', about: '', by: 'mail.kiengiang.gov.vn', with: 'LMTP' });
const signIn = (login = snv, parts: Parts = {}) =>
  hop({ about: `(unknown [203.0.113.9]) (Authenticated sender: ${login})`, with: 'ESMTPSA', ...parts });
const unnamed = hop({ about: '(unknown [203.0.113.9])', with: 'ESMTPSA' });
const field = (name: string, value: string): HeaderField => ({ name, value: ` ${value}` });
const auth = (login: string, id = 'mail.kiengiang.gov.vn') =>
  field('authentication-results', `${id}; auth=pass smtp.auth=${login} smtp.mailfrom=${snv}`);
const signature = field('dkim-signature', 'v=1; d=kiengiang.gov.vn; b=x');
const own = [field('from', snv), field('to', settings.intakeAddress), field('subject', 'x')];
const loginOf = (...fields: HeaderField[]) => walkTrace(fields, settings).login;

/** As amavis writes itself, and Postfix what it gave back. */
const byAmavis = [
  hop({ about: '(localhost [127.0.0.1])' }),
  field('x-virus-scanned', 'Debian amavis at kiengiang.gov.vn'),
  hop({
    helo: 'mail.kiengiang.gov.vn',
    about: '([127.0.0.1])',
    by: 'localhost (mail.kiengiang.gov.vn [127.0.0.1]) (amavis, port 10024)',
  }),
];

describe('through a content filter that writes itself as localhost', () => {
  const named: TraceSettings = {
    ...settings,
    trustedRelays: [...settings.trustedRelays, { host: 'localhost', ip: null }],
  };
  const stranger = hop({ helo: 'localhost', about: '(localhost [203.0.113.66])' });
  test('the user is found where that name is ours, and only then', () => {
    const fields = [delivery, ...byAmavis, signIn(), ...own];
    expect(walkTrace(fields, named).login).toBe(snv);
    expect(walkTrace(fields, settings)).toMatchObject({
      login: null,
      because: expect.stringContaining('localhost'),
    });
  });

  test.each([
    ['a stranger’s letter', [delivery, ...byAmavis, stranger, signIn()]],
    ['a stranger’s letter with the filter’s lines below', [delivery, stranger, ...byAmavis, signIn()]],
    [
      'a stranger’s letter with the filter’s own line below',
      [delivery, stranger, byAmavis[2] ?? delivery, signIn()],
    ],
    [
      'a colleague’s letter',
      [delivery, ...byAmavis, signIn('lqbao.snv@kiengiang.gov.vn'), ...byAmavis, signIn()],
    ],
  ])('%s is not the unit’s', (_, fields) => {
    expect(walkTrace([...fields, ...own], named).login).not.toBe(snv);
  });
});

describe('the signed-in user is found', () => {
  test.each([
    ['at once', [delivery, signIn()]],
    ['without a delivery line', [signIn()]],
    [
      'from loopback, as webmail submits',
      [delivery, signIn(snv, { about: `(localhost [127.0.0.1]) (Authenticated sender: ${snv})` })],
    ],
    ['without TLS', [delivery, signIn(snv, { with: 'ESMTPA' })]],
    ['with SMTPUTF8', [delivery, signIn(snv, { with: 'UTF8SMTPSA' })]],
    ['behind a content filter', [delivery, hop(), signIn()]],
    ['behind a content filter on IPv6', [delivery, hop({ about: '(localhost [IPv6:::1])' }), signIn()]],
    [
      'behind a content filter on mapped IPv4',
      [delivery, hop({ about: '(localhost [IPv6:::ffff:127.0.0.1])' }), signIn()],
    ],
    ['behind a content filter by a name of its own', [delivery, hop({ helo: 'filter.local' }), signIn()]],
    [
      'behind our server on another loopback address',
      [delivery, hop({ helo: 'mail.kiengiang.gov.vn', about: '(unknown [127.0.0.10])' }), signIn()],
    ],
    ['behind a delivery over TCP', [hop({ about: '([127.0.0.1])', with: 'LMTP' }), signIn()]],
    [
      'behind our other machine',
      [
        delivery,
        hop({ helo: 'anything', about: '(x [10.1.1.7])', with: 'ESMTPS' }),
        signIn(snv, { by: 'mx2.kiengiang.gov.vn (Postfix)' }),
      ],
    ],
    [
      'behind our other machine on IPv6',
      [delivery, hop({ about: '(x [IPv6:2001:DB8:0::7])' }), signIn(snv, { by: 'mx6.kiengiang.gov.vn' })],
    ],
    ['in capitals', [delivery, signIn('SNV@KienGiang.gov.vn', { by: 'MAIL.kiengiang.gov.vn' })]],
    ['without a domain', [delivery, signIn('snv')]],
    [
      'above any trace of the sender',
      [delivery, signIn(), hop({ about: '(x [203.0.113.66])', by: 'evil.example' }), signIn('stc')],
    ],
    ['among several recipients', [delivery, signIn(snv, { to: null })]],
    ['in the results beside it', [delivery, unnamed, auth(snv)]],
    ['in the results below the signature', [delivery, unnamed, signature, auth(snv)]],
    ['in the results below those of others', [delivery, unnamed, auth('stc', 'evil.example'), auth(snv)]],
    ['in the results, without a domain', [delivery, unnamed, auth('snv')]],
    ['in the first results of ours', [delivery, unnamed, auth(snv), auth('stc')]],
  ])('%s', (_, trace) => {
    expect(walkTrace([...trace, ...own], settings)).toMatchObject({ login: snv });
  });

  test('in Received before Authentication-Results', () => {
    expect(loginOf(delivery, signIn('stc'), auth(snv), ...own)).toBe('stc@kiengiang.gov.vn');
  });
});

describe('nothing is proven', () => {
  const outside = hop({ helo: 'pc', about: '(unknown [203.0.113.66])' });
  test.each([
    ['by a letter without a trace', []],
    ['by a delivery alone', [delivery]],
    ['by a letter from outside', [delivery, outside]],
    ['by a forged submission below a hop from outside', [delivery, outside, signIn()]],
    [
      'by forged hops and a submission below one from outside',
      [delivery, outside, delivery, hop(), signIn()],
    ],
    ['by forged results below a hop from outside', [delivery, outside, auth(snv)]],
    ['by forged results above a hop from outside', [auth(snv), delivery, outside]],
    [
      'below a HELO name of ours',
      [delivery, hop({ helo: 'mail.kiengiang.gov.vn', about: '(unknown [203.0.113.66])' }), signIn()],
    ],
    [
      'below a reverse name of ours',
      [delivery, hop({ about: '(mail.kiengiang.gov.vn [203.0.113.66])' }), signIn()],
    ],
    [
      'below a HELO name that looks like an address',
      [delivery, hop({ helo: '[127.0.0.1]', about: '(unknown [203.0.113.66])' }), signIn()],
    ],
    [
      'below a reverse name that looks like an address',
      [delivery, hop({ about: '([127.0.0.1] [203.0.113.66])' }), signIn()],
    ],
    ['below an address without brackets', [delivery, hop({ about: '(127.0.0.1)' }), signIn()]],
    ['below a hop without an address', [delivery, hop({ about: '' }), signIn()]],
    [
      'below another loopback address of a stranger',
      [delivery, hop({ helo: 'pc', about: '(unknown [127.0.0.66])' }), signIn()],
    ],
    [
      'below a loopback address that claims a relay with another',
      [delivery, hop({ helo: 'mx2.kiengiang.gov.vn', about: '(unknown [127.0.0.66])' }), signIn()],
    ],
    ['below 0.0.0.0', [delivery, hop({ about: '(unknown [0.0.0.0])' }), signIn()]],
    ['below a private address', [delivery, hop({ about: '(unknown [10.1.1.8])' }), signIn()]],
    ['below an unknown protocol', [delivery, hop({ with: 'HTTP' }), signIn()]],
    ['below a sign-in of an unknown kind', [delivery, hop({ with: 'LMTPA' }), signIn()]],
    ['by a login without a sign-in protocol', [delivery, signIn(snv, { with: 'ESMTP' })]],
    ['by a server that is not ours', [delivery, signIn(snv, { by: 'mail.evil.example' })]],
    ['by a server whose name ends like ours', [delivery, signIn(snv, { by: 'x.mail.kiengiang.gov.vn' })]],
    ['by another server than the one at the address', [delivery, hop({ about: '(x [10.1.1.7])' }), signIn()]],
    [
      'by a delivery from a host that is not ours',
      [hop({ helo: 'evil.example', about: '', with: 'LMTP' }), signIn()],
    ],
    ['by a delivery from outside', [hop({ about: '(x [203.0.113.66])', with: 'LMTP' }), signIn()]],
    [
      'below a line that cannot be read',
      [delivery, field('received', 'by mail.kiengiang.gov.vn (Postfix, from userid 0) id A; Tue'), signIn()],
    ],
    ['by an empty login', [delivery, signIn('')]],
    ['by a login that is no address', [delivery, signIn('s nv')]],
    ['by a quoted login', [delivery, signIn('"snv"@kiengiang.gov.vn')]],
    ['for somebody else', [delivery, signIn(snv, { to: 'stc@kiengiang.gov.vn' })]],
    ['for an extension of our address', [delivery, signIn(snv, { to: 'ttcntttt+x@kiengiang.gov.vn' })]],
    [
      'for somebody else on the way',
      [delivery, hop({ to: 'stc@kiengiang.gov.vn' }), signIn(snv, { to: null })],
    ],
    ['with From above the submission', [delivery, field('from', snv), signIn()]],
    [
      'below a DMARC failure',
      [
        delivery,
        hop(),
        field(
          'authentication-results',
          'mail.kiengiang.gov.vn; dkim=none; dmarc=fail header.from=kiengiang.gov.vn',
        ),
        signIn(),
      ],
    ],
    [
      'below results that cannot be read',
      [delivery, hop(), field('authentication-results', 'mail.kiengiang.gov.vn; dmarc=fail ('), signIn()],
    ],
    ['without a login anywhere', [delivery, unnamed]],
    ['by results of others', [delivery, unnamed, auth(snv, 'evil.example')]],
    ['by results below a field of the sender', [delivery, unnamed, field('message-id', '<1@a>'), auth(snv)]],
    ['by results below another Received', [delivery, unnamed, signIn(), auth(snv)]],
    ['by results above the submission', [delivery, auth(snv), unnamed]],
    [
      'by results below some that cannot be read',
      [delivery, unnamed, field('authentication-results', 'mail.kiengiang.gov.vn; x=("'), auth(snv)],
    ],
    [
      'by a failed sign-in',
      [delivery, unnamed, field('authentication-results', 'mail.kiengiang.gov.vn; auth=fail smtp.auth=snv')],
    ],
    [
      'by two sign-ins in the results',
      [
        delivery,
        unnamed,
        field(
          'authentication-results',
          'mail.kiengiang.gov.vn; auth=pass smtp.auth=snv; auth=pass smtp.auth=snv',
        ),
      ],
    ],
    [
      'by two logins in the results',
      [
        delivery,
        unnamed,
        field('authentication-results', 'mail.kiengiang.gov.vn; auth=pass smtp.auth=snv smtp.auth=stc'),
      ],
    ],
    [
      'by results without a sign-in above others',
      [delivery, unnamed, field('authentication-results', 'mail.kiengiang.gov.vn; spf=pass'), auth(snv)],
    ],
  ])('%s', (_, trace) => {
    expect(walkTrace([...trace, ...own], settings).login).toBeNull();
  });

  test('by the sign-in below that of a colleague', () => {
    const colleague = hop({ about: '(x [127.0.0.1])', with: 'UTF8SMTPSA' });
    expect(loginOf(delivery, colleague, signIn(), ...own)).toBeNull();
    expect(loginOf(delivery, signIn('stc'), signIn(), ...own)).toBe('stc@kiengiang.gov.vn');
  });

  test('below a login in a line of another protocol', () => {
    const odd = hop({ about: '(x [127.0.0.1]) (Authenticated sender: stc)' });
    expect(loginOf(delivery, odd, signIn(), ...own)).toBeNull();
  });

  test('where no relay is trusted', () => {
    expect(walkTrace([delivery, signIn(), ...own], { ...settings, trustedRelays: [] }).login).toBeNull();
  });

  test('where our server has an address of its own and the hop comes from another of 127/8', () => {
    const narrow = { ...settings, trustedRelays: [{ host: 'mail.kiengiang.gov.vn', ip: '127.0.0.10' }] };
    const from = (ip: string) => hop({ helo: 'mail.kiengiang.gov.vn', about: `(unknown [${ip}])` });
    expect(walkTrace([delivery, from('127.0.0.10'), signIn(), ...own], narrow).login).toBe(snv);
    expect(walkTrace([delivery, from('127.0.0.66'), signIn(), ...own], narrow).login).toBeNull();
  });
});

describe('without a recipient in the line', () => {
  const submission = signIn(snv, { to: null });
  test.each([
    [field('to', '"Trung tâm, CNTT" <TTCNTTTT@kiengiang.gov.vn>'), snv],
    [field('cc', 'stc@kiengiang.gov.vn,\r\n ttcntttt@kiengiang.gov.vn'), snv],
    [field('to', 'Các đơn vị: stc@kiengiang.gov.vn, ttcntttt@kiengiang.gov.vn;'), snv],
    [field('to', '"ttcntttt@kiengiang.gov.vn" <stc@kiengiang.gov.vn>'), null],
    [field('to', 'stc@kiengiang.gov.vn (ttcntttt@kiengiang.gov.vn)'), null],
    [field('to', 'ttcntttt@kiengiang.gov.vn.evil.example'), null],
    [field('bcc', 'ttcntttt@kiengiang.gov.vn'), null],
    [field('resent-to', 'ttcntttt@kiengiang.gov.vn'), null],
    [field('reply-to', 'ttcntttt@kiengiang.gov.vn'), null],
  ])('%j decides whether it was sent to us', (to, login) => {
    expect(loginOf(delivery, submission, field('from', snv), to)).toBe(login);
  });

  test('To above the submission says nothing', () => {
    expect(loginOf(delivery, field('to', settings.intakeAddress), submission, field('from', snv))).toBeNull();
  });
});

const anyField = fc.oneof(
  fc.constantFrom(
    delivery,
    signIn('stc'),
    signIn(snv),
    hop(),
    unnamed,
    auth('stc'),
    auth(snv),
    signature,
    ...own,
  ),
  fc.record({
    name: fc.constantFrom(
      'received',
      'authentication-results',
      'from',
      'x-a',
      'return-path',
      'dkim-signature',
    ),
    value: fc.string(),
  }),
);

test('whatever stands below a submission that names login and recipient changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyField, { maxLength: 8 }), (below) => {
      expect(walkTrace([delivery, signIn(), ...below], settings).login).toBe(snv);
      expect(walkTrace([delivery, hop(), signIn(), ...below], settings).login).toBe(snv);
    }),
  );
});

test('whatever a stranger writes proves nothing', () => {
  const outside = hop({ helo: 'mail.kiengiang.gov.vn', about: '(unknown [203.0.113.66])' });
  fc.assert(
    fc.property(fc.array(anyField, { maxLength: 8 }), (below) => {
      expect(walkTrace([delivery, outside, ...below], settings).login).toBeNull();
    }),
  );
});
