import type { IFD } from 'utif2';
import { mostPixels } from './pdf-sealed.ts';
import type { Matrix } from './pdf-shapes.ts';
import { blankGray, paintOnto } from './scan-gray.ts';
import type { PagePicture } from './scan-pages.ts';
import { longSide } from './scan-pdf.ts';
import { redInk } from './scan-red.ts';
import { TooLarge, Unreadable } from './unreadable.ts';

/** Pictures in one file. */
const mostPictures = 100;

const lzw = 5;
/** How scanners and fax servers pack: not at all, Groups 3 and 4, LZW, JPEG, Deflate, PackBits. The decoder knows the raw types of cameras, too. */
const packings = new Set([1, 2, 3, 4, lzw, 7, 8, 32_946, 32_773]);

/** The pages of a TIFF, a picture each. Its decoder believes the file, and runs for ever where that lies: all that is looked at first. */
export async function* tiffPages(content: Buffer): AsyncGenerator<PagePicture> {
  if (!hasEnd(content)) throw new Unreadable('a TIFF without end');
  const { default: utif } = await import('utif2');
  const images = utif.decode(content).filter(({ t256, t257 }) => t256 !== undefined && t257 !== undefined);
  for (const [index, image] of images.entries()) {
    const [width, height] = [numberIn(image.t256), numberIn(image.t257)];
    if (!(width > 0 && height > 0)) throw new Unreadable('a picture without points');
    if (width * height > mostPixels) throw new TooLarge('a picture with too many points');
    if (!isSound(content, image)) throw new Unreadable('a TIFF of a kind that cannot be read, or damaged');
    utif.decodeImage(content, image);
    const points = utif.toRGBA8(image);
    // A fax has fewer points down the page than across it.
    const tall = height * ((numberIn(image.t282) || 1) / (numberIn(image.t283) || 1));
    const scale = longSide / Math.max(width, tall);
    const gray = blankGray(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(tall * scale)));
    const shade = (x: number, y: number): number => points[(y * width + x) * 4] ?? 255;
    const place: Matrix = [gray.width, 0, 0, -gray.height, 0, gray.height];
    paintOnto(gray, { width, height, shade }, place);
    const inRed = redInk(points, width, height, 4);
    const red = inRed && blankGray(gray.width, gray.height);
    if (red) paintOnto(red, { width, height, shade: inRed }, place);
    yield { number: index + 1, of: images.length, gray, red };
  }
}

const numbersIn = (field: IFD[string] | undefined): number[] =>
  Array.isArray(field) ? field.map(Number) : [];
const numberIn = (field: IFD[string] | undefined): number => numbersIn(field)[0] ?? 0;

/** Whether the chain of pictures ends, and soon (TIFF 6.0, 2). */
function hasEnd(tiff: Buffer): boolean {
  const little = tiff[0] === 0x49;
  const long = (at: number): number => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const short = (at: number): number => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  let at = 4;
  for (let pictures = 0; pictures <= mostPictures; pictures += 1) {
    if (at + 4 > tiff.length) return false;
    const next = long(at);
    if (next === 0) return true;
    if (next + 2 > tiff.length) return false;
    at = next + 2 + short(next) * 12;
  }
  return false;
}

/** In strips, as scanners write, of a known packing; LZW in codes that were given before. */
function isSound(tiff: Buffer, image: IFD): boolean {
  const packing = numberIn(image.t259) || 1;
  if (!packings.has(packing) || image.t322 !== undefined) return false;
  const [starts, lengths] = [numbersIn(image.t273), numbersIn(image.t279)];
  const strips = starts.map((start, index) => tiff.subarray(start, start + (lengths[index] ?? 0)));
  return strips.length > 0 && (packing !== lzw || strips.every(isSoundLzw));
}

/** Follows the codes of LZW without unpacking them (TIFF 6.0, 13). */
function isSoundLzw(strip: Buffer): boolean {
  const [clear, end, first] = [256, 257, 258];
  let [bits, next, fresh] = [9, first, true];
  for (let at = 0; at + bits <= strip.length * 8; ) {
    const byte = at >>> 3;
    const three = ((strip[byte] ?? 0) << 16) | ((strip[byte + 1] ?? 0) << 8) | (strip[byte + 2] ?? 0);
    const code = (three >>> (24 - (at & 7) - bits)) & ((1 << bits) - 1);
    at += bits;
    if (code === end) return true;
    if (at === bits && code !== clear) return false;
    if (code === clear) [bits, next, fresh] = [9, first, true];
    else if (fresh) {
      if (code > 255) return false;
      fresh = false;
    } else {
      if (code > next || next > 4095) return false;
      next += 1;
      if (next + 1 === 1 << bits && bits < 12) bits += 1;
    }
  }
  return true;
}
