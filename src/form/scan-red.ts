import type { Box } from './pdf-shapes.ts';
import { cutOut, type Gray, turnQuarters } from './scan-gray.ts';
import { makeStraight, type ReadyPage } from './scan-ready.ts';

/** Points of a picture as decoders give them, `size` bytes each, of which the first three are red, green and blue. */
type Points = Uint8Array | Uint8ClampedArray;

/** How much redder than anything else ink is, and how many points of it are more than specks. */
const leastRed = 60;
const leastPoints = 400;

/**
 * Reads the red ink of a picture as dark, and all else as paper. Null where there is none to speak of: most pictures
 * are spared the painting.
 */
export function redInk(
  data: Points,
  width: number,
  height: number,
  size: 3 | 4,
): ((x: number, y: number) => number) | null {
  const rednessAt = (at: number): number => (data[at] ?? 0) - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0);
  let count = 0;
  for (let at = 0; at < width * height * size && count < leastPoints; at += size) {
    if (rednessAt(at) >= leastRed) count += 1;
  }
  if (count < leastPoints) return null;
  return (x, y) => Math.min(255, Math.max(0, 255 - 2 * rednessAt((y * width + x) * size)));
}

/** Points of the grid in which ink that stands together is looked for, and how many of its squares may lie between. */
const square = 20;
const apart = 2;
/** In points at 300 to the inch: marks are a few millimetres high, and no wider than a hand. */
const lowest = 25;
const widest = 1200;
/** Marks are oblong; the round seals of offices are not. */
const oblong = 1.35;
const most = 12;
const margin = 60;

/** What may be a stamp with a mark, each by itself and upright: either way up, since a page may lie as it likes. */
export function stampsOn(red: Gray): ReadyPage[] {
  return clusters(red)
    .filter(({ left, top, right, bottom }) => {
      const [short, long] = [right - left, bottom - top].sort((a, b) => a - b) as [number, number];
      return short >= lowest && long <= widest && long >= oblong * short;
    })
    .slice(0, most)
    .flatMap((box) => {
      const cut = cutOut(red, box, 1, margin);
      const lying = box.bottom - box.top > box.right - box.left ? turnQuarters(cut, 1) : cut;
      return [lying, turnQuarters(lying, 2)].map((stamp) => withoutFrame(makeStraight(stamp)));
    });
}

/** Of a stamp's ink, what goes on over so much of its width is the frame, or a side of it, and no letter. */
const framing = 0.8;

/** A stamp without its frame, the sides of which are else taken for letters. */
function withoutFrame({ gray, ink, red }: ReadyPage): ReadyPage {
  const { width, height } = gray;
  const data = Uint8Array.from(gray.data);
  const kept = Uint8Array.from(ink);
  const pieces = piecesOf(ink, width, height, 1);
  const columns = pieces.flat().map((at) => at % width);
  const spread =
    columns.reduce((last, x) => Math.max(last, x), 0) -
    columns.reduce((first, x) => Math.min(first, x), width);
  for (const piece of pieces) {
    let [left, right] = [width, 0];
    for (const at of piece) [left, right] = [Math.min(left, at % width), Math.max(right, at % width)];
    if (right - left < framing * spread) continue;
    for (const at of piece) {
      kept[at] = 0;
      // The soft edge of the ink goes with it.
      for (const beside of [0, -2, -1, 1, 2].flatMap((x) => [at + x, at + x * width])) data[beside] = 255;
    }
  }
  return { gray: { width, height, data }, ink: kept, red };
}

/** In points at 300 to the inch: the seals of offices are about as high as wide, and no smaller or larger. */
const seal = { least: 250, most: 700 };

/** Red ink without the seals of offices, which may reach into a table from below. */
export function withoutSeals(red: Gray): Gray {
  const data = Uint8Array.from(red.data);
  for (const { left, top, right, bottom } of clusters(red)) {
    const [short, long] = [right - left, bottom - top].sort((a, b) => a - b) as [number, number];
    if (short < seal.least || long > seal.most || long >= oblong * short) continue;
    for (let y = top; y < bottom; y += 1)
      data.fill(255, y * red.width + left, y * red.width + Math.min(right, red.width));
  }
  return { ...red, data };
}

/** The boxes of ink that stands together. */
function clusters({ width, height, data }: Gray): Box[] {
  const [columns, rows] = [Math.ceil(width / square), Math.ceil(height / square)];
  const inked = new Uint8Array(columns * rows);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / square) * columns;
    for (let x = 0; x < width; x += 1)
      if ((data[y * width + x] ?? 255) < 160) inked[row + Math.floor(x / square)] = 1;
  }
  return piecesOf(inked, columns, rows, apart).map((squares) => boxOf(squares, columns));
}

/** What is marked in a grid, by what stands no farther apart than so many squares. */
function piecesOf(marked: Uint8Array, columns: number, rows: number, reach: number): number[][] {
  const left = Uint8Array.from(marked);
  const found: number[][] = [];
  for (let start = 0; start < left.length; start += 1) {
    if (left[start] !== 1) continue;
    const squares = [start];
    left[start] = 0;
    for (const at of squares) {
      const [row, column] = [Math.floor(at / columns), at % columns];
      for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y += 1) {
        for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x += 1) {
          if (left[y * columns + x] !== 1) continue;
          left[y * columns + x] = 0;
          squares.push(y * columns + x);
        }
      }
    }
    found.push(squares);
  }
  return found;
}

function boxOf(squares: readonly number[], columns: number): Box {
  const box = { left: Infinity, top: Infinity, right: 0, bottom: 0 };
  for (const at of squares) {
    const [x, y] = [(at % columns) * square, Math.floor(at / columns) * square];
    box.left = Math.min(box.left, x);
    box.top = Math.min(box.top, y);
    box.right = Math.max(box.right, x + square);
    box.bottom = Math.max(box.bottom, y + square);
  }
  return box;
}
