import { columnKind } from './headings.ts';
import { isBelowHeading, isHeading, isNear, isOfPeople } from './pdf-heads.ts';
import type { PageWords } from './pdf-page.ts';
import { cellWords } from './pdf-words.ts';

/** Whether pages are plainly parts of one sheet: they name the same person beside other columns, or one has headings alone. */
export function isTornApart(pages: readonly PageWords[]): boolean {
  const rows = pages.map(rowsOf);
  const headed = rows.map((own) =>
    own.flatMap((row, at) =>
      row.texts.map(columnKind).some(isOfPeople)
        ? [{ ...row, below: own[at + 1]?.texts ?? [], next: own[at + 1]?.middle ?? null }]
        : [],
    ),
  );
  const heads = headed.map((own) => own.filter(({ texts }) => isHeading(texts)));
  const isRepeated = heads.some((own, page) =>
    heads.slice(page + 1).some((others) => own.some((one) => others.some((other) => isHalf(one, other)))),
  );
  return (
    isRepeated ||
    rows.some((own, page) => {
      const others = headed.filter((_, index) => index !== page).flat();
      return heads[page]?.length === 0 && own.some((row, at) => isRestOf(others, row, own[at + 1]));
    })
  );
}

/** Whether words of these pages stand at the height of a table's heading on those: they may be the heading of more columns. */
export function isBesideHeading(these: readonly PageWords[], those: readonly PageWords[]): boolean {
  const heads = those.flatMap(rowsOf).filter(({ texts }) => isHeading(texts));
  return these.flatMap(rowsOf).some((row) => heads.some(({ middle }) => isNear(middle, row.middle)));
}

type Row = { texts: readonly string[]; middle: number };
type Head = Row & { below: readonly string[]; next: number | null };

/** What stands side by side in a page's tables, and outside them. */
function rowsOf({ tables, lines }: PageWords): Row[] {
  const drawn = tables.flatMap(({ cells }) => [...Map.groupBy(cells, ({ cell }) => cell.row).values()]);
  return [
    ...drawn.map((row) => ({
      texts: row.map(({ pieces }) => cellWords(pieces)?.text ?? '').filter((text) => text !== ''),
      middle: row.flatMap(({ pieces }) => pieces)[0]?.middle ?? 0,
    })),
    ...lines.map((line) => ({ texts: line.map(({ text }) => text), middle: line[0]?.middle ?? 0 })),
  ];
}

const isOfNames = (text: string): boolean => {
  const kind = columnKind(text);
  return kind !== 'number' && isOfPeople(kind);
};

function isHalf(one: Head, other: Head): boolean {
  const begins = (own: readonly string[], others: readonly string[]): boolean =>
    own.length > 1 && own[0] === others[0] && own[1] === others[1];
  return (
    begins(one.texts, other.texts) &&
    begins(one.below, other.below) &&
    one.texts.join('|') !== other.texts.join('|')
  );
}

/** A row of headings at the height of another page's heading, and a row below it at the height of that table's first: one of both names people. */
function isRestOf(heads: readonly Head[], { texts: all, middle }: Row, below: Row | undefined): boolean {
  const isLevel = heads.some(
    (head) =>
      isNear(head.middle, middle) &&
      [...head.texts, ...all].some(isOfNames) &&
      head.texts.join('|') !== all.join('|') &&
      (head.next === null || (below !== undefined && isNear(head.next, below.middle))),
  );
  // A page's header stands once on each of the pages that were laid side by side.
  const texts = [...new Set(all)].filter((text) => columnKind(text) !== 'number');
  const kinds = texts.map(columnKind);
  const known = kinds.filter((kind) => kind !== null).length;
  // A lone wish is the title of a group.
  const isHeads = texts.length > 1 ? known * 2 >= texts.length : !kinds.includes('tick');
  return isLevel && isHeads && known > 0 && !isBelowHeading(texts);
}
