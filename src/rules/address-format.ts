import { numberedAddress, numberIn } from '../directory/naming.ts';
import { addressFormat, addressFormatForNew, newLoginMissing, presentAddressFormat } from './findings.ts';
import { standingBeside } from './letter.ts';
import type { Rule, Subject } from './rule.ts';

/**
 * A personal address is made of the name and the unit, with a number for namesakes. A rename to anything else is
 * refused; a new mailbox that was wished otherwise is offered under the right address (Điều 5 khoản 2), and so is a
 * rename that names no new one where the present one is wrong.
 */
export const addressFormatRule: Rule = {
  id: 'address-format',
  clause: 'Điều 4 khoản 2',
  governs: ['create', 'rename'],
  check(subject) {
    const { asked, plain, match } = subject;
    if (plain === null) return [];
    if (asked !== null) return askedFormat(subject, asked, plain);
    if (match?.kind !== 'one') return [];
    const { address } = match.mailbox;
    return numberFor(address, plain) === null
      ? [presentAddressFormat({ address, proposed: plain })]
      : [newLoginMissing({ address })];
  },
};

function askedFormat(subject: Subject, asked: string, plain: string) {
  const number = numberFor(asked, plain);
  if (subject.item.wish.action === 'rename') {
    return number === null ? [addressFormat({ asked, proposed: plain })] : [];
  }
  const isRight = number === 0 || (number !== null && isNext(subject, number, plain));
  return isRight ? [] : [addressFormatForNew({ asked, proposed: plain })];
}

/** Numbers are given in their order: one is right only where those before it are seen to be given or asked for. */
function isNext(subject: Subject, number: number, plain: string): boolean {
  const given = new Set(subject.facts.namesakes.map(({ address }) => address));
  for (const { asked } of standingBeside(subject)) if (asked !== null) given.add(asked);
  if (number > given.size) return false;
  return Array.from({ length: number }, (_, n) => numberedAddress(plain, n)).every((one) => given.has(one));
}

/** The namesake's number in an address as Điều 4 writes it, without leading zeros; null where it is another address. */
function numberFor(address: string, plain: string): number | null {
  const number = numberIn(address, plain);
  return number !== null && numberedAddress(plain, number) === address ? number : null;
}
