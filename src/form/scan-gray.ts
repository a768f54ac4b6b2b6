import type { Box, Matrix } from './pdf-shapes.ts';

/** A picture in shades of grey, row by row: 0 is ink, 255 paper. */
export type Gray = { width: number; height: number; data: Uint8Array };

export function blankGray(width: number, height: number): Gray {
  return { width, height, data: new Uint8Array(width * height).fill(255) };
}

/** Reads one point of a picture, null where it is clear there. */
type Shade = (x: number, y: number) => number | null;
/** A picture as a decoder gives it; `red` reads its red ink alone, where it has any. */
export type Source = { width: number; height: number; shade: Shade; red?: Shade | null };

/**
 * Paints a picture onto a page. `place` takes the picture's unit square (y up, as in PDF) to points of the page; what
 * lies denser than the page's points is averaged.
 */
export function paintOnto(page: Gray, source: Source, place: Matrix): void {
  const back = inverse(place);
  if (!back) return;
  const [a, b, c, d, e, f] = back;
  const corners = [0, 1].flatMap((x) =>
    [0, 1].map((y) => ({ x: placeX(place, x, y), y: placeY(place, x, y) })),
  );
  const span = (values: readonly number[], most: number): [number, number] => [
    Math.max(0, Math.floor(Math.min(...values))),
    Math.min(most, Math.ceil(Math.max(...values))),
  ];
  const [left, right] = span(
    corners.map(({ x }) => x),
    page.width,
  );
  const [top, bottom] = span(
    corners.map(({ y }) => y),
    page.height,
  );
  const dense = Math.max(Math.hypot(a, b) * source.width, Math.hypot(c, d) * source.height);
  const fine = Math.min(4, Math.max(1, Math.round(dense)));
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      let sum = 0;
      let count = 0;
      for (let part = 0; part < fine * fine; part += 1) {
        const px = x + ((part % fine) + 0.5) / fine;
        const py = y + (Math.floor(part / fine) + 0.5) / fine;
        const u = a * px + c * py + e;
        const v = b * px + d * py + f;
        if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
        const shade = shadeIn(source, u * source.width, (1 - v) * source.height, fine === 1);
        if (shade === null) continue;
        sum += shade;
        count += 1;
      }
      const at = y * page.width + x;
      // Where a picture ends within a point, the rest of it stays what it was.
      if (count > 0) page.data[at] = (sum + (page.data[at] ?? 255) * (fine * fine - count)) / (fine * fine);
    }
  }
}

/** The shade at a place of a picture; between its points where it is drawn larger than it is. */
function shadeIn(source: Source, x: number, y: number, smoothly: boolean): number | null {
  const whole = source.shade(Math.floor(x), Math.floor(y));
  if (!smoothly || whole === null) return whole;
  const [left, top] = [Math.max(0, Math.floor(x - 0.5)), Math.max(0, Math.floor(y - 0.5))];
  const [right, bottom] = [Math.min(source.width - 1, left + 1), Math.min(source.height - 1, top + 1)];
  const [along, down] = [Math.max(0, x - 0.5 - left), Math.max(0, y - 0.5 - top)];
  const of = (atX: number, atY: number): number => source.shade(atX, atY) ?? whole;
  const above = of(left, top) * (1 - along) + of(right, top) * along;
  const below = of(left, bottom) * (1 - along) + of(right, bottom) * along;
  return above * (1 - down) + below * down;
}

const placeX = ([a, , c, , e]: Matrix, x: number, y: number): number => a * x + c * y + e;
const placeY = ([, b, , d, , f]: Matrix, x: number, y: number): number => b * x + d * y + f;

function inverse([a, b, c, d, e, f]: Matrix): Matrix | null {
  const size = a * d - b * c;
  if (!Number.isFinite(size) || Math.abs(size) < 1e-9) return null;
  return [d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size];
}

/** Turned by quarters to the right. */
export function turnQuarters(gray: Gray, quarters: number): Gray {
  const turns = ((quarters % 4) + 4) % 4;
  if (turns === 0) return gray;
  const { width, height, data } = gray;
  const upright = turns === 2;
  const turned = blankGray(upright ? width : height, upright ? height : width);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [toX, toY] =
        turns === 1
          ? [height - 1 - y, x]
          : turns === 2
            ? [width - 1 - x, height - 1 - y]
            : [y, width - 1 - x];
      turned.data[toY * turned.width + toX] = data[y * width + x] ?? 255;
    }
  }
  return turned;
}

/** Resized to so many points and turned by a small angle about its middle, smoothly. */
export function redraw(gray: Gray, width: number, height: number, radians: number): Gray {
  const drawn = blankGray(width, height);
  const [stepX, stepY] = [gray.width / width, gray.height / height];
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const fromX = (dx * cos - dy * sin + width / 2) * stepX;
      const fromY = (dx * sin + dy * cos + height / 2) * stepY;
      drawn.data[y * width + x] = between(gray, fromX, fromY);
    }
  }
  return drawn;
}

/** A part of a picture by itself, so many times as large, with a margin of paper around it. */
export function cutOut(gray: Gray, part: Box, larger: number, margin: number): Gray {
  const size = (from: number, to: number): number => Math.max(1, Math.round((to - from) * larger));
  const [width, height] = [size(part.left, part.right), size(part.top, part.bottom)];
  const cut = blankGray(width + 2 * margin, height + 2 * margin);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      cut.data[(y + margin) * cut.width + x + margin] = between(
        gray,
        part.left + x / larger,
        part.top + y / larger,
      );
  }
  return cut;
}

/** The shade between four points; paper beyond the edges. */
function between({ width, height, data }: Gray, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 255;
  const [right, down] = [x - left, y - top];
  const at = top * width + left;
  const above = (data[at] ?? 255) * (1 - right) + (data[at + 1] ?? 255) * right;
  const below = (data[at + width] ?? 255) * (1 - right) + (data[at + width + 1] ?? 255) * right;
  return above * (1 - down) + below * down;
}
