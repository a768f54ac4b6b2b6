import { cutOf } from './pdf-cut.ts';
import { shadowsOf } from './pdf-shadows.ts';
import {
  type Fill,
  type Glyph,
  holds,
  isInside,
  middleOf,
  type Painting,
  type Point,
  type Segment,
} from './pdf-shapes.ts';
import { Unreadable } from './unreadable.ts';

/** What a reader of the page sees of its letters and lines. */
export type Seen = {
  glyphs: Glyph[];
  /** Of these the words go on, but are cut off. */
  cut: ReadonlySet<Glyph>;
  /** Lines along or across the page. */
  rules: Rule[];
  /** Other strokes: they may cross something out by hand. */
  scrawls: Segment[];
};

/** A straight line; `at` is y of a horizontal and x of an upright one. Where it is `cut`, it goes on beyond an end. */
export type Rule = { upright: boolean; at: number; from: number; to: number; cut?: true };

/** Smaller letters nobody reads. */
const smallest = 3;
/** Of the luminances of letter and ground (WCAG 2); black on white is 21. */
const leastContrast = 1.25;
/** Comparisons that a page may cost. */
const mostWork = 200_000_000;
const thickestRule = 6;

/**
 * Leaves out what is not seen: letters without paint, in the colour of what is below them, under something opaque,
 * outside the page or a clip, too small, or painted a second time. Throws Unreadable where a page is too full to say.
 */
export function seenOf({ glyphs, fills, segments, width, height }: Painting): Seen {
  if (fills.length * (glyphs.length + segments.length) > mostWork) throw new Unreadable('a page is too full');
  const page = { left: 0, top: 0, right: width, bottom: height };
  const opaque = fills.filter((fill) => fill.opaque);
  const isSeen = (point: Point, order: number, colour: string | null): boolean => {
    if (colour === '') return false;
    let ground: Fill | undefined;
    for (const fill of opaque) {
      if (fill.order === order || !isInside(fill, point)) continue;
      if (fill.order > order) return false;
      if (!ground || fill.order > ground.order) ground = fill;
    }
    return contrast(colour, ground ? ground.colour : '#ffffff') >= leastContrast;
  };
  const visible = glyphs.filter((glyph) => {
    const middle = middleOf(glyph);
    if (glyph.size < smallest || !holds(page, middle) || !holds(glyph.clip, middle)) return false;
    return isSeen(middle, glyph.order, glyph.colour);
  });
  const shadows = shadowsOf(visible);
  const letters = visible.filter((glyph) => !shadows.has(glyph));
  const once = glyphs.filter((glyph) => !shadows.has(glyph));
  const lines = segments.filter(({ from, to, order, colour }) => {
    // A frame's own box and its line are painted at once.
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    return isSeen(middle, order, colour);
  });
  return {
    glyphs: letters,
    cut: cutOf(once, letters, page),
    rules: lines.flatMap((line) => ruleOf(line) ?? []),
    scrawls: lines.filter((line) => !isUpright(line)),
  };
}

function isUpright({ from, to }: Segment): boolean {
  return Math.abs(from.x - to.x) < 1 || Math.abs(from.y - to.y) < 1;
}

function ruleOf(line: Segment): Rule | null {
  const { from, to, cut, thickness } = line;
  if (!isUpright(line) || thickness > thickestRule) return null;
  const upright = Math.abs(from.y - to.y) > Math.abs(from.x - to.x);
  const going = cut && { cut };
  return upright
    ? { upright, at: (from.x + to.x) / 2, from: Math.min(from.y, to.y), to: Math.max(from.y, to.y), ...going }
    : {
        upright,
        at: (from.y + to.y) / 2,
        from: Math.min(from.x, to.x),
        to: Math.max(from.x, to.x),
        ...going,
      };
}

/** Patterns and pictures are of no known colour: what stands on them is taken as seen. */
function contrast(a: string | null, b: string | null): number {
  if (a === null || b === null) return Infinity;
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
