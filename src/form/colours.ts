/** Six hexadecimal digits. */
export type Colour = string;

/** Red, green and blue, 0 to 255. */
export const partsOf = (colour: Colour): number[] =>
  [0, 2, 4].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** As near as nobody tells letters from their ground. */
export function isNear(a: Colour, b: Colour): boolean {
  const others = partsOf(b);
  return partsOf(a).every((part, index) => Math.abs(part - (others[index] ?? 0)) < 24);
}

/** From 1 for the same to 21 for black on white (WCAG 2.2, contrast ratio). */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((one, other) => other - one);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
