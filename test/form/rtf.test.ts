import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRtf } from '../../src/form/rtf.ts';
import { unpackRtf } from '../../src/form/rtf-packed.ts';
import { unpackTnef } from '../../src/form/tnef.ts';
import { Unreadable } from '../../src/form/unreadable.ts';
import { file } from './letters.ts';

/** The example of [MS-OXRTFCP] 3.1.1. */
const hello = Buffer.from(
  '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
  'hex',
);

/** Packed by nothing. */
function plainly(rtf: string): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32LE(rtf.length + 12, 0);
  head.writeUInt32LE(rtf.length, 4);
  head.write('MELA', 8);
  return Buffer.concat([head, Buffer.from(rtf, 'latin1')]);
}

describe('packed rich text', () => {
  test('is unpacked', () => {
    expect(unpackRtf(hello)).toBe('{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n');
    expect(unpackRtf(plainly('{\\rtf1 a}'))).toBe('{\\rtf1 a}');
  });

  test.each([
    ['cut off', hello.subarray(0, 30)],
    ['cut off in its head', hello.subarray(0, 10)],
    ['damaged', Buffer.from(hello.toString('hex').replace('68656c', '68656d'), 'hex')],
    ['longer than it says', Buffer.from(hello.toString('hex').replace('2b000000', '20000000'), 'hex')],
    ['shorter than it says', Buffer.from(hello.toString('hex').replace('2b000000', '2c000000'), 'hex')],
    ['said to be of 4 GB', Buffer.from(hello.toString('hex').replace('2b000000', 'ffffffff'), 'hex')],
    ['packed in another way', Buffer.from(hello.toString('hex').replace('4c5a4675', '4c5a4676'), 'hex')],
    ['empty', Buffer.alloc(0)],
  ])('that is %s is told', (_, packed) => {
    expect(() => unpackRtf(packed)).toThrow(Unreadable);
  });
});

const html = (body: string): string => {
  const read = readRtf(`{\\rtf1\\ansi\\ansicpg1258\\deff0${body}}`);
  return 'html' in read ? read.html : '';
};

describe('the words of rich text', () => {
  test.each([
    [
      'letters of Unicode, and what older programs show for them',
      '\\uc1 H\\u7911?y b\\u7887?',
      '<p>Hủy bỏ</p>',
    ],
    ['of which there may be none or several', '{\\uc0 H\\u7911 y}{\\uc2 b\\u7887 ??}', '<p>Hủybỏ</p>'],
    ['or bytes', "b\\u7887\\'3f x", '<p>bỏ x</p>'],
    ['or words in a group of their own, which stay', 'b\\u7887 {?}', '<p>bỏ?</p>'],
    ['letters in two halves', '\\u-10179?\\u-8704?', '<p>😀</p>'],
    ['bytes of the code page, tones after their letters', "Hu\\'d2y b\\'f4\\'cc", '<p>Hủy bồ</p>'],
    [
      'bytes of a font’s charset',
      "{\\fonttbl{\\f0 A;}{\\f1\\fcharset204 B;}}\\f1 \\'cd\\f0 \\'d0",
      '<p>НĐ</p>',
    ],
    ['paragraphs and lines', 'a\\par b\\line c\\\nd', '<p>a</p><p>b<br>c</p><p>d</p>'],
    ['signs', 'a\\~b\\_c\\-d \\{e\\} \\ldblquote f\\rdblquote', '<p>a\u00a0b-cd {e} “f”</p>'],
    ['what HTML would take for a tag', '<b> & c', '<p>&lt;b&gt; &amp; c</p>'],
    [
      'no words of heads',
      '{\\info{\\title x}}{\\*\\generator x;}{\\stylesheet{\\s0 x;}}{\\pict 00ff}a',
      '<p>a</p>',
    ],
    [
      'the words of a field, not what it says to programs',
      '{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt a}}',
      '<p>a</p>',
    ],
    ['the words of a box', '{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt a}}}', '<p>a</p>'],
    ['bytes that are none of it', 'a\\bin3 }}}b', '<p>ab</p>'],
    [
      'words struck out',
      '\\strike a\\strike0 b',
      '<p><span style="text-decoration:line-through">a</span>b</p>',
    ],
    ['words hidden', '{\\v a}b', '<p><span style="display:none">a</span>b</p>'],
    [
      'words in colour and size',
      '{\\colortbl;\\red255\\green255\\blue255;}\\cf1\\fs2 a',
      '<p><span style="color:rgb(255,255,255);font-size:1pt">a</span></p>',
    ],
    ['rows that are never ended', '\\intbl a\\cell b', '<p>a<br>b</p>'],
  ])('%s', (_, rtf, shown) => {
    expect(html(rtf)).toBe(shown);
  });

  test('are those of the HTML that they were made of', () => {
    const made =
      "\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf {\\b\\htmlrtf0 a &{\\*\\mhtmltag84 x}\\'c0\\htmlrtf }\\par\\htmlrtf0{\\*\\htmltag72 </p>\\par}";
    expect(html(made)).toBe('<p>a &amp;À</p>\n');
  });

  test('of which the numbers of its lists are no words', () => {
    const made = '\\fromhtml1{\\*\\htmltag <OL>\\par\n<LI>}{\\pntext 1.\\tab}{\\f0 a}{\\*\\htmltag </OL>}';
    expect(html(made)).toBe('<OL>\n<LI>a</OL>');
    expect(html('{\\pntext 1.\\tab}a')).toBe('<p>1.\ta</p>');
  });

  test('or of the plain letter', () => {
    expect(readRtf('{\\rtf1\\ansi\\fromtext a\\tab <b>\\par\r\nc}')).toEqual({ plain: 'a\t<b>\nc' });
  });

  test.each([
    ['none', 'Kính gửi'],
    ['cut off', '{\\rtf1 a'],
    ['cut off in a sign', '{\\rtf1 a\\'],
    ['nested beyond all bounds', `{\\rtf1 ${'{'.repeat(300)}a${'}'.repeat(301)}`],
    ['of too many cells', `{\\rtf1 ${'\\cell'.repeat(20_000)}}`],
    ['of too many columns', `{\\rtf1 ${'\\cellx1'.repeat(100)}}`],
    [
      'of too many columns in all',
      `{\\rtf1 ${Array.from({ length: 600 }, (_, at) => `\\trowd\\cellx${at * 40}\\cell\\row`).join('')}}`,
    ],
    ['of too many colours', `{\\rtf1{\\colortbl ${';'.repeat(6000)}}a}`],
    [
      'of too many fonts',
      `{\\rtf1{\\fonttbl${Array.from({ length: 6000 }, (_, at) => `\\f${at}\\fcharset163`).join('')}}a}`,
    ],
    ['too long', `{\\rtf1 ${'<'.repeat(2_000_000)}}`],
    ['too long of blank lines', `{\\rtf1 ${'\\par'.repeat(700_000)}}`],
    ['too long as HTML', `{\\rtf1\\fromhtml1 ${'<'.repeat(5_000_000)}}`],
  ])('that are %s are told', (_, rtf) => {
    expect(() => readRtf(rtf)).toThrow(Unreadable);
  });

  test('are read or refused, whatever is garbled in them', () => {
    const { words } = unpackTnef(file('outlook/rich-itself.dat'));
    expect(words.html).toContain('Trần Văn Nam');
    const parts = [
      '{',
      '}',
      '\\',
      '\\trowd',
      '\\cellx99',
      '\\cell',
      '\\row',
      '\\clvmrg',
      '\\intbl',
      '\\par',
      '\\u7911',
      '\\uc3',
      "\\'",
      "\\'c0",
      '\\*',
      '\\bin9',
      '\\fromhtml1',
      '\\htmltag',
      '\\htmlrtf',
      '\\colortbl',
      ';',
      ' a',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 80 }), (some) => {
        try {
          readRtf(`{\\rtf1${some.join('')}}`);
        } catch (error) {
          expect(error).toBeInstanceOf(Unreadable);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
