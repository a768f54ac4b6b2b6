import type { Placed } from '../model/form.ts';
import { asksNothing } from './former-sheets.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { columnKind } from './headings.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';
import { type Area, columnLetters } from './xlsx-area.ts';
import { linksOf, paintedBy, readDrawings, readStrings, readWorkbook } from './xlsx-book.ts';
import { type Hung, readHung } from './xlsx-hung.ts';
import { readSheet, type SheetRead } from './xlsx-sheet.ts';
import { readStyles } from './xlsx-styles.ts';
import { openZip } from './zip.ts';

/**
 * The visible sheets of an .xlsx file as grids, and the words outside cells: page headers and footers, text boxes. It is read part
 * by part, and of each part only the elements that a form needs, counted and in bounds: exceljs dies of files of 1.5 KB (whole-sheet
 * merges, row 999,999,999, defined names), throws on prefixed XML and misreads ISO dates. Formulas are their stored results;
 * macros, links, names and validations are passed over. Throws Unreadable.
 */
export async function readXlsx(file: Buffer): Promise<{ grids: Grid[]; looseWords: readonly string[] }> {
  const zip = await openZip(file);
  const { sheets, date1904, ...parts } = await readWorkbook(zip);
  const partOf = (name: string | null) => (name === null ? null : zip.part(name));
  const strings = await readStrings(partOf(parts.strings));
  const styles = await readStyles(partOf(parts.styles), partOf(parts.theme));
  const looseWords = await readDrawings(zip);
  const grids: Grid[] = [];
  const visible = sheets.filter((sheet) => sheet.visible);
  // Where all are aside, the office is asked about them; what is on one is not to be taken for unread.
  const isAsked = visible.some(({ name }) => !asksNothing(name));
  for (const { name, part, printed } of visible) {
    const chunks = zip.part(part);
    if (!chunks) throw new Unreadable(`${part} is missing`);
    const links = await linksOf(zip, part);
    const painted = await paintedBy(zip, links, styles);
    const hung = await readHung(zip, links, tidy(name));
    const sheet = await readSheet(chunks, { strings, styles, date1904 }, painted);
    looseWords.push(...sheet.looseWords);
    if (!isAsked || !asksNothing(name)) grids.push(sheetGrid(tidy(name), sheet, hung, printed));
  }
  return { grids, looseWords };
}

function sheetGrid(name: string, read: SheetRead, hung: Hung, printed: readonly Area[]): Grid {
  const { rows, hiddenColumns, filter, ...sheet } = read;
  const merges = new MergeIndex(sheet.merges);
  const hiddenNotes = hiddenNotesOf(name, read);
  const lines = rows.map(([row, { hidden, faint, cells: all }]): Line => {
    const cells = [...all].flatMap(([column, { text, kind, struck, unsure }]): Cell[] => {
      const area = merges.at(row, column);
      // Values under a merged cell are in the file but nobody sees them.
      if (area && (area.top !== row || area.left !== column)) return [];
      const [lastRow, lastColumn] = [area?.bottom ?? row, area?.right ?? column];
      if (isHidden(hiddenColumns, column, lastColumn)) return [];
      return [
        {
          ...{ text, kind, struck, ...(unsure && { unsure }), row, column, lastRow, lastColumn },
          where: `${name}!${columnLetters(column)}${row}`,
        },
      ];
    });
    const filtered = filter !== null && row > filter.top && row <= filter.bottom;
    const gone = filtered ? 'filtered' : 'hidden';
    const beside = hung.beside.get(row);
    const noted = hiddenNotes.get(row);
    return {
      ...{ row, cells, unseen: hidden ? gone : faint ? 'faint' : null },
      ...(beside && { beside }),
      ...(noted && { noted }),
      ...(hung.crossed.has(row) && { crossed: true }),
      ...(!isPrinted(printed, row) && { unprinted: true }),
    };
  });
  const place: Grid['place'] = (row, from, to) =>
    `${name}!${columnLetters(from)}${row}${to > from ? `:${columnLetters(to)}${row}` : ''}`;
  const seen = lines.filter(({ cells }) => cells.length > 0);
  const withWords = new Set(seen.map(({ row }) => row));
  // A comment beside no words speaks of the sheet.
  const alone = [...hung.beside].filter(([row]) => !withWords.has(row)).flatMap(([, words]) => words);
  const margins = sheet.looseWords.map((text) => ({
    text,
    where: `ở đầu trang hoặc chân trang của trang tính "${name}"`,
  }));
  return { name, lines: seen, place, words: [...hung.words, ...alone, ...margins] };
}

/**
 * What hidden columns of notes say of the rows below their heading. Somebody kept them from those who read the form, and they may still
 * take a row back. Other hidden columns are lists to choose from, and what the office keeps for itself.
 */
function hiddenNotesOf(name: string, { rows, hiddenColumns }: SheetRead): Map<number, Placed[]> {
  const notes = new Map<number, Placed[]>();
  const headed = new Set<number>();
  for (const [row, { cells }] of hiddenColumns.size > 0 ? rows : [])
    for (const [column, { text, struck }] of cells) {
      if (!hiddenColumns.has(column) || struck) continue;
      if (headed.has(column))
        notes.set(row, [
          ...(notes.get(row) ?? []),
          { text, where: `${name}!${columnLetters(column)}${row}` },
        ]);
      else if (columnKind(text) === 'note') headed.add(column);
    }
  return notes;
}

function isPrinted(printed: readonly Area[], row: number): boolean {
  return printed.length === 0 || printed.some(({ top, bottom }) => row >= top && row <= bottom);
}

/** A merged cell is seen as long as one of its columns is. */
function isHidden(hidden: ReadonlySet<number>, from: number, to: number): boolean {
  for (let column = from; column <= to; column += 1) if (!hidden.has(column)) return false;
  return true;
}

class MergeIndex {
  #byRow = new Map<number, Area[]>();

  constructor(areas: readonly Area[]) {
    for (const area of areas) {
      for (let row = area.top; row <= area.bottom; row += 1) {
        const list = this.#byRow.get(row);
        if (list) list.push(area);
        else this.#byRow.set(row, [area]);
      }
    }
  }

  at(row: number, column: number): Area | undefined {
    return this.#byRow.get(row)?.find(({ left, right }) => column >= left && column <= right);
  }
}
