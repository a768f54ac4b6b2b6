import ExcelJS from 'exceljs';

/** When the example files were saved: a fixed day, so that they come out the same each time. */
const savedAt = new Date('2026-11-20T01:30:00Z');

/** The workbook as .xlsx bytes that depend on its cells alone. */
export async function workbookBytes(book: ExcelJS.Workbook, savedBy: string): Promise<Buffer> {
  book.created = savedAt;
  book.modified = savedAt;
  book.lastModifiedBy = savedBy;
  return withoutTimes(Buffer.from(await book.xlsx.writeBuffer()));
}

/** The same for a workbook that was written elsewhere. */
export async function savedAgain(xlsx: Buffer, savedBy: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  // exceljs declares a Buffer of its own.
  await book.xlsx.load(xlsx as unknown as ExcelJS.Buffer);
  return workbookBytes(book, savedBy);
}

const endOfDirectory = 0x06054b50;
/** 1 January 2026, 00:00, in the form of MS-DOS: date in the upper half. */
const dosTime = (((2026 - 1980) << 9) | (1 << 5) | 1) * 0x10000;

/** Sets the clock in every entry of a zip (APPNOTE 4.3.7, 4.3.12) to the same time. */
function withoutTimes(zip: Buffer): Buffer {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== endOfDirectory) end -= 1;
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    zip.writeUInt32LE(dosTime, at + 12);
    zip.writeUInt32LE(dosTime, zip.readUInt32LE(at + 42) + 10);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return zip;
}
