import { join } from 'node:path';
import type { OPS as Ops, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { sealed } from './pdf-sealed.ts';
import { type Matrix, times } from './pdf-shapes.ts';
import { blankGray, type Gray, paintOnto, type Source } from './scan-gray.ts';
import type { PagePicture } from './scan-pages.ts';
import { redInk } from './scan-red.ts';
import { Unreadable } from './unreadable.ts';

/** Points of a page's longer side: 300 to the inch of A4. */
export const longSide = 3500;
/** Pictures of a page: scanners cut it into strips. */
const mostPictures = 500;

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

const wasm = `${join(import.meta.dirname, '..', '..', 'node_modules', 'pdfjs-dist', 'wasm')}/`;

/** The pictures of a PDF's first pages, as they lie on the page; words and lines of the PDF itself are left out. */
export async function* pdfPages(file: Buffer, most: number): AsyncGenerator<PagePicture> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    data: new Uint8Array(file),
    ...sealed,
    // JBIG2 and JPEG 2000, as scanners write them, are decoded in WebAssembly.
    wasmUrl: wasm,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    for (let number = 1; number <= Math.min(document.numPages, most); number += 1) {
      const page = await document.getPage(number);
      yield { number, of: document.numPages, ...(await pictureOf(page, pdfjs)) };
      page.cleanup();
    }
  } finally {
    await task.destroy();
  }
}

async function pictureOf(page: PDFPageProxy, pdfjs: PdfJs): Promise<Pick<PagePicture, 'gray' | 'red'>> {
  const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  const plain = page.getViewport({ scale: 1 });
  const { width, height, transform } = page.getViewport({
    scale: longSide / Math.max(plain.width, plain.height),
  });
  const sheet = new Sheet(
    pdfjs.OPS,
    blankGray(Math.max(1, Math.round(width)), Math.max(1, Math.round(height))),
    transform as unknown as Matrix,
  );
  for (const [index, name] of list.fnArray.entries()) {
    const args = (list.argsArray[index] ?? []) as unknown[];
    const [first] = args;
    if (typeof first === 'string' && sheet.paintsStored(name)) {
      const store = first.startsWith('g_') ? page.commonObjs : page.objs;
      args[0] = await new Promise((resolve) => store.get(first, resolve));
    }
    sheet.do(name, args);
  }
  return { gray: sheet.count > 0 ? sheet.gray : null, red: sheet.red };
}

/** A picture as pdf.js hands it over; `kind` 1: a bit a point, 2: RGB, 3: RGBA. A mask has no kind. */
type PdfImage = { width: number; height: number; kind?: number; data?: Uint8Array | Uint8ClampedArray };

/** A page on which pictures are laid as its operators say. */
class Sheet {
  readonly gray: Gray;
  red: Gray | null = null;
  count = 0;
  readonly #ops: typeof Ops;
  #at: Matrix;
  #ink = 0;
  #stack: { at: Matrix; ink: number }[] = [];

  constructor(ops: typeof Ops, gray: Gray, base: Matrix) {
    this.#ops = ops;
    this.gray = gray;
    this.#at = base;
  }

  paintsStored(operator: number): boolean {
    return operator === this.#ops.paintImageXObject || operator === this.#ops.paintImageXObjectRepeat;
  }

  do(operator: number, args: unknown[]): void {
    const ops = this.#ops;
    if (operator === ops.save) this.#stack.push({ at: this.#at, ink: this.#ink });
    if (operator === ops.restore || operator === ops.paintFormXObjectEnd) this.#restore();
    if (operator === ops.transform) this.#at = times(this.#at, args as unknown as Matrix);
    if (operator === ops.setFillRGBColor) this.#ink = Number.parseInt(String(args[0]).slice(1, 3), 16) || 0;
    if (operator === ops.paintFormXObjectBegin) {
      this.#stack.push({ at: this.#at, ink: this.#ink });
      if (args[0]) this.#at = times(this.#at, args[0] as Matrix);
    }
    if (operator === ops.paintImageXObject || operator === ops.paintInlineImageXObject)
      this.#lay(args[0] as PdfImage | null);
    if (operator === ops.paintImageMaskXObject) this.#lay(args[0] as PdfImage | null);
  }

  #restore(): void {
    const last = this.#stack.pop();
    if (last) ({ at: this.#at, ink: this.#ink } = last);
  }

  #lay(image: PdfImage | null): void {
    this.count += 1;
    if (this.count > mostPictures) throw new Unreadable('too many pictures on a page');
    const source = image && sourceOf(image, this.#ink);
    if (!source) throw new Unreadable('a picture that cannot be decoded');
    paintOnto(this.gray, source, this.#at);
    if (!source.red) return;
    this.red ??= blankGray(this.gray.width, this.gray.height);
    paintOnto(this.red, { ...source, shade: source.red }, this.#at);
  }
}

/** By its red part alone a picture loses red stamps, which lie over words, and keeps blue and black ink. */
function sourceOf({ width, height, kind, data }: PdfImage, ink: number): Source | null {
  if (!(data instanceof Uint8Array || data instanceof Uint8ClampedArray)) return null;
  const row = (width + 7) >> 3;
  const bit = (x: number, y: number): number => ((data[y * row + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1;
  if (kind === undefined) return { width, height, shade: (x, y) => (bit(x, y) ? null : ink) };
  if (kind === 1) return { width, height, shade: (x, y) => bit(x, y) * 255 };
  const size = kind === 2 ? 3 : 4;
  return {
    width,
    height,
    red: redInk(data, width, height, size),
    shade: (x, y) => {
      const at = (y * width + x) * size;
      return size === 4 && data[at + 3] === 0 ? null : (data[at] ?? 255);
    },
  };
}
