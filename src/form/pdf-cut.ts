import { type Box, type Glyph, holds, middleOf } from './pdf-shapes.ts';
import { Unreadable } from './unreadable.ts';

/** Comparisons that a page may cost. */
const mostWork = 50_000_000;
/** What of its clip's width a line fills at least where it is cut off: its letters are told off by the share of its width that fits. */
const leastShare = 0.6;

/**
 * Letters that are seen at the end of words that go on, but are cut off. `glyphs` are all letters that were painted once, `seen`
 * those of them that are seen. Throws Unreadable where there are too many to say.
 */
export function cutOf(glyphs: readonly Glyph[], seen: readonly Glyph[], page: Box): Set<Glyph> {
  const known = new Set(seen);
  return new Set([
    ...hidden(glyphs, known),
    ...besideHiddenLines(glyphs, known, page),
    ...filling(seen, page),
    ...shortened(seen, page),
  ]);
}

/** Letters that are seen, beside one of the same words that a clip hides. */
function hidden(glyphs: readonly Glyph[], seen: ReadonlySet<Glyph>): Set<Glyph> {
  const cut = new Set<Glyph>();
  for (const [index, glyph] of glyphs.entries()) {
    const next = glyphs[index + 1];
    if (!next || seen.has(glyph) === seen.has(next) || `${glyph.text}${next.text}`.trim() === '') continue;
    const unseen = seen.has(glyph) ? next : glyph;
    if (unseen.text.trim() === '' || holds(unseen.clip, middleOf(unseen))) continue;
    if (Math.hypot(next.from.x - glyph.to.x, next.from.y - glyph.to.y) >= glyph.size) continue;
    // What is cut off behind a space is cut off from the word before it.
    const own = seen.has(glyph)
      ? glyphs.slice(Math.max(0, index - 2), index + 1).toReversed()
      : glyphs.slice(index + 1, index + 4);
    const word = own.find(({ text }) => text.trim() !== '');
    if (word && seen.has(word)) cut.add(word);
  }
  return cut;
}

/** Letters that are seen of a cell, beside a line of it that the cell's clip hides: where a row is too low, Calc paints all lines of it. */
function besideHiddenLines(glyphs: readonly Glyph[], seen: ReadonlySet<Glyph>, page: Box): Glyph[] {
  const isLow = ({ top, bottom }: Box): boolean => bottom - top < page.bottom / 2;
  const words = glyphs.filter(({ text, clip }) => text.trim() !== '' && isLow(clip));
  return words.flatMap((glyph, index) => {
    const next = words[index + 1];
    if (!next || seen.has(glyph) === seen.has(next) || !isSameBox(glyph.clip, next.clip)) return [];
    const [shown, unseen] = seen.has(glyph) ? [glyph, next] : [next, glyph];
    return holds(unseen.clip, middleOf(unseen)) ? [] : [shown];
  });
}

const isSameBox = (one: Box, other: Box): boolean =>
  one.left === other.left &&
  one.right === other.right &&
  one.top === other.top &&
  one.bottom === other.bottom;

/** The last letters of words that go to the very end of a clip of their own, high as many lines. */
function filling(letters: readonly Glyph[], page: Box): Glyph[] {
  return [...Map.groupBy(letters, ({ order }) => order).values()].flatMap((words) => {
    const [end, last] = [words.at(-1), words.findLast(({ text }) => text.trim() !== '')];
    if (!end || !last || end.turn !== 0) return [];
    const { clip, size, to } = end;
    const isColumn = clip.right < page.right - 1 && clip.bottom - clip.top > 5 * size;
    return isColumn && to.x > clip.right - 0.1 * size ? [last] : [];
  });
}

/**
 * The outer letters of lines that Calc cut off at the side of their column: it leaves out about as many letters as do not fit, and
 * clips the rest by a box that is as high as all rows of the page, with the words of other rows in it. What fits it does not clip.
 */
function shortened(letters: readonly Glyph[], page: Box): Glyph[] {
  const words = letters.filter(({ text, turn }) => turn === 0 && text.trim() !== '');
  const clipped = words.filter(({ clip }) => clip.left > page.left + 1 || clip.right < page.right - 1);
  const byClip = Map.groupBy(clipped, ({ clip: { left, top, right, bottom } }) =>
    [left, top, right, bottom].join(' '),
  );
  if (byClip.size * words.length > mostWork) throw new Unreadable('a page is too full');
  return [...byClip.values()].flatMap((own) => {
    const clip = own[0]?.clip ?? page;
    const others = words.filter((word) => !isSameBox(word.clip, clip) && holds(clip, middleOf(word)));
    if (others.length === 0) return [];
    return [...Map.groupBy(own, ({ from }) => Math.round(from.y)).values()].flatMap((line) => {
      const inOrder = line.toSorted((a, b) => a.from.x - b.from.x);
      const [first, last] = [inOrder[0], inOrder.at(-1)];
      if (!first || !last || last.to.x - first.from.x < leastShare * (clip.right - clip.left)) return [];
      const isOneCell = inOrder.every(
        ({ from, size }, at) => from.x - (inOrder[at - 1]?.to.x ?? from.x) < size,
      );
      const holdsRows = others.some(({ from }) => Math.abs(from.y - first.from.y) > first.size / 2);
      return isOneCell && holdsRows ? [first, last] : [];
    });
  });
}
