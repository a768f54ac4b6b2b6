import type { Facts, House, Item, ItemFacts, Mailbox, Unit } from '../model/request.ts';
import { matchMailbox } from '../rules/match.ts';
import { tidy } from '../text/fold.ts';
import type { Corrections } from './corrections.ts';

/** Facts about one row, as it would stand in its form. */
export type LookUp = (item: Item) => Promise<{ asking: Facts['asking']; own: ItemFacts }>;

/** The two ends of a transfer, each null where the row does not tell it beyond doubt. */
export type Ends = { from: Unit | null; destination: ItemFacts | null };

/** A row may name the unit of either end, so that whose mailbox it is decides which of them it left. */
export async function findEnds(
  item: Item,
  corrections: Corrections,
  lookUp: LookUp,
  unitOf: (mailbox: Mailbox) => Promise<Unit | null>,
  house: House,
): Promise<Ends> {
  const { asking, own } = await lookUp(item);
  const named = only(own.units);
  const self = asking[0] ?? null;
  const atSelf = self === null || named?.id === self.id ? null : (await lookUp(inUnit(item, self))).own;
  const found = [match(item, own, named, house), atSelf && match(item, atSelf, self, house)];
  const mailboxes = new Map(found.flatMap((mailbox) => (mailbox ? [[mailbox.id, mailbox]] : [])));
  const [mailbox, ...others] = mailboxes.values();
  const from = mailbox && others.length === 0 ? await unitOf(mailbox) : null;
  if (corrections.unit !== null)
    return { from, destination: (await lookUp(withUnit(item, corrections.unit))).own };
  const words = destinationWords(item.row.wish?.text ?? '');
  const told = words === null ? null : (await lookUp(withUnit(item, words))).own;
  const ends = [told, own].filter((facts): facts is ItemFacts => {
    const unit = facts && only(facts.units);
    return unit !== null && unit.id !== from?.id;
  });
  const [destination, other] = ends;
  const agree = !other || only(other.units)?.id === only(destination?.units ?? [])?.id;
  return { from, destination: agree ? (destination ?? null) : null };
}

export const inUnit = (item: Item, unit: Unit): Item => withUnit(item, unit.abbreviation);

const withUnit = (item: Item, text: string): Item => ({
  ...item,
  row: { ...item.row, unit: { text, where: item.row.where } },
});

/** The mailbox of the row's person or address in a unit; an address counts whatever the unit. */
function match(item: Item, facts: ItemFacts, unit: Unit | null, house: House): Mailbox | null {
  const found = matchMailbox(item, facts, unit, house);
  return found?.kind === 'one' || found?.kind === 'other-unit' ? found.mailbox : null;
}

const towards =
  /(?:^|\s)(?:sang|về|đến|tới|qua)\s+(?:công\s+tác\s+(?:tại|ở)\s+|làm\s+việc\s+(?:tại|ở)\s+)?(.+)$/iu;
const whatFollows = /\s*(?:[,;.(]|\s(?:từ|kể\s+từ|theo|do|vì|để|và|nhưng|bắt\s+đầu)(?=\s)).*$/iu;

/** The words of a wish that may name the unit to which somebody moves: "chuyển sang Sở Tài chính từ 01/12". */
export function destinationWords(wish: string): string | null {
  const words = towards.exec(tidy(wish))?.[1]?.replace(whatFollows, '').trim() ?? '';
  return words === '' ? null : words;
}

const only = (units: readonly Unit[]): Unit | null => (units.length === 1 ? (units[0] ?? null) : null);
