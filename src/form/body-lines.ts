import { areWords, semicolonCells, spacedCells } from './body-spaces.ts';

/** A cell of a table in a letter, or a whole line outside tables. Columns count from 1. */
export type BodyCell = {
  text: string;
  column: number;
  lastColumn: number;
  /** Rows that it spans. */
  rows: number;
  /** All of it is struck out; what is struck out in part is left out. */
  struck: boolean;
};

/** A line of the sender's own words. */
export type BodyLine = {
  cells: readonly BodyCell[];
  /** `dòng 5`, `bảng dòng 3`: in the letter. */
  where: string;
  /** Lines of one table bear its number; null outside tables. */
  table: number | null;
  /** Why people do not see it (`SkippedRow`); null where they do. */
  unseen: 'hidden' | 'faint' | null;
  /** Columns that the line has, blank ones too. */
  width: number;
  /** Directly below the line before, which a mail program may have broken. */
  follows: boolean;
};

/** Where somebody else's words, or an earlier letter, begin: nothing from there on is the sender's own word now. */
const quotes: readonly RegExp[] = [
  /^[-_*=\s]{0,20}(?:original message|forwarded message|thư gốc|tin nhắn gốc|thư (?:đã )?(?:được )?chuyển tiếp|tin nhắn (?:đã )?(?:được )?chuyển tiếp|reply message|forwarded by .*)[-_*=\s:]{0,20}$/iu,
  /^(?:begin forwarded message|bắt đầu (?:thư|tin nhắn) (?:được )?chuyển tiếp)\s*:?$/iu,
  /^[\s>]*(?:vào|on|ngày|lúc)\s.{4,200}\s(?:đã viết|viết|wrote)\s*:?$/isu,
  /^.{1,120}<[^<>\s]+@[^<>\s]+>\s*(?:đã viết|viết|wrote)\s*:$/iu,
  /^_{10,}$/,
];
/** The head of an earlier letter: `Từ:` or `From:`, and soon after when it was sent. */
const from = /^\*?(?:từ|from|người gửi)\s*:\*?\s*\S/iu;
const sent =
  /^\*?(?:đã gửi|gửi|ngày gửi|ngày|sent|date|tới|đến|to|người nhận|chủ đề|subject|tiêu đề)\s*:\*?\s*\S/iu;

/** How many of the lines come before a quotation or a signature's `-- `. */
export function ownLines(lines: readonly string[]): number {
  for (const [index, line] of lines.entries()) {
    const text = line.trim();
    if (line === '-- ' || text === '--' || quotes.some((pattern) => pattern.test(text))) return index;
    // Mailers break `Vào … đã viết:` over two lines.
    const both = `${text} ${lines[index + 1]?.trim() ?? ''}`;
    if (/^(?:vào|on)\s/iu.test(text) && quotes.some((pattern) => pattern.test(both))) return index;
    const near = lines.slice(index + 1, index + 6).filter((next) => sent.test(next.trim()));
    if (from.test(text) && near.length > 0) return index;
  }
  return lines.length;
}

/** The sender's own lines of a plain letter; tabs and bars part cells, and spaces or semicolons below headings that they part. */
export function plainLines(text: string): BodyLine[] {
  const lines = text.split(/\r\n?|\n/);
  const headed = new Map([...spacedCells(lines), ...semicolonCells(lines)]);
  let table = 0;
  let last = -1;
  let headings: readonly string[] = [];
  return lines.slice(0, ownLines(lines)).flatMap((line, index): BodyLine[] => {
    const words = line.trim();
    if (words === '' || words.startsWith('>')) return [];
    const where = `dòng ${index + 1}`;
    const cells = headed.get(index) ?? partsOf(line);
    const follows = (lines[index - 1]?.trim() ?? '') !== '';
    const asWords = { cells: [cellOf(words, 0)], where, table: null, unseen: null, width: 1, follows };
    if (cells.length < 3) return [asWords];
    if (isRuler(words)) {
      if (last === index - 1) last = index;
      return [];
    }
    if (last !== index - 1) [table, headings] = [table + 1, cells];
    last = index;
    if (areWords(cells, headings)) return [asWords];
    return [
      {
        cells: cells.map(cellOf).filter((it) => it.text !== ''),
        where,
        table,
        unseen: null,
        width: cells.length,
        follows,
      },
    ];
  });
}

/** Lines outside the tables of an HTML letter, where bars or semicolons part their cells as they do in a plain one. */
export function withDrawnTables(lines: readonly BodyLine[]): BodyLine[] {
  const texts = lines.map(({ table, cells }) => (table === null ? (cells[0]?.text ?? '') : ''));
  const headed = semicolonCells(texts);
  let table = Math.max(0, ...lines.map((line) => line.table ?? 0));
  let last = -1;
  let headings: readonly string[] = [];
  return lines.map((line, index) => {
    const text = texts[index] ?? '';
    const parts = headed.get(index) ?? (text.includes('|') ? partsOf(text) : []);
    if (parts.length < 3) return line;
    if (last !== index - 1) [table, headings] = [table + 1, parts];
    last = index;
    if (areWords(parts, headings)) return line;
    const struck = line.cells.every((cell) => cell.struck);
    const cells = parts.map(cellOf).filter((cell) => cell.text !== '');
    return { ...line, cells: cells.map((cell) => ({ ...cell, struck })), table, width: parts.length };
  });
}

function cellOf(text: string, index: number): BodyCell {
  return { text: text.trim(), column: index + 1, lastColumn: index + 1, rows: 1, struck: false };
}

function partsOf(line: string): string[] {
  if (line.includes('|')) return line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return line.replace(/^\t(?=\S)/, '').split('\t');
}

/** `|---|:---:|` of tables drawn with signs. */
function isRuler(line: string): boolean {
  return /^[|+:=\-\s]+$/.test(line);
}
