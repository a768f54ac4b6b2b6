import type { Glyph } from './pdf-shapes.ts';

/** In heights of the font: nearer to its like no letter stands, not even an i in narrow print. */
const reach = 0.15;

/**
 * Letters that are painted again where they stand already, or beside it: so some programs make them bold, one by one or whole lines
 * after each other. The first of each is not among them.
 */
export function shadowsOf(glyphs: readonly Glyph[]): Set<Glyph> {
  const shadows = new Set<Glyph>();
  const painted = new Map<string, Glyph>();
  for (const glyph of glyphs) {
    const { text, size, turn, owner, from } = glyph;
    const width = reach * size;
    const [column, row] = [Math.floor(from.x / width), Math.floor(from.y / width)];
    const place = (x: number, y: number): string => [text, size.toFixed(1), turn, owner, x, y].join(' ');
    const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => place(column + x, row + y)));
    const isShadow = around.some((key) => {
      const other = painted.get(key)?.from;
      return other && Math.abs(from.x - other.x) < width && Math.abs(from.y - other.y) < width;
    });
    // What stands beside a shadow alone may be the next of several narrow letters.
    if (isShadow) shadows.add(glyph);
    else painted.set(place(column, row), glyph);
  }
  return shadows;
}
