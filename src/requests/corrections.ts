import type { Action, Item, PersonName } from '../model/request.ts';

/** What staff say that a row means, where its own words do not tell; null where they say nothing. */
export type Corrections = {
  action: Exclude<Action, 'unclear'> | null;
  /** The person's name as it stands on a picture that was not recognised rightly. */
  name: PersonName | null;
  /** Abbreviation of the unit that the row is about; for a transfer, of the one it goes to. */
  unit: string | null;
  /** Address of the existing mailbox that the row is about. */
  mailbox: string | null;
  /** The address that a new or renamed mailbox is to have. */
  address: string | null;
};

/** The row with the corrections in the place of its own words. Where they stand in the form stays the row's place. */
export function correct(item: Item, { action, name, unit, mailbox, address }: Corrections): Item {
  const { row, wish } = item;
  const meant = action ?? wish.action;
  const isNewLogin = meant === 'create' || meant === 'rename';
  const placed = (text: string) => ({ text, where: row.where });
  return {
    ...item,
    name: name ?? item.name,
    row: {
      ...row,
      ...(name === null ? {} : { fullName: placed(name.fullName) }),
      ...(mailbox === null ? {} : { address: placed(mailbox) }),
      ...(address === null ? {} : { newAddress: placed(address) }),
      ...(unit === null || meant === 'transfer' ? {} : { unit: placed(unit) }),
    },
    wish: {
      ...wish,
      action: meant,
      doubt: action === null ? wish.doubt : null,
      open: action === null ? wish.open : [],
      login: address !== null || (mailbox !== null && !isNewLogin) ? null : wish.login,
    },
  };
}

/** The corrections that were made, for the audit trail. */
export function said(corrections: Corrections): Record<string, string> {
  const { name, ...words } = corrections;
  return Object.fromEntries(
    Object.entries({ name: name?.fullName ?? null, ...words }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    ),
  );
}
