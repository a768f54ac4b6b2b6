import { distance } from '../text/distance.ts';
import { fold } from '../text/fold.ts';
import type { Grid, Line } from './grid.ts';
import { columnKind } from './headings.ts';

/** Headings of the regulation's form and the further ones that offices add: a slip of recognition hides them. */
const headings = [
  'STT',
  'Họ và tên',
  'Đơn vị công tác',
  'Đơn vị',
  'Chức vụ',
  'Điện thoại',
  'Số điện thoại',
  'Nội dung đề nghị',
  'Ghi chú',
  'Địa chỉ thư điện tử',
  'Hộp thư',
] as const;

/** In parts of the heading: as many letters may be others. */
const slips = 0.4;

/** Reads the headings of a recognised table as those that they nearly are. */
export function withMendedHeadings(grid: Grid): Grid {
  return { ...grid, lines: grid.lines.map(mended) };
}

function mended(line: Line): Line {
  const known = line.cells.filter(({ text }) => columnKind(text) !== null).length;
  // Two columns that are known tell that the others are headings, too.
  if (known < 2 || line.cells.some(({ text }) => /^\d+$/.test(text))) return line;
  const cells = line.cells.map((cell) => ({ ...cell, text: headingNear(cell.text) ?? cell.text }));
  return { ...line, cells };
}

function headingNear(text: string): string | null {
  if (columnKind(text) !== null) return null;
  const words = fold(text).replaceAll(' ', '');
  const near = headings
    .map((heading) => {
      const wanted = fold(heading).replaceAll(' ', '');
      // The wish's heading goes on: its beginning tells it.
      const head = words.slice(0, Math.max(wanted.length, Math.min(words.length, wanted.length + 2)));
      return { heading, off: distance(wanted, head) / wanted.length };
    })
    .toSorted((a, b) => a.off - b.off)[0];
  return near && near.off <= slips ? near.heading : null;
}
