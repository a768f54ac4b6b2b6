import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { envelopeOf } from '../../src/mail/envelope.ts';

const subjectOf = (subject: string) =>
  envelopeOf(Buffer.concat([Buffer.from('Subject: '), Buffer.from(subject), Buffer.from('\r\n\r\n')]))
    .subject;
const bytes = (hex: string) => Buffer.from(hex, 'hex').toString('latin1');
const q = (data: Buffer) => [...data].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('');

describe('a subject', () => {
  test.each([
    ['Phieu yeu cau', 'Phieu yeu cau'],
    ['=?UTF-8?Q?=C4=90=E1=BB=81_ngh=E1=BB=8B?=', 'Đề nghị'],
    ['=?utf-8?b?xJDhu4EgbmdoaaO?=', 'Đề nghi\ufffd'],
    ['=?utf-8?B?xJDhu4Eg?= =?utf-8?B?bmdo4buL?=', 'Đề nghị'],
    ['=?utf-8?Q?=C4=90=E1?=\r\n =?UTF-8?Q?=BB=81?= thư', 'Đề thư'],
    ['=?utf-8?B?xJDhuw==?= =?utf-8?Q?=81_a?=', 'Đề a'],
    ['Re: =?utf-8?Q?=C4=90?= x =?utf-8?Q?=C4=90?=', 'Re: Đ x Đ'],
    ['=?windows-1258?Q?=D0=EA=CC_ngh=EE?=', 'Đề nghî'],
    ['=?utf-8*vi?Q?=C4=90?=', 'Đ'],
    ['=?utf-8?Q?spaces inside?=', 'spaces inside'],
    ['=?x-unknown?Q?abc?= =?utf-8?Q?d?=', '=?x-unknown?Q?abc?=d'],
    ['Đề nghị cấp hộp thư', 'Đề nghị cấp hộp thư'],
    ['De\u0302\u0300 nghi\u0323', 'Đề nghị'.replace('Đ', 'D')],
    ['=?utf-8?Q?a=0D=0ABcc:=20x=00?=', 'a Bcc: x'],
    ['one\r\n\ttwo', 'one\ttwo'.replace('\t', ' ')],
    ['=?utf-8?Q?open', '=?utf-8?Q?open'],
  ])('written %j reads %j', (written, expected) => {
    expect(subjectOf(written)).toBe(expected);
  });

  test('that is blank or missing is null', () => {
    expect(subjectOf(' ')).toBeNull();
    expect(envelopeOf(Buffer.from('From: a@b.vn\r\n\r\n')).subject).toBeNull();
  });

  test('in raw bytes that are no UTF-8 is taken for the Vietnamese code page of Windows', () => {
    expect(envelopeOf(Buffer.from(`Subject: ${bytes('d0ea20')}x\r\n\r\n`, 'latin1')).subject).toBe('Đê x');
  });

  test('reads the same wherever a program cuts it into encoded words', () => {
    fc.assert(
      fc.property(fc.constantFrom('Đề nghị cấp hộp thư', '𝔸ề😀'), fc.array(fc.nat(40)), (text, cuts) => {
        const data = Buffer.from(text);
        const places = [...new Set([0, ...cuts.filter((cut) => cut < data.length), data.length])].sort(
          (a, b) => a - b,
        );
        const words = places
          .slice(1)
          .map((end, index) => data.subarray(places[index], end))
          .map((part, index) =>
            index % 2 ? `=?utf-8?B?${part.toString('base64')}?=` : `=?UTF-8?q?${q(part)}?=`,
          );
        expect(subjectOf(words.join('\r\n '))).toBe(text);
      }),
    );
  });
});
