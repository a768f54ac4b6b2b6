import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readReceived } from '../../src/sender/received.ts';

const date = 'Tue, 24 Nov 2026 02:48:22 +0000 (UTC)';
const submission = {
  helo: 'pc.test',
  ip: '127.0.0.1',
  login: 'snv@kiengiang.gov.vn',
  by: 'mail.kiengiang.gov.vn',
  protocol: 'ESMTPSA',
  recipient: 'ttcntttt@kiengiang.gov.vn',
};
const line = (part: Partial<Record<'from' | 'about' | 'by' | 'rest' | 'date', string>> = {}): string =>
  ` from ${part.from ?? 'pc.test'} ${part.about ?? '(unknown [127.0.0.1])\r\n\t(Authenticated sender: snv@kiengiang.gov.vn)'}\r\n` +
  `\tby ${part.by ?? 'mail.kiengiang.gov.vn (Postfix) with ESMTPSA id 7FBC620E3DB'}\r\n` +
  `\t${part.rest ?? 'for <ttcntttt@kiengiang.gov.vn>'}; ${part.date ?? date}`;

describe('a Received line', () => {
  test('of a submission is read to its end', () => {
    expect(readReceived(line())).toEqual(submission);
  });

  test('may hold remarks about TLS and the client', () => {
    const about =
      '(unknown [127.0.0.1])\r\n\t(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)\r\n\t key-exchange X25519 server-signature ECDSA (prime256v1) server-digest SHA256)\r\n' +
      '\t(No client certificate requested)\r\n\t(Authenticated sender: snv@kiengiang.gov.vn)';
    expect(readReceived(line({ about }))).toEqual(submission);
  });

  test('of a delivery names no client address', () => {
    const value =
      ' from mail.kiengiang.gov.vn\r\n\tby mail.kiengiang.gov.vn with LMTP\r\n\tid 2CJTJ/b6BGvaLQAAg+zDdQ\r\n\t(envelope-from <snv@kiengiang.gov.vn>)\r\n\tfor <ttcntttt@kiengiang.gov.vn>; Tue, 24 Nov 2026 02:48:22 +0000';
    expect(readReceived(value)).toMatchObject({ ip: null, login: null, protocol: 'LMTP' });
    expect(readReceived(value.replace('\r\n\tfor <ttcntttt@kiengiang.gov.vn>', ''))?.recipient).toBeNull();
  });

  test.each([
    ['(unknown [10.1.1.7])', '10.1.1.7'],
    ['([127.0.0.1])', '127.0.0.1'],
    ['(localhost [IPv6:::1])', '::1'],
    ['(localhost [::1])', '::1'],
    ['(mx [IPv6:2001:DB8::7])', '2001:db8::7'],
    ['(127.0.0.1)', null],
    ['([unix socket])', null],
    ['(x [127.0.0.1] [10.1.1.7])', null],
    ['(x [999.0.0.1])', null],
    ['(x [fe80::1%eth0])', null],
    ['(x [127.0.0.1] (may be forged))', null],
    ['(helo [127.0.0.1] by mail.kiengiang.gov.vn)', null],
  ])('with %j right after the HELO name gives the address %j', (about, ip) => {
    expect(readReceived(line({ about }))?.ip).toBe(ip);
  });

  // As a real Postfix wrote them for clients that said `x) by mail… (`, `(Authenticated sender: …)`, `localhost [127.0.0.1]`.
  test.each([
    'x??by?mail.kiengiang.gov.vn??Postfix??with?ESMTPSA?id?A??',
    '?Authenticated?sender:?snv?kiengiang.gov.vn?',
    'localhost?[127.0.0.1]',
    'x[127.0.0.1]',
    '[127.0.0.1]',
    '[IPv6:::1]',
    'x?y?z??w,:?',
    'by',
    'with',
    'x'.repeat(600),
  ])('keeps the HELO name %j apart from what the server saw', (helo) => {
    const value = line({
      from: helo,
      about: '(unknown [127.0.0.66])',
      by: 'mail.kiengiang.gov.vn with ESMTP id A',
    });
    expect(readReceived(value)).toMatchObject({
      helo: helo.toLowerCase(),
      ip: '127.0.0.66',
      login: null,
      by: 'mail.kiengiang.gov.vn',
      protocol: 'ESMTP',
    });
  });

  test.each([
    ['a second by', { from: 'x by mail.kiengiang.gov.vn' }],
    [
      'a HELO name with a comment',
      { from: 'x (unknown [127.0.0.1]) by mail.kiengiang.gov.vn (Postfix) with ESMTP' },
    ],
    ['an open comment', { about: '(unknown [127.0.0.1]' }],
    ['a comment closed too early', { about: '(unknown) [127.0.0.1])' }],
    ['an open quote', { from: '"pc' }],
    ['a quoted HELO name', { from: '"pc"' }],
    ['a quote open inside a comment', { about: '(unknown [127.0.0.1]) (x "y) (z)' }],
    ['two sign-ins', { about: '(x [127.0.0.1]) (Authenticated sender: snv) (Authenticated sender: stc)' }],
    ['a sign-in before the client', { about: '(Authenticated sender: snv) (unknown [127.0.0.1])' }],
    ['a sign-in in place of the client', { about: '(Authenticated sender: snv [127.0.0.1])' }],
    ['an address behind another comment', { about: '(using TLS) (unknown [127.0.0.1])' }],
    ['two clients', { about: '(unknown [127.0.0.1]) (unknown [203.0.113.66])' }],
    ['a sign-in after by', { by: 'mail.kiengiang.gov.vn (Authenticated sender: snv) with ESMTPSA id A' }],
    ['a sign-in after with', { by: 'mail.kiengiang.gov.vn with ESMTPSA (Authenticated sender: snv) id A' }],
    ['a sign-in after for', { rest: 'for <a@b.vn> (Authenticated sender: snv)' }],
    ['words before by', { about: 'x' }],
    ['no by', { by: '(Postfix) with ESMTPSA id A' }],
    ['no with', { by: 'mail.kiengiang.gov.vn (Postfix, from userid 1001)' }],
    ['a second with', { by: 'mail.kiengiang.gov.vn with ESMTPSA with ESMTP id A' }],
    ['an unknown clause', { by: 'mail.kiengiang.gov.vn via tcp with ESMTPSA id A' }],
    ['two recipients', { rest: 'for <a@b.vn> <ttcntttt@kiengiang.gov.vn>' }],
    ['a recipient without brackets', { rest: 'for ttcntttt@kiengiang.gov.vn' }],
    ['a quoted recipient', { rest: 'for <"ttcntttt@kiengiang.gov.vn"@x.vn>' }],
    ['an empty recipient', { rest: 'for <>' }],
    ['two semicolons', { rest: '; for <ttcntttt@kiengiang.gov.vn>' }],
    ['no date', { date: '' }],
    ['something after the date', { date: `${date} (Authenticated sender: stc)` }],
    ['something folded on after the date', { date: `${date}\r\n by mail.kiengiang.gov.vn` }],
    ['a control character', { from: 'pc\x00test' }],
    ['a line end inside', { from: 'pc\r\ntest' }],
    ['more than 16 KB', { from: 'x'.repeat(17_000) }],
    ['a comment right at the HELO name', { from: 'pc(x)' }],
  ])('with %s is not read', (_, part) => {
    expect(readReceived(line(part))).toBeNull();
  });

  test.each([
    ['from pc.test by mail.kiengiang.gov.vn with ESMTPSA id A'],
    ['by mail.kiengiang.gov.vn (Postfix, from userid 0) id A; Tue, 24 Nov 2026 02:48:22 +0000'],
    ['(qmail 123 invoked by uid 0); 24 Nov 2026 02:48:22 -0000'],
    [''],
  ])('of another form is not read: %j', (value) => {
    expect(readReceived(value)).toBeNull();
  });

  test.each([
    '24 Nov 2026 02:48:22 +0700',
    'Tue,  24 Nov 2026 02:48:22 +0700 (+07)',
    'Tue, 24 Nov 2026 02:48 GMT',
  ])('may be dated %j', (when) => {
    expect(readReceived(line({ date: when }))).toEqual(submission);
  });

  test('never lets a HELO name or a remark choose who took it or who signed in', () => {
    const piece = fc.constantFrom(
      ...[
        '(',
        ')',
        '"',
        '\\',
        ' ',
        ';',
        '<',
        '>',
        'by',
        'with',
        'id',
        'for',
        'x',
        'ESMTPSA',
        'stc',
        '[127.0.0.1]',
        date,
      ],
      'mail.evil.example',
      '(Authenticated sender: stc@kiengiang.gov.vn)',
      'Authenticated sender: stc@kiengiang.gov.vn',
    );
    const hostile = fc.array(piece, { maxLength: 10 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(hostile, hostile, (helo, remark) => {
        // The server writes its own client address and `by` around them, whatever they are.
        const clean = helo.replaceAll(/[ <>()\\";@]/g, '?');
        const quoted = remark.replaceAll(/[()\\]/g, '?');
        const about = `(unknown [127.0.0.66]) (Client CN "${quoted}", Issuer "x")`;
        const by = 'mail.kiengiang.gov.vn (Postfix) with ESMTP id A';
        const hop = readReceived(line({ from: clean || 'unknown', about, by }));
        if (hop === null) return;
        expect(hop).toMatchObject({
          ip: '127.0.0.66',
          login: null,
          by: 'mail.kiengiang.gov.vn',
          protocol: 'ESMTP',
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        readReceived(value);
        readReceived(line({ from: value, about: value }));
      }),
    );
  });
});
