import ExcelJS from 'exceljs';
import { type BlankForm, blankForm } from '../../src/form/blank.ts';
import { savedAgain, workbookBytes } from './xlsx.ts';

/** Who drew the form up. */
export type Requester = { unitName: string; requester: string; position: string; phone: string };

/** The regulation's own form, as phieu hands it out, filled in. */
export async function regulationForm(form: BlankForm, savedBy: string): Promise<Buffer> {
  return savedAgain(await blankForm(form), savedBy);
}

const line = { style: 'thin' } as const;
const box: Partial<ExcelJS.Borders> = { top: line, left: line, bottom: line, right: line };

type Line = readonly (string | number | null)[];

/** An office's own workbook: lines from the top (1), of which those at `headings` are bold, those of `table` ruled. */
export type OwnSheet = {
  sheet: string;
  widths: readonly number[];
  lines: readonly Line[];
  headings: readonly number[];
  table: readonly [first: number, last: number];
  merged?: readonly string[];
};

export async function ownForm(
  { sheet, widths, lines, headings, table: [first, last], merged = [] }: OwnSheet,
  savedBy: string,
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = savedBy;
  const page = book.addWorksheet(sheet, {
    properties: { defaultRowHeight: 21 },
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  page.columns = widths.map((width) => ({ width }));
  for (const line of lines) page.addRow([...line]).font = { name: 'Times New Roman', size: 13 };
  for (const area of merged) page.mergeCells(area);
  for (const row of headings) {
    page.getRow(row).font = { name: 'Times New Roman', size: 13, bold: true };
    page.getRow(row).alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  }
  for (let row = first; row <= last; row += 1) {
    for (const column of widths.keys()) page.getCell(row, column + 1).border = box;
  }
  return workbookBytes(book, savedBy);
}

/**
 * A form in Rich Text, which Word saves under the name .doc as well: a file type that offices still send and that is
 * not read.
 */
export function richTextForm(paragraphs: readonly string[]): Buffer {
  const escaped = paragraphs.map((paragraph) =>
    paragraph.replace(/[\\{}]/g, '\\$&').replace(/[^\x20-\x7e]/g, (letter) => {
      return `\\u${letter.charCodeAt(0)}?`;
    }),
  );
  const font = '{\\fonttbl{\\f0\\froman Times New Roman;}}';
  return Buffer.from(`{\\rtf1\\ansi\\deff0${font}\\fs26\r\n${escaped.join('\\par\r\n')}\\par\r\n}\r\n`);
}
