import type { Rule } from './pdf-seen.ts';
import type { Gray } from './scan-gray.ts';

/** In points of the picture, at 300 to the inch: the shortest stretch of a ruling line, and the gaps in it that are passed over. */
const shortest = 80;
const gap = 7;
/** Stretches of one line are joined over wider gaps, and where the line wanders a little. */
const joinGap = 70;
const wander = 8;

/** How much darker than both of its sides, so few points off, a pale line is. */
const leastDarker = 16;
const beside = 3;

/** The ink of lines that run across a page or up it: also that of pale ones, which are no ink of words. */
export function lineInk({ width, height, data }: Gray, ink: Uint8Array, upright: boolean): Uint8Array {
  const dark = Uint8Array.from(ink);
  const off = beside * (upright ? 1 : width);
  const [sides, ends] = upright ? [beside, 0] : [0, beside];
  for (let y = ends; y < height - ends; y += 1) {
    for (let x = sides; x < width - sides; x += 1) {
      const at = y * width + x;
      const limit = (data[at] ?? 255) + leastDarker;
      if (limit <= (data[at - off] ?? 255) && limit <= (data[at + off] ?? 255)) dark[at] = 1;
    }
  }
  return dark;
}

/** The ruling lines of a page: long straight runs of the ink of lines, along and across. */
export function rulesOf({ width, height }: Gray, flat: Uint8Array, upright: Uint8Array): Rule[] {
  const along = (from: number, step: number, length: number, at: number, isUpright: boolean): Rule[] =>
    runs(isUpright ? upright : flat, from, step, length).map(([start, end]) => ({
      upright: isUpright,
      at,
      from: start,
      to: end,
    }));
  const found: Rule[] = [];
  for (let y = 0; y < height; y += 1) found.push(...along(y * width, 1, width, y, false));
  for (let x = 0; x < width; x += 1) found.push(...along(x, width, height, x, true));
  return [
    ...joined(found.filter(({ upright }) => !upright)),
    ...joined(found.filter(({ upright }) => upright)),
  ];
}

/** Stretches of ink along a row or column that are long enough for a line. */
function runs(ink: Uint8Array, from: number, step: number, length: number): [number, number][] {
  const found: [number, number][] = [];
  let start = -1;
  let last = -1;
  let count = 0;
  const close = (): void => {
    // A dotted leader is no line.
    if (start >= 0 && last - start >= shortest && count > 0.85 * (last - start)) found.push([start, last]);
  };
  for (let at = 0; at < length; at += 1) {
    if (ink[from + at * step] !== 1) continue;
    if (start < 0 || at - last > gap) {
      close();
      start = at;
      count = 0;
    }
    last = at;
    count += 1;
  }
  close();
  return found;
}

type Track = Rule & { thick: number; first: number; last: number };

/** Runs beside each other as one line. What is thick is a bar or a picture, and no line. */
function joined(rules: readonly Rule[]): Rule[] {
  const tracks: Track[] = [];
  for (const rule of rules) {
    const track = tracks.findLast(
      ({ last, from, to }) => rule.at - last <= 2 && rule.from <= to + joinGap && rule.to >= from - joinGap,
    );
    if (track) {
      Object.assign(track, {
        from: Math.min(track.from, rule.from),
        to: Math.max(track.to, rule.to),
        last: rule.at,
      });
    } else tracks.push({ ...rule, thick: 0, first: rule.at, last: rule.at });
  }
  return tracks
    .filter(
      ({ first, last, from, to }) =>
        last - first < Math.max(3 * wander, (to - from) / 20) && to - from > 2 * shortest,
    )
    .map(({ upright, first, last, from, to }) => ({ upright, at: (first + last) / 2, from, to }));
}
