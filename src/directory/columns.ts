import { basename } from 'node:path';
import { tidy } from '../text/fold.ts';
import { ImportRefused, type Problems } from './import-problems.ts';
import { readTable } from './table-file.ts';

/** A line by its columns: NFC on one line with single spaces; empty where blank, missing where the file has no such column. */
export type TableRecord<Column extends string> = { line: number; fields: Partial<Record<Column, string>> };

/** The columns that a file may have, in any order, told by their headings whatever their case. */
export type Columns<Column extends string> = { all: readonly Column[]; needed: readonly Column[] };

/**
 * Reads a table by its headings. What a person should know and stops nothing goes to `warnings`, what is wrong with a
 * line to `problems`; throws ImportRefused where the headings themselves are wrong.
 */
export async function* readRecords<Column extends string>(
  path: string,
  columns: Columns<Column>,
  { problems, warnings }: { problems: Problems; warnings: string[] },
): AsyncGenerator<TableRecord<Column>> {
  let headings: (Column | null)[] | null = null;
  for await (const { line, cells } of readTable(path)) {
    if (headings === null) {
      headings = readHeadings(cells, columns, basename(path), warnings);
      continue;
    }
    const extra = cells.slice(headings.length).find((cell) => cell !== '');
    if (extra !== undefined) {
      problems.add(line, null, `"${extra}" đứng ngoài các cột; ô có dấu ngăn cách phải đặt trong ngoặc kép`);
      continue;
    }
    const fields: Partial<Record<Column, string>> = {};
    for (const [at, heading] of headings.entries()) {
      if (heading !== null) fields[heading] = readCell(cells[at] ?? '', line, heading, problems);
    }
    yield { line, fields };
  }
  if (headings === null) {
    throw new ImportRefused(
      `${basename(path)}: tệp trống; dòng đầu phải là tên cột ${columns.all.join(', ')}.`,
    );
  }
}

/** U+0000 and halves of characters come from files in other encodings, and no database keeps them. */
function readCell(cell: string, line: number, heading: string, problems: Problems): string {
  if (cell.isWellFormed() && !/[\0\ufffd]/.test(cell)) return tidy(cell);
  problems.add(line, heading, 'có ký tự hỏng; hãy gõ lại ô này');
  return '';
}

function readHeadings<Column extends string>(
  cells: readonly string[],
  { all, needed }: Columns<Column>,
  file: string,
  warnings: string[],
): (Column | null)[] {
  const headings = cells.map((cell) => all.find((column) => isHeading(cell, column)) ?? null);
  const missing = needed.filter((column) => !headings.includes(column));
  if (missing.length > 0) {
    throw new ImportRefused(
      `${file}: thiếu cột ${missing.join(', ')}; dòng đầu của tệp phải là tên cột ${all.join(', ')}.`,
    );
  }
  const twice = headings.find((column, at) => column !== null && headings.indexOf(column) < at);
  if (twice) throw new ImportRefused(`${file}: cột ${twice} có hai lần; hãy bỏ bớt một.`);
  const unknown = cells.filter((cell, at) => headings[at] === null && cell !== '');
  if (unknown.length > 0) warnings.push(`${file}: bỏ qua cột không dùng đến: ${unknown.join(', ')}`);
  return headings;
}

const isHeading = (cell: string, column: string): boolean =>
  tidy(cell)
    .toLowerCase()
    .replace(/[\s_-]/g, '') === column.toLowerCase();
