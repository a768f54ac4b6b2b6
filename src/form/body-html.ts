import { type BodyLine, ownLines, withDrawnTables } from './body-lines.ts';
import { type Look, lookOf, type StyleSheet, startLook } from './body-style.ts';
import { blocks, type HtmlListener, silent, voids } from './html.ts';

/** Deeper nesting than any mail program makes. */
const deepest = 200;
const mostCells = 20_000;
/** Of all that is written, quoted letters too. */
const longest = 20_000;
const widest = 60;

/** Where mail programs put an earlier letter: nothing from there on is the sender's own word now. */
const quoteMarks =
  /gmail_quote|gmail_attr|divrplyfwdmsg|appendonsend|mail-editor-reference|moz-cite-prefix|moz-forward-container|yahoo_quoted|outlookmessageheader|replyforward|zwchr|__divider__|origbody|protonmail_quote/i;

type Run = { text: string; struck: boolean };
type OpenCell = { runs: Run[]; column: number; lastColumn: number; rows: number };
type OpenRow = { cells: OpenCell[]; unseen: Look['unseen'] };
/** A list that numbers its items, or puts a dash before each. */
type OpenList = { next: number | null };
/** A layout holds tables or long text: its cells are read as lines. */
type OpenTable = { rows: OpenRow[]; cell: OpenCell | null; reach: number[] };

/**
 * The sender's own lines of a letter in HTML, as they are seen: null where it is beyond all bounds. `sheet` tells what its styles hide.
 */
export class HtmlReader implements HtmlListener {
  readonly #sheet: StyleSheet;
  #open: { name: string; look: Look }[] = [];
  #tables: OpenTable[] = [];
  #lists: OpenList[] = [];
  #runs: Run[] = [];
  #done: (Omit<BodyLine, 'where' | 'follows'> & { row: number })[] = [];
  #tableCount = 0;
  #cells = 0;
  #ended = false;
  #broken = false;

  constructor(sheet: StyleSheet) {
    this.#sheet = sheet;
  }

  get #look(): Look {
    return this.#open.at(-1)?.look ?? startLook;
  }

  /** Whether nothing that comes will be read. */
  get isDone(): boolean {
    return this.#ended || this.#broken;
  }

  open(name: string, attributes: Record<string, string>): void {
    if (this.isDone) return;
    const marks = `${attributes.id ?? ''} ${attributes.class ?? ''} ${attributes['data-marker'] ?? ''}`;
    if (quoteMarks.test(marks) || isOutlookHead(attributes.style)) {
      this.#ended = true;
      return;
    }
    const look = lookOf(name, attributes, this.#look, this.#sheet);
    if (silent.has(name) || name === 'blockquote') look.silent = true;
    if (name === 'br' || blocks.has(name)) this.#break();
    if (!voids.has(name)) this.#open.push({ name, look });
    if (this.#open.length > deepest) this.#broken = true;
    if (look.silent) return;
    if (name === 'table') this.#openTable();
    if (name === 'tr') this.#tables.at(-1)?.rows.push({ cells: [], unseen: look.unseen });
    if (name === 'td' || name === 'th') this.#openCell(attributes);
    if (name === 'ol') this.#lists.push({ next: Number(attributes.start ?? 1) || 1 });
    if (name === 'ul') this.#lists.push({ next: null });
    if (name === 'li') this.#openItem(look);
  }

  close(name: string): void {
    if (this.isDone || voids.has(name)) return;
    const { look } = this;
    const opened = this.#open.pop();
    // htmlparser2 closes what was left open in the right order.
    if (opened && blocks.has(name)) this.#break();
    if (look.silent) return;
    if (name === 'td' || name === 'th') this.#closeCell();
    if (name === 'table') this.#closeTable();
    if (name === 'ol' || name === 'ul') this.#lists.pop();
  }

  get look(): Look {
    return this.#look;
  }

  text(text: string): void {
    const { unseen, silent: isSilent, struck } = this.#look;
    if (this.isDone || isSilent) return;
    // Rows that are unseen as a whole are told; other such words are as if they were not there.
    if (unseen && !this.#tables.at(-1)?.rows.at(-1)?.unseen) return;
    this.#target().push({ text: text.replace(/[^\S\u00a0]+/g, ' '), struck });
  }

  lines(): BodyLine[] | null {
    while (this.#tables.length > 0) this.#closeTable();
    this.#break();
    if (this.#broken) return null;
    const own = ownLines(this.#done.map(({ cells }) => cells.map(({ text }) => text).join(' ')));
    const lines = this.#done.slice(0, own).map(({ table, row, ...line }, index) => {
      const name = table === 1 ? 'bảng' : `bảng ${table}`;
      return {
        ...line,
        table,
        follows: false,
        where: table === null ? `dòng ${index + 1}` : `${name} dòng ${row}`,
      };
    });
    return withDrawnTables(lines);
  }

  /** What programs put before an item is seen, and in no text. */
  #openItem({ unseen }: Look): void {
    const list = this.#lists.at(-1);
    if (unseen || !list) return;
    this.#target().push({ text: list.next === null ? '- ' : `${list.next}. `, struck: false });
    if (list.next !== null) list.next += 1;
  }

  #target(): Run[] {
    const table = this.#tables.at(-1);
    return table?.cell?.runs ?? this.#runs;
  }

  /** Ends a line: within a cell it goes on below, outside tables it is done. */
  #break(): void {
    const cell = this.#tables.at(-1)?.cell;
    if (cell) {
      if (cell.runs.length > 0) cell.runs.push({ text: '\n', struck: false });
      return;
    }
    const { text, struck } = wordsOf(this.#runs);
    this.#runs = [];
    if (text === '') return;
    const cells = [{ text, column: 1, lastColumn: 1, rows: 1, struck }];
    this.#done.push({ cells, table: null, row: 0, unseen: null, width: 1 });
    if (this.#done.length > longest) this.#broken = true;
  }

  #openTable(): void {
    const outer = this.#tables.at(-1);
    // A table that holds another only arranges things.
    if (outer) this.#flush(outer);
    this.#tables.push({ rows: [], cell: null, reach: [] });
  }

  #openCell(attributes: Record<string, string>): void {
    const table = this.#tables.at(-1);
    if (!table) return;
    this.#closeCell();
    const row = table.rows.at(-1) ?? { cells: [], unseen: null };
    if (table.rows.length === 0) table.rows.push(row);
    const span = (name: string): number =>
      Math.min(widest, Math.max(1, Number.parseInt(attributes[name] ?? '1', 10) || 1));
    let column = (row.cells.at(-1)?.lastColumn ?? 0) + 1;
    while ((table.reach[column] ?? 0) >= table.rows.length) column += 1;
    // A rowspan of 0 goes on to the end of the table.
    const rows = attributes.rowspan === '0' ? widest : span('rowspan');
    const cell = { runs: [], column, lastColumn: column + span('colspan') - 1, rows };
    for (let at = column; at <= cell.lastColumn; at += 1) table.reach[at] = table.rows.length + cell.rows - 1;
    row.cells.push(cell);
    table.cell = cell;
    this.#cells += 1;
    if (this.#cells > mostCells || column > widest) this.#broken = true;
  }

  #closeCell(): void {
    const table = this.#tables.at(-1);
    if (table) table.cell = null;
  }

  #closeTable(): void {
    const table = this.#tables.pop();
    if (!table) return;
    const outer = this.#tables.at(-1);
    if (outer?.cell) outer.cell.runs = [];
    const rows = table.rows.map((row) => ({
      ...row,
      cells: row.cells.map(({ runs, ...cell }) => ({ ...cell, ...wordsOf(runs) })),
    }));
    const isTable = rows.some(({ cells }) => cells.filter(({ text }) => text !== '').length > 1);
    if (!isTable) {
      for (const { cells, unseen } of rows) if (!unseen) for (const cell of cells) this.#addLines(cell);
      return;
    }
    this.#tableCount += 1;
    for (const [index, { cells, unseen }] of rows.entries()) {
      const filled = cells.filter(({ text }) => text !== '');
      if (filled.length > 0)
        this.#done.push({
          cells: filled,
          table: this.#tableCount,
          row: index + 1,
          unseen,
          width: cells.at(-1)?.lastColumn ?? 0,
        });
    }
  }

  /** What stood in an arranging table so far, as lines. */
  #flush(table: OpenTable): void {
    for (const row of table.rows) {
      if (!row.unseen) for (const cell of row.cells) this.#addLines(wordsOf(cell.runs));
      for (const cell of row.cells) cell.runs = [];
    }
  }

  #addLines({ text, struck }: Run): void {
    for (const line of text.split('\n')) {
      if (this.#done.length > longest) this.#broken = true;
      if (line.trim() === '' || this.#broken) continue;
      const cells = [{ text: line.trim(), column: 1, lastColumn: 1, rows: 1, struck }];
      this.#done.push({ cells, table: null, row: 0, unseen: null, width: 1 });
    }
  }
}

/** Struck words are gone for the reader; where nothing else is left, they tell what was struck. */
function wordsOf(runs: readonly Run[]): Run {
  const join = (some: readonly Run[]): string =>
    some
      .map(({ text }) => text)
      .join('')
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[ \n]*/g, '\n')
      .trim();
  const kept = join(runs.map((run) => (run.struck ? { ...run, text: ' ' } : run)));
  const all = join(runs);
  return kept === '' && all !== '' ? { text: all, struck: true } : { text: kept, struck: false };
}

/** Outlook draws a line above the head of the letter that is answered. */
function isOutlookHead(style: string | undefined): boolean {
  return /border:\s*none;\s*border-top:\s*solid #(?:e1e1e1|b5c4df)/i.test(style ?? '');
}
