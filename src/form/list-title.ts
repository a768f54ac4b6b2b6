import { fold } from '../text/fold.ts';
import { asideOf, heldBelow, isWishGroup, type WishGroup } from './aside.ts';
import type { Cell, Line } from './grid.ts';

/** `isNext`: it stands in the line straight above the heading. */
type ListTitle = { aside: WishGroup; cell: Cell; isNext: boolean };

/** The title of a table that says what is asked: the line before its heading, or the list's own title further up, above the form's fields. */
export function titleAbove(lines: readonly Line[]): ListTitle | null {
  for (const [at, { cells, unseen }] of [...lines.entries()].reverse()) {
    const isNext = at === lines.length - 1;
    for (const cell of cells) {
      if (unseen || isVoid(cell) || /:\s*\S/.test(cell.text)) continue;
      const said = isNext ? cell.text : listTitle(cell, lines[at - 1]);
      const aside = said === null || (isNext && cells.length > 1) ? null : asideOf(said, true);
      if (isWishGroup(aside)) return { aside, cell, isNext };
    }
  }
  return null;
}

/** The words of a list's title, without the form's name before it and its remark after it; null for other words. A number is one of a year or a paper. */
function listTitle({ text }: Cell, above: Line | undefined): string | null {
  const title = text
    .replaceAll('\n', ' ')
    .replace(/\(.*$/s, '')
    .replace(/^phiếu\s+|^danh s[aá]ch\s+(?=(?:đề nghị|de nghi|yêu cầu|yeu cau|đăng ký|dang ky)\s)/iu, '')
    .trim();
  const isSecond = above?.cells.some((cell) => fold(cell.text) === 'danh sach') ?? false;
  const isTitle =
    /^(?:danh sach|phieu) ./.test(fold(text)) || (isSecond && fold(title).startsWith('de nghi '));
  return isTitle && !/\d/.test(title) && heldBelow(title) === null ? title : null;
}

/** Whether the words of a title or a group are taken back, or not surely seen. */
export function isVoid({ struck, unsure }: Cell): boolean {
  return struck || unsure === true;
}
