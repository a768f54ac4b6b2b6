import { HtmlReader } from './body-html.ts';
import type { BodyLine } from './body-lines.ts';
import { sheetOf } from './body-style.ts';
import { walkHtml } from './html.ts';
import { TextWriter } from './html-text.ts';

const longest = 1024 * 1024;

/** What a letter in HTML shows: its words as a plain letter would have them, and its sender's own lines. */
export type Shown = {
  text: string;
  /** Whether the words are all of them. */
  whole: boolean;
  /** Null where it is too long or beyond all bounds, or its style sheet may hide something that is not told apart here. */
  lines: readonly BodyLine[] | null;
};

/** Reads a letter in HTML, in one pass whatever is written. */
export function shownBy(html: string): Shown {
  const isWhole = html.length <= longest;
  const sheet = isWhole ? sheetOf(html) : null;
  const writer = new TextWriter();
  const reader = sheet && new HtmlReader(sheet);
  walkHtml(html.slice(0, longest), reader ? [writer, reader] : [writer]);
  return { text: writer.lines(), whole: isWhole && !writer.isDone, lines: reader?.lines() ?? null };
}
