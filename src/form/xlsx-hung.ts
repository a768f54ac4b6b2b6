import type { Placed } from '../model/form.ts';
import { isLineShape } from './drawn-shapes.ts';
import { tidy } from './words.ts';
import { parseArea } from './xlsx-area.ts';
import type { Relation } from './xlsx-book.ts';
import { readXml } from './xml.ts';
import type { Archive } from './zip.ts';

/** What hangs on a sheet's rows and stands in none of its cells. Rows count from 1. */
export type Hung = {
  beside: Map<number, Placed[]>;
  crossed: Set<number>;
  /** Words of boxes that stand beside many rows, and speak of none. */
  words: Placed[];
};

/** More is no form any more. */
const mostShapes = 2000;
/** A higher box explains the form. */
const rowsOfNote = 2;

/** Reads a sheet's notes and comments, and what is drawn on it (ECMA-376 18.7, 20.5). */
export async function readHung(zip: Archive, links: readonly Relation[], sheet: string): Promise<Hung> {
  const hung: Hung = { beside: new Map(), crossed: new Set(), words: [] };
  for (const { type, target } of links) {
    const chunks = zip.part(target);
    if (chunks && type === 'comments') await readComments(chunks, hung, sheet);
    if (chunks && type === 'drawing') await readShapes(chunks, hung, sheet);
  }
  return hung;
}

function hang({ beside }: Hung, row: number, words: Placed): void {
  const list = beside.get(row);
  if (list) list.push(words);
  else beside.set(row, [words]);
}

async function readComments(chunks: AsyncIterable<Buffer>, hung: Hung, sheet: string): Promise<void> {
  let ref = '';
  let words = '';
  await readXml(chunks, {
    open(at, attributes) {
      if (at === 'comments/commentList/comment') [ref, words] = [attributes.ref ?? '', ''];
    },
    text(at, text) {
      if (at.startsWith('comments/commentList/comment/text') && at.endsWith('/t')) words += text;
    },
    close(at) {
      const row = at === 'comments/commentList/comment' ? parseArea(ref)?.top : undefined;
      const text = tidy(words);
      if (row !== undefined && text !== '') hang(hung, row, { text, where: `ghi chú ${sheet}!${ref}` });
    },
  });
}

type Shape = { from: number; to: number; toOffset: number; words: string; stroke: boolean; covers: boolean };

async function readShapes(chunks: AsyncIterable<Buffer>, hung: Hung, sheet: string): Promise<void> {
  let shape: Shape | null = null;
  let count = 0;
  await readXml(chunks, {
    open(at, { prst }) {
      if (/^wsDr\/(?:two|one)CellAnchor$/.test(at) && count < mostShapes) {
        count += 1;
        shape = { from: 0, to: -1, toOffset: 1, words: '', stroke: false, covers: false };
      }
      if (!shape) return;
      if (at.endsWith('/cxnSp') || at.endsWith('/spPr/custGeom')) shape.stroke = true;
      if (at.endsWith('/sp/spPr/prstGeom')) {
        shape.stroke ||= isLineShape(prst);
        shape.covers ||= prst === 'rect';
      }
      if (at.endsWith('/sp/spPr/noFill')) shape.covers = false;
    },
    text(at, text) {
      if (!shape) return;
      if (at.endsWith('/from/row')) shape.from = Number(text) + 1;
      if (at.endsWith('/to/row')) shape.to = Number(text) + 1;
      if (at.endsWith('/to/rowOff')) shape.toOffset = Number(text);
      if (at.endsWith('/p/r/t')) shape.words += text;
    },
    close(at) {
      if (shape && at.endsWith('/p') && shape.words !== '') shape.words += '\n';
      if (!shape || !/^wsDr\/\w+CellAnchor$/.test(at)) return;
      place(shape, hung, sheet);
      shape = null;
    },
  });
}

/** Gives what was drawn to the rows over which it lies. */
function place({ from, to, toOffset, words, stroke, covers }: Shape, hung: Hung, sheet: string): void {
  const last = Math.max(from, to > from && toOffset === 0 ? to - 1 : to);
  const text = tidy(words);
  const placed = { text, where: `hình vẽ ${sheet}!${from}` };
  const isNote = last - from < rowsOfNote;
  if (text !== '' && !isNote) hung.words.push(placed);
  for (let row = from; row <= Math.min(last, from + 200); row += 1) {
    if (text !== '' && isNote) hang(hung, row, placed);
    if (stroke || (covers && text === '')) hung.crossed.add(row);
  }
}
