import type { Rule } from './pdf-seen.ts';
import type { Box } from './pdf-shapes.ts';

/** A cell between ruling lines; rows and columns of its lattice from 0. */
export type LatticeCell = { row: number; lastRow: number; column: number; lastColumn: number; box: Box };

/** A table that is drawn with lines. */
export type Lattice = {
  box: Box;
  /** The columns' edges, left to right. */
  edges: readonly number[];
  cells: readonly LatticeCell[];
  /** Some lines end in the open, so that its cells are no boxes. */
  isBroken: boolean;
};

/** Lines nearer than this are one line, and ends nearer than this touch. */
const near = 3;

/** Finds the tables that lines make; single boxes and loose lines are none. */
export function latticesOf(rules: readonly Rule[]): Lattice[] {
  const lines = [
    ...mergeRules(rules.filter((it) => it.upright)),
    ...mergeRules(rules.filter((it) => !it.upright)),
  ];
  return components(lines).flatMap((component) => latticeOf(component) ?? []);
}

/** Pieces of one line, dots and dashes of it, and double lines, as one. */
function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged: Rule[] = [];
  for (const group of clustersOf(rules)) {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    let last: Rule | undefined;
    for (const rule of group.toSorted((a, b) => a.from - b.from)) {
      if (last && rule.from <= last.to + near) last.to = Math.max(last.to, rule.to);
      else {
        last = { ...rule, at };
        merged.push(last);
      }
    }
  }
  // What is no longer than a line is thick is where lines meet.
  return merged.filter(({ from, to }) => to - from > near);
}

function clustersOf(rules: readonly Rule[]): Rule[][] {
  const clusters: Rule[][] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const cluster = clusters.at(-1);
    if (cluster?.[0] && rule.at - cluster[0].at <= near) cluster.push(rule);
    else clusters.push([rule]);
  }
  return clusters;
}

/** Lines that touch each other, directly or by others. */
function components(lines: readonly Rule[]): Rule[][] {
  const parent = lines.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  const upright = lines.flatMap((line, index) => (line.upright ? [{ line, index }] : []));
  const flat = lines.flatMap((line, index) => (line.upright ? [] : [{ line, index }]));
  for (const a of upright) {
    for (const b of flat) if (touch(a.line, b.line)) parent[find(a.index)] = find(b.index);
  }
  const groups = Map.groupBy(lines.keys(), find);
  return [...groups.values()].map((group) => group.flatMap((index) => lines[index] ?? []));
}

function touch(a: Rule, b: Rule): boolean {
  return a.at >= b.from - near && a.at <= b.to + near && b.at >= a.from - near && b.at <= a.to + near;
}

function latticeOf(lines: readonly Rule[]): Lattice | null {
  const upright = lines.filter((line) => line.upright);
  const flat = lines.filter((line) => !line.upright);
  if (upright.length === 0 || flat.length < 2) return null;
  const withSides = [...upright, ...openSides(upright, flat, true)];
  const withEnds = [...flat, ...openSides(flat, withSides, false)];
  const xs = places(withSides);
  const ys = places(withEnds);
  if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2)) return null;
  return cellsOf(xs, ys, withSides, withEnds);
}

/** A table may have no line at its sides, or none where the page ends: the lines across end there together. */
function openSides(own: readonly Rule[], across: readonly Rule[], upright: boolean): Rule[] {
  const from = Math.min(...across.map((line) => line.from));
  const to = Math.max(...across.map((line) => line.to));
  const ends = { from: Math.min(...across.map(({ at }) => at)), to: Math.max(...across.map(({ at }) => at)) };
  return [from, to].flatMap((at) =>
    own.some((line) => Math.abs(line.at - at) <= near * 2) ? [] : [{ upright, at, ...ends }],
  );
}

function places(lines: readonly Rule[]): number[] {
  return clustersOf(lines).map((group) => group.reduce((sum, { at }) => sum + at, 0) / group.length);
}

function cellsOf(xs: number[], ys: number[], upright: readonly Rule[], flat: readonly Rule[]): Lattice {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const owner = Array.from({ length: rows * columns }, (_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (owner[root] !== root) root = owner[root] ?? root;
    return root;
  };
  const join = (a: number, b: number): void => {
    owner[find(Math.max(a, b))] = find(Math.min(a, b));
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      if (column > 0 && !isDrawn(upright, xs[column], ys[row], ys[row + 1])) join(cell - 1, cell);
      if (row > 0 && !isDrawn(flat, ys[row], xs[column], xs[column + 1])) join(cell - columns, cell);
    }
  }
  const groups = Map.groupBy(owner.keys(), find);
  const cells = [...groups.values()].map((members) => cellOf(members, columns, xs, ys));
  const isBroken = [...groups.values()].some((members, index) => {
    const cell = cells[index];
    return !cell || (cell.lastRow - cell.row + 1) * (cell.lastColumn - cell.column + 1) !== members.length;
  });
  const box = { left: xs[0] ?? 0, top: ys[0] ?? 0, right: xs.at(-1) ?? 0, bottom: ys.at(-1) ?? 0 };
  return { box, edges: xs, cells, isBroken };
}

function cellOf(members: readonly number[], columns: number, xs: number[], ys: number[]): LatticeCell {
  const rows = members.map((index) => Math.floor(index / columns));
  const places = members.map((index) => index % columns);
  const cell = {
    row: Math.min(...rows),
    lastRow: Math.max(...rows),
    column: Math.min(...places),
    lastColumn: Math.max(...places),
  };
  const box = {
    left: xs[cell.column] ?? 0,
    right: xs[cell.lastColumn + 1] ?? 0,
    top: ys[cell.row] ?? 0,
    bottom: ys[cell.lastRow + 1] ?? 0,
  };
  return { ...cell, box };
}

/** Whether a line stands between two cells from end to end: what underlines a word is shorter. */
function isDrawn(lines: readonly Rule[], at = 0, from = 0, to = 0): boolean {
  const slack = Math.min(2.2, (to - from) / 4);
  return lines.some(
    (line) => Math.abs(line.at - at) <= near && line.from <= from + slack && line.to >= to - slack,
  );
}
