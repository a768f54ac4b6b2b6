import type { Spread } from './timing.ts';

/** The result is Markdown on standard output, to be kept as it is; what is going on is told on standard error. */
export const title = (text: string): void => console.log(`\n${text}`);

/** A table whose first row is its head: the first column to the left, the others to the right. */
export const table = ([head = [], ...rows]: readonly (readonly string[])[]): void => {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, at) => (at === 0 ? ':--' : '--:'));
  console.log(`\n${[head, rule, ...rows].map(line).join('\n')}`);
};

export const tell = (text: string): void => console.error(text);

export const number = (value: number, digits = 1): string => value.toFixed(digits);

/** `5.1 (4.8–6.0)`: the median, and the least and the most. */
export const spread = ({ median, min, max }: Spread, digits = 1): string =>
  `${number(median, digits)} (${number(min, digits)}–${number(max, digits)})`;
