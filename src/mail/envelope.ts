import { createHash } from 'node:crypto';
import type { Envelope, HeaderField } from '../model/letter.ts';
import { decodeText } from './encoded-words.ts';
import { unfold } from './tokens.ts';

/** The largest header block that is read, in bytes, and the most fields in it. */
const blockLimit = 256 * 1024;
const fieldLimit = 2000;

/** Where a field stood in the raw message, as byte offsets: the colon is at `colon`, the value ends before `end`. */
type Placed = { start: number; colon: number; end: number };

type Block = {
  text: string;
  fields: readonly Placed[];
  /** Offset of what follows the blank line, or where reading stopped. */
  end: number;
  malformed: string | null;
};

/** RFC 5322, 2.2: a field name is printable ASCII without the colon. */
const fieldName = /^[\x21-\x39\x3b-\x7e]+$/;

const oddity = (line: string): string | null => {
  if (line.includes('\0')) return 'a NUL in the header block';
  return line.includes('\r') ? 'a carriage return inside a header line' : null;
};

/** Goes once over the lines of the header block; a line that is no field and continues none is left out and told. */
const scan = (raw: Buffer): Block => {
  const text = raw.toString('latin1', 0, blockLimit);
  const fields: Placed[] = [];
  let malformed: string | null = null;
  let field: Placed | null = null;
  let start = 0;
  while (start < text.length) {
    const feed = text.indexOf('\n', start);
    if (feed < 0 && text.length < raw.length) break;
    const next = feed < 0 ? text.length : feed + 1;
    const end = feed > start && text[feed - 1] === '\r' ? feed - 1 : feed < 0 ? text.length : feed;
    if (end === start) return { text, fields, end: next, malformed };
    const line = text.slice(start, end);
    malformed ??= oddity(line);
    const colon = line.indexOf(':');
    if (line[0] === ' ' || line[0] === '\t') {
      if (field) field.end = end;
      else malformed ??= 'a continuation line that continues no field';
    } else if (fieldName.test(line.slice(0, Math.max(colon, 0)))) {
      if (fields.length === fieldLimit) {
        return { text, fields, end: start, malformed: `more than ${fieldLimit} header fields` };
      }
      field = { start, colon: start + colon, end };
      fields.push(field);
    } else {
      field = null;
      malformed ??= 'a header line without a valid field name';
    }
    start = next;
  }
  return text.length < raw.length
    ? { text, fields, end: start, malformed: `a header block of more than ${blockLimit} bytes` }
    : { text, fields, end: start, malformed };
};

const nameAt = ({ text }: Block, { start, colon }: Placed): string => text.slice(start, colon).toLowerCase();

const valuesOf = (fields: readonly HeaderField[], name: string): string[] =>
  fields.filter((field) => field.name === name).map((field) => unfold(field.value).trim());

const messageIdOf = (fields: readonly HeaderField[]): string | null => {
  const [id, ...others] = valuesOf(fields, 'message-id');
  return id && others.length === 0 && /^<[\x21-\x3b\x3d\x3f-\x7e]+>$/.test(id) ? id : null;
};

const answersOf = (fields: readonly HeaderField[]): string[] => {
  const values = [...valuesOf(fields, 'in-reply-to'), ...valuesOf(fields, 'references')];
  const ids = values.flatMap((value) => value.match(/<[\x21-\x3b\x3d\x3f-\x7e]+>/g) ?? []);
  return [...new Set(ids)].slice(0, 100);
};

const subjectOf = (fields: readonly HeaderField[]): string | null => {
  const [subject] = valuesOf(fields, 'subject');
  return (subject && decodeText(subject)) || null;
};

/** Reads the header block of a raw message: one pass over at most 256 KB. Nothing is thrown for what others wrote. */
export const envelopeOf = (raw: Buffer): Envelope => {
  const block = scan(raw);
  const fields = block.fields.map((field) => ({
    name: nameAt(block, field),
    value: block.text.slice(field.colon + 1, field.end),
  }));
  return {
    fields,
    messageId: messageIdOf(fields),
    subject: subjectOf(fields),
    answers: answersOf(fields),
    malformed: block.malformed,
  };
};

/** The header block with the blank line that ends it, at most 256 KB of it. */
export const headerBlockOf = (raw: Buffer): Buffer => raw.subarray(0, scan(raw).end);

/** The fields by which a letter is read; whatever else stands in its header anybody on the way can have added. */
const ownField =
  /^(?:date|from|to|cc|subject|message-id|in-reply-to|references|mime-version|content-(?:type|transfer-encoding|disposition))$/;

const [tab, feed, carriageReturn, space] = [0x09, 0x0a, 0x0d, 0x20];

/**
 * White space as DKIM's relaxed form has it (RFC 6376, 3.4.4): a signature does not hold more than that. Byte by byte: with
 * patterns, a letter of blank lines held everybody up for seconds.
 */
const relaxed = (bytes: Buffer): Buffer => {
  const kept = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  let isSpaced = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === carriageReturn && bytes[at + 1] === feed) continue;
    if (byte === space || byte === tab) {
      isSpaced = true;
      continue;
    }
    if (isSpaced && byte !== feed) kept[length++] = space;
    isSpaced = false;
    kept[length++] = byte;
  }
  if (isSpaced) kept[length++] = space;
  return kept.subarray(0, length);
};

/**
 * What makes two deliveries the same letter: hex SHA-256 of the From address (lower-case, or null), of the fields by
 * which it is read and of the body. White space, line ends, the order of fields and other fields do not count: nobody
 * who holds a signed letter can make another one of it.
 */
export const identityOf = (raw: Buffer, fromAddress: string | null): string => {
  const block = scan(raw);
  const own = block.fields
    .map((field) => ({ name: nameAt(block, field), value: block.text.slice(field.colon + 1, field.end) }))
    .filter(({ name }) => ownField.test(name))
    .map(
      ({ name, value }) =>
        `${name}:${relaxed(Buffer.from(unfold(value), 'latin1'))
          .toString('latin1')
          .trim()}\n`,
    );
  // What has no field to be read by is no letter: all of it counts.
  const body = relaxed(raw.subarray(own.length > 0 ? block.end : 0));
  let end = body.length;
  while (body[end - 1] === feed || body[end - 1] === space) end--;
  return createHash('sha256')
    .update(`${fromAddress ?? ''}\n`)
    .update(`${own.sort().join('')}\n`, 'latin1')
    .update(body.subarray(0, end))
    .digest('hex');
};
