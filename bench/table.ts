import type { Spread } from './timing.ts';

export const title = (text: string): void => console.log(`\n${text}`);

/** Prints rows in columns: the first to the left, the others to the right. */
export const table = (rows: readonly (readonly string[])[]): void => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, at) =>
      at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
    );
    console.log(`  ${cells.join('   ')}`.trimEnd());
  }
};

export const number = (value: number, digits = 1): string => value.toFixed(digits);

/** `5.1 (4.8–6.0)`: the median, and the least and the most. */
export const spread = ({ median, min, max }: Spread, digits = 1): string =>
  `${number(median, digits)} (${number(min, digits)}–${number(max, digits)})`;
