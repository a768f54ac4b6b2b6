import type ExcelJS from 'exceljs';
import type { RowResult } from '../model/form.ts';
import { asText, bold, box, centred, fitRow, plain, tints } from './blank-cells.ts';
import { wishChoices, words } from './blank-words.ts';
import { columnLetters } from './xlsx-area.ts';

const furtherColumns = ['position', 'phone', 'address', 'newAddress', 'note'] as const;
type Further = (typeof furtherColumns)[number];

/** A row of the form that is filled in beforehand; `number` where it is not the row's place. */
export type BlankRow = Partial<Record<'fullName' | 'unit' | 'wish' | Further, string>> & {
  number?: number;
  result?: RowResult;
};

/** One column of the table: its width in characters of the default font, and a row's words in it. */
export type TableColumn = { heading: string; width: number; of: (row: BlankRow) => string };

const [numberHeading, nameHeading, unitHeading, wishHeading] = words.headings;

const usual: readonly TableColumn[] = [
  { heading: numberHeading, width: 7, of: ({ number }) => String(number ?? '') },
  { heading: nameHeading, width: 29, of: ({ fullName = '' }) => fullName },
  { heading: unitHeading, width: 29, of: ({ unit = '' }) => unit },
  { heading: wishHeading, width: 35, of: ({ wish = '' }) => wish },
];

const further: Readonly<Record<Further, Omit<TableColumn, 'of'>>> = {
  position: { heading: 'Chức vụ', width: 15 },
  phone: { heading: 'Điện thoại', width: 14 },
  address: { heading: 'Địa chỉ thư hiện có', width: 24 },
  newAddress: { heading: 'Địa chỉ thư mới', width: 24 },
  note: { heading: 'Ghi chú', width: 18 },
};

const results: readonly TableColumn[] = [
  { heading: words.result, width: 22, of: ({ result }) => result?.result ?? '' },
  { heading: words.told, width: 48, of: ({ result }) => result?.told ?? '' },
];

/** The regulation's four columns, then those of the others for which some row has words. */
export function columnsFor(rows: readonly BlankRow[]): TableColumn[] {
  const added = furtherColumns.filter((key) => rows.some((row) => row[key]));
  const isReturned = rows.some(({ result }) => result);
  // The more columns, the smaller they are printed.
  const narrower = added.length > 0 || isReturned ? 0.8 : 1;
  return [
    ...usual.map((column) => ({ ...column, width: Math.round(column.width * narrower) })),
    ...added.map((key) => ({ ...further[key], of: (row: BlankRow) => row[key] ?? '' })),
    ...(isReturned ? results : []),
  ];
}

const fewestRows = 5;

/** Writes the table with its heading on the row before `first`. Returns its last row. */
export function writeTable(
  sheet: ExcelJS.Worksheet,
  first: number,
  columns: readonly TableColumn[],
  rows: readonly BlankRow[],
): number {
  for (const [index, { heading }] of columns.entries()) {
    const style = { font: bold, alignment: centred, border: box };
    Object.assign(sheet.getCell(first - 1, index + 1), { value: heading, ...style });
  }
  sheet.getRow(first - 1).height = 36;
  const count = rows.some(({ result }) => result) ? rows.length : Math.max(rows.length, fewestRows);
  for (let index = 0; index < count; index += 1)
    writeRow(sheet, first + index, columns, { number: index + 1, ...rows[index] });
  offerChoices(sheet, first, first + count - 1);
  return first + count - 1;
}

function writeRow(
  sheet: ExcelJS.Worksheet,
  row: number,
  columns: readonly TableColumn[],
  filled: BlankRow,
): void {
  const texts = columns.map((column) => column.of(filled));
  fitRow(
    sheet,
    row,
    texts.map((text, index) => [text, columns[index]?.width ?? 1]),
  );
  for (const [index, text] of texts.entries()) {
    const cell = sheet.getCell(row, index + 1);
    const isResult = columns[index]?.heading === words.result;
    cell.value = index === 0 ? (filled.number ?? null) : asText(text);
    cell.style =
      isResult && filled.result ? resultStyles[filled.result.outcome] : (usualStyles[index] ?? textStyle);
  }
}

// exceljs looks an object up at once that it has met before; one of each cell's own takes seconds in thousands of rows.
const wrapped: Partial<ExcelJS.Style> = {
  font: plain,
  alignment: { vertical: 'middle', wrapText: true },
  border: box,
};
const usualStyles = usual.map((_, index) => (index === 0 ? { ...wrapped, alignment: centred } : wrapped));
/** A telephone that is written there later keeps its zero. */
const textStyle: Partial<ExcelJS.Style> = { ...wrapped, numFmt: '@' };

const tinted = ({ letters, ground }: { letters: string; ground: string }): Partial<ExcelJS.Style> => ({
  ...textStyle,
  font: { ...bold, color: { argb: letters } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: ground } },
});
const resultStyles = {
  done: tinted(tints.done),
  refused: tinted(tints.refused),
  waiting: tinted(tints.waiting),
};

function offerChoices(sheet: ExcelJS.Worksheet, first: number, last: number): void {
  // exceljs writes one rule for a whole stretch only through its model of all rules.
  const rules = (
    sheet as unknown as { dataValidations: { add(area: string, rule: ExcelJS.DataValidation): void } }
  ).dataValidations;
  const letter = columnLetters(words.headings.indexOf(wishHeading) + 1);
  rules.add(`${letter}${first}:${letter}${last}`, {
    type: 'list',
    allowBlank: true,
    showErrorMessage: false,
    showInputMessage: true,
    promptTitle: 'Nội dung đề nghị',
    prompt: 'Chọn trong danh sách hoặc tự ghi nội dung.',
    formulae: [`"${wishChoices.join(',')}"`],
  });
}
