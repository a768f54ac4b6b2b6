import { at, type Matrix, type Point } from './pdf-shapes.ts';

/** One piece of a path, curves as short lines. */
export type Outline = { points: Point[]; closed: boolean; isBox: boolean };

/** How pdf.js packs a path: the number of each step, and its points. */
const steps = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;
const pieces = 6;

/** Unpacks a path of pdf.js (`[Float32Array]`) onto the page. */
export function readPath(packed: unknown, matrix: Matrix): Outline[] {
  const numbers = Array.isArray(packed) ? (packed[0] as ArrayLike<number> | null) : null;
  const outlines: Outline[] = [];
  if (!numbers) return outlines;
  let last: Point = { x: 0, y: 0 };
  let index = 0;
  const next = (): Point => {
    const x = numbers[index] ?? 0;
    const y = numbers[index + 1] ?? 0;
    index += 2;
    return { x, y };
  };
  const add = (point: Point): void => {
    if (outlines.at(-1)?.closed)
      outlines.push({ points: [at(matrix, last.x, last.y)], closed: false, isBox: false });
    outlines.at(-1)?.points.push(at(matrix, point.x, point.y));
    last = point;
  };
  while (index < numbers.length) {
    const step = numbers[index];
    index += 1;
    if (step === steps.moveTo) {
      last = next();
      outlines.push({ points: [at(matrix, last.x, last.y)], closed: false, isBox: false });
    } else if (step === steps.lineTo) add(next());
    else if (step === steps.curveTo) for (const point of curve([last, next(), next(), next()])) add(point);
    else if (step === steps.quadraticCurveTo) for (const point of curve([last, next(), next()])) add(point);
    else if (step === steps.closePath) {
      const outline = outlines.at(-1);
      if (outline) outline.closed = true;
    } else break;
  }
  return outlines.filter(({ points }) => points.length > 1).map((it) => ({ ...it, isBox: isBox(it.points) }));
}

/** De Casteljau's points along a curve, without its start. */
function curve(controls: readonly Point[]): Point[] {
  return Array.from({ length: pieces }, (_, index) => {
    const t = (index + 1) / pieces;
    let points = controls;
    while (points.length > 1)
      points = points.slice(1).map(({ x, y }, order) => {
        const before = points[order] ?? { x, y };
        return { x: before.x + (x - before.x) * t, y: before.y + (y - before.y) * t };
      });
    return points[0] ?? { x: 0, y: 0 };
  });
}

function isBox(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  const open = points.length === 5 && first && last && first.x === last.x && first.y === last.y;
  const four = open ? points.slice(0, 4) : points;
  if (four.length !== 4) return false;
  return four.every((point, index) => {
    const before = four.at(index - 1) ?? point;
    return Math.abs(before.x - point.x) < 0.1 !== Math.abs(before.y - point.y) < 0.1;
  });
}
