import { positionsByRank } from '../text/positions.ts';
import { isFullySpelled, mayStandFor, type Syllable, syllable } from '../text/syllable.ts';
import type { Token } from './tokens.ts';
import * as fillers from './words/fillers.ts';
import * as offices from './words/offices.ts';
import * as plights from './words/plights.ts';
import { type ReasonName, reasonTable } from './words/reasons.ts';
import { type Thing, things } from './words/things.ts';
import { titles } from './words/titles.ts';
import { type Verb, verbs } from './words/verbs.ts';
import { type Warning, warnings } from './words/warnings.ts';

/** What a phrase of the tables is. */
export type Entry =
  | { kind: 'verb'; verb: Verb }
  | { kind: 'thing'; thing: Thing }
  | { kind: 'reason'; reason: ReasonName }
  | { kind: 'link'; link: fillers.Link }
  | { kind: 'adverb'; adverb: fillers.Adverb }
  | { kind: 'warning'; about: Warning; why: string }
  | { kind: PlainKind };

type PlainKind =
  | 'asking'
  | 'filler'
  | 'noun'
  | 'past'
  | 'future'
  | 'title'
  | 'duty'
  | 'identity'
  | 'paper'
  | 'paperLink'
  | 'anotherPerson'
  | 'notThatPerson'
  | 'namesakeOf'
  | 'inPlaceOf'
  | 'accordingTo'
  | 'position'
  | 'officeHead'
  | 'otherOffice'
  | 'ownOffice'
  | 'elsewhere'
  | 'field'
  | 'place'
  | 'plight'
  | 'fault'
  | 'work'
  | 'loss'
  | 'matter'
  | 'beside'
  | 'goal';

/** A phrase found in a cell: how many tokens it takes, and whether it stands there with all its accents. */
type Found<E extends Entry = Entry> = { entry: E; length: number; exact: boolean };

type Phrase = { entry: Entry; words: readonly Syllable[]; order: number };

const plain = (kind: PlainKind, phrases: readonly string[]): [Entry, readonly string[]] => [
  { kind },
  phrases,
];

/** Where one phrase stands in two tables, the earlier counts for those who look for any. */
const tables: readonly (readonly [Entry, readonly string[]])[] = [
  ...(Object.keys(verbs) as Verb[]).map((verb): [Entry, readonly string[]] => [
    { kind: 'verb', verb },
    verbs[verb],
  ]),
  ...(Object.keys(things) as Thing[]).map((thing): [Entry, readonly string[]] => [
    { kind: 'thing', thing },
    things[thing],
  ]),
  ...(Object.keys(reasonTable) as ReasonName[]).map((reason): [Entry, readonly string[]] => [
    { kind: 'reason', reason },
    reasonTable[reason].phrases,
  ]),
  ...(Object.keys(fillers.links) as fillers.Link[]).map((link): [Entry, readonly string[]] => [
    { kind: 'link', link },
    fillers.links[link],
  ]),
  ...(Object.keys(fillers.adverbs) as fillers.Adverb[]).map((adverb): [Entry, readonly string[]] => [
    { kind: 'adverb', adverb },
    fillers.adverbs[adverb],
  ]),
  plain('otherOffice', offices.otherOffices),
  plain('ownOffice', offices.ownOffice),
  plain('anotherPerson', fillers.anotherPerson),
  plain('notThatPerson', fillers.notThatPerson),
  plain('namesakeOf', fillers.namesakeOf),
  plain('inPlaceOf', fillers.inPlaceOf),
  plain('accordingTo', fillers.accordingTo),
  plain('asking', fillers.asking),
  plain('filler', fillers.fillers),
  plain('noun', fillers.nouns),
  plain('title', [...fillers.personWords, ...titles]),
  plain('past', fillers.past),
  plain('future', fillers.future),
  plain('position', positionsByRank.flat()),
  plain('duty', fillers.duties),
  plain('identity', fillers.identities),
  plain('paper', fillers.papers),
  plain('paperLink', fillers.paperLinks),
  plain('officeHead', offices.officeHeads),
  plain('field', offices.fields),
  plain('place', offices.places),
  ...warnings.map(({ about, why, phrases }): [Entry, readonly string[]] => [
    { kind: 'warning', about, why },
    phrases,
  ]),
  plain('plight', plights.plights),
  plain('fault', plights.faults),
  plain('work', plights.works),
  plain('loss', plights.losses),
  plain('matter', plights.matters),
  plain('beside', plights.besides),
  plain('goal', plights.goals),
  plain('elsewhere', offices.elsewhere),
];

const phrasesByFirstWord: ReadonlyMap<string, readonly Phrase[]> = Map.groupBy(
  tables.flatMap(([entry, phrases], order) =>
    phrases.map(
      (phrase): Phrase => ({
        entry,
        order,
        words: phrase
          .replaceAll('&', ' và ')
          .split(/[\s/-]+/)
          .map(syllable),
      }),
    ),
  ),
  ({ words }) => words[0]?.plain ?? '',
);

/** Every single word of the tables, as it is spelled: what run-together words may be made of. */
export const knownWords: readonly Syllable[] = [...phrasesByFirstWord.values()]
  .flat()
  .flatMap(({ words }) => [...words]);

/** Reads the tables against the tokens of one cell. */
export type Lexicon = {
  /** The longest phrase that stands at a place; of equally long ones that with all its accents, then the table's first. */
  at(place: number): Found | null;
  /** The longest phrase of one kind there. */
  of<K extends Entry['kind']>(kind: K, place: number): Found<Extract<Entry, { kind: K }>> | null;
  /** The longest phrase there that is fitting. */
  longest(place: number, isFitting: (entry: Entry) => boolean): Found | null;
};

/** `bare`: the cell is written without accents, so that they cannot tell words apart. */
export function lexiconOf(tokens: readonly Token[], bare: boolean): Lexicon {
  const found = tokens.map((_, place) => phrasesAt(tokens, place, bare));
  return {
    // What leads to whose place somebody takes is a verb where nobody follows: "thay thế hộp thư".
    at: (place) => found[place]?.find(({ entry }) => entry.kind !== 'inPlaceOf') ?? null,
    of: <K extends Entry['kind']>(kind: K, place: number) =>
      (found[place]?.find(({ entry }) => entry.kind === kind) as Found<Extract<Entry, { kind: K }>>) ?? null,
    longest: (place, isFitting) => found[place]?.find(({ entry }) => isFitting(entry)) ?? null,
  };
}

function phrasesAt(tokens: readonly Token[], place: number, bare: boolean): Found[] {
  const first = spelling(tokens[place]);
  if (first === null) return [];
  return (phrasesByFirstWord.get(first.plain) ?? [])
    .filter(({ words }) => words.every((meant, at) => stands(tokens[place + at], meant)))
    .map((phrase) => ({
      ...phrase,
      exact: !bare && phrase.words.every((meant, at) => isExact(tokens[place + at], meant)),
    }))
    .filter(({ entry, words, exact }) => bare || exact || words.length > 1 || !isPassedOver(entry))
    .toSorted(
      (a, b) => b.words.length - a.words.length || Number(b.exact) - Number(a.exact) || a.order - b.order,
    )
    .map(({ entry, words, exact }) => ({ entry, length: words.length, exact }));
}

/** Kinds whose words are passed over: where the cell has accents, a lone one must have its own (`cung` is no `cùng`). */
const passedOver = new Set<Entry['kind']>([
  'link',
  'filler',
  'noun',
  'adverb',
  'title',
  'past',
  'future',
  'asking',
  'field',
  'place',
  'fault',
  'work',
  'matter',
  'beside',
  'goal',
]);
const isPassedOver = ({ kind }: Entry): boolean => passedOver.has(kind);

function stands(token: Token | undefined, meant: Syllable): boolean {
  const written = spelling(token);
  return written !== null && mayStandFor(written, meant);
}

function isExact(token: Token | undefined, meant: Syllable): boolean {
  const written = spelling(token);
  return written !== null && isFullySpelled(written, meant);
}

function spelling(token: Token | undefined): Syllable | null {
  return token?.kind === 'word' || token?.kind === 'number' ? token.syllable : null;
}
