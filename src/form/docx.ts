import { DocumentLayout } from './docx-grid.ts';
import { Numbering } from './docx-numbering.ts';
import { stylesOf } from './docx-styles.ts';
import { type Node, readTree } from './docx-tree.ts';
import { ParagraphReader, visible } from './docx-words.ts';
import type { Grid } from './grid.ts';
import { Unreadable } from './unreadable.ts';
import { tidy } from './words.ts';
import { readRelations } from './xlsx-book.ts';
import { type Archive, openZip } from './zip.ts';

/** A document as rows and columns, and its words outside of that: headers, footers, watermarks. */
export type ReadDocx = {
  grid: Grid;
  looseWords: readonly string[];
  /** The pictures of a file without words, in the order of their names. */
  pictures: readonly Buffer[];
};

/** What hangs on words and stands in a part of its own. */
const noteKinds = ['comment', 'footnote', 'endnote'] as const;

/** Where headers, footers and watermarks stand. */
const pageEdge = 'ở đầu trang, chân trang hoặc hình mờ';

/** Parts of headers, footers and the like that are looked into. */
const mostSideParts = 50;

/**
 * Reads a .docx file (ECMA-376) as a person sees it: without what is deleted by a tracked change or hidden, with the
 * results of fields and what controls hold. Macros, links and other documents within are never followed.
 * Throws Unreadable.
 */
export async function readDocx(file: Buffer): Promise<ReadDocx> {
  const zip = await openZip(file);
  const main = (await readRelations(zip, '_rels/.rels', '')).find(({ type }) => type === 'officeDocument');
  const part = main?.target ?? 'word/document.xml';
  const chunks = zip.part(part);
  if (!chunks) throw new Unreadable('no document part');
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const links = await readRelations(zip, `${folder}_rels/${part.slice(folder.length)}.rels`, folder);
  const partOf = (wanted: string): Promise<Node | null> =>
    treeOf(zip, links.find(({ type }) => type === wanted)?.target);
  const [styles, numbering] = [await partOf('styles'), await partOf('numbering')];
  const body = await readTree(chunks);
  const looks = styles ? stylesOf(styles) : new Map();
  const notes = new Map<string, string>();
  for (const kind of noteKinds) {
    const tree = await partOf(`${kind}s`);
    const reader = new ParagraphReader(looks, new Numbering(null), new Map());
    for (const note of tree?.children ?? [])
      if (note.name === kind) notes.set(`${kind} ${note.at.id}`, tidy(wordsIn(note, reader).join('\n')));
  }
  const paragraphs = new ParagraphReader(looks, new Numbering(numbering), notes);
  const layout = new DocumentLayout(paragraphs);
  layout.add(body.children);
  const read = layout.finish();
  const looseWords = [...layout.drawn, ...notes.values()];
  const sides = links.filter(({ type }) => type === 'header' || type === 'footer').slice(0, mostSideParts);
  const margins: string[] = [];
  for (const { target } of sides) {
    const tree = await treeOf(zip, target);
    if (tree) margins.push(...wordsIn(tree, paragraphs));
  }
  const words = [...(read.words ?? []), ...margins.map((text) => ({ text, where: pageEdge }))];
  const grid = { ...read, words };
  looseWords.push(...margins);
  return { grid, looseWords, pictures: grid.lines.length === 0 ? await picturesIn(zip) : [] };
}

async function picturesIn(zip: Archive): Promise<Buffer[]> {
  const names = zip.names.filter((name) => /(?:^|\/)media\/[^/]+\.(?!emf|wmf)\w+$/i.test(name));
  const inOrder = names.toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const pictures: Buffer[] = [];
  for (const name of inOrder.slice(0, mostSideParts)) {
    const parts = zip.part(name);
    if (parts) pictures.push(Buffer.concat(await Array.fromAsync(parts)));
  }
  return pictures;
}

async function treeOf(zip: Archive, part: string | undefined): Promise<Node | null> {
  const chunks = part === undefined ? null : zip.part(part);
  return chunks && readTree(chunks);
}

/** The paragraphs below a node, wherever they stand, and what is drawn among them. */
function wordsIn(node: Node, paragraphs: ParagraphReader): string[] {
  if (node.name !== 'p') return node.children.flatMap((it) => wordsIn(it, paragraphs));
  const { runs, boxes, drawn } = paragraphs.read(node, null, false);
  return [visible(runs), ...drawn, ...boxes.flatMap((box) => wordsIn(box, paragraphs))];
}
