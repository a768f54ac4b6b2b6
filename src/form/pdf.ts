import type { FormSource } from '../model/form.ts';
import { type Assembled, assemble } from './assemble.ts';
import { openPdf, type Widget } from './pdf-document.ts';
import { formOfFields } from './pdf-fields.ts';
import { gridOf } from './pdf-grid.ts';
import { type PageWords, readPage } from './pdf-page.ts';
import { bearsSecrecyMark } from './secrecy.ts';
import { Unreadable } from './unreadable.ts';

/** What a PDF is: forms (perhaps none), a document with a secrecy mark, or pictures of pages alone. */
export type ReadPdf = Assembled | { scanned: true };

/**
 * Reads a PDF's fields and words as a person sees them. Throws Unreadable where it cannot be opened, or what it asks
 * cannot be read with certainty.
 */
export async function readPdf(file: Buffer, attachment: string): Promise<ReadPdf> {
  const document = await openPdf(file);
  const pages: PageWords[] = [];
  const widgets: (Widget & { page: number })[] = [];
  let pictured = false;
  try {
    for await (const page of document.pages()) {
      widgets.push(...page.widgets.map((widget) => ({ ...widget, page: page.number })));
      const words = readPage(page);
      if (words?.hasWords || page.widgets.length > 0) pages.push(...(words ? [words] : []));
      else pictured = true;
    }
  } finally {
    await document.close();
  }
  if (pages.length === 0) return { scanned: true };
  const looseWords = pages.flatMap(({ looseWords, notes }) => [
    ...looseWords,
    ...notes.map(({ text }) => text),
  ]);
  if (looseWords.some(bearsSecrecyMark)) return { secret: true, source: 'pdf-text' };
  const inputs = widgets.filter(({ type }) => type !== 'Sig');
  const source: FormSource = inputs.length > 0 ? 'pdf-fields' : 'pdf-text';
  const { grid, doubts } = gridOf(pages);
  const read = assemble([grid], source, attachment);
  if (read.secret) return read;
  // Words over a picture of the page are those of a recognition program, whoever ran it.
  if (source === 'pdf-text' && pages.some((page) => page.isPictured)) return { scanned: true };
  if (read.forms.length > 0) {
    const [doubt] = doubts;
    if (doubt !== undefined) throw new Unreadable(doubt);
    return read;
  }
  const form = formOfFields(inputs, attachment);
  if (form) return { secret: false, forms: [form], words: [] };
  return pictured || pages.some((page) => page.isPictured) ? { scanned: true } : read;
}
