import { Readable } from 'node:stream';
import { type AttachmentStream, MailParser, type MessageText } from 'mailparser';
import type { Attachment } from './attachment.ts';
import { type BodyLine, ownLines } from './body-lines.ts';
import { shownBy } from './html-shown.ts';
import { isTnef, type PackedWords, unpackTnef } from './tnef.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';
import { escapeXml } from './xml.ts';
import { type Budget, maxUnpacked, unpackZip } from './zipped.ts';

const maxText = 20_000;
/** Of a longer text only so much is tidied: megabytes of blank lines take longer than a reader has. */
const maxWords = 1024 * 1024;
const maxParts = 300;
const pieceBytes = 64 * 1024;

/** A letter taken apart: its own words and its attachments, in order. */
export type Parts = {
  /** '' where there is none. */
  subject: string;
  /** Its plain words, tidied; '' where it is in HTML alone. */
  text: string;
  /** What its HTML shows, as tidied text; '' where there is none. */
  shown: string;
  /** Whether its own words, as people see them, go on beyond what was read of them. */
  cut: boolean;
  /** Its plain words as they came, beside HTML or alone; null where they are too long. */
  plain: string | null;
  /**
   * The sender's own lines as its HTML shows them: parts that are no alternatives of each other stand in it one after the other. Null where
   * they cannot be had (`Shown`).
   */
  lines: readonly BodyLine[] | null;
  /** Has HTML, readable or not: its plain words are not what people see. */
  isHtml: boolean;
  attachments: Attachment[];
};

/**
 * Takes a raw message apart (RFC 2045–2049, 2047, 2231). What is packed is unpacked; attached messages stay closed. Of attachments over
 * `attachmentBytes` only the size is kept. Without `html` a letter in HTML alone gives no text, and one with HTML is cut.
 * Rejects where the message's structure is beyond all bounds.
 */
export async function takeApart(raw: Buffer, attachmentBytes: number, html: boolean): Promise<Parts> {
  const attachments: Attachment[] = [];
  const packed: PackedWords[] = [];
  const budget: Budget = { left: maxUnpacked };
  const unzipped = async (file: Attachment): Promise<Attachment[]> => {
    const files = file.content && (await unpackZip(file, file.content, { attachmentBytes, budget }));
    return files?.map((one) => ({ ...one, name: fileName(one.name) })) ?? [file];
  };
  const own = await parse(raw, async (part) => {
    const { files, words } = unpacked(await collect(part, attachmentBytes));
    for (const file of files) attachments.push(...(await unzipped(file)));
    if (words) packed.push(words);
  });
  const words = withPacked(own, packed);
  const plain = words.text ?? '';
  const seen = shownBy(html ? withoutPictures(words.html ?? '') : '');
  const isHtml = words.html !== undefined;
  const written = wordsOf(plain);
  const shown = wordsOf(seen.text);
  return {
    subject: tidy(words.subject ?? '').replaceAll('\n', ' '),
    text: written.text,
    shown: shown.text,
    cut: words.isLost || (isHtml ? !html || goesOn(shown, seen.whole) : goesOn(written)),
    plain: plain.length <= maxWords ? plain : null,
    lines: seen.lines,
    isHtml,
    attachments,
  };
}

type Words = { text: string; whole: boolean };

/** At most so much of it as is kept of any letter; pictures within the text leave their content ids behind. */
function wordsOf(text: string): Words {
  const tidied = tidy(tidy(text.slice(0, maxWords)).replace(/\[cid:[^\]\s]{1,200}\]/gi, ' '));
  return {
    text: tidied.slice(0, maxText).toWellFormed(),
    whole: text.length <= maxWords && tidied.length <= maxText,
  };
}

/** Not where a quoted letter begins before the end: letters that answer each other for months are long, and what is new stands above. */
function goesOn({ text, whole }: Words, isAll = true): boolean {
  const lines = text.split('\n');
  return !(whole && isAll) && ownLines(lines) === lines.length;
}

/** A picture that was pasted stands in the HTML with all its bytes: one makes a short letter too long to be read. */
function withoutPictures(html: string): string {
  return html.replace(/\bdata:image\/[\w.+-]{1,40};base64,[\w+/=%\s]*/gi, '');
}

/** Outlook's `winmail.dat`, under whatever name, is the files in it; one that is damaged stays what it is. */
function unpacked(attachment: Attachment): { files: Attachment[]; words: PackedWords | null } {
  const { content } = attachment;
  if (content === null || !isTnef(content)) return { files: [attachment], words: null };
  try {
    const { files, words } = unpackTnef(content);
    const own = files.map(({ name, contentType, hidden, content: bytes }) => ({
      ...{ name: fileName(name), contentType, inline: hidden },
      ...{ size: bytes.length, content: bytes },
    }));
    return { files: own, words };
  } catch (error) {
    if (error instanceof Unreadable) return { files: [attachment], words: null };
    throw error;
  }
}

/**
 * The letter's own words, or where it has none those that Outlook packed with its files. Beside words of
 * its own the packed ones are the same, or somebody else's, whose file was passed on.
 */
function withPacked(own: OwnWords, packed: readonly PackedWords[]): OwnWords & { isLost: boolean } {
  if ((own.text ?? '').trim() !== '' || own.html !== undefined) return { ...own, isLost: false };
  const words = packed.find(({ plain, html, isLost }) => plain !== null || html !== null || isLost);
  if (!words) return { ...own, isLost: false };
  const { plain, html, isLost } = words;
  return {
    ...own,
    ...(plain !== null && { text: plain }),
    ...(html !== null && { html }),
    isLost,
  };
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

function* pieces(raw: Buffer): Iterable<Buffer> {
  for (let at = 0; at < raw.length; at += pieceBytes) yield raw.subarray(at, at + pieceBytes);
}

/** Plain parts between HTML ones, and below them, are seen with them. */
class SeenParser extends MailParser {
  override textToHtml(text: string): string {
    return `<p>${escapeXml(text).replaceAll('\n', '<br>')}</p>`;
  }
}

type OwnWords = { subject?: string; text?: string; html?: string };

/** Hands out the attachments of a raw message one by one, and gives its own words. */
export async function parse(raw: Buffer, take: (part: AttachmentStream) => Promise<void>): Promise<OwnWords> {
  const parser = new SeenParser({
    // Its own way from HTML to text takes minutes for some that is made to be slow.
    skipHtmlToText: true,
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
  const words: OwnWords = {};
  parser.on('headers', (headers) => {
    const subject = headers.get('subject');
    if (typeof subject === 'string') words.subject = subject;
  });
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
