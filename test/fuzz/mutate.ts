import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { openZip } from '../../src/form/zip.ts';
import { zipOf } from '../form/zips.ts';

/** Where (as a part of the whole), how much, and with what the bytes are changed. */
type Place = { at: number; length: number; with: number };
type Way = (bytes: Buffer, place: Place) => Buffer;

/** What readers take for more than words. */
const words = [
  ...[
    '',
    '\0',
    '\r\n',
    '\r\n\r\n',
    '\r\n--',
    '<',
    '>',
    '&',
    '"',
    '</',
    ']]>',
    '<!--',
    '<![CDATA[',
    '<!DOCTYPE a [',
  ],
  ...['-1', '0', '999999999', '1e999', '4294967296', 'NaN', 'A1:XFD1048576', 'r:id="rId1"', 'true'],
  ...[
    ' 0 obj',
    ' 0 R',
    'endobj',
    'stream\n',
    'endstream',
    '<<',
    '>>',
    '[',
    '(',
    'xref',
    '/Length 9',
    '/Kids[3 0 R]',
  ],
  ...[
    'PK\x03\x04',
    '%PDF-1.7',
    '\xd0\xcf\x11\xe0',
    '\xff\xd8',
    '=?utf-8?q?',
    '; name="',
    'ộ',
    '\u202e',
    '\ud800',
  ],
];

const replaced = (bytes: Buffer, at: number, cut: number, put: Uint8Array): Buffer =>
  Buffer.concat([bytes.subarray(0, at), put, bytes.subarray(at + cut)]);

const overwritten = (bytes: Buffer, at: number, length: number, byte: (old: number) => number): Buffer => {
  const copy = Buffer.from(bytes);
  for (let place = at; place < Math.min(at + length, copy.length); place += 1)
    copy[place] = byte(copy[place] ?? 0);
  return copy;
};

/** Ways to change bytes, each by its name; `place.at` is a place in the bytes. */
const ways: Record<string, Way> = {
  'a bit': (bytes, { at, with: bit }) => overwritten(bytes, at, 1, (old) => old ^ (1 << (bit % 8))),
  'a byte': (bytes, { at, with: byte }) => overwritten(bytes, at, 1, () => byte),
  blank: (bytes, { at, length, with: byte }) =>
    overwritten(bytes, at, length, () => [0, 0x20, 0xff][byte % 3] ?? 0),
  cut: (bytes, { at, length }) => replaced(bytes, at, length, Buffer.alloc(0)),
  'cut off': (bytes, { at }) => bytes.subarray(0, at),
  twice: (bytes, { at, length }) => replaced(bytes, at, 0, bytes.subarray(at, at + length)),
  often: (bytes, { at, length, with: times }) =>
    replaced(
      bytes,
      at,
      0,
      Buffer.concat(Array.from({ length: times * 20 }, () => bytes.subarray(at, at + Math.min(length, 40)))),
    ),
  moved: (bytes, { at, length, with: part }) =>
    replaced(
      bytes,
      at,
      length,
      bytes.subarray((bytes.length * part) >> 8, ((bytes.length * part) >> 8) + length),
    ),
  'a number': (bytes, { at, with: byte }) =>
    overwritten(bytes, at, 1 << (byte % 3), () => (byte < 128 ? 0xff : byte < 192 ? 0x80 : 0)),
  'a word': (bytes, { at, length, with: word }) =>
    replaced(bytes, at, length % 8, Buffer.from(words[word % words.length] ?? '')),
  digits: (bytes, { at, with: word }) => {
    const near = bytes.subarray(at).toString('latin1', 0, 2000);
    const [found] = /\d+/.exec(near) ?? [];
    if (found === undefined) return bytes;
    return replaced(
      bytes,
      at + near.indexOf(found),
      found.length,
      Buffer.from(['0', '-1', '99999999', '4294967295'][word % 4] ?? ''),
    );
  },
};

export type Change = Place & { way: string; part: number };

export const change: fc.Arbitrary<Change> = fc.record({
  way: fc.constantFrom(...Object.keys(ways)),
  // Anywhere with the same chance: left to itself, fast-check would mostly change the beginning.
  at: fc.noBias(fc.nat(999_999)).map((place) => place / 1_000_000),
  length: fc.oneof(fc.integer({ min: 1, max: 16 }), fc.integer({ min: 1, max: 2000 })),
  with: fc.nat(255),
  part: fc.noBias(fc.nat(999)),
});

const changed = (bytes: Buffer, changes: readonly Change[]): Buffer =>
  changes.reduce(
    (made, { way, ...place }) =>
      ways[way]?.(made, { ...place, at: Math.floor(place.at * made.length) }) ?? made,
    bytes,
  );

/**
 * The bytes changed as they lie; or, where `inside` says so, within one part of a package or one stream of a PDF, packed again
 * without a fault: else nearly all of them would be refused for their packing.
 */
export const mutated = async (
  bytes: Buffer,
  changes: readonly Change[],
  inside: boolean,
): Promise<Buffer> => {
  const mark = inside ? bytes.subarray(0, 4).toString('latin1') : '';
  if (mark.startsWith('PK')) return changedPart(bytes, changes);
  return (mark === '%PDF' && changedStream(bytes, changes)) || changed(bytes, changes);
};

const oneOf = <T>(things: readonly T[], changes: readonly Change[]): T | undefined =>
  things[(changes[0]?.part ?? 0) % things.length];

const changedPart = async (bytes: Buffer, changes: readonly Change[]): Promise<Buffer> => {
  const zip = await openZip(bytes);
  const parts: Record<string, Buffer> = {};
  for (const name of zip.names) {
    const chunks = zip.part(name);
    if (chunks && !name.endsWith('/')) parts[name] = Buffer.concat(await Array.fromAsync(chunks));
  }
  const name = oneOf(Object.keys(parts), changes) ?? '';
  return zipOf({ ...parts, [name]: changed(parts[name] ?? Buffer.alloc(0), changes) });
};

/** Null where the stream is not packed, or does not fit into its place any more: all other objects stay where they are. */
const changedStream = (bytes: Buffer, changes: readonly Change[]): Buffer | null => {
  const streams = [...bytes.toString('latin1').matchAll(/(stream\r?\n)([\s\S]*?)\r?\nendstream/g)];
  const [, head = '', packed = ''] = oneOf(streams, changes) ?? [];
  const start = (oneOf(streams, changes)?.index ?? 0) + head.length;
  try {
    const again = deflateSync(changed(inflateSync(Buffer.from(packed, 'latin1')), changes), { level: 9 });
    if (again.length > packed.length) return null;
    const copy = Buffer.from(bytes);
    copy.fill(0, start, start + packed.length);
    again.copy(copy, start);
    return copy;
  } catch {
    return null;
  }
};
