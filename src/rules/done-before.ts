import type { DoneRow } from '../model/request.ts';
import { readMark } from '../text/done-mark.ts';
import { doneBefore, markedDone } from './findings.ts';
import type { Rule } from './rule.ts';

/**
 * The same row of the same unit was done in the last 24 hours, or a returned form says that the row is done: it is answered
 * with that, and not done twice.
 */
export const doneBeforeRule: Rule = {
  id: 'done-before',
  clause: null,
  governs: 'all',
  check({ facts, item }) {
    if (facts.doneBefore !== null) return [doneBefore(argsOf(facts.doneBefore))];
    const mark = readMark(item.row.result?.text ?? '');
    return mark.isDone ? [markedDone({ number: mark.number ?? '' })] : [];
  },
};

const argsOf = ({ number, at, action, address, newAddress }: DoneRow) => ({
  ...{ number, action },
  time: at.toISOString(),
  address: address ?? '',
  newAddress: newAddress ?? '',
});
