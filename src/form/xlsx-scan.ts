import { Unreadable } from './unreadable.ts';
import { RunWriter } from './xlsx-runs.ts';
import { type Area, readSheet } from './xlsx-sheet.ts';
import { escapeXml, isTrue, readXml } from './xml.ts';
import { type Archive, openZip, writeZip } from './zip.ts';

const maxSheets = 60;
const maxLooseWords = 10_000;

/** A workbook made safe for exceljs, and what exceljs would not have told. */
export type Scanned = {
  /** A workbook of our own writing: the visible sheets' cells, hidden rows and columns, dates and strikes. */
  workbook: Buffer;
  /** In the order of the workbook's sheets. */
  sheets: readonly { name: string; merges: readonly Area[]; filter: Area | null }[];
  /** Words outside all cells: page headers and footers, text boxes. */
  looseWords: readonly string[];
};

/**
 * Reads an .xlsx file part by part and writes a plain one with only what a form needs. exceljs dies of
 * 1.5 KB files (whole-sheet merges, row 999,999,999, defined names), throws on prefixed XML and misreads ISO
 * dates; so it sees nothing that was not written here: known elements alone, counted and in bounds. Formulas
 * become their stored results; macros, links, drawings, names and validations are left behind.
 * Throws Unreadable.
 */
export async function scanXlsx(file: Buffer): Promise<Scanned> {
  const zip = await openZip(file);
  const book = await readWorkbook(zip);
  const strings = await readStrings(zip, book.strings);
  const styles = await readStyles(zip, book.styles);
  const looseWords = await readDrawings(zip);
  const parts = new Map<string, string>();
  const visible = book.sheets.filter((sheet) => sheet.visible);
  const sheets: { name: string; merges: readonly Area[]; filter: Area | null }[] = [];
  for (const { name, part } of visible) {
    const chunks = zip.part(part);
    if (!chunks) throw new Unreadable(`${part} is missing`);
    const { xml, merges, filter, looseWords: words } = await readSheet(chunks, strings, styles.count);
    sheets.push({ name, merges, filter });
    parts.set(`xl/worksheets/sheet${sheets.length}.xml`, xml);
    looseWords.push(...words);
  }
  parts.set('xl/sharedStrings.xml', `<sst xmlns="${main}">${strings.join('')}</sst>`);
  parts.set('xl/styles.xml', styles.xml);
  parts.set('xl/workbook.xml', workbookXml(visible, book.date1904));
  parts.set('xl/_rels/workbook.xml.rels', relationsXml(sheets.length));
  return { workbook: writeZip(parts, false), sheets, looseWords };
}

export const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
export const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Sheet = { name: string; visible: boolean; part: string };
type Book = { sheets: Sheet[]; date1904: boolean; strings: string | null; styles: string | null };

/** What the workbook part says, and where its parts are. Throws Unreadable. */
export async function readWorkbook(zip: Archive): Promise<Book> {
  const path = (await readRelations(zip, '_rels/.rels', '')).find(
    (it) => it.type === 'officeDocument',
  )?.target;
  const part = path ?? 'xl/workbook.xml';
  const chunks = zip.part(part);
  if (!chunks) throw new Unreadable('no workbook part');
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const links = await readRelations(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, folder);
  const book: Book = {
    sheets: [],
    date1904: false,
    strings: links.find((it) => it.type === 'sharedStrings')?.target ?? null,
    styles: links.find((it) => it.type === 'styles')?.target ?? null,
  };
  await readXml(chunks, {
    open(at, { name, state, id, date1904 }) {
      if (at === 'workbook/workbookPr') book.date1904 = isTrue(date1904);
      if (at !== 'workbook/sheets/sheet') return;
      const link = links.find((it) => it.id === id && it.type === 'worksheet');
      // Chart and dialog sheets have other relation types and no cells.
      if (link)
        book.sheets.push({
          name: name ?? '',
          visible: (state ?? 'visible') === 'visible',
          part: link.target,
        });
    },
  });
  if (book.sheets.length > maxSheets) throw new Unreadable(`${book.sheets.length} sheets`);
  return book;
}

type Relation = { id: string; type: string; target: string };

export async function readRelations(zip: Archive, part: string, folder: string): Promise<Relation[]> {
  const found: Relation[] = [];
  const chunks = zip.part(part);
  if (!chunks) return found;
  await readXml(chunks, {
    open(at, { Id = '', Type = '', Target = '', TargetMode }) {
      if (at !== 'Relationships/Relationship' || TargetMode === 'External') return;
      const target = new URL(Target.replaceAll('\\', '/'), `zip:/${folder}`).pathname.slice(1);
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), target: decodeURI(target) });
    },
  });
  return found;
}

/** The shared strings as plain `<si>` elements; runs keep nothing but their strike, phonetic hints go. */
async function readStrings(zip: Archive, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  const chunks = part === null ? null : zip.part(part);
  if (!chunks) return strings;
  const runs = new RunWriter();
  await readXml(chunks, {
    open: (at, attributes) => runs.open(at.slice('sst/si'.length), attributes),
    text: (at, text) => runs.text(at.slice('sst/si'.length), text),
    close(at) {
      if (at === 'sst/si') strings.push(runs.take());
    },
  });
  return strings;
}

/** Of the styles only what changes a cell's meaning: struck fonts and number formats (dates). */
async function readStyles(zip: Archive, part: string | null): Promise<{ xml: string; count: number }> {
  const formats: string[] = [];
  const fonts: string[] = [];
  const cells: { numFmtId: number; fontId: number }[] = [];
  const chunks = part === null ? null : zip.part(part);
  if (chunks) {
    await readXml(chunks, {
      open(at, { numFmtId = '0', fontId = '0', formatCode = '', val = '1' }) {
        if (at === 'styleSheet/numFmts/numFmt')
          formats.push(`<numFmt numFmtId="${natural(numFmtId)}" formatCode="${escapeXml(formatCode)}"/>`);
        if (at === 'styleSheet/fonts/font') fonts.push('<font/>');
        if (at === 'styleSheet/fonts/font/strike' && isTrue(val))
          fonts[fonts.length - 1] = '<font><strike/></font>';
        if (at === 'styleSheet/cellXfs/xf')
          cells.push({ numFmtId: natural(numFmtId), fontId: natural(fontId) });
      },
    });
  }
  const xfs = cells.map(({ numFmtId, fontId }) => {
    return `<xf numFmtId="${numFmtId}" fontId="${fontId < fonts.length ? fontId : 0}" applyFont="1" applyNumberFormat="1"/>`;
  });
  const xml = `<styleSheet xmlns="${main}"><numFmts>${formats.join('')}</numFmts><fonts>${fonts.join('') || '<font/>'}</fonts><cellXfs>${xfs.join('') || '<xf/>'}</cellXfs></styleSheet>`;
  return { xml, count: xfs.length };
}

function natural(value: string): number {
  return /^\d{1,6}$/.test(value) ? Number(value) : 0;
}

/** The paragraphs of text boxes: a secrecy stamp may be one. */
async function readDrawings(zip: Archive): Promise<string[]> {
  const words: string[] = [];
  for (const name of zip.names.filter((it) => /^xl\/drawings\/[^/]+\.xml$/i.test(it))) {
    const chunks = zip.part(name);
    if (!chunks) continue;
    let paragraph = '';
    await readXml(chunks, {
      text(at, text) {
        if (at.endsWith('/p/r/t')) paragraph += text;
      },
      close(at) {
        if (!at.endsWith('/p') || paragraph === '') return;
        if (words.length < maxLooseWords) words.push(paragraph);
        paragraph = '';
      },
    });
  }
  return words;
}

export function workbookXml(sheets: readonly Sheet[], date1904: boolean): string {
  const list = sheets.map(({ name }, index) => {
    return `<sheet name="${escapeXml(name.toWellFormed())}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
  });
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`;
}

export function relationsXml(sheets: number): string {
  const link = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const list = Array.from({ length: sheets }, (_, index) =>
    link(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  list.push(link(sheets + 1, 'styles', 'styles.xml'), link(sheets + 2, 'sharedStrings', 'sharedStrings.xml'));
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}
