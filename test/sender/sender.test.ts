import { describe, expect, test } from 'vitest';
import { envelopeOf } from '../../src/mail/envelope.ts';
import type { MailboxStatus, Unit } from '../../src/model/request.ts';
import { type SenderSettings, type UnitMailbox, verifySender } from '../../src/sender/sender.ts';

const settings: SenderSettings = {
  mailDomain: 'kiengiang.gov.vn',
  intakeAddress: 'ttcntttt@kiengiang.gov.vn',
  trustedRelays: [{ host: 'mail.kiengiang.gov.vn', ip: null }],
  trustedAuthservIds: [],
  submissionEnforcesSender: false,
  dnsServers: null,
};
const now = new Date('2026-11-24T03:00:00Z');
const snv: Unit = {
  id: 1,
  abbreviation: 'snv',
  name: 'Sở Nội vụ',
  kind: 'department',
  parentId: null,
  mailbox: 'snv@kiengiang.gov.vn',
};
const units =
  (status: MailboxStatus) =>
  async (address: string): Promise<UnitMailbox | null> =>
    address === snv.mailbox ? { unit: snv, mailboxStatus: status } : null;

const letter = (from: string, login = 'snv@kiengiang.gov.vn'): Buffer =>
  Buffer.from(
    'Return-Path: <snv@kiengiang.gov.vn>\r\nReceived: from mail.kiengiang.gov.vn by mail.kiengiang.gov.vn with LMTP id A\r\n' +
      '\tfor <ttcntttt@kiengiang.gov.vn>; Tue, 24 Nov 2026 02:48:22 +0000\r\n' +
      `Received: from pc (unknown [10.2.3.4]) (Authenticated sender: ${login})\r\n\tby mail.kiengiang.gov.vn (Postfix) with ESMTPSA id B\r\n` +
      `\tfor <ttcntttt@kiengiang.gov.vn>; Tue, 24 Nov 2026 02:48:22 +0000 (UTC)\r\n${from}\r\nTo: ttcntttt@kiengiang.gov.vn\r\n\r\nFrom: stc@kiengiang.gov.vn\r\n`,
  );
const verify = (raw: Buffer, status: MailboxStatus = 'active') =>
  verifySender({ envelope: envelopeOf(raw), raw, receivedAt: now }, settings, now, units(status));

describe('the sender', () => {
  test('who signed in to the active mailbox of a unit may ask', async () => {
    expect(await verify(letter('From: Sở Nội vụ <SNV@kiengiang.gov.vn>'))).toEqual({
      address: 'snv@kiengiang.gov.vn',
      unit: snv,
      verified: true,
      evidence: 'authenticated-submission',
      findings: [],
      because: 'mail.kiengiang.gov.vn took it from snv@kiengiang.gov.vn, signed in',
    });
  });

  test.each(['locked', 'reclaimed', 'cancelled'] as const)(
    'of a unit whose mailbox is %s is refused',
    async (status) => {
      expect(await verify(letter('From: snv@kiengiang.gov.vn'), status)).toMatchObject({
        unit: snv,
        verified: true,
        findings: [{ code: 'unit-mailbox-inactive', severity: 'reject', clause: 'Điều 5 khoản 1' }],
      });
    },
  );

  test('who signed in to a personal mailbox is proven and refused', async () => {
    const raw = letter('From: tvnam.snv@kiengiang.gov.vn', 'tvnam.snv@kiengiang.gov.vn');
    expect(await verify(raw)).toMatchObject({
      address: 'tvnam.snv@kiengiang.gov.vn',
      unit: null,
      verified: true,
      findings: [
        {
          code: 'sender-not-unit-mailbox',
          clause: 'Điều 5 khoản 1',
          args: { address: 'tvnam.snv@kiengiang.gov.vn' },
        },
      ],
    });
  });

  test('who writes the From of a unit from another mailbox is not proven, and the unit is named', async () => {
    expect(await verify(letter('From: snv@kiengiang.gov.vn', 'tvnam.snv@kiengiang.gov.vn'))).toMatchObject({
      address: 'snv@kiengiang.gov.vn',
      unit: snv,
      verified: false,
      evidence: 'none',
      findings: [{ code: 'sender-unverified', severity: 'reject', clause: 'Điều 5 khoản 1' }],
      because: expect.stringContaining('tvnam.snv@kiengiang.gov.vn'),
    });
  });

  test.each([
    ['another domain that begins alike', 'From: snv@kiengiang.gov.vn.evil.example'],
    ['a domain below ours', 'From: snv@x.kiengiang.gov.vn'],
    ['a domain that looks like ours', 'From: snv@kiengiang-gov.vn'],
    ['a Cyrillic letter', 'From: snv@kieng\u0456ang.gov.vn'],
    ['two From fields', 'From: snv@kiengiang.gov.vn\r\nFrom: snv@kiengiang.gov.vn'],
    ['two From fields in other capitals', 'From: snv@kiengiang.gov.vn\r\nfROM: stc@kiengiang.gov.vn'],
    ['two addresses', 'From: snv@kiengiang.gov.vn, stc@kiengiang.gov.vn'],
    ['Sender alone', 'Sender: snv@kiengiang.gov.vn'],
    ['a From that is no field to some programs', 'From : stc@kiengiang.gov.vn\r\nFrom: snv@kiengiang.gov.vn'],
    ['a NUL anywhere in the header', 'X: \0\r\nFrom: snv@kiengiang.gov.vn'],
    ['a bare carriage return', 'X: 1\rFrom: stc@kiengiang.gov.vn\r\nFrom: snv@kiengiang.gov.vn'],
    ['too many fields', `${'X: 1\r\n'.repeat(2001)}From: snv@kiengiang.gov.vn`],
    ['a header too large for a library', `From: snv@kiengiang.gov.vn\r\nX: 1${'\r\n '.repeat(85_000)}`],
  ])('with %s is not proven', async (_, from) => {
    expect(await verify(letter(from))).toMatchObject({ verified: false, evidence: 'none' });
  });

  test('with no single address in From has none, and no unit', async () => {
    expect(await verify(letter('From: So: snv@kiengiang.gov.vn;'))).toMatchObject({
      address: null,
      unit: null,
    });
  });

  test.each([
    'From: "stc@kiengiang.gov.vn" <snv@kiengiang.gov.vn>',
    'From: "stc@kiengiang.gov.vn, <stc@kiengiang.gov.vn>" <snv@kiengiang.gov.vn>',
    'From: =?utf-8?q?stc=40kiengiang.gov.vn=2C_=3Cstc=40kiengiang.gov.vn=3E=2C?= <snv@kiengiang.gov.vn>',
    'From: =?utf-8?b?YQ0KRnJvbTogc3RjQGtpZW5naWFuZy5nb3Yudm4=?= <snv@kiengiang.gov.vn>',
    'Sender: stc@kiengiang.gov.vn\r\nReply-To: stc@kiengiang.gov.vn\r\nFrom: snv@kiengiang.gov.vn',
  ])('is the address in the brackets, whatever else is written: %s', async (from) => {
    expect(await verify(letter(from))).toMatchObject({ address: 'snv@kiengiang.gov.vn', verified: true });
  });
});
