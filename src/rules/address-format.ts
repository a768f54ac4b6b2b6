import { fits, plainAddress } from './addresses.ts';
import { addressFormat, addressFormatForNew, newLoginMissing, presentAddressFormat } from './findings.ts';
import type { Rule, Subject } from './rule.ts';
import { lettersOf } from './spelling.ts';

/**
 * A personal address is made of the name and the unit. A rename to anything else is refused; a new mailbox that was
 * wished otherwise is offered under the right address (Điều 5 khoản 2), and so is a rename that names no new one
 * where the present one is wrong.
 */
export const addressFormatRule: Rule = {
  id: 'address-format',
  clause: 'Điều 4 khoản 2',
  governs: ['create', 'rename'],
  check(subject) {
    const { item, unit, house, asked } = subject;
    const letters = lettersFor(subject);
    if (unit === null || letters === null) return [];
    const proposed = plainAddress(letters, unit, house);
    if (asked !== null) {
      if (fits(asked, letters, unit, house)) return [];
      const finding = item.wish.action === 'create' ? addressFormatForNew : addressFormat;
      return [finding({ asked, proposed })];
    }
    if (subject.match?.kind !== 'one') return [];
    const { address } = subject.match.mailbox;
    return fits(address, letters, unit, house)
      ? [newLoginMissing({ address })]
      : [presentAddressFormat({ address, proposed })];
  },
};

/** The letters of the row's name, or else of the holder's. */
function lettersFor({ item, match }: Subject): string | null {
  if (item.name !== null) return item.name.letters;
  return match?.kind === 'one' ? lettersOf(match.mailbox.nameKey) : null;
}
