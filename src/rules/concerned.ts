import type { Finding, RowCode } from '../model/finding.ts';
import type { Concerned } from '../model/request.ts';
import { mailboxNamed } from './letter.ts';
import type { Row } from './rule.ts';
import { maybeSameName } from './spelling.ts';

/**
 * The one mailbox that a row is plainly about where nothing is done for it: the one that it may not touch, that an earlier
 * request made or changed, or that is another person's or unit's. Where several may be meant it is none of them.
 */
export function concernedBy(row: Row, findings: readonly Finding[]): Concerned {
  const argsOf = (one: RowCode) => findings.find(({ code }) => code === one)?.args;
  const [done, system] = [argsOf('already-done'), argsOf('address-protected')?.address];
  if (done?.address) return { address: done.address, newAddress: done.newAddress || null };
  const made = done?.case === 'marked' ? onlyNamesake(row) : null;
  return { address: mailboxNamed(row)?.address ?? made ?? (system || null), newAddress: null };
}

/** Whose mailbox a returned form says is made. */
function onlyNamesake({ item: { name }, facts }: Row): string | null {
  const [only, ...more] = facts.namesakes.filter(
    ({ fullName }) => name !== null && maybeSameName(fullName, name.fullName),
  );
  return only && more.length === 0 ? only.address : null;
}
