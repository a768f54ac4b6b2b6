import { createHash } from 'node:crypto';
import type { Form, Placed } from '../model/form.ts';
import type { Action, Item, Unit } from '../model/request.ts';
import { fold, tidy } from '../text/fold.ts';
import { syllable } from '../text/syllable.ts';
import { divisionIn } from './unit-search.ts';

/**
 * Told whole by their name, the mailbox and a new login: in other words they ask the same. The words of a new person may tell him from a
 * namesake, and those of the rest name what is to be written, or were not understood.
 */
const understood = new Set<Action>(['reset-password', 'cancel', 'restore', 'unlock', 'lock', 'rename']);

/**
 * What makes a row the same as one that the same unit sent before: hex SHA-256 of everything it asks, but not of where
 * it stood, nor of its words where all that they ask was understood. Capitals, spaces, punctuation and the place of a tone mark make no
 * difference; another accent in a name is another person, and so is a namesake in another division. `unit`: the one unit that the row's words mean, whatever they are; null where
 * they mean none or several, and their spelling must do.
 */
export function rowKey(asking: Unit, unit: Unit | null, form: Form, { row, name, wish }: Item): string {
  const isUnderstood = understood.has(wish.action);
  const words = isUnderstood
    ? [wish.position ?? row.position?.text]
    : [row.wish, row.position, row.note].map((cell) => cell?.text);
  const values = isUnderstood
    ? [wish.phone ?? row.phone?.text, wish.login, wish.effectiveOn]
    : [row.phone?.text];
  const parts = [
    asking.id,
    wish.action,
    wish.anotherPerson,
    unit?.id ?? spelling(row.unit?.text ?? form.unit?.text),
    divisionOf(row.division, unit),
    // The mailbox of a namesake elsewhere is no answer to whoever asks for a new one; what concerns a mailbox finds it without the division.
    isUnderstood ? '' : divisionOf(row.unit, unit),
    spelling(name?.fullName ?? row.fullName?.text),
    ...words.map((text) => spelling(text)),
    ...[...values, row.address?.text, row.newAddress?.text].map((text) => tidy(text ?? '').toLowerCase()),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The division that a cell names; none where it is registered as the unit itself. */
function divisionOf(cell: Placed | null | undefined, unit: Unit | null): string {
  const words = divisionIn(cell?.text ?? '');
  return unit !== null && fold(unit.name).startsWith(words) ? '' : words;
}

/** Each word's letters, marks and tone: `Hoà` and `Hòa` are the same, `Hoa` is not. */
function spelling(text = ''): string {
  return tidy(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(syllable)
    .map(({ plain, marks, tone }) => `${plain}${marks}${tone}`)
    .join(' ');
}
