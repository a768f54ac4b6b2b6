import type { Unit } from '../model/request.ts';
import { passedOn, unitNotInScope } from './findings.ts';
import type { Rule, Subject } from './rule.ts';

/** Whether the row's unit is the asking unit or stands under it. */
export const inScope = ({ unit, facts, asking }: Subject): boolean =>
  unit !== null && [unit, ...facts.lineage].some(({ id }) => id === asking.id);

/** Whether a unit is one of those that ask for themselves and for the units under them (Điều 5 khoản 1). */
export const mayAsk = ({ kind }: Unit): boolean => kind === 'department' || kind === 'district';

/**
 * A unit asks for itself and the units under it. Sở TTTT receives other units' requests and passes them on (Điều 5
 * khoản 2): those wait for staff, for the unit's own word has not been proven. In a transfer the row may name the
 * unit of either end, so that staff must look at it in any case.
 */
export const scopeRule: Rule = {
  id: 'scope',
  clause: 'Điều 5 khoản 1',
  governs: ['create', 'rename', 'reset-password', 'update', 'cancel', 'restore', 'unlock', 'lock', 'unclear'],
  check(subject) {
    const { unit, asking, house, facts } = subject;
    if (unit === null || inScope(subject)) return [];
    if (asking.mailbox === house.copyAddress) return [passedOn({ unit: unit.name, asking: asking.name })];
    const manager = [unit, ...facts.lineage].find(mayAsk)?.name ?? '';
    return [unitNotInScope({ unit: unit.name, asking: asking.name, manager })];
  },
};
