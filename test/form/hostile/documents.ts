import type { FormProblem } from '../../../src/model/form.ts';
import { file } from '../letters.ts';
import { zipOf } from '../zips.ts';

type Parts = Parameters<typeof zipOf>[0];

const words = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string): string => `<w:tc>${words(text)}</w:tc>`;
const row = (...texts: string[]): string => `<w:tr>${texts.map(cell).join('')}</w:tr>`;
const table = `<w:tbl>${row('STT', 'Họ và tên', 'Nội dung')}${row('1', 'Nguyễn Văn An', 'Hủy bỏ')}</w:tbl>`;
const form = words('PHIẾU YÊU CẦU') + table;
const document = (inner: string, before = ''): string =>
  `${before}<w:document xmlns:w="w" xmlns:r="r"><w:body>${inner}</w:body></w:document>`;
const docx = (inner: string, more: Parts = {}): Buffer =>
  zipOf({ 'word/document.xml': document(inner), ...more });

const relation = (type: string, target: string, more = ''): string =>
  `<Relationships><Relationship Id="r1" Type="a/${type}" Target="${target}" ${more}/></Relationships>`;
const linked = (type: string, part: string | Buffer | readonly [Buffer, number], inner = form): Buffer =>
  docx(inner, { 'word/_rels/document.xml.rels': relation(type, 'part.xml'), 'word/part.xml': part });

const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1024 * 1024, 32);
const entities = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
const style = (name: string, on: string): string =>
  `<w:style w:styleId="${name}"><w:basedOn w:val="${on}"/></w:style>`;
/** As Office locks a file ([MS-OFFCRYPTO] 2.3.4.4). */
const locked = Buffer.concat([
  ...[Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1016), Buffer.from('EncryptedPackage', 'utf16le')],
]);

/** Documents, each with the reason that it ends in; none where its form is read. */
export const documents: [string, string | null, () => Buffer][] = [
  ['a bomb', 'form-unreadable', () => zipOf({ 'word/document.xml': zeros(30) })],
  [
    'a bomb that lies about its size',
    'form-unreadable',
    () => zipOf({ 'word/document.xml': [zeros(30), 100] }),
  ],
  ['a bomb in a header', 'form-unreadable', () => linked('header', zeros(30))],
  ['a bomb in the styles', 'form-unreadable', () => linked('styles', zeros(30))],
  ['a bomb among the pictures', 'form-unreadable', () => docx('', { 'word/media/image1.png': zeros(30) })],
  ['entities', 'form-unreadable', () => zipOf({ 'word/document.xml': document(form, entities) })],
  ['entities in the numbering', 'form-unreadable', () => linked('numbering', `${entities}<a>&b;</a>`)],
  ['XML nested deeply', 'form-unreadable', () => docx('<w:p>'.repeat(100_000))],
  ['a million paragraphs', 'form-unreadable', () => docx(words('x').repeat(340_000))],
  [
    'a table of 100,000 cells a row',
    'form-unreadable',
    () => docx(`<w:tbl><w:tr>${cell('x').repeat(100_000)}</w:tr></w:tbl>`),
  ],
  [
    'cells that span a billion columns',
    null,
    () => docx(form.replaceAll('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>')),
  ],
  ['XML cut short', 'form-unreadable', () => zipOf({ 'word/document.xml': document(form).slice(0, 300) })],
  ['another document within', 'form-unreadable', () => docx(`${form}<w:altChunk r:id="r1"/>`)],
  ['a password', 'form-unreadable', () => locked],
  ['half a file', 'form-unreadable', () => file('word/form.docx').subarray(0, 4000)],
  [
    'a document part that is missing',
    'form-unreadable',
    () => zipOf({ '_rels/.rels': relation('officeDocument', 'word/document.xml') }),
  ],
  [
    'parts that lead to each other',
    'form-unreadable',
    () => zipOf({ '_rels/.rels': relation('officeDocument', '_rels/.rels') }),
  ],
  ['macros', null, () => docx(form, { 'word/vbaProject.bin': file('office/xlwt.xls') })],
  [
    'a template and a picture of another place',
    null,
    () =>
      docx(form, {
        'word/_rels/document.xml.rels': relation(
          'header',
          'http://127.0.0.1:1/a.xml',
          'TargetMode="External"',
        ),
      }),
  ],
  [
    'a link to a file of the machine',
    null,
    () => docx(form, { 'word/_rels/document.xml.rels': relation('footer', '../../../../etc/passwd') }),
  ],
  [
    'styles that are based on each other',
    null,
    () =>
      linked(
        'styles',
        `<w:styles xmlns:w="w">${style('a', 'b')}${style('b', 'a')}</w:styles>`,
        form.replaceAll('<w:p>', '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>'),
      ),
  ],
  [
    'numbers beyond all bounds',
    null,
    () =>
      linked(
        'numbering',
        '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="999999999"><w:start w:val="1e308"/><w:lvlText w:val="%1%2%999"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
        form.replace(
          '<w:p>',
          '<w:p><w:pPr><w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr></w:pPr>',
        ),
      ),
  ],
];

/** A compound file whose sectors follow one another in the given way ([MS-CFB] 2.3). */
function rechained(name: string, next: (sector: number) => number): Buffer {
  const content = Buffer.from(file(`office/${name}`));
  const table = (content.readUInt32LE(76) + 1) * 512;
  for (let sector = 0; sector < 128; sector += 1) content.writeUInt32LE(next(sector), table + sector * 4);
  return content;
}

function garbled(name: string): Buffer {
  const content = Buffer.from(file(`office/${name}`));
  for (let at = 1024; at < content.length; at += 7) content[at] = (at * 31) & 255;
  return Buffer.concat([content, Buffer.from('WordDocument', 'utf16le')]);
}

/** Compound files as LibreOffice gets them, and what they end in: of some it makes a workbook with nothing in it. */
export const compounds: [string, string, FormProblem['code'], () => Buffer][] = [
  [
    'sectors that follow themselves',
    'a.xls',
    'form-unreadable',
    () => rechained('xlwt.xls', (sector) => sector),
  ],
  ['sectors beyond the end', 'a.xls', 'form-incomplete', () => rechained('xlwt.xls', () => 0x7fff_fff0)],
  ['garbage', 'a.doc', 'form-unreadable', () => garbled('writer.doc')],
  [
    'names of streams alone',
    'a.xls',
    'form-unreadable',
    () => Buffer.concat([locked.subarray(0, 1024), Buffer.from('Workbook', 'utf16le')]),
  ],
];
