import { Unreadable } from './unreadable.ts';
import { RunWriter } from './xlsx-runs.ts';
import { type Attributes, escapeXml, isTrue, readXml } from './xml.ts';

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

/** A sheet written anew, and what exceljs would make slow or leave out. */
export type ScannedSheet = {
  xml: string;
  /** Merged areas, no larger than where cells stand. */
  merges: readonly Area[];
  /** Where a filter may have hidden rows. */
  filter: Area | null;
  /** Words of the page's headers and footers. */
  looseWords: readonly string[];
};

type Row = { hidden: boolean; cells: Map<number, string> };

type Sheet = {
  rows: Map<number, Row>;
  hiddenColumns: { min: number; max: number }[];
  merges: Area[];
  filter: Area | null;
  looseWords: string[];
};

/**
 * Reads a sheet's cells and writes them anew; texts go to the end of `strings` (`<si>` elements) or are already
 * there. `styles` is the number of cell styles. Throws Unreadable where it is out of all bounds.
 */
export async function readSheet(
  chunks: AsyncIterable<Buffer>,
  strings: string[],
  styles: number,
): Promise<ScannedSheet> {
  const sheet: Sheet = { rows: new Map(), hiddenColumns: [], merges: [], filter: null, looseWords: [] };
  const cells = new CellReader(sheet, strings, styles);
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
  const rows = [...sheet.rows].filter(([, row]) => row.cells.size > 0).sort(([a], [b]) => a - b);
  const bottom = rows.at(-1)?.[0] ?? 0;
  const right = rows.reduce((most, [, row]) => Math.max(most, ...row.cells.keys()), 0);
  return {
    xml: writeSheet(rows, sheet.hiddenColumns, right),
    merges: clipMerges(sheet.merges, bottom, right),
    filter: sheet.filter,
    looseWords: sheet.looseWords,
  };
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
  readonly #strings: string[];
  readonly #sharedStrings: number;
  readonly #styles: number;
  #row = 0;
  #column = 0;
  #count = 0;
  #attributes: Attributes = {};
  #value = '';
  #runs = new RunWriter();

  constructor(sheet: Sheet, strings: string[], styles: number) {
    this.#sheet = sheet;
    this.#strings = strings;
    this.#sharedStrings = strings.length;
    this.#styles = styles;
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
    const { t = 'n', s = '' } = this.#attributes;
    const inline = this.#runs.take();
    const value = this.#valueXml(t, inline);
    if (value === '') return;
    this.#count += 1;
    if (this.#count > maxCells) throw new Unreadable('too many cells');
    const style = Number(s) < this.#styles ? ` s="${Number(s)}"` : '';
    const cells = this.#sheet.rows.get(this.#row)?.cells;
    if (cells?.has(this.#column)) throw new Unreadable(`cell ${this.#place()} stands twice`);
    cells?.set(this.#column, `<c r="${this.#place()}"${style}${value}</c>`);
  }

  #place(): string {
    return `${columnLetters(this.#column)}${this.#row}`;
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

  /** The rest of the `<c>` tag and what is in it; '' for a blank, an error or what makes no sense. */
  #valueXml(type: string, inline: string): string {
    const value = this.#value.trim();
    if (type === 'inlineStr') return this.#textXml(inline);
    if (value === '' || type === 'e') return '';
    if (type === 's')
      return /^\d+$/.test(value) && Number(value) < this.#sharedStrings ? ` t="s"><v>${value}</v>` : '';
    if (type === 'str')
      return this.#textXml(`<si><t xml:space="preserve">${escapeXml(this.#value)}</t></si>`);
    if (type === 'b') return isTrue(value) ? ' t="b"><v>1</v>' : '';
    if (type === 'd') return this.#textXml(`<si><t>${escapeXml(isoDate(value))}</t></si>`);
    return Number.isFinite(Number(value)) ? `><v>${Number(value)}</v>` : '';
  }

  #textXml(si: string): string {
    this.#strings.push(si);
    return ` t="s"><v>${this.#strings.length - 1}</v>`;
  }
}

/** `2026-03-05T00:00:00` → `05/03/2026`, as people here write it. */
function isoDate(value: string): string {
  return value.replace(/^(\d{4})-(\d{2})-(\d{2})(?:T00:00(?::00(?:\.0+)?)?Z?)?$/, '$3/$2/$1');
}

function writeSheet(rows: [number, Row][], hiddenColumns: Sheet['hiddenColumns'], right: number): string {
  const columns = hiddenColumns
    .filter(({ min, max }) => min >= 1 && max >= min && min <= right)
    .map(({ min, max }) => `<col min="${min}" max="${Math.min(max, right)}" hidden="1" width="9"/>`);
  const data = rows.map(([number, { hidden, cells }]) => {
    return `<row r="${number}"${hidden ? ' hidden="1"' : ''}>${[...cells.values()].join('')}</row>`;
  });
  return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols>${columns.join('')}</cols><sheetData>${data.join('')}</sheetData></worksheet>`;
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
