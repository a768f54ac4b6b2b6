import type { Page, Widget } from './pdf-document.ts';
import { type Lattice, type LatticeCell, latticesOf } from './pdf-lattice.ts';
import { paint } from './pdf-paint.ts';
import { middleOf, type Rule, type Seen, seenOf } from './pdf-seen.ts';
import { type Box, boxOf, type Glyph, holds, type Point, type Segment } from './pdf-shapes.ts';
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
  /** Lines across the page outside tables. */
  rules: readonly Rule[];
  /** Words set askew or along the page's side outside tables. */
  looseWords: readonly string[];
  /** Something drawn by hand goes over these words of tables. */
  isScrawled: boolean;
  /** Letters are seen. */
  hasWords: boolean;
  /** Pictures cover much of the page. */
  isPictured: boolean;
  /** A field shows other words than it holds. */
  disagrees: boolean;
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
  const placed = place(letters, fields, lattices);
  return {
    number: page.number,
    height: sheet.height,
    ...placed,
    rules: rules.filter((rule) => !rule.upright),
    isScrawled: placed.tabled.some((letter) => sheet.scrawls.some((line) => crosses(line, letter))),
    hasWords: own.some(({ text }) => text.trim() !== ''),
    isPictured: painting.pictured > 0.3,
    disagrees: page.widgets.some((widget) => disagrees(widget, seen.glyphs)),
  };
}

type Sheet = Seen & { turn: (point: Point) => Point; height: number };

/** Turns the page so that most of its words run to the right. */
function turned(seen: Seen, { width, height }: { width: number; height: number }): Sheet {
  const counts = [0, 0, 0, 0];
  for (const { turn, text } of seen.glyphs)
    if (turn !== null && text.trim() !== '') counts[turn] = (counts[turn] ?? 0) + 1;
  const most = counts.indexOf(Math.max(...counts));
  const turns: ((point: Point) => Point)[] = [
    (point) => point,
    ({ x, y }) => ({ x: y, y: width - x }),
    ({ x, y }) => ({ x: width - x, y: height - y }),
    ({ x, y }) => ({ x: height - y, y: x }),
  ];
  const turn = turns[most] ?? ((point: Point) => point);
  if (most === 0) return { ...seen, turn, height };
  const flips = most % 2 === 1;
  const glyphs = seen.glyphs.map((glyph) => ({
    ...glyph,
    from: turn(glyph.from),
    to: turn(glyph.to),
    turn: glyph.turn === null ? null : (glyph.turn - most + 4) % 4,
  }));
  return {
    turn,
    height: flips ? width : height,
    glyphs,
    cut: new Set(glyphs.filter((_, index) => seen.cut.has(seen.glyphs[index] as Glyph))),
    rules: seen.rules.map((rule) => {
      const ends = rule.upright
        ? [turn({ x: rule.at, y: rule.from }), turn({ x: rule.at, y: rule.to })]
        : [turn({ x: rule.from, y: rule.at }), turn({ x: rule.to, y: rule.at })];
      const { left, top, right, bottom } = boxOf(ends);
      const upright = flips ? !rule.upright : rule.upright;
      return upright
        ? { upright, at: left, from: top, to: bottom }
        : { upright, at: top, from: left, to: right };
    }),
    scrawls: seen.scrawls.map((line) => ({ ...line, from: turn(line.from), to: turn(line.to) })),
  };
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
): Pick<PageWords, 'tables' | 'lines' | 'looseWords'> & { tabled: Letter[] } {
  const cells = lattices.flatMap((lattice) => lattice.cells.map((cell) => ({ lattice, cell })));
  const inOrder = cells.toSorted((a, b) => areaOf(a.cell.box) - areaOf(b.cell.box));
  const cellAt = (point: Point): LatticeCell | undefined =>
    inOrder.find(({ cell }) => holds(cell.box, point))?.cell;
  const byCell = Map.groupBy(letters, ({ middle }) => cellAt(middle));
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
    looseWords: looseWords(outside.filter(({ turn }) => turn !== 0)),
    tabled: letters.filter(({ middle }) => cellAt(middle) !== undefined),
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

/** Stamps and watermarks, in the order in which they were painted. */
function looseWords(letters: readonly Letter[]): string[] {
  const runs = Map.groupBy(letters, ({ turn, from, size }) => {
    const across = turn === 1 || turn === 3 ? from.x : from.y;
    return turn === null ? 'askew' : `${turn} ${Math.round(across / size)}`;
  });
  return [...runs.values()].map((run) => tidy(run.map(({ text }) => text).join('')));
}

const textSize = 12;

function fieldPiece(
  widget: Widget,
  base: readonly number[] | undefined,
  turn: (point: Point) => Point,
): Piece | null {
  const text = tidy(widget.value);
  if (text === '' || !base || widget.type === 'Sig' || isWhite(widget.colour)) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = base;
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = widget.rect;
  const ends = [
    { x: a * x0 + c * y0 + e, y: b * x0 + d * y0 + f },
    { x: a * x1 + c * y1 + e, y: b * x1 + d * y1 + f },
  ];
  const { left, top, right, bottom } = boxOf(ends.map(turn));
  if (right - left < 2 || bottom - top < 2) return null;
  const isHigh = widget.lines && bottom - top > 2 * textSize;
  return {
    text,
    kind: widget.isTick ? 'tick' : 'text',
    left,
    right,
    middle: isHigh ? top + textSize * 0.7 : (top + bottom) / 2,
    size: textSize,
    struck: false,
    cut: false,
    field: widget.name,
  };
}

function isWhite(colour: string | null): boolean {
  return colour !== null && /^#f[a-f0-9]f[a-f0-9]f[a-f0-9]$/i.test(colour);
}

/**
 * Whether a field's picture says something else than its value. Programs that have no letters for Vietnamese leave
 * them out of the picture or write others, and some make no picture at all: that is no disagreement.
 */
function disagrees({ id, type, value }: Widget, glyphs: readonly Glyph[]): boolean {
  if (type !== 'Tx' && type !== 'Ch') return false;
  const plain = (text: string): string => text.replace(/[^a-z0-9]/gi, '').toLowerCase();
  const picture = plain(
    glyphs
      .filter(({ owner }) => owner === id)
      .map(({ text }) => text)
      .join(''),
  );
  const whole = plain(value);
  const bare = plain(value.normalize('NFD').replace(/đ/gi, 'd'));
  return picture !== '' && !whole.includes(picture) && !bare.includes(picture) && !picture.includes(whole);
}

/** Whether a stroke goes through a letter. */
function crosses({ from, to }: Segment, { middle, size }: Letter): boolean {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = ((middle.x - from.x) * (to.x - from.x) + (middle.y - from.y) * (to.y - from.y)) / length;
  const away =
    Math.abs((middle.x - from.x) * (to.y - from.y) - (middle.y - from.y) * (to.x - from.x)) / length;
  return along >= 0 && along <= length && away < 0.35 * size;
}
