import type { OPS as Ops } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { Canvas, faint } from './pdf-canvas.ts';
import { type Outline, readPath } from './pdf-path.ts';
import {
  at,
  boxOf,
  corners,
  identity,
  type Matrix,
  overlap,
  type Painting,
  type Point,
  times,
} from './pdf-shapes.ts';
import { signOf } from './pdf-signs.ts';
import { type Font, type State, startState } from './pdf-state.ts';
import { Unreadable } from './unreadable.ts';

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

/** Saved states within each other. */
const deepest = 2000;
/** Copies of one picture that are painted at once. */
const mostCopies = 1000;

type GlyphArg = { unicode?: string; width?: number; isSpace?: boolean };

/** Paints a page's operators into lists of what stands where. Throws Unreadable where it is too much. */
export function paint(page: Operators): Painting {
  const painter = new Painter(page);
  for (const [index, name] of page.functions.entries())
    painter.do(name, (page.args[index] ?? []) as unknown[]);
  return painter.painting;
}

class Painter {
  readonly #canvas: Canvas;
  readonly #page: Operators;
  readonly #actions: ReadonlyMap<number, (args: never[]) => void>;
  #state: State;
  #stack: State[] = [];
  #pendingClip = false;
  /** Marked content, innermost last: whether it is shown. */
  #shown: boolean[] = [];
  /** Groups, innermost last: whether they are painted or only mask something. */
  #groups: boolean[] = [];

  constructor(page: Operators) {
    this.#page = page;
    this.#canvas = new Canvas(page.width, page.height);
    this.#state = this.#start();
    this.#actions = this.#table(page.ops);
  }

  do(operator: number, args: unknown[]): void {
    this.#canvas.next();
    this.#actions.get(operator)?.(args as never[]);
    if (this.#stack.length > deepest) throw new Unreadable('too many states within each other');
  }

  get painting(): Painting {
    return this.#canvas.painting;
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
    const picture = (): void => this.#picture([identity]);
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
      [ops.shadingFill, () => this.#shade()],
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

  #start(): State {
    return startState(this.#page.base, this.#page.width, this.#page.height);
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
    const along = size * Math.sign(state.stretch * state.fontSize);
    const vector = { x: matrix[0] * along, y: matrix[1] * along };
    this.#canvas.glyph({
      text: signOf(unicode),
      from,
      to,
      size: Math.hypot(matrix[2], matrix[3]) * size,
      turn: turnOf(vector),
      colour: this.#textColour(),
      clip: state.clip,
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
    if (fills.includes(kind)) this.#canvas.fill(this.#state, outlines, false);
    if (evenOdd.includes(kind)) this.#canvas.fill(this.#state, outlines, true);
    const strokes = [ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke];
    if ([...strokes, ops.closeFillStroke, ops.closeEOFillStroke].includes(kind))
      this.#canvas.stroke(this.#state, outlines);
  }

  #shade(): void {
    if (this.#isShown) this.#canvas.fillBox(this.#state, this.#state.clip, null);
  }

  #fillUnit(): void {
    if (this.#isShown) this.#canvas.fillUnit(this.#state);
  }

  #picture(places: readonly Matrix[]): void {
    if (this.#isShown) this.#canvas.picture(this.#state, places);
  }

  #pictures(scaleX: number, scaleY: number, positions: ArrayLike<number>): void {
    const count = Math.min(positions.length / 2, mostCopies);
    const places = Array.from({ length: count }, (_, index): Matrix => {
      return [scaleX, 0, 0, scaleY, positions[2 * index] ?? 0, positions[2 * index + 1] ?? 0];
    });
    this.#picture(places);
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
    this.#canvas.owner = String(id);
    if (box) this.#clipTo(box);
    if (transform) this.#transform(asMatrix(transform));
    if (matrix) this.#transform(asMatrix(matrix));
  }

  #endAnnotation(): void {
    this.#canvas.owner = null;
    this.#stack = [];
    this.#state = this.#start();
  }
}

function asMatrix(numbers: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(numbers as ArrayLike<number>);
  return [a, b, c, d, e, f];
}

function turnOf({ x, y }: Point): number | null {
  const length = Math.hypot(x, y);
  if (length === 0) return null;
  const turn = ((Math.atan2(y, x) / Math.PI) * 2 + 4) % 4;
  const whole = Math.round(turn);
  return Math.abs(turn - whole) < 0.02 ? whole % 4 : null;
}
