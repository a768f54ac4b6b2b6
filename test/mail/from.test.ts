import fc from 'fast-check';
import addressparser from 'nodemailer/lib/addressparser';
import { describe, expect, test } from 'vitest';
import { envelopeOf } from '../../src/mail/envelope.ts';
import { fromOf, isPlainAddress } from '../../src/mail/from.ts';

const read = (...values: string[]) =>
  fromOf(values.map((value) => ({ name: 'from', value: Buffer.from(value).toString('latin1') })));

describe('From is one address', () => {
  test.each([
    ' snv@kiengiang.gov.vn',
    'snv@kiengiang.gov.vn',
    ' SNV@KienGiang.GOV.vn ',
    ' snv@kiengiang.gov.vn (So Noi vu)',
    ' snv@kiengiang.gov.vn (Sở Nội vụ)',
    ' <snv@kiengiang.gov.vn>',
    ' So Noi vu <snv@kiengiang.gov.vn>',
    ' So Noi vu<snv@kiengiang.gov.vn>',
    ' "Sở Nội vụ, tỉnh Kiên Giang" <snv@kiengiang.gov.vn>',
    ' Sở Nội vụ <snv@kiengiang.gov.vn>',
    ' Văn phòng UBND H. Hòn Đất <snv@kiengiang.gov.vn>',
    ' =?UTF-8?Q?S=E1=BB=9F_N=E1=BB=99i_v=E1=BB=A5?= <snv@kiengiang.gov.vn>',
    ' =?UTF-8?B?U+G7nyBO4buZaQ==?=\r\n =?UTF-8?B?IHbhu6U=?=\r\n\t<snv@kiengiang.gov.vn>',
    '\r\n snv@kiengiang.gov.vn',
    ' "a \\"quoted\\" name" <snv@kiengiang.gov.vn>',
    ' "stc@kiengiang.gov.vn" <snv@kiengiang.gov.vn>',
    ' "<stc@kiengiang.gov.vn>" <snv@kiengiang.gov.vn>',
  ])('in %j', (value) => {
    expect(read(value)).toEqual({ address: 'snv@kiengiang.gov.vn', why: null });
  });
});

describe('From is refused', () => {
  test.each([
    ['an empty value', ' '],
    ['a name alone', ' So Noi vu'],
    ['two addresses', ' snv@kiengiang.gov.vn, stc@kiengiang.gov.vn'],
    ['two angle addresses', ' A <snv@kiengiang.gov.vn>, B <stc@kiengiang.gov.vn>'],
    ['two angle brackets', ' <stc@kiengiang.gov.vn> <snv@kiengiang.gov.vn>'],
    ['an address before the brackets', ' stc@kiengiang.gov.vn <snv@kiengiang.gov.vn>'],
    ['an address after the brackets', ' <snv@kiengiang.gov.vn> stc@kiengiang.gov.vn'],
    ['a semicolon list', ' snv@kiengiang.gov.vn; stc@kiengiang.gov.vn'],
    ['a group', ' So: snv@kiengiang.gov.vn;'],
    ['an empty group', ' So:;'],
    ['a route', ' <@evil.example:snv@kiengiang.gov.vn>'],
    ['a source route of old', ' <snv%kiengiang.gov.vn@evil.example'],
    ['a comment before the address', ' (x) snv@kiengiang.gov.vn'],
    ['a comment in the local part', ' s(x)nv@kiengiang.gov.vn'],
    ['a comment before the at', ' snv (x)@kiengiang.gov.vn'],
    ['a comment in the domain', ' snv@kiengiang(x).gov.vn'],
    ['a comment in the brackets', ' <snv@kiengiang.gov.vn(x)>'],
    ['a comment after the brackets', ' <snv@kiengiang.gov.vn> (x)'],
    ['a comment in the name', ' So (Noi vu) <snv@kiengiang.gov.vn>'],
    ['a nested comment', ' snv@kiengiang.gov.vn (a (b))'],
    ['an address in a comment', ' snv@kiengiang.gov.vn (stc@kiengiang.gov.vn)'],
    ['two comments', ' snv@kiengiang.gov.vn (a) (b)'],
    ['a quoted local part', ' "snv"@kiengiang.gov.vn'],
    ['a quoted local part in brackets', ' <"snv@kiengiang.gov.vn"@evil.example>'],
    ['an encoded local part', ' =?utf-8?q?snv?=@kiengiang.gov.vn'],
    ['an encoded local part in brackets', ' <=?utf-8?q?snv?=@kiengiang.gov.vn>'],
    ['an encoded address', ' =?utf-8?q?snv=40kiengiang.gov.vn?='],
    ['white space in the brackets', ' < snv@kiengiang.gov.vn >'],
    ['white space around the at', ' snv @ kiengiang.gov.vn'],
    ['folding in the address', ' snv@kiengiang\r\n .gov.vn'],
    ['an open bracket', ' A <snv@kiengiang.gov.vn'],
    ['an open quote', ' "A <snv@kiengiang.gov.vn>'],
    ['an escaped closing quote', ' "A\\" <snv@kiengiang.gov.vn>'],
    ['a stray backslash', ' A\\ <snv@kiengiang.gov.vn>'],
    ['two ats', ' snv@stc@kiengiang.gov.vn'],
    ['dots in a row', ' s..nv@kiengiang.gov.vn'],
    ['a dot at the start', ' .snv@kiengiang.gov.vn'],
    ['a dot at the end of the domain', ' snv@kiengiang.gov.vn.'],
    ['no dot in the domain', ' snv@localhost'],
    ['an address literal', ' snv@[127.0.0.1]'],
    ['a Cyrillic letter in the domain', ' snv@kiengi\u0430ng.gov.vn'],
    ['a Cyrillic letter in the local part', ' \u0455nv@kiengiang.gov.vn'],
    ['a full-width at', ' snv\uff20kiengiang.gov.vn'],
    ['a zero-width space', ' snv\u200b@kiengiang.gov.vn'],
    ['a no-break space', ' snv\u00a0@kiengiang.gov.vn'],
    ['a NUL', ' snv\0@kiengiang.gov.vn'],
    ['a NUL in the name', ' "S\0" <snv@kiengiang.gov.vn>'],
    ['a bare carriage return', ' a@b.vn\rFrom: snv@kiengiang.gov.vn'],
    ['an escape', ' \x1bA <snv@kiengiang.gov.vn>'],
    ['a delete', ' A\x7f <snv@kiengiang.gov.vn>'],
    ['a local part of 65', ` ${'a'.repeat(65)}@kiengiang.gov.vn`],
    ['a long value', ` ${'a'.repeat(5000)} <snv@kiengiang.gov.vn>`],
  ])('for %s', (_, value) => {
    expect(read(value).address).toBeNull();
  });

  test('where there is no From, or several', () => {
    expect(read()).toEqual({ address: null, why: 'no From field' });
    expect(read(' snv@kiengiang.gov.vn', ' snv@kiengiang.gov.vn').why).toBe('2 From fields');
    const { fields } = envelopeOf(
      Buffer.from('From: snv@kiengiang.gov.vn\r\nFROM: stc@kiengiang.gov.vn\r\n\r\n'),
    );
    expect(fromOf(fields).address).toBeNull();
  });

  test('where the bytes are no UTF-8', () => {
    expect(fromOf([{ name: 'from', value: ' S\xff <snv@kiengiang.gov.vn>' }]).why).toBe('From is not UTF-8');
  });
});

test('whatever the grammar takes is plain, and stands in the value as it is', () => {
  const piece = fc.constantFrom(
    ...[
      'snv',
      '@',
      'stc',
      'kiengiang.gov.vn',
      '<',
      '>',
      '"',
      '\\',
      '(',
      ')',
      ',',
      ';',
      ':',
      ' ',
      '.',
      '=?utf-8?q?a?=',
    ],
  );
  const values = fc.oneof(
    fc.array(piece, { maxLength: 14 }).map((parts) => parts.join('')),
    fc.array(piece, { maxLength: 8 }).map((parts) => `${parts.join('')} <snv@kiengiang.gov.vn>`),
    fc.string(),
  );
  fc.assert(
    fc.property(values, (value) => {
      const { address } = read(value);
      if (address === null) return;
      expect(isPlainAddress(address)).toBe(true);
      expect(value.toLowerCase()).toContain(address);
      expect(addressparser(value).map((entry) => entry.address?.toLowerCase())).toContain(address);
    }),
    { numRuns: 2000 },
  );
});
