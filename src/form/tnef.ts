import { TextDecoder } from 'node:util';
import { type RichWords, readRtf } from './rtf.ts';
import { unpackRtf } from './rtf-packed.ts';
import { Unreadable } from './unreadable.ts';

/** A file that Outlook packed into `winmail.dat`; one that is an attached message has its type and no content. */
export type PackedFile = { name: string; contentType: string; hidden: boolean; content: Buffer };

/** The letter's own words as they were packed with its files: null where they were not so. */
export type PackedWords = {
  plain: string | null;
  html: string | null;
  /** Has them in rich text alone, which cannot be read. */
  isLost: boolean;
};

/** What is in a `winmail.dat`. */
export type Packed = { files: PackedFile[]; words: PackedWords };

const mark = 0x223e9f78;
/** Attributes of [MS-OXTNEF] 2.1.3.2. */
const attribute = {
  codepage: 0x00069007,
  message: 0x00069003,
  nextFile: 0x00069002,
  title: 0x00018010,
  data: 0x0006800f,
  properties: 0x00069005,
};
/** Properties of a file ([MS-OXPROPS]): `PidTagAttach…`. */
const property = {
  longName: 0x3707,
  shortName: 0x3704,
  mimeTag: 0x370e,
  hidden: 0x7ffe,
  method: 0x3705,
  data: 0x3701,
};
/** Properties of the letter: `PidTagBody`, `PidTagHtml`, `PidTagRtfCompressed`, `PidTagInternetCodepage`. */
const ofLetter = { plain: 0x1000, html: 0x1013, rich: 0x1009, codepage: 0x3fde };
/** `PidTagAttachMethod` of an attached message. */
const isMessage = 5;

const maxFiles = 100;
const maxProperties = 2000;

export function isTnef(content: Buffer): boolean {
  return content.length > 6 && content.readUInt32LE(0) === mark;
}

/** The files in a `winmail.dat` ([MS-OXTNEF]), and the letter's own words where they are in it. Throws Unreadable. */
export function unpackTnef(content: Buffer): Packed {
  try {
    return readPacked(content);
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable('a winmail.dat that ends too early');
    throw error;
  }
}

function readPacked(content: Buffer): Packed {
  const files: (Omit<PackedFile, 'content'> & { content: Buffer | null })[] = [];
  let words: PackedWords = { plain: null, html: null, isLost: false };
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
    if (id === attribute.message) words = wordsOf(propertiesOf(data, decoder), decoder);
    if (id === attribute.nextFile) {
      if (files.length === maxFiles) throw new Unreadable('a winmail.dat of too many files');
      files.push({ name: '', contentType: 'application/octet-stream', hidden: false, content: null });
    }
    const file = files.at(-1);
    if (!file) continue;
    if (id === attribute.title) file.name ||= withoutEnd(decoder.decode(data));
    if (id === attribute.data) file.content = data;
    if (id === attribute.properties) Object.assign(file, describe(propertiesOf(data, decoder)));
  }
  return {
    files: files.flatMap(({ content: bytes, ...file }) => (bytes ? [{ ...file, content: bytes }] : [])),
    words,
  };
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

function wordsOf(values: Values, ansi: TextDecoder): PackedWords {
  const [plain, html, packed, codepage] = [
    ofLetter.plain,
    ofLetter.html,
    ofLetter.rich,
    ofLetter.codepage,
  ].map((id) => values.get(id));
  const decoder = typeof codepage === 'number' ? decoderOf(codepage) : ansi;
  const words = {
    plain: typeof plain === 'string' ? plain : null,
    html: Buffer.isBuffer(html) ? decoder.decode(html) : typeof html === 'string' ? html : null,
  };
  if (words.html !== null || packed === undefined) return { ...words, isLost: false };
  const rich = Buffer.isBuffer(packed) ? richWords(packed) : null;
  return { ...words, ...rich, isLost: rich === null && words.plain === null };
}

/** Null where they cannot be read. */
function richWords(packed: Buffer): RichWords | null {
  try {
    return readRtf(unpackRtf(packed));
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/** What the properties add; where they cannot be read, the file has its short name. */
function describe(values: Values): Partial<PackedFile> {
  const words = (id: number): string => {
    const value = values.get(id);
    return typeof value === 'string' ? value : '';
  };
  const name = words(property.longName) || words(property.shortName);
  const contentType = words(property.mimeTag);
  const bytes = values.get(property.data);
  return {
    ...(name && { name }),
    ...(contentType && { contentType: contentType.toLowerCase() }),
    ...(Buffer.isBuffer(bytes) && { content: bytes }),
    // It has properties alone, and stays closed.
    ...(values.get(property.method) === isMessage && {
      contentType: 'message/rfc822',
      content: Buffer.alloc(0),
    }),
    hidden: values.get(property.hidden) === true,
  };
}

/** By their ids: words, bytes, numbers, and what is true. */
type Values = ReadonlyMap<number, string | number | boolean | Buffer>;

function propertiesOf(data: Buffer, decoder: TextDecoder): Values {
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
const type = {
  long: 0x03,
  boolean: 0x0b,
  object: 0x0d,
  ansi: 0x1e,
  unicode: 0x1f,
  binary: 0x102,
  several: 0x1000,
};

/** Reads a list of properties ([MS-OXTNEF] 2.1.3.4). */
class PropertyReader {
  readonly #data: Buffer;
  readonly #ansi: TextDecoder;
  #at = 0;

  constructor(data: Buffer, ansi: TextDecoder) {
    this.#data = data;
    this.#ansi = ansi;
  }

  read(): Values {
    const count = this.#number();
    if (count > maxProperties) throw new Unreadable('a winmail.dat of too many properties');
    const values = new Map<number, string | number | boolean | Buffer>();
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

  #value(kind: number): string | number | boolean | Buffer | null {
    const single = kind & ~type.several;
    const size = sizes[single];
    if (size !== undefined) {
      const count = kind === single ? 1 : this.#number();
      const at = this.#at;
      this.#at += size * count;
      if (kind === type.long) return this.#data.readInt32LE(at);
      return kind === type.boolean ? this.#data.readUInt16LE(at) !== 0 : null;
    }
    if (![type.object, type.ansi, type.unicode, type.binary].includes(single))
      throw new Unreadable(`a winmail.dat with a property of type ${kind}`);
    const count = this.#number();
    let value: string | Buffer | null = null;
    for (let index = 0; index < count; index += 1) {
      const bytes = this.#bytes();
      if (kind === type.unicode) value = withoutEnd(bytes.toString('utf16le'));
      if (kind === type.ansi) value = withoutEnd(this.#ansi.decode(bytes));
      if (kind === type.binary) value = bytes;
    }
    return value;
  }
}
