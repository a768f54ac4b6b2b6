import type { Outcome, RequestOutcome } from './request.ts';

/** One outcome for a form from those of its rows. */
export function outcomeOfRows(rows: readonly Outcome[]): RequestOutcome {
  if (rows.includes('applied'))
    return rows.every((outcome) => outcome === 'applied') ? 'applied' : 'partly-applied';
  return rows.includes('review') ? 'review' : 'rejected';
}

/** Whether a form waits for staff as a whole, because no row of it could be taken. */
export const waitsWhole = (request: { outcome: RequestOutcome; items: readonly unknown[] }): boolean =>
  request.outcome === 'review' && request.items.length === 0;

/** One outcome for a letter from those of its forms. */
export function outcomeOfRequests(requests: readonly RequestOutcome[]): RequestOutcome {
  const [first] = requests;
  if (first !== undefined && requests.every((outcome) => outcome === first)) return first;
  if (requests.some((outcome) => outcome === 'applied' || outcome === 'partly-applied'))
    return 'partly-applied';
  return requests.includes('review') ? 'review' : 'rejected';
}
