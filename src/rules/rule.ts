import type { Finding } from '../model/finding.ts';
import type { Form } from '../model/form.ts';
import type { Action, House, Item, ItemFacts, Unit } from '../model/request.ts';
import type { Citation } from './clauses.ts';
import type { Marks } from './marks.ts';
import type { Match } from './match.ts';

/** A row of the letter with what was found out about it before any rule is asked. */
export type Row = {
  form: Form;
  item: Item;
  facts: ItemFacts;
  /** The one unit that the row is about. */
  unit: Unit | null;
  /** The existing mailbox that the row is about; null for `create`. */
  match: Match | null;
  /** The full address that a `create` or `rename` asks for. */
  asked: string | null;
  /** The address of Điều 4 khoản 2 for the row's person, or the mailbox's, without a namesake's number. */
  plain: string | null;
  /** What tells the row's person from a namesake. */
  marks: Marks;
  /** Its place among the rows of the letter. */
  place: number;
};

/** What a rule is asked about: a row, and what it stands among. */
export type Subject = Row & {
  /** The asking unit and those above it, nearest first. */
  asking: Unit;
  above: readonly Unit[];
  house: House;
  /** Vietnamese calendar day, `YYYY-MM-DD`. */
  today: string;
  /** Other rows of the letter about the same mailbox, name or new address; one may come twice. */
  related: Iterable<Row>;
  /** Whether the earlier stages of the book let a row stand. */
  stands: (row: Row) => boolean;
};

/** A rule inspects and never changes; it says nothing where it has nothing to say. */
export type Rule = {
  id: string;
  /** The clause that the rule is there for; its findings may rest on others. */
  clause: Citation | null;
  governs: 'all' | readonly Action[];
  check(subject: Subject): readonly Finding[];
};
