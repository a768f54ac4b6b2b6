import type { House, Item, ItemFacts, Mailbox, Unit } from '../model/request.ts';

const anAddress = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/u;
/** A login without a domain; one word without a dot must be plain letters, lest `không` be taken for one. */
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
export function askedAddress(item: Item, unit: Unit | null, house: House): string | null {
  const { row, wish } = item;
  if (wish.action !== 'create' && wish.action !== 'rename') return null;
  for (const words of [row.newAddress?.text, wish.login]) {
    const asked = words ? addressIn(words, unit, house) : null;
    if (asked !== null) return asked;
  }
  if (wish.action === 'rename' || row.address === null) return null;
  const wished = addressIn(row.address.text, unit, house);
  return wished?.endsWith(`@${house.mailDomain}`) ? wished : null;
}

/** The address of Điều 4 khoản 2 for the letters of a name, without a namesake's number. */
export function plainAddress(letters: string, unit: Unit, { mailDomain }: House): string {
  return `${letters}.${unit.abbreviation.toLowerCase()}@${mailDomain}`;
}

/** Whether an address is what Điều 4 khoản 2 gives for the letters of a name, with or without a number. */
export function fits(address: string, letters: string, unit: Unit, house: House): boolean {
  const end = plainAddress('', unit, house);
  if (!address.startsWith(letters) || !address.endsWith(end)) return false;
  return /^(?:[1-9]\d*)?$/.test(address.slice(letters.length, -end.length));
}

/** Logins that are the system's or its keepers' (RFC 2142 and common use), not a person's or a unit's. */
const roles = new Set(
  `abuse admin administrator autoconfig autodiscover bounce bounces daemon do-not-reply donotreply ftp hostmaster info
  listserv mail mailer-daemon majordomo marketing news nobody no-reply noc noreply no_reply postmaster root sales
  security spam support sysadmin system usenet uucp webadmin webmail webmaster www`.split(/\s+/),
);

/** Whether an address is one by which the mail system itself is run or answers. */
export function isSystem(address: string, house: House): boolean {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at).replace(/\+.*$/, '');
  const domain = address.slice(at + 1);
  const plain = `${local}@${domain}`;
  return (
    plain === house.intakeAddress ||
    plain === house.copyAddress ||
    (domain === house.mailDomain && roles.has(local))
  );
}

/** Every address that a row speaks of, whether it has it or wishes for it. */
export function addressesOf(item: Item, facts: ItemFacts, mailbox: Mailbox | null, house: House): string[] {
  const { row, wish } = item;
  const words = [row.address?.text, row.newAddress?.text, wish.login, item.name ? null : row.fullName?.text];
  const named = words.map((text) => (text ? addressIn(text, null, house) : null));
  const addresses = [...named, facts.namedAddress, facts.addressed?.address, mailbox?.address];
  return addresses.filter((address) => typeof address === 'string');
}
