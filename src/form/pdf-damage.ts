import { inflateSync } from 'node:zlib';
import { Unreadable } from './unreadable.ts';

/** One stream unpacked, in bytes: a font with all its letters, or a page with as many lines as one may have. */
const largestStream = 40 * 1024 * 1024;
const largestTotal = 120 * 1024 * 1024;
const mostStreams = 20_000;
/** The file's end stands near its end; mailers add some line ends. */
const tail = 4096;

/**
 * Throws Unreadable where a PDF is cut off, or a packed stream of it is damaged or unpacks to too much. pdf.js reads
 * such files as far as it can, and what is then missing, a line between two rows perhaps, nobody sees. Pictures are
 * not looked at, nor files that are encrypted, where nothing can be unpacked yet.
 */
export function refuseDamaged(file: Buffer): void {
  if (!file.subarray(-tail).includes('startxref')) throw new Unreadable('the end of the PDF is missing');
  if (file.includes('/Encrypt')) return;
  let total = 0;
  let count = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at)) {
    const start = startOfData(file, at);
    at += 6;
    if (start === null) continue;
    count += 1;
    if (count > mostStreams) throw new Unreadable('too many streams');
    const end = file.indexOf('endstream', start);
    if (end < 0) throw new Unreadable('a stream of the PDF has no end');
    if (isPackedText(dictionaryBefore(file, at - 6))) total += unpackedSize(file.subarray(start, end));
    if (total > largestTotal) throw new Unreadable('the PDF unpacks to too much');
    at = end + 9;
  }
}

/** The keyword stands alone, and a line end follows it (ISO 32000-1, 7.3.8.1). */
function startOfData(file: Buffer, at: number): number | null {
  if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') return null;
  const next = file[at + 6];
  if (next === 0x0a) return at + 7;
  if (next === 0x0d) return file[at + 7] === 0x0a ? at + 8 : at + 7;
  return null;
}

/** The words between `obj` and `stream`; a dictionary that is longer than this describes no page. */
function dictionaryBefore(file: Buffer, at: number): string {
  const before = file.toString('latin1', Math.max(0, at - 4000), at);
  return before.slice(before.lastIndexOf(' obj') + 1);
}

function isPackedText(dictionary: string): boolean {
  return (
    /\/Filter\s*\[?\s*\/Fl(?:ateDecode)?\b/.test(dictionary) && !/\/Subtype\s*\/Image\b/.test(dictionary)
  );
}

function unpackedSize(packed: Buffer): number {
  try {
    return inflateSync(packed, { maxOutputLength: largestStream }).length;
  } catch (error) {
    throw new Unreadable(`a stream of the PDF is damaged: ${(error as Error).message}`);
  }
}
