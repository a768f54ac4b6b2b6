import type { Column, OtherCell, Placed, SkippedRow } from '../model/form.ts';
import { readMark } from '../text/done-mark.ts';
import { isDitto, type Marker, splitMarker } from './aside.ts';
import type { Cell, Line } from './grid.ts';
import { asksWhether, type ColumnKind } from './headings.ts';
import type { Layout, Other, Slot } from './layout.ts';
import { isLogin } from './login.ts';
import { withoutFillers } from './words.ts';

const ticked = /^(?:x+|v|✓|✔|☑|☒|■|√|ü|þ|có|yes|1|\+)$/iu;
const unticked = /^(?:☐|□|không|ko|no|0|o|false)$/iu;

/** Columns whose strike-out takes the row back. */
const withdrawing: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  'number',
  'fullName',
  'family',
  'middle',
  'given',
  'unit',
  'division',
  'formerUnit',
  'wish',
  'tick',
  'detail',
  'changed',
  'former',
  'address',
  'newAddress',
]);

/** Columns that say what is to be done, and for whom. */
const telling: ReadonlySet<ColumnKind> = new Set([...withdrawing, 'note' as const]).difference(
  new Set(['number']),
);

/** One line under a heading, its cells sorted into the heading's columns. */
export class LineReader {
  readonly line: Line;
  /** Cells that say something, left to right; what a returned form tells of the row is not among them, nor are boxes that are not ticked. */
  readonly cells: readonly Cell[];
  readonly #unticked: readonly Cell[];
  readonly #layout: Layout;
  readonly #spans: readonly Cell[];

  /** `spans` are cells of lines above that are merged down to this one or beyond. */
  constructor(layout: Layout, line: Line, spans: readonly Cell[]) {
    this.#layout = layout;
    this.line = line;
    this.#spans = spans;
    this.#unticked = line.cells.filter(({ kind }) => kind === 'untick');
    this.cells = line.cells.filter(
      (cell) =>
        cell.kind !== 'untick' && withoutFillers(cell.text) !== '' && !this.isIn(cell, 'result', 'told'),
    );
  }

  /** The STT; null where it is blank or no number. */
  get number(): number | null {
    const cell = this.#cellsOf('number')[0];
    const match = /^\(?0*(\d{1,6})\)?\s*[.,/)]*$/.exec(cell?.text ?? '');
    return match?.[1] === undefined ? null : Number(match[1]);
  }

  /** A group's number in the STT column: `II`, `A.`. */
  get marker(): Marker {
    const cell = this.#cellsOf('number')[0];
    if (!cell || this.number !== null) return 'none';
    const { marker, rest } = splitMarker(cell.text);
    return rest === '' ? marker : 'none';
  }

  /** Of the name's columns, in the order family, middle, given name; without a number or dash before it. */
  get name(): Placed | null {
    const whole = this.value('fullName');
    const given = joined(this.#cellsOf('given'));
    const parts = (['family', 'middle', 'given'] as const).flatMap((kind) => this.#cellsOf(kind));
    const name = whole ?? joined(parts);
    if (!name) return null;
    const apart = whole && given && !whole.text.endsWith(given.text);
    const text = (apart ? `${whole.text} ${given.text}` : name.text).replace(
      /^(?:\(?\d{1,3}\s*[.)/]|[-+*•])\s*/,
      '',
    );
    return text === '' ? null : { text, where: name.where };
  }

  /** A name above that is merged down over this line. */
  get nameAbove(): Cell | undefined {
    return this.#layout.slots
      .filter(({ kind }) => kind === 'fullName' || kind === 'given')
      .flatMap((slot) => this.#reaching(slot))[0];
  }

  /** Whether some cell of such columns is such. */
  #holds(kinds: ReadonlySet<ColumnKind>, isSuch: (cell: Cell) => boolean): boolean {
    return this.#layout.slots
      .filter(({ kind }) => kinds.has(kind))
      .some((slot) => this.#cellsIn(slot).some(isSuch));
  }

  /** Why people do not see what the line asks, or not for certain; null where they do. */
  get unseen(): SkippedRow['why'] | null {
    if (this.line.unseen !== null) return this.line.unseen;
    if (this.#holds(withdrawing, ({ struck }) => struck)) return 'struck';
    return this.#holds(telling, ({ unsure }) => unsure === true) ? 'faint' : null;
  }

  /** What this line itself, and no merged cell above it, asks for. */
  get ownWish(): Placed | null {
    const ticks = this.cells.filter((cell) => this.isIn(cell, 'tick') && !unticked.test(cell.text));
    return joined([
      ...this.cells.filter((cell) => cell.kind !== 'tick' && this.isIn(cell, 'wish')),
      ...ticks,
    ]);
  }

  /** Words in columns that have no heading: somebody's note on the row. */
  get unheaded(): Placed | null {
    return joined(
      this.cells.filter((cell) => !cell.struck && /\p{L}{2}/u.test(cell.text) && !this.isUnderHeading(cell)),
    );
  }

  /** Whether a heading stands over a cell, be it one that the form does not know. */
  isUnderHeading(cell: Cell): boolean {
    return (
      this.#layout.slots.some(({ from, to }) => cell.column <= to && cell.lastColumn >= from) ||
      this.#layout.heads.some(
        ({ column, lastColumn }) => cell.column <= lastColumn && cell.lastColumn >= column,
      )
    );
  }

  /** What stands in each column that the form does not know, blank or not; and what in others chooses the row, or tells that it is done. */
  get others(): OtherCell[] {
    const unknown = this.#layout.others.map((other) => {
      const cells = this.#under(other).filter(({ struck }) => !struck);
      return otherCell(other.heading, joined(isAddressed(cells) ? [] : cells));
    });
    const results = this.#layout.slots
      .filter(({ kind }) => kind === 'result')
      .flatMap(({ heading }) => (this.officeResult ? [otherCell(heading, this.officeResult)] : []));
    return [...unknown, ...this.#marks('wish'), ...this.#ticks, ...results];
  }

  /** The wishes that are ticked; where none is, those that are not: `Đề nghị hủy: 0`. */
  get #ticks(): OtherCell[] {
    const marks = this.#marks('tick');
    const isTicked = this.#headed('tick', (text) => (unticked.test(text) ? null : text)).length > 0;
    return isTicked ? marks.filter(({ text }) => ticked.test(text)) : marks;
  }

  /** Columns of a kind that hold a mark here, or nothing: `Yêu cầu: x` beside `Nội dung đề nghị`. */
  #marks(kind: ColumnKind): OtherCell[] {
    return this.#layout.slots
      .filter((slot) => slot.kind === kind)
      .flatMap((slot) => {
        const value = joined(this.#under(slot));
        const isMark = value === null || ticked.test(value.text) || unticked.test(value.text);
        return isMark ? [otherCell(slot.heading, value)] : [];
      });
  }

  /** What a form that we returned says became of the row. */
  get result(): Placed | null {
    return joined(this.line.cells.filter((cell) => this.isIn(cell, 'result')));
  }

  /** What an office keeps of the row in a column of its own of that name: `Đã cấp`. */
  get officeResult(): Placed | null {
    const { result } = this;
    const isReturned = this.#layout.slots.some(({ kind }) => kind === 'told');
    if (!result || isReturned) return null;
    const { isDone, number } = readMark(result.text);
    return isDone || number !== null ? null : result;
  }

  /** Lines such as `(1) | (2) | (3)` number the columns. */
  isColumnNumbers(): boolean {
    const marks = this.cells.map(({ text }) => /^[[(]?(?:(\d{1,2})|([A-Z]))[\])]?$/i.exec(text));
    if (marks.length < 3 || marks.some((mark) => mark === null)) return false;
    const numbers = marks.flatMap((mark) => (mark?.[1] === undefined ? [] : [Number(mark[1])]));
    return (
      numbers.length > 1 &&
      numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1)
    );
  }

  isIn(cell: Cell, ...kinds: ColumnKind[]): boolean {
    return this.#layout.slots.some(
      ({ kind, from, to }) => kinds.includes(kind) && cell.column >= from && cell.column <= to,
    );
  }

  isName(cell: Cell): boolean {
    return this.isIn(cell, 'fullName', 'family', 'middle', 'given');
  }

  /** The words of a column; of several of one kind all that differ, but of several former units the first. */
  value(kind: Column | 'division' | 'formerUnit'): Placed | null {
    const values = [
      ...this.#layout.slots
        .filter((slot) => slot.kind === kind)
        .flatMap((slot) => {
          const cells = this.#cellsIn(slot).filter((cell) => !cell.struck || withdrawing.has(kind));
          if (kind === 'address' && asksWhether(slot.heading) && !isAddressed(cells)) return [];
          return joined(cells, kind === 'phone') ?? [];
        }),
      ...this.#loginsOf(kind),
    ];
    const [first] = values;
    if (!first || kind === 'formerUnit' || kind === 'number') return first ?? null;
    const texts = [...new Set(values.map(({ text }) => text))];
    return { text: texts.join('; '), where: first.where };
  }

  /** The whole wish: ticks by their headings, the wish's own words or else the group's, and new details. */
  wish(own: Placed | null, group: Placed | null): Placed | null {
    const ticks = this.#headed('tick', (text) =>
      ticked.test(text) ? '' : unticked.test(text) ? null : text,
    );
    const parts = [...ticks, ...(own ? [own] : [])];
    if (parts.length === 0 && group) parts.push(group);
    parts.push(...this.#headed('detail', (text) => (isDitto(text) ? null : text)));
    const former = this.#textOf('former');
    parts.push(...this.#headed('changed', (text) => (isDitto(text) || isLogin(text, former) ? null : text)));
    const [first] = parts;
    return first
      ? { text: [...new Set(parts.map(({ text }) => text))].join('; '), where: first.where }
      : null;
  }

  /** The address among what is to become new, or among what it is now. */
  #loginsOf(kind: ColumnKind): Placed[] {
    if (kind !== 'address' && kind !== 'newAddress') return [];
    const [from, beside] =
      kind === 'address' ? (['former', 'changed'] as const) : (['changed', 'former'] as const);
    const value = joined(this.#cellsOf(from));
    return value && isLogin(value.text, this.#textOf(beside)) ? [value] : [];
  }

  #textOf(kind: ColumnKind): string {
    return joined(this.#cellsOf(kind))?.text ?? '';
  }

  /** `heading: words` for each column of the kind that has words; the heading alone where `words` makes them ''. */
  #headed(kind: ColumnKind, words: (text: string) => string | null): Placed[] {
    return this.#layout.slots
      .filter((slot) => slot.kind === kind)
      .flatMap((slot) => {
        // A number that is written here is a telephone's.
        const value = joined(this.#cellsIn(slot), true);
        const text = value ? words(value.text) : null;
        if (!value || text === null) return [];
        return [{ text: text === '' ? slot.heading : `${slot.heading}: ${text}`, where: value.where }];
      });
  }

  #cellsOf(kind: ColumnKind): Cell[] {
    return this.#layout.slots.filter((slot) => slot.kind === kind).flatMap((slot) => this.#cellsIn(slot));
  }

  #cellsIn(slot: Slot): Cell[] {
    const fits = ({ column, kind }: Cell): boolean =>
      column >= slot.from && column <= slot.to && (kind !== 'tick' || slot.kind === 'tick');
    const own = this.cells.filter(fits);
    return own.length > 0 || isOnes(slot.kind) ? own : this.#reaching(slot);
  }

  #under(other: Other): Cell[] {
    const own = [...this.cells, ...this.#unticked].filter(
      ({ column }) => column >= other.from && column <= other.to,
    );
    return own.length > 0 ? own : this.#reaching(other);
  }

  #reaching({ from, to }: Other): Cell[] {
    return this.#spans.filter(({ column, row }) => row < this.line.row && column >= from && column <= to);
  }
}

function otherCell(heading: string, value: Placed | null): OtherCell {
  return { heading, text: value?.text ?? '', where: value?.where ?? '' };
}

/** Kinds that a vertically merged cell gives to its first row alone. */
function isOnes(kind: ColumnKind): boolean {
  return kind === 'number' || isNamePart(kind);
}

/** Whether an address or login stands there, and no answer to a question. */
function isAddressed(cells: readonly Cell[]): boolean {
  return cells.some(({ text }) => isLogin(text, '') || text.includes('@'));
}

/** The name's columns. */
export function isNamePart(kind: ColumnKind): boolean {
  return kind === 'fullName' || kind === 'family' || kind === 'middle' || kind === 'given';
}

/** Cells as one value on one line; a number that is a phone gets back the zero that the program took. */
function joined(cells: readonly Cell[], phone = false): Placed | null {
  const [first] = cells;
  if (!first) return null;
  const texts = cells.map(({ text, kind }) =>
    phone && kind === 'number' ? withZero(text) : text.replaceAll('\n', ' '),
  );
  return { text: texts.join(' '), where: first.where };
}

/** Numbers here have ten or eleven digits with the leading zero (Thông tư 22/2014/TT-BTTTT). */
export function withZero(number: string): string {
  return /^[1-9]\d{8,9}$/.test(number) ? `0${number}` : number;
}
