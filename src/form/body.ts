import type { Form, FormProblem, FormRow } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { announcedWish, isActionPhrase, isNameLike } from './aside.ts';
import { assemble, isSecret } from './assemble.ts';
import { type BodyCell, type BodyLine, plainLines } from './body-lines.ts';
import { isLettered, isMeant, isOutside, labelledUnit, labelOf, outside } from './body-meant.ts';
import { saidOtherwise } from './body-twin.ts';
import { type Cell, excessIn, type Grid, type Line } from './grid.ts';
import { linesInUnicode } from './legacy.ts';
import type { Parts } from './parts.ts';
import { hasStrayCells } from './stray.ts';
import { readTable } from './table.ts';
import { tidy } from './words.ts';

/** A longer letter is no request form. */
const mostLines = 3000;
/** The words of a letter: its subject, its plain ones as they came, and what its HTML shows, which people see where there is one. */
export type Letter = Pick<Parts, 'subject' | 'plain' | 'lines' | 'isHtml'>;

/**
 * The form that is written in a letter itself: a table or a numbered list with the form's own labels or title, or
 * with words that ask for it. Only the sender's own words count. What earlier letters and forwarded ones say is
 * somebody else's word, or was said at another time; and a letter that merely speaks of a request, of one that is
 * done, or takes one back, is no form. In doubt there is none: the office is then sent the blank one.
 * Where the plain words beside the HTML say something else, or a secrecy mark stands in it, a problem tells it.
 */
export function readBody({ subject, plain, isHtml, ...letter }: Letter): {
  forms: Form[];
  problems: FormProblem[];
} {
  const none = { forms: [], problems: [] };
  const lines = isHtml ? letter.lines : plain !== null && plainLines(plain);
  if (!lines || lines.length > mostLines) return none;
  const { lines: read, was } = linesInUnicode(lines);
  const whole = gridOf(read);
  if (excessIn([whole])) return none;
  if (isSecret(whole, readTable(whole)))
    return {
      forms: [],
      problems: [{ code: 'secrecy-mark', attachment: '', detail: 'in the letter itself' }],
    };
  const listed = withLists(read);
  if (!listed) return none;
  const grid = gridOf(listed);
  if (excessIn([grid]) || hasStrayCells(grid, isOutside)) return none;
  const assembled = assemble([grid], 'body', null);
  const [found, more] = assembled.secret ? [] : assembled.forms;
  if (!found || more || !isMeant(found, grid, subject)) return none;
  if (lines.some((line, index) => isUneven(line, lines[index - 1])) && !found.rows.every(isPlain))
    return none;
  const unit = isLettered(grid) ? found.unit : labelledUnit(found, grid);
  const form = { ...found, unit, ...(was.length > 0 && { convertedFrom: was }) };
  const other = isHtml && plain !== null ? saidOtherwise(plain, form, textsOf(read)) : null;
  if (other === null) return { forms: [form], problems: [] };
  const detail = 'the plain words beside the HTML say something else';
  return {
    forms: [form],
    problems: [{ code: 'forms-disagree', attachment: '', detail, difference: other }],
  };
}

const textsOf = (lines: readonly BodyLine[]): string[] =>
  lines.flatMap(({ cells }) => cells.map(({ text }) => text));

const item = /^\(?(\d{1,3})\s*[.)/-]\s*(.+)$|^[-+*•–]\s+(.+)$/su;
const heading = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị'];
/** Of a list whose one wish stands in the sentence before it. */
const headingOfPeople = heading.slice(0, 3);

/**
 * Turns lines such as `1. Trần Văn Nam - Sở Nội vụ - Cấp mới hộp thư` into rows of a table. Null where some items of
 * such a list are no person with a wish, nor people for whom the sentence before it asks: the list is then something else, or not
 * understood.
 */
function withLists(lines: readonly BodyLine[]): BodyLine[] | null {
  const made: BodyLine[] = [];
  let table = 1000;
  let open: BodyLine | null = null;
  let isAnnounced = false;
  let count = 0;
  let others = 0;
  for (const line of lines) {
    const [only] = line.cells;
    const isText = line.table === null && only !== undefined;
    const match = isText ? item.exec(only.text) : null;
    if (!open) count = 0;
    const cells =
      match && only
        ? isAnnounced
          ? personCells(match, only.struck, count + 1)
          : itemCells(match, only.struck)
        : null;
    count += 1;
    if (match && !cells) others += 1;
    if (cells) {
      if (!open) {
        table += 1;
        const titles = isAnnounced ? headingOfPeople : heading;
        made.push({ ...line, table, cells: titles.map((text, index) => cellOf(text, index + 1, false)) });
      }
      open = { ...line, table, cells };
      made.push(open);
    } else if (open && !isAnnounced && line.follows && isText && !match && !isClosing(only.text)) {
      // An item that goes on in the next line: its wish is not whole without it.
      const wish = open.cells.at(-1);
      const whole: BodyLine = {
        ...open,
        cells: [
          ...open.cells.slice(0, -1),
          ...(wish ? [{ ...wish, text: `${wish.text} ${only.text}` }] : []),
        ],
      };
      made[made.length - 1] = whole;
      open = whole;
    } else {
      open = null;
      isAnnounced = isText && announcedWish(only.text) !== null;
      made.push(line);
    }
  }
  return table > 1000 && others > 0 ? null : made;
}

/** Rows of a table with more columns than the row before, as a cell too many makes them. */
function isUneven(line: BodyLine, above: BodyLine | undefined): boolean {
  return line.table !== null && line.table === above?.table && line.width > above.width;
}

/** A person and a wish, each where its heading says: a blank cell too many beside them moved neither. */
function isPlain({ fullName, wish }: FormRow): boolean {
  return isNameLike(fullName?.text ?? '') && isActionPhrase(wish?.text ?? '');
}

function cellOf(text: string, column: number, struck: boolean): BodyCell {
  return { text, column, lastColumn: column, rows: 1, struck };
}

/** STT, name, unit and wish of an item; null where it is not just that. */
function itemCells(match: RegExpExecArray, struck: boolean): BodyCell[] | null {
  const [name, ...rest] = partsOf(match) ?? [];
  const wish = rest.pop();
  if (name === undefined || wish === undefined || !isNameLike(name) || !isActionPhrase(wish)) return null;
  if (rest.some((part) => isActionPhrase(part))) return null;
  return cellsOf([match[1] ?? '', name, rest.join(', '), wish], struck);
}

/** STT, counted where it is missing, name and unit of an item; null where it is not just that, or asks for something itself. */
function personCells(match: RegExpExecArray, struck: boolean, count: number): BodyCell[] | null {
  const [name = '', ...rest] = partsOf(match) ?? [wordsOf(match)];
  if (!isNameLike(name) || rest.some((part) => isActionPhrase(part))) return null;
  return cellsOf([match[1] ?? String(count), name, rest.join(', ')], struck);
}

const wordsOf = ([, , numbered, dashed]: RegExpExecArray): string => numbered ?? dashed ?? '';

function partsOf(match: RegExpExecArray): string[] | undefined {
  return [/\s+[-–—]+\s+/u, /\s*[;|\t]\s*/u, /\s*:\s+/u, /\s*,\s+/u]
    .map((between) =>
      wordsOf(match)
        .split(between)
        .map((part) => part.trim()),
    )
    .find((some) => some.length > 1 && some.every((part) => part !== ''));
}

function cellsOf(texts: readonly string[], struck: boolean): BodyCell[] {
  return texts.map((text, index) => cellOf(text, index + 1, struck)).filter(({ text }) => text !== '');
}

const closing =
  /^(?:(?:xin |tran trong |chan thanh )*cam on|tran trong|kinh (?:thu|chao|de nghi|mong)|rat mong|noi nhan|(?:pho )?chanh van phong|nguoi lap)\b/;

function isClosing(text: string): boolean {
  return closing.test(fold(text)) || labelOf(text) !== null;
}

function gridOf(lines: readonly BodyLine[]): Grid {
  const places = new Map<number, string>();
  const laid: Line[] = [];
  let row = 0;
  let last: number | null = null;
  for (const line of lines) {
    row += line.table === last ? 1 : 2;
    last = line.table;
    const where = `thư, ${line.where}`;
    places.set(row, where);
    const shift = line.table === null ? outside : 0;
    const cells = line.cells.flatMap((cell): Cell[] => {
      const text = tidy(cell.text);
      const { column, lastColumn, rows, struck } = cell;
      const place = { row, lastRow: row + rows - 1, column: column + shift, lastColumn: lastColumn + shift };
      return text === '' ? [] : [{ text, kind: 'text', struck, where, ...place }];
    });
    if (cells.length > 0) laid.push({ row, cells, unseen: line.unseen });
  }
  return { lines: laid, place: (at) => places.get(at) ?? 'thư' };
}
