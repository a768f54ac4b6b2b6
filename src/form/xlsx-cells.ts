import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';
import { columnLetters } from './xlsx-area.ts';
import type { RowListener, StoredCell } from './xlsx-rows.ts';
import { asRun, decoded, type Run } from './xlsx-runs.ts';
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

/** Takes rows and cells into a sheet. */
export class CellReader implements RowListener {
  readonly #sheet: Sheet;
  readonly #shared: Shared;
  #count = 0;

  constructor(sheet: Sheet, shared: Shared) {
    this.#sheet = sheet;
    this.#shared = shared;
  }

  row(number: number, { hidden, ht, outlineLevel, collapsed }: Attributes): void {
    if (this.#sheet.rows.has(number)) throw new Unreadable(`row ${number} stands twice`);
    const height = ht ?? this.#sheet.rowHeight ?? undefined;
    this.#sheet.rows.set(number, {
      hidden: isTrue(hidden) || isPushedTogether(height, leastHeight),
      faint: false,
      level: Number(outlineLevel ?? 0),
      collapsed: isTrue(collapsed),
      cells: new Map(),
      unknown: new Set(),
    });
  }

  cell({ row, column, type, style: number = '0', value, formula, inline }: StoredCell): void {
    if (formula && value.trim() === '') this.#sheet.rows.get(row)?.unknown.add(column);
    const styles = this.#shared.styles.cells;
    const style = styles[Number(number)] ?? styles[0];
    const words = style && (type === 'inlineStr' ? ofRuns(inline, style) : this.#words(type, value, style));
    if (!words || words.text === '') return;
    this.#count += 1;
    if (this.#count > maxCells) throw new Unreadable('too many cells');
    const cells = this.#sheet.rows.get(row)?.cells;
    if (cells?.has(column)) throw new Unreadable(`cell ${columnLetters(column)}${row} stands twice`);
    cells?.set(column, words);
  }

  /** Of a formula its stored result; null for a blank, an error or what makes no sense. */
  #words(type: string, stored: string, style: Style): SheetCell | null {
    const value = stored.trim();
    if (value === '' || type === 'e') return null;
    if (type === 's') {
      const string = /^\d+$/.test(value) ? this.#shared.strings[Number(value)] : undefined;
      return string ? ofRuns(string, style) : null;
    }
    if (type === 'str') return ofRuns([asRun(decoded(stored))], style);
    if (type === 'd') return ofRuns([asRun(isoDate(value))], style);
    const ofNumber = (text: string, kind: SheetCell['kind'], number: number): SheetCell => {
      return { text, kind, struck: style.struck, value: number, style, runs: [] };
    };
    if (type === 'b') return isTrue(value) ? ofNumber('x', 'tick', 1) : ofNumber('FALSE', 'untick', 0);
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
