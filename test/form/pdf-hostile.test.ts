import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import type { Reading } from '../../src/model/form.ts';
import { attached, file, letter, plain } from './letters.ts';

const reader = openReader({ children: 4 });
afterAll(() => reader.close());

const read = (content: Buffer): Promise<Reading> =>
  reader.read(letter(plain('x'), attached('a.pdf', content)), { milliseconds: 15_000 });

/** A PDF of objects 1, 2, …, of which 1 is the catalogue. */
function pdfOf(...objects: (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<</Root 1 0 R/Size ${size}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.concat([...parts, Buffer.from(end)]);
}

function stream(data: Buffer | string, dictionary = ''): Buffer {
  const packed = deflateSync(Buffer.from(data));
  const head = `<<${dictionary}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), packed, Buffer.from('\nendstream')]);
}

/** The same with more in its trailer; `more` is told where its table stands. */
function retold(pdf: Buffer, more: (place: number) => string): Buffer {
  const place = pdf.lastIndexOf('xref\n0 ');
  return Buffer.from(pdf.toString('latin1').replace('trailer\n<<', `trailer\n<<${more(place)}`), 'latin1');
}

const catalogue = '<</Type/Catalog/Pages 2 0 R>>';
const pages = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const page = (more = ''): string =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>${more}>>>>`;
const text = (words: string): string => `BT /F 12 Tf 50 700 Td (${words}) Tj ET\n`;
const onePage = (content: Buffer | string, more = '', ...rest: (string | Buffer)[]): Buffer =>
  pdfOf(catalogue, pages, page(more), stream(content), ...rest);

/** Those whose page is read in spite of it all: it says nothing. */
const legible: ReadonlySet<string> = new Set([
  'a million pages',
  'a table of objects that follows itself',
  'objects in a stream that is in itself',
  'a page above itself',
  'fields that are their own',
  'a font of four billion letters',
  'numbers out of all bounds',
]);

describe('a PDF that was made to break its reader ends in one answer', { timeout: 120_000 }, () => {
  test.each<[string, Buffer]>([
    ['a page tree that holds itself', pdfOf(catalogue, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>')],
    [
      'a million pages',
      pdfOf(catalogue, '<</Type/Pages/Kids[3 0 R]/Count 1000000>>', page(), stream(text('x'))),
    ],
    ['a page that unpacks without end', onePage(Buffer.alloc(200_000_000, ' '))],
    [
      'many pages that unpack to much',
      pdfOf(
        catalogue,
        pages,
        page(),
        ...Array.from({ length: 8 }, () => stream(Buffer.alloc(30_000_000, ' '))),
      ),
    ],
    ['a million letters', onePage(text('abcdefghij').repeat(100_000))],
    ['a million lines', onePage('0 0 m 9 9 l S\n'.repeat(500_000) + text('x'))],
    ['a million states', onePage('q '.repeat(1_000_000) + text('x'))],
    [
      'a drawing that draws itself',
      onePage(
        `${text('x')}/X Do`,
        '/XObject<</X 5 0 R>>',
        stream(
          `${text('y')}/X Do /X Do`,
          '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 5 0 R>>>>',
        ),
      ),
    ],
    [
      'drawings that draw ten of the next',
      onePage(
        `${text('x')}/X Do`,
        '/XObject<</X 5 0 R>>',
        ...Array.from({ length: 12 }, (_, n) =>
          stream(
            '/X Do '.repeat(10),
            `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X ${n + 6} 0 R>>>>`,
          ),
        ),
        stream(text('y'), '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<>>'),
      ),
    ],
    [
      'arrays within arrays',
      pdfOf(catalogue, pages, page().replace('<<', `<</X ${'['.repeat(200_000)}`), stream(text('x'))),
    ],
    [
      'a picture of a terapixel',
      onePage(
        `${text('x')}/X Do`,
        '/XObject<</X 5 0 R>>',
        stream(
          'x',
          '/Type/XObject/Subtype/Image/Width 1000000/Height 1000000/BitsPerComponent 8/ColorSpace/DeviceRGB',
        ),
      ),
    ],
    [
      'a stream without end',
      Buffer.from(`${onePage(text('x')).toString('latin1').replaceAll('endstream', 'endstrea')}`, 'latin1'),
    ],
    ['a stream that is damaged', damaged(onePage(text('x').repeat(50)))],
    ['no end', onePage(text('x')).subarray(0, 400)],
    [
      'an XFA form',
      pdfOf(
        '<</Type/Catalog/Pages 2 0 R/AcroForm<</XFA 5 0 R/Fields[]>>>>',
        pages,
        page(),
        stream(text('x')),
        stream('<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"/>'),
      ),
    ],
    ['a table of objects that follows itself', retold(onePage(text('x')), (place) => `/Prev ${place}`)],
    [
      'a password that nobody can have set',
      retold(onePage(text('x')), () => '/Encrypt<</Filter/Standard/V 4/R 4/O(x)/U(y)/P -1>>/ID[(a)(b)]'),
    ],
    ['a password of an unknown kind', retold(onePage(text('x')), () => '/Encrypt<</Filter/None/V 99>>')],
    [
      'objects in a stream that is in itself',
      onePage(text('x'), '', stream('5 0 ', '/Type/ObjStm/N 1/First 4')),
    ],
    [
      'objects that unpack without end',
      onePage(text('x'), '', stream(Buffer.alloc(200_000_000, ' '), '/Type/ObjStm/N 1000000/First 9')),
    ],
    [
      'a thousand filters, one after the other',
      pdfOf(
        catalogue,
        pages,
        page(),
        `<</Length 3/Filter[${'/FlateDecode'.repeat(1000)}]>>\nstream\nabc\nendstream`,
      ),
    ],
    [
      'a length that is its own',
      pdfOf(catalogue, pages, page(), '<</Length 4 0 R>>\nstream\nabc\nendstream'),
    ],
    ['a page above itself', pdfOf(catalogue, pages, page().replace('2 0 R', '3 0 R'), stream(text('x')))],
    [
      'fields that are their own',
      pdfOf(
        '<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[5 0 R]>>>>',
        pages,
        page().replace('/Contents', '/Annots[5 0 R]/Contents'),
        stream(text('x')),
        '<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[0 0 9 9]/Parent 5 0 R/Kids[5 0 R 5 0 R]>>',
      ),
    ],
    [
      'a font of four billion letters',
      onePage(
        text('x'),
        '/Font<</F 5 0 R>>',
        '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
        stream('begincmap 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap'),
      ),
    ],
    [
      'a picture on a page of a billion points',
      pdfOf(
        catalogue,
        pages,
        page('/XObject<</X 5 0 R>>').replace('595 842', '1e9 1'),
        stream('1e9 0 0 1e9 0 0 cm /X Do'),
        stream(
          'x'.repeat(9),
          '/Type/XObject/Subtype/Image/Width 3/Height 3/BitsPerComponent 8/ColorSpace/DeviceGray',
        ),
      ),
    ],
    ['nothing', Buffer.from('%PDF-1.7\nstartxref\n')],
    ['numbers out of all bounds', onePage(`1e38 0 0 1e38 1e38 1e38 cm -1e300 0 0 0 re f ${text('x')}`)],
  ])('%s', async (name, content) => {
    const { forms, problems } = await read(content);
    expect(forms).toEqual([]);
    const code = legible.has(name)
      ? 'form-incomplete'
      : expect.stringMatching(/^form-(?:unreadable|scanned)$/);
    expect(problems).toMatchObject([{ code }]);
  });

  test('scripts are not run, and stop nothing', async () => {
    const script = '<</S/JavaScript/JS(app.alert\\(1\\); while \\(true\\) {})>>';
    const calm = file('pdf/reportlab-drawn.pdf').toString('latin1');
    const wild = calm.replace('/Type /Catalog', `/Type /Catalog /OpenAction ${script} /AA <</O ${script}>>`);
    expect(wild).not.toBe(calm);
    const { forms } = await read(Buffer.from(wild, 'latin1'));
    expect(forms[0]?.rows).toHaveLength(4);
  });
});

function damaged(content: Buffer): Buffer {
  const at = content.indexOf('stream\n') + 20;
  content[at] = (content[at] ?? 0) ^ 0x55;
  return content;
}

describe('real PDFs that were damaged on their way', { timeout: 240_000 }, () => {
  const rowsOf = ({ forms }: Reading): string[] =>
    forms.flatMap(({ rows }) =>
      rows.map(({ fullName, wish }) => `${fullName?.text}|${wish?.text}`.replace(/\s/g, '')),
    );

  test.each(['chromium-short', 'writer-short', 'reportlab-drawn', 'pypdf-named-fields'])(
    '%s: bytes changed, cut out or lost give its rows, or a problem',
    async (name) => {
      const whole = file(`pdf/${name}.pdf`);
      const wishes = new Set(rowsOf(await read(whole)).map((row) => row.split('|')[1]));
      const change = fc.oneof(
        fc.record({ at: fc.nat(whole.length - 1), cut: fc.nat(300), put: fc.constant(Buffer.alloc(0)) }),
        fc.record({
          at: fc.nat(whole.length - 1),
          cut: fc.constant(1),
          put: fc.uint8Array({ minLength: 1, maxLength: 1 }),
        }),
        fc.record({
          at: fc.nat(whole.length - 1),
          cut: fc.constant(whole.length),
          put: fc.constant(Buffer.alloc(0)),
        }),
      );
      await fc.assert(
        fc.asyncProperty(change, async ({ at, cut, put }) => {
          const reading = await read(Buffer.concat([whole.subarray(0, at), put, whole.subarray(at + cut)]));
          expect(reading.forms.length + reading.problems.length).toBeGreaterThan(0);
          // A changed byte may cost or change letters of a name; never does a wish come to stand beside another's.
          const pairs = rowsOf(await read(whole));
          const known = rowsOf(reading).filter((row) => wishes.has(row.split('|')[1]));
          expect(known.filter((row) => !isStill(row, pairs))).toEqual([]);
        }),
        { numRuns: 120, interruptAfterTimeLimit: 50_000 },
      );
    },
  );
});

/** Whether the row, its name perhaps damaged, is one of the whole file's: the nearest name there has the same wish. */
function isStill(row: string, whole: readonly string[]): boolean {
  const [name = '', wish] = row.split('|');
  if (name === 'undefined') return true;
  const shared = whole.map((other) => lettersShared(name, other.split('|')[0] ?? ''));
  const nearest = whole.filter((_, at) => shared[at] === Math.max(...shared));
  return Math.max(...shared) * 2 >= name.length && nearest.some((other) => other.split('|')[1] === wish);
}

/** Length of the longest common subsequence. */
function lettersShared(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, () => 0);
  for (const letter of one) {
    const next = [0];
    for (let at = 1; at < row.length; at += 1) {
      const kept = Math.max(row[at] ?? 0, next[at - 1] ?? 0);
      next.push(letter === other[at - 1] ? (row[at - 1] ?? 0) + 1 : kept);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
