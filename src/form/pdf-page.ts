import type { Annotation, Page } from './pdf-document.ts';
import { type Lattice, type LatticeCell, latticesOf } from './pdf-lattice.ts';
import { overflowOf } from './pdf-overflow.ts';
import { paint } from './pdf-paint.ts';
import { type Rule, type Seen, seenOf } from './pdf-seen.ts';
import { type Box, boxOf, holds, middleOf, type Point, type Segment } from './pdf-shapes.ts';
import { turned } from './pdf-turn.ts';
import { disagrees, fieldPiece, placeOf } from './pdf-widgets.ts';
import { type Letter, linesOf, type Piece, piecesOf } from './pdf-words.ts';
import { tidy } from './words.ts';

/** A drawn table with what stands in its cells. */
export type DrawnTable = {
  lattice: Lattice;
  cells: readonly { cell: LatticeCell; pieces: readonly Piece[] }[];
};

/** What a page says, as it is seen. */
export type PageWords = {
  number: number;
  height: number;
  tables: readonly DrawnTable[];
  /** Lines outside tables, top to bottom; each line's pieces left to right. */
  lines: readonly (readonly Piece[])[];
  /** What somebody noted on the page, and where. */
  notes: readonly (Pick<Annotation, 'text' | 'removes'> & { box: Box })[];
  /** Lines across the page outside tables. */
  rules: readonly Rule[];
  /** Words set askew or large, those along the page's side outside tables, and what stamps say by their names. */
  looseWords: readonly string[];
  /** Lines drawn askew over letters, such as those of a cross: where they go, and the letters. */
  scrawls: readonly { box: Box; over: readonly Box[] }[];
  /** Letters are seen. */
  hasWords: boolean;
  /** Pictures cover much of the page. */
  isPictured: boolean;
  /** Why its words may be others than those that were read, in English. */
  doubts: readonly string[];
};

/** Reads what is seen of a page. Throws Unreadable where too much is painted on it. */
export function readPage(page: Page): PageWords | null {
  if (!page.operators) return null;
  const painting = paint(page.operators);
  const widgets = new Map(page.widgets.map((widget) => [widget.id, widget]));
  const seen = seenOf(painting);
  const own = seen.glyphs.filter(({ owner }) => owner === null || !widgets.has(owner));
  const sheet = turned({ ...seen, glyphs: own }, painting);
  const struckBy = sheet.rules.filter((rule) => !rule.upright);
  const { letters, strikes } = strike(sheet, struckBy);
  const rules = sheet.rules.filter((rule) => !strikes.has(rule));
  // Words between lines that make no cells are read as if there were no lines.
  const lattices = latticesOf(rules).filter(({ isBroken }) => !isBroken);
  const fields = page.widgets.flatMap((widget) => fieldPiece(widget, page.operators?.base, sheet.turn) ?? []);
  const { stray, ...placed } = place(letters, fields, lattices);
  return {
    number: page.number,
    height: sheet.height,
    ...placed,
    looseWords: [...placed.looseWords, ...page.stamps],
    rules: rules.filter((rule) => !rule.upright),
    notes: page.annotations.map(({ text, removes, rect }) => ({
      ...{ text, removes },
      box: placeOf(rect, page.operators?.base ?? [], sheet.turn),
    })),
    scrawls: sheet.scrawls.flatMap((line) => scrawlOver(line, letters) ?? []),
    hasWords: own.some(({ text }) => text.trim() !== ''),
    isPictured: painting.pictured > 0.3,
    doubts: [
      ...(lattices.some((lattice) => isCutOff(lattice, rules))
        ? ['a table goes on where it is cut off']
        : []),
      ...stray.map((words) => `words run across lines of a table: ${words}`),
      ...(page.widgets.some((widget) => disagrees(widget, seen.glyphs))
        ? ['a field shows other words than it holds']
        : []),
    ],
  };
}

/** Whether lines of a table go on beyond its side, as where it is wider than the page: columns of it are not seen. */
function isCutOff({ box }: Lattice, rules: readonly Rule[]): boolean {
  return rules.some(({ upright, at, from, to, cut }) => {
    const isWithin = at > box.top - 1 && at < box.bottom + 1;
    return cut && !upright && isWithin && (from < box.left + 1 || to > box.right - 1);
  });
}

/** Lines through the middle of letters strike them out; they part no rows. */
function strike(
  { glyphs, cut }: Seen,
  rules: readonly Rule[],
): { letters: Letter[]; strikes: ReadonlySet<Rule> } {
  const strikes = new Set<Rule>();
  const letters = glyphs.map((glyph): Letter => {
    const middle = middleOf(glyph);
    const by = rules.filter(
      ({ at, from, to }) =>
        glyph.turn === 0 &&
        glyph.text.trim() !== '' &&
        middle.x >= from - 0.5 &&
        middle.x <= to + 0.5 &&
        // The lines of a cell too low for its words go through them where its clip ends.
        at > glyph.clip.top + 1 &&
        at < glyph.clip.bottom - 1 &&
        glyph.from.y - at > 0.12 * glyph.size &&
        glyph.from.y - at < 0.52 * glyph.size,
    );
    for (const rule of by) strikes.add(rule);
    return { ...glyph, middle, struck: by.length > 0, cut: cut.has(glyph) };
  });
  return { letters, strikes };
}

/** Letters and fields into the smallest cell around them, or onto lines. */
function place(
  letters: readonly Letter[],
  fields: readonly Piece[],
  lattices: readonly Lattice[],
): Pick<PageWords, 'tables' | 'lines' | 'looseWords'> & { stray: readonly string[] } {
  const cells = lattices.flatMap((lattice) => lattice.cells.map((cell) => ({ lattice, cell })));
  const inOrder = cells.toSorted((a, b) => areaOf(a.cell.box) - areaOf(b.cell.box));
  const cellAt = (point: Point): LatticeCell | undefined =>
    inOrder.find(({ cell }) => holds(cell.box, point))?.cell;
  // What is set askew, or far larger than all else, is no cell's, wherever its letters fall.
  const usual =
    letters.map(({ size }) => size).toSorted((a, b) => a - b)[Math.floor(letters.length / 2)] ?? 0;
  const isStamped = ({ turn, size, middle }: Letter): boolean =>
    turn === null || (size > 2.5 * usual && cellAt(middle) !== undefined);
  const [straight, askew] = [
    letters.filter((letter) => !isStamped(letter)),
    letters.filter(({ turn, size }) => turn === null || size > 1.7 * usual),
  ];
  const stands = new Map(straight.map((letter) => [letter, cellAt(letter.middle)]));
  const { owners, stray } = overflowOf(stands);
  const byCell = Map.groupBy(straight, (letter) => owners.get(letter) ?? stands.get(letter));
  const fieldsByCell = Map.groupBy(fields, ({ left, right, middle }) =>
    cellAt({ x: (left + right) / 2, y: middle }),
  );
  const tables = lattices.map((lattice) => ({
    lattice,
    cells: lattice.cells.map((cell) => ({
      cell,
      pieces: [...cellPieces(byCell.get(cell) ?? []), ...(fieldsByCell.get(cell) ?? [])],
    })),
  }));
  const outside = byCell.get(undefined) ?? [];
  const upright = linesOf(outside.filter(({ turn }) => turn === 0)).map((line) => piecesOf(line, true));
  return {
    tables,
    lines: withFields(upright, fieldsByCell.get(undefined) ?? []),
    looseWords: looseWords([...new Set([...outside.filter(({ turn }) => turn !== 0), ...askew])]),
    stray,
  };
}

function areaOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

/** A cell's words may run up or down its side. */
function cellPieces(letters: readonly Letter[]): Piece[] {
  const pieces: Piece[] = [];
  for (const turn of [0, 1, 2, 3]) {
    const own = letters.filter((letter) => letter.turn === turn).map((letter) => upright(letter, turn));
    for (const line of linesOf(own)) pieces.push(...piecesOf(line, false));
  }
  return pieces;
}

function upright(letter: Letter, turn: number): Letter {
  if (turn === 0) return letter;
  const quarter = ({ x, y }: Point): Point =>
    turn === 1 ? { x: y, y: -x } : turn === 2 ? { x: -x, y: -y } : { x: -y, y: x };
  return { ...letter, from: quarter(letter.from), to: quarter(letter.to), middle: quarter(letter.middle) };
}

function withFields(lines: Piece[][], fields: readonly Piece[]): Piece[][] {
  const all = lines.filter((line) => line.length > 0);
  for (const field of fields) {
    const line = all.find(([first]) => first && Math.abs(first.middle - field.middle) < 0.6 * first.size);
    if (line) line.push(field);
    else all.push([field]);
  }
  const sorted = all.map((line) => line.toSorted((a, b) => a.left - b.left));
  return sorted.toSorted((a, b) => (a[0]?.middle ?? 0) - (b[0]?.middle ?? 0));
}

/** Stamps, watermarks, and other words that are set large, in the order in which they were painted. */
function looseWords(letters: readonly Letter[]): string[] {
  const runs = Map.groupBy(letters, ({ turn, from, size }) => {
    const across = turn === 1 || turn === 3 ? from.x : from.y;
    return turn === null ? 'askew' : `${turn} ${Math.round(across / size)}`;
  });
  return [...runs.values()].map((run) => tidy(run.map(({ text }) => text).join('')));
}

function scrawlOver(line: Segment, letters: readonly Letter[]): PageWords['scrawls'][number] | null {
  const crossed = letters.filter((letter) => letter.text.trim() !== '' && crosses(line, letter));
  const boxes = crossed.map(({ from, to, size }) => ({
    ...{ left: from.x, right: to.x, top: from.y - 0.6 * size, bottom: from.y },
  }));
  return boxes.length > 0 ? { box: boxOf([line.from, line.to]), over: boxes } : null;
}

/** Whether a stroke goes through a letter. */
function crosses({ from, to }: Segment, { middle, size }: Letter): boolean {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = ((middle.x - from.x) * (to.x - from.x) + (middle.y - from.y) * (to.y - from.y)) / length;
  const away =
    Math.abs((middle.x - from.x) * (to.y - from.y) - (middle.y - from.y) * (to.x - from.x)) / length;
  return along >= 0 && along <= length && away < 0.35 * size;
}
