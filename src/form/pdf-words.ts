import type { Glyph } from './pdf-shapes.ts';
import { tidy } from './words.ts';

/** Words that stand together on a line, in points; y down. */
export type Piece = {
  text: string;
  kind: 'text' | 'tick';
  left: number;
  right: number;
  /** Height of the line's middle, by which pieces stand on one line. */
  middle: number;
  size: number;
  struck: boolean;
  /** The rest of the words is cut off. */
  cut: boolean;
  /** The field that it was written into; null for what is printed. */
  field: string | null;
  /** What it consists of, where there is a gap without a space between words that were painted one by one: perhaps cells. */
  parts: readonly Piece[];
};

/** A letter as it stands in upright lines, with what was found out about it. */
export type Letter = Glyph & { middle: { x: number; y: number }; struck: boolean; cut: boolean };

/** In heights of the font: a gap between two letters that is a space, and one between two columns. */
export const spaceGap = 0.16;
const columnGap = 0.6;
/** Between cells of narrow columns, which have no letter of a space between them; and after a space that was painted with what stands before it. */
const seamGap = 0.08;
const seamAfterSpace = 0.03;

/** Letters into lines from top to bottom, each from left to right. */
export function linesOf(letters: readonly Letter[]): Letter[][] {
  const lines: { y: number; size: number; letters: Letter[] }[] = [];
  for (const letter of letters.toSorted((a, b) => a.middle.y - b.middle.y)) {
    const line = lines.at(-1);
    if (line && letter.middle.y - line.y < 0.4 * Math.min(line.size, letter.size)) {
      line.letters.push(letter);
      line.y += (letter.middle.y - line.y) / line.letters.length;
    } else lines.push({ y: letter.middle.y, size: letter.size, letters: [letter] });
  }
  return lines.map((line) => line.letters.toSorted((a, b) => a.from.x - b.from.x || a.order - b.order));
}

/** A line's letters as pieces: all of it, or parted at wide gaps. Struck letters are left out where others stay. */
export function piecesOf(line: readonly Letter[], parted: boolean): Piece[] {
  const runs: Letter[][] = [];
  const seams = new Set<Letter>();
  let last: Letter | undefined;
  let space: Letter | undefined;
  for (const letter of line) {
    if (letter.text.trim() === '') {
      space = letter;
      continue;
    }
    const gap = last ? (letter.from.x - last.to.x) / Math.max(last.size, letter.size) : 0;
    if (!last || (parted && gap > columnGap)) runs.push([]);
    else if (space || gap > spaceGap) runs.at(-1)?.push({ ...letter, text: ' ' });
    if (last && last.order !== letter.order && isApart(last, space, letter)) seams.add(letter);
    runs.at(-1)?.push(letter);
    space = undefined;
    last = letter;
  }
  return runs.flatMap((run) => pieceOf(run, partsOf(run, seams)) ?? []);
}

/** Whether words that were painted one by one are apart: behind the space at the end of a cell's line the next cell begins elsewhere. */
function isApart(last: Letter, space: Letter | undefined, next: Letter): boolean {
  const gap = space ? Math.abs(next.from.x - space.to.x) : next.from.x - last.to.x;
  return gap > (space ? seamAfterSpace : seamGap) * Math.max(last.size, next.size);
}

function partsOf(run: readonly Letter[], seams: ReadonlySet<Letter>): Piece[] {
  const parts: Letter[][] = [[]];
  for (const letter of run) {
    if (seams.has(letter) && parts.at(-1)?.length) parts.push([]);
    parts.at(-1)?.push(letter);
  }
  const whole = parts.map((part) => (part.at(-1)?.text === ' ' ? part.slice(0, -1) : part));
  return parts.length > 1 ? whole.flatMap((part) => pieceOf(part, []) ?? []) : [];
}

function pieceOf(run: readonly Letter[], parts: readonly Piece[]): Piece | null {
  const [first] = run;
  const last = run.at(-1);
  if (!first || !last) return null;
  const signs = run.filter(({ text }) => text !== ' ');
  const struck = signs.every((letter) => letter.struck);
  const kept = struck ? run : run.filter((letter) => !letter.struck);
  const text = tidy(kept.map((letter) => letter.text).join(''));
  if (text === '') return null;
  return {
    text,
    kind: 'text',
    left: first.from.x,
    right: last.to.x,
    middle: first.middle.y,
    size: Math.max(...signs.map(({ size }) => size)),
    struck,
    cut: run.some((letter) => letter.cut),
    field: null,
    parts,
  };
}

/** What stands in a cell, top to bottom; null where it is blank. */
export function cellWords(
  pieces: readonly Piece[],
): Pick<Piece, 'text' | 'kind' | 'struck' | 'field'> | null {
  const rows = pieces.toSorted((a, b) => a.middle - b.middle || a.left - b.left);
  const [first] = rows;
  if (!first) return null;
  const struck = rows.every((piece) => piece.struck);
  const kept = struck ? rows : rows.filter((piece) => !piece.struck);
  const text = tidy(kept.map((piece) => piece.text).reduce(joinLines));
  const kind = kept.every((piece) => piece.kind === 'tick') ? 'tick' : 'text';
  return text === '' ? null : { text, kind, struck, field: kept[0]?.field ?? null };
}

const address = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/;

/** Lines of a cell; an address that was too long for its line is whole again. */
function joinLines(above: string, below: string): string {
  const [head = ''] = /\S+$/.exec(above) ?? [];
  const [tail = ''] = /^\S+/.exec(below) ?? [];
  const broken =
    address.test(head + tail) && !/\.(?:vn|com|net|org)$/i.test(head) && /[@.]/.test(head + tail.charAt(0));
  return broken ? above + below : `${above}\n${below}`;
}
