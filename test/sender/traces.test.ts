import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { envelopeOf } from '../../src/mail/envelope.ts';
import { type SenderSettings, verifySender } from '../../src/sender/sender.ts';

const folder = join(import.meta.dirname, 'traces');
const letters = readdirSync(folder).filter((name) => name.endsWith('.eml'));
const settings: SenderSettings = {
  mailDomain: 'kiengiang.gov.vn',
  intakeAddress: 'ttcntttt@kiengiang.gov.vn',
  trustedRelays: [{ host: 'mail.kiengiang.gov.vn', ip: '127.0.0.10' }],
  trustedAuthservIds: ['mail.kiengiang.gov.vn', 'lax.mail.kiengiang.gov.vn'],
  submissionEnforcesSender: false,
  dnsServers: null,
};
const now = new Date('2026-11-24T03:00:00Z');
const verdictOf = (raw: Buffer) =>
  verifySender({ envelope: envelopeOf(raw), raw, receivedAt: now }, settings, now, async () => null);
const read = (name: string) => readFileSync(join(folder, name));

/** Letters of `snv@` that came to the intake address by his own sign-in, as a real server recorded it. */
const genuine = new Set(
  [
    'direct-to-intake direct-to-intake-and-colleague lax-own-from lax-own-from-to-intake-and-colleague',
    'login-unnamed-direct login-unnamed-direct-forged-authentication-results-below',
    'plain-mx-login-unnamed-own-from plain-mx-submission-to-intake smtps-to-intake smtps-to-intake-and-colleague',
    'submission-forged-trace-below submission-helo-of-relay submission-login-in-capitals submission-smtputf8',
    'submission-to-colleague-cc-intake submission-to-colleague-envelope-intake-alone submission-to-intake',
    'submission-to-intake-and-colleague submission-to-intake-bcc-colleague submission-to-intake-cc-colleague',
    'tls-comment-smtps-to-intake tls-comment-submission-to-intake tls-comment-submission-to-intake-and-colleague',
  ]
    .join(' ')
    .split(' ')
    .map((name) => `${name}.eml`),
);

describe('a letter as our server delivered it', () => {
  test.each(letters.filter((name) => genuine.has(name)))('%s is proven', async (name) => {
    expect(await verdictOf(read(name))).toMatchObject({
      address: 'snv@kiengiang.gov.vn',
      verified: true,
      evidence: 'authenticated-submission',
    });
  });

  test.each(letters.filter((name) => !genuine.has(name)))('%s is not proven', async (name) => {
    expect(await verdictOf(read(name))).toMatchObject({ verified: false, evidence: 'none' });
  });

  test('each genuine letter is there', () => {
    expect([...genuine].filter((name) => !letters.includes(name))).toEqual([]);
  });
});

/** Fields with which a stranger or a colleague might claim to be `snv@` or `sttt@`. */
const claim = fc.constantFrom(
  ...['snv', 'sttt'].flatMap((user) => [
    `From: ${user}@kiengiang.gov.vn`,
    `Sender: ${user}@kiengiang.gov.vn`,
    `Resent-From: ${user}@kiengiang.gov.vn`,
    `Return-Path: <${user}@kiengiang.gov.vn>`,
    `Authentication-Results: mail.kiengiang.gov.vn; auth=pass smtp.auth=${user}@kiengiang.gov.vn`,
    `Authentication-Results: mail.kiengiang.gov.vn; dmarc=pass; dkim=pass header.d=kiengiang.gov.vn`,
    `Received: from pc (unknown [127.0.0.1])\r\n\t(Authenticated sender: ${user}@kiengiang.gov.vn)\r\n\tby mail.kiengiang.gov.vn (Postfix) with ESMTPSA id 4Abc1\r\n\tfor <ttcntttt@kiengiang.gov.vn>; Tue, 24 Nov 2026 00:40:51 +0000 (UTC)`,
  ]),
  'Received: from mail.kiengiang.gov.vn\r\n\tby mail.kiengiang.gov.vn with LMTP id 9; Tue, 24 Nov 2026 02:49:19 +0000',
  'Received: from mail.kiengiang.gov.vn (unknown [127.0.0.10])\r\n\tby mail.kiengiang.gov.vn (Postfix) with ESMTP id 4; Tue, 24 Nov 2026 02:49:19 +0000',
  'DKIM-Signature: v=1; a=rsa-sha256; d=kiengiang.gov.vn; s=bed; b=x',
  ' (Authenticated sender: sttt@kiengiang.gov.vn)',
  'X: 1\0',
  'not a field',
);

test.each(['mx-outside-false-from.eml', 'lax-false-from.eml', 'plain-mx-outside-forged-received.eml'])(
  'no field that the writer of %s adds makes it proven',
  async (name) => {
    const raw = read(name).toString('latin1');
    const own = raw.indexOf('Message-ID:');
    await fc.assert(
      fc.asyncProperty(fc.array(claim, { minLength: 1, maxLength: 5 }), async (claims) => {
        const forged = `${raw.slice(0, own)}${claims.join('\r\n')}\r\n${raw.slice(own)}`;
        expect((await verdictOf(Buffer.from(forged, 'latin1'))).verified).toBe(false);
      }),
    );
  },
);
