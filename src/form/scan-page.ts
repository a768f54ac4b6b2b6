import { type Lattice, type LatticeCell, latticesOf } from './pdf-lattice.ts';
import type { DrawnTable, PageWords } from './pdf-page.ts';
import type { Rule } from './pdf-seen.ts';
import type { Box } from './pdf-shapes.ts';
import { type Letter, linesOf, type Piece, piecesOf } from './pdf-words.ts';
import type { Engine, ScannedWord } from './scan-engine.ts';
import { cutOut, type Gray } from './scan-gray.ts';
import { withSmallLetters } from './scan-mend.ts';
import { longSide } from './scan-pdf.ts';
import type { ReadyPage } from './scan-ready.ts';
import { withoutSeals } from './scan-red.ts';
import { lineInk, rulesOf } from './scan-rules.ts';
import { type Stroke, strokesOver, withoutStrokes } from './scan-strokes.ts';
import { tidy } from './words.ts';

/** A page as it was recognised, and its words one by one. */
export type ScannedPage = { words: PageWords; seen: readonly ScannedWord[] };

/** Points of the picture to a point of 1/72 inch, as if every page were A4. */
const perPoint = longSide / 842;
/** Less ink in a cell is dust. */
const leastInk = 24;
/** Red ink below this is as dark as a pen's. */
const mostRed = 160;
/** Words below this are specks taken for letters. */
const leastSure = 15;

/** Recognises a page: each cell of its tables by itself, so that no line joins two of them, then what stands outside. */
export function recognisePage(page: ReadyPage, engine: Engine, number: number): ScannedPage {
  const { gray, strokes, lattices, rules } = layOf(page);
  const seen: ScannedWord[] = [];
  const tables = lattices.map(
    (lattice): DrawnTable => ({
      lattice,
      cells: lattice.cells.map((cell) => {
        const words = cellWordsOf(cell, gray, engine);
        seen.push(...words);
        return { cell, pieces: cellPieces(words) };
      }),
    }),
  );
  const whole = { left: 0, top: 0, right: gray.width, bottom: gray.height };
  const outside = withoutTables(gray, lattices);
  engine.show(outside);
  // On a blank page Tesseract would take the grain of the paper for letters, for minutes.
  const around = inkIn(outside, whole) < leastInk ? [] : withoutSpecks(engine.read(whole, 'sparse'));
  seen.push(...around);
  const lines = linesOf(around.flatMap(asLetters)).map((line) =>
    piecesOf(line, true).map((piece) => ({ ...piece, text: withSmallLetters(piece.text) })),
  );
  return {
    words: {
      number,
      height: gray.height / perPoint,
      tables,
      lines: lines.filter((line) => line.length > 0),
      rules: rules.filter(({ upright }) => !upright),
      looseWords: [],
      notes: [],
      scrawls: strokes.map(({ box, over }) => ({ box: boxInPoints(box), over: over.map(boxInPoints) })),
      hasWords: seen.length > 0,
      isPictured: true,
      doubts: [],
    },
    seen,
  };
}

/** What is drawn on a page, in points of 1/72 inch, and the picture of its words alone. */
type Lay = {
  gray: Gray;
  /** In points of the picture. */
  strokes: readonly Stroke[];
  lattices: readonly Lattice[];
  rules: readonly Rule[];
};

/** Tells ruling lines from strokes of a pen, which part no rows. */
function layOf({ gray, ink, red }: ReadyPage): Lay {
  const upright = lineInk(gray, ink, true);
  const flat = lineInk(gray, ink, false);
  const drawn = rulesOf(gray, flat, upright);
  const pens = red ? withRed(ink, withoutSeals(red)) : ink;
  const tables = latticesOf(drawn.map(inPoints));
  const strokes = tables.flatMap(({ box }) => strokesOver(pens, gray, drawn, boxInPicture(box)));
  if (strokes.length === 0) return layWithout(gray, flat, upright, drawn.map(inPoints), strokes);
  const bare = { ...gray, data: withoutStrokes(gray.data, gray.width, strokes, 255) };
  const lines = withoutStrokes(flat, gray.width, strokes, 0);
  return layWithout(bare, lines, upright, rulesOf(gray, lines, upright).map(inPoints), strokes);
}

function layWithout(
  gray: Gray,
  flat: Uint8Array,
  upright: Uint8Array,
  rules: readonly Rule[],
  strokes: readonly Stroke[],
): Lay {
  const lattices = latticesOf(rules).filter(({ isBroken }) => !isBroken);
  return { gray: withoutRules(gray, flat, upright, rules), strokes, lattices, rules };
}

function withRed(ink: Uint8Array, { data }: Gray): Uint8Array {
  return ink.map((dark, at) => ((data[at] ?? 255) < mostRed ? 1 : dark));
}

const boxInPoints = ({ left, top, right, bottom }: Box): Box => ({
  ...{ left: left / perPoint, top: top / perPoint },
  ...{ right: right / perPoint, bottom: bottom / perPoint },
});

const boxInPicture = ({ left, top, right, bottom }: Box): Box => ({
  ...{ left: left * perPoint, top: top * perPoint },
  ...{ right: right * perPoint, bottom: bottom * perPoint },
});

function inPoints({ upright, at, from, to }: Rule): Rule {
  return { upright, at: at / perPoint, from: from / perPoint, to: to / perPoint };
}

function isWord({ text, sure }: ScannedWord): boolean {
  return sure >= leastSure && /[\p{L}\p{N}]/u.test(text);
}

/** Words, and dashes between two of them; elsewhere a dash may be a speck. */
function withoutSpecks(words: readonly ScannedWord[]): ScannedWord[] {
  const isNear = (other: ScannedWord | undefined, line: number): boolean =>
    other?.line === line && isWord(other);
  return words.filter(
    (word, at) =>
      isWord(word) ||
      (/^[-–]$/.test(word.text) && isNear(words[at - 1], word.line) && isNear(words[at + 1], word.line)),
  );
}

/** Letters that touch the edge of what is looked at lose their accents. */
const margin = 20;
/** Drawn larger, Tesseract takes more accents for others; drawn much smaller, it loses the numbers of rows on poor pages. */
const larger = 0.85;

function cellWordsOf({ box }: LatticeCell, gray: Gray, engine: Engine): ScannedWord[] {
  const part = {
    left: Math.round(box.left * perPoint) + 3,
    top: Math.round(box.top * perPoint) + 3,
    right: Math.round(box.right * perPoint) - 3,
    bottom: Math.round(box.bottom * perPoint) - 3,
  };
  if (inkIn(gray, part) < leastInk) return [];
  const cell = cutOut(gray, part, larger, margin);
  engine.show(cell);
  const words = engine.read({ left: 0, top: 0, right: cell.width, bottom: cell.height }, 'block');
  const onPage = (from: number, at: number): number => from + (at - margin) / larger;
  return withoutSpecks(words).map(({ box: { left, top, right, bottom }, ...word }) => ({
    ...word,
    box: {
      left: onPage(part.left, left),
      top: onPage(part.top, top),
      right: onPage(part.left, right),
      bottom: onPage(part.top, bottom),
    },
  }));
}

/** What is left of a cell's own lines is no ink of its words. */
const inset = 6;

function inkIn({ width, data }: Gray, { left, top, right, bottom }: Box): number {
  let count = 0;
  for (let y = top + inset; y < bottom - inset; y += 1) {
    for (let x = left + inset; x < right - inset; x += 1) if ((data[y * width + x] ?? 255) < 140) count += 1;
  }
  return count;
}

/** A cell's words by their lines. */
function cellPieces(words: readonly ScannedWord[]): Piece[] {
  const lines = Map.groupBy(words, ({ line }) => line);
  return [...lines.values()].flatMap((line) => {
    const text = withSmallLetters(tidy(line.map((word) => word.text).join(' ')));
    const top = Math.min(...line.map(({ box }) => box.top));
    const bottom = Math.max(...line.map(({ box }) => box.bottom));
    if (text === '') return [];
    return {
      text: asNumber(text),
      kind: 'text' as const,
      left: Math.min(...line.map(({ box }) => box.left)) / perPoint,
      right: Math.max(...line.map(({ box }) => box.right)) / perPoint,
      middle: (top + bottom) / 2 / perPoint,
      size: (bottom - top) / perPoint,
      ...{ struck: false, cut: false, field: null, parts: [] },
    };
  });
}

/** A cell that holds one stroke alone holds the number one; several strokes are a group's number, whichever. */
function asNumber(text: string): string {
  if (/^[lI|!]$/.test(text)) return '1';
  return /^[IlHm|]{1,4}\.?$/.test(text) ? 'II' : text;
}

/** Height of letters, in points: what is near or far on a line is measured by it. */
const letterSize = 11;

/** A word stands on its line as one letter would, with a space behind it. */
function asLetters({ text, box, line }: ScannedWord, index: number): Letter[] {
  const [left, right, y] = [box.left / perPoint, box.right / perPoint, box.bottom / perPoint];
  const word = {
    ...{ text, size: letterSize, turn: 0, order: line * 1000 + index, colour: '#000000', owner: null },
    from: { x: left, y },
    to: { x: right, y },
    middle: { x: (left + right) / 2, y: (box.top + box.bottom) / 2 / perPoint },
    clip: { left: 0, top: 0, right: Infinity, bottom: Infinity },
    ...{ struck: false, cut: false },
  };
  return [word, { ...word, text: ' ', from: { x: right, y } }];
}

/** Ink of a line is no thicker, in points of the picture; what goes farther is a letter that touches it. */
const thickest = 10;
/** How far from its middle a line may wander. */
const wander = 7;

/** The picture without its ruling lines, which else are taken for letters. */
function withoutRules(gray: Gray, flatInk: Uint8Array, uprightInk: Uint8Array, rules: readonly Rule[]): Gray {
  const data = Uint8Array.from(gray.data);
  for (const { upright, at, from, to } of rules) {
    const ink = upright ? uprightInk : flatInk;
    const [step, most] = upright ? [1, gray.width] : [gray.width, gray.height];
    const middle = Math.round(at * perPoint);
    for (let along = Math.round(from * perPoint); along <= Math.round(to * perPoint); along += 1) {
      const start = upright ? along * gray.width : along;
      const run = inkAcross(ink, start, step, middle, most);
      if (!run || run.to - run.from >= thickest) continue;
      for (let across = Math.max(0, run.from - 3); across <= Math.min(most - 1, run.to + 3); across += 1)
        data[start + across * step] = 255;
    }
  }
  return { ...gray, data };
}

/** The ink nearest to the middle of a line, across it. */
function inkAcross(
  ink: Uint8Array,
  start: number,
  step: number,
  middle: number,
  most: number,
): { from: number; to: number } | null {
  const isInk = (across: number): boolean => across >= 0 && across < most && ink[start + across * step] === 1;
  for (let off = 0; off <= wander; off += 1) {
    const found = [middle - off, middle + off].find(isInk);
    if (found === undefined) continue;
    let [from, to] = [found, found];
    while (isInk(from - 1)) from -= 1;
    while (isInk(to + 1)) to += 1;
    return { from, to };
  }
  return null;
}

function withoutTables(gray: Gray, lattices: readonly Lattice[]): Gray {
  const data = Uint8Array.from(gray.data);
  for (const { box } of lattices) {
    const [left, right] = [box.left, box.right].map((x) => Math.round(x * perPoint));
    for (let y = Math.round(box.top * perPoint); y <= Math.round(box.bottom * perPoint); y += 1)
      data.fill(255, y * gray.width + (left ?? 0), y * gray.width + (right ?? 0));
  }
  return { ...gray, data };
}
