import { isAligned } from './pdf-gutters.ts';
import { numeral } from './pdf-heads.ts';
import { type Cut, isSpaced, type Level, mostReadings, readingsOf } from './pdf-readings.ts';
import type { Rule } from './pdf-seen.ts';
import type { Piece } from './pdf-words.ts';
import { Unreadable } from './unreadable.ts';

/** What stands of a line in each column. */
type Line = readonly (Piece | null)[];

/** A page's share of a table; `heading` is the line that names its columns. */
type Share = { lines: readonly Line[]; heading: number | null; rules: readonly Rule[] };

/** A row: what stands in each column. */
type Row = readonly (readonly Piece[])[];

/** How many lines are the heading's, and how those below it make rows. */
type Reading = { head: number; heading: readonly Level[]; levels: readonly Level[]; cuts: readonly Cut[] };

/**
 * The rows of each page's share, the heading first where it has one. Each row has one number in column `number`. Throws Unreadable
 * where there is more than one way to part them, or none.
 */
export function rowsOf(shares: readonly Share[], number: number): Row[][] {
  const [top] = shares;
  const heading = top?.heading ?? 0;
  const from = top?.lines.findIndex((line, at) => at > heading && isNumber(line[number])) ?? -1;
  const readings: Reading[] = [];
  for (let head = heading + 1; head <= from; head += 1) {
    if (
      !isWholeHeading(top?.lines.slice(0, head) ?? []) ||
      !shares.every((share) => isHeadedBy(share, top, head))
    )
      continue;
    const levels = levelsOf(shares, head, number);
    if (!levels) continue;
    const heading = levelsIn(0, top?.lines.slice(0, head) ?? []);
    for (const cuts of partings(levels, shares)) readings.push({ head, heading, levels, cuts });
  }
  const within = (limit: number) => (reading: Reading) =>
    isSpaced(
      [...reading.heading, ...reading.levels],
      [0, ...reading.cuts].map((at) => at + reading.heading.length),
      limit,
    );
  const likely = readings.length > mostReadings ? [] : readings.filter(within(1.1));
  const [only, more] = likely.length > 1 ? likely.filter(within(0.9)) : likely;
  if (!only || more) throw new Unreadable('rows without lines that run into each other');
  const columns = top?.lines[0]?.length ?? 0;
  return shares.map((share, index) => [
    ...(share.heading === null ? [] : [rowOf(share.lines.slice(0, only.head).flat(), columns)]),
    ...rowsOn(index, only, columns),
  ]);
}

function isNumber(piece: Piece | null | undefined): boolean {
  return piece !== null && piece !== undefined && numeral.test(piece.text);
}

/** Lines of a heading stand close below each other in each column. */
function isWholeHeading(lines: readonly Line[]): boolean {
  return (lines[0] ?? []).every((_, column) => {
    const pieces = lines.flatMap((line) => line[column] ?? []);
    return (
      pieces.length > 0 &&
      pieces.every((piece, at) => at === 0 || piece.middle - (pieces[at - 1]?.middle ?? 0) < 1.6 * piece.size)
    );
  });
}

/** A heading that is repeated overleaf says the same. */
function isHeadedBy(share: Share, top: Share | undefined, head: number): boolean {
  const words = (lines: readonly Line[]): string =>
    lines.map((line) => line.map((piece) => piece?.text ?? '').join('|')).join('\n');
  return (
    share.heading === null || words(share.lines.slice(0, head)) === words(top?.lines.slice(0, head) ?? [])
  );
}

/** Lines of a page by their heights. */
function levelsIn(page: number, lines: readonly Line[]): Level[] {
  const levels: Level[] = [];
  for (const [column, piece] of lines.flatMap((line) => [...line.entries()])) {
    if (!piece) continue;
    const level = levels.findLast(({ at }) => Math.abs(at - piece.middle) <= 1);
    if (level) level.cells.push({ column, piece });
    else levels.push({ page, at: piece.middle, cells: [{ column, piece }], isNumbered: false });
  }
  return levels.toSorted((a, b) => a.at - b.at);
}

/** The body's words by their heights; null where its columns are not straight or count otherwise than by numerals. */
function levelsOf(shares: readonly Share[], head: number, number: number): Level[] | null {
  const levels = shares.flatMap(({ lines, heading }, page) =>
    levelsIn(page, lines.slice(heading === null ? 0 : head)),
  );
  const columns = Map.groupBy(
    levels.flatMap(({ cells }) => cells),
    ({ column }) => column,
  );
  const isCounted = columns.get(number)?.every(({ piece }) => isNumber(piece)) ?? false;
  const isStraight = [...columns.values()].every((cells) => isAligned(cells.map(({ piece }) => piece)));
  if (!isCounted || !isStraight) return null;
  return levels.map((level) => ({
    ...level,
    isNumbered: level.cells.some(({ column }) => column === number),
  }));
}

/** The ways to part the body: where a line is drawn between all rows there is one. */
function partings(levels: readonly Level[], shares: readonly Share[]): (readonly Cut[])[] {
  const ruled = (at: Cut): boolean => {
    const [above, below] = [levels[at - 1], levels[at]];
    if (!above || !below || above.page !== below.page) return false;
    return shares[above.page]?.rules.some((rule) => rule.at > above.at && rule.at < below.at) ?? false;
  };
  const numbers = [...levels.keys()].filter((at) => levels[at]?.isNumbered);
  const between = numbers.slice(1).map((next, index) => {
    const first = (numbers[index] ?? 0) + 1;
    return Array.from({ length: next - first + 1 }, (_, at) => first + at);
  });
  const drawn = between.map((cuts) => (cuts.length === 1 ? cuts : cuts.filter(ruled)));
  if (drawn.every((cuts) => cuts.length === 1) && between.some((cuts) => cuts.length > 1))
    return [drawn.flat()];
  const readings = readingsOf(levels, between, false);
  const spaced = readings.length > 1 ? readingsOf(levels, between, true) : [];
  // Rows that may be parted in several ways are no reason to believe in a shorter heading above other rows.
  return spaced.length > 0 ? spaced : readings;
}

function rowsOn(page: number, { levels, cuts }: Reading, columns: number): Row[] {
  const ends = [...cuts, levels.length];
  return ends.flatMap((end, index) => {
    const own = levels.slice(ends[index - 1] ?? 0, end).filter((level) => level.page === page);
    const cells = own.flatMap((level) => level.cells);
    return cells.length === 0
      ? []
      : [
          Array.from({ length: columns }, (_, column) =>
            cells.filter((cell) => cell.column === column).map(({ piece }) => piece),
          ),
        ];
  });
}

function rowOf(cells: readonly (Piece | null)[], columns: number): Row {
  return Array.from({ length: columns }, (_, column) =>
    cells.flatMap((piece, at) => (piece && at % columns === column ? [piece] : [])),
  );
}
