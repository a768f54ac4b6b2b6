import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';
import { columnLetters, maxColumn, maxRow, parseArea } from './xlsx-area.ts';
import { asRun, decoded, type Run, RunReader } from './xlsx-runs.ts';
import type { Style, Styles } from './xlsx-styles.ts';
import { isPushedTogether, leastHeight, type Sheet, type SheetCell } from './xlsx-unseen.ts';
import { type Attributes, isTrue } from './xml.ts';

/** What a form may reasonably hold; 5,000 people in ten columns are a fifth of it. */
const maxCells = 250_000;

/** What cells point to: the shared texts, the styles, and whether days are counted from 1904. */
export type Shared = {
  strings: readonly (readonly Run[])[];
  styles: Styles;
  date1904: boolean;
};

/** Reads `<c>` elements one after the other, whether they say where they stand or not. */
export class CellReader {
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
    const styles = this.#shared.styles.cells;
    const style = styles[Number(s)] ?? styles[0];
    const inline = this.#runs.take();
    const words = style && (t === 'inlineStr' ? ofRuns(inline, style) : this.#words(t, style));
    if (!words || words.text === '') return;
    this.#count += 1;
    if (this.#count > maxCells) throw new Unreadable('too many cells');
    const cells = this.#sheet.rows.get(this.#row)?.cells;
    if (cells?.has(this.#column))
      throw new Unreadable(`cell ${columnLetters(this.#column)}${this.#row} stands twice`);
    cells?.set(this.#column, words);
  }

  #openRow({ r, hidden, ht, outlineLevel, collapsed }: Attributes): void {
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    this.#column = 0;
    if (!Number.isInteger(this.#row) || this.#row < 1 || this.#row > maxRow)
      throw new Unreadable(`row ${r ?? this.#row}`);
    if (this.#sheet.rows.has(this.#row)) throw new Unreadable(`row ${this.#row} stands twice`);
    const height = ht ?? this.#sheet.rowHeight ?? undefined;
    this.#sheet.rows.set(this.#row, {
      hidden: isTrue(hidden) || isPushedTogether(height, leastHeight),
      faint: false,
      level: Number(outlineLevel ?? 0),
      collapsed: isTrue(collapsed),
      cells: new Map(),
    });
  }

  #openCell(attributes: Attributes): void {
    this.#attributes = attributes;
    this.#value = '';
    const area = attributes.r === undefined ? null : parseArea(attributes.r);
    if (attributes.r !== undefined && area?.top !== this.#row) throw new Unreadable(`cell ${attributes.r}`);
    this.#column = area?.left ?? this.#column + 1;
    if (this.#column > maxColumn) throw new Unreadable('too many columns');
  }

  /** Of a formula its stored result; null for a blank, an error or what makes no sense. */
  #words(type: string, style: Style): SheetCell | null {
    const value = this.#value.trim();
    if (value === '' || type === 'e') return null;
    if (type === 's') {
      const string = /^\d+$/.test(value) ? this.#shared.strings[Number(value)] : undefined;
      return string ? ofRuns(string, style) : null;
    }
    if (type === 'str') return ofRuns([asRun(decoded(this.#value))], style);
    if (type === 'd') return ofRuns([asRun(isoDate(value))], style);
    const ofNumber = (text: string, kind: SheetCell['kind'], number: number): SheetCell => {
      return { text, kind, struck: style.struck, value: number, style, runs: [] };
    };
    if (type === 'b') return isTrue(value) ? ofNumber('x', 'tick', 1) : null;
    const number = Number(value);
    if (!Number.isFinite(number)) return null;
    return style.date
      ? ofNumber(dateText(number, this.#shared.date1904), 'text', number)
      : ofNumber(String(number), 'number', number);
  }
}

/** Struck runs are gone for the reader; where nothing else is left, the words tell what was struck. */
function ofRuns(all: readonly Run[], style: Style): SheetCell {
  const worded = all.filter((run) => tidy(run.text) !== '');
  const isStruck = (run: Run): boolean => (run.styled ? run.struck : style.struck);
  const struck = worded.length > 0 && worded.every(isStruck);
  const text = tidy(all.map((run) => (struck || !isStruck(run) ? run.text : ' ')).join(''));
  const runs = all.some(({ styled }) => styled) ? all : [];
  return { text, kind: 'text', struck, value: text, style, runs };
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
