import { type Colour, partsOf } from './colours.ts';
import { type Attributes, readXml } from './xml.ts';

/** Says which colour attributes such as `rgb`, `theme` with `tint`, or `indexed` name; null where they leave it to the program. */
export type Palette = (named: Attributes) => Colour | null;

/** Of the theme that Excel takes where a file has none, in the order in which `theme` counts (ECMA-376 18.8.3, 20.1.6.2). */
const officeTheme = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
];
const themeOrder = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
];

/** ECMA-376 18.8.27; 64 and beyond are the program's own. */
const indexedColours =
  `000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF
  800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF
  000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99
  3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333`.split(
    /\s+/,
  );

/** The palette of a workbook; `indexed` are colours that its styles put in the place of the usual ones. */
export function paletteOf(theme: readonly Colour[], indexed: readonly Colour[]): Palette {
  const numbered = indexed.length > 0 ? indexed : indexedColours;
  return ({ rgb, theme: place, indexed: number, tint = '0' }) => {
    const named =
      rgb !== undefined
        ? sixDigits(rgb)
        : place !== undefined
          ? (theme[Number(place)] ?? officeTheme[Number(place)])
          : number !== undefined
            ? numbered[Number(number)]
            : undefined;
    return named === undefined ? null : tinted(named, Number(tint));
  };
}

/** What is before the last six digits is how transparent it is, which Excel disregards. */
function sixDigits(rgb: string): Colour | undefined {
  return /^(?:[0-9a-f]{2})?([0-9a-f]{6})$/i.exec(rgb)?.[1];
}

/** The colours of the theme part, in the order in which cells count them. */
export async function readTheme(chunks: AsyncIterable<Buffer> | null): Promise<Colour[]> {
  const found: Colour[] = [];
  if (!chunks) return found;
  await readXml(chunks, {
    open(at, { val = '', lastClr = val }) {
      const [, name, kind] = /\/clrScheme\/(\w+)\/(srgbClr|sysClr)$/.exec(at) ?? [];
      const place = themeOrder.indexOf(name ?? '');
      const colour = sixDigits(kind === 'sysClr' ? lastClr : val);
      if (place >= 0 && colour !== undefined) found[place] = colour;
    },
  });
  return found;
}

/** Lighter or darker by its lightness (ECMA-376 18.8.19), which moves each part towards white or black alike. */
function tinted(colour: Colour, tint: number): Colour {
  if (!(tint >= -1 && tint <= 1) || tint === 0) return colour;
  const to = tint > 0 ? 255 : 0;
  return partsOf(colour)
    .map((part) => Math.round(part + (to - part) * Math.abs(tint)))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('');
}
