import { createReadStream } from 'node:fs';
import { basename, extname } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { TextDecoder } from 'node:util';
import { CsvError, type Options, parse } from 'csv-parse';
import type { CellValue } from 'exceljs';
import { ImportRefused } from './import-problems.ts';

/** A line of a table: its number as an editor or Excel counts, and its cells as text, trimmed. */
export type TableLine = { line: number; cells: string[] };

/**
 * The lines of a .csv (UTF-8 or UTF-16; comma, semicolon or tab) or .xlsx file (its first sheet that is not empty), the
 * headings first, blank lines left out. A million lines are read in bounded memory. Throws ImportRefused.
 */
export function readTable(path: string): AsyncIterable<TableLine> {
  switch (extname(path).toLowerCase()) {
    case '.csv':
      return readCsv(path);
    case '.xlsx':
      return readXlsx(path);
    default:
      throw new ImportRefused(
        `${basename(path)}: chỉ nhập được tệp .csv hoặc .xlsx; hãy mở bằng Excel và lưu lại dưới một trong hai dạng đó.`,
      );
  }
}

async function* readCsv(path: string): AsyncGenerator<TableLine> {
  const file = basename(path);
  const text = decode(createReadStream(path), file);
  const first = await startOfText(text, path);
  const options: Options = {
    delimiter: delimiterOf(first),
    info: true,
    relax_column_count: true,
    trim: true,
    max_record_size: 1_000_000,
  };
  const rest = (async function* () {
    yield first;
    yield* text;
  })();
  const parser = pipeline(Readable.from(rest), parse(options), () => {
    // What fails reaches the loop below.
  });
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      if (record.some((cell) => cell !== '')) yield { line: info.lines, cells: record };
    }
  } catch (error) {
    throw error instanceof CsvError ? new ImportRefused(explain(error, file)) : error;
  }
}

function explain(error: CsvError, file: string): string {
  const line = typeof error.lines === 'number' ? `, dòng ${error.lines}` : '';
  return `${file}${line}: dấu ngoặc kép (") mở ra mà không đóng, hoặc đứng giữa ô. Trong ô có dấu ngoặc kép, hãy viết nó hai lần và đặt cả ô trong ngoặc kép; hoặc lưu lại tệp bằng Excel.`;
}

/** The first piece that holds a whole line of headings. */
async function startOfText(text: AsyncGenerator<string>, path: string): Promise<string> {
  let start = '';
  try {
    while (!/\S[^\n]*\n/.test(start)) {
      const next = await text.next();
      if (next.done) break;
      start += next.value;
    }
  } catch (error) {
    throw unreadable(error, path);
  }
  return start;
}

function unreadable(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof ImportRefused || code === undefined) return error;
  const why =
    { ENOENT: 'không có tệp này', EISDIR: 'đây là thư mục', EACCES: 'không có quyền đọc tệp này' }[code] ??
    `không đọc được (${code})`;
  return new ImportRefused(`${path}: ${why}; hãy kiểm tra lại tên tệp.`);
}

/** Excel saves "Unicode text" as UTF-16 with a mark at its start, and everything else that we take is UTF-8. */
async function* decode(bytes: AsyncIterable<Buffer>, file: string): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of bytes) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw new ImportRefused(
      `${file}: chữ trong tệp không phải Unicode (UTF-8); hãy mở bằng Excel và lưu lại dạng "CSV UTF-8" hoặc .xlsx.`,
    );
  }
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The one of the usual three that stands most often in the headings. */
function delimiterOf(text: string): string {
  const headings = (/\S[^\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: headings.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

async function* readXlsx(path: string): AsyncGenerator<TableLine> {
  // Loading it takes longer than most commands run.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.stream.xlsx.WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  try {
    for await (const sheet of workbook) {
      let isEmpty = true;
      for await (const row of sheet) {
        const cells = cellsOf(row.values as CellValue[]);
        if (cells.every((cell) => cell === '')) continue;
        isEmpty = false;
        yield { line: row.number, cells };
      }
      if (!isEmpty) return;
    }
  } catch (error) {
    const known = unreadable(error, path);
    if (known !== error || error instanceof ImportRefused) throw known;
    throw new ImportRefused(
      `${basename(path)}: không đọc được như một tệp Excel (.xlsx); hãy mở bằng Excel và lưu lại.`,
      { cause: error },
    );
  }
}

/** exceljs counts columns from 1. */
const cellsOf = (values: CellValue[]): string[] => Array.from(values).slice(1).map(textOf);

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$|\.\d{3}Z$/, '');
  if (typeof value !== 'object') return String(value).trim();
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  if ('text' in value) return textOf(value.text as CellValue);
  if ('result' in value) return textOf(value.result as CellValue);
  return '';
}
