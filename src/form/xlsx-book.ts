import { Unreadable } from './unreadable.ts';
import { type Area, parseArea } from './xlsx-area.ts';
import { type Painted, readTables } from './xlsx-conditions.ts';
import { type Run, RunReader } from './xlsx-runs.ts';
import type { Styles } from './xlsx-styles.ts';
import { isTrue, readXml } from './xml.ts';
import type { Archive } from './zip.ts';

const maxSheets = 60;
const maxLooseWords = 10_000;
const maxTables = 100;
/** Twice the cells of the largest sheet that is read. */
const maxTexts = 500_000;

/** A worksheet; `part` is where its cells are, `printed` the areas of it that are printed, empty where all is. */
export type Sheet = { name: string; visible: boolean; part: string; printed: readonly Area[] };
/** `strings`, `styles` and `theme` are parts. */
type Book = {
  sheets: Sheet[];
  date1904: boolean;
  strings: string | null;
  styles: string | null;
  theme: string | null;
};

/** What the workbook part says, and where its parts are. Throws Unreadable. */
export async function readWorkbook(zip: Archive): Promise<Book> {
  const path = (await readRelations(zip, '_rels/.rels', '')).find(
    (it) => it.type === 'officeDocument',
  )?.target;
  const part = path ?? 'xl/workbook.xml';
  const chunks = zip.part(part);
  if (!chunks) throw new Unreadable('no workbook part');
  const links = await linksOf(zip, part);
  const book: Book = {
    sheets: [],
    date1904: false,
    strings: links.find((it) => it.type === 'sharedStrings')?.target ?? null,
    styles: links.find((it) => it.type === 'styles')?.target ?? null,
    theme: links.find((it) => it.type === 'theme')?.target ?? null,
  };
  const printed = new Map<number, Area[]>();
  const places: number[] = [];
  let count = 0;
  let ofSheet: number | null = null;
  await readXml(chunks, {
    open(at, { name, state, id, date1904, localSheetId }) {
      if (at === 'workbook/workbookPr') book.date1904 = isTrue(date1904);
      if (at === 'workbook/definedNames/definedName')
        ofSheet = name === '_xlnm.Print_Area' ? Number(localSheetId) : null;
      if (at !== 'workbook/sheets/sheet') return;
      count += 1;
      const link = links.find((it) => it.id === id && it.type === 'worksheet');
      // Chart and dialog sheets have other relation types and no cells.
      if (!link) return;
      places.push(count - 1);
      book.sheets.push({
        name: name ?? '',
        visible: (state ?? 'visible') === 'visible',
        part: link.target,
        printed: [],
      });
    },
    text(at, text) {
      if (at === 'workbook/definedNames/definedName' && ofSheet !== null) printed.set(ofSheet, areasIn(text));
    },
  });
  if (book.sheets.length > maxSheets) throw new Unreadable(`${book.sheets.length} sheets`);
  const sheets = book.sheets.map((sheet, at) => ({ ...sheet, printed: printed.get(places[at] ?? -1) ?? [] }));
  return { ...book, sheets };
}

/** `'Năm 2026'!$A$1:$D$20,'Năm 2026'!$A$30:$D$40`; what is no area, as where a formula tells it, is left out. */
function areasIn(text: string): Area[] {
  return text
    .slice(0, 2000)
    .split(',')
    .flatMap((one) => parseArea(one.slice(one.lastIndexOf('!') + 1).trim()) ?? []);
}

export type Relation = { id: string; type: string; target: string };

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

/** The runs of each shared string; phonetic hints go. */
export async function readStrings(chunks: AsyncIterable<Buffer> | null): Promise<Run[][]> {
  const strings: Run[][] = [];
  if (!chunks) return strings;
  const runs = new RunReader();
  await readXml(chunks, {
    open: (at, attributes) => runs.open(at.slice('sst/si'.length), attributes),
    text: (at, text) => runs.text(at.slice('sst/si'.length), text),
    close(at) {
      if (at === 'sst/si' && strings.push(runs.take()) > maxTexts) throw new Unreadable('too many texts');
    },
  });
  return strings;
}

/** What a part of the book points to: tables, drawings, comments. */
export function linksOf(zip: Archive, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return readRelations(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, folder);
}

/** What the tables among these may paint. */
export async function paintedBy(
  zip: Archive,
  links: readonly Relation[],
  styles: Styles,
): Promise<Painted[]> {
  const painted: Painted[] = [];
  for (const { target } of links.filter(({ type }) => type === 'table').slice(0, maxTables)) {
    const chunks = zip.part(target);
    if (chunks) painted.push(...(await readTables(chunks, styles)));
  }
  return painted;
}

/** The paragraphs of text boxes: a secrecy stamp may be one. */
export async function readDrawings(zip: Archive): Promise<string[]> {
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
