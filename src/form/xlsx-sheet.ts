import type { Cell } from './grid.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';
import { decoded, type Run, RunReader } from './xlsx-runs.ts';
import { plainStyle, type Style } from './xlsx-styles.ts';
import { type Attributes, isTrue, readXml } from './xml.ts';

/** Excel's own bounds (ECMA-376 18.3.1). */
const maxRow = 1_048_576;
const maxColumn = 16_384;
/** What a form may reasonably hold; 5,000 people in ten columns are a fifth of it. */
const maxCells = 250_000;
const maxMerges = 20_000;
const maxMergedCells = 500_000;

export type Area = { top: number; left: number; bottom: number; right: number };

/** `A1:D20` as numbers from 1; null where it is no area of a sheet. */
export function parseArea(ref: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref);
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const area = {
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  };
  if (area.top < 1 || area.bottom < area.top || area.bottom > maxRow) return null;
  return area.right < area.left || area.right > maxColumn ? null : area;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 3 → `C`. */
export function columnLetters(number: number): string {
  const rest = (number - 1) % 26;
  const head = number > 26 ? columnLetters(Math.floor((number - 1) / 26)) : '';
  return head + String.fromCharCode(65 + rest);
}

/** What a person sees in a cell; never blank. */
export type Words = Pick<Cell, 'text' | 'kind' | 'struck'>;

type Row = { hidden: boolean; cells: Map<number, Words> };

/** A sheet's cells and what decides whether people see them. */
export type SheetRead = {
  /** By number, ascending, and so are the cells in each by their column. Rows without words are left out. */
  rows: readonly (readonly [number, Row])[];
  hiddenColumns: ReadonlySet<number>;
  /** Merged areas, no larger than where cells stand. */
  merges: readonly Area[];
  /** Where a filter may have hidden rows. */
  filter: Area | null;
  /** Words of the page's headers and footers. */
  looseWords: readonly string[];
};

/** What cells point to: the shared texts, the styles, and whether days are counted from 1904. */
export type Shared = {
  strings: readonly (readonly Run[])[];
  styles: readonly Style[];
  date1904: boolean;
};

type Sheet = {
  rows: Map<number, Row>;
  hiddenColumns: { min: number; max: number }[];
  merges: Area[];
  filter: Area | null;
  looseWords: string[];
};

/** Reads a sheet: known elements alone, counted and in bounds. Throws Unreadable where it is out of them. */
export async function readSheet(chunks: AsyncIterable<Buffer>, shared: Shared): Promise<SheetRead> {
  const sheet: Sheet = { rows: new Map(), hiddenColumns: [], merges: [], filter: null, looseWords: [] };
  const cells = new CellReader(sheet, shared);
  await readXml(chunks, {
    open(at, attributes) {
      if (at.startsWith('worksheet/sheetData/')) cells.open(at, attributes);
      else readSheetSetting(sheet, at, attributes);
    },
    text(at, text) {
      if (at.startsWith('worksheet/sheetData/')) cells.text(at, text);
      else if (/^worksheet\/headerFooter\/\w+$/.test(at)) sheet.looseWords.push(...headerWords(text));
    },
    close(at) {
      if (at === 'worksheet/sheetData/row/c') cells.close();
    },
  });
  const rows = [...sheet.rows]
    .filter(([, row]) => row.cells.size > 0)
    .map(([number, row]) => [number, { ...row, cells: inOrder(row.cells) }] as const)
    .sort(([a], [b]) => a - b);
  const bottom = rows.at(-1)?.[0] ?? 0;
  const right = rows.reduce((most, [, row]) => Math.max(most, ...row.cells.keys()), 0);
  return {
    rows,
    hiddenColumns: columnsWithin(sheet.hiddenColumns, right),
    merges: clipMerges(sheet.merges, bottom, right),
    filter: sheet.filter,
    looseWords: sheet.looseWords,
  };
}

function inOrder<T>(columns: ReadonlyMap<number, T>): Map<number, T> {
  return new Map([...columns].sort(([a], [b]) => a - b));
}

function columnsWithin(ranges: Sheet['hiddenColumns'], right: number): Set<number> {
  const columns = new Set<number>();
  for (const { min, max } of ranges)
    for (let column = Math.max(min, 1); column <= Math.min(max, right); column += 1) columns.add(column);
  return columns;
}

/** `&C&"Arial,Bold"&14MẬT` → `MẬT` (ECMA-376 18.3.1.46). */
function headerWords(text: string): string[] {
  return text.split(/&[LCR]/).map((part) => part.replace(/&"[^"]*"|&\d+|&K[0-9A-F]{6}|&[A-Z]/gi, ''));
}

function readSheetSetting(sheet: Sheet, at: string, attributes: Attributes): void {
  if (at === 'worksheet/cols/col') {
    const { min = '', max = '', hidden, width } = attributes;
    if (isTrue(hidden) || Number(width ?? 1) === 0)
      sheet.hiddenColumns.push({ min: Number(min), max: Number(max) });
  } else if (at === 'worksheet/mergeCells/mergeCell') {
    const area = parseArea(attributes.ref ?? '');
    if (area) sheet.merges.push(area);
    if (sheet.merges.length > maxMerges) throw new Unreadable('too many merged cells');
  } else if (at === 'worksheet/autoFilter') {
    sheet.filter = parseArea(attributes.ref ?? '');
  }
}

/** Reads `<c>` elements one after the other, whether they say where they stand or not. */
class CellReader {
  readonly #sheet: Sheet;
  readonly #shared: Shared;
  #row = 0;
  #column = 0;
  #count = 0;
  #attributes: Attributes = {};
  #value = '';
  #runs = new RunReader();

  constructor(sheet: Sheet, shared: Shared) {
    this.#sheet = sheet;
    this.#shared = shared;
  }

  open(at: string, attributes: Attributes): void {
    if (at === 'worksheet/sheetData/row') this.#openRow(attributes);
    else if (at === 'worksheet/sheetData/row/c') this.#openCell(attributes);
    else this.#runs.open(at.slice('worksheet/sheetData/row/c/is'.length), attributes);
  }

  text(at: string, text: string): void {
    if (at === 'worksheet/sheetData/row/c/v') this.#value += text;
    else this.#runs.text(at.slice('worksheet/sheetData/row/c/is'.length), text);
  }

  close(): void {
    const { t = 'n', s = '0' } = this.#attributes;
    const style = this.#shared.styles[Number(s)] ?? plainStyle;
    const inline = this.#runs.take();
    const words = t === 'inlineStr' ? runWords(inline, style) : this.#words(t, style);
    if (words.text === '') return;
    this.#count += 1;
    if (this.#count > maxCells) throw new Unreadable('too many cells');
    const cells = this.#sheet.rows.get(this.#row)?.cells;
    if (cells?.has(this.#column))
      throw new Unreadable(`cell ${columnLetters(this.#column)}${this.#row} stands twice`);
    cells?.set(this.#column, words);
  }

  #openRow({ r, hidden, ht }: Attributes): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    this.#column = 0;
    if (!Number.isInteger(this.#row) || this.#row < 1 || this.#row > maxRow)
      throw new Unreadable(`row ${r ?? this.#row}`);
    if (this.#sheet.rows.has(this.#row)) throw new Unreadable(`row ${this.#row} stands twice`);
    const unseen = isTrue(hidden) || Number(ht ?? 1) === 0;
    this.#sheet.rows.set(this.#row, { hidden: unseen, cells: new Map() });
  }

  #openCell(attributes: Attributes): void {
    this.#attributes = attributes;
    this.#value = '';
    const area = attributes.r === undefined ? null : parseArea(attributes.r);
    if (attributes.r !== undefined && area?.top !== this.#row) throw new Unreadable(`cell ${attributes.r}`);
    this.#column = area?.left ?? this.#column + 1;
    if (this.#column > maxColumn) throw new Unreadable('too many columns');
  }

  /** Of a formula its stored result; blank for an error or what makes no sense. */
  #words(type: string, { struck, date }: Style): Words {
    const value = this.#value.trim();
    const words = (text: string, kind: Words['kind'] = 'text'): Words => ({ text: tidy(text), kind, struck });
    if (value === '' || type === 'e') return words('');
    if (type === 's') {
      const string = /^\d+$/.test(value) ? this.#shared.strings[Number(value)] : undefined;
      return string ? runWords(string, { struck, date }) : words('');
    }
    if (type === 'str') return words(decoded(this.#value));
    if (type === 'b') return isTrue(value) ? words('x', 'tick') : words('');
    if (type === 'd') return words(isoDate(value));
    const number = Number(value);
    if (!Number.isFinite(number)) return words('');
    return date ? words(dateText(number, this.#shared.date1904)) : words(String(number), 'number');
  }
}

/** Struck runs are gone for the reader; where nothing else is left, the words tell what was struck. */
function runWords(runs: readonly Run[], cell: Style): Words {
  const seen = runs.filter((run) => tidy(run.text) !== '');
  const isStruck = (run: Run): boolean => (run.styled ? run.struck : cell.struck);
  const struck = seen.length > 0 && seen.every(isStruck);
  const text = runs.map((run) => (struck || !isStruck(run) ? run.text : ' ')).join('');
  return { text: tidy(text), kind: 'text', struck };
}

/** `2026-03-05T00:00:00` → `05/03/2026`, as people here write it. */
function isoDate(value: string): string {
  return value.replace(/^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/, '$3/$2/$1');
}

/** The day of a date's number, `05/03/2026` (ECMA-376 18.17.4); none out of range. */
function dateText(days: number, date1904: boolean): string {
  const date = new Date(Math.round((days - 25_569 + (date1904 ? 1462 : 0)) * 86_400_000));
  if (Number.isNaN(date.getTime())) return '';
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** Merges reach no farther than the cells do: a whole sheet merged is one cell. */
function clipMerges(merges: readonly Area[], bottom: number, right: number): Area[] {
  let cells = 0;
  const clipped = merges
    .map((area) => ({ ...area, bottom: Math.min(area.bottom, bottom), right: Math.min(area.right, right) }))
    .filter(
      ({ top, left, bottom, right }) => bottom >= top && right >= left && (bottom > top || right > left),
    );
  for (const area of clipped) cells += (area.bottom - area.top + 1) * (area.right - area.left + 1);
  if (cells > maxMergedCells) throw new Unreadable('merged cells cover too much');
  return clipped;
}
