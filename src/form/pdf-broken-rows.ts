import { type Cell, type Grid, type Line, outside } from './grid.ts';
import { headingAt } from './layout.ts';
import { Unreadable } from './unreadable.ts';

/** Rows that the end of a page breaks in two. */
export class BrokenRows {
  readonly #grid: Grid;
  readonly #breaks: ReadonlySet<number>;

  constructor(grid: Grid, breaks: ReadonlySet<number>) {
    this.#grid = grid;
    this.#breaks = breaks;
  }

  /** The lines, broken rows whole again. Throws Unreadable where a row may be a broken one or one of its own. */
  join(): Line[] {
    const joined: Line[] = [];
    let slots: ReturnType<typeof headingAt> = null;
    let headed = 0;
    let opens = false;
    /** Index in `joined` of the last row that is no heading. */
    let above = -1;
    for (const [index, line] of this.#grid.lines.entries()) {
      if (this.#breaks.has(line.row)) opens = slots !== null;
      const heading = headingAt(this.#grid, index);
      if (heading) {
        slots = heading;
        headed = heading.next;
      }
      const isRow = index >= headed && line.cells.some(({ column }) => column < outside);
      const before = joined[above];
      const whole = isRow && opens && slots && before ? this.#rejoin(before, line, slots) : null;
      if (isRow) opens = false;
      if (whole) joined[above] = whole;
      else {
        joined.push(line);
        if (isRow) above = joined.length - 1;
      }
    }
    return joined;
  }

  #rejoin(above: Line, line: Line, { layout }: NonNullable<ReturnType<typeof headingAt>>): Line | null {
    const slotOf = ({ column }: Cell) => layout.slots.find(({ from, to }) => column >= from && column <= to);
    const columnOf = (cell: Cell) =>
      slotOf(cell) ??
      layout.others.find(({ from, to }) => cell.column >= from && cell.column <= to) ??
      layout.heads.find(({ column, lastColumn }) => cell.column >= column && cell.column <= lastColumn);
    const kinds = line.cells.map((cell) => slotOf(cell)?.kind);
    const numbered = layout.slots.some(({ kind }) => kind === 'number');
    if (line.cells.some((cell) => !columnOf(cell) && cell.column < outside))
      throw new Unreadable('a table goes on overleaf in other columns');
    if (numbered && kinds.includes('number')) return null;
    // One cell across the table is a group's title.
    const [only, more] = line.cells;
    if (
      only &&
      !more &&
      layout.slots.filter(({ from, to }) => only.column <= to && only.lastColumn >= from).length > 1
    )
      return null;
    const name = line.cells.find((cell) => ['fullName', 'given'].includes(slotOf(cell)?.kind ?? ''));
    const fits = line.cells.every((cell) => above.cells.some((other) => columnOf(other) === columnOf(cell)));
    if (!numbered && name && line.cells.length >= above.cells.length && /\s/.test(name.text)) return null;
    if (!fits || (name && /\s/.test(name.text))) throw new Unreadable('a row is broken by the end of a page');
    const cells = above.cells.map((cell) => {
      const rest = line.cells.find((other) => columnOf(other) === columnOf(cell));
      return rest
        ? { ...cell, text: `${cell.text}\n${rest.text}`, struck: cell.struck && rest.struck }
        : cell;
    });
    const beside = [...(above.beside ?? []), ...(line.beside ?? [])];
    const crossed = above.crossed ?? line.crossed;
    return { ...above, cells, ...(beside.length > 0 && { beside }), ...(crossed && { crossed }) };
  }
}
