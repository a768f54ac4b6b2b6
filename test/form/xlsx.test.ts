import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readLetter } from '../../src/form/read-letter.ts';
import { readXlsx } from '../../src/form/xlsx.ts';
import type { Reading } from '../../src/model/form.ts';
import { attached, file, letter, plain } from './letters.ts';
import { rowsXml, sheetXml, workbookParts, zipOf } from './zips.ts';

function read(workbook: Buffer): Promise<Reading> {
  const task = { attachmentBytes: 15 * 1024 * 1024, html: true, trustRoots: [], skip: [], stopAt: Infinity };
  return readLetter(letter(plain('x'), attached('a.xlsx', workbook)), task, async () => {});
}

async function rowsOf(workbook: Buffer): Promise<string[]> {
  const { forms, problems } = await read(workbook);
  expect(problems).toEqual([]);
  return forms.flatMap(({ rows }) => rows.map(({ fullName, wish }) => `${fullName?.text}: ${wish?.text}`));
}

const hoa = ['Lê Thị Hoa: Hủy bỏ'];
const doc = (name: string, inner: string): string => `<?xml version="1.0"?><${name}>${inner}</${name}>`;

describe('strange workbooks that are read', () => {
  test('without any place in rows and cells, without styles and shared strings', async () => {
    expect(await rowsOf(zipOf(workbookParts(sheetXml())))).toEqual(hoa);
  });

  test('with prefixed names everywhere', async () => {
    const prefixed = (xml: string): string => xml.replace(/<(\/?)(\w)/g, '<$1x:$2');
    const parts = workbookParts(prefixed(sheetXml()));
    parts['xl/workbook.xml'] = prefixed(String(parts['xl/workbook.xml']));
    expect(await rowsOf(zipOf(parts))).toEqual(hoa);
  });

  test('with parts at other places and names in other case', async () => {
    const { 'xl/workbook.xml': book, 'xl/worksheets/sheet1.xml': sheet } = workbookParts(sheetXml());
    const rel = (type: string, target: string): string =>
      doc('Relationships', `<Relationship Id="rId1" Type="urn:x/${type}" Target="${target}"/>`);
    const workbook = zipOf({
      '_rels/.rels': rel('officeDocument', '/other/workbook1.xml'),
      'other/workbook1.xml': book ?? '',
      'other/_rels/workbook1.xml.rels': rel('worksheet', '/Sheet%201.xml'),
      'sheet 1.xml': sheet ?? '',
    });
    expect(await rowsOf(workbook)).toEqual(hoa);
  });

  test('with sheet XML in UTF-16', async () => {
    const wide = Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(sheetXml(), 'utf16le')]);
    expect(await rowsOf(zipOf(workbookParts(wide)))).toEqual(hoa);
  });

  test.each([
    ['the whole sheet merged', '<mergeCells><mergeCell ref="E1:XFD1048576"/></mergeCells>'],
    ['all columns described', '<cols><col min="1" max="16384" width="9"/></cols>'],
    [
      'validations on whole columns',
      '<dataValidations><dataValidation type="list" sqref="A1:XFD1048576"/></dataValidations>',
    ],
    [
      'merges that overlap',
      '<mergeCells><mergeCell ref="E1:F2"/><mergeCell ref="E1:F2"/><mergeCell ref="nonsense"/></mergeCells>',
    ],
  ])('with %s', async (_, extra) => {
    expect(
      await rowsOf(zipOf(workbookParts(sheetXml(`<sheetData>${rowsXml()}</sheetData>${extra}`)))),
    ).toEqual(hoa);
  });

  test('with blank rows to the very end of the sheet', async () => {
    const end = '<row r="1048576"><c r="A1048576" s="4"/></row>';
    expect(await rowsOf(zipOf(workbookParts(sheetXml(`<sheetData>${rowsXml()}${end}</sheetData>`))))).toEqual(
      hoa,
    );
  });

  test('with defined names, macros and links to other files', async () => {
    const parts = workbookParts(sheetXml(), {
      'xl/vbaProject.bin': 'x',
      'xl/externalLinks/externalLink1.xml': '<a',
    });
    const names =
      '<definedNames><definedName name="_xlnm.Print_Area">S!$A$1:$XFD$1048576</definedName></definedNames>';
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace('</workbook>', `${names}</workbook>`);
    expect(await rowsOf(zipOf(parts))).toEqual(hoa);
  });

  test('values under a merged cell, in hidden columns or in rows of no height are not seen', async () => {
    const grid = rowsXml([
      ['STT', 'Họ và tên', 'Yêu cầu', 'Ghi chú'],
      ['1', 'Lê Thị Hoa', 'Hủy bỏ', 'ẩn'],
      ['2', 'Không Ai', 'Hủy bỏ', 'ẩn'],
    ]).replace('<row><c t="inlineStr"><is><t>2<', '<row ht="0"><c t="inlineStr"><is><t>2<');
    const extra = '<mergeCells><mergeCell ref="C1:D1"/><mergeCell ref="C2:D2"/></mergeCells>';
    const { forms } = await read(
      zipOf(
        workbookParts(
          sheetXml(`<cols><col min="1" max="1" width="0"/></cols><sheetData>${grid}</sheetData>${extra}`),
        ),
      ),
    );
    expect(forms[0]).toMatchObject({
      rows: [{ fullName: { text: 'Lê Thị Hoa' }, wish: { text: 'Hủy bỏ' }, note: null }],
      skipped: [{ why: 'hidden', where: 'S!B3:D3' }],
    });
  });

  test('numbers, dates, booleans and errors become what people see', async () => {
    const cells = [
      '<c><v>912345678</v></c>',
      '<c t="d"><v>2026-03-05</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="e"><v>#REF!</v></c>',
      '<c s="1"><v>46086</v></c>',
      '<c t="s"><v>99</v></c>',
      '<c><v>1e999</v></c>',
      '<c t="str"><f>X</f><v>a &amp;lt; b</v></c>',
    ];
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d/m/yyyy"/></numFmts><fonts><font/></fonts><cellXfs><xf/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const parts = workbookParts(sheetXml(`<sheetData><row>${cells.join('')}</row></sheetData>`), {
      'xl/styles.xml': styles,
    });
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
      '</Rel',
      '<Relationship Id="s" Type="a/styles" Target="styles.xml"/></Rel',
    );
    const { grids } = await readXlsx(zipOf(parts));
    expect(grids[0]?.lines[0]?.cells.map(({ text, column }) => `${column} ${text}`)).toEqual([
      '1 912345678',
      '2 05/03/2026',
      '3 FALSE',
      '5 05/03/2026',
      '8 a &lt; b',
    ]);
  });

  test('phonetic hints and written-out characters are not part of the words', async () => {
    const strings = '<sst><si><t>Lê_x000D__x000A_ Hoa</t><rPh sb="0" eb="1"><t>xx</t></rPh></si></sst>';
    const parts = workbookParts(sheetXml('<sheetData><row><c t="s"><v>0</v></c></row></sheetData>'), {
      'xl/sharedStrings.xml': strings,
    });
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace(
      '</Rel',
      '<Relationship Id="s" Type="a/sharedStrings" Target="sharedStrings.xml"/></Rel',
    );
    const { grids } = await readXlsx(zipOf(parts));
    expect(grids[0]?.lines[0]?.cells[0]?.text).toBe('Lê\nHoa');
  });

  test('5,000 rows of ten columns', async () => {
    const heading = [
      'STT',
      'Họ và tên',
      'Đơn vị',
      'Yêu cầu',
      'SĐT',
      'Chức vụ',
      'Email',
      'Ghi chú',
      'Ngày sinh',
      'Giới tính',
    ];
    const people = Array.from({ length: 5000 }, (_, index) => [
      `${index + 1}`,
      'Nguyễn Thị Hoa',
      ...heading.slice(2).map((it) => `${it} ${index}`),
    ]);
    const rows = await rowsOf(
      zipOf(workbookParts(sheetXml(`<sheetData>${rowsXml([heading, ...people])}</sheetData>`))),
    );
    expect(rows).toHaveLength(5000);
    expect(rows.at(-1)).toBe('Nguyễn Thị Hoa: Yêu cầu 4999');
  });
});

describe('files that are refused, each with its reason', () => {
  const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * 1024 * 1024, 32);
  const cellsXml = (count: number): string => `<row>${'<c><v>1</v></c>'.repeat(count)}</row>`;
  const numbersXml = (count: number): string =>
    `<row>${Array.from({ length: count }, (_, n) => `<c><v>${n * n}</v></c>`).join('')}</row>`;
  const entity = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  test.each<[string, RegExp, () => Buffer]>([
    ['a bomb', /packed like a bomb/, () => zipOf(workbookParts(zeros(30)))],
    [
      'a bomb that lies about its size',
      /bytes|bomb|too much/,
      () => zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': [zeros(30), 100] })),
    ],
    [
      'too many parts',
      /parts/,
      () =>
        zipOf({
          ...workbookParts(sheetXml()),
          ...Object.fromEntries(Array.from({ length: 2100 }, (_, n) => [`p${n}`, 'x'])),
        }),
    ],
    [
      'too many texts',
      /too many texts/,
      () => {
        const { 'xl/_rels/workbook.xml.rels': links, ...parts } = workbookParts(sheetXml());
        const text = Array.from({ length: 500_002 }, (_, at) => `<si><t>${at}</t></si>`).join('');
        const link = '<Relationship Id="s" Type="a/sharedStrings" Target="sharedStrings.xml"/></';
        return zipOf({
          ...parts,
          'xl/_rels/workbook.xml.rels': String(links).replace('</', link),
          'xl/sharedStrings.xml': `<sst>${text}</sst>`,
        });
      },
    ],
    [
      'too many styles',
      /too many styles/,
      () => {
        const { 'xl/_rels/workbook.xml.rels': links, ...parts } = workbookParts(sheetXml());
        const link = '<Relationship Id="s" Type="a/styles" Target="styles.xml"/></';
        const formats = '<xf numFmtId="0"/>'.repeat(70_000);
        return zipOf({
          ...parts,
          'xl/_rels/workbook.xml.rels': String(links).replace('</', link),
          'xl/styles.xml': `<styleSheet><cellXfs>${formats}</cellXfs></styleSheet>`,
        });
      },
    ],
    ['entities', /document type/, () => zipOf(workbookParts(entity + sheetXml()))],
    ['unknown entities', /XML/, () => zipOf(workbookParts(sheetXml('&x;')))],
    ['XML nested deeply', /nested/, () => zipOf(workbookParts('<a>'.repeat(100_000)))],
    ['XML cut short', /XML/, () => zipOf(workbookParts('<worksheet><sheetData><row>'))],
    ['no XML', /XML/, () => zipOf(workbookParts('PNG'))],
    [
      'row 999999999',
      /row 999999999/,
      () => zipOf(workbookParts(sheetXml('<sheetData><row r="999999999"><c><v>1</v></c></row></sheetData>'))),
    ],
    [
      'a column beyond XFD',
      /cell/,
      () =>
        zipOf(workbookParts(sheetXml('<sheetData><row r="1"><c r="ZZZ1"><v>1</v></c></row></sheetData>'))),
    ],
    [
      'a row of too many cells',
      /columns/,
      () => zipOf(workbookParts(sheetXml(`<sheetData>${cellsXml(20_000)}</sheetData>`))),
    ],
    [
      'too many cells',
      /too many cells/,
      () => zipOf(workbookParts(sheetXml(`<sheetData>${numbersXml(16_000).repeat(40)}</sheetData>`))),
    ],
    [
      'a cell that stands twice',
      /twice/,
      () =>
        zipOf(
          workbookParts(
            sheetXml('<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>'),
          ),
        ),
    ],
    [
      'a row that stands twice',
      /twice/,
      () => zipOf(workbookParts(sheetXml('<sheetData><row r="1"/><row r="1"/></sheetData>'))),
    ],
    [
      'merges that cover everything',
      /merged/,
      () =>
        zipOf(
          workbookParts(
            sheetXml(
              `<sheetData><row r="1000"><c r="XFD1000"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1000"/></mergeCells>`,
            ),
          ),
        ),
    ],
    [
      'a sheet that is missing',
      /missing/,
      () => zipOf(workbookParts('', { 'xl/worksheets/sheet1.xml': null })),
    ],
    [
      'a password',
      /password/,
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['half a file', /zip/, () => file('openpyxl-everything.xlsx').subarray(0, 4000)],
    ['no file at all', /empty/, () => Buffer.alloc(0)],
    [
      'another file by its name',
      /is none/,
      () => Buffer.from('<html><table><tr><td>STT</td></tr></table></html>'),
    ],
  ])('%s', async (_, detail, make) => {
    const { forms, problems } = await read(make());
    expect(forms).toEqual([]);
    expect(problems).toMatchObject([{ code: 'form-unreadable', attachment: 'a.xlsx' }]);
    expect(problems[0]?.detail).toMatch(detail);
  });
});

describe('damaged files', () => {
  const samples = ['openpyxl-everything.xlsx', 'libreoffice.xlsx'].map(file);
  const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 30,
  });

  test('bytes changed anywhere give forms or a problem', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), damage, async (sample, changes) => {
        const copy = Buffer.from(sample);
        for (const [at, byte] of changes) copy[at % copy.length] = byte;
        const { forms, problems } = await read(copy);
        expect(forms.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  test('words changed anywhere in the XML give forms or a problem', async () => {
    const sheet = `<cols><col min="2" max="3" hidden="0"/></cols><sheetData>${rowsXml()}<row r="7" ht="12"><c r="B7" s="1" t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="B2:C9"/></mergeCells>`;
    const xml = sheetXml(sheet);
    const piece = fc.oneof(
      fc.constantFrom(
        '-1',
        '0',
        '99999999999',
        'e',
        '"',
        '<',
        '>',
        'r="A1"',
        't="s"',
        'XFD',
        '</row>',
        '<c/>',
        '&',
      ),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(), fc.nat(8), piece), { minLength: 1, maxLength: 4 }),
        async (changes) => {
          let changed = xml;
          for (const [at, cut, text] of changes) {
            const start = at % changed.length;
            changed = changed.slice(0, start) + text + changed.slice(start + cut);
          }
          const { forms, problems } = await read(zipOf(workbookParts(changed)));
          expect(forms.length + problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
