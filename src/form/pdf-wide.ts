import { isNear, isOneLine } from './pdf-heads.ts';
import type { DrawnTable, PageWords } from './pdf-page.ts';
import { type Seam, seamOf, type TablePair } from './pdf-seam.ts';
import { isBesideHeading, isTornApart } from './pdf-torn.ts';
import { type Piece, spaceGap } from './pdf-words.ts';
import { Unreadable } from './unreadable.ts';

/** More pages side by side than any sheet of an office has. */
const mostAcross = 12;

/**
 * Pages of a sheet that was printed on several pages side by side, because it is wider than the paper, as pages of the whole sheet.
 * Spreadsheet programs print its pages down, then over, or over, then down. Where it is not certain that and how pages
 * belong together, they stay as they came. Throws Unreadable where they are plainly parts of one sheet even so.
 */
export function wholePages(pages: readonly PageWords[]): readonly PageWords[] {
  const isDrawn = pages.some(({ tables }) => tables.length > 0);
  const printed = pages.filter(({ tables }) => tables.length > 0 || !isDrawn);
  // Covering letters, and where people sign overleaf: they are beside nothing, but where words are cut in two.
  const others = pages.filter((page) => !printed.includes(page));
  const ends = printed.flatMap(({ tables }) => tables.map(({ lattice }) => lattice.box.right));
  const isCut = others
    .flatMap(({ lines }) => lines.flat())
    .some((piece) => piece.cut || ends.some((end) => touches(piece.right, end, piece)));
  const isApart = !isCut && !isBesideHeading(others, printed);
  const [only, more] = isApart
    ? arrangements(printed)
        .map(joined)
        .filter((one) => one !== null)
    : [];
  const whole = only && !more ? [...only, ...others].toSorted((a, b) => a.number - b.number) : pages;
  if (isTornApart(whole))
    throw new Unreadable('columns of a sheet go on overleaf, and its rows cannot be told for certain');
  return whole;
}

/** The ways in which pages may be bands of a sheet from left to right, each from top to bottom. */
function arrangements<T>(pages: readonly T[]): T[][][] {
  const made: T[][][] = [];
  for (let across = 2; across <= Math.min(mostAcross, pages.length); across += 1) {
    const down = pages.length / across;
    if (!Number.isInteger(down)) continue;
    const bands = Array.from({ length: across }, (_, band) => band);
    made.push(bands.map((band) => pages.slice(band * down, (band + 1) * down)));
    if (down > 1) made.push(bands.map((band) => pages.filter((_, index) => index % across === band)));
  }
  return made;
}

/** The bands as pages of the whole sheet; null where they are not certainly so. */
function joined([first = [], ...others]: readonly (readonly PageWords[])[]): readonly PageWords[] | null {
  let whole = first;
  for (const band of others) {
    const next = sewn(whole, band);
    if (!next) return null;
    whole = next;
  }
  return whole;
}

/** Pages with those on their right; null where they are not certainly so. */
function sewn(lefts: readonly PageWords[], rights: readonly PageWords[]): PageWords[] | null {
  const whole: PageWords[] = [];
  let first: Seam | undefined;
  for (const [index, left] of lefts.entries()) {
    const right = rights[index];
    const own = right ? seamOf(left, right, index === 0) : null;
    // Below the table's end, its columns are those of the pages above.
    const seam = own === undefined ? first : own;
    if (!right || !seam) return null;
    first ??= seam;
    const page = seam.isDrawn && !isSame(seam, first) ? null : sew(left, right, seam);
    if (!page) return null;
    whole.push(page);
  }
  return whole;
}

function isSame(one: Seam, other: Seam): boolean {
  return isNear(one.from, other.from) && isNear(one.to, other.to);
}

function sew(left: PageWords, right: PageWords, seam: Seam): PageWords | null {
  const { from, to } = seam;
  const shift = to - from;
  const boxed = <T extends { box: { left: number; right: number } }>(it: T): T => ({
    ...it,
    box: { ...it.box, left: it.box.left + shift, right: it.box.right + shift },
  });
  const lines = sewnLines(left, right, seam);
  if (!lines) return null;
  return {
    ...left,
    tables: left.tables.map((table) => {
      const pair = seam.tables.find((it) => it.left === table);
      return pair ? sewnTable(pair, shift) : table;
    }),
    lines,
    notes: [...left.notes, ...right.notes.map(boxed)],
    rules: [...left.rules, ...right.rules.map((it) => ({ ...it, from: it.from + shift, to: it.to + shift }))],
    looseWords: [...left.looseWords, ...right.looseWords],
    scrawls: [
      ...left.scrawls,
      ...right.scrawls.map((it) => ({ ...boxed(it), over: it.over.map((box) => boxed({ box }).box) })),
    ],
    doubts: [...left.doubts, ...right.doubts],
  };
}

function sewnTable({ left, right, repeated, rows }: TablePair, shift: number): DrawnTable {
  const columns = left.lattice.edges.length - 1 - repeated;
  const own = right.cells
    .filter(({ cell }) => cell.column >= repeated)
    .map(({ cell, pieces }) => ({
      cell: {
        ...cell,
        column: cell.column + columns,
        lastColumn: cell.lastColumn + columns,
        box: { ...cell.box, left: cell.box.left + shift, right: cell.box.right + shift },
      },
      pieces: pieces.map((piece) => moved(piece, shift)),
    }));
  const rowAt = (height: number): number => rows.findIndex((at) => isNear(at, height));
  const cells = [...left.cells, ...own]
    .map(({ cell, pieces }) => ({
      cell: { ...cell, row: rowAt(cell.box.top), lastRow: rowAt(cell.box.bottom) - 1 },
      pieces,
    }))
    .toSorted((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  const edges = [
    ...left.lattice.edges,
    ...right.lattice.edges.slice(repeated + 1).map((edge) => edge + shift),
  ];
  const box = { ...left.lattice.box, right: edges.at(-1) ?? 0 };
  return { cells, lattice: { ...left.lattice, box, edges, cells: cells.map(({ cell }) => cell) } };
}

const moved = (piece: Piece, shift: number): Piece => ({
  ...piece,
  left: piece.left + shift,
  right: piece.right + shift,
  parts: piece.parts.map((part) => moved(part, shift)),
});

/** Lines of both pages at one height as one; null where words go on overleaf, and it is not certain how. */
function sewnLines(left: PageWords, right: PageWords, seam: Seam): Piece[][] | null {
  const { from, to, isDrawn, rows } = seam;
  const end = isDrawn ? to : Math.max(...left.lines.flat().map((piece) => piece.right));
  const lines = left.lines.map((line) => [...line]);
  for (const line of right.lines) {
    const whole = lines.find((other) => isOneLine(other, line));
    const own = whole ? withoutRepeated(whole, line, seam) : line;
    const moving = own.map((piece) => moved(piece, to - from));
    if (!whole) {
      lines.push(moving);
      continue;
    }
    const [last, next] = [whole.at(-1), moving[0]];
    if (last && next && !isWithin(rows, last)) {
      // A sentence that is broken between two words shows no letter that is cut.
      const isBroken = touches(last.right, end, last) && touches(next.left, to, next);
      if ((isBroken && !isDrawn) || (!isBroken && last.cut && next.cut)) return null;
      if (isBroken) {
        whole.pop();
        moving[0] = glued(last, next);
      }
    }
    whole.push(...moving);
  }
  return lines.filter((line) => line.length > 0).toSorted((a, b) => middleOf(a) - middleOf(b));
}

const isWithin = (rows: Seam['rows'], { middle }: Piece): boolean =>
  rows !== null && middle >= rows.first && middle <= rows.last;

const middleOf = ([first]: readonly Piece[]): number => first?.middle ?? 0;

const touches = (end: number, edge: number, { size }: Piece): boolean => Math.abs(end - edge) < size / 2;

function glued(left: Piece, right: Piece): Piece {
  const space = right.left - left.right > spaceGap * left.size ? ' ' : '';
  return { ...left, text: `${left.text}${space}${right.text}`, right: right.right, parts: [] };
}

/** Without what stands at the same place of the left page: of columns that are repeated on each page. Where one is cut off, the longer stays. */
function withoutRepeated(whole: Piece[], line: readonly Piece[], { from, drift }: Seam): Piece[] {
  return line.filter((piece) => {
    const at = whole.findIndex(({ left }) => piece.left < from && isNear(left + drift, piece.left));
    const twin = whole[at];
    if (!twin) return true;
    if (piece.cut && twin.text.startsWith(piece.text)) return false;
    const isLonger = twin.cut && piece.text.startsWith(twin.text);
    if (isLonger) whole[at] = moved(piece, -drift);
    return !isLonger && piece.text !== twin.text;
  });
}
