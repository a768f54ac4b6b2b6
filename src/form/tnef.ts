import { TextDecoder } from 'node:util';
import { Unreadable } from './unreadable.ts';

/** A file that Outlook packed into `winmail.dat`. */
export type PackedFile = { name: string; contentType: string; hidden: boolean; content: Buffer };

const mark = 0x223e9f78;
/** Attributes of [MS-OXTNEF] 2.1.3.2. */
const attribute = {
  codepage: 0x00069007,
  nextFile: 0x00069002,
  title: 0x00018010,
  data: 0x0006800f,
  properties: 0x00069005,
};
/** Properties of a file ([MS-OXPROPS]): `PidTagAttach…`. */
const property = { longName: 0x3707, shortName: 0x3704, mimeTag: 0x370e, hidden: 0x7ffe };

const maxFiles = 100;
const maxProperties = 2000;

export function isTnef(content: Buffer): boolean {
  return content.length > 6 && content.readUInt32LE(0) === mark;
}

/** The files in a `winmail.dat` ([MS-OXTNEF]); the letter's own words stand beside it and are left. Throws Unreadable. */
export function unpackTnef(content: Buffer): PackedFile[] {
  try {
    return readFiles(content);
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('a winmail.dat that ends too early');
    throw error;
  }
}

function readFiles(content: Buffer): PackedFile[] {
  const files: (Omit<PackedFile, 'content'> & { content: Buffer | null })[] = [];
  let decoder = new TextDecoder('windows-1252');
  let at = 6;
  while (at < content.length) {
    const id = content.readUInt32LE(at + 1);
    const length = content.readUInt32LE(at + 5);
    const start = at + 9;
    at = start + length + 2;
    // The checksum after the data tells that it is all there.
    if (at > content.length) throw new Unreadable('a winmail.dat that ends too early');
    const data = content.subarray(start, start + length);
    if (id === attribute.codepage && length >= 4) decoder = decoderOf(data.readUInt32LE(0));
    if (id === attribute.nextFile) {
      if (files.length === maxFiles) throw new Unreadable('a winmail.dat of too many files');
      files.push({ name: '', contentType: 'application/octet-stream', hidden: false, content: null });
    }
    const file = files.at(-1);
    if (!file) continue;
    if (id === attribute.title) file.name ||= withoutEnd(decoder.decode(data));
    if (id === attribute.data) file.content = data;
    if (id === attribute.properties) Object.assign(file, describe(data, decoder));
  }
  // An attached message has properties alone, and stays closed.
  return files.flatMap(({ content: bytes, ...file }) => (bytes ? [{ ...file, content: bytes }] : []));
}

function decoderOf(codepage: number): TextDecoder {
  const label = codepage === 65_001 ? 'utf-8' : `windows-${codepage}`;
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

const withoutEnd = (text: string): string => text.replace(/\0[\s\S]*$/, '');

/** What the properties add; where they cannot be read, the file has its short name. */
function describe(data: Buffer, decoder: TextDecoder): Partial<PackedFile> {
  const values = propertiesOf(data, decoder);
  const name = values.get(property.longName) ?? values.get(property.shortName);
  const contentType = values.get(property.mimeTag);
  return {
    ...(name && { name }),
    ...(contentType && { contentType: contentType.toLowerCase() }),
    hidden: values.get(property.hidden) === 'true',
  };
}

function propertiesOf(data: Buffer, decoder: TextDecoder): Map<number, string> {
  try {
    return new PropertyReader(data, decoder).read();
  } catch (error) {
    if (error instanceof RangeError || error instanceof Unreadable) return new Map();
    throw error;
  }
}

/** Bytes of the types whose values all have one size ([MS-OXCDATA] 2.11.1), with what pads them to four. */
const sizes: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
};
const type = { boolean: 0x0b, object: 0x0d, ansi: 0x1e, unicode: 0x1f, binary: 0x102, several: 0x1000 };

/** Reads a list of properties ([MS-OXTNEF] 2.1.3.4): words, and what is true. */
class PropertyReader {
  readonly #data: Buffer;
  readonly #ansi: TextDecoder;
  #at = 0;

  constructor(data: Buffer, ansi: TextDecoder) {
    this.#data = data;
    this.#ansi = ansi;
  }

  read(): Map<number, string> {
    const count = this.#number();
    if (count > maxProperties) throw new Unreadable('a winmail.dat of too many properties');
    const values = new Map<number, string>();
    for (let index = 0; index < count; index += 1) {
      const kind = this.#data.readUInt16LE(this.#at);
      const id = this.#data.readUInt16LE(this.#at + 2);
      this.#at += 4;
      if (id >= 0x8000) this.#skipName();
      const value = this.#value(kind);
      if (value !== null) values.set(id, value);
    }
    return values;
  }

  #number(): number {
    const number = this.#data.readUInt32LE(this.#at);
    this.#at += 4;
    return number;
  }

  /** Its set, and its number or its words. */
  #skipName(): void {
    this.#at += 16;
    if (this.#number() === 0) this.#at += 4;
    else this.#bytes();
  }

  #bytes(): Buffer {
    const length = this.#number();
    const bytes = this.#data.subarray(this.#at, this.#at + length);
    this.#at += length + ((4 - (length % 4)) % 4);
    if (this.#at > this.#data.length) throw new RangeError('beyond the end');
    return bytes;
  }

  #value(kind: number): string | null {
    const single = kind & ~type.several;
    const size = sizes[single];
    if (size !== undefined) {
      const count = kind === single ? 1 : this.#number();
      const first = this.#data.readUInt16LE(this.#at);
      this.#at += size * count;
      return kind === type.boolean ? String(first !== 0) : null;
    }
    if (![type.object, type.ansi, type.unicode, type.binary].includes(single))
      throw new Unreadable(`a winmail.dat with a property of type ${kind}`);
    const count = this.#number();
    let words: string | null = null;
    for (let index = 0; index < count; index += 1) {
      const bytes = this.#bytes();
      if (kind === type.unicode) words = withoutEnd(bytes.toString('utf16le'));
      if (kind === type.ansi) words = withoutEnd(this.#ansi.decode(bytes));
    }
    return words;
  }
}
