import { list } from '../text/list.ts';
import { syllable } from '../text/syllable.ts';
import { type Cell, isCapitalised } from './cell.ts';
import type { Entry } from './lexicon.ts';
import { standingAlone } from './words/offices.ts';
import { surnames } from './words/surnames.ts';

/** Words at which a name that is read by its capitals ends: "ông Nam Hủy hộp thư" is no Mr Nam Hủy. */
const endings = new Set<Entry['kind']>([
  'verb',
  'thing',
  'reason',
  'warning',
  'asking',
  'link',
  'title',
  'officeHead',
  'otherOffice',
  'ownOffice',
  'anotherPerson',
]);

/** Areas, whose name is one or two words whatever these mean: "xã Tân Lập". */
const areas = new Set(
  list('huyện | xã | phường | thị trấn | thị xã | thành phố | tp | tx').map(
    (area) => syllable(area.split(' ').at(-1) ?? '').plain,
  ),
);

/** Family names with all their accents: some are words of ours too. */
const spelledSurnames = new Set(surnames.map((surname) => surname.normalize('NFC')));

const longestName = 6;

/** How many tokens from `start` are an office ("Phòng Tài chính - Kế hoạch huyện Hòn Đất"), 0 for none. */
export function officeAt(cell: Cell, start: number): number {
  for (const kind of ['ownOffice', 'otherOffice'] as const) {
    const found = cell.lexicon.of(kind, start);
    if (found && !isOutgrown(cell, start, found.length)) return found.length;
  }
  const head = cell.lexicon.of('officeHead', start);
  if (!head || isOutgrown(cell, start, head.length)) return 0;
  const length = head.length + continued(cell, start + head.length);
  const mayBeVerb = cell.lexicon.of('verb', start) !== null || cell.lexicon.of('warning', start) !== null;
  const standsAlone = head.length > 1 || (head.exact && !mayBeVerb && isAnOffice(cell, start));
  return length > head.length || standsAlone ? length : 0;
}

const alone = new Set(standingAlone);

const isAnOffice = (cell: Cell, at: number): boolean =>
  alone.has((cell.tokens[at]?.text ?? '').toLowerCase());

/** A longer phrase that is no office stands there: "trường hợp", "phòng ban". */
function isOutgrown(cell: Cell, start: number, length: number): boolean {
  const found = cell.lexicon.at(start);
  return (
    found !== null &&
    found.length > length &&
    !['officeHead', 'ownOffice', 'otherOffice', 'field', 'place', 'position'].includes(found.entry.kind)
  );
}

/** How many tokens go on with the name of an office or the field of a position. */
export function continued(cell: Cell, start: number): number {
  let at = start;
  for (;;) {
    const next = at + joint(cell, at, at > start);
    const length = fieldAt(cell, next) || properAt(cell, next, at);
    if (length === 0) return at - start;
    at = next + length;
  }
}

/** A dash, comma, "và" or a dot after an abbreviation inside the name of an office: 1 where what follows goes on with it. */
function joint(cell: Cell, at: number, inside: boolean): number {
  const token = cell.tokens[at];
  const before = cell.tokens[at - 1];
  if (!token) return 0;
  if (token.text === '.')
    return before !== undefined && before.text.length <= 2 && token.kind === 'sign' ? 1 : 0;
  const joins = /^[-–/]$/.test(token.text) || (token.kind === 'word' && syllable(token.text).plain === 'va');
  if (inside && token.text === ',')
    return cell.lexicon.of('field', at + 1) && !isActing(cell, at + 1) ? 1 : 0;
  const goesOn = inside || cell.lexicon.of('field', at + 1)?.exact === true;
  return joins && goesOn && !isActing(cell, at + 1) ? 1 : 0;
}

function isActing(cell: Cell, at: number): boolean {
  const kind = cell.lexicon.at(at)?.entry.kind;
  return kind === 'verb' || kind === 'warning' || kind === 'reason';
}

/** The longest field, place or further office at a place. */
function fieldAt(cell: Cell, at: number): number {
  const longest = cell.lexicon.at(at)?.length ?? 0;
  const lengths = (['field', 'place', 'officeHead'] as const).map((kind) => {
    const found = cell.lexicon.of(kind, at);
    if (!found || (longest > found.length && isActing(cell, at))) return 0;
    return found.exact || found.length > 1 || kind !== 'officeHead' ? found.length : 0;
  });
  return Math.max(...lengths);
}

/** A capitalised word inside a name: 1, or 0 where it is a word of its own. `joined` is where the name stood before a joint. */
function properAt(cell: Cell, at: number, joined: number): number {
  if (!isCapitalised(cell, at)) return 0;
  if (at === joined && isAreaName(cell, at)) return 1;
  return ends(cell, at) ? 0 : 1;
}

function isAreaName(cell: Cell, at: number): boolean {
  const afterArea = [at - 1, at - 2].some((before) => {
    const token = cell.tokens[before];
    return token?.kind === 'word' && areas.has(token.syllable.plain);
  });
  const found = cell.lexicon.at(at);
  return afterArea && (found === null || (found.length === 1 && found.entry.kind === 'verb'));
}

function ends(cell: Cell, at: number): boolean {
  const found = cell.lexicon.at(at);
  return found !== null && endings.has(found.entry.kind) && (found.exact || found.length > 1);
}

/** How many tokens from `start` are the name of a person, told by capitals; 0 for none. */
export function personAt(cell: Cell, start: number): number {
  let length = 0;
  while (length < longestName && isCapitalised(cell, start + length)) {
    const first = cell.tokens[start + length]?.text ?? '';
    const isOfName = length === 0 ? spelledSurnames.has(first) : isGivenToo(cell, start + length);
    if (ends(cell, start + length) && !isOfName) break;
    length++;
  }
  return length;
}

/** "Thành", "Sang" and "Bằng" with a capital inside a name are names. */
const isGivenToo = (cell: Cell, at: number): boolean => cell.lexicon.at(at)?.entry.kind === 'link';

/** Whether a name begins here by itself, without a title before it. */
export function beginsWithSurname(cell: Cell, start: number): boolean {
  const token = cell.tokens[start];
  return token?.kind === 'word' && spelledSurnames.has(token.text) && personAt(cell, start) >= 2;
}
