import { fold } from '../text/fold.ts';
import { addressesOf, isSystem } from './addresses.ts';
import { addressProtected, officialMailbox } from './findings.ts';
import type { Rule, Subject } from './rule.ts';

/**
 * The addresses by which the system is run are nobody's to change by a form (Điều 3 khoản 2). A unit's official
 * mailbox is its head's (Điều 14), and whoever has it speaks for the unit: staff look at it first.
 */
export const protectedRule: Rule = {
  id: 'protected',
  clause: 'Điều 14',
  governs: 'all',
  check(subject) {
    const address = namesSystem(subject);
    if (address !== null) return [addressProtected({ address })];
    return isOfficial(subject) ? [officialMailbox({ address: subject.facts.namedAddress ?? '' })] : [];
  },
};

/** The address of the system that the row names, by address or in the place of a name. */
export function namesSystem({ item, facts, match, asked, house }: Subject): string | null {
  const inPlaceOfName = item.name === null && item.row.fullName !== null ? fold(item.row.fullName.text) : '';
  const mailbox = match?.kind === 'one' ? match.mailbox : null;
  const addresses = addressesOf(item, facts, mailbox, house);
  if (asked !== null) addresses.push(asked);
  addresses.push(`${inPlaceOfName.replaceAll(' ', '-')}@${house.mailDomain}`);
  return addresses.find((address) => isSystem(address, house)) ?? null;
}

/** Whether the row is about a unit's official mailbox, as the facts say or by an address of a unit in sight. */
export function isOfficial(subject: Subject): boolean {
  const { item, facts, match, asked, house, asking, above } = subject;
  if (facts.official) return true;
  const mailbox = match?.kind === 'one' ? match.mailbox : null;
  const addresses = new Set([...addressesOf(item, facts, mailbox, house), asked]);
  return [asking, ...above, ...facts.units, ...facts.lineage].some(
    (unit) => unit.mailbox !== null && addresses.has(unit.mailbox),
  );
}
