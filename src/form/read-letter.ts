import type { Form, FormProblem, FormSource, Placed, Reading, Signature } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { ownSubject } from '../text/subject.ts';
import { type Assembled, assemble } from './assemble.ts';
import { type Attachment, kindOf, mayBeForm } from './attachment.ts';
import { readBody } from './body.ts';
import { withoutCopies } from './copies.ts';
import { textInUnicode } from './legacy.ts';
import type { Converted, OfficeType } from './office.ts';
import { takeApart } from './parts.ts';
import type { Recognised } from './scan.ts';
import type { ScanFile } from './scan-pages.ts';
import { isPageLike } from './scan-size.ts';
import { type ScannedForm, strokesAlone, withScans } from './scan-twins.ts';
import { bearsSecrecyMark } from './secrecy.ts';
import { readXlsx } from './xlsx.ts';

/** How to read a letter, and what not to touch again after it broke a reader before. */
export type Task = {
  /** Largest attachment that is read, in bytes. */
  attachmentBytes: number;
  /** Whether HTML is read: not again in a letter that broke a reader before any attachment was touched. */
  html: boolean;
  /** Certificates in PEM by which signatures of PDFs are judged. */
  trustRoots: readonly string[];
  /** Attachments (by their order in the letter) that are passed over. */
  skip: readonly number[];
  /** Attachments from here on are not read but reported. */
  stopAt: number;
  /** What LibreOffice made of attachments that it has been given; absent where it is not installed. */
  converted?: readonly (Converted & { index: number })[];
  /** What was recognised on the pictures of attachments; absent before they have been looked for. */
  recognised?: readonly { index: number; scan: Recognised }[];
};

/** A file that LibreOffice is to make anew before the letter can be read. */
export type Conversion = { index: number; name: string; type: OfficeType; content: Buffer };

/** Pictures of pages whose words are to be recognised before the letter can be read; `index` is that of the first. */
export type WantedScan = { index: number; name: string; file: ScanFile };

/** A letter as read, and the files without which it is not read whole. */
export type LetterRead = Reading & { wanted: readonly Conversion[]; scans: readonly WantedScan[] };

/** Told before each attachment is touched, so that whoever watches knows what broke the reader. */
export type Progress = (index: number, name: string) => Promise<void>;

/**
 * Reads a letter: its text, the forms in its attachments, and what could not be read. Rejects only where the
 * letter itself cannot be taken apart. A letter with a secrecy mark in its own text is not read at all.
 */
export async function readLetter(raw: Buffer, task: Task, progress: Progress): Promise<LetterRead> {
  const { attachments, ...letter } = await takeApart(raw, task.attachmentBytes, task.html);
  const [said, shown] = [letter.text, letter.shown].map(textInUnicode) as [string, string];
  const text = ownText(said, shown);
  const subject = ownSubject(textInUnicode(letter.subject));
  const body = readBody(letter);
  const isMarked = body.problems.some(({ code }) => code === 'secrecy-mark');
  if (isMarked || bearsSecrecyMark(said) || bearsSecrecyMark(shown)) {
    return {
      ...{ text: '', forms: [], problems: [secretIn('', 'in the letter itself')] },
      ...{ wanted: [], scans: [] },
    };
  }
  const found: Found = {
    ...{ forms: [], problems: [], images: [], strangers: [], wanted: [] },
    ...{ pictures: [], scans: [], scanned: [], signatures: [], covering: [] },
  };
  for (const [index, attachment] of attachments.entries()) {
    if (task.skip.includes(index)) continue;
    await progress(index, nameOf(attachment));
    if (index >= task.stopAt && mayBeForm(attachment)) {
      note(found.problems, 'form-unreadable', attachment, 'not read: the letter broke the reader too often');
    } else {
      await readAttachment(attachment, index, task, found);
    }
  }
  readScans(found, task);
  // A covering letter beside an attached form is no form, whatever it repeats of it.
  const { forms: readable, problems } = found.forms.length > 0 ? withoutCopies(found.forms) : body;
  const { forms: unsigned, problems: doubts, scannedWishes } = withScans(readable, found.scanned);
  const forms = withSignatures(unsigned, found);
  // Photos and sheets that are no form matter only where nothing else is one.
  const extras = forms.length === 0 ? [...found.images, ...found.strangers] : [];
  return {
    ...{ text, forms, problems: [...found.problems, ...problems, ...doubts, ...extras] },
    ...(subject !== '' && { subject }),
    ...(letter.cut && { cut: true }),
    ...(said !== '' && shown !== '' && { alternative: text === said ? shown : said }),
    ...(found.covering.length > 0 && { covering: found.covering }),
    ...(scannedWishes.length > 0 && { scannedWishes }),
    ...{ wanted: found.wanted, scans: task.recognised ? [] : found.scans },
  };
}

/**
 * The plain words are the better text, quotations and all; but where they have not most of what the HTML shows ("Your mail program
 * cannot show HTML"), nobody saw them.
 */
function ownText(plain: string, shown: string): string {
  const had = new Set(fold(plain).split(' '));
  const words = [...new Set(fold(shown).split(' '))];
  const missing = words.filter((word) => !had.has(word)).length;
  return plain === '' || missing * 4 > words.length ? shown || plain : plain;
}

type Found = {
  forms: Form[];
  problems: FormProblem[];
  images: FormProblem[];
  strangers: FormProblem[];
  wanted: Conversion[];
  /** Pictures that may be pages. */
  pictures: { index: number; attachment: Attachment }[];
  scans: WantedScan[];
  scanned: ScannedForm[];
  /** Of every PDF that may be a form. */
  signatures: Signature[];
  /** Words of files that are no form. */
  covering: Placed[];
};

const secretIn = (attachment: string, detail: string): FormProblem => ({
  code: 'secrecy-mark',
  attachment,
  detail,
});

/** For people: never empty. */
export function nameOf({ name, contentType }: Attachment): string {
  return name || (contentType === 'message/rfc822' ? 'thư đính kèm' : contentType);
}

function note(list: FormProblem[], code: FormProblem['code'], attachment: Attachment, detail: string): void {
  list.push({ code, attachment: nameOf(attachment), detail: detail.slice(0, 500) });
}

async function readAttachment(
  attachment: Attachment,
  index: number,
  task: Task,
  found: Found,
): Promise<void> {
  if (!attachment.content) {
    if (mayBeForm(attachment)) note(found.problems, 'form-too-large', attachment, `${attachment.size} bytes`);
    return;
  }
  const kind = await kindOf(attachment, attachment.content);
  if (kind.is === 'document') note(found.problems, 'form-unsupported-type', attachment, kind.what);
  if (kind.is === 'image') {
    if (isPageLike(attachment.content)) found.pictures.push({ index, attachment });
    else note(found.images, 'form-unsupported-type', attachment, 'image');
  }
  // It may hold a further form: that it was not read is told, whatever else was.
  if (kind.is === 'message') note(found.problems, 'form-unsupported-type', attachment, 'an attached message');
  if (kind.is === 'damaged') note(found.problems, 'form-unreadable', attachment, kind.why);
  if (kind.is === 'xlsx' || kind.is === 'pdf' || kind.is === 'docx')
    await readFile(readers[kind.is], attachment, index, found);
  if (kind.is === 'pdf') await readSigned(attachment, task, found);
  if (kind.is === 'office') await readConverted(kind.what, attachment, index, task, found);
}

async function readConverted(
  type: OfficeType,
  attachment: Attachment,
  index: number,
  task: Task,
  found: Found,
): Promise<void> {
  const made = task.converted?.find((it) => it.index === index);
  const { content } = attachment;
  if (!task.converted) note(found.problems, 'form-unsupported-type', attachment, type);
  else if (!made && content) found.wanted.push({ index, name: nameOf(attachment), type, content });
  else if (!made?.content) note(found.problems, 'form-unreadable', attachment, made?.why ?? 'not made anew');
  else {
    // Word saves Rich Text under the name .doc as well.
    const source = type === 'rtf' ? 'doc' : type;
    const reader = type === 'xls' || type === 'ods' ? readWorkbook : readDocument;
    const read: FileReader = (bytes, name) => reader(bytes, name, source);
    await readFile(read, { ...attachment, content: Buffer.from(made.content) }, index, found);
  }
}

/** What a file was read as: its forms, or why it has none that can be read. */
type ReadFile = Assembled | { scanned: ScanFile };
type FileReader = (content: Buffer, name: string) => Promise<ReadFile>;

async function readWorkbook(content: Buffer, name: string, source: FormSource = 'xlsx'): Promise<ReadFile> {
  const { grids, looseWords } = await readXlsx(content);
  return looseWords.some(bearsSecrecyMark) ? { secret: true, source } : assemble(grids, source, name);
}

async function readDocument(content: Buffer, name: string, source: FormSource = 'docx'): Promise<ReadFile> {
  const { readDocx } = await import('./docx.ts');
  const { grid, looseWords, pictures } = await readDocx(content);
  if (looseWords.some(bearsSecrecyMark)) return { secret: true, source };
  const isScan = grid.lines.length === 0 && pictures.length > 0;
  return isScan
    ? { scanned: { is: 'pictures', contents: pictures.filter(isPageLike) } }
    : assemble([grid], source, name);
}

/** pdf.js is large: letters without a PDF do without it. */
async function readPdfFile(content: Buffer, name: string): Promise<ReadFile> {
  const { readPdf } = await import('./pdf.ts');
  const read = await readPdf(content, name);
  return 'scanned' in read ? { scanned: { is: 'pdf', content } } : read;
}

const readers: Record<'xlsx' | 'pdf' | 'docx', FileReader> = {
  xlsx: readWorkbook,
  pdf: readPdfFile,
  docx: readDocument,
};

async function readFile(
  reader: FileReader,
  attachment: Attachment,
  index: number,
  found: Found,
): Promise<void> {
  if (!attachment.content) return;
  const name = nameOf(attachment);
  try {
    const read = await reader(attachment.content, name);
    if ('scanned' in read) found.scans.push({ index, name, file: read.scanned });
    else if (read.secret) found.problems.push({ ...secretIn(name, 'in the file'), source: read.source });
    else if (read.forms.length > 0) found.forms.push(...read.forms);
    else {
      found.covering.push(
        ...read.words.map(({ text, where }) => ({ text, where: `${name}, ${placeInWords(where)}` })),
      );
      note(found.strangers, 'form-incomplete', attachment, 'nothing of the form in it, or nothing asked');
    }
  } catch (error) {
    note(found.problems, 'form-unreadable', attachment, String(error));
  }
}

/** What signs PDFs is large as well: most bear no signature. */
async function readSigned(attachment: Attachment, { trustRoots }: Task, found: Found): Promise<void> {
  const { content } = attachment;
  // The bytes that a signature covers are numbered in plain sight, or else it covers none.
  if (!content?.includes('/ByteRange')) return;
  const { readSignatures } = await import('./pdf-signatures.ts');
  found.signatures.push(...(await readSignatures(content, nameOf(attachment), trustRoots)));
}

/**
 * Forms with the signatures of the PDFs that they were read from. Those of a copy, which is no form any more, say
 * something about each form. A signed covering letter is no form: whatever became of it stops none.
 */
function withSignatures(forms: readonly Form[], { forms: read, scanned, signatures }: Found): Form[] {
  const kept = new Set(forms.map(({ attachment }) => attachment));
  const copies = new Set([...read, ...scanned.map(({ form }) => form)].map(({ attachment }) => attachment));
  return forms.map((form) => {
    const own = signatures.filter(
      ({ attachment }) => attachment === form.attachment || (copies.has(attachment) && !kept.has(attachment)),
    );
    return own.length > 0 ? { ...form, signatures: own } : form;
  });
}

/** Takes up what was recognised; pictures that came one by one are the pages of one document. */
function readScans(found: Found, { recognised = [] }: Task): void {
  const [first] = found.pictures;
  const contents = found.pictures.flatMap(({ attachment }) => attachment.content ?? []);
  if (first)
    found.scans.push({
      index: first.index,
      name: nameOf(first.attachment),
      file: { is: 'pictures', contents },
    });
  for (const { index, name } of found.scans) {
    const scan = recognised.find((it) => it.index === index)?.scan;
    // Photos matter only where nothing else is a form.
    const list = index === first?.index ? found.images : found.problems;
    const problem = (code: FormProblem['code'], detail: string): void => {
      list.push({ code, attachment: name, detail: detail.slice(0, 500) });
    };
    if (!scan) problem('form-scanned', 'no words, only pictures of them');
    else if (scan.is === 'unread') problem(scan.damaged ? 'form-unreadable' : 'form-scanned', scan.why);
    else if (scan.is === 'secret')
      found.problems.push({ ...secretIn(name, 'in the picture'), source: 'pdf-scan' });
    // A form may be struck out so that nothing is left of it to be recognised.
    else if (scan.forms.length === 0 && scan.strokes.length > 0 && found.forms.length > 0)
      found.problems.push(strokesAlone(name, scan.strokes));
    else if (scan.forms.length === 0) problem('form-scanned', 'no form was recognised');
    else found.scanned.push(...scan.forms.map((form) => ({ ...scan, form })));
  }
}
