import type { Seen } from './pdf-seen.ts';
import { boxOf, corners, type Glyph, type Point } from './pdf-shapes.ts';

/** A page turned upright, and how its points were turned. */
export type Sheet = Seen & { turn: (point: Point) => Point; height: number };

/** Turns the page so that most of its words run to the right. */
export function turned(seen: Seen, { width, height }: { width: number; height: number }): Sheet {
  const counts = [0, 0, 0, 0];
  for (const { turn, text } of seen.glyphs)
    if (turn !== null && text.trim() !== '') counts[turn] = (counts[turn] ?? 0) + 1;
  const most = counts.indexOf(Math.max(...counts));
  const turns: ((point: Point) => Point)[] = [
    (point) => point,
    ({ x, y }) => ({ x: y, y: width - x }),
    ({ x, y }) => ({ x: width - x, y: height - y }),
    ({ x, y }) => ({ x: height - y, y: x }),
  ];
  const turn = turns[most] ?? ((point: Point) => point);
  if (most === 0) return { ...seen, turn, height };
  const flips = most % 2 === 1;
  const glyphs = seen.glyphs.map((glyph) => ({
    ...glyph,
    from: turn(glyph.from),
    to: turn(glyph.to),
    clip: boxOf(corners(glyph.clip).map(turn)),
    turn: glyph.turn === null ? null : (glyph.turn - most + 4) % 4,
  }));
  return {
    turn,
    height: flips ? width : height,
    glyphs,
    cut: new Set(glyphs.filter((_, index) => seen.cut.has(seen.glyphs[index] as Glyph))),
    rules: seen.rules.map((rule) => {
      const ends = rule.upright
        ? [turn({ x: rule.at, y: rule.from }), turn({ x: rule.at, y: rule.to })]
        : [turn({ x: rule.from, y: rule.at }), turn({ x: rule.to, y: rule.at })];
      const { left, top, right, bottom } = boxOf(ends);
      const upright = flips ? !rule.upright : rule.upright;
      return upright
        ? { ...rule, upright, at: left, from: top, to: bottom }
        : { ...rule, upright, at: top, from: left, to: right };
    }),
    scrawls: seen.scrawls.map((line) => ({ ...line, from: turn(line.from), to: turn(line.to) })),
  };
}
