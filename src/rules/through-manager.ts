import type { Finding } from '../model/finding.ts';
import type { Unit } from '../model/request.ts';
import { districtOfficeAsks, managerMustAsk, managerUnknown } from './findings.ts';
import type { Rule } from './rule.ts';
import { inScope, mayAsk } from './scope.ts';

/** For communes and units under a department, the department's or the district's office asks. */
export const throughManagerRule: Rule = {
  id: 'through-manager',
  clause: 'Điều 5 khoản 1',
  governs: 'all',
  check(subject) {
    // Where the row's unit is not theirs at all, naming their manager would lead them astray.
    if (subject.unit !== null && !inScope(subject) && subject.item.wish.action !== 'transfer') return [];
    const finding = authority(subject.asking, subject.above);
    return finding === null ? [] : [finding];
  },
};

/** What stands against the asking unit asking at all, by its kind and the first body of rank above it. */
function authority(asking: Unit, above: readonly Unit[]): Finding | null {
  if (mayAsk(asking)) return null;
  const manager = above.find(mayAsk);
  if (manager !== undefined) {
    const officeOfDistrict = manager.kind === 'district' && !isOrUnderCommune(asking, above);
    return officeOfDistrict
      ? districtOfficeAsks({ unit: asking.name, manager: manager.name })
      : managerMustAsk({
          unit: asking.name,
          manager: manager.name,
          managerAddress: manager.mailbox ?? '',
        });
  }
  return standsAlone(asking, above) ? null : managerUnknown({ unit: asking.name });
}

const isOrUnderCommune = (asking: Unit, above: readonly Unit[]): boolean =>
  [asking, ...above].some(({ kind }) => kind === 'commune');

/** Party bodies, associations, enterprises and other bodies of the province hold mailboxes in their own right (Điều 7). */
function standsAlone({ kind }: Unit, above: readonly Unit[]): boolean {
  if (kind === 'commune' || kind === 'subordinate') return false;
  return above.every((unit) => unit.kind === 'other') && above.length <= 1;
}
