/** Points are in points of 1/72 inch on the page as it is seen: x to the right, y down. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** [a, b, c, d, e, f] as PDF has it: x' = ax + cy + e, y' = bx + dy + f (ISO 32000-1, 8.3.3). */
export type Matrix = readonly [number, number, number, number, number, number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export type Point = { x: number; y: number };

export function at([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

export function boxOf(points: Iterable<Point>): Box {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of points) {
    box.left = Math.min(box.left, x);
    box.right = Math.max(box.right, x);
    box.top = Math.min(box.top, y);
    box.bottom = Math.max(box.bottom, y);
  }
  return box;
}

export function corners({ left, top, right, bottom }: Box): Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

export function overlap(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

export function holds(box: Box, { x, y }: Point): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

/** A letter, or what one sign of a font stands for, where it was painted. */
export type Glyph = {
  text: string;
  /** Where it begins and ends on its base line. */
  from: Point;
  to: Point;
  /** Height of the font. */
  size: number;
  /** Which way the line runs in quarter turns: 0 to the right, 1 down, 2 to the left, 3 up; null where askew. */
  turn: number | null;
  /** Painted before what has a greater number. */
  order: number;
  /** As `#rrggbb`; null where it is a pattern, '' where nothing is painted. */
  colour: string | null;
  clip: Box;
  /** The annotation that it belongs to. */
  owner: string | null;
};

/** Above the base line, where most of a letter's ink is. */
export function middleOf({ from, to, size, turn }: Glyph): Point {
  const up = [
    { x: 0, y: -1 },
    { x: 1, y: 0 },
    { x: 0, y: 1 },
    { x: -1, y: 0 },
  ][turn ?? 0] ?? { x: 0, y: -1 };
  return { x: (from.x + to.x) / 2 + up.x * size * 0.28, y: (from.y + to.y) / 2 + up.y * size * 0.28 };
}

/** A filled shape or a picture. Where it is not opaque it hides nothing. */
export type Fill = {
  outlines: readonly (readonly Point[])[];
  evenOdd: boolean;
  box: Box;
  order: number;
  colour: string | null;
  opaque: boolean;
  owner: string | null;
};

/** A drawn line; thin filled boxes are lines, too. */
export type Segment = {
  from: Point;
  to: Point;
  /** It goes on, but is cut off by the page's edge or a clip. */
  cut: boolean;
  thickness: number;
  colour: string | null;
  order: number;
  owner: string | null;
};

/** All that is painted on a page, in no order but by `order`. */
export type Painting = {
  width: number;
  height: number;
  glyphs: Glyph[];
  fills: Fill[];
  segments: Segment[];
  /** Pictures cover this part of the page, about. */
  pictured: number;
};

/** Whether a shape is painted at the point (ISO 32000-1, 8.5.3.3). */
export function isInside({ outlines, evenOdd, box }: Fill, point: Point): boolean {
  if (!holds(box, point)) return false;
  let winding = 0;
  for (const outline of outlines) {
    let last = outline.at(-1);
    for (const next of outline) {
      if (last && last.y > point.y !== next.y > point.y) {
        const x = last.x + ((point.y - last.y) / (next.y - last.y)) * (next.x - last.x);
        if (x > point.x) winding += evenOdd || next.y > last.y ? 1 : -1;
      }
      last = next;
    }
  }
  return evenOdd ? winding % 2 === 1 : winding !== 0;
}
