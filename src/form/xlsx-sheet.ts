import { Unreadable } from './unreadable.ts';
import { type Area, parseArea } from './xlsx-area.ts';
import { CellReader, type Shared } from './xlsx-cells.ts';
import { ConditionReader, type Painted } from './xlsx-conditions.ts';
import { RowWalker } from './xlsx-rows.ts';
import {
  hiddenColumns,
  hideRows,
  isPushedTogether,
  leastWidth,
  leaveOutUnseen,
  type Row,
  type Sheet,
} from './xlsx-unseen.ts';
import { type Attributes, isTrue, readXml } from './xml.ts';

const maxMerges = 20_000;
const maxMergedCells = 500_000;

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

/** Reads a sheet: known elements alone, counted and in bounds. `tables` may paint cells. Throws Unreadable where it is out of bounds. */
export async function readSheet(
  chunks: AsyncIterable<Buffer>,
  shared: Shared,
  tables: readonly Painted[],
): Promise<SheetRead> {
  const sheet: Sheet = { rows: new Map(), columns: [], merges: [], filter: null, looseWords: [], ...usual };
  const cells = new RowWalker(new CellReader(sheet, shared));
  const conditions = new ConditionReader(shared.styles);
  await readXml(chunks, {
    open(at, attributes) {
      if (at.startsWith('worksheet/sheetData/')) cells.open(at, attributes);
      else {
        readSheetSetting(sheet, at, attributes);
        conditions.open(at, attributes);
      }
    },
    text(at, text) {
      if (at.startsWith('worksheet/sheetData/')) cells.text(at, text);
      else if (/^worksheet\/headerFooter\/\w+$/.test(at)) sheet.looseWords.push(...headerWords(text));
      else conditions.text(text);
    },
    close(at) {
      if (at.startsWith('worksheet/sheetData/')) cells.close(at);
      else conditions.close(at);
    },
  });
  hideRows(sheet);
  leaveOutUnseen(sheet, shared.styles.palette, [...conditions.painted, ...tables]);
  const rows = [...sheet.rows]
    .filter(([, row]) => row.cells.size > 0)
    .map(([number, row]) => [number, { ...row, cells: inOrder(row.cells) }] as const)
    .sort(([a], [b]) => a - b);
  const bottom = rows.at(-1)?.[0] ?? 0;
  const right = rows.reduce((most, [, row]) => Math.max(most, ...row.cells.keys()), 0);
  return {
    rows,
    hiddenColumns: columnsWithin(hiddenColumns(sheet), right),
    merges: clipMerges(sheet.merges, bottom, right),
    filter: sheet.filter,
    looseWords: sheet.looseWords,
  };
}

function inOrder<T>(columns: ReadonlyMap<number, T>): Map<number, T> {
  return new Map([...columns].sort(([a], [b]) => a - b));
}

function columnsWithin(ranges: { min: number; max: number }[], right: number): Set<number> {
  const columns = new Set<number>();
  for (const { min, max } of ranges)
    for (let column = Math.max(min, 1); column <= Math.min(max, right); column += 1) columns.add(column);
  return columns;
}

const usual = { rowHeight: null, columnWidth: null, summaryBelow: true };

/** `&C&"Arial,Bold"&14MẬT` → `MẬT` (ECMA-376 18.3.1.46). */
function headerWords(text: string): string[] {
  return text.split(/&[LCR]/).map((part) => part.replace(/&"[^"]*"|&\d+|&K[0-9A-F]{6}|&[A-Z]/gi, ''));
}

function readSheetSetting(sheet: Sheet, at: string, attributes: Attributes): void {
  if (at === 'worksheet/cols/col') {
    const { min = '', max = '', hidden, width } = attributes;
    const isHidden = isTrue(hidden) || isPushedTogether(width, leastWidth);
    sheet.columns.push({ min: Number(min), max: Number(max), isHidden });
  } else if (at === 'worksheet/sheetFormatPr') {
    const { defaultRowHeight, customHeight, defaultColWidth } = attributes;
    // Heights that nobody set are fitted to the words.
    if (isTrue(customHeight)) sheet.rowHeight = defaultRowHeight ?? null;
    sheet.columnWidth = defaultColWidth ?? null;
  } else if (at === 'worksheet/sheetPr/outlinePr') {
    sheet.summaryBelow = isTrue(attributes.summaryBelow ?? '1');
  } else if (at === 'worksheet/mergeCells/mergeCell') {
    const area = parseArea(attributes.ref ?? '');
    if (area) sheet.merges.push(area);
    if (sheet.merges.length > maxMerges) throw new Unreadable('too many merged cells');
  } else if (at === 'worksheet/autoFilter') {
    sheet.filter = parseArea(attributes.ref ?? '');
  }
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
