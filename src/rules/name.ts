import type { Action, PersonName } from '../model/request.ts';
import { nameInvalid, nameMissing, nameOfOneWord } from './findings.ts';
import { isOfficial, namesSystem } from './protected.ts';
import type { Rule } from './rule.ts';

/** `Nam` may be all that somebody wrote of Trần Văn Nam; `K'Brêu` is a whole name, and a mailbox that exists is found by it. */
const isShort = ({ fullName }: PersonName, action: Action): boolean =>
  action === 'create' && /^\p{L}+$/u.test(fullName);

/** A mailbox is a person's. Where the row names an existing one by its address, the person need not be named. */
export const nameRule: Rule = {
  id: 'name',
  clause: 'Điều 4 khoản 2',
  governs: 'all',
  check(subject) {
    const { item, facts } = subject;
    if (namesSystem(subject) !== null || isOfficial(subject)) return [];
    if (item.name !== null)
      return isShort(item.name, item.wish.action) ? [nameOfOneWord({ name: item.name.fullName })] : [];
    const words = item.row.fullName?.text;
    const byAddress = facts.namedAddress !== null && item.wish.action !== 'create';
    if (byAddress && (words === undefined || words.includes('@'))) return [];
    return [words === undefined ? nameMissing() : nameInvalid({ name: words })];
  },
};
