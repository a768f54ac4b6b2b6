import type { Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { announcedWish, isActionPhrase, isNameLike } from './aside.ts';
import { labelOf } from './body-meant.ts';
import { type Cell, type Grid, type Line, outside } from './grid.ts';
import { isLogin } from './login.ts';

const numbered = /^\(?(\d{1,3})\s*[.)/-]\s*(.+)$|^[-+*•–]\s+(.+)$/su;
const heading = ['STT', 'Họ và tên', 'Đơn vị công tác', 'Nội dung đề nghị'];
/** Of a list whose one wish stands in the sentence before it. */
const headingOfPeople = heading.slice(0, 3);

/** Letters of an item, of the sentence before it or of its end: whatever is longer is none of these. */
const longest = 1000;

/**
 * Turns lines outside tables such as `1. Trần Văn Nam - Sở Nội vụ - Cấp mới hộp thư` into rows of a table. Null where some items of
 * such a list are no person with a wish, nor people for whom the sentence before it asks: the list is then something else, or not
 * understood. What stands straight below an item is the end of it where `lines` are broken, as those of a letter are, and may be
 * something else. A paragraph of Word is whole: it is set beside the item. Either is heard as words around the list, too.
 */
export function withLists(grid: Grid, lines: 'broken' | 'whole'): Grid | null {
  const made: Line[] = [];
  const words: Placed[] = [];
  let isOpen = false;
  let item: number | null = null;
  let isAnnounced = false;
  let isListed = false;
  let count = 0;
  let others = 0;
  let last = 0;
  for (const line of grid.lines) {
    const written = textOf(line);
    const only = written && written.text.length <= longest ? written : null;
    const match = written ? numbered.exec(line.mark ? `${line.mark} ${written.text}` : written.text) : null;
    if (!isOpen) count = 0;
    const cells =
      match && only ? (isAnnounced ? personCells(match, only, count + 1) : itemCells(match, only)) : null;
    count += 1;
    if (match && !cells) others += 1;
    const above: Line | undefined = item === null || line.row !== last + 1 ? undefined : made[item];
    const isMore = only && !match && !isAnnounced && !isClosing(only.text) && !announcedWish(only.text);
    last = line.row;
    if (cells && only) {
      if (!isOpen) {
        isListed = true;
        const titles = isAnnounced ? headingOfPeople : heading;
        const row = line.row - 0.5;
        made.push({ row, cells: cellsOf(titles, { ...only, row, struck: false }), unseen: null });
      }
      isOpen = true;
      item = made.push({ ...line, cells }) - 1;
    } else if (lines === 'broken' && item !== null && above && isMore && isSeen(line) && isSeen(above)) {
      made[item] = joined(above, only.text);
      words.push({ text: only.text, where: only.where });
    } else {
      if (item !== null && above && isMore && isSeen(line)) {
        made[item] = besides(above, line, only);
        if (namesLogin(only.text)) others += 1;
      } else item = null;
      isOpen = false;
      isAnnounced = only !== null && announcedWish(only.text) !== null;
      made.push(line);
    }
  }
  const said = [...(grid.words ?? []), ...words];
  return isListed && others > 0 ? null : { ...grid, lines: made, ...(said.length > 0 && { words: said }) };
}

/** Whether words name an address or a login: what is to become of it only the wish itself says. */
function namesLogin(text: string): boolean {
  return (
    /\b(?:ten (?:dang nhap|truy cap)|user(?: ?name)?|login)\b/.test(fold(text)) ||
    text.split(/[\s:;,()“”"]+/).some((word) => isLogin(word, ''))
  );
}

/** Whether people see a line, and no part of it is struck out. */
const isSeen = ({ unseen, cells }: Line): boolean => unseen === null && cells.every(({ struck }) => !struck);

/** An item that goes on in the next line: its wish is not whole without it. */
function joined(row: Line, text: string): Line {
  const wish = row.cells.at(-1);
  return wish
    ? { ...row, cells: [...row.cells.slice(0, -1), { ...wish, text: `${wish.text} ${text}` }] }
    : row;
}

/** An item with the paragraph below it, which may say when it is to be done, or whose it is, and with what hangs on that. */
function besides(row: Line, { beside = [], noted = [], crossed }: Line, { text, where }: Cell): Line {
  const said = [...(row.beside ?? []), { text, where }, ...beside, ...noted];
  return { ...row, beside: said, ...(crossed && { crossed }) };
}

/** The words of a line outside tables; null for any other line. */
function textOf({ cells: [only, more] }: Line): Cell | null {
  return only && !more && only.column > outside ? only : null;
}

/** STT, name, unit and wish of an item; null where it is not just that. */
function itemCells(match: RegExpExecArray, line: Cell): Cell[] | null {
  const [name, ...rest] = partsOf(match) ?? [];
  const wish = rest.pop();
  if (name === undefined || wish === undefined || !isNameLike(name) || !isActionPhrase(wish)) return null;
  if (rest.some((part) => isActionPhrase(part))) return null;
  return cellsOf([match[1] ?? '', name, rest.join(', '), wish], line);
}

/** STT, counted where it is missing, name and unit of an item; null where it is not just that, or asks for something itself. */
function personCells(match: RegExpExecArray, line: Cell, count: number): Cell[] | null {
  const [name = '', ...rest] = partsOf(match) ?? [wordsOf(match)];
  if (!isNameLike(name) || rest.some((part) => isActionPhrase(part))) return null;
  return cellsOf([match[1] ?? String(count), name, rest.join(', ')], line);
}

const wordsOf = ([, , counted, dashed]: RegExpExecArray): string => counted ?? dashed ?? '';

function partsOf(match: RegExpExecArray): string[] | undefined {
  return [/\s+[-–—]+\s+/u, /\s*[;|\t]\s*/u, /\s*:\s+/u, /\s*,\s+/u]
    .map((between) =>
      wordsOf(match)
        .split(between)
        .map((part) => part.trim()),
    )
    .find((some) => some.length > 1 && some.every((part) => part !== ''));
}

/** Cells of a table's first columns, where words of theirs stand in the line. */
function cellsOf(texts: readonly string[], line: Cell): Cell[] {
  return texts.flatMap((text, index) =>
    text === '' ? [] : [{ ...line, text, column: index + 1, lastColumn: index + 1, lastRow: line.row }],
  );
}

const closing =
  /^(?:(?:xin |tran trong |chan thanh )*cam on|tran trong|kinh (?:thu|chao|de nghi|mong)|rat mong|noi nhan|(?:pho )?chanh van phong|nguoi lap)\b/;

function isClosing(text: string): boolean {
  return closing.test(fold(text)) || labelOf(text) !== null;
}
