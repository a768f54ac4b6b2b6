import type { Colour } from './colours.ts';
import { Unreadable } from './unreadable.ts';
import { type Palette, paletteOf, readTheme } from './xlsx-colours.ts';
import type { Look } from './xlsx-sight.ts';
import { type Attributes, isTrue, readXml } from './xml.ts';

/** What a cell's style says of its meaning, and how its words look. */
export type Style = { struck: boolean; date: boolean; look: Look };

/** What a workbook's styles say of its cells. */
export type Styles = {
  /** In their order; at least one. */
  cells: readonly Style[];
  palette: Palette;
  /** What conditions make of cells. */
  conditions: readonly Look[];
  /** By its name, what a table style of the workbook's own makes of cells: places in `conditions`. */
  tables: ReadonlyMap<string, readonly number[]>;
};

type Font = { struck: boolean; colour: Attributes | null; size: number | null };
/** `solid` has one colour, the letters' ground; of patterns and gradients all lie behind. */
type Fill = { pattern: string | null; colours: Map<string, Attributes>; stops: Attributes[] };
type Condition = { font: Font; fill: Fill | null; format: string | null };

const plainStyle: Style = {
  struck: false,
  date: false,
  look: { letters: null, size: null, grounds: null, format: null, struck: false },
};

/** Excel's own bounds: of a number format's letters, and of cell formats and fonts (some more fills and conditions do no harm). */
const longestFormat = 255;
const mostFormats = 65_490;

const noFont = (): Font => ({ struck: false, colour: null, size: null });
const noFill = (): Fill => ({ pattern: null, colours: new Map(), stops: [] });

/** The built-in number formats that show a date or a time (ECMA-376 18.8.30). */
const builtInDates = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47]);

/** Reads the styles part. Throws Unreadable. */
export async function readStyles(
  chunks: AsyncIterable<Buffer> | null,
  theme: AsyncIterable<Buffer> | null,
): Promise<Styles> {
  const formats = new Map<number, string>();
  const fonts: Font[] = [];
  const fills: Fill[] = [];
  const cells: { numFmtId: number; fontId: number; fillId: number }[] = [];
  const conditions: Condition[] = [];
  const tables = new Map<string, number[]>();
  const indexed: Colour[] = [];
  let table = '';
  if (chunks) {
    await readXml(chunks, {
      open(at, attributes) {
        const {
          numFmtId = '0',
          fontId = '0',
          fillId = '0',
          formatCode = '',
          name = '',
          dxfId,
          rgb,
        } = attributes;
        if (Math.max(cells.length, fonts.length, fills.length, conditions.length) > mostFormats)
          throw new Unreadable('too many styles');
        if (at === 'styleSheet/numFmts/numFmt')
          formats.set(natural(numFmtId), formatCode.slice(0, longestFormat));
        if (at === 'styleSheet/fonts/font') fonts.push(noFont());
        readFont(fonts.at(-1), at, 'styleSheet/fonts/font', attributes);
        if (at === 'styleSheet/fills/fill') fills.push(noFill());
        readFill(fills.at(-1), at, 'styleSheet/fills/fill', attributes);
        if (at === 'styleSheet/cellXfs/xf')
          cells.push({ numFmtId: natural(numFmtId), fontId: natural(fontId), fillId: natural(fillId) });
        if (at === 'styleSheet/dxfs/dxf') conditions.push(newCondition());
        readCondition(conditions.at(-1), at, 'styleSheet/dxfs/dxf', attributes);
        if (at === 'styleSheet/tableStyles/tableStyle') table = name;
        if (at === 'styleSheet/tableStyles/tableStyle/tableStyleElement' && dxfId !== undefined)
          tables.set(table, [...(tables.get(table) ?? []), natural(dxfId)]);
        if (at === 'styleSheet/colors/indexedColors/rgbColor') indexed.push((rgb ?? '').slice(-6));
      },
    });
  }
  const palette = paletteOf(await readTheme(theme), indexed);
  const styles = cells.map(({ numFmtId, fontId, fillId }): Style => {
    const font = fonts[fontId] ?? fonts[0] ?? noFont();
    const format = formats.get(numFmtId) ?? null;
    return {
      struck: font.struck,
      date: format === null ? builtInDates.has(numFmtId) : showsDate(format),
      look: { ...lookOf({ font, fill: fills[fillId] ?? null, format }, palette), struck: false },
    };
  });
  return {
    cells: styles.length > 0 ? styles : [plainStyle],
    palette,
    conditions: conditions.map((condition) => lookOf(condition, palette)),
    tables,
  };
}

function natural(value: string): number {
  return /^\d{1,6}$/.test(value) ? Number(value) : 0;
}

function readFont(font: Font | undefined, at: string, base: string, attributes: Attributes): void {
  if (!font) return;
  if (at === `${base}/strike`) font.struck = isTrue(attributes.val ?? '1');
  if (at === `${base}/color`) font.colour = attributes;
  if (at === `${base}/sz`) font.size = sizeOf(attributes.val);
}

/** A size in points; null where it is none. */
export function sizeOf(value: string | undefined): number | null {
  return Number(value) > 0 ? Number(value) : null;
}

function readFill(fill: Fill | undefined | null, at: string, base: string, attributes: Attributes): void {
  if (!fill) return;
  if (at === `${base}/patternFill`) fill.pattern = attributes.patternType ?? '';
  if (at === `${base}/patternFill/fgColor` || at === `${base}/patternFill/bgColor`)
    fill.colours.set(at.slice(-7), attributes);
  if (at === `${base}/gradientFill/stop/color`) fill.stops.push(attributes);
}

/** Reads into the look that a condition gives, which stands at `base`. */
export function readCondition(
  condition: Condition | undefined,
  at: string,
  base: string,
  attributes: Attributes,
): void {
  if (!condition) return;
  readFont(condition.font, at, `${base}/font`, attributes);
  if (at === `${base}/fill`) condition.fill = noFill();
  readFill(condition.fill, at, `${base}/fill`, attributes);
  if (at === `${base}/numFmt`) condition.format = attributes.formatCode?.slice(0, longestFormat) ?? null;
}

export function newCondition(): Condition {
  return { font: noFont(), fill: null, format: null };
}

export function lookOf({ font, fill, format }: Condition, palette: Palette): Look {
  return {
    letters: font.colour && palette(font.colour),
    size: font.size,
    grounds: fill && groundsOf(fill, palette),
    format,
    struck: font.struck,
  };
}

function groundsOf({ pattern, colours, stops }: Fill, palette: Palette): Colour[] | null {
  if (stops.length > 0) return stops.map((stop) => palette(stop) ?? 'FFFFFF');
  if (pattern === null || pattern === 'none') return null;
  const front = colours.get('fgColor');
  const back = colours.get('bgColor');
  // A condition's fill without a pattern is of its background's colour, a cell's of its foreground's.
  if (pattern === '') return back || front ? [palette(back ?? front ?? {}) ?? 'FFFFFF'] : null;
  const painted = (front && palette(front)) ?? '000000';
  if (pattern === 'solid') return front ? [painted] : back ? [palette(back) ?? 'FFFFFF'] : null;
  return [painted, (back && palette(back)) ?? 'FFFFFF'];
}

/** Has letters of days or hours outside quotes, brackets and escapes: `dd/mm/yyyy`, not `0" đồng"` or `[Red]0`. */
function showsDate(format: string): boolean {
  return /[ymdhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./gu, '').replace(/General/gi, ''));
}
