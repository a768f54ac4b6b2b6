import { type Cell, wordsOf } from './cell.ts';
import { personAndOffice } from './mentions.ts';
import { personAt } from './parties.ts';
import type { Reader } from './terms.ts';
import type { ReasonName } from './words/reasons.ts';

/** Why somebody's place is free. */
const leaving: ReadonlySet<ReasonName> = new Set<ReasonName>([
  'retired',
  'left',
  'leaving',
  'moved',
  'movedAway',
  'gone',
  'dismissed',
]);

/** "thay bà Nguyễn Thị Hoa đã nghỉ hưu", "thay cho ông Tư (chuyển công tác)": whose place the row's person takes, and why it is free. */
export const predecessor: Reader = (cell, at) => {
  const lead = cell.lexicon.of('inPlaceOf', at)?.length ?? 0;
  const name = at + lead + (cell.lexicon.of('title', at + lead)?.length ?? 0);
  const named = lead > 0 ? personAt(cell, name) : 0;
  if (named === 0) return null;
  const end = name + named;
  const { length: further, named: isAnother } = personAndOffice(cell, end);
  if (isAnother) return null;
  const length = end + further + leavingAt(cell, end + further) - at;
  return {
    term: { kind: 'predecessor', person: wordsOf(cell, name, named), text: wordsOf(cell, at, length) },
    length,
  };
};

/** How many tokens tell that he leaves or has left, and where he goes; 0 for none. */
function leavingAt(cell: Cell, start: number): number {
  const isBracketed = cell.tokens[start]?.text === '(';
  let at = start + (isBracketed || /^[,–-]$/.test(cell.tokens[start]?.text ?? '') ? 1 : 0);
  const isBecause = cell.lexicon.of('link', at)?.entry.link === 'because';
  if (isBecause) at += cell.lexicon.of('link', at)?.length ?? 0;
  const reason = [at, at + (cell.lexicon.of('past', at)?.length ?? 0)]
    .map((place) => ({ place, found: cell.lexicon.of('reason', place) }))
    .find(({ found }) => found !== null && leaving.has(found.entry.reason));
  if (!reason?.found) return 0;
  const end = reason.place + reason.found.length;
  const to = cell.lexicon.of('link', end);
  const goesTo = to?.entry.link === 'to' || to?.entry.link === 'at' ? to.length : 0;
  const place = personAndOffice(cell, end + goesTo);
  const whole = place.named || place.length === 0 ? end : end + goesTo + place.length;
  if (!isBracketed) return whole - start;
  return cell.tokens[whole]?.text === ')' ? whole + 1 - start : 0;
}
