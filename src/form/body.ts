import type { Form } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { isActionPhrase, isNameLike } from './aside.ts';
import { assemble } from './assemble.ts';
import { htmlLines } from './body-html.ts';
import { type BodyCell, type BodyLine, plainLines } from './body-lines.ts';
import { fieldKind } from './fields.ts';
import { type Cell, excessIn, type Grid, type Line } from './grid.ts';
import { linesInUnicode } from './legacy.ts';
import { isTitle } from './letterhead.ts';
import { hasStrayCells } from './stray.ts';
import { tidy } from './words.ts';

/** A longer letter is no request form. */
const mostLines = 3000;
/** Words outside tables stand in no table's column: they are never rows. */
const outside = 10_000;

/**
 * The form that is written in a letter itself: a table or a numbered list with the form's own labels or title, or
 * with words that ask for it. Only the sender's own words count. What earlier letters and forwarded ones say is
 * somebody else's word, or was said at another time; and a letter that merely speaks of a request, of one that is
 * done, or takes one back, is no form. In doubt there is none: the office is then sent the blank one.
 */
export function readBody({ plain, html }: { plain: string | null; html: string | null }): Form[] {
  const lines = html !== null ? htmlLines(html) : plain !== null ? plainLines(plain) : null;
  if (!lines || lines.length > mostLines || lines.some((line, index) => isUneven(line, lines[index - 1])))
    return [];
  const { lines: read, was } = linesInUnicode(lines);
  const listed = withLists(read);
  if (!listed) return [];
  const grid = gridOf(listed);
  if (excessIn([grid]) || hasStrayCells(grid, isOutside)) return [];
  const assembled = assemble([grid], 'body', null);
  if (assembled.secret) return [];
  const [form, more] = assembled.forms;
  if (!form || more || !isMeant(form, grid)) return [];
  const unit = isLettered(grid) ? form.unit : labelledUnit(form, grid);
  return [{ ...form, unit, ...(was.length > 0 && { convertedFrom: was }) }];
}

const item = /^\(?(\d{1,3})\s*[.)/-]\s*(.+)$|^[-+*•–]\s+(.+)$/su;
const heading = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị'];

/**
 * Turns lines such as `1. Trần Văn Nam - Sở Nội vụ - Cấp mới hộp thư` into rows of a table. Null where some items of
 * such a list are no person with a wish: the list is then something else, or not understood.
 */
function withLists(lines: readonly BodyLine[]): BodyLine[] | null {
  const made: BodyLine[] = [];
  let table = 1000;
  let open: BodyLine | null = null;
  let others = 0;
  for (const line of lines) {
    const [only] = line.cells;
    const isText = line.table === null && only !== undefined;
    const match = isText ? item.exec(only.text) : null;
    const cells = match && only ? itemCells(match, only.struck) : null;
    if (match && !cells) others += 1;
    if (cells) {
      if (!open) {
        table += 1;
        made.push({ ...line, table, cells: heading.map((text, index) => cellOf(text, index + 1, false)) });
      }
      open = { ...line, table, cells };
      made.push(open);
    } else if (open && line.follows && isText && !match && !isClosing(only.text)) {
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
      made.push(line);
    }
  }
  return table > 1000 && others > 0 ? null : made;
}

/** Rows of a table with more columns than the row before, as a cell too many makes them. */
function isUneven(line: BodyLine, above: BodyLine | undefined): boolean {
  return line.table !== null && line.table === above?.table && line.width > above.width;
}

function cellOf(text: string, column: number, struck: boolean): BodyCell {
  return { text, column, lastColumn: column, rows: 1, struck };
}

/** STT, name, unit and wish of an item; null where it is not just that. */
function itemCells([, number, numbered, dashed]: RegExpExecArray, struck: boolean): BodyCell[] | null {
  const words = numbered ?? dashed ?? '';
  const parts = [/\s+[-–—]+\s+/u, /\s*[;|\t]\s*/u, /\s*:\s+/u, /\s*,\s+/u]
    .map((between) => words.split(between).map((part) => part.trim()))
    .find((some) => some.length > 1 && some.every((part) => part !== ''));
  const [name, ...rest] = parts ?? [];
  const wish = rest.pop();
  if (name === undefined || wish === undefined || !isNameLike(name) || !isActionPhrase(wish)) return null;
  if (rest.some((part) => isActionPhrase(part))) return null;
  const cells = [cellOf(name, 2, struck), cellOf(rest.join(', '), 3, struck), cellOf(wish, 4, struck)];
  return [
    ...(number === undefined ? [] : [cellOf(number, 1, struck)]),
    ...cells.filter(({ text }) => text !== ''),
  ];
}

const closing =
  /^(?:(?:xin |tran trong |chan thanh )*cam on|tran trong|kinh (?:thu|chao|de nghi|mong)|rat mong|noi nhan|(?:pho )?chanh van phong|nguoi lap)\b/;

function isClosing(text: string): boolean {
  return closing.test(fold(text)) || labelOf(text) !== null;
}

function labelOf(text: string): string | null {
  const [, label] = /^([^:：]{2,60})[:：]/u.exec(text) ?? [];
  return label === undefined ? null : fieldKind(label);
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
    if (cells.length > 0) laid.push({ row, cells, unseen: line.hidden ? 'hidden' : null });
  }
  return { lines: laid, place: (at) => places.get(at) ?? 'thư' };
}

const asks = /\b(?:de nghi|yeu cau|kinh nho|nho|xin|mong|dang ky)\b/;
/** Words that take a list back, tell of one, or put it off. */
const unmeant =
  /\b(?:da (?:duoc |hoan thanh |tung )?(?:xu ly|giai quyet|cap|thuc hien|huy|gui|nhan|lam|doi|tao|khoa|mo)|vua (?:gui|cap|nhan)|vi du|tham khao|minh hoa|truoc day|lan truoc|hom truoc|khong (?:de nghi|yeu cau|thuc hien|xu ly|cap|huy|can|phai|nen|duoc)|khong con|dung (?:cap|huy|thuc hien|xu ly|lam)|chua (?:can|thuc hien|xu ly|cap|huy|lam)|(?:tam )?(?:dung|hoan) (?:viec|xu ly|thuc hien|yeu cau|cap|huy)|(?:huy|rut|thu hoi|bo qua) (?:bo )?(?:phieu|yeu cau|de nghi|danh sach|thu)|du kien|khi nao|co phai|the nao|bao gio|du thao)\b/;

/** Whether the words around the list ask for it, and none of them speaks against it. */
function isMeant(form: Form, grid: Grid): boolean {
  const around = grid.lines.filter(isOutside);
  const texts = around.flatMap(({ cells }) => cells.map(({ text }) => text));
  const labelled = texts.filter((text) => labelOf(text) !== null);
  const free = texts.filter((text) => labelOf(text) === null && !isTitle(text)).map((text) => fold(text));
  if (free.some((text) => unmeant.test(text)) || texts.some((text) => text.includes('?'))) return false;
  const titled = grid.lines.some(({ cells }) => cells.some(({ text }) => isTitle(text)));
  const known = [form.requester, form.position, form.phone, form.content].filter((it) => it !== null).length;
  if (form.rows.length === 0) return titled && form.content !== null && form.requester !== null;
  return titled || known > 1 || labelled.length > 1 || free.some((text) => asks.test(text));
}

function isOutside({ cells }: Line): boolean {
  return cells.every(({ column }) => column > outside);
}

/** Has a letterhead or a title, so that its first lines may name the unit. */
function isLettered({ lines }: Grid): boolean {
  return lines.some(({ cells }) =>
    cells.some(({ text }) => isTitle(text) || fold(text).includes('cong hoa xa hoi chu nghia')),
  );
}

/** Without a letterhead only a label says which unit it is: a sentence may begin with a unit's name, too. */
function labelledUnit({ unit }: Form, { lines }: Grid): Form['unit'] {
  const line = lines.find(({ cells }) =>
    cells.some(({ where, text }) => where === unit?.where && labelOf(text) !== null),
  );
  return line ? unit : null;
}
