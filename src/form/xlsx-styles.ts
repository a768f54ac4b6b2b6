import { isTrue, readXml } from './xml.ts';

/** What a cell's style says of its meaning. */
export type Style = { struck: boolean; date: boolean };

export const plainStyle: Style = { struck: false, date: false };

/** The built-in number formats that show a date or a time (ECMA-376 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** The cell styles of a workbook's styles part, in order. Throws Unreadable. */
export async function readStyles(chunks: AsyncIterable<Buffer> | null): Promise<Style[]> {
  const formats = new Map<number, boolean>();
  const struck: boolean[] = [];
  const cells: { format: number; font: number }[] = [];
  if (!chunks) return [];
  await readXml(chunks, {
    open(at, { numFmtId = '0', fontId = '0', formatCode = '', val = '1' }) {
      if (at === 'styleSheet/numFmts/numFmt') formats.set(natural(numFmtId), showsDate(formatCode));
      if (at === 'styleSheet/fonts/font') struck.push(false);
      if (at === 'styleSheet/fonts/font/strike') struck[struck.length - 1] = isTrue(val);
      if (at === 'styleSheet/cellXfs/xf') cells.push({ format: natural(numFmtId), font: natural(fontId) });
    },
  });
  return cells.map(({ format, font }) => ({
    struck: struck[font] ?? false,
    date: formats.get(format) ?? builtInDates.has(format),
  }));
}

/** Has letters of days or hours outside quotes, brackets and escapes: `dd/mm/yyyy`, not `0" đồng"` or `[Red]0`. */
function showsDate(format: string): boolean {
  return /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '').replace(/General/gi, ''));
}

function natural(value: string): number {
  return /^\d{1,6}$/.test(value) ? Number(value) : 0;
}
