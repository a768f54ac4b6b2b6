import { describe, expect, test } from 'vitest';
import { readResults } from '../../src/sender/results.ts';

describe('Authentication-Results', () => {
  test('as rspamd writes them', () => {
    const value =
      ' mail.kiengiang.gov.vn;\r\n\tdkim=pass header.d=kiengiang.gov.vn header.s=bed;\r\n' +
      '\tdmarc=fail reason="SPF not aligned (strict), No valid DKIM" header.from=kiengiang.gov.vn (policy=reject);\r\n' +
      '\tauth=pass smtp.auth=snv@kiengiang.gov.vn smtp.mailfrom=snv@kiengiang.gov.vn';
    expect(readResults(value)).toEqual({
      authservId: 'mail.kiengiang.gov.vn',
      results: [
        {
          method: 'dkim',
          result: 'pass',
          properties: [
            ['header.d', 'kiengiang.gov.vn'],
            ['header.s', 'bed'],
          ],
        },
        {
          method: 'dmarc',
          result: 'fail',
          properties: [
            ['reason', 'SPF not aligned (strict), No valid DKIM'],
            ['header.from', 'kiengiang.gov.vn'],
          ],
        },
        {
          method: 'auth',
          result: 'pass',
          properties: [
            ['smtp.auth', 'snv@kiengiang.gov.vn'],
            ['smtp.mailfrom', 'snv@kiengiang.gov.vn'],
          ],
        },
      ],
    });
  });

  test.each([
    ['Mail.KienGiang.gov.vn 1; none', []],
    ['mail.kiengiang.gov.vn', []],
    ['mail.kiengiang.gov.vn (a; b); Auth/1=PASS (cram-md5) smtp.auth="snv";', [['auth', 'pass', 'snv']]],
  ])('%j', (value, expected) => {
    const read = readResults(value);
    expect(read?.authservId).toBe('mail.kiengiang.gov.vn');
    expect(
      read?.results.map(({ method, result, properties }) => [method, result, properties[0]?.[1]]),
    ).toEqual(expected);
  });

  test.each([
    ['two ids', 'mail.kiengiang.gov.vn evil.example; auth=pass smtp.auth=snv'],
    ['no id', '; auth=pass smtp.auth=snv'],
    ['a quoted id', '"mail.kiengiang.gov.vn"; auth=pass'],
    ['a piece without a value', 'mail.kiengiang.gov.vn; auth pass'],
    ['an open comment', 'mail.kiengiang.gov.vn (; auth=pass smtp.auth=snv'],
    ['an open quote', 'mail.kiengiang.gov.vn; spf=pass smtp.mailfrom="x; auth=pass smtp.auth=stc'],
    [
      'a quoted name that breaks out of its comment',
      'mail.kiengiang.gov.vn; spf=pass (domain of "x) smtp.helo=y; auth=pass smtp.auth=stc (y"@evil.example)',
    ],
    ['nothing', ''],
  ])('with %s are not read', (_, value) => {
    expect(readResults(value)).toBeNull();
  });
});
