/** Excel's own bounds (ECMA-376 18.3.1). */
export const maxRow = 1_048_576;
export const maxColumn = 16_384;

export type Area = { top: number; left: number; bottom: number; right: number };

/** `A1:D20` as numbers from 1; null where it is no area of a sheet. */
export function parseArea(ref: string): Area | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?$/.exec(ref);
  if (!match) return null;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const area = {
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  };
  if (area.top < 1 || area.bottom < area.top || area.bottom > maxRow) return null;
  return area.right < area.left || area.right > maxColumn ? null : area;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** 3 → `C`. */
export function columnLetters(number: number): string {
  const rest = (number - 1) % 26;
  const head = number > 26 ? columnLetters(Math.floor((number - 1) / 26)) : '';
  return head + String.fromCharCode(65 + rest);
}
