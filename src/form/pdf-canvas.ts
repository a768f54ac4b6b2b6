import type { Outline } from './pdf-path.ts';
import {
  at,
  type Box,
  boxOf,
  corners,
  type Glyph,
  type Matrix,
  overlap,
  type Painting,
  type Point,
  type Segment,
  times,
} from './pdf-shapes.ts';
import type { State } from './pdf-state.ts';
import { Unreadable } from './unreadable.ts';

/** Signs and lines of one page; a form has some thousands. */
const mostPainted = 200_000;
/** Less paint than this nobody sees. */
export const faint = 0.1;
/** A filled box no wider than this is a line. */
const thin = 3;

/** Gathers what is painted on a page, one piece after the other. */
export class Canvas {
  readonly painting: Painting;
  #order = 0;
  /** The annotation that is being painted. */
  owner: string | null = null;

  constructor(width: number, height: number) {
    this.painting = { width, height, glyphs: [], fills: [], segments: [], pictured: 0 };
  }

  /** What is painted from here on lies above what was painted before. Throws Unreadable where it is too much. */
  next(): void {
    this.#order += 1;
    const { glyphs, fills, segments } = this.painting;
    if (glyphs.length + fills.length + segments.length > mostPainted)
      throw new Unreadable('too much is painted on a page');
  }

  get #shared(): { order: number; owner: string | null } {
    return { order: this.#order, owner: this.owner };
  }

  glyph(glyph: Omit<Glyph, 'order' | 'owner'>): void {
    const { text, from } = glyph;
    const before = this.painting.glyphs.at(-1);
    const isMark = /^\p{M}+$/u.test(text);
    // An accent of its own belongs to the letter painted before it.
    if (before && isMark && Math.hypot(from.x - before.to.x, from.y - before.to.y) < 2 * before.size)
      before.text += text;
    else this.painting.glyphs.push({ ...glyph, ...this.#shared });
  }

  fill(state: State, outlines: readonly Outline[], evenOdd: boolean): void {
    if (state.fill === '' || state.fillAlpha <= faint) return;
    const shared = { colour: state.fill, ...this.#shared };
    const rest: Outline[] = [];
    for (const outline of outlines) {
      const line = asLine(boxOf(outline.points), state.clip);
      if (line) this.painting.segments.push({ ...line, ...shared });
      else rest.push(outline);
    }
    this.#ring(state, rest);
    const box = overlap(boxOf(rest.flatMap(({ points }) => points)), state.clip);
    if (rest.length === 0 || isEmpty(box)) return;
    const paths = rest.map(({ points }) => points);
    this.painting.fills.push({ outlines: paths, evenOdd, box, opaque: isOpaque(state), ...shared });
  }

  /** A box within a box, filled between them, is a frame. */
  #ring(state: State, outlines: readonly Outline[]): void {
    const boxes = outlines.filter(({ isBox }) => isBox).map(({ points }) => boxOf(points));
    for (const outer of boxes) {
      const inner = boxes.find((it) => {
        const across = [it.left - outer.left, outer.right - it.right];
        const gaps = [...across, it.top - outer.top, outer.bottom - it.bottom];
        return gaps.every((gap) => gap >= 0 && gap <= thin) && gaps.some((gap) => gap > 0);
      });
      if (inner) this.#loop(state, corners(outer), state.fill, thin);
    }
  }

  stroke(state: State, outlines: readonly Outline[]): void {
    const { stroke, strokeAlpha, lineWidth, ctm } = state;
    if (stroke === '' || strokeAlpha <= faint) return;
    const thickness = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    for (const { points, closed } of outlines) {
      if (closed) this.#loop(state, points, stroke, thickness);
      else
        for (const [index, to] of points.entries())
          this.#line(state, points[index - 1], to, stroke, thickness);
    }
  }

  #loop(state: State, points: readonly Point[], colour: string | null, thickness: number): void {
    for (const [index, to] of points.entries())
      this.#line(state, points.at(index - 1), to, colour, thickness);
  }

  #line(state: State, from: Point | undefined, to: Point, colour: string | null, thickness: number): void {
    if (!from || (from.x === to.x && from.y === to.y)) return;
    const box = boxOf([from, to]);
    const seen = overlap(box, state.clip);
    if (seen.right < seen.left - thin || seen.bottom < seen.top - thin) return;
    // Lines along the page end where they are clipped.
    const upright = Math.abs(from.x - to.x) < 1 || Math.abs(from.y - to.y) < 1;
    const ends = upright
      ? { from: { x: seen.left, y: seen.top }, to: { x: seen.right, y: seen.bottom } }
      : { from, to };
    this.painting.segments.push({ ...ends, cut: isCut(box, seen), thickness, colour, ...this.#shared });
  }

  fillBox(state: State, box: Box, colour: string | null): void {
    const seen = overlap(box, state.clip);
    if (isEmpty(seen)) return;
    const shape = { outlines: [corners(seen)], evenOdd: false, box: seen };
    this.painting.fills.push({ ...shape, colour, opaque: isOpaque(state), ...this.#shared });
  }

  /** Fills the unit square: some programs draw lines so. */
  fillUnit(state: State): void {
    const box = unitBox(state.ctm);
    const line = asLine(box, state.clip);
    if (line) this.painting.segments.push({ ...line, colour: state.fill, ...this.#shared });
    else this.fillBox(state, box, state.fill);
  }

  /** A picture fills the unit square of each place; with a mask of its own it hides nothing. */
  picture(state: State, places: readonly Matrix[]): void {
    const { width, height } = this.painting;
    for (const place of places) {
      const box = overlap(unitBox(times(state.ctm, place)), state.clip);
      if (!state.cutOut) this.fillBox(state, box, null);
      if (!isEmpty(box))
        this.painting.pictured += ((box.right - box.left) * (box.bottom - box.top)) / (width * height);
    }
  }
}

function unitBox(matrix: Matrix): Box {
  return boxOf(corners({ left: 0, top: 0, right: 1, bottom: 1 }).map(({ x, y }) => at(matrix, x, y)));
}

function isEmpty({ left, top, right, bottom }: Box): boolean {
  return right <= left || bottom <= top;
}

function isOpaque({ fillAlpha, plain, masked }: State): boolean {
  return fillAlpha > 0.9 && plain && !masked;
}

/** Whether much of a line is not seen. */
function isCut(line: Box, seen: Box): boolean {
  const gaps = [
    seen.left - line.left,
    seen.top - line.top,
    line.right - seen.right,
    line.bottom - seen.bottom,
  ];
  return Math.max(...gaps) > thin;
}

function asLine(box: Box, clip: Box): Pick<Segment, 'from' | 'to' | 'cut' | 'thickness'> | null {
  const seen = overlap(box, clip);
  const { left, top, right, bottom } = seen;
  const width = right - left;
  const height = bottom - top;
  if (width < 0 || height < 0 || Math.min(width, height) > thin) return null;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const ends =
    width > height
      ? { from: { x: left, y }, to: { x: right, y } }
      : { from: { x, y: top }, to: { x, y: bottom } };
  return { ...ends, cut: isCut(box, seen), thickness: Math.min(width, height) };
}
