import ExcelJS from 'exceljs';
import { fold } from '../text/fold.ts';
import { isPast } from './aside.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';
import { type Scanned, scanXlsx } from './xlsx-scan.ts';
import { type Area, columnLetters } from './xlsx-sheet.ts';

/** The visible sheets of an .xlsx file as grids, and the words outside cells. Throws Unreadable. */
export async function readXlsx(file: Buffer): Promise<{ grids: Grid[]; looseWords: readonly string[] }> {
  const scanned = await scanXlsx(file);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(asArrayBuffer(scanned.workbook)).catch((error: Error) => {
    throw new Unreadable(`exceljs: ${error.message}`);
  });
  const grids = scanned.sheets.flatMap((sheet, index) => {
    const worksheet = book.worksheets[index];
    if (!worksheet) throw new Unreadable(`sheet ${index + 1} is lost`);
    return asksNothing(sheet.name) ? [] : [sheetGrid(worksheet, sheet)];
  });
  return { grids, looseWords: scanned.looseWords };
}

const explains = /^(?:huong dan|vi du|mau vi du)\b/;
/** Accents are kept: nháp is a draft, nhập is not. */
const former = /(?<!\p{L})(?:cũ|nháp)$/iu;

/** People on a sheet that explains the form are made up, and those on a former one were asked for before. */
function asksNothing(name: string): boolean {
  return explains.test(fold(name)) || former.test(tidy(name)) || isPast(name);
}

function asArrayBuffer(bytes: Buffer): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}

function sheetGrid(worksheet: ExcelJS.Worksheet, sheet: Scanned['sheets'][number]): Grid {
  const name = tidy(sheet.name);
  const merges = new MergeIndex(sheet.merges);
  const lines: Line[] = [];
  const hidden = hiddenColumns(worksheet);
  worksheet.eachRow((row, number) => {
    const cells: Cell[] = [];
    row.eachCell((source, column) => {
      const area = merges.at(number, column);
      // Values under a merged cell are in the file but nobody sees them.
      if (area && (area.top !== number || area.left !== column)) return;
      const end = { row: area?.bottom ?? number, column: area?.right ?? column };
      if (isHidden(hidden, column, end.column)) return;
      const words = cellWords(source);
      if (words.text === '') return;
      const where = `${name}!${columnLetters(column)}${number}`;
      cells.push({ ...words, row: number, column, lastRow: end.row, lastColumn: end.column, where });
    });
    const { filter } = sheet;
    const filtered = filter !== null && number > filter.top && number <= filter.bottom;
    const unseen = row.hidden ? (filtered ? 'filtered' : 'hidden') : null;
    if (cells.length > 0) lines.push({ row: number, cells, unseen });
  });
  const place: Grid['place'] = (row, from, to) =>
    `${name}!${columnLetters(from)}${row}${to > from ? `:${columnLetters(to)}${row}` : ''}`;
  return { lines, place };
}

function hiddenColumns(worksheet: ExcelJS.Worksheet): Set<number> {
  // null where the sheet says nothing about any column, whatever the types promise.
  const columns: Partial<ExcelJS.Column>[] | null = worksheet.columns;
  return new Set((columns ?? []).flatMap((column, index) => (column.hidden ? [index + 1] : [])));
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

type Words = Pick<Cell, 'text' | 'kind' | 'struck'>;

/** What a person sees in the cell. `.text` of exceljs is not that: it can be "[object Object]". */
function cellWords(cell: ExcelJS.Cell): Words {
  const { value } = cell;
  const font = cell.font as Partial<ExcelJS.Font> | undefined;
  const words = (text: string, kind: Cell['kind'], struck = font?.strike === true): Words => ({
    text: tidy(text),
    kind,
    struck,
  });
  if (typeof value === 'string') return words(value, 'text');
  if (typeof value === 'number') return words(String(value), 'number');
  if (value === true) return words('x', 'tick');
  if (value instanceof Date) return words(dateText(value), 'text');
  if (value !== null && typeof value === 'object' && 'richText' in value) {
    const isStruck = (run: ExcelJS.RichText): boolean => (run.font ?? font)?.strike === true;
    const runs = value.richText.filter((run) => tidy(run.text) !== '');
    // Struck runs are gone for the reader; where nothing else is left, the words tell what was struck.
    if (runs.every(isStruck)) return words(runs.map((run) => run.text).join(''), 'text', true);
    return words(value.richText.map((run) => (isStruck(run) ? ' ' : run.text)).join(''), 'text', false);
  }
  return words('', 'text');
}

/** `05/03/2026`; a date out of range is no text. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
