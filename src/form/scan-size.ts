export type Size = { width: number; height: number };

/** Shorter and longer side of a picture that could be a page with words to read: 80 points to the inch of A4. */
const leastShort = 640;
const leastLong = 900;

/** What a JPEG or PNG says of its size in its head; null for other files. TIFF is left to its decoder. */
export function sizeOf(content: Buffer): Size | null {
  if (content.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n' && content.length > 24)
    return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
  for (const { marker, at } of segments(content)) {
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame && at + 9 <= content.length)
      return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
  }
  return null;
}

export const isTiff = (content: Buffer): boolean =>
  ['II*\0', 'MM\0*'].includes(content.subarray(0, 4).toString('latin1'));

/** Whether a picture can be a page: logos and stamps are smaller. */
export function isPageLike(content: Buffer): boolean {
  if (isTiff(content)) return true;
  const size = sizeOf(content);
  if (!size) return false;
  return Math.min(size.width, size.height) >= leastShort && Math.max(size.width, size.height) >= leastLong;
}

/** The segments of a JPEG before its points: `at` is where the marker stands (ITU-T T.81, B.1.1). */
function* segments(content: Buffer): Generator<{ marker: number; at: number; length: number }> {
  if (content[0] !== 0xff || content[1] !== 0xd8) return;
  for (let at = 2; at + 4 <= content.length; ) {
    const marker = content[at + 1] ?? 0;
    // Bytes between segments only fill.
    if (content[at] !== 0xff || marker === 0xff || marker === 0) {
      at += 1;
      continue;
    }
    if (marker === 0xda || marker === 0xd9) return;
    const length = content.readUInt16BE(at + 2);
    yield { marker, at, length };
    at += 2 + Math.max(2, length);
  }
}

/** Quarters to the right by which a photograph is to be turned to stand upright (Exif 2.3, tag 0x0112). */
export function quartersOf(content: Buffer): number {
  for (const { marker, at, length } of segments(content)) {
    const exif = content.subarray(at + 4, at + 2 + length);
    if (marker !== 0xe1 || exif.subarray(0, 6).toString('latin1') !== 'Exif\0\0') continue;
    const turns: Record<number, number> = { 3: 2, 6: 1, 8: 3 };
    return turns[orientationOf(exif.subarray(6))] ?? 0;
  }
  return 0;
}

function orientationOf(tiff: Buffer): number {
  const little = tiff.subarray(0, 2).toString('latin1') === 'II';
  const short = (at: number): number =>
    at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  const start = tiff.length < 8 ? 0 : little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const count = short(start);
  for (let entry = 0; entry < Math.min(count, 100); entry += 1) {
    const at = start + 2 + entry * 12;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
}
