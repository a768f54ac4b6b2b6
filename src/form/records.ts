import { fold } from '../text/fold.ts';
import { isActionPhrase, isSignature } from './aside.ts';
import { isOfAsker } from './fields.ts';
import type { Cell, Grid, Line } from './grid.ts';
import { type ColumnKind, columnKind, ofOnePerson } from './headings.ts';
import { headingAt } from './layout.ts';
import { withoutFillers } from './words.ts';

/** One label with what stands beside it or behind its colon, blank where nothing does; `kind` is null where the form does not know the label. */
type Pair = { kind: ColumnKind | null; label: string; head: Cell; value: Cell | null };

/** What is said of one person below each other. */
type Block = { lines: readonly Line[]; pairs: readonly Pair[] };

/** Beyond the columns of any line, so that no other cell stands below a heading of ours. */
const firstColumn = 20_000;
/** More labels than any office has for one person, and letters of the longest. */
const [mostPairs, longestLabel] = [30, 60];

/**
 * Grids in which people whose particulars stand below each other, `Họ và tên | Lê Văn Tư` over `Nội dung đề nghị | Cấp mới`, are rows of a
 * table with these labels for its heading. Only where no grid has a table; and not the one who asks, whose fields look the same: the first
 * such person is he, unless the labels speak of somebody who uses a mailbox, or all of several people have the same ones.
 */
export function withRecords(grids: readonly Grid[]): readonly Grid[] {
  if (grids.some((grid) => grid.lines.some((_, index) => headingAt(grid, index) !== null))) return grids;
  return grids.map(withRows);
}

function withRows(grid: Grid): Grid {
  const blocks = blocksOf(grid.lines);
  const people = (isOfUsers(blocks) ? blocks : blocks.slice(1)).filter((block) => !asksHimself(block));
  const heads = new Map<string, Pair>();
  for (const { pairs } of people)
    for (const pair of pairs) if (!heads.has(keyOf(pair))) heads.set(keyOf(pair), pair);
  const [first] = people;
  if (!first || !people.every(asks)) return grid;
  const columns = new Map([...heads.keys()].map((key, at) => [key, firstColumn + at]));
  const laid = (cell: Cell, row: number, column: number, text = cell.text): Cell => {
    return { ...cell, text, row, lastRow: row, column, lastColumn: column };
  };
  const top = (first.lines[0]?.row ?? 1) - 0.5;
  const heading: Line = {
    row: top,
    unseen: null,
    cells: [...heads].map(([key, { head, label }]) =>
      laid({ ...head, kind: 'text' }, top, columns.get(key) ?? 0, label),
    ),
  };
  const rows = people.map(({ lines, pairs }): Line => {
    const row = lines[0]?.row ?? 0;
    const beside = lines.flatMap((line) => line.beside ?? []);
    return {
      row,
      unseen: lines.find(({ unseen }) => unseen !== null)?.unseen ?? null,
      cells: pairs.flatMap((pair) =>
        pair.value ? [laid(pair.value, row, columns.get(keyOf(pair)) ?? 0)] : [],
      ),
      ...(beside.length > 0 && { beside }),
      ...(lines.some(({ crossed }) => crossed) && { crossed: true }),
      ...(lines.some(({ unprinted }) => unprinted) && { unprinted: true }),
    };
  });
  const taken = new Set(people.flatMap(({ lines }) => lines));
  const kept = grid.lines.filter((line) => !taken.has(line));
  const places = new Map(people.map(({ lines: [line] }) => [line?.row, line]));
  const laidOut = [...kept, heading, ...rows].sort((one, other) => one.row - other.row);
  if (!headingAt({ ...grid, lines: laidOut }, laidOut.indexOf(heading))) return grid;
  return {
    ...grid,
    lines: laidOut,
    place(row, from, to) {
      const cells = places.get(row)?.cells ?? [];
      return grid.place(row, cells[0]?.column ?? from, cells.at(-1)?.lastColumn ?? to);
    },
  };
}

/** Labels of what each has once are one column; others, such as notes and what is ticked, are told apart by their words. */
const keyOf = ({ kind, label }: Pair): string => (kind !== null && single.has(kind) ? kind : fold(label));
const single: ReadonlySet<ColumnKind> = new Set(ofOnePerson);

/** Whether somebody is named and there is a place for what is asked for him. */
function asks({ pairs }: Block): boolean {
  const name = pairs.find(({ kind }) => kind === 'fullName');
  return name?.value != null && pairs.some(({ kind }) => kind === 'wish' || kind === 'tick');
}

const user =
  /\b(?:nguoi (?:su dung|dung|duoc cap|can cap|huong)|nguoi dung|cbcc\w*|can bo|cong chuc|vien chuc|chu (?:hop thu|tai khoan))\b/;

/** Whether the first person, too, is one for whom something is asked, and not who asks. */
function isOfUsers(blocks: readonly Block[]): boolean {
  const [first, ...others] = blocks;
  if (!first) return false;
  const name = first.pairs.find(({ kind }) => kind === 'fullName');
  if (name && user.test(fold(name.label)) && !asksHimself(first)) return true;
  const labels = ({ pairs }: Block): string => pairs.map(keyOf).join();
  const isAlike = others.length > 0 && others.every((other) => labels(other) === labels(first));
  return isAlike && blocks.every(({ pairs }) => isActionPhrase(wishOf(pairs)));
}

const asksHimself = ({ pairs }: Block): boolean =>
  isOfAsker(pairs.find(({ kind }) => kind === 'fullName')?.label ?? '');

const wishOf = (pairs: readonly Pair[]): string =>
  pairs.find(({ kind }) => kind === 'wish')?.value?.text ?? '';

/** The people of a grid, each from the label of his name to the last that is not said twice. */
function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: { lines: Line[]; pairs: Pair[] }[] = [];
  let open: { lines: Line[]; pairs: Pair[] } | null = null;
  for (const line of lines) {
    const pairs = pairsOf(line);
    const isNew = pairs[0]?.kind === 'fullName';
    const isMore =
      open !== null &&
      pairs.length > 0 &&
      line.row <= (open.lines.at(-1)?.row ?? 0) + 2 &&
      open.pairs.length < mostPairs &&
      pairs.every((pair) => !open?.pairs.some((known) => keyOf(known) === keyOf(pair)));
    if (isNew) {
      open = { lines: [line], pairs };
      blocks.push(open);
    } else if (isMore && open) {
      open.lines.push(line);
      open.pairs.push(...pairs);
    } else open = null;
  }
  return blocks;
}

/** The labels of a line with their values: in cells beside each other, after a number of their own or not, or in one with colons. Empty for any other line. */
function pairsOf(line: Line): Pair[] {
  const cells = line.cells.filter(({ text }, at) => !(at === 0 && /^\(?(?:\d{1,2}|[a-h])[.)]?$/.test(text)));
  const [head, ...rest] = cells;
  if (!head || isSignature(head.text)) return [];
  if (rest.length === 0 || /:\s*\S/.test(head.text)) return cells.flatMap(pairsIn);
  const pairs = cells.flatMap((label, at) =>
    at % 2 === 0 ? (pairOf(label, label.text, cells[at + 1] ?? null) ?? []) : [],
  );
  // Several people side by side are told by nothing of this.
  const isKnown = pairs.every(({ kind }) => kind !== null);
  return cells.length === 2 || (cells.length % 2 === 0 && isKnown) ? pairs : [];
}

/** `Họ và tên: Lê Văn Tư   Chức vụ: Chuyên viên`: only labels that the form knows part a cell. */
function pairsIn(cell: Cell): Pair[] {
  const starts = [
    ...cell.text.matchAll(/(?<=^|\n|\s{2,}|[;,]\s*|\s[-–/|]\s+)([^:：\n;,]{2,60}?)\s*[:：]/gu),
  ].filter(({ 1: label = '', index }) => index === 0 || columnKind(bare(label)) !== null);
  return starts.flatMap((match, at) => {
    const text = cell.text
      .slice(match.index + match[0].length, starts[at + 1]?.index)
      .replace(/[\s;,/|–-]+$/, '')
      .trim();
    return pairOf(cell, match[1] ?? '', withoutFillers(text) === '' ? null : { ...cell, text }) ?? [];
  });
}

/** Without the number or dash before a label, and the colon after it. */
const bare = (label: string): string =>
  label
    .replaceAll('\n', ' ')
    .replace(/^\s*(?:\(?(?:\d{1,2}|[a-hđ])[.)/]\s*|[-–+*•]\s*)/u, '')
    .replace(/\s*[:：]\s*$/u, '')
    .trim();

function pairOf(head: Cell, written: string, value: Cell | null): Pair | null {
  const label = bare(written);
  if (label === '' || label.length > longestLabel || head.kind !== 'text') return null;
  return { kind: columnKind(label), label, head, value };
}
