import type { Widget } from './pdf-document.ts';
import { type Box, boxOf, type Glyph, type Point } from './pdf-shapes.ts';
import type { Piece } from './pdf-words.ts';
import { tidy } from './words.ts';

/** Of what is written into fields, about, in points. */
const textSize = 12;

/** What is written into a field, as words where it stands; null where nobody sees any. */
export function fieldPiece(
  widget: Widget,
  base: readonly number[] | undefined,
  turn: (point: Point) => Point,
): Piece | null {
  const text = tidy(widget.value);
  if (text === '' || !base || widget.type === 'Sig' || isWhite(widget.colour)) return null;
  const { left, top, right, bottom } = placeOf(widget.rect, base, turn);
  if (right - left < 2 || bottom - top < 2) return null;
  const isHigh = widget.lines && bottom - top > 2 * textSize;
  return {
    text,
    kind: widget.isTick ? 'tick' : 'text',
    left,
    right,
    middle: isHigh ? top + textSize * 0.7 : (top + bottom) / 2,
    size: textSize,
    struck: false,
    cut: false,
    field: widget.name,
    parts: [],
  };
}

/** Where a rectangle of the page's own space stands on the page as it is read. */
export function placeOf(
  [x0 = 0, y0 = 0, x1 = 0, y1 = 0]: readonly number[],
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
  turn: (point: Point) => Point,
): Box {
  const ends = [
    { x: a * x0 + c * y0 + e, y: b * x0 + d * y0 + f },
    { x: a * x1 + c * y1 + e, y: b * x1 + d * y1 + f },
  ];
  return boxOf(ends.map(turn));
}

function isWhite(colour: string | null): boolean {
  return colour !== null && /^#f[a-f0-9]f[a-f0-9]f[a-f0-9]$/i.test(colour);
}

/**
 * Whether a field's picture says something else than its value. Programs that have no letters for Vietnamese leave
 * them out of the picture or write others, and some make no picture at all: that is no disagreement.
 */
export function disagrees({ id, type, value }: Widget, glyphs: readonly Glyph[]): boolean {
  if (type !== 'Tx' && type !== 'Ch') return false;
  const plain = (text: string): string => text.replace(/[^a-z0-9]/gi, '').toLowerCase();
  const picture = plain(
    glyphs
      .filter(({ owner }) => owner === id)
      .map(({ text }) => text)
      .join(''),
  );
  const whole = plain(value);
  const bare = plain(value.normalize('NFD').replace(/đ/gi, 'd'));
  return picture !== '' && !whole.includes(picture) && !bare.includes(picture) && !picture.includes(whole);
}
