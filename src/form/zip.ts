import { promisify } from 'node:util';
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import * as yauzl from 'yauzl';
import { Unreadable } from './unreadable.ts';

const maxEntries = 2000;
/** One part unpacked, in bytes; 5,000 filled rows need about 3 MB. */
const maxPart = 40 * 1024 * 1024;
/** All parts that are read, unpacked, in bytes. */
const maxTotal = 80 * 1024 * 1024;
/** Text packs at up to about 1:60; what packs better than this and is large was made to burst. */
const maxRatio = 250;
const ratioMatters = 4 * 1024 * 1024;
/** What is handed on at a time, in bytes: a part's text as a whole would weigh twice. */
const piece = 64 * 1024;

/** A zip file whose parts are unpacked one by one, with a limit, and never trusted. */
export type Archive = {
  /** Names as written with `/`, in the file's order. */
  names: readonly string[];
  /** The bytes of a part, found without regard to case; null where there is none. */
  part(name: string): AsyncIterable<Buffer> | null;
};

const fromBuffer = promisify(yauzl.fromBuffer);

/** Mailers add line ends behind an attachment; yauzl wants the end record to be the end. */
function withoutTrailer(file: Buffer): Buffer {
  const end = file.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (end < 0 || end + 22 > file.length) return file;
  return file.subarray(0, Math.min(file.length, end + 22 + file.readUInt16LE(end + 20)));
}

/** Opens a zip file. Throws Unreadable where it is none, is damaged, encrypted, or has too many parts. */
export async function openZip(content: Buffer): Promise<Archive> {
  const file = withoutTrailer(content);
  const zip = await fromBuffer(file, { lazyEntries: true }).catch((error: Error) => {
    throw new Unreadable(`not a readable zip: ${error.message}`);
  });
  if (zip.entryCount > maxEntries) throw new Unreadable(`zip with ${zip.entryCount} parts`);
  const entries = await listEntries(zip);
  const headerOf = promisify(zip.readLocalFileHeader.bind(zip));
  let total = 0;
  async function* unpack(entry: yauzl.Entry): AsyncIterable<Buffer> {
    const { fileDataStart: start } = await headerOf(entry, { minimal: true }).catch((error: Error) => {
      throw new Unreadable(`${entry.fileName}: ${error.message}`);
    });
    const part = inflate(file.subarray(start, start + entry.compressedSize), entry);
    total += part.length;
    if (total > maxTotal) throw new Unreadable('it unpacks to too much');
    for (let at = 0; at < part.length; at += piece) yield part.subarray(at, at + piece);
  }
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    part(name) {
      const entry = entries.get(name.toLowerCase());
      return entry ? unpack(entry) : null;
    },
  };
}

/** At once and not as a stream: most parts are small, and each stream would wait for threads and turns. */
function inflate(packed: Buffer, { fileName, compressionMethod, uncompressedSize }: yauzl.Entry): Buffer {
  const plausible = Math.max(ratioMatters, packed.length * maxRatio);
  if (uncompressedSize > maxPart) throw new Unreadable(`${fileName} unpacks to too much`);
  if (uncompressedSize > plausible) throw new Unreadable(`${fileName} is packed like a bomb`);
  if (compressionMethod !== 0 && compressionMethod !== 8)
    throw new Unreadable(`${fileName} is packed by method ${compressionMethod}`);
  let part: Buffer;
  try {
    part =
      compressionMethod === 0
        ? packed
        : inflateRawSync(packed, { maxOutputLength: Math.min(maxPart, plausible) });
  } catch (error) {
    throw new Unreadable(`${fileName}: ${(error as Error).message}`);
  }
  if (part.length !== uncompressedSize) throw new Unreadable(`${fileName} is not as long as it says`);
  return part;
}

function listEntries(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on('error', (error) => reject(new Unreadable(`damaged zip: ${error.message}`)));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry) => {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) return reject(new Unreadable(`${entry.fileName} stands twice in the zip`));
      if (entry.generalPurposeBitFlag & 1) return reject(new Unreadable('encrypted zip'));
      entries.set(name, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });
}

/** A zip of parts, names in ASCII (PKWARE APPNOTE 4.3). */
export function writeZip(parts: ReadonlyMap<string, string>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of parts) {
    const plain = Buffer.from(text);
    const data = deflateRawSync(plain);
    const label = Buffer.from(name, 'latin1');
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    // 1 January 1980: the same parts are the same bytes.
    fields.writeUInt16LE(33, 8);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(data.length, 14);
    fields.writeUInt32LE(plain.length, 18);
    fields.writeUInt16LE(label.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, label, data);
    central.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, place, label);
    offset += 30 + label.length + data.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
