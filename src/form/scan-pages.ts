import { blankGray, type Gray, paintOnto, turnQuarters } from './scan-gray.ts';
import { longSide, mostPixels, pdfPages } from './scan-pdf.ts';
import { isTiff, quartersOf, sizeOf } from './scan-size.ts';
import { Unreadable } from './unreadable.ts';

/** A page as a picture, `null` where nothing is pictured on it. */
export type PagePicture = { number: number; of: number; gray: Gray | null };

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

async function* picturePages(contents: readonly Buffer[]): AsyncGenerator<PagePicture> {
  const [first] = contents;
  if (contents.length === 1 && first && isTiff(first)) return yield* tiffPages(first);
  for (const [index, content] of contents.slice(0, mostPages).entries()) {
    for await (const { gray } of pdfPages(await asPdf(content), 1))
      yield {
        number: index + 1,
        of: contents.length,
        gray: gray && turnQuarters(gray, quartersOf(content)),
      };
  }
}

/** JPEG and PNG are decoded by what decodes them in PDFs, in JavaScript alone. */
async function asPdf(content: Buffer): Promise<Buffer> {
  const size = sizeOf(content);
  if (!size) throw new Unreadable('a picture of a kind that cannot be read');
  if (size.width * size.height > mostPixels) throw new Unreadable('a picture with too many points');
  const { PDFDocument } = await import('pdf-lib');
  const pdf = await PDFDocument.create();
  const image = content[0] === 0xff ? await pdf.embedJpg(content) : await pdf.embedPng(content);
  const { width, height } = size;
  pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  return Buffer.from(await pdf.save());
}

/** Scanners and fax servers write TIFF: a picture a page. */
async function* tiffPages(content: Buffer): AsyncGenerator<PagePicture> {
  const { default: utif } = await import('utif2');
  const images = utif.decode(content).filter(({ t256, t257 }) => t256 !== undefined && t257 !== undefined);
  for (const [index, image] of images.slice(0, mostPages).entries()) {
    const [width, height] = [numberIn(image.t256), numberIn(image.t257)];
    if (!(width > 0 && height > 0 && width * height <= mostPixels))
      throw new Unreadable('a picture with too many points');
    utif.decodeImage(content, image);
    const points = utif.toRGBA8(image);
    // A fax has fewer points down the page than across it.
    const tall = height * ((numberIn(image.t282) || 1) / (numberIn(image.t283) || 1));
    const scale = longSide / Math.max(width, tall);
    const gray = blankGray(Math.round(width * scale), Math.round(tall * scale));
    const shade = (x: number, y: number): number => points[(y * width + x) * 4] ?? 255;
    paintOnto(gray, { width, height, shade }, [gray.width, 0, 0, -gray.height, 0, gray.height]);
    yield { number: index + 1, of: images.length, gray };
  }
}

const numberIn = (field: unknown): number => (Array.isArray(field) ? Number(field[0]) : 0);
