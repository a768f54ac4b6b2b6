import { expect, test } from 'vitest';
import { shadowsOf } from '../../src/form/pdf-shadows.ts';
import type { Glyph } from '../../src/form/pdf-shapes.ts';

/** Letters of 10 points on one line, each at its place. */
const paintedAt = (...places: number[]): Glyph[] =>
  places.map((x) => ({ text: 'l', size: 10, turn: 0, owner: null, from: { x, y: 700 } }) as unknown as Glyph);

test.each([
  ['once', [100, 103], []],
  ['again where it stands', [100, 103, 100, 103], [2, 3]],
  ['again beside it', [100, 100.4, 100.8], [1, 2]],
  ['at steps just below the nearest', [100, 101.49, 102.98, 104.47, 105.96, 107.45], [1, 3, 5]],
])('a letter that is painted %s', (_, places, expected) => {
  const glyphs = paintedAt(...places);
  const shadows = shadowsOf(glyphs);
  expect(glyphs.flatMap((glyph, at) => (shadows.has(glyph) ? [at] : []))).toEqual(expected);
});
