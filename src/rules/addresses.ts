import { addressIn } from '../directory/asked.ts';
import type { House, Item, ItemFacts, Mailbox } from '../model/request.ts';

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
