import ExcelJS from 'exceljs';
import { wishChoices, words } from './blank-words.ts';

/** A row of the form that is filled in beforehand. */
export type BlankRow = { fullName?: string; unit?: string; wish?: string };

export type BlankForm = {
  /** Printed at the top left; the prompt of the regulation where null. */
  unitName: string | null;
  /** Fields and rows that are filled in beforehand; a form has at least five rows. */
  requester?: string;
  position?: string;
  phone?: string;
  content?: string;
  rows?: readonly BlankRow[];
};

/** In characters of the default font. */
const columnWidths = [7, 29, 29, 35] as const;
/** Of one line of text with some air, in points. */
const lineHeight = 21;
const firstRow = 15;
const fewestRows = 5;

const plain: Partial<ExcelJS.Font> = { name: 'Times New Roman', size: 13 };
const bold: Partial<ExcelJS.Font> = { ...plain, bold: true };
const centred: Partial<ExcelJS.Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
const line: Partial<ExcelJS.Border> = { style: 'thin' };
const box: Partial<ExcelJS.Borders> = { top: line, left: line, bottom: line, right: line };

/** The blank form of the regulation (PHIẾU YÊU CẦU) as an .xlsx file on one A4 page, to fill in and send back. */
export async function blankForm(form: BlankForm): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.creator = 'phieu';
  const sheet = book.addWorksheet('Phiếu yêu cầu', {
    pageSetup: {
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.79, right: 0.59, top: 0.79, bottom: 0.79, header: 0.3, footer: 0.3 },
    },
    properties: { defaultRowHeight: lineHeight },
    views: [{ showGridLines: false, state: 'normal' }],
  });
  sheet.columns = columnWidths.map((width) => ({ width }));
  writeHead(sheet, form.unitName);
  writeFields(sheet, form);
  const end = writeTable(sheet, form.rows ?? []);
  writeSignatures(sheet, end + 2);
  sheet.pageSetup.printArea = `A1:D${end + 8}`;
  sheet.pageSetup.printTitlesRow = `${firstRow - 1}:${firstRow - 1}`;
  return Buffer.from(await book.xlsx.writeBuffer());
}

function put(sheet: ExcelJS.Worksheet, area: string, text: string, style: Partial<ExcelJS.Style>): void {
  if (area.includes(':')) sheet.mergeCells(area);
  const cell = sheet.getCell(area.split(':')[0] ?? area);
  cell.value = text === '' ? null : text;
  Object.assign(cell, style);
}

function writeHead(sheet: ExcelJS.Worksheet, unitName: string | null): void {
  const small = { font: { ...bold, size: 12 }, alignment: centred };
  put(sheet, 'A1:B2', (unitName ?? words.unit).toUpperCase(), small);
  put(sheet, 'C1:D1', words.country, small);
  put(sheet, 'C2:D2', words.motto, {
    font: { ...bold, underline: true },
    alignment: centred,
  });
  put(sheet, 'A4:D4', words.title, { font: { ...bold, size: 15 }, alignment: centred });
  put(sheet, 'A5:D5', words.to, { font: bold, alignment: centred });
  sheet.getRow(1).height = 24;
  sheet.getRow(2).height = 24;
  sheet.getRow(4).height = 28;
  sheet.getRow(5).height = 24;
}

function writeFields(sheet: ExcelJS.Worksheet, form: BlankForm): void {
  const fields = [
    [words.requester, form.requester],
    [words.position, form.position],
    [words.phone, form.phone],
    [words.content, form.content],
  ] as const;
  const left: Partial<ExcelJS.Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };
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
    fitRow(sheet, row, [[value ?? '', columnWidths[2] + columnWidths[3]]]);
  }
  put(sheet, 'A12:D12', words.list, { font: plain, alignment: left });
}

/** Returns the last row of the table. */
function writeTable(sheet: ExcelJS.Worksheet, rows: readonly BlankRow[]): number {
  for (const [index, text] of words.headings.entries()) {
    Object.assign(sheet.getCell(firstRow - 1, index + 1), {
      value: text,
      font: bold,
      alignment: centred,
      border: box,
    });
  }
  sheet.getRow(firstRow - 1).height = 36;
  const end = firstRow + Math.max(rows.length, fewestRows) - 1;
  for (let row = firstRow; row <= end; row += 1) {
    const { fullName = '', unit = '', wish = '' } = rows[row - firstRow] ?? {};
    const [, nameWidth, unitWidth, wishWidth] = columnWidths;
    fitRow(sheet, row, [
      [fullName, nameWidth],
      [unit, unitWidth],
      [wish, wishWidth],
    ]);
    for (const [index, value] of [row - firstRow + 1, fullName, unit, wish].entries()) {
      const alignment = index === 0 ? centred : { vertical: 'middle' as const, wrapText: true };
      Object.assign(sheet.getCell(row, index + 1), {
        value: value || null,
        font: plain,
        alignment,
        border: box,
      });
    }
  }
  offerChoices(sheet, end);
  return end;
}

/** A row that must wrap gets its height here; others are left to the program, which fits what is written later. */
function fitRow(sheet: ExcelJS.Worksheet, row: number, cells: readonly (readonly [string, number])[]): void {
  const lines = Math.max(...cells.map(([text, width]) => Math.ceil(text.length / (width * 0.85))));
  if (lines > 1) sheet.getRow(row).height = 4 + lines * 17;
}

function offerChoices(sheet: ExcelJS.Worksheet, lastRow: number): void {
  // exceljs writes one rule for a whole stretch only through its model of all rules.
  const rules = (
    sheet as unknown as { dataValidations: { add(area: string, rule: ExcelJS.DataValidation): void } }
  ).dataValidations;
  rules.add(`D${firstRow}:D${lastRow}`, {
    type: 'list',
    allowBlank: true,
    showErrorMessage: false,
    showInputMessage: true,
    promptTitle: 'Nội dung đề nghị',
    prompt: 'Chọn trong danh sách hoặc tự ghi nội dung.',
    formulae: [`"${wishChoices.join(',')}"`],
  });
}

function writeSignatures(sheet: ExcelJS.Worksheet, row: number): void {
  const style = { font: bold, alignment: { ...centred, vertical: 'top' as const } };
  put(sheet, `A${row}:B${row}`, words.head.join('\n'), style);
  put(sheet, `C${row}:D${row}`, words.writer, style);
  sheet.getRow(row).height = 40;
}
