import type ExcelJS from 'exceljs';
import type { RowResult } from '../model/form.ts';

/** How the cells of our forms look (Nghị định 30/2020/NĐ-CP, phụ lục I: Times New Roman, 13–14 pt). */
export const plain: Partial<ExcelJS.Font> = { name: 'Times New Roman', size: 13 };
export const bold: Partial<ExcelJS.Font> = { ...plain, bold: true };
export const centred: Partial<ExcelJS.Alignment> = {
  horizontal: 'center',
  vertical: 'middle',
  wrapText: true,
};
const line: Partial<ExcelJS.Border> = { style: 'thin' };
export const box: Partial<ExcelJS.Borders> = { top: line, left: line, bottom: line, right: line };

/** The letters and the ground of each kind of result: discreet. */
export const tints: Readonly<Record<RowResult['outcome'], { letters: string; ground: string }>> = {
  done: { letters: 'FF1B5E20', ground: 'FFEDF5EE' },
  refused: { letters: 'FF8E1B1B', ground: 'FFFBEDEB' },
  waiting: { letters: 'FF6B4E00', ground: 'FFFFF7E0' },
};

/** Of one line of text with some air, in points. */
export const lineHeight = 21;

/**
 * What others wrote is a text: nothing that a spreadsheet program takes for a formula once somebody edits the cell, full-width signs
 * and what is not seen before them included, and nothing that it reads as a written-out character (`_x003D_`, ECMA-376 22.9.2.19).
 */
export const asText = (text: string): string | null =>
  text === ''
    ? null
    : text
        .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
        .replace(/^[\s\p{Cc}\p{Cf}]+/u, '')
        .replace(/^(?=[=+\-@＝＋－＠])/, ' ');

export function put(
  sheet: ExcelJS.Worksheet,
  area: string,
  text: string,
  style: Partial<ExcelJS.Style>,
): void {
  if (area.includes(':')) sheet.mergeCells(area);
  const cell = sheet.getCell(area.split(':')[0] ?? area);
  cell.value = asText(text);
  Object.assign(cell, style);
}

/** A row that must wrap gets its height here; others are left to the program, which fits what is written later. */
export function fitRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  cells: readonly (readonly [text: string, width: number])[],
): void {
  const linesOf = (text: string, width: number): number =>
    text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(part.length / (width * 0.85))), 0);
  const lines = Math.max(...cells.map(([text, width]) => linesOf(text, width)));
  if (lines > 1) sheet.getRow(row).height = Math.min(4 + lines * 17, highest);
}

/** Excel's own bound, in points. */
const highest = 409;
