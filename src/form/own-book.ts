import type { Form, FormRow, RowResult } from '../model/form.ts';
import { returnedHead } from '../text/done-mark.ts';
import { assemble } from './assemble.ts';
import type { Grid } from './grid.ts';
import { headingAt } from './layout.ts';
import { Copier } from './own-copy.ts';
import { copySheet, type SheetMarks } from './own-sheet.ts';
import { copyStyles } from './own-styles.ts';
import { siWithoutFormula } from './own-text.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';
import { readXlsx } from './xlsx.ts';
import { readWorkbook, type Sheet } from './xlsx-book.ts';
import { escapeXml, readXml } from './xml.ts';
import { type Archive, openZip, writeZip } from './zip.ts';

/** What is said of the row that was read at `where`, such as `Sheet1!A12:D12`. */
export type Mark = { where: string; result: RowResult };

/**
 * An office's own workbook with `Kết quả` and `Lý do` right of its table. It is written anew from its visible sheets: cells with
 * their words and looks, widths, heights and merges. Formulas become their results; links, macros, drawings, names, conditions and
 * whatever else is left behind. Read back, it says the same. Throws Unreadable where it cannot be had so.
 */
export async function markWorkbook(file: Buffer, marks: readonly Mark[]): Promise<Buffer> {
  const before = await readXlsx(file);
  const marked = await writeWorkbook(file, sheetMarks(before.grids, marks));
  const after = await readXlsx(marked);
  const said = new Map(marks.map(({ where, result }) => [placeOf(where), oneLine(result.result)]));
  const [was, is] = [formsIn(before.grids), formsIn(after.grids)].map((forms) => forms.map(wordsOf));
  const told = formsIn(after.grids).flatMap(({ rows }) => rows.filter((row) => isTold(row, said)));
  if (JSON.stringify(was) !== JSON.stringify(is) || told.length !== said.size)
    throw new Unreadable('the marked workbook does not read as it was');
  return marked;
}

function formsIn(grids: readonly Grid[]): Form[] {
  const read = assemble(grids, 'xlsx', null);
  if (read.secret) throw new Unreadable('a secrecy mark');
  return read.forms;
}

const isTold = ({ where, result }: FormRow, said: ReadonlyMap<string, string>): boolean =>
  result !== undefined && said.get(placeOf(where)) === oneLine(result.text);

const oneLine = (text: string): string => tidy(text).replaceAll('\n', ' ');

/** All that a form says, without where it stands, what hangs on it and does not come back, and what we say of it. */
function wordsOf({ rows, skipped, remarks: _, ...form }: Form): unknown {
  const texts = (fields: object): unknown[] =>
    Object.entries(fields).map(([key, value]) =>
      key === 'result' || key === 'where'
        ? null
        : value !== null && typeof value === 'object' && 'text' in value
          ? value.text
          : value,
    );
  return [
    texts(form),
    rows.map(({ remarks: _, crossed: __, unprinted: ___, others = [], ...row }) => [
      texts({ ...row, result: null }),
      others.map(({ heading, text }) => [heading, text]),
    ]),
    skipped.length,
  ];
}

/** The sheet and the row of a place: `Sheet1!12`. */
function placeOf(where: string): string {
  const [, sheet = '', row = ''] = /^(.*)![A-Z]+(\d+)(?::[A-Z]+\d+)?$/su.exec(where) ?? [];
  return `${sheet}!${row}`;
}

/** For each sheet by its tidied name, what is to be written into it. */
function sheetMarks(grids: readonly Grid[], marks: readonly Mark[]): Map<string, SheetMarks> {
  const bySheet = Map.groupBy(marks, ({ where }) => where.slice(0, where.lastIndexOf('!')));
  const found = new Map<string, SheetMarks>();
  for (const grid of grids) {
    const sheet = grid.place(1, 1, 1).replace(/!A1$/, '');
    const own = bySheet.get(sheet);
    if (!own) continue;
    const results = new Map(
      own.map(({ where, result }) => [Number(placeOf(where).slice(sheet.length + 1)), result]),
    );
    found.set(sheet, { results, ...headingsOf(grid, [...results.keys()]) });
  }
  if (found.size < bySheet.size) throw new Unreadable('a sheet of the rows is lost');
  return found;
}

/** The heading nearest above each of the rows. */
function headingsOf(grid: Grid, rows: readonly number[]): Pick<SheetMarks, 'headings' | 'columns'> {
  const all = grid.lines.flatMap((line, index) => {
    const heading = headingAt(grid, index);
    return heading ? [{ row: line.row, slots: heading.layout.slots }] : [];
  });
  const used = new Set(
    rows.map((row) => {
      const above = all.findLast((heading) => heading.row < row);
      if (!above) throw new Unreadable('rows without a heading');
      return above;
    }),
  );
  const [first] = used;
  const result = first?.slots.find(({ kind }) => kind === 'result')?.from;
  const told = first?.slots.find(({ kind }) => kind === 'told')?.from;
  const columns = result !== undefined && told !== undefined ? { result, told } : null;
  return { headings: [...used].map(({ row }) => row), columns };
}

async function writeWorkbook(file: Buffer, marks: ReadonlyMap<string, SheetMarks>): Promise<Buffer> {
  const zip = await openZip(file);
  const book = await readWorkbook(zip);
  const sheets = book.sheets.filter(({ visible }) => visible);
  const partOf = (name: string | null) => (name === null ? null : zip.part(name));
  const strings = await copyStrings(zip, book.strings);
  // What stands at its head names the notice that it came back with.
  if (strings.some((si) => si.includes(returnedHead))) throw new Unreadable('a form of our own layout');
  const { xml: styles, count, own } = await copyStyles(partOf(book.styles));
  const parts = new Map([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', rootRelations],
    ['xl/workbook.xml', workbookXml(sheets, book.date1904)],
    ['xl/_rels/workbook.xml.rels', relationsXml(sheets.length)],
    ['xl/styles.xml', `<styleSheet xmlns="${main}">${styles}</styleSheet>`],
  ]);
  const used = new Set<number>();
  const shared = { strings, used, styles: count, own };
  for (const [index, { name, part }] of sheets.entries()) {
    const chunks = zip.part(part);
    if (!chunks) throw new Unreadable(`${part} is missing`);
    const xml = await copySheet(chunks, marks.get(tidy(name)) ?? null, shared);
    parts.set(`xl/worksheets/sheet${index + 1}.xml`, `<worksheet xmlns="${main}">${xml}</worksheet>`);
  }
  // Words that only hidden sheets have stay with them.
  const seen = strings.map((si, at) => (used.has(at) ? si : '<si><t/></si>'));
  parts.set('xl/sharedStrings.xml', `<sst xmlns="${main}">${seen.join('')}</sst>`);
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  return writeZip(new Map([...parts].map(([name, xml]) => [name, head + xml])));
}

const runs = {
  elements: new Set(
    'si r rPr t b i u strike sz color rFont family charset scheme vertAlign outline shadow'.split(' '),
  ),
  attributes: new Set('val rgb theme indexed tint auto space'.split(' ')),
};

/** The texts with their runs' looks, and none that begins a formula; phonetic hints go. */
async function copyStrings(zip: Archive, part: string | null): Promise<string[]> {
  const strings: string[] = [];
  const chunks = part === null ? null : zip.part(part);
  if (!chunks) return strings;
  const copier = new Copier(runs);
  const nameOf = (at: string): string => at.slice(at.lastIndexOf('/') + 1);
  const isText = (at: string): boolean => at.startsWith('sst/si');
  await readXml(chunks, {
    open: (at, attributes) => isText(at) && copier.open(nameOf(at), attributes),
    text: (at, text) => at.endsWith('/t') && isText(at) && copier.text(text),
    close(at) {
      if (isText(at)) copier.close(nameOf(at));
      if (at === 'sst/si') strings.push(siWithoutFormula(copier.take()));
    },
  });
  return strings;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function contentTypes(sheets: number): string {
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}.xml" ContentType="${types}.${type}+xml"/>`;
  const list = Array.from({ length: sheets }, (_, at) => override(`worksheets/sheet${at + 1}`, 'worksheet'));
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook', 'sheet.main')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}${list.join('')}</Types>`;
}

const rootRelations =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>';

function workbookXml(sheets: readonly Sheet[], date1904: boolean): string {
  const list = sheets.map(({ name }, index) => {
    return `<sheet name="${escapeXml(name.toWellFormed())}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`;
  });
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>${list.join('')}</sheets></workbook>`;
}

function relationsXml(sheets: number): string {
  const link = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const list = Array.from({ length: sheets }, (_, index) =>
    link(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`),
  );
  list.push(link(sheets + 1, 'styles', 'styles.xml'), link(sheets + 2, 'sharedStrings', 'sharedStrings.xml'));
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}
