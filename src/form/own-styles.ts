import type { RowResult } from '../model/form.ts';
import { tints } from './blank-cells.ts';
import { type Allowed, Copier } from './own-copy.ts';
import { type Attributes, readXml } from './xml.ts';

/** The cell styles of our own columns, by their place among all. */
export type OwnStyles = { heading: number; told: number } & Record<RowResult['outcome'], number>;

const sections = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles'] as const;
type Section = (typeof sections)[number];

const words = (text: string): Set<string> => new Set(text.split(' '));

/** Looks alone (ECMA-376 18.8): no conditions, no extensions. */
const looks: Allowed = {
  elements: words(
    'numFmt font fill border xf cellStyle b i strike condense extend outline shadow u vertAlign sz color name family charset scheme patternFill fgColor bgColor gradientFill stop start end left right top bottom diagonal vertical horizontal alignment protection',
  ),
  attributes: words(
    'numFmtId formatCode val rgb theme indexed tint auto patternType type degree left right top bottom position style diagonalUp diagonalDown outline fontId fillId borderId xfId applyNumberFormat applyFont applyFill applyBorder applyAlignment applyProtection quotePrefix horizontal vertical wrapText textRotation indent relativeIndent justifyLastLine shrinkToFit readingOrder name builtinId iLevel customBuiltin hidden locked',
  ),
};

/** What each id of a cell's format counts in. */
const counted: readonly (readonly [string, Section])[] = [
  ['fontId', 'fonts'],
  ['fillId', 'fills'],
  ['borderId', 'borders'],
  ['xfId', 'cellStyleXfs'],
];

/** What a workbook without styles has. */
const defaults: Readonly<Record<Section, readonly string[]>> = {
  numFmts: [],
  fonts: ['<font><sz val="11"/><name val="Calibri"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellStyleXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'],
  cellStyles: [],
};

const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
const box = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`;
const font = (inner: string, colour: string): string =>
  `<font>${inner}<sz val="12"/><color rgb="${colour}"/><name val="Times New Roman"/><family val="1"/></font>`;
const ground = (colour: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`;

/** A workbook's looks written anew, with those of our columns behind them. `count`: of the workbook's own cell styles. */
export async function copyStyles(
  chunks: AsyncIterable<Buffer> | null,
): Promise<{ xml: string; count: number; own: OwnStyles }> {
  const found = await readStyles(chunks);
  const count = found.cellXfs.length;
  const { fonts, fills, borders, cellXfs } = found;
  const add = (list: string[], xml: string): number => list.push(xml) - 1;
  const border = add(borders, box);
  const cell = (fontId: number, fillId: number, align: string): number =>
    add(
      cellXfs,
      `<xf numFmtId="49" fontId="${fontId}" fillId="${fillId}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment ${align} vertical="center" wrapText="1"/></xf>`,
    );
  const black = 'FF000000';
  const tinted = (outcome: RowResult['outcome']): number => {
    const { letters, ground: colour } = tints[outcome];
    return cell(add(fonts, font('<b/>', letters)), add(fills, ground(colour)), 'horizontal="left"');
  };
  const own = {
    heading: cell(add(fonts, font('<b/>', black)), 0, 'horizontal="center"'),
    told: cell(add(fonts, font('', black)), 0, 'horizontal="left"'),
    done: tinted('done'),
    refused: tinted('refused'),
    waiting: tinted('waiting'),
  };
  const listed = sections
    .filter((section) => found[section].length > 0)
    .map((section) => `<${section} count="${found[section].length}">${found[section].join('')}</${section}>`);
  return { xml: listed.join(''), count, own };
}

async function readStyles(chunks: AsyncIterable<Buffer> | null): Promise<Record<Section, string[]>> {
  const found = Object.fromEntries(sections.map((section) => [section, []])) as unknown as Record<
    Section,
    string[]
  >;
  const copier = new Copier(looks);
  const itemIn = (path: string): { section: Section; name: string; isItem: boolean } | null => {
    const [, section, ...rest] = path.split('/');
    const known = sections.find((one) => one === section);
    return known && rest.length > 0
      ? { section: known, name: rest.at(-1) ?? '', isItem: rest.length === 1 }
      : null;
  };
  if (chunks)
    await readXml(chunks, {
      open(path, attributes) {
        const item = itemIn(path);
        if (item) copier.open(item.name, item.name === 'xf' ? inBounds(attributes, found) : attributes);
      },
      close(path) {
        const item = itemIn(path);
        if (!item) return;
        copier.close(item.name);
        if (item.isItem) found[item.section].push(copier.take());
      },
    });
  for (const section of sections)
    found[section].push(
      ...defaults[section].slice(Math.min(found[section].length, defaults[section].length)),
    );
  return found;
}

/** Excel mends, and complains of, ids that count too far. */
function inBounds(attributes: Attributes, found: Readonly<Record<Section, readonly string[]>>): Attributes {
  const ids = counted.flatMap(([id, section]) => {
    const value = attributes[id];
    if (value === undefined) return [];
    return [[id, Number(value) < Math.max(found[section].length, 1) ? value : '0']];
  });
  return { ...attributes, ...Object.fromEntries(ids) };
}
