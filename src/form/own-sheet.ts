import type { RowResult } from '../model/form.ts';
import { words } from './blank-words.ts';
import { attributesXml } from './own-copy.ts';
import type { OwnStyles } from './own-styles.ts';
import { siOf, siWithoutFormula, withoutFormula } from './own-text.ts';
import { Unreadable } from './unreadable.ts';
import { type Area, columnLetters, parseArea } from './xlsx-area.ts';
import { type RowListener, RowWalker, type StoredCell } from './xlsx-rows.ts';
import { asRun } from './xlsx-runs.ts';
import { type Attributes, escapeXml, readXml } from './xml.ts';

/** What is to be written into a sheet: headings on these rows, results on those, in two columns of our own. */
export type SheetMarks = {
  headings: readonly number[];
  results: ReadonlyMap<number, RowResult>;
  /** Columns that a form that came back before has for it; null where the table gets new ones. */
  columns: { result: number; told: number } | null;
};

/** Texts and styles that the sheets of a workbook share; `used` are the texts that some cell has. */
export type Shared = { strings: string[]; used: Set<number>; styles: number; own: OwnStyles };

type Row = { attributes: Attributes; cells: Map<number, string> };
type Sheet = { format: Attributes; columns: Attributes[]; rows: Map<number, Row>; merges: Area[] };

/** Cells with looks but without words count, too. */
const maxCells = 400_000;
const maxMerges = 20_000;
/** A table that is wider is no table. */
const lastColumn = 120;

const rowLooks = new Set(['ht', 'customHeight', 'hidden', 's', 'customFormat']);
const formatLooks = new Set([
  'defaultRowHeight',
  'baseColWidth',
  'defaultColWidth',
  'customHeight',
  'zeroHeight',
]);
const columnLooks = new Set(['min', 'max', 'width', 'style', 'hidden', 'customWidth']);

const resultWidth = 22;
const toldWidth = 48;

/** A sheet written anew, its cells' words and looks alone, with what we tell of its rows. Throws Unreadable. */
export async function copySheet(
  chunks: AsyncIterable<Buffer>,
  marks: SheetMarks | null,
  shared: Shared,
): Promise<string> {
  const sheet = await readSheet(chunks, shared);
  if (marks) writeMarks(sheet, marks, shared);
  for (const { cells } of sheet.rows.values())
    for (const xml of cells.values()) {
      const [, index] = / t="s"><v>(\d+)<\/v>/.exec(xml) ?? [];
      if (index !== undefined) shared.used.add(Number(index));
    }
  return sheetXml(sheet, marks !== null);
}

async function readSheet(chunks: AsyncIterable<Buffer>, shared: Shared): Promise<Sheet> {
  const sheet: Sheet = { format: { defaultRowHeight: '15' }, columns: [], rows: new Map(), merges: [] };
  const cells = new RowWalker(new CellCopier(sheet, shared));
  await readXml(chunks, {
    open(at, attributes) {
      if (at.startsWith('worksheet/sheetData/')) cells.open(at, attributes);
      else if (at === 'worksheet/sheetFormatPr') sheet.format = { ...sheet.format, ...attributes };
      else if (at === 'worksheet/cols/col') sheet.columns.push(attributes);
      else if (at === 'worksheet/mergeCells/mergeCell') {
        const area = parseArea(attributes.ref ?? '');
        if (area) sheet.merges.push(area);
        if (sheet.merges.length > maxMerges) throw new Unreadable('too many merged cells');
      }
    },
    text(at, text) {
      if (at.startsWith('worksheet/sheetData/')) cells.text(at, text);
    },
    close: (at) => cells.close(at),
  });
  return sheet;
}

/** Copies cells: their value as it is stored, never their formula, nor what would be one. */
class CellCopier implements RowListener {
  readonly #sheet: Sheet;
  readonly #shared: Shared;
  readonly #strings: number;
  #count = 0;

  constructor(sheet: Sheet, shared: Shared) {
    this.#sheet = sheet;
    this.#shared = shared;
    this.#strings = shared.strings.length;
  }

  row(number: number, attributes: Attributes): void {
    this.#sheet.rows.set(number, { attributes, cells: new Map() });
  }

  cell({ row, column, type, style: s = '', value: stored, inline }: StoredCell): void {
    this.#count += 1;
    if (this.#count > maxCells) throw new Unreadable('too many cells');
    const style = /^\d+$/.test(s) && Number(s) < this.#shared.styles ? Number(s) : null;
    const value = type === 'inlineStr' ? newText(siOf(inline), this.#shared) : this.#valueXml(type, stored);
    if (style === null && value === '') return;
    this.#sheet.rows.get(row)?.cells.set(column, cellXml(row, column, style, value));
  }

  /** The rest of the `<c>` tag and what is in it; '' for a blank, an error or what makes no sense. */
  #valueXml(type: string, value: string): string {
    if (value === '' || type === 'e') return '';
    const index = /^\s*\d+\s*$/.test(value) ? Number(value) : this.#strings;
    if (type === 's') return index < this.#strings ? textXml(index) : '';
    if (type === 'str') return ` t="str"><v>${withoutFormula([escapeXml(value)]).join('')}</v>`;
    if (type === 'b' || (type === 'd' && /^\s*\d/.test(value)))
      return ` t="${type}"><v>${escapeXml(value)}</v>`;
    return Number.isFinite(Number(value)) ? `><v>${Number(value)}</v>` : '';
  }
}

const textXml = (index: number): string => ` t="s"><v>${index}</v>`;

const newText = (si: string, { strings }: Shared): string => textXml(strings.push(siWithoutFormula(si)) - 1);

const cellXml = (row: number, column: number, style: number | null, value: string): string =>
  `<c r="${columnLetters(column)}${row}"${style === null ? '' : ` s="${style}"`}${value === '' ? '>' : value}</c>`;

function writeMarks(sheet: Sheet, marks: SheetMarks, shared: Shared): void {
  const { own } = shared;
  const { result, told } = marks.columns ?? newColumns(sheet, marks);
  const write = (row: number, column: number, style: number, text: string): void => {
    const value = newText(siOf([asRun(text)]), shared);
    sheet.rows.get(row)?.cells.set(column, cellXml(row, column, style, value));
  };
  for (const row of marks.headings) {
    write(row, result, own.heading, words.result);
    write(row, told, own.heading, words.told);
  }
  for (const [row, said] of marks.results) {
    write(row, result, own[said.outcome], said.result);
    write(row, told, own.told, said.told);
    fitHeight(sheet, row, said);
  }
  widen(sheet, result, resultWidth);
  widen(sheet, told, toldWidth);
}

/** The two columns right of everything that stands, or is merged, beside the rows of the table. */
function newColumns(sheet: Sheet, { headings, results }: SheetMarks): { result: number; told: number } {
  const rows = [...headings, ...results.keys()];
  const [top, bottom] = [Math.min(...rows), Math.max(...rows)];
  let right = 0;
  for (const [number, { cells }] of sheet.rows)
    if (number >= top && number <= bottom)
      for (const [column, xml] of cells) if (xml.includes('<v>')) right = Math.max(right, column);
  for (const area of sheet.merges)
    if (area.top <= bottom && area.bottom >= top) right = Math.max(right, area.right);
  if (right > lastColumn) throw new Unreadable('the table is too wide');
  return { result: right + 1, told: right + 2 };
}

/** A row gets the height that our words need. Where it had none of its own programs may fit it anew; LibreOffice does not by itself. */
function fitHeight(sheet: Sheet, number: number, { told }: RowResult): void {
  const row = sheet.rows.get(number);
  const own = Number(row?.attributes.ht ?? 0);
  const height = own > 0 ? own : Number(sheet.format.defaultRowHeight);
  if (!row) return;
  const lines = told
    .split('\n')
    .reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / (toldWidth * 1.05))), 0);
  const needed = Math.min(4 + Math.max(lines, 2) * 16, 409);
  if (!(needed > height)) return;
  row.attributes = { ...row.attributes, ht: String(needed), ...(own > 0 && { customHeight: '1' }) };
}

function widen(sheet: Sheet, column: number, width: number): void {
  const others = sheet.columns.flatMap((one) => {
    const [min, max] = [Number(one.min), Number(one.max)];
    if (!(min >= 1 && max >= min)) return [];
    if (column < min || column > max) return [one];
    return [
      ...(min < column ? [{ ...one, max: String(column - 1) }] : []),
      ...(max > column ? [{ ...one, min: String(column + 1) }] : []),
    ];
  });
  const own = { min: String(column), max: String(column), width: String(width), customWidth: '1' };
  sheet.columns = [...others, own].sort((a, b) => Number(a.min) - Number(b.min));
}

function sheetXml({ format, columns, rows, merges }: Sheet, isMarked: boolean): string {
  const cols = columns.map((one) => `<col${attributesXml(one, columnLooks)}/>`).join('');
  const data = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([number, { attributes, cells }]) => {
      const inOrder = [...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml);
      return `<row r="${number}"${attributesXml(attributes, rowLooks)}>${inOrder.join('')}</row>`;
    })
    .join('');
  const merged = merges.map((area) => `<mergeCell ref="${refOf(area)}"/>`).join('');
  const page = isMarked
    ? '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
    : '';
  return [
    isMarked ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : '',
    `<sheetFormatPr${attributesXml(format, formatLooks)}/>`,
    cols && `<cols>${cols}</cols>`,
    `<sheetData>${data}</sheetData>`,
    merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`,
    page,
  ].join('');
}

const refOf = ({ top, left, bottom, right }: Area): string =>
  `${columnLetters(left)}${top}:${columnLetters(right)}${bottom}`;
