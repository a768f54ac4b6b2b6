import type { PlannedRequest } from './apply/plan.ts';
import type { Finding } from './model/finding.ts';
import type { Form, Reading } from './model/form.ts';

/** A request that staff are to look at as a whole, because no row of its letter can be judged. */
export const unjudged = (reading: Reading, findings: readonly Finding[]): PlannedRequest => ({
  outcome: 'review',
  form: formKnown(reading, findings),
  findings,
  items: [],
});

const formKnown = ({ forms: [first], problems }: Reading, findings: readonly Finding[]): Form => {
  // Nothing is repeated of a file that is not to be read further; staff are told which it is.
  const secret = problems.find(({ code }) => code === 'secrecy-mark');
  if (first && !secret) return { ...first, rows: [], skipped: [] };
  const isScan = findings.some(({ code }) => code === 'form-scanned');
  const file = secret ?? (isScan ? problems.find(({ code }) => code === 'form-scanned') : undefined);
  return {
    source: file?.source ?? (isScan ? 'pdf-scan' : 'body'),
    attachment: file?.attachment || null,
    ...{ unit: null, requester: null, position: null, phone: null, content: null },
    ...{ rows: [], skipped: [] },
  };
};
