import type { Unit } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { unitAmbiguous, unitBlank, unitUnknown } from './findings.ts';
import type { Rule } from './rule.ts';

/**
 * The unit must be one of the registry, which holds the bodies of Điều 7. No kind of unit is turned away: the last
 * line of Điều 7 names "other bodies of the province such as…", so what the centre registered as `other` is among them.
 */
export const unitRule: Rule = {
  id: 'unit',
  clause: 'Điều 7',
  governs: 'all',
  check({ unit, item, form, facts, asking }) {
    if (unit !== null) return [];
    const words = item.row.unit?.text ?? form.unit?.text ?? asking.name;
    if (facts.units.length === 0)
      return [unitUnknown({ unit: words, body: isDivision(words, asking) ? asking.name : '' })];
    const candidates = facts.units.map(({ name, abbreviation }) => `${name} (${abbreviation})`).join('; ');
    return [item.row.unit === null ? unitBlank({ candidates }) : unitAmbiguous({ unit: words, candidates })];
  },
};

/** Divisions of a department have no mailboxes of their own, as those of a district have. */
const isDivision = (words: string, { kind }: Unit): boolean =>
  kind === 'department' && /^(?:p|phong|ban|van phong|vp|thanh tra|bo phan|to) /.test(fold(words));
