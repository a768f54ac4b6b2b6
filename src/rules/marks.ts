import { rankOf } from '../directory/naming.ts';
import type { Action, Item, Mailbox } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { digits, spelling } from './spelling.ts';

/** What a row says of its person besides the bare name, each as it compares, '' where it says nothing. */
export type Marks = {
  /** The name where it was written with any accents. */
  accents: string;
  position: string;
  phone: string;
  note: string;
  wished: string;
};

export function marksOf({ row, name, wish }: Item): Marks {
  const exact = spelling(name?.fullName ?? '');
  return {
    accents: exact === fold(exact) ? '' : exact,
    position: fold(row.position?.text ?? wish.position ?? name?.remark ?? ''),
    phone: digits(row.phone?.text ?? wish.phone ?? ''),
    note: fold(row.note?.text ?? ''),
    wished: (row.newAddress?.text ?? wish.login ?? '').toLowerCase(),
  };
}

/** Whether both say something in which two people of one name differ; what only one says tells nothing. */
export function toldApart(one: Marks, other: Marks): boolean {
  return (
    differ(one.accents, other.accents) ||
    differ(one.position, other.position) ||
    differ(one.phone, other.phone) ||
    differ(one.note, other.note) ||
    differ(one.wished, other.wished)
  );
}

type Marked = { item: Item; marks: Marks };

const differ = (a: string, b: string): boolean => a !== '' && b !== '' && a !== b;

/**
 * Whether two rows say of themselves that they are of two people of one name. What is to be written, or asked for, does not tell who
 * somebody is, nor does a note on why.
 */
export function otherHolders(one: Marked, other: Marked): boolean {
  if (one.item.wish.anotherPerson || other.item.wish.anotherPerson) return true;
  if (differ(one.marks.accents, other.marks.accents)) return true;
  if ([one, other].some(({ item }) => becomesOther.has(item.wish.action))) return false;
  const [a, b] = [one.marks, other.marks];
  return (
    (differ(a.position, b.position) && rankOf(a.position) !== rankOf(b.position)) || differ(a.phone, b.phone)
  );
}

const becomesOther = new Set<Action>(['update', 'transfer']);

/** Of the mailboxes, those that have the position or the telephone of the marks. */
export function withMarks(mailboxes: readonly Mailbox[], { position, phone }: Marks): Mailbox[] {
  const agree = (mark: string, held: string): boolean => mark !== '' && mark === held;
  return mailboxes.filter(
    (mailbox) => agree(position, fold(mailbox.position ?? '')) || agree(phone, digits(mailbox.phone ?? '')),
  );
}
