import type { FormRow, Placed } from '../model/form.ts';
import { actionsIn, asideOf, isListing, isWishGroup, type WishGroup } from './aside.ts';

/** A sheet's name as a group's title, where it asks for something by itself: `Cấp lại MK`, `2. Hủy bỏ`. */
export function groupOfName(sheet: string): WishGroup | null {
  const aside = asideOf(sheet, true);
  if (!isWishGroup(aside)) return null;
  // A sheet called "Nghỉ hưu" may only say who is on it, and "Hủy (2)" is what programs call a copy of "Hủy".
  return isListing(aside.wish) || /\(\d+\)$/.test(sheet) ? { ...aside, listed: sheet } : aside;
}

const namePlace = 'tên trang tính ';

/** Where a sheet's name stands. */
export function placeOfName(sheet: string): string {
  return `${namePlace}"${sheet}"`;
}

/** The words with which people are to lose their mailbox, or its use. */
const taking = /^(?:huy|thu hoi|xoa|ngung|nghi|thoi|tam khoa|khoa)\b/;

/**
 * The rows whose wish is their sheet's name, beside the content of the form to which they belong. Content that asks for the same, or for
 * nothing, says nothing against it. Where it asks for something else, a name is often of an earlier use of the file: of the form's own people
 * (`isOwn`) the content decides, unless one takes away what the other gives; others are asked about.
 */
export function besideContent(rows: readonly FormRow[], content: Placed | null, isOwn: boolean): FormRow[] {
  const asked = actionsIn(content?.text ?? '');
  const takes = (action: string): boolean => taking.test(action);
  return rows.map((row) => {
    const { wish } = row;
    if (!wish?.where.startsWith(namePlace)) return row;
    const named = actionsIn(wish.text);
    const isSame = named.some((action) => asked.some((other) => other.startsWith(action)));
    if (asked.length === 0 || isSame) return row;
    if (isOwn && named.some(takes) === asked.some(takes)) return { ...row, wish: null };
    return { ...row, caution: row.caution ?? wish };
  });
}
