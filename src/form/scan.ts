import type { Form } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { assemble } from './assemble.ts';
import { gridOf } from './pdf-grid.ts';
import type { PageWords } from './pdf-page.ts';
import { type Engine, openEngine, type ScannedWord } from './scan-engine.ts';
import type { Gray } from './scan-gray.ts';
import { withMendedHeadings } from './scan-mend.ts';
import { recognisePage, type ScannedPage } from './scan-page.ts';
import { mostPages, pagesOf, type ScanFile } from './scan-pages.ts';
import { makeReady, type ReadyPage, turnOver } from './scan-ready.ts';
import { stampsOn } from './scan-red.ts';
import type { ScannedForm } from './scan-twins.ts';
import { scannedWords } from './scan-words.ts';
import { bearsMarkAbove, bearsSecrecyMark } from './secrecy.ts';
import { TooLarge, Unreadable } from './unreadable.ts';

/** What was made of pictures of pages. */
export type Recognised =
  | ({ is: 'read'; forms: readonly Form[] } & Omit<ScannedForm, 'form'>)
  | { is: 'secret' }
  /** The pictures cannot be decoded, or nothing on them can be taken for certain to be a row; in English. */
  | { is: 'unread'; why: string; damaged: boolean };

let engine: Promise<Engine> | undefined;

/** Recognises pages one after the other, and tells before each of them. */
export async function recognise(
  file: ScanFile,
  attachment: string,
  progress: (page: number, of: number) => Promise<void>,
): Promise<Recognised> {
  engine ??= openEngine();
  const reader = await engine;
  const pages: PageWords[] = [];
  const words: ScannedWord[] = [];
  const outside: string[] = [];
  const strokes: string[] = [];
  let [seen, of] = [0, 0];
  try {
    for await (const page of pagesOf(file)) {
      seen += 1;
      of = page.of;
      await progress(page.number, Math.min(of, mostPages));
      if (page.red && isStampedSecret(page.red, reader)) return { is: 'secret' };
      const ready = page.gray && makeReady(page.gray, page.red);
      if (!ready || !isPage(ready)) continue;
      const read = recogniseUpright(ready, reader, page.number);
      pages.push(read.words);
      words.push(...read.seen);
      if (read.words.scrawls.length > 0) strokes.push(`trang ${page.number}`);
      outside.push(...read.words.lines.map((line) => fold(line.map(({ text }) => text).join(' '))));
    }
    const forms = formsOn(pages, attachment);
    if (!forms) return { is: 'secret' };
    return {
      is: 'read',
      forms,
      sure: averageOf(words),
      sureness: surenessOf(words),
      outside,
      strokes,
      whole: seen === of,
    };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { is: 'unread', why: error.message, damaged: pages.length === 0 && !(error instanceof TooLarge) };
  }
}

/** Below this, on the average of its words, a page may stand on its head. */
const leastUpright = 65;

/** More of a page than words and lines cover: on a photo of something else Tesseract would look for them for minutes. */
const mostInk = 0.2;

function isPage({ ink }: ReadyPage): boolean {
  return ink.reduce((sum, point) => sum + point, 0) < mostInk * ink.length;
}

function recogniseUpright(page: ReadyPage, reader: Engine, number: number): ScannedPage {
  const seen = recognisePage(page, reader, number);
  if (averageOf(seen.seen) >= leastUpright) return seen;
  const turned = recognisePage(turnOver(page), reader, number);
  return averageOf(turned.seen) > averageOf(seen.seen) ? turned : seen;
}

function averageOf(words: readonly ScannedWord[]): number {
  return words.reduce((total, { sure }) => total + sure, 0) / Math.max(1, words.length);
}

/** By the word, how surely it was recognised where it was least so. */
function surenessOf(words: readonly ScannedWord[]): [string, number][] {
  const least = new Map<string, number>();
  for (const { text, sure } of words)
    for (const word of scannedWords(text)) least.set(word, Math.min(sure, least.get(word) ?? sure));
  return [...least];
}

/** Red ink is left out of what is read, since seals lie over words; a secrecy mark is stamped in red. */
function isStampedSecret(red: Gray, reader: Engine): boolean {
  return stampsOn(red).some((stamp) => {
    const { words } = recognisePage(stamp, reader, 0);
    const inCells = words.tables.flatMap(({ cells }) => cells.flatMap(({ pieces }) => pieces));
    return isSecret(words) || inCells.some(({ text }) => bearsSecrecyMark(text));
  });
}

function isSecret({ lines }: PageWords): boolean {
  return lines.some((line, at) => {
    const below = lines[at + 1]?.map(({ text }) => text) ?? [];
    return line.some(({ text }) => bearsMarkAbove(text, below));
  });
}

/** The forms of recognised pages; null where they bear a secrecy mark. */
function formsOn(pages: readonly PageWords[], attachment: string): readonly Form[] | null {
  if (pages.some(isSecret)) return null;
  const read = assemble([withMendedHeadings(gridOf(pages).grid)], 'pdf-scan', attachment);
  return read.secret ? null : read.forms;
}
