import { crc32, deflateSync } from 'node:zlib';
import { file } from '../letters.ts';

function chunk(type: string, data: Buffer): Buffer {
  const words = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(words));
  return Buffer.concat([length, words, sum]);
}

/** A PNG of shades of grey that says it has so many points (PNG 3, 11.2.1). */
export function png(width: number, height: number, points: Buffer = Buffer.alloc(1000)): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    ...[Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head)],
    ...[chunk('IDAT', deflateSync(points)), chunk('IEND', Buffer.alloc(0))],
  ]);
}

/** A JPEG whose frame says that it has so many points (ITU-T T.81, B.2.2). */
function jpeg(width: number, height: number): Buffer {
  const content = Buffer.from(file('scan/noise.jpg'));
  const frame = content.indexOf(Buffer.from('ffc0', 'hex'));
  content.writeUInt16BE(height, frame + 5);
  content.writeUInt16BE(width, frame + 7);
  return content;
}

type Entry = readonly [tag: number, value: number];

/** A TIFF of one picture, or of one that is its own next (TIFF 6.0, 2). */
function tiff(entries: readonly Entry[], next = 0): Buffer {
  const content = Buffer.alloc(14 + entries.length * 12 + 1000, 0x55);
  content.write('II*\0\x08\0\0\0', 'latin1');
  content.writeUInt16LE(entries.length, 8);
  for (const [index, [tag, value]] of entries.entries()) {
    const at = 10 + index * 12;
    content.writeUInt16LE(tag, at);
    content.writeUInt16LE(4, at + 2);
    content.writeUInt32LE(1, at + 4);
    content.writeUInt32LE(value, at + 8);
  }
  content.writeUInt32LE(next, 10 + entries.length * 12);
  return content;
}

/** Width, height, bits, compression, offset, samples, rows a strip, bytes of the strip. */
const tiffOf = (width: number, height: number, compression: number, samples = 1, next = 0): Buffer =>
  tiff(
    [
      ...([
        [256, width],
        [257, height],
        [258, 8],
        [259, compression],
        [262, 1],
      ] as const),
      ...([
        [273, 200],
        [277, samples],
        [278, height],
        [279, 800],
      ] as const),
    ],
    next,
  );

const cut = (name: string, part: number): Buffer => {
  const content = file(`scan/${name}`);
  return content.subarray(0, content.length * part);
};

/** Pictures, each with the reason that it ends in. */
export const pictures: [string, string, string, () => Buffer][] = [
  ['a PNG of 60,000 by 60,000', 'a.png', 'form-scanned', () => png(60_000, 60_000)],
  ['a PNG of 2³² points a line', 'a.png', 'form-scanned', () => png(0xffff_ffff, 0xffff_ffff)],
  [
    'a PNG that unpacks to more than it says',
    'a.png',
    'form-scanned',
    () => png(1000, 1000, Buffer.alloc(10_000_000, 255)),
  ],
  ['a PNG that unpacks to less than it says', 'a.png', 'form-scanned', () => png(2000, 2000)],
  ['a PNG that is cut off', 'a.png', 'form-unreadable', () => cut('on-its-head.png', 0.5)],
  ['a JPEG of 65,535 by 65,535', 'a.jpg', 'form-scanned', () => jpeg(65_535, 65_535)],
  ['a JPEG of 2,000 by 2,000 with the points of 700', 'a.jpg', 'form-scanned', () => jpeg(2000, 2000)],
  ['a JPEG that is cut off', 'a.jpg', 'form-scanned', () => cut('noise.jpg', 0.5)],
  ['a TIFF of 65,535 by 65,535', 'a.tif', 'form-scanned', () => tiffOf(65_535, 65_535, 1)],
  ['a TIFF of 2³² samples a point', 'a.tif', 'form-unreadable', () => tiffOf(6000, 6000, 1, 0xffff_ffff)],
  ['a TIFF of packed garbage (LZW)', 'a.tif', 'form-unreadable', () => tiffOf(6000, 6000, 5)],
  ['a TIFF of a garbled fax (Group 4)', 'a.tif', 'form-scanned', () => tiffOf(2000, 2000, 4)],
  ['a TIFF as cameras write it raw', 'a.tif', 'form-unreadable', () => tiffOf(1000, 1000, 34_713)],
  ['a TIFF whose picture is its own next', 'a.tif', 'form-unreadable', () => tiffOf(1000, 1000, 1, 1, 8)],
  ['a TIFF that is cut off', 'a.tif', 'form-unreadable', () => cut('fax.tif', 0.2)],
];
