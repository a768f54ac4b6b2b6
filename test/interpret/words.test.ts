import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../src/interpret/clauses.ts';
import { loosely } from '../../src/interpret/evidence.ts';
import { termsOf } from '../../src/interpret/scan.ts';
import { readWish } from '../../src/interpret/wish.ts';
import * as fillers from '../../src/interpret/words/fillers.ts';
import * as offices from '../../src/interpret/words/offices.ts';
import { type ReasonName, reasonTable } from '../../src/interpret/words/reasons.ts';
import { type Thing, things } from '../../src/interpret/words/things.ts';
import { titles } from '../../src/interpret/words/titles.ts';
import { meanings, type Verb, verbs } from '../../src/interpret/words/verbs.ts';
import { warnings } from '../../src/interpret/words/warnings.ts';
import { syllable } from '../../src/text/syllable.ts';

const today = '2026-11-24';
const termsIn = (text: string) => termsOf(text, today, []).terms;
const entries = <K extends string, V>(table: Readonly<Record<K, V>>) => Object.entries(table) as [K, V][];

describe('every phrase of the tables is read as what it stands under', () => {
  test.each(entries<Verb, readonly string[]>(verbs))('verb %s', (verb, phrases) => {
    const misread = phrases.filter((phrase) => {
      const [term, ...others] = termsIn(phrase);
      return term?.kind !== 'verb' || term.verb !== verb || others.length > 0;
    });
    expect(misread).toEqual([]);
  });

  test.each(entries<Thing, readonly string[]>(things))('thing %s', (thing, phrases) => {
    const misread = phrases.filter((phrase) => {
      const [term, ...others] = termsIn(phrase);
      return term?.kind !== 'thing' || term.thing !== thing || others.length > 0;
    });
    expect(misread).toEqual([]);
  });

  test.each(entries(reasonTable))('reason %s', (reason: ReasonName, { phrases }) => {
    const misread = phrases.filter((phrase) => {
      const [term, ...others] = termsIn(phrase);
      return term?.kind !== 'reason' || term.reason !== reason || others.length > 0;
    });
    expect(misread).toEqual([]);
  });

  test.each(warnings)('warning of $about', ({ phrases }) => {
    const standing = phrases.filter(
      (phrase) => readWish(`${phrase} hủy hộp thư`, today).wish.action !== 'unclear',
    );
    expect(standing).toEqual([]);
  });

  test('another person', () => {
    const misread = fillers.anotherPerson.filter(
      (phrase) => !readWish(`Cấp mới, ${phrase}`, today).wish.anotherPerson,
    );
    expect(misread).toEqual([]);
  });

  test.each([
    ['fillers', fillers.fillers],
    ['asking', fillers.asking],
    ['people', fillers.personWords],
  ])('%s change nothing before a wish', (_, phrases) => {
    const changing = phrases.filter(
      (phrase) => readWish(`${phrase}: cấp mới hộp thư`, today).wish.action !== 'create',
    );
    expect(changing).toEqual([]);
  });
});

describe('every verb with every thing', () => {
  const cells = entries<Verb, readonly string[]>(verbs).flatMap(([verb, [said = '']]) =>
    entries<Thing, readonly string[]>(things).map(([thing, [about = '']]) => ({
      verb,
      thing,
      phrase: `${said} ${about}`,
    })),
  );

  test.each(cells)('$phrase', ({ verb, thing, phrase }) => {
    const meant = meanings[verb][thing] ?? [];
    const [action = 'unclear', ...others] = meant;
    expect(readWish(phrase, today).wish.action).toBe(others.length > 0 ? 'unclear' : action);
  });
});

test('a reason alone asks for what its table says, and for nothing else', () => {
  for (const { phrases, alone } of Object.values(reasonTable)) {
    for (const phrase of phrases)
      expect([phrase, readWish(phrase, today).wish.action]).toEqual([phrase, alone ?? 'unclear']);
  }
});

test('a reason beside a verb never makes it another action', () => {
  for (const [verb, [said = '']] of entries<Verb, readonly string[]>(verbs)) {
    for (const { phrases, allows } of Object.values(reasonTable)) {
      const { action } = readWish(`${said} hộp thư do ${phrases[0]}`, today).wish;
      const ofMailbox = meaningOf({
        verb,
        text: said,
        things: [{ thing: 'mailbox', text: '', joined: false }],
        after: 'start',
        hasDestination: false,
        hasSize: false,
      });
      const meant = [...ofMailbox, ...(loosely[verb] ?? [])];
      expect(action === 'unclear' || (allows.includes(action) && meant.includes(action))).toBe(true);
    }
  }
});

test('no word that is passed over is, without accents, one that acts or warns', () => {
  const key = (phrase: string) =>
    phrase
      .split(' ')
      .map((word) => syllable(word).plain)
      .join(' ');
  const acting = new Set(
    [...Object.values(verbs).flat(), ...warnings.flatMap(({ phrases }) => phrases)].map(key),
  );
  const passedOver = [
    ...fillers.fillers,
    ...fillers.asking,
    ...fillers.past,
    ...fillers.personWords,
    ...titles,
    ...offices.places,
    ...Object.values(fillers.links).flat(),
    ...Object.values(fillers.adverbs).flat(),
  ];
  // "cho" may be "chờ": before a verb it is asked about. The others lead to the same action, or to a question.
  const known = ['cho', 'nhưng', 'tuy', 'chị', 'thầy', 'mới'];
  expect(passedOver.filter((phrase) => acting.has(key(phrase)) && !known.includes(phrase))).toEqual([]);
});
