import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { envelopeOf, headerBlockOf, identityOf } from '../../src/mail/envelope.ts';

const read = (text: string) => envelopeOf(Buffer.from(text, 'latin1'));
const names = (text: string) => read(text).fields.map(({ name }) => name);

describe('the header block', () => {
  test.each([
    ['CRLF', 'From: a@b.vn\r\nX-One:  1\r\n two\r\n\tthree\r\nTO:x\r\n\r\nFrom: body\r\n', '\r\n'],
    ['LF', 'From: a@b.vn\nX-One:  1\n two\n\tthree\nTO:x\n\nFrom: body\n', '\n'],
  ])('is read with %s line ends, folding kept', (_, text, end) => {
    expect(read(text)).toMatchObject({
      fields: [
        { name: 'from', value: ' a@b.vn' },
        { name: 'x-one', value: `  1${end} two${end}\tthree` },
        { name: 'to', value: 'x' },
      ],
      malformed: null,
    });
    expect(headerBlockOf(Buffer.from(text)).toString()).toBe(text.slice(0, text.indexOf('From: body')));
  });

  test.each([
    ['is empty', '\r\nbody', []],
    ['has no blank line', 'From: a@b.vn', ['from']],
    ['has a line of white space, which is folding', 'From: a@b.vn\r\n \r\nTo: c\r\n\r\n', ['from', 'to']],
    ['has an empty value', 'Subject:\r\nTo: c\r\n\r\n', ['subject', 'to']],
  ])('may be one that %s', (_, text, expected) => {
    expect(names(text)).toEqual(expected);
    expect(read(text).malformed).toBeNull();
  });

  test.each([
    ['a NUL', 'X: 1\0\r\nFrom: a@b.vn\r\n\r\n'],
    ['a carriage return inside', 'X: 1\rFrom: z@z.vn\r\nFrom: a@b.vn\r\n\r\n'],
    ['a carriage return', 'X: 1\r\r\nFrom: a@b.vn\r\n\r\n'],
    ['continues no field', ' X: 1\r\nFrom: a@b.vn\r\n\r\n'],
    ['valid field name', 'no colon here\r\nFrom: a@b.vn\r\n\r\n'],
    ['valid field name', 'From : z@z.vn\r\nFrom: a@b.vn\r\n\r\n'],
    ['valid field name', ': z\r\nFrom: a@b.vn\r\n\r\n'],
    ['valid field name', 'From z@z.vn Tue Nov 24 2026\r\nFrom: a@b.vn\r\n\r\n'],
    ['valid field name', 'Fr\u00f6m: z@z.vn\r\nFrom: a@b.vn\r\n\r\n'],
  ])('tells what is malformed and reads on: %s', (malformed, text) => {
    expect(read(text).malformed).toContain(malformed);
    expect(read(text).fields.filter(({ name }) => name === 'from')).toEqual([
      { name: 'from', value: ' a@b.vn' },
    ]);
  });

  test('continuation lines of a line that is no field belong to nothing', () => {
    expect(read('X: 1\r\nbroken\r\n still broken\r\nY: 2\r\n\r\n').fields).toEqual([
      { name: 'x', value: ' 1' },
      { name: 'y', value: ' 2' },
    ]);
  });

  test('is read to 2,000 fields and 256 KB, and says that there is more', () => {
    const many = read(`${'X: 1\r\n'.repeat(2001)}\r\n`);
    expect([many.fields.length, many.malformed]).toEqual([2000, 'more than 2000 header fields']);
    const long = read(`From: a@b.vn\r\nX: 1${'\r\n x'.repeat(100_000)}\r\n\r\n`);
    expect(long.malformed).toBe('a header block of more than 262144 bytes');
    expect(long.fields[0]).toEqual({ name: 'from', value: ' a@b.vn' });
    expect(read(`From: a@b.vn\r\n\r\n${'body\r\n'.repeat(100_000)}`).malformed).toBeNull();
  });

  test('holds its fields behind a quarter of a megabyte of blank folded lines', () => {
    expect(names(`X: 1${'\r\n '.repeat(85_000)}\r\nFrom: a@b.vn\r\n\r\n`)).toEqual(['x', 'from']);
  });

  test('never throws, whatever the bytes', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array)),
      fc
        .array(
          fc.constantFrom(
            'From',
            ':',
            ' ',
            '\r',
            '\n',
            '\r\n',
            '\0',
            '\t',
            '=?utf-8?q?',
            '?=',
            '<a@b>',
            'Subject',
          ),
        )
        .map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(bytes, (raw) => {
        const envelope = envelopeOf(raw);
        expect(envelope.fields.every(({ name }) => /^[\x21-\x39\x3b-\x7e]+$/.test(name))).toBe(true);
        expect(identityOf(raw, null)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });

  test('gives back what a correct program wrote', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/);
    const value = fc.stringMatching(/^[\x20-\x7e\x80-\xff]{0,60}$/).map((text) => ` ${text}`);
    const fields = fc.array(fc.record({ name, value: fc.array(value, { minLength: 1, maxLength: 3 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(fields, fc.constantFrom('\r\n', '\n'), (written, end) => {
        const expected = written.map((field) => ({
          name: field.name.toLowerCase(),
          value: field.value.join(end),
        }));
        const text = written.map((field) => `${field.name}:${field.value.join(end)}${end}`).join('');
        expect(read(`${text}${end}From: body${end}`)).toMatchObject({ fields: expected, malformed: null });
      }),
    );
  });
});

describe('the Message-ID', () => {
  test.each([
    ['Message-ID: <1@a.vn>', '<1@a.vn>'],
    ['Message-ID:\r\n <1@a.vn>\r\n', '<1@a.vn>'],
    ['Message-ID: <1@a.vn>\r\nMessage-Id: <2@a.vn>', null],
    ['Message-ID: <1@a.vn> <2@a.vn>', null],
    ['Message-ID: 1@a.vn', null],
    ['Message-ID: <1 2@a.vn>', null],
    ['Subject: none', null],
  ])('of %j is %j', (text, expected) => {
    expect(read(`${text}\r\n\r\n`).messageId).toBe(expected);
  });
});

describe('what a letter answers', () => {
  test('stands in In-Reply-To and References, each once, in that order', () => {
    const text = 'References: <1@a> <2@a>\r\n <3@a> junk <not an id>\r\nIn-Reply-To: <3@a> (yours)\r\n\r\n';
    expect(read(text).answers).toEqual(['<3@a>', '<1@a>', '<2@a>']);
  });

  test('is cut at 100', () => {
    const ids = Array.from({ length: 300 }, (_, index) => `<${index}@a>`);
    expect(read(`References: ${ids.join('\r\n ')}\r\n\r\n`).answers).toEqual(ids.slice(0, 100));
  });
});

describe('the identity of a letter', () => {
  const own =
    'From: snv@kiengiang.gov.vn\r\nTo: ttcntttt@kiengiang.gov.vn\r\nMessage-ID: <1@a>\r\n\r\nKính gửi\r\n';
  const trace = (id: string) =>
    `Return-Path: <snv@kiengiang.gov.vn>\r\nDelivered-To: ttcntttt@kiengiang.gov.vn\r\nReceived: from a\r\n\tby b with LMTP id ${id}; Tue\r\n` +
    `Authentication-Results: b;\r\n\tauth=pass ${id}\r\nDKIM-Signature: b=${id}\r\nX-Spam-Status: ${id}\r\nARC-Seal: ${id}\r\nX-Rspamd-Queue-Id: ${id}\r\n`;
  const identity = (text: string, from: string | null = 'snv@kiengiang.gov.vn') =>
    identityOf(Buffer.from(text), from);

  test('is the same at each delivery, and with either line end', () => {
    expect(identity(trace('1') + own)).toBe(identity(trace('2') + own));
    expect(identity(trace('1') + own)).toBe(identity(own));
    expect(identity((trace('1') + own).replaceAll('\r\n', '\n'))).toBe(identity(own));
  });

  test.each([
    ['another body', own.replace('gửi', 'gởi'), 'snv@kiengiang.gov.vn'],
    ['another field', own.replace('<1@a>', '<2@a>'), 'snv@kiengiang.gov.vn'],
    ['another sender', own, 'stc@kiengiang.gov.vn'],
    ['no sender', own, null],
  ])('differs with %s', (_, text, from) => {
    expect(identity(text, from)).not.toBe(identity(own));
  });

  test('is of all bytes where there is no field to read it by', () => {
    expect(identity('no letter', null)).not.toBe(identity('nor this', null));
    expect(identity('no letter', null)).toBe(identity('no letter\r\n', null));
    expect(identity('', null)).not.toBe(identity('no letter', null));
  });

  // What a holder of a signed letter can change without breaking its signature.
  test.each([
    ['a field added above', `X-A: 1\r\n${trace('1')}${own}`],
    ['a field added below', own.replace('To:', 'X-A: 1\r\nTo:')],
    ['its fields in another order', own.replace(/(From:.*\r\n)(To:.*\r\n)/, '$2$1')],
    ['names in capitals', own.replace('From', 'FROM')],
    ['another folding', own.replace('To: ', 'To:\r\n\t ')],
    ['white space in the body', own.replace('Kính gửi', 'Kính \t gửi  ')],
    ['lines at the end', `${own}\r\n\r\n`],
    ['no line end', own.slice(0, -2)],
  ])('is the same with %s', (_, text) => {
    expect(identity(text)).toBe(identity(own));
  });
});
