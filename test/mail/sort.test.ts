import { describe, expect, test } from 'vitest';
import { envelopeOf } from '../../src/mail/envelope.ts';
import { unansweredBecause } from '../../src/mail/sort.ts';

const sorted = (...lines: string[]) =>
  unansweredBecause(
    envelopeOf(Buffer.from(`${lines.join('\r\n')}\r\nFrom: snv@kiengiang.gov.vn\r\n\r\n`)),
    'ttcntttt@kiengiang.gov.vn',
  );

describe('never answered is a letter with', () => {
  test.each([
    ['empty-return-path', ['Return-Path: <>']],
    ['empty-return-path', ['Return-Path: <>', 'Return-Path: <snv@kiengiang.gov.vn>']],
    ['auto-submitted', ['Auto-Submitted: auto-replied']],
    ['auto-submitted', ['auto-submitted:\r\n Auto-Generated (vacation)']],
    ['auto-submitted', ['Auto-Submitted: no', 'Auto-Submitted: auto-notified; x=y']],
    ['precedence', ['Precedence: bulk']],
    ['precedence', ['Precedence: LIST']],
    ['precedence', ['Precedence: junk']],
    ['mailing-list', ['List-Id: <can-bo.kiengiang.gov.vn>']],
    ['report', ['Content-Type: Multipart/Report; report-type=delivery-status; boundary=x']],
    ['report', ['Content-Type: multipart/report;\r\n report-type=disposition-notification']],
  ])('%s: %j', (reason, lines) => {
    expect(sorted(...lines)).toBe(reason);
  });

  test('our own address in From', () => {
    const own = Buffer.from('From: Trung tâm <TTCNTTTT@kiengiang.gov.vn>\r\n\r\n');
    expect(unansweredBecause(envelopeOf(own), 'ttcntttt@kiengiang.gov.vn')).toBe('own-letter');
  });
});

describe('answered is a letter with', () => {
  test.each([
    [['Return-Path: <snv@kiengiang.gov.vn>']],
    [['Return-Path: <snv@kiengiang.gov.vn>', 'Received: from a', 'Return-Path: <>']],
    [['Auto-Submitted: no']],
    [['Auto-Submitted: No (a person wrote it)']],
    [['Precedence: first-class']],
    [['X-Auto-Response-Suppress: DR, OOF, AutoReply']],
    [['List-Unsubscribe: <mailto:x@kiengiang.gov.vn>']],
    [['Content-Type: multipart/mixed; boundary="multipart/report"']],
  ])('%j', (lines) => {
    expect(sorted(...lines)).toBeNull();
  });
});
