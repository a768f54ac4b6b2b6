const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const marks = /^[\p{M}\p{Cf}\p{Cc}]+$/u;

/** How many columns of a terminal a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (!marks.test(segment)) width += wide.test(segment) ? 2 : 1;
  }
  return width;
}

/** Lines of at most `width` columns, broken between words, and inside words that are longer. */
export function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    const joined = line === '' ? word : `${line} ${word}`;
    if (widthOf(joined) <= width) lines[lines.length - 1] = joined;
    else
      lines.splice(
        line === '' ? -1 : lines.length,
        1,
        ...(widthOf(word) > width ? cut(word, width) : [word]),
      );
  }
  return lines;
}

/** An address is cut before its domain. */
function cut(word: string, width: number): string[] {
  const parts = [''];
  for (const { segment } of graphemes.segment(word)) {
    const part = parts.at(-1) ?? '';
    if (segment === '@' || widthOf(part + segment) > width) parts.push(segment);
    else parts[parts.length - 1] = part + segment;
  }
  return parts;
}

/** A cell: its text in a field of so many columns, and how its lines are painted. */
export type Cell = { text: string; width: number; paint?: (line: string) => string };

/** The lines of a row of cells, two columns apart. A text that is too long goes on below. */
export function rowLines(cells: readonly Cell[]): string[] {
  const wrapped = cells.map(({ text, width }) => wrap(text, width));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map(({ width, paint = (line) => line }, column) => {
        const line = wrapped[column]?.[at] ?? '';
        const isLast = column === cells.length - 1;
        return paint(line) + (isLast ? '' : ' '.repeat(width - widthOf(line)));
      })
      .join('  ')
      .trimEnd(),
  );
}
