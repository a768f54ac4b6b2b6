import type { Outcome, SettledRequest } from '../model/request.ts';

/** How many rows of a letter's forms came to which end. */
type Counts = { total: number; applied: number; rejected: number; review: number };

export function countRows(requests: readonly SettledRequest[]): Counts {
  const outcomes = requests.flatMap((request) => request.items.map((item) => item.outcome));
  const of = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
  return { total: outcomes.length, applied: of('applied'), rejected: of('rejected'), review: of('review') };
}

/** The counts as a chief reads them at a glance: `Đã thực hiện 3/6 nội dung, 2 không thực hiện, 1 chờ xem xét`. */
export function countsInShort({ total, applied, rejected, review }: Counts): string {
  if (applied === 0 && rejected === 0) return 'Đang chờ xem xét';
  if (applied === 0 && review === 0)
    return total === 1 ? 'Không thực hiện' : `Không thực hiện ${rejected}/${total} nội dung`;
  const parts = [applied ? `Đã thực hiện ${applied}/${total} nội dung` : ''];
  if (rejected) parts.push(`${rejected} không thực hiện`);
  if (review) parts.push(`${review} chờ xem xét`);
  const text = parts.filter(Boolean).join(', ');
  return applied ? text : `Chưa thực hiện: ${text}`;
}

/** The counts as the first sentence of the letter. */
export function countsInFull({ total, applied, rejected, review }: Counts): string {
  if (rejected === total) return `Không thực hiện ${total} nội dung, vì lý do nêu dưới đây.`;
  const parts = [applied === 0 ? 'Chưa thực hiện nội dung nào' : `Đã thực hiện ${applied}/${total} nội dung`];
  if (rejected) parts.push(`${rejected} nội dung không thực hiện`);
  if (review) parts.push(`${review} nội dung đang chờ cán bộ Trung tâm xem xét`);
  return `${parts.join('; ')}.`;
}
