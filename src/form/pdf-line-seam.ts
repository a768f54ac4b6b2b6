import { goesOn, isBelowHeading, isHeading, isNear, isOneLine, numeral } from './pdf-heads.ts';
import type { Seam } from './pdf-seam.ts';
import type { Piece } from './pdf-words.ts';

type Lines = readonly (readonly Piece[])[];

/** By the lines of a table that is not drawn: each row of the left page has its line on the right one. */
export function lineSeam(
  lefts: Lines,
  { heading, rows }: { heading: number; rows: readonly number[] },
  rights: Lines,
): Seam | null {
  const first = rights.find((line) => isOneLine(lefts[heading] ?? [], line));
  const drift = (first?.[0]?.left ?? 0) - (lefts[heading]?.[0]?.left ?? 0);
  const pairs = [heading, ...rows].map((index) => {
    const left = lefts[index] ?? [];
    const right = rights.find((line) => isOneLine(left, line)) ?? [];
    const differs = right.findIndex((piece, at) => !isTwin(piece, left[at], drift));
    const repeated = differs < 0 ? right.length : differs;
    return { left, right, repeated };
  });
  const own = pairs.map(({ right, repeated }) => right.slice(repeated));
  const from = Math.min(...own.flat().map((piece) => piece.left));
  const isWhole = pairs.every(({ left, right, repeated }) => {
    const inside = right.slice(0, repeated).every((piece) => piece.right < from);
    // What stands in the columns that are repeated is repeated of each row.
    const hidden =
      repeated > 0 &&
      left.slice(repeated).some((piece) => piece.left + drift < (right[repeated - 1]?.right ?? 0));
    return right.length > 0 && inside && !hidden && repeated > 0 === (pairs[0]?.repeated ?? 0) > 0;
  });
  const [headings = [], ...cells] = own.map((line) => line.map(({ text }) => text));
  const [head] = pairs;
  const again = head?.left.slice(0, head.repeated).map(({ text }) => text) ?? [];
  // Numbers that are repeated without their people may be those of another table.
  if (!isWhole || !goesOn(headings) || isBelowHeading(headings) || (again.length > 0 && !isHeading(again)))
    return null;
  if (cells.some(([first = '']) => numeral.test(first))) return null;
  const size = Math.max(...lefts.flat().map((piece) => piece.size));
  const to = Math.max(
    ...lefts
      .slice(heading, (rows.at(-1) ?? heading) + 1)
      .flat()
      .map(({ right }) => right),
  );
  const span = {
    first: lefts[heading]?.[0]?.middle ?? 0,
    last: lefts[rows.at(-1) ?? heading]?.[0]?.middle ?? 0,
  };
  return { from, to: to + 2 * size, drift, isDrawn: false, tables: [], rows: span };
}

function isTwin(one: Piece, other: Piece | undefined, drift: number): boolean {
  return other !== undefined && one.text === other.text && isNear(one.left - drift, other.left);
}
