import type { Finding } from './finding.ts';
import type { Form, FormRow, Placed } from './form.ts';

/** What a row can ask for; whatever else it says, or could be read two ways, is `unclear`. */
export const actions = [
  'create',
  'rename',
  'reset-password',
  'update',
  'transfer',
  'cancel',
  'restore',
  'unlock',
  'lock',
] as const;
export type Action = (typeof actions)[number] | 'unclear';

/** What can be updated about a mailbox. */
export type Particular = 'name' | 'position' | 'phone' | 'unit' | 'size';

/** What the words of a row ask for. */
export type Wish = {
  action: Action;
  /** The row says that this is another person than the namesake who has a mailbox. */
  anotherPerson: boolean;
  /** Vietnamese calendar day `YYYY-MM-DD` from which the wish is to hold, where the row names one. */
  effectiveOn: string | null;
  /** A login or address that the words name, lower-case, as written (`tvnam`, `tvnam.sttt@…`). */
  login: string | null;
  /** Position that the words name: decides the rank among namesakes. */
  position: string | null;
  phone: string | null;
  /** What an update is to change, as far as its words name it; empty for other actions, and where they do not say. */
  particulars: readonly Particular[];
  /** Size asked for, in bytes, where the words name one. */
  quotaBytes: number | null;
  /** Why the words are unclear, in a phrase that completes "chưa rõ …"; null where they are clear. */
  doubt: string | null;
  /** The actions among which the words do not tell, where that alone is unclear ("cấp lại"); else empty. */
  open: readonly Action[];
};

/** A person's name after Điều 4, or what is no name. */
export type PersonName = {
  /** NFC, single spaces, without titles and remarks, in the usual capitals: `Trần Văn Nam`. */
  fullName: string;
  /** Folded for comparison: lower-case letters without accents, single spaces: `tran van nam`. */
  key: string;
  /** Initials of family and middle names, then the given name: `tvnam` (Điều 4 khoản 2). */
  letters: string;
  /** What stood in brackets or after a dash: `Phó Giám đốc`. */
  remark: string | null;
};

/** A row with its words understood. */
export type Item = {
  row: FormRow;
  /** null where the words are no person's name. */
  name: PersonName | null;
  /** The words name several people; `name` is then null. */
  several?: true;
  /** The name of somebody in whose place the person comes, as written: nothing is asked for him in this row. */
  inPlaceOf?: string;
  wish: Wish;
  /** Words of the row and of what stands around it that may name an office, as written: where the columns of units are blank, he may be of it. */
  offices?: readonly string[];
};

export type Outcome = 'applied' | 'rejected' | 'review';

/** A unit as the rules and notices need it. */
export type Unit = {
  id: number;
  abbreviation: string;
  name: string;
  kind: UnitKind;
  parentId: number | null;
  /** Official mailbox, or null where none is registered. */
  mailbox: string | null;
};

export const unitKinds = [
  'department',
  'district',
  'commune',
  'subordinate',
  'party',
  'association',
  'enterprise',
  'other',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const mailboxStatuses = ['active', 'locked', 'reclaimed', 'cancelled'] as const;
export type MailboxStatus = (typeof mailboxStatuses)[number];

export type Mailbox = {
  id: number;
  address: string;
  fullName: string;
  /** `key` of PersonName. */
  nameKey: string;
  unitId: number | null;
  position: string | null;
  phone: string | null;
  status: MailboxStatus;
  /** Grows with each change: a plan made from an older version is not written. */
  version: number;
};

/** What was done for a row of an earlier request. */
export type DoneRow = {
  number: string;
  at: Date;
  action: Action;
  address: string | null;
  newAddress: string | null;
};

/** What was looked up for one row, by sets and by index, before it is judged. */
export type ItemFacts = {
  /**
   * Units that the row's words may mean (where blank: the form's, else the asking unit); looked for under the asking
   * unit first. Exactly one: resolved; none: unknown; several: ambiguous.
   */
  units: readonly Unit[];
  /** The resolved unit and those above it, nearest first; empty where `units` is not exactly one. */
  lineage: readonly Unit[];
  /** Mailboxes of the resolved unit, any status, whose folded name is the row's. */
  namesakes: readonly Mailbox[];
  /** The same of those whose name differs in the spelling of its i and y: `Mĩ Lệ`, `Mỹ Lệ`. */
  soundalikes: readonly Mailbox[];
  /** The mailbox whose address (present or former) the row or its wish names; null where it names none or nobody has it. */
  addressed: Mailbox | null;
  /** The full address that the row or its wish names for an existing mailbox, lower-case; null where it names none. */
  namedAddress: string | null;
  /** Holder of the address that a rename or create asks for, whatever its status; null where it is free or none is asked. */
  newAddressHolder: Mailbox | null;
  /** The row names, by name or address, a unit's official mailbox. */
  official: boolean;
  /** How the same row of the same unit was done in the last 24 hours, or by the request that a returned form names. */
  doneBefore: DoneRow | null;
};

/** What was looked up for the letter. */
export type Facts = {
  /** The asking unit and those above it, nearest first; never empty. */
  asking: readonly Unit[];
  /** One for each item, in the order of the items of all forms. */
  items: readonly ItemFacts[];
};

/** Whose house it is: addresses that rules and notices speak of. All bare and lower-case. */
export type House = { mailDomain: string; intakeAddress: string; copyAddress: string };

/**
 * A sentence of the letter that asks something for people of whom no form speaks, for a password elsewhere than in the unit's mailbox, or for
 * what no form can ask.
 */
export type Besides = Placed & { about: 'others' | 'password' | 'service' };

/** A form with its rows understood. */
export type ReadRequest = {
  form: Form;
  items: readonly Item[];
  besides?: readonly Besides[];
  /** A sentence that counts more than the form has rows for, where there is one, how many those are and how many it counts. */
  lacking?: { sentence: Placed; rows: number; count: number };
};

/** The mailbox that a row is told to be about; `newAddress` where it was renamed or moved. */
export type Concerned = { address: string | null; newAddress: string | null };

/** A row after the rules. */
export type DecidedItem = {
  item: Item;
  unit: Unit | null;
  /** The mailbox that the row is about, where exactly one is. */
  mailbox: Mailbox | null;
  /** What is told of a row for which nothing is done. */
  concerned: Concerned;
  /** The wish's action, or what the mailbox's state makes of it. */
  action: Action;
  /** The full address that a `create` or `rename` asks for; null where it names none. */
  asked: string | null;
  outcome: Outcome;
  findings: readonly Finding[];
};

export type RequestOutcome = 'applied' | 'partly-applied' | 'rejected' | 'review';

/** A form after the rules. */
export type DecidedRequest = {
  form: Form;
  outcome: RequestOutcome;
  /** About the form as a whole. */
  findings: readonly Finding[];
  items: readonly DecidedItem[];
};

/** A row with its addresses: the mailbox concerned (the new one, for `create`), and the new one of a rename. */
export type SettledItem = Omit<DecidedItem, 'concerned'> & Concerned;

/** A form with its number, `PYC-2026-000123`, and its rows' addresses: what is written, answered and reported. */
export type SettledRequest = Omit<DecidedRequest, 'items'> & {
  number: string;
  items: readonly SettledItem[];
};
