import { crc32 } from 'node:zlib';
import { Unreadable } from './unreadable.ts';

/** Larger letters are not read; pictures that were pasted stand in them as well. */
const longest = 16 * 1024 * 1024;
const headBytes = 16;
const packedMark = 0x75465a4c;
const plainMark = 0x414c454d;

/** Words that such letters often have, with which the window begins ([MS-OXRTFCP] 2.1.2.1). */
const beginning = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
);
const windowBytes = 4096;

/** The rich text of a letter as Outlook packs it ([MS-OXRTFCP]), in one byte a character. Throws Unreadable. */
export function unpackRtf(packed: Buffer): string {
  if (packed.length < headBytes) throw new Unreadable('rich text that ends too early');
  const [size, rawSize, mark, sum] = [0, 4, 8, 12].map((at) => packed.readUInt32LE(at)) as [
    number,
    number,
    number,
    number,
  ];
  if (rawSize > longest) throw new Unreadable('rich text that unpacks to too much');
  const end = size + 4;
  if (end < headBytes || end > packed.length) throw new Unreadable('rich text that ends too early');
  const data = packed.subarray(headBytes, end);
  if (mark === plainMark && rawSize <= data.length) return data.toString('latin1', 0, rawSize);
  if (mark !== packedMark) throw new Unreadable('rich text that is packed in no known way');
  // The usual sum, but begun with and ended as it is (2.1.3.2).
  if (~crc32(data, 0xffffffff) >>> 0 !== sum) throw new Unreadable('rich text that is damaged');
  return unpack(data, rawSize).toString('latin1');
}

/** Bytes, and places in the last 4096 of them to repeat from, told apart by the bits of the byte before each eight. */
function unpack(data: Buffer, rawSize: number): Buffer {
  const made = Buffer.alloc(rawSize);
  const window = Buffer.alloc(windowBytes, ' ');
  beginning.copy(window);
  let length = 0;
  let writes = beginning.length;
  const put = (byte: number): void => {
    if (length === rawSize) throw new Unreadable('rich text that is longer than it says');
    made[length] = byte;
    length += 1;
    window[writes] = byte;
    writes = (writes + 1) % windowBytes;
  };
  for (let at = 0; at < data.length; ) {
    const flags = data[at] ?? 0;
    at += 1;
    for (let bit = 0; bit < 8 && at < data.length; bit += 1) {
      if (((flags >> bit) & 1) === 0) {
        put(data[at] ?? 0);
        at += 1;
        continue;
      }
      if (at + 1 >= data.length) throw new Unreadable('rich text that ends too early');
      const word = data.readUInt16BE(at);
      at += 2;
      const from = word >> 4;
      if (from === writes) {
        if (length < rawSize) throw new Unreadable('rich text that is shorter than it says');
        return made;
      }
      for (let count = (word & 15) + 2, next = from; count > 0; count -= 1, next += 1)
        put(window[next % windowBytes] ?? 0);
    }
  }
  throw new Unreadable('rich text that has no end');
}
