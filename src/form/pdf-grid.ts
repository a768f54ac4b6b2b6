import type { Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { isNameLike } from './aside.ts';
import { type Cell, type Grid, type Line, outside } from './grid.ts';
import { headingAt } from './layout.ts';
import { BrokenRows } from './pdf-broken-rows.ts';
import { type Columns, columnsOf, tableTop } from './pdf-columns.ts';
import { type Drawn, type Open, openAtEnd, withContinued } from './pdf-merged.ts';
import type { DrawnTable, PageWords } from './pdf-page.ts';
import type { Box } from './pdf-shapes.ts';
import { isStrange } from './pdf-signs.ts';
import { wholePages } from './pdf-wide.ts';
import { cellWords, type Piece } from './pdf-words.ts';
import { hasStrayCells } from './stray.ts';
import { Unreadable } from './unreadable.ts';

/** The words of a document in rows and columns, and what speaks against taking them at their word. */
export type PdfGrid = {
  grid: Grid;
  /** Why the tables may say something else than what was read, in English. */
  doubts: readonly string[];
};

/** A table's columns, as the first of its pages has them. */
type Shape = { edges: readonly number[]; number: number };

/** Lays the pages' tables and lines out below each other. Throws Unreadable where a table cannot be told apart. */
export function gridOf(printed: readonly PageWords[]): PdfGrid {
  const pages = wholePages(printed);
  const layout = new PageLayout();
  const running = runningWords(pages);
  const words = pages.map((page) => ({ ...page, lines: withoutRunning(page, running) }));
  const columns = columnsOf(words);
  for (const [index, page] of words.entries()) layout.add(page, columns[index] ?? null);
  const { grid, doubts } = layout.finish();
  const [first] = pages;
  const edge = first?.lines.filter((line) => !words[0]?.lines.includes(line)).flat() ?? [];
  const loose = [
    ...edge.map(({ text }) => ({ text, where: 'trang 1' })),
    ...pages.flatMap((page) => page.looseWords.map((text) => ({ text, where: `trang ${page.number}` }))),
  ];
  return { grid: { ...grid, words: loose }, doubts };
}

/** Page numbers, and words that stand at the same place of several pages' edges. */
function runningWords(pages: readonly PageWords[]): (piece: Piece, page: PageWords) => boolean {
  // A heading that is repeated on each page is a table's.
  const tops = new Map(pages.map((page) => [page, Math.min(0.1 * page.height, tableTop(page.lines))]));
  const isEdge = ({ middle }: Piece, page: PageWords): boolean =>
    middle < (tops.get(page) ?? 0) || middle > 0.9 * page.height;
  const key = ({ text, middle, left }: Piece): string =>
    `${Math.round(middle / 4)} ${Math.round(left / 20)} ${text.replace(/\d+/g, '#')}`;
  const seen = new Map<string, number>();
  for (const page of pages) {
    const edges = page.lines.flat().filter((piece) => isEdge(piece, page));
    for (const it of new Set(edges.map(key))) seen.set(it, (seen.get(it) ?? 0) + 1);
  }
  const number = /^(?:-\s*)?(?:trang|page)?\s*\d{1,3}(?:\s*(?:\/|-|of|trên)\s*\d{0,3})?$/iu;
  const [first] = pages;
  const opening = new Set(first?.lines.flat().map(key));
  // What rows break off may be alike on several pages, but not on the one where their table begins.
  const isRepeated = (piece: Piece, page: PageWords): boolean =>
    (seen.get(key(piece)) ?? 0) > 1 && (page.tables.length > 0 || opening.has(key(piece)));
  return (piece, page) => isEdge(piece, page) && (number.test(piece.text) || isRepeated(piece, page));
}

/**
 * A page's lines without what runs along its edges: a table's row may have a word where others have one, and end in a line that is
 * like a page's number, but stands no further from it than its others.
 */
function withoutRunning(
  page: PageWords,
  isRunning: (piece: Piece, page: PageWords) => boolean,
): PageWords['lines'] {
  const isNear = (line: readonly Piece[], other: readonly Piece[] | undefined): boolean =>
    Math.abs((line[0]?.middle ?? 0) - (other?.[0]?.middle ?? Infinity)) < 1.5 * (line[0]?.size ?? 0);
  return page.lines.filter((line, at) => {
    const isLone = line.length === 1 && /^\d+$/.test(line[0]?.text ?? '');
    const isBody = isLone && (isNear(line, page.lines[at - 1]) || isNear(line, page.lines[at + 1]));
    return isBody || !line.every((piece) => isRunning(piece, page));
  });
}

type Row = {
  is: 'row';
  top: number;
  bottom: number;
  table: number;
  edges: readonly number[];
  cells: readonly Drawn[];
};
type Item = { is: 'line'; top: number; pieces: readonly Piece[] } | Row;

class PageLayout {
  readonly #lines: Line[] = [];
  readonly #places = new Map<number, string>();
  readonly #doubts = new Set<string>();
  /** Rows of lines outside tables. */
  readonly #loose = new Set<number>();
  /** Rows that begin a table on a page below the first. */
  readonly #breaks = new Set<number>();
  #shapes: Shape[] = [];
  #row = 0;
  #last: Item | null = null;
  #open: Open | null = null;

  add(page: PageWords, columns: Columns | null): void {
    for (const doubt of page.doubts) this.#doubts.add(doubt);
    const { lines } = page;
    const rows = page.tables.flatMap((table, index) => rowItems(table, page.number * 1000 + index));
    const isAtTop = !lines.some(([first]) => (first?.middle ?? 0) < (rows[0]?.top ?? 0));
    const drawn = withContinued(rows, isAtTop ? this.#open : null);
    const items = [...drawn, ...lineItems(lines, columns, page.number * 1000 + 999)].toSorted(
      (a, b) => a.top - b.top,
    );
    const hanging = new Hanging(page, items);
    let count = 0;
    let isFirst = true;
    for (const item of items) {
      count += 1;
      const before = this.#lines.length;
      if (item.is === 'row') this.#addRow(item, page.number, count, isFirst);
      else this.#addLine(item, page.number, count);
      const line = this.#lines[before];
      if (line) this.#lines[before] = { ...line, ...hanging.on(item) };
      // Over a heading or a group's title it may be about any row.
      if (line && hanging.isScrawled(item) && !isNumbered(line))
        this.#doubts.add('something is drawn across a table');
      isFirst = false;
      this.#last = item;
    }
    this.#open = items.at(-1)?.is === 'row' ? openAtEnd(drawn) : null;
  }

  #addRow(item: Row, page: number, count: number, isFirst: boolean): void {
    const last = this.#last;
    const begins = last?.is !== 'row' || last.table !== item.table;
    const shape = this.#shapeOf(item.edges);
    this.#row += begins && !(isFirst && last?.is === 'row') ? 2 : 1;
    if (begins && isFirst && this.#lines.length > 0) this.#breaks.add(this.#row);
    const where = `trang ${page} dòng ${count}`;
    this.#places.set(this.#row, where);
    const cells = item.cells.flatMap((drawn): Cell[] => {
      const words = cellWords(drawn.pieces);
      if (!words) return [];
      const { column, lastColumn, rows, pieces } = drawn;
      if (pieces.some(({ cut }) => cut)) this.#doubts.add(`words are cut off: ${words.text}`);
      if (lastColumn > column + 1 && isLostRow(words.text))
        this.#doubts.add(`a row without its columns: ${words.text}`);
      if (isStrange(words.text)) this.#doubts.add('a font does not say what its letters are');
      return [
        {
          text: words.text,
          kind: words.kind,
          struck: words.struck,
          row: this.#row,
          lastRow: this.#row + rows - 1,
          column: Math.round(shape.edges[column] ?? 0) + 1,
          lastColumn: Math.round(shape.edges[lastColumn + 1] ?? 0),
          where: words.field === null ? where : `trang ${page}, ô "${words.field}"`,
        },
      ];
    });
    this.#push(cells);
  }

  /** Columns of the same widths are the same columns, wherever the page has them. */
  #shapeOf(edges: readonly number[]): Shape {
    const widths = (xs: readonly number[]): number[] => xs.slice(1).map((x, index) => x - (xs[index] ?? 0));
    const own = widths(edges);
    const known = this.#shapes.find((shape) => {
      const others = widths(shape.edges);
      return (
        others.length === own.length &&
        others.every((width, index) => Math.abs(width - (own[index] ?? 0)) < 4)
      );
    });
    if (known) return known;
    const shape = { edges, number: this.#shapes.length };
    this.#shapes.push(shape);
    return shape;
  }

  #addLine({ pieces }: Item & { is: 'line' }, page: number, count: number): void {
    const last = this.#last;
    const [first] = pieces;
    const above = last?.is === 'line' ? last.pieces[0] : undefined;
    const gap = above && first ? first.middle - above.middle : Infinity;
    this.#row += gap > 1.9 * (first?.size ?? 0) || gap < 0 ? 2 : 1;
    this.#loose.add(this.#row);
    const where = `trang ${page} dòng ${count}`;
    this.#places.set(this.#row, where);
    const cells = pieces.map((piece) => ({
      text: piece.text,
      kind: piece.kind,
      struck: piece.struck,
      row: this.#row,
      lastRow: this.#row,
      column: outside + Math.round(piece.left),
      lastColumn: outside + Math.round(piece.right),
      where: piece.field === null ? where : `trang ${page}, ô "${piece.field}"`,
    }));
    this.#push(cells);
  }

  #push(cells: readonly Cell[]): void {
    if (cells.length > 0) this.#lines.push({ row: this.#row, cells, unseen: null });
  }

  finish(): PdfGrid {
    const place: Grid['place'] = (row) => this.#places.get(row) ?? '';
    const whole: Grid = { lines: this.#lines, place };
    const grid = { lines: new BrokenRows(whole, this.#breaks).join(), place };
    for (const [index, line] of grid.lines.entries()) {
      if (this.#loose.has(line.row) && (headingAt(grid, index) || isHeadingLike(line)))
        throw new Unreadable('a table whose columns cannot be told apart');
    }
    if (hasStrayCells(grid, ({ row }) => this.#loose.has(row)))
      this.#doubts.add('a table whose rows have other columns than its heading');
    this.#doubtRowsOutside(grid);
    return { grid, doubts: [...this.#doubts] };
  }

  /** What is written like a row beside or below the table was perhaps meant to be one. */
  #doubtRowsOutside({ lines }: Grid): void {
    const begin = lines.findIndex(({ row }) => !this.#loose.has(row));
    for (const line of lines.slice(begin < 0 ? lines.length : begin)) {
      if (this.#loose.has(line.row) && line.cells.length > 1 && isNumbered(line))
        this.#doubts.add(`words outside the table: ${line.cells[1]?.text}`);
    }
  }
}

/** What somebody noted on a page, and the words in its margins, by the row or line that they stand beside. */
class Hanging {
  readonly #beside = new Map<Item, Placed[]>();
  readonly #crossed = new Set<Item>();
  readonly #scrawled = new Set<Item>();

  constructor({ number, notes, scrawls, height }: PageWords, items: readonly Item[]) {
    const rows = items.filter((item) => item.is === 'row');
    const where = `trang ${number}`;
    for (const { text, removes, box } of notes) {
      const touched = rows.filter((row) => overlaps(row, box));
      if (removes) for (const row of touched) this.#crossed.add(row);
      // Away from all rows it speaks of the page: as what stands nearest.
      const nearest = items.filter(({ top }) => top <= box.top).at(-1) ?? items[0];
      for (const item of touched.length > 0 ? touched : nearest ? [nearest] : [])
        this.#hang(item, { text, where: `ghi chú ${where}` });
    }
    for (const { box, over } of scrawls) {
      const isOver = (row: (typeof rows)[number]): boolean => over.some((letter) => overlaps(row, letter));
      // Between the rows whose words it crosses it goes over others.
      for (const row of rows.some(isOver) ? rows.filter((row) => isOver(row) || overlaps(row, box)) : [])
        this.#scrawled.add(row);
    }
    for (const item of items) {
      if (item.is !== 'line') continue;
      const middle = item.pieces[0]?.middle ?? height;
      const row = rows.find(({ top, bottom }) => middle > top && middle < bottom);
      for (const { text } of row ? item.pieces : []) if (row) this.#hang(row, { text, where: `lề ${where}` });
    }
  }

  on(item: Item): Pick<Line, 'beside' | 'crossed'> {
    const beside = this.#beside.get(item);
    const isCrossed = this.#crossed.has(item) || this.#scrawled.has(item);
    return { ...(beside && { beside }), ...(isCrossed && { crossed: true }) };
  }

  isScrawled(item: Item): boolean {
    return this.#scrawled.has(item);
  }

  #hang(item: Item, words: Placed): void {
    if (words.text === '') return;
    this.#beside.set(item, [...(this.#beside.get(item) ?? []), words]);
  }
}

/** Begins as the row of a person does. */
function isNumbered({ cells }: Line): boolean {
  return /^\(?\d{1,4}\)?[.)]?$/.test(cells[0]?.text ?? '');
}

/** A mark over a third of a row's height, or wholly within it, is about the row. */
function overlaps({ top, bottom }: { top: number; bottom: number }, box: Box): boolean {
  const shared = Math.min(bottom, box.bottom) - Math.max(top, box.top);
  return shared > Math.min(bottom - top, box.bottom - box.top) / 3;
}

/** Whether words in one cell across the table are those of a whole row, whose upright lines are not seen: `3 Trần Văn Nam Văn phòng …`. */
function isLostRow(text: string): boolean {
  const [, words = ''] = /^\(?\d{1,4}[.)]?\s+((?:\p{Lu}\p{Ll}*\s+){2,4})\p{L}/u.exec(text) ?? [];
  return isNameLike(words.trim());
}

/** The words of a heading, run together or not. */
function isHeadingLike({ cells }: Line): boolean {
  const words = fold(cells.map(({ text }) => text).join(' '));
  return /^(?:s?tt|so tt) .*\bho (?:va )?ten\b/.test(words);
}

function rowItems({ lattice, cells }: DrawnTable, table: number): Row[] {
  // Lines that part nothing, such as below a word, make no rows.
  const starts = [...new Set(lattice.cells.map(({ row }) => row))].toSorted((a, b) => a - b);
  return starts.map((start) => {
    const own = cells.filter(({ cell }) => cell.row === start);
    return {
      is: 'row',
      table,
      top: Math.min(...own.map(({ cell }) => cell.box.top)),
      // Where the row ends and cells that are merged down go on.
      bottom: Math.min(...own.map(({ cell }) => cell.box.bottom)),
      edges: lattice.edges,
      cells: own.map(({ cell, pieces }) => ({
        column: cell.column,
        lastColumn: cell.lastColumn,
        rows: starts.filter((row) => row >= cell.row && row <= cell.lastRow).length,
        pieces,
      })),
    };
  });
}

function lineItems(lines: readonly (readonly Piece[])[], columns: Columns | null, table: number): Item[] {
  const items = lines.map((pieces): Item => ({ is: 'line', top: (pieces[0]?.middle ?? 0) - 4, pieces }));
  if (!columns) return items;
  const rows = columns.rows.map(
    (cells): Item => ({
      is: 'row',
      table,
      top: Math.min(...cells.flat().map(({ middle }) => middle)) - 4,
      bottom: Math.max(...cells.flat().map(({ middle }) => middle)) + 4,
      edges: columns.edges,
      cells: cells.map((pieces, column) => ({ column, lastColumn: column, rows: 1, pieces })),
    }),
  );
  return [...items.slice(0, columns.first), ...rows, ...items.slice(columns.end)];
}
