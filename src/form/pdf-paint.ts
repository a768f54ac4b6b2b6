import type { OPS as Ops } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Outline, readPath } from './pdf-path.ts';
import {
  at,
  type Box,
  boxOf,
  corners,
  type Fill,
  identity,
  type Matrix,
  overlap,
  type Painting,
  type Point,
  times,
} from './pdf-shapes.ts';
import { signOf } from './pdf-signs.ts';
import { Unreadable } from './unreadable.ts';

/** What pdf.js knows of a font that matters for where its signs stand. */
export type Font = { fontMatrix?: readonly number[]; isType3Font?: boolean; vertical?: boolean };

/** A page as pdf.js takes it apart: its operators, and what they refer to. */
export type Operators = {
  ops: typeof Ops;
  functions: readonly number[];
  args: readonly unknown[];
  fonts: ReadonlyMap<string, Font>;
  /** Whether a layer (optional content) is shown. */
  isShown(layer: unknown): boolean;
  base: Matrix;
  width: number;
  height: number;
};

/** Signs and lines of one page; a form has some thousands. */
const mostPainted = 200_000;

type State = {
  ctm: Matrix;
  clip: Box;
  font: Font;
  fontSize: number;
  charSpacing: number;
  wordSpacing: number;
  stretch: number;
  leading: number;
  rise: number;
  mode: number;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  fill: string | null;
  stroke: string | null;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  /** Blended or masked paint hides nothing. */
  plain: boolean;
  masked: boolean;
  /** The next picture has a mask of its own. */
  cutOut: boolean;
};

type GlyphArg = { unicode?: string; width?: number; isSpace?: boolean };

/** Paints a page's operators into lists of what stands where. Throws Unreadable where it is too much. */
export function paint(page: Operators): Painting {
  const painter = new Painter(page);
  for (const [index, name] of page.functions.entries())
    painter.do(name, (page.args[index] ?? []) as unknown[]);
  return painter.painting;
}

class Painter {
  readonly painting: Painting;
  readonly #page: Operators;
  readonly #actions: ReadonlyMap<number, (args: never[]) => void>;
  #state: State;
  #stack: State[] = [];
  #order = 0;
  #pendingClip = false;
  #owner: string | null = null;
  /** Marked content, innermost last: whether it is shown. */
  #shown: boolean[] = [];
  /** Groups, innermost last: whether they are painted or only mask something. */
  #groups: boolean[] = [];

  constructor(page: Operators) {
    this.#page = page;
    const { width, height } = page;
    this.painting = { width, height, glyphs: [], fills: [], segments: [], pictured: 0 };
    this.#state = this.#start();
    this.#actions = this.#table(page.ops);
  }

  do(operator: number, args: unknown[]): void {
    this.#order += 1;
    this.#actions.get(operator)?.(args as never[]);
    const { glyphs, fills, segments } = this.painting;
    if (glyphs.length + fills.length + segments.length > mostPainted || this.#stack.length > 2000)
      throw new Unreadable('too much is painted on a page');
  }

  #start(): State {
    const { base, width, height } = this.#page;
    return {
      ctm: base,
      clip: { left: 0, top: 0, right: width, bottom: height },
      font: {},
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      text: identity,
      x: 0,
      y: 0,
      lineX: 0,
      lineY: 0,
      fill: '#000000',
      stroke: '#000000',
      fillAlpha: 1,
      strokeAlpha: 1,
      lineWidth: 1,
      plain: true,
      masked: false,
      cutOut: false,
    };
  }

  /** What each operator does; those that change nothing of interest are missing. */
  #table(ops: typeof Ops): ReadonlyMap<number, (args: never[]) => void> {
    const set =
      (key: keyof State, factor = 1) =>
      ([value]: [number]): void => {
        Object.assign(this.#state, { [key]: Number(value) * factor });
      };
    const colour =
      (key: 'fill' | 'stroke') =>
      ([value]: [unknown]): void => {
        this.#state[key] = typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value) ? value : null;
      };
    const paintsNothing = (key: 'fill' | 'stroke') => (): void => {
      this.#state[key] = '';
    };
    const picture = (): void => this.#picture([this.#state.ctm]);
    return new Map<number, (args: never[]) => void>([
      [ops.save, () => this.#save()],
      [ops.restore, () => this.#restore()],
      [ops.transform, (matrix: never[]) => this.#transform(asMatrix(matrix))],
      [ops.setLineWidth, set('lineWidth')],
      [ops.setGState, ([pairs]: [readonly (readonly [string, unknown])[]]) => this.#setGState(pairs)],
      [ops.setFillRGBColor, colour('fill')],
      [ops.setStrokeRGBColor, colour('stroke')],
      [ops.setFillColorN, colour('fill')],
      [ops.setStrokeColorN, colour('stroke')],
      [ops.setFillTransparent, paintsNothing('fill')],
      [ops.setStrokeTransparent, paintsNothing('stroke')],
      [ops.beginText, () => this.#moveTo(identity)],
      [ops.setCharSpacing, set('charSpacing')],
      [ops.setWordSpacing, set('wordSpacing')],
      [ops.setHScale, set('stretch', 0.01)],
      [ops.setLeading, set('leading', -1)],
      [ops.setTextRise, set('rise')],
      [ops.setTextRenderingMode, set('mode')],
      [ops.setFont, ([name, size]: [string, number]) => this.#setFont(name, size)],
      [ops.moveText, ([x, y]: [number, number]) => this.#moveText(x, y)],
      [
        ops.setLeadingMoveText,
        ([x, y]: [number, number]) => {
          this.#state.leading = y;
          this.#moveText(x, y);
        },
      ],
      [ops.setTextMatrix, (args: never[]) => this.#moveTo(asMatrix(args.length === 1 ? args[0] : args))],
      [ops.nextLine, () => this.#moveText(0, this.#state.leading)],
      [ops.showText, ([glyphs]: [readonly (GlyphArg | number)[]]) => this.#showText(glyphs)],
      [ops.clip, () => this.#clipNext()],
      [ops.eoClip, () => this.#clipNext()],
      [ops.constructPath, ([kind, data]: [number, unknown]) => this.#path(kind, data)],
      [ops.shadingFill, () => this.#fillBox(this.#state.clip, null)],
      [ops.paintFormXObjectBegin, ([matrix, box]: [unknown, unknown]) => this.#beginForm(matrix, box)],
      [ops.paintFormXObjectEnd, () => this.#restore()],
      [ops.beginGroup, ([group]: [Record<string, unknown>]) => this.#beginGroup(group)],
      [ops.endGroup, () => this.#endGroup()],
      [ops.beginAnnotation, (args: never[]) => this.#beginAnnotation(args)],
      [ops.endAnnotation, () => this.#endAnnotation()],
      [ops.beginMarkedContent, () => void this.#shown.push(true)],
      [
        ops.beginMarkedContentProps,
        ([tag, props]: [string, unknown]) => void this.#shown.push(tag !== 'OC' || this.#page.isShown(props)),
      ],
      [ops.endMarkedContent, () => void this.#shown.pop()],
      [ops.paintImageXObject, picture],
      [ops.paintInlineImageXObject, picture],
      [ops.paintInlineImageXObjectGroup, picture],
      [
        ops.paintImageXObjectRepeat,
        ([, scaleX, scaleY, positions]: [unknown, number, number, ArrayLike<number>]) =>
          this.#pictures(scaleX, scaleY, positions),
      ],
      [ops.paintSolidColorImageMask, () => this.#fillUnit()],
    ] as [number, (args: never[]) => void][]);
  }

  get #isShown(): boolean {
    return this.#shown.every(Boolean) && this.#groups.every(Boolean);
  }

  #save(): void {
    this.#stack.push(this.#state);
    this.#state = { ...this.#state };
  }

  #restore(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #transform(matrix: Matrix): void {
    this.#state.ctm = times(this.#state.ctm, matrix);
  }

  #setGState(pairs: readonly (readonly [string, unknown])[]): void {
    const state = this.#state;
    for (const [key, value] of pairs) {
      if (key === 'ca') state.fillAlpha = Number(value);
      if (key === 'CA') state.strokeAlpha = Number(value);
      if (key === 'LW') state.lineWidth = Number(value);
      if (key === 'BM') state.plain = value === 'source-over' || value === 'Normal';
      if (key === 'SMask') state.masked = Boolean(value);
      // pdf.js says so, and nothing else, before a picture that has a mask of its own.
      if (key === 'SMask' && value === false && pairs.length === 1) state.cutOut = true;
      if (key === 'Font' && Array.isArray(value)) this.#setFont(String(value[0]), Number(value[1]));
    }
  }

  #setFont(name: string, size: number): void {
    this.#state.font = this.#page.fonts.get(name) ?? {};
    this.#state.fontSize = size;
  }

  #moveTo(matrix: Matrix): void {
    Object.assign(this.#state, { text: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
  }

  #moveText(x: number, y: number): void {
    const state = this.#state;
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  }

  #showText(glyphs: readonly (GlyphArg | number)[]): void {
    const state = this.#state;
    const matrix = times(state.ctm, state.text);
    const { font } = state;
    if (font.vertical) throw new Unreadable('text set from top to bottom');
    const direction = state.fontSize < 0 ? -1 : 1;
    const size = Math.abs(state.fontSize);
    const perWidth = size * (font.fontMatrix?.[0] ?? 0.001);
    const stretch = state.stretch * direction;
    let x = 0;
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph * size) / 1000;
        continue;
      }
      const width = (glyph.width ?? 0) * perWidth;
      this.#glyph(glyph, matrix, state.x + x * stretch, state.x + (x + width) * stretch, size);
      x += width + ((glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction;
    }
    state.x += x * stretch;
  }

  #glyph({ unicode = '' }: GlyphArg, matrix: Matrix, x: number, endX: number, size: number): void {
    if (!this.#isShown || unicode === '') return;
    const state = this.#state;
    const from = at(matrix, x, state.y + state.rise);
    const to = at(matrix, endX, state.y + state.rise);
    const text = signOf(unicode);
    const before = this.painting.glyphs.at(-1);
    if (before && isMark(text) && Math.hypot(from.x - before.to.x, from.y - before.to.y) < 2 * before.size) {
      // An accent of its own belongs to the letter painted before it.
      before.text += text;
      return;
    }
    const along = size * Math.sign(state.stretch * state.fontSize);
    const vector = { x: matrix[0] * along, y: matrix[1] * along };
    this.painting.glyphs.push({
      text,
      from,
      to,
      size: Math.hypot(matrix[2], matrix[3]) * size,
      turn: turnOf(vector),
      order: this.#order,
      colour: this.#textColour(),
      clip: state.clip,
      owner: this.#owner,
    });
  }

  /** Text modes 3 and 7 paint nothing, 1 and 5 the outline alone (ISO 32000-1, 9.3.6). */
  #textColour(): string | null {
    const { mode, fill, stroke, fillAlpha, strokeAlpha } = this.#state;
    const kind = mode % 4;
    if (kind === 3) return '';
    const outlined = strokeAlpha > faint ? stroke : '';
    const filled = fillAlpha > faint ? fill : '';
    if (kind === 1) return outlined;
    return kind === 2 && filled === '' ? outlined : filled;
  }

  #clipNext(): void {
    this.#pendingClip = true;
  }

  #path(kind: number, data: unknown): void {
    const outlines = readPath(data, this.#state.ctm);
    const clips = this.#pendingClip;
    this.#pendingClip = false;
    if (outlines.length > 0 && this.#isShown) this.#paintPath(kind, outlines);
    if (clips) {
      const box = boxOf(outlines.flatMap(({ points }) => points));
      this.#state.clip = overlap(this.#state.clip, box);
    }
  }

  #paintPath(kind: number, outlines: readonly Outline[]): void {
    const { ops } = this.#page;
    const fills = [ops.fill, ops.fillStroke, ops.closeFillStroke];
    const evenOdd = [ops.eoFill, ops.eoFillStroke, ops.closeEOFillStroke];
    if (fills.includes(kind)) this.#fill(outlines, false);
    if (evenOdd.includes(kind)) this.#fill(outlines, true);
    const strokes = [ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke];
    if ([...strokes, ops.closeFillStroke, ops.closeEOFillStroke].includes(kind)) this.#stroke(outlines);
  }

  #fill(outlines: readonly Outline[], evenOdd: boolean): void {
    const { fill, fillAlpha, plain, masked, clip } = this.#state;
    if (fill === '' || fillAlpha <= faint) return;
    const shared = { colour: fill, order: this.#order, owner: this.#owner };
    const rest: Outline[] = [];
    for (const outline of outlines) {
      const line = asLine(overlap(boxOf(outline.points), clip));
      if (line) this.painting.segments.push({ ...line, ...shared });
      else rest.push(outline);
    }
    this.#ring(rest);
    const box = overlap(boxOf(rest.flatMap(({ points }) => points)), clip);
    if (rest.length === 0 || box.right <= box.left || box.bottom <= box.top) return;
    const opaque = fillAlpha > 0.9 && plain && !masked;
    this.painting.fills.push({ outlines: rest.map(({ points }) => points), evenOdd, box, opaque, ...shared });
  }

  /** A box within a box, filled between them, is a frame. */
  #ring(outlines: readonly Outline[]): void {
    const boxes = outlines.filter(({ isBox }) => isBox).map(({ points }) => boxOf(points));
    for (const outer of boxes) {
      const inner = boxes.find((it) => {
        const gaps = [
          it.left - outer.left,
          it.top - outer.top,
          outer.right - it.right,
          outer.bottom - it.bottom,
        ];
        return gaps.every((gap) => gap >= 0 && gap <= thin) && gaps.some((gap) => gap > 0);
      });
      if (inner) this.#strokeLoop(corners(outer), this.#state.fill, thin);
    }
  }

  #stroke(outlines: readonly Outline[]): void {
    const { stroke, strokeAlpha, lineWidth, ctm } = this.#state;
    if (stroke === '' || strokeAlpha <= faint) return;
    const thickness = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
    for (const { points, closed } of outlines) {
      if (closed) this.#strokeLoop(points, stroke, thickness);
      else for (const [index, to] of points.entries()) this.#line(points[index - 1], to, stroke, thickness);
    }
  }

  #strokeLoop(points: readonly Point[], colour: string | null, thickness: number): void {
    for (const [index, to] of points.entries()) this.#line(points.at(index - 1), to, colour, thickness);
  }

  #line(from: Point | undefined, to: Point, colour: string | null, thickness: number): void {
    if (!from || (from.x === to.x && from.y === to.y)) return;
    const { clip } = this.#state;
    const seen = overlap(boxOf([from, to]), clip);
    if (seen.right < seen.left - thin || seen.bottom < seen.top - thin) return;
    // Lines along the page end where they are clipped.
    const upright = Math.abs(from.x - to.x) < 1 || Math.abs(from.y - to.y) < 1;
    const ends = upright
      ? { from: { x: seen.left, y: seen.top }, to: { x: seen.right, y: seen.bottom } }
      : { from, to };
    this.painting.segments.push({ ...ends, thickness, colour, order: this.#order, owner: this.#owner });
  }

  #fillBox(box: Box, colour: string | null): void {
    const { fillAlpha, plain, masked, clip } = this.#state;
    const seen = overlap(box, clip);
    if (!this.#isShown || seen.right <= seen.left || seen.bottom <= seen.top) return;
    const fill: Fill = {
      outlines: [corners(seen)],
      evenOdd: false,
      box: seen,
      order: this.#order,
      colour,
      opaque: fillAlpha > 0.9 && plain && !masked,
      owner: this.#owner,
    };
    this.painting.fills.push(fill);
  }

  #unitBox(matrix: Matrix): Box {
    return boxOf(corners({ left: 0, top: 0, right: 1, bottom: 1 }).map(({ x, y }) => at(matrix, x, y)));
  }

  #fillUnit(): void {
    const box = this.#unitBox(this.#state.ctm);
    const line = asLine(overlap(box, this.#state.clip));
    const shared = { colour: this.#state.fill, order: this.#order, owner: this.#owner };
    if (line && this.#isShown) this.painting.segments.push({ ...line, ...shared });
    else this.#fillBox(box, this.#state.fill);
  }

  #picture(matrices: readonly Matrix[]): void {
    for (const matrix of matrices) {
      const box = overlap(this.#unitBox(matrix), this.#state.clip);
      if (!this.#state.cutOut) this.#fillBox(box, null);
      if (this.#isShown && box.right > box.left && box.bottom > box.top)
        this.painting.pictured +=
          ((box.right - box.left) * (box.bottom - box.top)) / (this.#page.width * this.#page.height);
    }
  }

  #pictures(scaleX: number, scaleY: number, positions: ArrayLike<number>): void {
    const { ctm } = this.#state;
    const places = Array.from({ length: Math.min(positions.length / 2, 1000) }, (_, index): Matrix => {
      return [scaleX, 0, 0, scaleY, positions[2 * index] ?? 0, positions[2 * index + 1] ?? 0];
    });
    this.#picture(places.map((place) => times(ctm, place)));
  }

  #beginForm(matrix: unknown, box: unknown): void {
    this.#save();
    if (matrix) this.#transform(asMatrix(matrix));
    if (box) this.#clipTo(box);
  }

  #clipTo(box: unknown): void {
    const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(box as ArrayLike<number>);
    const points = corners({ left, top, right, bottom }).map(({ x, y }) => at(this.#state.ctm, x, y));
    this.#state.clip = overlap(this.#state.clip, boxOf(points));
  }

  #beginGroup({ matrix, bbox, smask }: Record<string, unknown>): void {
    this.#save();
    if (matrix) this.#transform(asMatrix(matrix));
    if (bbox) this.#clipTo(bbox);
    this.#groups.push(!smask);
  }

  #endGroup(): void {
    this.#groups.pop();
    this.#restore();
  }

  #beginAnnotation([id, box, transform, matrix]: unknown[]): void {
    this.#stack = [];
    this.#state = this.#start();
    this.#owner = String(id);
    if (box) this.#clipTo(box);
    if (transform) this.#transform(asMatrix(transform));
    if (matrix) this.#transform(asMatrix(matrix));
  }

  #endAnnotation(): void {
    this.#owner = null;
    this.#stack = [];
    this.#state = this.#start();
  }
}

function isMark(text: string): boolean {
  return /^\p{M}+$/u.test(text);
}

/** Less paint than this nobody sees. */
const faint = 0.1;
/** A filled box no wider than this is a line. */
const thin = 3;

function asMatrix(numbers: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(numbers as ArrayLike<number>);
  return [a, b, c, d, e, f];
}

function asLine({ left, top, right, bottom }: Box): { from: Point; to: Point; thickness: number } | null {
  const width = right - left;
  const height = bottom - top;
  if (width < 0 || height < 0 || Math.min(width, height) > thin) return null;
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return width > height
    ? { from: { x: left, y }, to: { x: right, y }, thickness: height }
    : { from: { x, y: top }, to: { x, y: bottom }, thickness: width };
}

function turnOf({ x, y }: Point): number | null {
  const length = Math.hypot(x, y);
  if (length === 0) return null;
  const turn = ((Math.atan2(y, x) / Math.PI) * 2 + 4) % 4;
  const whole = Math.round(turn);
  return Math.abs(turn - whole) < 0.02 ? whole % 4 : null;
}
