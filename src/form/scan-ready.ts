import { type Gray, redraw, turnQuarters } from './scan-gray.ts';

/** A page made ready to be read: upright, evenly lit, ink dark on white paper. */
export type ReadyPage = {
  gray: Gray;
  /** 1 where there is ink. */
  ink: Uint8Array;
  /** Its red ink alone, where it has any. */
  red: Gray | null;
};

/** Points of the patches by which the paper's own shade is told. */
const patch = 48;
/** Most of the tilt that is put right, in radians: about seven degrees. */
const mostTilt = 0.12;
/** In parts of the paper's shade: what is as bright is paper with its grain, and what is as dark is all ink. */
const white = 0.92;
const black = 0.12;
/** Darker than this part of white is ink. */
const inkBelow = 0.72;

/** A hand sets a stamp less straight than a page lies in a scanner. */
const mostStampTilt = 0.3;

/** Straightens a stamp that was cut out of its page. */
export function makeStraight(stamp: Gray): ReadyPage {
  const gray = redraw(stamp, stamp.width, stamp.height, tiltOf(stamp, mostStampTilt, 1));
  return { gray, ink: inkOf(gray), red: null };
}

/** Puts right what scanners and cameras do to a page. Whether it stands on its head is not told by this. */
export function makeReady(picture: Gray, red: Gray | null): ReadyPage {
  const lit = evenlyLit(picture);
  const quarters = isLying(lit) ? 1 : 0;
  const lying = turnQuarters(lit, quarters);
  const tilt = tiltOf(lying, mostTilt, 3);
  const straight = (one: Gray): Gray =>
    Math.abs(tilt) > 0.0008 ? redraw(one, one.width, one.height, tilt) : one;
  const gray = straight(lying);
  return { gray, ink: inkOf(gray), red: red && straight(turnQuarters(red, quarters)) };
}

/** Turns a page that stands on its head. */
export function turnOver(page: ReadyPage): ReadyPage {
  const gray = turnQuarters(page.gray, 2);
  return { gray, ink: inkOf(gray), red: page.red && turnQuarters(page.red, 2) };
}

export function inkOf({ width, height, data }: Gray): Uint8Array {
  const ink = new Uint8Array(width * height);
  for (let at = 0; at < ink.length; at += 1) ink[at] = (data[at] ?? 255) < 255 * inkBelow ? 1 : 0;
  return ink;
}

/** Divides by the paper's shade around, which shadows and dim lamps make uneven, and smooths single specks away. */
function evenlyLit({ width, height, data }: Gray): Gray {
  const columns = Math.ceil(width / patch);
  const rows = Math.ceil(height / patch);
  const paper = blurred(paperShades(width, height, data, columns, rows), columns, rows);
  const lit = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const row = Math.min(rows - 1.001, Math.max(0, y / patch - 0.5));
    for (let x = 0; x < width; x += 1) {
      const column = Math.min(columns - 1.001, Math.max(0, x / patch - 0.5));
      const shade = shadeAt(paper, columns, row, column);
      const part = smooth(data, width, height, x, y) / Math.max(shade, 40);
      lit[y * width + x] = Math.min(255, Math.max(0, (255 * (part - black)) / (white - black)));
    }
  }
  return { width, height, data: lit };
}

/** The nine points around, the nearer the heavier. */
function smooth(data: Uint8Array, width: number, height: number, x: number, y: number): number {
  const at = y * width + x;
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) return data[at] ?? 255;
  const of = (index: number): number => data[index] ?? 255;
  return (
    (of(at) * 4 +
      (of(at - 1) + of(at + 1) + of(at - width) + of(at + width)) * 2 +
      of(at - width - 1) +
      of(at - width + 1) +
      of(at + width - 1) +
      of(at + width + 1)) /
    16
  );
}

/** Of each patch the shade that most of it is at least as bright as: words cover less than that of it. */
function paperShades(
  width: number,
  height: number,
  data: Uint8Array,
  columns: number,
  rows: number,
): Float32Array {
  const shades = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      counts.fill(0);
      let total = 0;
      for (let y = row * patch; y < Math.min(height, (row + 1) * patch); y += 2) {
        for (let x = column * patch; x < Math.min(width, (column + 1) * patch); x += 2) {
          const shade = data[y * width + x] ?? 255;
          counts[shade] = (counts[shade] ?? 0) + 1;
          total += 1;
        }
      }
      let brighter = 0;
      let shade = 255;
      while (shade > 0 && brighter + (counts[shade] ?? 0) < total * 0.3) {
        brighter += counts[shade] ?? 0;
        shade -= 1;
      }
      shades[row * columns + column] = shade;
    }
  }
  return shades;
}

/** A patch full of ink takes the shade of those around it. */
function blurred(shades: Float32Array, columns: number, rows: number): Float32Array {
  const around = (index: number, reach: number, pick: (values: number[]) => number): number => {
    const [row, column] = [Math.floor(index / columns), index % columns];
    const values: number[] = [];
    for (let y = Math.max(0, row - reach); y <= Math.min(rows - 1, row + reach); y += 1) {
      for (let x = Math.max(0, column - reach); x <= Math.min(columns - 1, column + reach); x += 1)
        values.push(shades[y * columns + x] ?? 255);
    }
    return pick(values);
  };
  return shades.map((_, index) =>
    around(index, 1, (values) => values.sort((a, b) => a - b)[values.length >> 1] ?? 255),
  );
}

function shadeAt(paper: Float32Array, columns: number, row: number, column: number): number {
  const [top, left] = [Math.floor(row), Math.floor(column)];
  const [down, right] = [row - top, column - left];
  const at = (y: number, x: number): number => paper[y * columns + x] ?? 255;
  const above = at(top, left) * (1 - right) + at(top, left + 1) * right;
  const below = at(top + 1, left) * (1 - right) + at(top + 1, left + 1) * right;
  return above * (1 - down) + below * down;
}

/** Every so many points of a page the ink on it, and its longer side. */
type Ink = { points: readonly { x: number; y: number }[]; side: number };

function inkPoints({ width, height, data }: Gray, step: number): Ink {
  const points: { x: number; y: number }[] = [];
  // The edges are often the scanner's own.
  const [sides, ends] = [Math.round(width * 0.04), Math.round(height * 0.04)];
  for (let y = ends; y < height - ends; y += step) {
    for (let x = sides; x < width - sides; x += step)
      if ((data[y * width + x] ?? 255) < 255 * inkBelow) points.push({ x, y });
  }
  return { points, side: Math.max(width, height) };
}

/** Height of the rows in which ink is counted, by which ruling lines stand out, and by which lines of words do. */
const low = 3;
const high = 15;

/** How unevenly ink is spread over the rows, seen along an angle. */
function unevenness({ points, side }: Ink, tilt: number, height: number): number {
  const size = Math.ceil((1.5 * side) / height);
  const rows = new Float64Array(size);
  for (const { x, y } of points) {
    const row = Math.round((y - x * tilt) / height) + (size >> 2);
    if (row >= 0 && row < size) rows[row] = (rows[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < size; row += 1) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2;
  return sum;
}

/** The tilt, so far to both sides of another, along which ink is spread most unevenly, and how much so. */
function steepest(ink: Ink, height: number, about: number, reach: number, step: number): [number, number] {
  let [best, most] = [about, -1];
  for (let tilt = about - reach; tilt <= about + reach + step / 2; tilt += step) {
    const uneven = unevenness(ink, tilt, height);
    if (uneven > most) [best, most] = [tilt, uneven];
  }
  return [best, most];
}

/** The angle by which lines run down to the right, in radians and no more than `most`, told by every so many points. */
function tiltOf(gray: Gray, most: number, every: number): number {
  const ink = inkPoints(gray, every);
  const [about] = steepest(ink, low, 0, most, 0.001);
  const [tilt] = steepest(ink, low, about, 0.001, 0.00025);
  return Math.atan(tilt);
}

/** Longer than a stroke of a letter, in points of the picture. */
const stroke = 30;

/** The ink that goes on to neither side nor up and down: that of words, without ruling lines and dark edges. */
function wordsOf({ points, side }: Ink, { width, data }: Gray): Ink {
  const isInk = (at: number): boolean => (data[at] ?? 255) < 255 * inkBelow;
  const goesOn = (at: number, by: number): boolean => isInk(at - by) && isInk(at + by);
  const words = points.filter(({ x, y }) => {
    const at = y * width + x;
    return !goesOn(at, stroke) && !goesOn(at, stroke * width);
  });
  return { points: words, side };
}

/** Whether the lines of words run up and down the page. */
function isLying(gray: Gray): boolean {
  const ink = wordsOf(inkPoints(gray, 3), gray);
  const sideways = { ...ink, points: ink.points.map(({ x, y }) => ({ x: y, y: x })) };
  const most = (of: Ink): number => steepest(of, high, 0, mostTilt / 2, 0.004)[1];
  return most(sideways) > 1.3 * most(ink);
}
