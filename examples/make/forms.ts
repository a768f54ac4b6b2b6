import { crc32 } from 'node:zlib';
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

/** A form in Rich Text, which Word saves under the name .doc as well. */
export function richTextForm(paragraphs: readonly string[]): Buffer {
  const escaped = paragraphs.map((paragraph) =>
    paragraph.replace(/[\\{}]/g, '\\$&').replace(/[^\x20-\x7e]/g, (letter) => {
      return `\\u${letter.charCodeAt(0)}?`;
    }),
  );
  const font = '{\\fonttbl{\\f0\\froman Times New Roman;}}';
  return Buffer.from(`{\\rtf1\\ansi\\deff0${font}\\fs26\r\n${escaped.join('\\par\r\n')}\\par\r\n}\r\n`);
}

/** An archive of one file, stored as it is (RAR 2.9): a type that offices still send and that is not read. */
export function rarArchive(name: string, content: Buffer): Buffer {
  const file = Buffer.alloc(25);
  file.writeUInt32LE(content.length, 0);
  file.writeUInt32LE(content.length, 4);
  file.writeUInt8(2, 8);
  file.writeUInt32LE(crc32(content), 9);
  // 23 November 2026, as MS-DOS writes it.
  file.writeUInt32LE(0x5d77_7000, 13);
  file.writeUInt8(20, 17);
  file.writeUInt8(0x30, 18);
  file.writeUInt16LE(name.length, 19);
  file.writeUInt32LE(0x20, 21);
  return Buffer.concat([
    Buffer.from('Rar!\x1a\x07\0', 'latin1'),
    rarHeader(0x73, 0, Buffer.alloc(6)),
    rarHeader(0x74, 0x8000, Buffer.concat([file, Buffer.from(name, 'latin1')])),
    content,
    rarHeader(0x7b, 0x4000, Buffer.alloc(0)),
  ]);
}

function rarHeader(type: number, flags: number, fields: Buffer): Buffer {
  const header = Buffer.alloc(7);
  header.writeUInt8(type, 2);
  header.writeUInt16LE(flags, 3);
  header.writeUInt16LE(7 + fields.length, 5);
  const whole = Buffer.concat([header, fields]);
  whole.writeUInt16LE(crc32(whole.subarray(2)) & 0xffff, 0);
  return whole;
}
