import { mostPixels } from './pdf-sealed.ts';
import { type Gray, turnQuarters } from './scan-gray.ts';
import { pdfPages } from './scan-pdf.ts';
import { isTiff, quartersOf, sizeOf } from './scan-size.ts';
import { tiffPages } from './scan-tiff.ts';
import { TooLarge, Unreadable } from './unreadable.ts';

/** A page as a picture, `null` where nothing is pictured on it; `red` is its red ink alone, where it has any. */
export type PagePicture = { number: number; of: number; gray: Gray | null; red: Gray | null };

/** Where pictures of pages come from: a PDF, or picture files, one a page. */
export type ScanFile = { is: 'pdf'; content: Buffer } | { is: 'pictures'; contents: readonly Buffer[] };

/** Pages that are recognised; a form has one or two. */
export const mostPages = 5;

/** The pages, one after the other, no more than `mostPages`. Throws Unreadable. */
export async function* pagesOf(file: ScanFile): AsyncGenerator<PagePicture> {
  try {
    if (file.is === 'pdf') yield* pdfPages(file.content, mostPages);
    else yield* picturePages(file.contents);
  } catch (error) {
    // Decoders throw what they like at a damaged picture.
    throw error instanceof Unreadable ? error : new Unreadable(String(error));
  }
}

/** Pictures that came one by one, a page each. One that cannot be had costs no other; all of them lost are told by the first. */
async function* picturePages(contents: readonly Buffer[]): AsyncGenerator<PagePicture> {
  /** Pages of the files before; one that is lost counts as one. */
  let before = 0;
  let seen = 0;
  let lost: unknown;
  for (const [index, content] of contents.entries()) {
    let pages = 1;
    try {
      for await (const { number, of, gray, red } of isTiff(content)
        ? tiffPages(content)
        : singlePage(content)) {
        pages = of;
        seen += 1;
        yield { number: before + number, of: before + of + contents.length - index - 1, gray, red };
        if (seen === mostPages) return;
      }
    } catch (error) {
      lost ??= error;
    }
    before += pages;
  }
  if (seen === 0 && lost !== undefined) throw lost;
}

async function* singlePage(content: Buffer): AsyncGenerator<PagePicture> {
  const quarters = quartersOf(content);
  for await (const { number, of, gray, red } of pdfPages(await asPdf(content), 1))
    yield {
      ...{ number, of },
      gray: gray && turnQuarters(gray, quarters),
      red: red && turnQuarters(red, quarters),
    };
}

/** JPEG and PNG are decoded by what decodes them in PDFs, in JavaScript alone. */
async function asPdf(content: Buffer): Promise<Buffer> {
  const size = sizeOf(content);
  if (!size) throw new Unreadable('a picture of a kind that cannot be read');
  if (size.width * size.height > mostPixels) throw new TooLarge('a picture with too many points');
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.create();
  const image = content[0] === 0xff ? await pdf.embedJpg(content) : await pdf.embedPng(content);
  const { width, height } = size;
  pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  return Buffer.from(await pdf.save());
}
