import { fold } from '../text/fold.ts';
import type { Ground } from './docx-styles.ts';
import { type Table, type TableCell, type TableRow, tableOf } from './docx-table.ts';
import { child, type Node, wordOf } from './docx-tree.ts';
import {
  cellWords,
  type Paragraph,
  type ParagraphReader,
  type Run,
  visible,
  wholeText,
} from './docx-words.ts';
import { type Cell, type Grid, type Line, outside } from './grid.ts';
import { headingAt } from './layout.ts';
import { hasStrayCells } from './stray.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';

/** Lays a document's paragraphs and tables out below each other, in their order. */
export class DocumentLayout {
  /** Words that are drawn, as watermarks are. */
  readonly drawn: string[] = [];
  readonly #paragraphs: ParagraphReader;
  readonly #lines: Line[] = [];
  readonly #places = new Map<number, string>();
  /** Lines of tables that are made with tabs, and how many columns the first of each has. */
  readonly #tabbed = new Set<number>();
  #tabs: { row: number; count: number } | null = null;
  #row = 0;
  #tables = 0;
  #written = 0;

  constructor(paragraphs: ParagraphReader) {
    this.#paragraphs = paragraphs;
  }

  /** Adds paragraphs and tables, and after each what stands in boxes that hang on it. */
  add(blocks: readonly Node[]): void {
    for (const block of blocks) {
      const boxes: Node[] = [];
      if (block.name === 'p') this.#addParagraph(block, boxes, null);
      if (block.name === 'tbl') this.#addTable(block, boxes);
      for (const box of boxes) this.add(box.children);
    }
  }

  /** Throws Unreadable where the columns of a table that is made with tabs cannot be told apart. */
  finish(): Grid {
    const grid: Grid = { lines: this.#lines, place: (row) => this.#places.get(row) ?? '' };
    if (this.#tabbed.size > 0 && hasStrayCells(grid, ({ row }) => !this.#tabbed.has(row)))
      throw new Unreadable('a table made with tabs whose columns cannot be told apart');
    return grid;
  }

  #read(node: Node, boxes: Node[], beneath: Ground, deleted: boolean): Paragraph {
    const paragraph = this.#paragraphs.read(node, beneath, deleted);
    boxes.push(...paragraph.boxes);
    this.drawn.push(...paragraph.drawn);
    return paragraph;
  }

  #addParagraph(node: Node, boxes: Node[], beneath: Ground): void {
    const { runs, notes, number } = this.#read(node, boxes, beneath, false);
    this.#row += 1;
    const parts = visible(runs)
      .split('\t')
      .map((part) => tidy(part));
    if (parts.every((part) => part === '')) return;
    this.#written += 1;
    const where = `đoạn ${this.#written}`;
    this.#places.set(this.#row, where);
    const cells = this.#columns(parts).map(
      ([text, column]): Cell => ({
        text,
        kind: 'text',
        struck: false,
        where,
        ...{ row: this.#row, lastRow: this.#row, column, lastColumn: column },
      }),
    );
    const beside = notes.map((text) => ({ text, where }));
    this.#lines.push({
      ...{ row: this.#row, cells, unseen: null },
      ...(number !== '' && { mark: number }),
      ...(beside.length > 0 && { beside }),
    });
  }

  /** Words of a paragraph outside tables, with the columns that tabs give them. */
  #columns(parts: readonly string[]): [string, number][] {
    const filled = parts.flatMap((text, index): [string, number][] =>
      text === '' ? [] : [[text, index + 1]],
    );
    const isTable = filled.length > 2 && !filled.some(([text]) => /[:：](?:\s|$)/u.test(text));
    if (isTable) {
      const before = this.#tabs?.row === this.#row - 1 ? this.#tabs.count : filled.length;
      this.#tabs = { row: this.#row, count: before };
      this.#tabbed.add(this.#row);
      // Several tabs one after the other only bring the words to where they belong.
      return filled.length === before ? filled.map(([text], index) => [text, index + 1]) : filled;
    }
    if (filled.length === 2 && filled.some(([text]) => motto.test(fold(text))))
      return filled.map(([text], index) => [text, outside + index + 1]);
    return [[filled.map(([text]) => text).join(' '), outside + 1]];
  }

  #addTable(node: Node, boxes: Node[]): void {
    const table = tableOf(node, this.#paragraphs.style(wordOf(child(node, 'tblPr'), 'tblStyle')));
    this.#tables += 1;
    this.#row += 1;
    const number = this.#tables;
    const first = this.#lines.length;
    const hung = new Map<number, Node[]>();
    const own: Line[] = [];
    let isHeaded = false;
    for (const [index, row] of table.rows.entries()) {
      const isLayout = row.unseen === null && row.cells.some((cell) => child(cell.node, 'tbl'));
      if (isLayout) isHeaded ||= hasHeading(own.splice(0));
      if (isLayout && !(row.cells.length > 1 && (isHeaded || this.#isNumbered(row)))) {
        this.#addLayout(row, boxes);
        continue;
      }
      const before = this.#lines.length;
      this.#addRow(table, row, `bảng ${number} dòng ${index + 1}`, hung);
      own.push(...this.#lines.slice(before));
    }
    this.#hangBoxes(hung, first, boxes);
    this.#row += 1;
  }

  /** A box that hangs on a row of people speaks of it; boxes elsewhere are part of the page. */
  #hangBoxes(hung: ReadonlyMap<number, readonly Node[]>, first: number, boxes: Node[]): void {
    const own = { lines: this.#lines.slice(first), place: () => '' };
    const head = hung.size === 0 ? -1 : own.lines.findIndex((_, index) => headingAt(own, index) !== null);
    for (const [row, nodes] of hung) {
      const at = this.#lines.findIndex((line) => line.row === row);
      const line = this.#lines[at];
      const isOfRow = line !== undefined && head >= 0 && at > first + head;
      const words = isOfRow ? nodes.filter((node) => !holdsTable(node)) : [];
      const where = this.#places.get(row) ?? '';
      const beside = words.map((node) => ({ text: tidy(this.#wordsIn(node)), where }));
      if (line && isOfRow)
        this.#lines[at] = {
          ...line,
          beside: [...(line.beside ?? []), ...beside.filter(({ text }) => text !== '')],
        };
      boxes.push(...nodes.filter((node) => !words.includes(node)));
    }
  }

  #wordsIn(node: Node): string {
    if (node.name !== 'p') return node.children.map((it) => this.#wordsIn(it)).join('\n');
    const { runs, boxes, drawn } = this.#paragraphs.read(node, null, false);
    this.drawn.push(...drawn);
    return [visible(runs), ...boxes.map((box) => this.#wordsIn(box))].join('\n');
  }

  /** Whether a row is one of people by its number alone, as those of a table that goes on without its heading. */
  #isNumbered({ cells: [first] }: TableRow): boolean {
    if (!first || child(first.node, 'tbl')) return false;
    const { runs, number } = this.#readCell(first, []);
    return number !== '' || /^\d{1,4}[.)]?$/.test(tidy(visible(runs)));
  }

  /** Cells that hold tables only put them side by side, unless they are of a row of people. */
  #addLayout({ cells }: TableRow, boxes: Node[]): void {
    for (const { node, ground } of cells) {
      for (const block of node.children) {
        if (block.name === 'p') this.#addParagraph(block, boxes, ground);
        if (block.name === 'tbl') this.#addTable(block, boxes);
      }
    }
  }

  #addRow(table: Table, row: TableRow, where: string, hung: Map<number, Node[]>): void {
    this.#row += 1;
    this.#places.set(this.#row, where);
    const boxes: Node[] = [];
    const read = row.cells.map((cell) => ({ cell, ...this.#readCell(cell, boxes) }));
    if (boxes.length > 0) hung.set(this.#row, boxes);
    const unseen = row.unseen ?? unseenBy(read.map(({ runs }) => runs));
    const drawn = read.flatMap(({ cell, runs, number }): Cell[] => {
      const words = unseen === null ? cellWords(runs) : wordsGone(runs);
      const { column, lastColumn } = table.columns(cell);
      const place = { row: this.#row, lastRow: this.#row + cell.rows - 1, column, lastColumn };
      const written = words ?? (number === '' ? null : { text: number, struck: false });
      return written ? [{ ...written, kind: 'text', where: `${where} cột ${column}`, ...place }] : [];
    });
    const [only, more] = drawn;
    const number = read.find(({ number }) => number !== '')?.number ?? '';
    // The number of a line for a group of rows is its rank.
    const isGroup = only && !more && number !== '' && only.text !== number;
    const cells = isGroup ? [{ ...only, text: `${number} ${only.text}` }] : drawn;
    const beside = [...new Set(read.flatMap(({ notes }) => notes))].map((text) => ({ text, where }));
    const crossed = read.some((cell) => cell.crossed);
    if (cells.length === 0) return;
    this.#lines.push({
      ...{ row: this.#row, cells, unseen },
      ...(beside.length > 0 && { beside }),
      ...(crossed && { crossed }),
    });
  }

  /** The runs of a cell's paragraphs, and the number of its first where the program counts it. A table in it is words of the cell. */
  #readCell({ node, ground, deleted }: TableCell, boxes: Node[]): ReadCell {
    const parts = node.children.flatMap((block): ReadCell[] => {
      if (block.name === 'tbl') return this.#readWithin(block, ground, deleted, boxes);
      return block.name === 'p' ? [ended(this.#read(block, boxes, ground, deleted), '\n')] : [];
    });
    return {
      runs: parts.flatMap(({ runs }) => runs),
      // Below a heading a dash numbers nobody.
      number: parts[0]?.number.replace(/^-$/, '') ?? '',
      notes: parts.flatMap(({ notes }) => notes),
      crossed: parts.some(({ crossed }) => crossed),
    };
  }

  /** The cells of a table within a cell, those of a row as one line. */
  #readWithin(node: Node, beneath: Ground, deleted: boolean, boxes: Node[]): ReadCell[] {
    const { rows } = tableOf(node, this.#paragraphs.style(wordOf(child(node, 'tblPr'), 'tblStyle')));
    return rows
      .filter(({ unseen }) => unseen === null)
      .flatMap(({ cells }) =>
        cells.map((cell, at) => {
          const within = { ...cell, ground: cell.ground ?? beneath, deleted: cell.deleted || deleted };
          const { runs, ...read } = this.#readCell(within, boxes);
          const line = runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') }));
          return ended({ ...read, runs: line, number: '' }, at === cells.length - 1 ? '\n' : ' ');
        }),
      );
  }
}

type ReadCell = Pick<Paragraph, 'number' | 'notes' | 'crossed'> & { runs: readonly Run[] };

function ended(read: ReadCell, end: string): ReadCell {
  return { ...read, runs: [...read.runs, { text: end, gone: null }] };
}

function hasHeading(lines: readonly Line[]): boolean {
  return lines.some((_, index) => headingAt({ lines, place: () => '' }, index) !== null);
}

function holdsTable(node: Node): boolean {
  return node.name === 'tbl' || node.children.some(holdsTable);
}

const motto = /cong hoa xa hoi chu nghia|doc lap tu do/;

/** Why nobody sees a row of which only a number is left; null where more is, or where there never was anything. */
function unseenBy(cells: readonly (readonly Run[])[]): 'deleted' | 'hidden' | 'faint' | null {
  const isLeft = (runs: readonly Run[]): boolean =>
    runs.some(({ text, gone }) => gone === 'struck' && tidy(text) !== '') ||
    !/^\d*\W*$/u.test(tidy(visible(runs)));
  const gone = new Set(
    cells.flat().flatMap((run) => (/[\p{L}]/u.test(run.text) && run.gone !== null ? run.gone : [])),
  );
  if (gone.size === 0 || cells.some(isLeft)) return null;
  return (['deleted', 'hidden', 'faint'] as const).find((why) => gone.has(why)) ?? null;
}

function wordsGone(runs: readonly Run[]): { text: string; struck: boolean } | null {
  const text = tidy(wholeText(runs));
  return text === '' ? null : { text, struck: false };
}
