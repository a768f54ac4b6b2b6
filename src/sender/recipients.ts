import { isPlainAddress } from '../mail/from.ts';
import { type Token, tokensOf } from '../mail/tokens.ts';
import type { HeaderField } from '../model/letter.ts';

type Piece = Pick<Token, 'kind' | 'text'>;

/** What stands between the commas of an address list; names and ends of groups (RFC 5322, 3.4) divide it too. */
const entriesOf = (tokens: readonly Token[]): Piece[][] => {
  const entries: Piece[][] = [[]];
  for (const { kind, text } of tokens) {
    if (kind === 'comment') continue;
    const pieces = kind === 'word' ? text.split(/([,:])/).filter(Boolean) : [text];
    for (const piece of pieces) {
      if (kind === 'semicolon' || (kind === 'word' && (piece === ',' || piece === ':'))) entries.push([]);
      else entries.at(-1)?.push({ kind, text: piece });
    }
  }
  return entries;
};

/** Bare, or in angle brackets after a display name; whatever else stands there is nobody. */
const addressOf = (entry: readonly Piece[]): string | null => {
  const [last, ...before] = [...entry].reverse();
  const single = last?.kind === 'word' && before.length === 0;
  const named = last?.kind === 'angle' && before.every(({ kind }) => kind !== 'angle');
  return (single || named) && isPlainAddress(last.text) ? last.text.toLowerCase() : null;
};

/**
 * Whether `address` (bare, lower-case) stands in To or Cc, by a grammar as narrow as that of From: display names,
 * comments and a field that cannot be read in one way name nobody.
 */
export const isNamed = (address: string, fields: readonly HeaderField[]): boolean =>
  fields
    .filter(({ name }) => name === 'to' || name === 'cc')
    .flatMap(({ value }) => entriesOf(tokensOf(value) ?? []))
    .some((entry) => addressOf(entry) === address);
