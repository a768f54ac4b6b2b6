import type { Rule } from './pdf-seen.ts';
import { type Box, boxOf, type Point } from './pdf-shapes.ts';
import type { Gray } from './scan-gray.ts';

/** A stroke of a pen over words, in points of the picture: where it goes and the letters that it crosses. */
export type Stroke = {
  box: Box;
  over: readonly Box[];
  /** Columns of the picture in which nothing but the stroke is, each from a point to a point below. */
  bare: readonly { x: number; from: number; to: number }[];
};

type Size = Pick<Gray, 'width' | 'height'>;

/** In points of the picture, at 300 to the inch: a stroke begins and ends so far beside its table at most. */
const beside = 80;
const above = 10;
/** Print has no ink that goes on so far without a break, up or down by no more than along: letters of poor scans grow together, but wind. */
const shortest = 110;
/** What is no higher is a stroke by itself; what is higher, and no more than the second, a letter in its way that stands out on both sides. */
const thin = 14;
const letter = { least: 18, most: 90, beyond: 6 };
/** Letters that a stroke crosses at least, and in parts of its length: words touch lines that are set below or above them, here and there. */
const leastLetters = 3;
const leastCrossing = 0.03;
/** Strokes nearer than this are one. */
const near = 14;

/** The strokes over the words of a table: ink that goes on across letters and the gaps between them, as no ruling line and no letter does. */
export function strokesOver(ink: Uint8Array, size: Size, rules: readonly Rule[], table: Box): Stroke[] {
  const sheet = new Sheet(ink, size, table);
  for (const rule of rules) if (!rule.upright) sheet.eraseLine(rule);
  return sheet.paths().flatMap((path) => sheet.strokeAlong(path) ?? []);
}

/** Over how many points of a line letters are counted that it crosses, and in parts of them as many as make it a stroke. */
const stretch = 150;
const leastStruck = 0.06;
/** How far a ruling line may wander, and how thick it is at most. */
const wander = 8;
const thickest = 12;

/** The part of a picture around a table, column by column: 1 where there is ink. */
class Sheet {
  readonly #left: number;
  readonly #top: number;
  readonly #width: number;
  readonly #height: number;
  readonly #dark: Uint8Array;

  constructor(ink: Uint8Array, { width, height }: Size, table: Box) {
    this.#left = Math.max(0, Math.round(table.left) - beside);
    this.#top = Math.max(0, Math.round(table.top) - above);
    this.#width = Math.min(width, Math.round(table.right) + beside) - this.#left;
    this.#height = Math.min(height, Math.round(table.bottom) + above) - this.#top;
    this.#dark = new Uint8Array(this.#width * this.#height);
    for (let y = 0; y < this.#height; y += 1) {
      const row = (y + this.#top) * width + this.#left;
      for (let x = 0; x < this.#width; x += 1) this.#dark[x * this.#height + y] = ink[row + x] ?? 0;
    }
  }

  /** Takes a ruling line away, where it crosses no letters. */
  eraseLine({ at, from, to }: Rule): void {
    const first = Math.max(0, Math.round(from) - this.#left);
    const last = Math.min(this.#width - 1, Math.round(to) - this.#left);
    const runs = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
      this.#runNear(first + index, Math.round(at) - this.#top),
    );
    const crossed = runs.map((run) => (run && isLetter(run, run.y) ? 1 : 0));
    let count = 0;
    const counts = crossed.map((one, index) => {
      count += one - (crossed[index - stretch] ?? 0);
      return count;
    });
    for (const [index, run] of runs.entries()) {
      const around = counts[Math.min(counts.length - 1, index + stretch / 2)] ?? 0;
      if (!run || run.to - run.from >= thickest || around >= leastStruck * stretch) continue;
      const start = (first + index) * this.#height;
      this.#dark.fill(0, start + Math.max(0, run.from - 2), start + Math.min(this.#height, run.to + 3));
    }
  }

  /** The ink of a column around a place or nearest to it. */
  #runNear(x: number, middle: number): (Run & { y: number }) | null {
    for (let off = 0; off <= wander; off += 1) {
      const y = [middle - off, middle + off].find((one) => this.#isDark(x, one));
      if (y !== undefined) return { ...this.#runAt(x, y), y };
    }
    return null;
  }

  #isDark(x: number, y: number): boolean {
    return y >= 0 && y < this.#height && this.#dark[x * this.#height + y] === 1;
  }

  #runAt(x: number, y: number): Run {
    let [from, to] = [y, y];
    while (this.#isDark(x, from - 1)) from -= 1;
    while (this.#isDark(x, to + 1)) to += 1;
    return { from, to };
  }

  /** Ways through the ink from left to right, none beside a longer one. */
  paths(): Point[][] {
    const lengths = this.#lengths();
    const ends = [...lengths.keys()].filter((at) => this.#isEnd(lengths, at));
    const taken = new Uint8Array(lengths.length);
    const found: Point[][] = [];
    for (const end of ends.toSorted((a, b) => (lengths[b] ?? 0) - (lengths[a] ?? 0))) {
      if (taken[end] === 1) continue;
      const path = this.#pathTo(lengths, end);
      const known = path.filter(({ x, y }) => taken[x * this.#height + y] === 1).length;
      for (const { x, y } of path)
        taken.fill(
          1,
          x * this.#height + Math.max(0, y - near),
          x * this.#height + Math.min(this.#height, y + near + 1),
        );
      if (known * 2 < path.length) found.push(path);
    }
    return found;
  }

  /** At each point of ink, how far it goes on to the left of there. */
  #lengths(): Uint16Array {
    const height = this.#height;
    const lengths = new Uint16Array(this.#dark.length);
    for (let at = height; at < lengths.length; at += 1) {
      if (this.#dark[at] !== 1) continue;
      const before = at - height;
      lengths[at] = 1 + Math.max(lengths[before - 1] ?? 0, lengths[before] ?? 0, lengths[before + 1] ?? 0);
    }
    return lengths;
  }

  #isEnd(lengths: Uint16Array, at: number): boolean {
    const length = lengths[at] ?? 0;
    if (length < shortest) return false;
    const next = at + this.#height;
    return [next - 1, next, next + 1].every((one) => (lengths[one] ?? 0) <= length);
  }

  #pathTo(lengths: Uint16Array, end: number): Point[] {
    const path: Point[] = [];
    for (let at = end; ; ) {
      path.push({ x: Math.floor(at / this.#height), y: at % this.#height });
      const before = at - this.#height;
      const left = (lengths[at] ?? 0) - 1;
      const next = [before, before - 1, before + 1].find((one) => left > 0 && lengths[one] === left);
      if (next === undefined) return path;
      at = next;
    }
  }

  /** What a way through the ink is, if it is a stroke over letters. */
  strokeAlong(path: readonly Point[]): Stroke | null {
    const onPage = ({ x, y }: Point): Point => ({ x: x + this.#left, y: y + this.#top });
    const bare: Stroke['bare'][number][] = [];
    const over: Box[] = [];
    let crossing = 0;
    for (const { x, y } of path) {
      const run = this.#runAt(x, y);
      const point = onPage({ x, y });
      if (run.to - run.from < thin)
        bare.push({ x: point.x, from: run.from + this.#top, to: run.to + this.#top });
      if (!isLetter(run, y)) continue;
      crossing += 1;
      const last = over.at(-1);
      // A letter may touch a line and the next row's: what the stroke is over is what is about it. The way leads from right to left.
      if (last && last.left - point.x <= 1) last.left = point.x;
      else over.push({ left: point.x, right: point.x + 1, top: point.y - near, bottom: point.y + near });
    }
    if (over.length < leastLetters || crossing < leastCrossing * path.length) return null;
    return { box: boxOf(path.map(onPage)), over, bare };
  }
}

type Run = { from: number; to: number };

function isLetter({ from, to }: Run, y: number): boolean {
  const high = to - from + 1;
  return high >= letter.least && high <= letter.most && y - from >= letter.beyond && to - y >= letter.beyond;
}

/** A picture, or its ink, without the strokes as far as they go over nothing. */
export function withoutStrokes(
  data: Uint8Array,
  width: number,
  strokes: readonly Stroke[],
  paper: number,
): Uint8Array {
  const kept = Uint8Array.from(data);
  for (const { x, from, to } of strokes.flatMap(({ bare }) => bare))
    for (let y = Math.max(0, from - 2); y <= to + 2; y += 1) kept[y * width + x] = paper;
  return kept;
}
