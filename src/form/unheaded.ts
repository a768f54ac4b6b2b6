import { fold } from '../text/fold.ts';
import { isGivenName } from './aside.ts';
import type { Cell, Grid } from './grid.ts';
import type { Heading, Layout } from './layout.ts';

/** Lines below a heading that show what an unheaded column holds. */
const looksAhead = 60;

/** What else stands in one word beside a name: of the person, or before it. */
const notNames: ReadonlySet<string> = new Set(['nam', 'nu', 'ong', 'ba', 'hoa', 'pho']);
const neverNames: ReadonlySet<string> = new Set(['kinh', 'khmer', 'kho me', 'tay', 'cham', 'x', 'cv']);

/**
 * The heading with the column of names as wide as the names are: where `Họ và tên` stands over the first of two columns and over
 * the second nothing, given names in that belong to it.
 */
export function withWholeNames(grid: Grid, top: number, { layout, next }: Heading): Heading {
  const slots = layout.slots.map((slot) => {
    const beside = slot.to + 1;
    const isHeaded = grid.lines
      .slice(top, next)
      .some(({ cells }) => cells.some((cell) => cell.column <= beside && cell.lastColumn >= beside));
    if (slot.kind !== 'fullName' || isHeaded) return slot;
    const words = grid.lines.slice(next, next + looksAhead).flatMap(({ cells, unseen }) => {
      const name = cells.find(({ column }) => column >= slot.from && column <= slot.to);
      const cell = cells.find(({ column }) => column === beside);
      return unseen === null && name && cell && isOneCell(name) && isOneCell(cell) ? [cell.text] : [];
    });
    return areGivenNames(words) ? { ...slot, to: beside } : slot;
  });
  return { layout: widened(layout, slots), next };
}

/** Peoples and ticks are told by a single one of them, a column of men and women by how few words it has. */
function areGivenNames(words: readonly string[]): boolean {
  const folded = words.map(fold);
  const areFew = words.length > 3 && new Set(folded).size * 2 <= words.length;
  if (areFew || folded.some((word) => neverNames.has(word))) return false;
  return words.some((text) => isGivenName(text) && !notNames.has(fold(text)));
}

const isOneCell = ({ column, lastColumn, kind }: Cell): boolean => column === lastColumn && kind === 'text';

function widened(layout: Layout, slots: Layout['slots']): Layout {
  return { ...layout, slots, to: Math.max(layout.to, ...slots.map(({ to }) => to)) };
}
