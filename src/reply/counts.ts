import type { Outcome, SettledRequest } from '../model/request.ts';
import { numberDone } from './rows.ts';

/** How many rows of a letter's forms came to which end. `before`: refused because they are done already. */
type Counts = {
  total: number;
  applied: number;
  rejected: number;
  review: number;
  before: number;
  /** The one earlier request that did all that is done already; null where it is not one. */
  doneIn: string | null;
};

export function countRows(requests: readonly SettledRequest[]): Counts {
  const items = requests.flatMap((request) => request.items);
  const of = (outcome: Outcome) => items.filter((item) => item.outcome === outcome).length;
  const numbers = items.map(numberDone).filter((number) => number !== null);
  const [number = '', ...others] = new Set(numbers);
  const before = numbers.length;
  return {
    ...{ total: items.length, applied: of('applied'), rejected: of('rejected') - before, before },
    review: of('review'),
    doneIn: others.length === 0 && number !== '' ? number : null,
  };
}

/** The counts as a chief reads them at a glance: `Đã thực hiện 3/6 nội dung, 2 không thực hiện, 1 chờ xem xét`. */
export function countsInShort(counts: Counts): string {
  const { total, applied, rejected, review, before } = counts;
  if (before === total) return doneInShort(counts);
  if (review === total) return 'Đang chờ xem xét';
  if (rejected === total)
    return total === 1 ? 'Không thực hiện' : `Không thực hiện ${total}/${total} nội dung`;
  const parts = [applied ? `Đã thực hiện ${applied}/${total} nội dung` : ''];
  if (rejected) parts.push(`${rejected} không thực hiện`);
  if (review) parts.push(`${review} chờ xem xét`);
  if (before) parts.push(`${before} không phải thực hiện lại`);
  const text = parts.filter(Boolean).join(', ');
  return applied ? text : `Chưa thực hiện: ${text}`;
}

const doneInShort = ({ doneIn }: Counts): string =>
  `Đã thực hiện từ trước${doneIn === null ? '' : ` theo phiếu ${doneIn}`}`;

/** The counts as the first sentence of the letter. */
export function countsInFull(counts: Counts): string {
  const { total, applied, rejected, review, before } = counts;
  if (before === total) return `${doneInShort(counts)}, nên không thực hiện lần nữa.`;
  if (rejected === total) return `Không thực hiện ${total} nội dung, vì lý do nêu dưới đây.`;
  const parts = [applied === 0 ? 'Chưa thực hiện nội dung nào' : `Đã thực hiện ${applied}/${total} nội dung`];
  if (rejected) parts.push(`${rejected} nội dung không thực hiện`);
  if (review) parts.push(`${review} nội dung đang chờ cán bộ Trung tâm xem xét`);
  if (before) parts.push(`${before} nội dung đã thực hiện rồi, không thực hiện lần nữa`);
  return `${parts.join('; ')}.`;
}
