import type { Grid } from './grid.ts';

const boxes = /[☐□☑☒■]/gu;
const checked = /[☑☒■]/u;
/** Boxes that are typed: `[x]`, `( )`. */
const typed = /\[\s*\]|\(\s+\)|(?:\[\s*[xv✓✔√]\s*\]|\(\s*[xv✓✔√]\s*\))/giu;

/** Grids in which words with boxes to tick are only those that are ticked, as `ticksIn` has them. */
export function withChoices(grids: readonly Grid[]): Grid[] {
  return grids.map((grid) => ({
    ...grid,
    lines: grid.lines.flatMap((line) => {
      const cells = line.cells.flatMap((cell) => {
        const text = ticksIn(cell.text);
        return text === cell.text ? [cell] : text === '' ? [] : [{ ...cell, text }];
      });
      return cells.length > 0 || line.beside ? [{ ...line, cells }] : [];
    }),
  }));
}

/**
 * Words with boxes to tick, `☒ Cấp mới ☐ Hủy bỏ` or `[x] Cấp mới [ ] Hủy bỏ`: only what is ticked, parted by `; `. Where it cannot be said
 * whether a box stands before its words or behind them, all stays as it is; so does a lone `(x)` behind words, which may be a mark.
 */
export function ticksIn(written: string): string {
  const text = written.replace(typed, (box) => (/^.\s*.$/su.test(box) ? '☐' : '☒'));
  const count = text.match(boxes)?.length ?? 0;
  if (count === 0) return written;
  if ([...text].length < 2) return text;
  const lead = /^[^☐□☑☒■]*:\s*(?=[☐□☑☒■])/u.exec(text)?.[0] ?? '';
  const parts = text
    .slice(lead.length)
    .split(/([☐□☑☒■])/u)
    .map((part) => part.replace(/^[\s,;./]+|[\s,;/]+$/gu, ''));
  const before = parts[0] === '';
  const behind = parts.at(-1) === '';
  if (before === behind || (behind && count === 1 && text !== written)) return written;
  const chosen = parts.flatMap((mark, at) =>
    at % 2 === 1 && checked.test(mark) ? (parts[at + (before ? 1 : -1)] ?? '') : [],
  );
  return `${lead}${chosen.filter((words) => words !== '').join('; ')}`.trim();
}
