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
  const isScan = findings.some(({ code }) => code === 'form-scanned');
  const blank: Form = {
    source: isScan ? 'pdf-scan' : 'body',
    attachment: isScan ? (problems.find(({ code }) => code === 'form-scanned')?.attachment ?? null) : null,
    ...{ unit: null, requester: null, position: null, phone: null, content: null },
    ...{ rows: [], skipped: [] },
  };
  // Nothing is repeated of a letter that is not to be read further.
  const isSecret = problems.some(({ code }) => code === 'secrecy-mark');
  return first && !isSecret ? { ...first, rows: [], skipped: [] } : blank;
};
