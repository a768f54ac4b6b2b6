import type { Finding } from '../model/finding.ts';
import type { Form } from '../model/form.ts';
import type { DecidedItem, Facts, Item, ItemFacts, Unit, Wish } from '../model/request.ts';
import { unitNotInScope } from './findings.ts';
import { rowsOf } from './letter.ts';
import { isOfficial } from './protected.ts';
import type { Row, Subject } from './rule.ts';
import { ask, book, type Context, decide } from './rules.ts';
import { inScope } from './scope.ts';
import { stateRule } from './state.ts';

/** What staff said of the row themselves, beside that it is to be done. */
export type Said = {
  /** What is meant, and which mailbox and address: the row holds them already. */
  action: boolean;
  mailbox: boolean;
  address: boolean;
  /** Where a transfer goes, with that unit's facts; null where it is none, or not known. */
  destination: ItemFacts | null;
};

/** What the program must still know before it can do what nothing forbids. */
export type Lacking =
  | 'action'
  | 'unit'
  | 'mailbox'
  | 'new-address'
  | 'destination'
  | 'details'
  | 'holder-name'
  | 'official';

export type StaffJudgement = {
  /** `applied`, or `rejected` with its findings. */
  decided: DecidedItem;
  /** What would have waited for staff. */
  waived: readonly Finding[];
  lacking: Lacking | null;
};

/**
 * Judges by the same book a row that staff want done, `facts` being those of that row alone: what only waits for staff
 * stops nothing and is told apart, what is refused stays refused. For a transfer the row names the unit that it leaves.
 */
export function judgeForStaff(
  { form, item }: { form: Form; item: Item },
  facts: Facts,
  said: Said,
  { house, today }: Context,
): StaffJudgement {
  const [row] = rowsOf([{ form, items: [item] }], facts, house);
  const [asking, ...above] = facts.asking;
  if (row === undefined || asking === undefined) throw new Error('no row, or no asking unit');
  const subject: Subject = {
    ...{ ...row, ...(said.mailbox ? named(row) : {}) },
    ...{ asking, above, house, today, related: [], stands: () => false },
  };
  const findings = [...throughBook(subject), ...transferFindings(subject, said.destination)];
  const stopping = findings.filter((finding) => stops(finding, item, said));
  const waived = findings.filter((finding) => !stopping.includes(finding));
  const decided: DecidedItem = {
    ...decide(subject, findings),
    ...(item.wish.action === 'transfer' ? { unit: unitOf(said.destination) } : {}),
    // The office wished for another address than Điều 4 gives: it gets the one of Điều 4.
    ...(waived.some((finding) => isAboutNewAddress(finding, item)) ? { asked: null } : {}),
    outcome: stopping.length > 0 ? 'rejected' : 'applied',
    findings: stopping,
  };
  return { decided, waived, lacking: lackingOf(decided, said, isOfficial(subject)) };
}

/** Staff who name a mailbox have seen that its holder is the row's person, however the name is written. */
function named({ match }: Row): Pick<Row, 'match'> {
  return match?.kind === 'other-name' ? { match: { kind: 'one', mailbox: match.mailbox } } : { match };
}

function throughBook(subject: Subject): Finding[] {
  const findings: Finding[] = [];
  for (const stage of book) {
    findings.push(...ask(stage, subject));
    if (findings.some(({ severity }) => severity === 'reject')) break;
  }
  return findings;
}

/** A transfer changes the address as a rename does, and one end of it must be the asking unit's. */
function transferFindings(subject: Subject, destination: ItemFacts | null): Finding[] {
  const { item, asking, house, unit } = subject;
  if (item.wish.action !== 'transfer' || unit === null) return [];
  const asRename = { ...subject, item: { ...item, wish: { ...item.wish, action: 'rename' as const } } };
  const ends = [
    subject,
    ...(destination ? [{ ...subject, unit: unitOf(destination), facts: destination }] : []),
  ];
  const isTheirs = asking.mailbox === house.copyAddress || ends.some(inScope);
  return [
    ...stateRule.check(asRename),
    ...(isTheirs ? [] : [unitNotInScope({ unit: unit.name, asking: asking.name, manager: '' })]),
  ];
}

function unitOf(facts: ItemFacts | null): Unit | null {
  return facts?.units.length === 1 ? (facts.units[0] ?? null) : null;
}

/** An address that staff themselves give is held to Điều 4 as an office's is in a rename. */
function stops(finding: Finding, item: Item, said: Said): boolean {
  return finding.severity === 'reject' || (said.address && isAboutNewAddress(finding, item));
}

function isAboutNewAddress({ code }: Finding, { wish }: Item): boolean {
  return wish.action === 'create' && (code === 'address-format' || code === 'address-taken');
}

function lackingOf(decided: DecidedItem, said: Said, official: boolean): Lacking | null {
  const { action, unit, mailbox, asked, item } = decided;
  if (action === 'unclear') return 'action';
  if (action === 'create') {
    if (item.name === null || (official && !said.action)) return 'official';
    return unit === null ? 'unit' : null;
  }
  if (mailbox === null) return unit === null && action !== 'transfer' ? 'unit' : 'mailbox';
  if (action === 'transfer') {
    if (official) return 'official';
    return unit === null || unit.id === mailbox.unitId ? 'destination' : null;
  }
  if (action === 'rename' && asked === null) return 'new-address';
  return action === 'update' ? detailsLacking(item.wish) : null;
}

/** An update must bring all that it says it changes; what is somebody's name or unit is no mere detail. */
function detailsLacking({ particulars, position, phone, quotaBytes }: Wish): Lacking | null {
  if (particulars.includes('name')) return 'holder-name';
  if (particulars.includes('unit')) return 'action';
  if (particulars.includes('position') && position === null) return 'details';
  if (particulars.includes('phone') && phone === null) return 'details';
  return position === null && phone === null && quotaBytes === null ? 'details' : null;
}
