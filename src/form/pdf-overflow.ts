import type { LatticeCell } from './pdf-lattice.ts';
import { type Letter, linesOf } from './pdf-words.ts';

/** In heights of the font: letters that were painted together are one cell's where they have no wider gap between them. */
const mostGap = 0.1;
/** The same for letters that were painted apart, such as those of another font, and in points how exactly a program places them. */
const mostSeam = 0.03;
const exactly = 0.1;
/** So much overlap letters that are set close to each other. */
const mostKerning = 0.12;
/** Words stand at their cell's side, or in its middle, to this part of their font's height. */
const flush = 0.6;

/** Letters that stand in other cells than they belong to, and words that run across lines without telling from which cell. */
export type Overflow = { owners: ReadonlyMap<Letter, LatticeCell>; stray: readonly string[] };

/**
 * Finds, of letters and the cells that they stand in, words that run on across the lines of their cell: spreadsheet programs print
 * what is too long over the next cell, where that is blank, or out of the table. They belong to the cell at whose side they begin
 * or end, or in whose middle they stand.
 */
export function overflowOf(stands: ReadonlyMap<Letter, LatticeCell | undefined>): Overflow {
  const owners = new Map<Letter, LatticeCell>();
  const stray: string[] = [];
  const upright = [...stands.keys()].filter(({ turn }) => turn === 0);
  const byCell = Map.groupBy(upright.filter(isSign), (letter) => stands.get(letter));
  for (const run of linesOf(upright).flatMap(runsOf)) {
    const cells = [...new Set(run.filter(isSign).map((letter) => stands.get(letter)))];
    if (cells.length < 2) continue;
    const [owner, more] = ownersOf(run, cells);
    const own = new Set(run);
    const isOver = cells.some(
      (cell) => cell && cell !== owner && byCell.get(cell)?.some((letter) => !own.has(letter)),
    );
    if (!owner || more || isOver) stray.push(run.map(({ text }) => text).join(''));
    else for (const letter of run) owners.set(letter, owner);
  }
  return { owners, stray };
}

const isSign = ({ text }: Letter): boolean => text.trim() !== '';

/** A line's letters that follow each other without a gap, spaces among them. */
function runsOf(line: readonly Letter[]): Letter[][] {
  const runs: { letters: Letter[]; orders: Set<number> }[] = [];
  let last: Letter | undefined;
  for (const letter of line) {
    const run = runs.at(-1);
    if (run && last && follows(last, letter, run.orders.has(letter.order))) {
      run.letters.push(letter);
      run.orders.add(letter.order);
    } else runs.push({ letters: [letter], orders: new Set([letter.order]) });
    last = letter;
  }
  return runs.map(({ letters }) => letters);
}

/** Whether a letter goes on with the words before it. The space that ends a cell's line may touch the next cell's words. */
function follows(last: Letter, next: Letter, isOnePaint: boolean): boolean {
  const size = Math.max(last.size, next.size);
  const gap = next.from.x - last.to.x;
  if (isOnePaint) return gap < mostGap * size;
  if (!isSign(last) || last.cut) return false;
  return gap > -mostKerning * size && gap < mostSeam * size + exactly;
}

/** The cells that a run of letters may belong to. */
function ownersOf(run: readonly Letter[], cells: readonly (LatticeCell | undefined)[]): LatticeCell[] {
  const [first, last] = [run.find(isSign), run.findLast(isSign)];
  if (!first || !last) return [];
  const [left, right] = [first.from.x, last.to.x];
  const isNear = (one: number, other: number): boolean => Math.abs(one - other) < flush * first.size;
  return cells.filter((cell) => {
    if (!cell) return false;
    const { box } = cell;
    const isMiddle = isNear((left + right) / 2, (box.left + box.right) / 2);
    return isNear(left, box.left) || isNear(right, box.right) || isMiddle;
  }) as LatticeCell[];
}
