import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { refuseDamaged } from './pdf-damage.ts';
import type { Operators } from './pdf-paint.ts';
import { sealed } from './pdf-sealed.ts';
import type { Matrix } from './pdf-shapes.ts';
import { stampWords } from './pdf-stamps.ts';
import type { Font } from './pdf-state.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';

/** A form is a page or two; long lists have some dozens. */
const mostPages = 60;

/** A field as it stands on a page: what pdf.js tells of a widget annotation. */
export type Widget = {
  id: string;
  /** `Tx` words, `Ch` a choice, `Btn` a button or tick, `Sig` a signature. */
  type: string;
  name: string;
  /** Shown words; 'x' for what is ticked; '' where blank. */
  value: string;
  isTick: boolean;
  /** left, bottom, right, top in the page's own space. */
  rect: readonly number[];
  lines: boolean;
  colour: string | null;
};

/** What somebody who read the file noted on it: words, or a mark that its words are to go. */
export type Annotation = { text: string; removes: boolean; rect: readonly number[] };

export type Page = {
  number: number;
  widgets: readonly Widget[];
  annotations: readonly Annotation[];
  /** What stamps say that have a name in place of words. */
  stamps: readonly string[];
  /** Null where the page has no words at all. */
  operators: Operators | null;
};

export type PdfDocument = { pages(): AsyncGenerator<Page>; close(): Promise<void> };

/**
 * Opens a PDF with pdf.js, which runs none of its scripts. Throws Unreadable where it is none, is damaged, wants a
 * password, is an XFA form (its words are not in the pages) or has too many pages.
 */
export async function openPdf(file: Buffer): Promise<PdfDocument> {
  refuseDamaged(file);
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = pdfjs.getDocument({
    data: new Uint8Array(file),
    ...sealed,
    // Letters are taken from their codes alone.
    useWasm: false,
    // What pdf.js cannot read is no reason to read the rest: a row might be missing from it.
    stopAtErrors: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    if ((info as { IsXFAPresent?: boolean }).IsXFAPresent) throw new Unreadable('an XFA form');
    if (document.numPages > mostPages) throw new Unreadable(`${document.numPages} pages`);
    return { pages: () => readPages(document, pdfjs, file), close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw asUnreadable(error);
  }
}

function asUnreadable(error: unknown): Error {
  if (error instanceof Unreadable) return error;
  const { name, message } = error instanceof Error ? error : { name: 'error', message: String(error) };
  return new Unreadable(name === 'PasswordException' ? 'encrypted with a password' : `pdf.js: ${message}`);
}

type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

async function* readPages(document: PDFDocumentProxy, pdfjs: PdfJs, file: Buffer): AsyncGenerator<Page> {
  const layers = await document.getOptionalContentConfig();
  for (let number = 1; number <= document.numPages; number += 1) {
    try {
      const page = await document.getPage(number);
      const told = (await page.getAnnotations({ intent: 'display' })) as Told[];
      const [widgets, annotations] = [widgetsOf(told), notesOf(told)];
      const { items } = await page.getTextContent({ includeMarkedContent: false });
      const isBlank =
        widgets.length === 0 && items.every((item) => !('str' in item) || item.str.trim() === '');
      const isShown = (layer: unknown): boolean => layers.isVisible(layer as never);
      const operators = isBlank ? null : await readOperators(page, pdfjs, isShown);
      yield { number, widgets, annotations, stamps: await stampsOf(told, file), operators };
      page.cleanup();
    } catch (error) {
      throw asUnreadable(error);
    }
  }
}

async function readOperators(
  page: PDFPageProxy,
  pdfjs: PdfJs,
  isShown: Operators['isShown'],
): Promise<Operators> {
  const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE });
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const fonts = new Map<string, Font>();
  for (const [index, name] of list.fnArray.entries()) {
    const [font] = (list.argsArray[index] ?? []) as unknown[];
    if (name !== pdfjs.OPS.setFont || typeof font !== 'string' || fonts.has(font)) continue;
    const known = await new Promise<Font | string>((resolve) => page.commonObjs.get(font, resolve));
    // In place of a font that it cannot read, pdf.js tells why, and leaves its letters out.
    if (typeof known === 'string') throw new Unreadable(`a font of the PDF is damaged: ${known}`);
    fonts.set(font, known);
  }
  return {
    ops: pdfjs.OPS,
    functions: list.fnArray,
    args: list.argsArray,
    fonts,
    isShown,
    base: transform as unknown as Matrix,
    width,
    height,
  };
}

/** What pdf.js tells of an annotation, as far as it is used. */
type Told = {
  id: string;
  subtype: string;
  fieldType?: string;
  fieldName?: string;
  fieldValue?: unknown;
  rect: readonly number[];
  annotationFlags?: number;
  contentsObj?: { str: string };
  hidden?: boolean;
  password?: boolean;
  multiLine?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
  exportValue?: string;
  buttonValue?: string;
  options?: readonly { exportValue: unknown; displayValue: unknown }[];
  defaultAppearanceData?: { fontColor?: ArrayLike<number> };
};

/** Flags of an annotation that nobody sees: hidden, no view (ISO 32000-1, 12.5.3). */
const unseen = 2 | 32;

/** Those of no words, and those whose words are nobody's note: links, fields, and the windows of other annotations. */
const silent = new Set([
  'Link',
  'Widget',
  'Popup',
  'PrinterMark',
  'TrapNet',
  'Watermark',
  'Screen',
  'Movie',
  '3D',
]);

function notesOf(told: readonly Told[]): Annotation[] {
  return told
    .filter(({ subtype, annotationFlags = 0 }) => !silent.has(subtype) && (annotationFlags & unseen) === 0)
    .map(({ subtype, contentsObj, rect }) => ({
      text: tidy(contentsObj?.str ?? ''),
      removes: subtype === 'Redact',
      rect,
    }))
    .filter(({ text, removes }) => text !== '' || removes);
}

async function stampsOf(told: readonly Told[], file: Buffer): Promise<string[]> {
  const stamps = told.filter(
    ({ subtype, annotationFlags = 0 }) => subtype === 'Stamp' && (annotationFlags & unseen) === 0,
  );
  if (stamps.length === 0) return [];
  return [
    ...(
      await stampWords(
        file,
        stamps.map(({ id }) => id),
      )
    ).values(),
  ];
}

function widgetsOf(annotations: readonly Told[]): Widget[] {
  return annotations
    .filter(({ subtype, hidden }) => subtype === 'Widget' && !hidden)
    .map((annotation) => ({
      id: annotation.id,
      type: annotation.fieldType ?? '',
      name: annotation.fieldName ?? '',
      value: shownValue(annotation),
      isTick: annotation.checkBox === true || annotation.radioButton === true,
      rect: annotation.rect,
      lines: annotation.multiLine === true,
      colour: colourOf(annotation.defaultAppearanceData?.fontColor),
    }));
}

function shownValue(annotation: Told): string {
  const { fieldType, fieldValue, checkBox, radioButton, exportValue, buttonValue, options = [] } = annotation;
  if (fieldType === 'Btn') {
    const on = checkBox ? exportValue : radioButton ? buttonValue : undefined;
    return on !== undefined && fieldValue === on ? 'x' : '';
  }
  if ((fieldType !== 'Tx' && fieldType !== 'Ch') || annotation.password) return '';
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  const shown = values.map((value) => {
    return options.find((option) => option.exportValue === value)?.displayValue ?? value;
  });
  return shown.filter((value) => typeof value === 'string').join('; ');
}

function colourOf(rgb: ArrayLike<number> | undefined): string | null {
  if (rgb?.length !== 3) return null;
  return `#${Array.from(rgb, (part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}
