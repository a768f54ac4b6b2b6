import ExcelJS from 'exceljs';
import { bold, centred, fitRow, lineHeight, plain, put } from './blank-cells.ts';
import { type BlankRow, columnsFor, type TableColumn, writeTable } from './blank-table.ts';
import { words } from './blank-words.ts';
import { columnLetters } from './xlsx-area.ts';

export type BlankForm = {
  /** Printed at the top left; the prompt of the regulation where null. */
  unitName: string | null;
  /** What the office is to do with a form that comes back, one paragraph. */
  instruction?: string;
  /** Fields and rows that are filled in beforehand; a form has at least five rows. */
  requester?: string;
  position?: string;
  phone?: string;
  content?: string;
  rows?: readonly BlankRow[];
};

const firstRow = 15;

/**
 * The form of the regulation (PHIẾU YÊU CẦU) as an .xlsx file on A4, to fill in and send back: one page upright, or across where
 * rows have more than the regulation's four columns.
 */
export async function blankForm(form: BlankForm): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = 'phieu';
  const columns = columnsFor(form.rows ?? []);
  const sheet = book.addWorksheet('Phiếu yêu cầu', {
    pageSetup: {
      paperSize: 9,
      orientation: columns.length > words.headings.length ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.79, right: 0.59, top: 0.79, bottom: 0.79, header: 0.3, footer: 0.3 },
    },
    properties: { defaultRowHeight: lineHeight },
    views: [{ showGridLines: false, state: 'normal' }],
  });
  sheet.columns = columns.map(({ width }) => ({ width }));
  const last = columnLetters(columns.length);
  writeHead(sheet, form, last);
  if (form.instruction) writeInstruction(sheet, form.instruction, columns, last);
  writeFields(sheet, form, columns);
  const end = writeTable(sheet, firstRow, columns, form.rows ?? []);
  writeSignatures(sheet, end + 2, last);
  sheet.pageSetup.printArea = `A1:${last}${end + 8}`;
  sheet.pageSetup.printTitlesRow = `${firstRow - 1}:${firstRow - 1}`;
  return Buffer.from(await book.xlsx.writeBuffer());
}

function writeHead(sheet: ExcelJS.Worksheet, { unitName }: BlankForm, last: string): void {
  const small = { font: { ...bold, size: 12 }, alignment: centred };
  put(sheet, 'A1:B2', (unitName ?? words.unit).toUpperCase(), small);
  put(sheet, `C1:${last}1`, words.country, small);
  put(sheet, `C2:${last}2`, words.motto, { font: { ...bold, underline: true }, alignment: centred });
  put(sheet, `A4:${last}4`, words.title, { font: { ...bold, size: 15 }, alignment: centred });
  put(sheet, `A5:${last}5`, words.to, { font: bold, alignment: centred });
  sheet.getRow(1).height = 24;
  sheet.getRow(2).height = 24;
  sheet.getRow(4).height = 28;
  sheet.getRow(5).height = 24;
}

function writeInstruction(
  sheet: ExcelJS.Worksheet,
  text: string,
  columns: readonly TableColumn[],
  last: string,
): void {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  put(sheet, `A6:${last}6`, text, { font: { ...plain, italic: true }, alignment: centred });
  fitRow(sheet, 6, [[text, width]]);
}

function writeFields(sheet: ExcelJS.Worksheet, form: BlankForm, columns: readonly TableColumn[]): void {
  const fields = [
    [words.requester, form.requester],
    [words.position, form.position],
    [words.phone, form.phone],
    [words.content, form.content],
  ] as const;
  const left: Partial<ExcelJS.Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };
  const width = (columns[2]?.width ?? 0) + (columns[3]?.width ?? 0);
  for (const [index, [label, value]] of fields.entries()) {
    const row = 7 + index;
    put(sheet, `A${row}:B${row}`, label, { font: plain, alignment: left });
    put(sheet, `C${row}:D${row}`, value ?? '', {
      font: plain,
      alignment: left,
      numFmt: '@',
      border: { bottom: { style: 'hair' } },
    });
    sheet.getCell(`D${row}`).border = { bottom: { style: 'hair' } };
    fitRow(sheet, row, [[value ?? '', width]]);
  }
  put(sheet, 'A12:D12', words.list, { font: plain, alignment: left });
}

function writeSignatures(sheet: ExcelJS.Worksheet, row: number, last: string): void {
  const style = { font: bold, alignment: { ...centred, vertical: 'top' as const } };
  put(sheet, `A${row}:B${row}`, words.head.join('\n'), style);
  put(sheet, `C${row}:${last}${row}`, words.writer, style);
  sheet.getRow(row).height = 40;
}
