import { Readable } from 'node:stream';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';
import type { Attachment } from './attachment.ts';
import { isTnef, unpackTnef } from './tnef.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';

const maxText = 20_000;
/** Of a longer text only so much is tidied: megabytes of blank lines take longer than a reader has. */
const maxWords = 1024 * 1024;
const maxHtml = 1024 * 1024;
const maxParts = 300;
const pieceBytes = 64 * 1024;

/** A letter taken apart: its own words and its attachments, in order. */
export type Parts = {
  /** Tidied, whatever it was written in. */
  text: string;
  /** As it came; null where it is in HTML alone, or too long. */
  plain: string | null;
  html: string | null;
  attachments: Attachment[];
};

/**
 * Takes a raw message apart (RFC 2045–2049, 2047, 2231). Attached messages stay closed. Of attachments over
 * `attachmentBytes` only the size is kept. Without `html` a letter in HTML alone gives no text.
 * Rejects where the message's structure is beyond all bounds.
 */
export async function takeApart(raw: Buffer, attachmentBytes: number, html: boolean): Promise<Parts> {
  const parts: Parts = { text: '', plain: null, html: null, attachments: [] };
  const words = await parse(raw, html, async (part) => {
    const attachment = await collect(part, attachmentBytes);
    if (attachment.contentType !== 'message/rfc822') parts.attachments.push(...unpacked(attachment));
  });
  const plain = words.text ?? '';
  parts.plain = words.html === undefined && plain.length <= maxWords ? plain : null;
  parts.html = html && words.html !== undefined && words.html.length <= maxHtml ? words.html : null;
  let text = tidy(plain.slice(0, maxWords));
  if (text === '' && html && words.html)
    text = tidy(((await parse(asHtmlMail(words.html), true, collectNone)).text ?? '').slice(0, maxWords));
  // Pictures within the text leave their content ids behind.
  text = tidy(text.replace(/\[cid:[^\]\s]{1,200}\]/gi, ' '));
  parts.text = text.slice(0, maxText).toWellFormed();
  return parts;
}

/** Outlook's `winmail.dat`, under whatever name, is the files in it; one that is damaged stays what it is. */
function unpacked(attachment: Attachment): Attachment[] {
  const { content } = attachment;
  if (content === null || !isTnef(content)) return [attachment];
  try {
    return unpackTnef(content).map(({ name, contentType, hidden, content: bytes }) => ({
      name: fileName(name),
      contentType,
      inline: hidden,
      size: bytes.length,
      content: bytes,
    }));
  } catch (error) {
    if (error instanceof Unreadable) return [attachment];
    throw error;
  }
}

function fileName(name: string): string {
  return (
    tidy(name)
      .replaceAll('\n', ' ')
      .slice(0, 255)
      // A character cut in two is refused by PostgreSQL, and the letter with it.
      .toWellFormed()
  );
}

/** An alternative of blank text and full HTML is read as the HTML. */
function asHtmlMail(html: string): Buffer {
  return Buffer.from(
    `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${html}`,
  );
}

function* pieces(raw: Buffer): Iterable<Buffer> {
  for (let at = 0; at < raw.length; at += pieceBytes) yield raw.subarray(at, at + pieceBytes);
}

async function collectNone(): Promise<void> {}

/** Hands out the attachments of a raw message one by one, and gives its own words. */
export async function parse(
  raw: Buffer,
  html: boolean,
  take: (part: AttachmentStream) => Promise<void>,
): Promise<{ text?: string; html?: string }> {
  const parser = new MailParser({
    skipHtmlToText: !html,
    maxHtmlLengthToParse: maxHtml,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    checksumAlgo: false,
    ignoreEmbedded: true,
    maxChildNodes: maxParts,
  });
  // In one piece, a letter of 50 MB is decoded as one string and dies of it.
  Readable.from(pieces(raw), { objectMode: false }).pipe(parser);
  // Of an attachment in which the parser gives up, the end never comes.
  const failed = new Promise<never>((_, reject) => parser.on('error', reject));
  failed.catch(() => {});
  const words: { text?: string; html?: string } = {};
  for await (const part of parser as AsyncIterable<AttachmentStream | MessageText>) {
    if (part.type === 'attachment') {
      await Promise.race([take(part), failed]);
      part.release?.();
    } else {
      if (typeof part.text === 'string') words.text = part.text;
      if (typeof part.html === 'string') words.html = part.html;
    }
  }
  return words;
}

async function collect(part: AttachmentStream, attachmentBytes: number): Promise<Attachment> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of part.content as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= attachmentBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return {
    name: fileName(part.filename ?? ''),
    contentType: part.contentType.toLowerCase(),
    inline:
      part.related === true ||
      (part.contentDisposition === 'inline' && part.contentType.startsWith('image/')),
    size,
    content: size <= attachmentBytes ? Buffer.concat(chunks) : null,
  };
}
