import { describe, expect, test } from 'vitest';
import { disagreeingReader } from '../../src/sender/readers.ts';

const ask = (value: string, header = `From: ${value}\r\n\r\n`) =>
  disagreeingReader(Buffer.from(header), Buffer.from(value).toString('latin1'), 'snv@kiengiang.gov.vn');

describe('the libraries', () => {
  test('confirm the address that they read', async () => {
    expect(await ask('Sở Nội vụ <SNV@kiengiang.gov.vn>')).toBeNull();
  });

  test.each([
    ['another address', 'stc@kiengiang.gov.vn'],
    ['two addresses', 'snv@kiengiang.gov.vn, stc@kiengiang.gov.vn'],
    ['a group', 'So: snv@kiengiang.gov.vn;'],
    ['none', 'snv'],
  ])('do not where nodemailer reads %s', async (_, value) => {
    expect(await ask(value)).toBe('nodemailer');
  });

  test.each([
    ['another From in the block', 'From: stc@kiengiang.gov.vn\r\n\r\n'],
    ['no From in the block', 'To: snv@kiengiang.gov.vn\r\n\r\n'],
    ['a block that is too large', `From: snv@kiengiang.gov.vn\r\n${'X: y\r\n'.repeat(40_000)}\r\n`],
  ])('do not where mailparser meets %s', async (_, header) => {
    expect(await ask('snv@kiengiang.gov.vn', header)).toBe('mailparser');
  });
});
