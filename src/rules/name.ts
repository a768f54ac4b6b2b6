import { nameInvalid, nameMissing } from './findings.ts';
import { isOfficial, namesSystem } from './protected.ts';
import type { Rule } from './rule.ts';

/** A mailbox is a person's. Where the row names an existing one by its address, the person need not be named. */
export const nameRule: Rule = {
  id: 'name',
  clause: 'Điều 4 khoản 2',
  governs: 'all',
  check(subject) {
    const { item, facts } = subject;
    if (item.name !== null || namesSystem(subject) !== null || isOfficial(subject)) return [];
    const words = item.row.fullName?.text;
    const byAddress = facts.namedAddress !== null && item.wish.action !== 'create';
    if (byAddress && (words === undefined || words.includes('@'))) return [];
    return [words === undefined ? nameMissing() : nameInvalid({ name: words })];
  },
};
