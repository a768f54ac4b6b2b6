import type { House, Item, Unit } from '../model/request.ts';

const anAddress = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/u;
/** A login without a domain; one without a dot must be plain letters and digits, lest `không` be taken for one. */
const aLogin = /^(?:[a-z0-9][a-z0-9_-]*|[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+)$/u;

/** The full address that words name, lower-case: `tvnam` for the unit `sttt` is `tvnam.sttt@…`; null where they name none. */
export function addressIn(words: string, unit: Unit | null, { mailDomain }: House): string | null {
  const text = words.trim().toLowerCase();
  const full = anAddress.exec(text)?.[0].replace(/\.$/, '');
  if (full !== undefined) return full;
  if (!aLogin.test(text)) return null;
  return text.includes('.') || unit === null
    ? `${text}@${mailDomain}`
    : `${text}.${unit.abbreviation.toLowerCase()}@${mailDomain}`;
}

/**
 * The full address that a `create` or `rename` asks for, null where it asks for none. In a `create` the column for an
 * existing mailbox can only hold the wished one, or somebody's private address, which is no wish.
 */
export function askedAddress({ row, wish }: Item, unit: Unit | null, house: House): string | null {
  if (wish.action !== 'create' && wish.action !== 'rename') return null;
  for (const words of [row.newAddress?.text, wish.login]) {
    const asked = words ? addressIn(words, unit, house) : null;
    if (asked !== null) return asked;
  }
  if (wish.action === 'rename' || row.address === null) return null;
  const wished = addressIn(row.address.text, unit, house);
  return wished?.endsWith(`@${house.mailDomain}`) ? wished : null;
}
