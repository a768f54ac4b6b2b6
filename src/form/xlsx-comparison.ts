import { fold } from '../text/fold.ts';
import { type Area, parseArea } from './xlsx-area.ts';

/** A row as a condition looks at it. */
export type ComparedRow = {
  cells: ReadonlyMap<number, { text: string; runs: readonly unknown[] }>;
  /** Columns in which a formula's result is not stored. */
  unknown: ReadonlySet<number>;
};

const comparison = /^\s*(\$?)([A-Z]{1,3})(\d{1,7})\s*=\s*"([^"]+)"\s*$/i;

/**
 * Whether a condition may hold for a cell of some row and column, by its formula: one that compares a cell of the same row with a word
 * (`$E14="x"`), written as for the first cell of its only area; null for others. Words that are nearly the same may be.
 */
export function comparisonOf(
  formula: string,
  [area, more]: readonly Area[],
): ((row: ComparedRow, column: number) => boolean) | null {
  const [, fixed = '', letters = '', number = '', words = ''] = comparison.exec(formula) ?? [];
  const compared = parseArea(`${letters}${number}`.toUpperCase());
  // Cells of blanks alone are not told from blank ones.
  if (!compared || !area || more || compared.top !== area.top || words.trim() === '') return null;
  return ({ cells, unknown }, column) => {
    const at = compared.left + (fixed === '' ? column - area.left : 0);
    const cell = cells.get(at);
    // Of words in several looks a part may be left out.
    return (
      unknown.has(at) || (cell !== undefined && (cell.runs.length > 0 || fold(cell.text) === fold(words)))
    );
  };
}
