import type { SkippedRow } from '../model/form.ts';
import { isActionPhrase, isNameLike } from './aside.ts';
import type { Grid } from './grid.ts';
import type { Table } from './table.ts';

/**
 * The people on a sheet that goes on with no form: those of its table, in which nothing is asked, and where it has none, lines with a name
 * beside a number or a wish. They are told of, so that nobody takes them for done.
 */
export function passedOver(grid: Grid, table: Table | null): SkippedRow[] {
  if (table) {
    const people = table.rows.map(({ where, fullName, unit }): SkippedRow => {
      const said = [fullName, unit].flatMap((placed) => placed?.text.replaceAll('\n', ' ') ?? []);
      return { where, why: 'outside', text: said.join(' | ') };
    });
    return [...people, ...table.skipped];
  }
  return grid.lines.flatMap(({ row, cells, unseen }): SkippedRow[] => {
    const [first, last] = [cells[0], cells.at(-1)];
    const texts = cells.map(({ text }) => text.replaceAll('\n', ' '));
    if (!first || !last || unseen !== null || !isPerson(texts)) return [];
    return [
      { where: grid.place(row, first.column, last.lastColumn), why: 'outside', text: texts.join(' | ') },
    ];
  });
}

function isPerson(texts: readonly string[]): boolean {
  const isNumberOrWish = (text: string): boolean => /^\d{1,3}[.)]?$/.test(text) || isActionPhrase(text);
  return texts.some(isNameLike) && texts.some(isNumberOrWish);
}
