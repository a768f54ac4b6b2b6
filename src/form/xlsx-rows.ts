import { Unreadable } from './unreadable.ts';
import { maxColumn, maxRow, parseArea } from './xlsx-area.ts';
import { type Run, RunReader } from './xlsx-runs.ts';
import type { Attributes } from './xml.ts';

const rowPath = 'worksheet/sheetData/row';
const cellPath = `${rowPath}/c`;

/** A `<c>` as it is stored (ECMA-376 18.3.1.4): its type and style, its value, the runs of words that stand in it. */
export type StoredCell = {
  row: number;
  column: number;
  type: string;
  style: string | undefined;
  value: string;
  /** Whether a formula gives the value. */
  formula: boolean;
  inline: readonly Run[];
};

/** Who is told of rows and cells, each cell after the row that it is in. */
export type RowListener = {
  row(number: number, attributes: Attributes): void;
  cell(cell: StoredCell): void;
};

/** Goes over `<row>` and `<c>` one after the other, whether they say where they stand or not. Throws Unreadable out of bounds. */
export class RowWalker {
  readonly #listener: RowListener;
  #row = 0;
  #column = 0;
  #attributes: Attributes = {};
  #value = '';
  #formula = false;
  #runs = new RunReader();

  constructor(listener: RowListener) {
    this.#listener = listener;
  }

  open(at: string, attributes: Attributes): void {
    if (at === rowPath) this.#openRow(attributes);
    else if (at === cellPath) this.#openCell(attributes);
    else if (at === `${cellPath}/f`) this.#formula = true;
    else this.#runs.open(at.slice(`${cellPath}/is`.length), attributes);
  }

  text(at: string, text: string): void {
    if (at === `${cellPath}/v`) this.#value += text;
    else this.#runs.text(at.slice(`${cellPath}/is`.length), text);
  }

  close(at: string): void {
    if (at !== cellPath) return;
    const { t: type = 'n', s: style } = this.#attributes;
    const [row, column, value, formula] = [this.#row, this.#column, this.#value, this.#formula];
    this.#listener.cell({ row, column, type, style, value, formula, inline: this.#runs.take() });
  }

  #openRow(attributes: Attributes): void {
    const { r } = attributes;
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    this.#column = 0;
    if (!Number.isInteger(this.#row) || this.#row < 1 || this.#row > maxRow)
      throw new Unreadable(`row ${r ?? this.#row}`);
    this.#listener.row(this.#row, attributes);
  }

  #openCell(attributes: Attributes): void {
    this.#attributes = attributes;
    this.#value = '';
    this.#formula = false;
    const { r } = attributes;
    const area = r === undefined ? null : parseArea(r);
    if (r !== undefined && area?.top !== this.#row) throw new Unreadable(`cell ${r}`);
    this.#column = area?.left ?? this.#column + 1;
    if (this.#column > maxColumn) throw new Unreadable('too many columns');
  }
}
