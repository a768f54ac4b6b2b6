import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { checkSenders } from '../../src/doctor/senders.ts';
import { envelopeOf } from '../../src/mail/envelope.ts';

const folder = join(import.meta.dirname, '..', 'sender', 'traces');
const letters = (...names: string[]) =>
  names.map((name) => envelopeOf(readFileSync(join(folder, `${name}.eml`))));
const warnings = async (settings: Record<string, string>, ...names: string[]) =>
  (await checkSenders(readConfig(settings), letters(...names)))
    .filter(({ status }) => status === 'warning')
    .map(({ text, mend }) => `${text}. ${mend}`);
const ours = { TRUSTED_RELAYS: 'mail.kiengiang.gov.vn=127.0.0.10' };

describe('the latest letters show', () => {
  test('nothing wrong where our server writes who signed in, and strangers are strangers', async () => {
    const names = [
      'submission-to-intake',
      'direct-to-intake',
      'mx-outside-honest',
      'mx-outside-forged-received',
    ];
    expect(await warnings(ours, ...names)).toEqual([]);
    const checks = await checkSenders(readConfig(ours), letters(...names));
    expect(checks.map(({ text }) => text)).toContain(
      '4 thư gần nhất: máy chủ thư ghi lại người đăng nhập gửi 2 thư',
    );
  });

  test('that the server which delivers is not named', async () => {
    const found = await warnings(
      { TRUSTED_RELAYS: 'mx2.kiengiang.gov.vn=127.0.0.2' },
      'submission-to-intake',
    );
    expect(found).toEqual([expect.stringMatching(/mail\.kiengiang\.gov\.vn.*không có trong TRUSTED_RELAYS/)]);
  });

  test('that a content filter on the machine writes itself under a name of its own', async () => {
    const [direct] = ['direct-to-intake'].map((name) => readFileSync(join(folder, `${name}.eml`), 'latin1'));
    const back =
      'Received: from localhost (localhost [127.0.0.1])\r\n\tby mail.kiengiang.gov.vn (Postfix) with ESMTP id 4Sabc1\r\n\tfor <ttcntttt@kiengiang.gov.vn>; Tue, 24 Nov 2026 09:48:22 +0700 (+07)\r\n';
    const filter =
      'Received: from mail.kiengiang.gov.vn ([127.0.0.1])\r\n by localhost (mail.kiengiang.gov.vn [127.0.0.1]) (amavis, port 10024)\r\n with ESMTP id pQ7x for <ttcntttt@kiengiang.gov.vn>;\r\n Tue, 24 Nov 2026 09:48:21 +0700 (+07)\r\n';
    const filtered = envelopeOf(Buffer.from(`${back}${filter}${direct}`, 'latin1'));
    const told = async (relays: string) =>
      (await checkSenders(readConfig({ TRUSTED_RELAYS: relays }), [filtered]))
        .filter(({ status }) => status === 'warning')
        .map(({ text }) => text);
    const known = 'mail.kiengiang.gov.vn=127.0.0.10';
    expect(await told(known)).toEqual([expect.stringContaining('tự ghi tên localhost')]);
    expect(await told(`${known},localhost=127.0.0.1`)).toEqual([]);
  });

  test('that a server keeps to itself who signed in', async () => {
    expect(await warnings(ours, 'login-unnamed-direct')).toEqual([
      expect.stringContaining('smtpd_sasl_authenticated_header'),
    ]);
    const believing = { ...ours, TRUSTED_AUTHSERV_IDS: 'mail.kiengiang.gov.vn' };
    expect(await warnings(believing, 'login-unnamed-direct')).toEqual([
      expect.stringContaining('tự xóa mọi Authentication-Results'),
    ]);
  });
});
