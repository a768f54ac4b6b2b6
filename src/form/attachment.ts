import type { OfficeType } from './office.ts';
import { openZip } from './zip.ts';

/** A part of a letter that is not its own text. */
export type Attachment = {
  /** Decoded file name, NFC; '' where it has none. */
  name: string;
  /** Lower-case MIME type as the letter says. */
  contentType: string;
  /** Shown within the letter's text, as logos and signatures are. */
  inline: boolean;
  /** Decoded size in bytes, also where `content` was not kept for being too large. */
  size: number;
  content: Buffer | null;
};

/**
 * What an attachment is by its content; its name and declared type decide only where the content is mute.
 * `office` must be made anew by LibreOffice first; `document` could be a form but cannot be read here, `damaged` claims to be what is read here and is not,
 * `message` is a letter, which stays closed, `other` can be no form.
 */
export type Kind =
  | { is: 'xlsx' }
  | { is: 'pdf' }
  | { is: 'docx' }
  | { is: 'office'; what: OfficeType }
  | { is: 'document'; what: string }
  | { is: 'image' }
  | { is: 'message' }
  | { is: 'damaged'; why: string }
  | { is: 'other' };

const magic: readonly [string, string][] = [
  ['Rar!\x1a\x07', 'rar'],
  ['7z\xbc\xaf\x27\x1c', '7z'],
  ['\x78\x9f\x3e\x22', 'winmail.dat'],
];
const images = ['\xff\xd8\xff', '\x89PNG', 'GIF8', 'BM', 'II*\0', 'MM\0*'];
const pdfName = /\.pdf$/i;
const documentName =
  /\.(?:doc|dot|xls|xlsb|ods|odt|rtf|csv|zip|rar|7z|pages|numbers|wps|et)$|^winmail\.dat$/i;
const workbookName = /\.(?:xlsx|xlsm|xltx|xltm)$/i;
const wordName = /\.(?:docx|docm|dotx|dotm)$/i;
const imageName = /\.(?:jpe?g|png|tiff?|bmp|gif|heic|webp)$/i;

export async function kindOf(attachment: Attachment, content: Buffer): Promise<Kind> {
  const { name, contentType, inline } = attachment;
  if (contentType === 'message/rfc822' || /\.eml$/i.test(name)) return { is: 'message' };
  const head = content.subarray(0, 1024).toString('latin1');
  if (head.startsWith('PK')) return zipKind(content, name);
  if (head.startsWith('\xd0\xcf\x11\xe0')) return oleKind(content);
  // Some programs write lines of their own before the file (ISO 32000-1, Annex H, note 13).
  if (head.includes('%PDF-')) return { is: 'pdf' };
  if (head.startsWith('{\\rtf')) return { is: 'office', what: 'rtf' };
  const found = magic.find(([mark]) => head.startsWith(mark));
  if (found) return { is: 'document', what: found[1] };
  if (
    images.some((mark) => head.startsWith(mark)) ||
    contentType.startsWith('image/') ||
    imageName.test(name)
  ) {
    return inline ? { is: 'other' } : { is: 'image' };
  }
  if (workbookName.test(name) || contentType.includes('spreadsheetml')) {
    return { is: 'damaged', why: content.length === 0 ? 'empty file' : 'named a workbook but is none' };
  }
  if (wordName.test(name) || contentType.includes('wordprocessingml')) {
    return { is: 'damaged', why: content.length === 0 ? 'empty file' : 'named a document but is none' };
  }
  if (contentType === 'application/ms-tnef') return { is: 'damaged', why: 'named a winmail.dat but is none' };
  if (pdfName.test(name) || contentType === 'application/pdf')
    return { is: 'damaged', why: 'named a PDF but is none' };
  const extension = documentName.exec(name)?.[0];
  return extension ? { is: 'document', what: extension } : { is: 'other' };
}

async function zipKind(content: Buffer, name: string): Promise<Kind> {
  let names: Set<string>;
  try {
    names = new Set((await openZip(content)).names.map((it) => it.toLowerCase()));
  } catch (error) {
    // A cut or garbled file still shows what it was.
    const isOurs =
      workbookName.test(name) ||
      wordName.test(name) ||
      ['xl/workbook', 'xl/worksheets', 'word/document'].some((part) => content.includes(part));
    const why = (error as Error).message;
    return isOurs ? { is: 'damaged', why } : { is: 'document', what: `zip (${why})` };
  }
  const has = (pattern: RegExp): boolean => [...names].some((it) => pattern.test(it));
  if (has(/^xl\/workbook\.xml$/) || (has(/^_rels\/\.rels$/) && has(/(?:^|\/)workbook\d*\.xml$/)))
    return { is: 'xlsx' };
  if (has(/^xl\/workbook\.bin$/)) return { is: 'document', what: 'xlsb' };
  if (has(/^word\/document\d*\.xml$/) || (has(/^_rels\/\.rels$/) && has(/(?:^|\/)document\d*\.xml$/)))
    return { is: 'docx' };
  if (names.has('mimetype') && names.has('content.xml')) return openDocumentKind(content);
  if (workbookName.test(name)) return { is: 'damaged', why: 'zip without a workbook' };
  if (wordName.test(name)) return { is: 'damaged', why: 'zip without a document' };
  return { is: 'document', what: 'zip' };
}

/** OpenDocument packages begin with their type, unpacked (ODF 1.3 part 2, 3.3). */
function openDocumentKind(content: Buffer): Kind {
  const head = content.subarray(0, 200).toString('latin1');
  const [, type] = /mimetypeapplication\/vnd\.oasis\.opendocument\.(spreadsheet|text)/.exec(head) ?? [];
  if (!type) return { is: 'document', what: 'OpenDocument' };
  return { is: 'office', what: type === 'text' ? 'odt' : 'ods' };
}

/** Compound files: encrypted OOXML, or Office 97 ([MS-CFB] names its streams in UTF-16). */
function oleKind(content: Buffer): Kind {
  const holds = (stream: string): boolean => content.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return { is: 'damaged', why: 'encrypted with a password' };
  if (holds('WordDocument')) return { is: 'office', what: 'doc' };
  if (holds('Workbook') || holds('Book')) return { is: 'office', what: 'xls' };
  return { is: 'document', what: 'compound file' };
}

/** Whether a part that is too large to read might be a form: anything but what is shown within the text. */
export function mayBeForm({ name, contentType, inline }: Attachment): boolean {
  return (
    !inline &&
    !/^(?:audio|video|text|message)\//.test(contentType) &&
    !/\.(?:ics|vcf|p7s|eml|msg|html?|txt)$/i.test(name)
  );
}
