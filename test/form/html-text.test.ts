import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownBy } from '../../src/form/html-shown.ts';
import { takeApart } from '../../src/form/parts.ts';
import { attached, html, letter, multipart, type Part, plain } from './letters.ts';

describe('HTML as a plain letter', () => {
  test.each([
    [
      'a line a block',
      '<p>Kính gửi\r\n Trung tâm,</p><div>Đề nghị<br>cấp hộp thư</div>',
      'Kính gửi Trung tâm,\nĐề nghị\ncấp hộp thư',
    ],
    ['words in pieces', 'cấp lại <b>mật</b> <i>kh</i>ẩu&nbsp;&amp; mở', 'cấp lại mật khẩu\u00a0& mở'],
    ['a cell a line', '<table><tr><td>Từ:</td><td>A</td></tr><tr><th>Đến<td>B</table>', 'Từ:\nA\nĐến\nB'],
    [
      'quoted lines after >',
      'XÁC NHẬN<blockquote>Vào 24/11<blockquote>x</blockquote>y</blockquote>z',
      'XÁC NHẬN\n> Vào 24/11\n> x\n> y\nz',
    ],
    ['rules as dashes', 'a<hr>b', `a\n${'-'.repeat(40)}\nb`],
    ['no address of a link, no picture', '<a href="https://x.vn/?a">x</a><img src="cid:1" alt="y">', 'x'],
    [
      'nothing of the head, styles and scripts',
      '<head><title>a</title><style>p{}</style><body><script>b</script>c',
      'c',
    ],
    ['a head that is left open', '<html><head><meta charset=utf-8><body>c</body></html>', 'c'],
    ['lines that are kept', '<pre>a\n  b\n</pre>c', 'a\nb\nc'],
    ['what was never begun', '</div></p>a</b></td>b', 'ab'],
  ])('%s', (_, written, read) => {
    expect(shownBy(written)).toMatchObject({ text: read, whole: true });
  });

  test('long lines are wrapped as programs wrap them', () => {
    const lines = shownBy(`<p>${'cấp mới '.repeat(30)}${'x'.repeat(200)} y</p>`).text.split('\n');
    expect(Math.max(...lines.slice(0, -2).map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(lines.slice(-2)).toEqual(['x'.repeat(200), 'y']);
  });

  test('what is nested beyond all bounds is read as far as that', () => {
    expect(shownBy(`x${'<div>'.repeat(600)}y`)).toEqual({ text: 'x', whole: false, lines: null });
  });

  /** A megabyte takes some tenths of a second; what grows with its depth, or is looked through again, would take minutes. */
  test.each([
    ['elements within each other', '', '<div>'],
    ['tables within each other', '', '<table><tr><td>'],
    ['what is never begun', '', '</div>'],
    ['paragraphs that are not closed', '', '<p>'],
    ['lists of an earlier letter', '<div class="gmail_quote">', '<ul><li>'],
    ['attributes of one element', '<p ', 'a=b '],
    ['styles of one element', '<p style="', 'color:red;'],
    ['comments that are opened', '', '<!--'],
    ['cells of a row', '<table><tr>', '<td rowspan=60 colspan=60>x'],
    ['signs that are written out', '', '&nbsp;&#x1EA5;'],
  ])('a megabyte costs no more than its length: %s', (_, head, more) => {
    const start = performance.now();
    shownBy(head + more.repeat(Math.floor((2 ** 20 - head.length) / more.length)));
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('whatever is written, each line and word of it comes in order, and no tag', () => {
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<br>',
      '<blockquote>',
      '</blockquote>',
      '<td>',
      '</table>',
      '<b>',
      '</b>',
      '<hr>',
      '<pre>',
    );
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            tag,
            word.map((it) => ` ${it} `),
          ),
          { maxLength: 60 },
        ),
        (pieces) => {
          const words = pieces.filter((piece) => !piece.startsWith('<')).map((piece) => piece.trim());
          expect(shownBy(pieces.join('')).text.match(/[a-z]+/g) ?? []).toEqual(words);
        },
      ),
    );
  });
});

const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('the words of a letter, and what its HTML shows', () => {
  const alternative = (...parts: Part[]) => multipart(parts, 'alternative');
  test.each<[string, Part[], { text: string; shown: string }]>([
    ['plain text alone', [plain('a')], { text: 'a', shown: '' }],
    ['HTML alone', [html('<p>a</p>b')], { text: '', shown: 'a\nb' }],
    ['both', [alternative(plain('a'), html('<p>b</p>'))], { text: 'a', shown: 'b' }],
    [
      'both, of which the plain text is blank',
      [alternative(plain(' \r\n'), html('b'))],
      { text: '', shown: 'b' },
    ],
    [
      'HTML with pictures in it',
      [multipart([html('b<img src="cid:x">'), attached('x.png', 'x', 'image/png')], 'related')],
      { text: '', shown: 'b' },
    ],
    [
      'HTML above and below a file',
      [html('a'), attached('x.pdf', 'x'), html('<p>b</p>')],
      { text: '', shown: 'a\nb' },
    ],
    [
      'plain text, a file and HTML',
      [plain('a'), attached('x.pdf', 'x'), html('<p>b</p>')],
      { text: 'a', shown: 'a\nb' },
    ],
    [
      'both, and a plain foot below a file',
      [alternative(plain('a'), html('x')), attached('x.pdf', 'x'), plain('b')],
      { text: 'a\nb', shown: 'x\nb' },
    ],
  ])('in %s', async (_, parts, read) => {
    expect(await takeApart(letter(...parts), 1e6, true)).toMatchObject({ ...read, cut: false });
  });

  const earlier = '<p>Vào Th 2, 23 thg 11, 2026, Sở Nội vụ đã viết:</p>';
  const long = '<p>Đề nghị cấp hộp thư.</p>'.repeat(1000);
  const pages = (page: string): Part[] => times(11, () => html(page.padEnd(100_000, ' ')));
  test.each<[string, Part[], boolean]>([
    ['HTML of more than a megabyte', pages('<p>a</p>'), true],
    ['HTML of more than a megabyte, most of it an earlier letter', pages(earlier), false],
    ['HTML of many words', [html(long)], true],
    ['HTML of many words, most of them of an earlier letter', [html(`<p>a</p>${earlier}${long}`)], false],
    ['HTML nested without end', [html(`<p>a</p>${'<div>'.repeat(600)}b`)], true],
    [
      'HTML nested without end, in an earlier letter',
      [html(`<p>a</p>${earlier}${'<div>'.repeat(600)}b`)],
      false,
    ],
    ['plain text of many words', [plain('Đề nghị cấp hộp thư.\r\n'.repeat(1000))], true],
    ['plain text of many words, with HTML of few', [alternative(plain(long), html('a'))], false],
  ])('%s: is it cut?', async (_, parts, cut) => {
    expect((await takeApart(letter(...parts), 1e6, true)).cut).toBe(cut);
  });

  test('HTML that broke a reader is not read, and what it says is not known', async () => {
    expect(await takeApart(letter(alternative(plain('a'), html('b'))), 1e6, false)).toMatchObject({
      ...{ text: 'a', shown: '', cut: true },
    });
  });
});
