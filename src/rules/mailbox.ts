import type { Finding } from '../model/finding.ts';
import type { Item, Mailbox, Unit } from '../model/request.ts';
import {
  addressNotOfName,
  nearName,
  noSuchAddress,
  noSuchName,
  otherHolder,
  otherUnit,
  severalMatch,
  wishUnclear,
} from './findings.ts';
import type { Match } from './match.ts';
import type { Rule } from './rule.ts';

/** What is to be changed must be one mailbox, and no other than the row's person's in the row's unit. */
export const mailboxRule: Rule = {
  id: 'mailbox',
  clause: 'Điều 5 khoản 2',
  governs: ['rename', 'reset-password', 'update', 'cancel', 'restore', 'unlock', 'lock'],
  check({ item, unit, match }) {
    if (unit === null || match === null || match.kind === 'one') return [];
    return [unmatched(match, item, unit)];
  },
};

function unmatched(match: Exclude<Match, { kind: 'one' }>, item: Item, { name: unit }: Unit): Finding {
  const name = item.name?.fullName ?? '';
  switch (match.kind) {
    case 'several':
      return severalMatch({
        name,
        unit,
        addresses: match.mailboxes.map(({ address }) => address).join(', '),
      });
    case 'two-addresses':
      return wishUnclear({
        wish: item.row.wish?.text ?? '',
        doubt: `hộp thư nào trong hai địa chỉ ${match.addresses.join(' và ')}`,
      });
    case 'other-name':
      return otherHolder({ address: match.mailbox.address, name });
    case 'other-unit':
      return otherUnit({ address: match.mailbox.address, unit });
    case 'no-such-name':
      return match.mailboxes.length === 0
        ? noSuchName({ name, unit })
        : nearName({ name, unit, near: listed(match.mailboxes) });
    case 'no-such-address': {
      const { address, mailboxes } = match;
      return mailboxes.length === 0
        ? noSuchAddress({ address })
        : addressNotOfName({ address, name, unit, near: listed(mailboxes) });
    }
  }
}

const listed = (mailboxes: readonly Mailbox[]): string =>
  mailboxes.map(({ fullName, address }) => `${fullName} (${address})`).join(', ');
