import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWish } from '../../src/interpret/wish.ts';
import { type Labelled, labelled } from './phrases.ts';

const today = '2026-11-24';
const actionOf = (phrase: string): string => readWish(phrase, today).wish.action;

function score(file: string): { wrong: string[]; missed: string[]; clear: Labelled[]; unclear: Labelled[] } {
  const all = labelled(file);
  const read = all.map((label) => ({ ...label, got: actionOf(label.phrase) }));
  const line = ({ action, got, phrase }: (typeof read)[number]): string =>
    `${phrase}: ${action}, read as ${got}`;
  return {
    wrong: read.filter(({ action, got }) => got !== 'unclear' && got !== action).map(line),
    missed: read.filter(({ action, got }) => got === 'unclear' && action !== 'unclear').map(line),
    clear: all.filter(({ action }) => action !== 'unclear'),
    unclear: all.filter(({ action }) => action === 'unclear'),
  };
}

/** What was not taught may be asked about more often, and may no more be read wrongly. */
describe.each([
  ['./phrases.txt', 0.03],
  ['./phrases-held-out.txt', 0.07],
])('the labelled phrases of %s', (file, most) => {
  const { wrong, missed, clear, unclear } = score(file);

  test('never get a wrong action', () => {
    expect(wrong).toEqual([]);
  });

  test('get their action where they have one, nearly all of them', () => {
    console.log(
      `${file}: ${clear.length} clear, ${unclear.length} unclear; ${missed.length} asked about without need`,
    );
    expect(missed.length / clear.length, missed.join('\n')).toBeLessThanOrEqual(most);
  });

  test('say why, where they are unclear', () => {
    expect(unclear.filter(({ phrase }) => !readWish(phrase, today).wish.doubt)).toEqual([]);
  });
});

/** Those that have an action and get it. */
const understood = (file: string): Labelled[] =>
  labelled(file).filter(({ action, phrase }) => action !== 'unclear' && actionOf(phrase) === action);

describe('a clear wish', () => {
  const clear = understood('./phrases.txt');

  test('stays the same in capitals', () => {
    const changed = clear.filter(({ phrase, action }) => {
      const loud = actionOf(phrase.toUpperCase());
      return loud !== action && loud !== 'unclear';
    });
    expect(changed).toEqual([]);
  });

  test('has no other action when its accents are lost', () => {
    const bare = (phrase: string) =>
      phrase
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .replace(/đ/g, 'd')
        .replace(/Đ/g, 'D');
    const changed = clear.filter(
      ({ phrase, action }) => ![action, 'unclear'].includes(actionOf(bare(phrase))),
    );
    expect(changed).toEqual([]);
  });

  test('is the same decomposed (NFD)', () => {
    expect(clear.filter(({ phrase, action }) => actionOf(phrase.normalize('NFD')) !== action)).toEqual([]);
  });

  test.each(['không', 'chưa', 'đừng', 'Không', 'khong', 'chua', 'dung', 'khoan', 'thôi', 'ko', 'nếu', 'chờ'])(
    'does not stand with "%s" before its verb',
    (word) => {
      const standing = clear.flatMap(({ phrase }) =>
        turned(phrase, word).filter((denied) => actionOf(denied) !== 'unclear'),
      );
      expect(standing).toEqual([]);
    },
  );

  test('does not stand with a question mark', () => {
    expect(clear.filter(({ phrase }) => actionOf(`${phrase}?`) !== 'unclear')).toEqual([]);
  });

  test('does not stand beside the opposite wish', () => {
    const standing = clear
      .filter(({ phrase, action }) => action !== 'cancel' && hasVerb(phrase))
      .filter(({ phrase }) => actionOf(`${phrase}; hủy hộp thư`) !== 'unclear');
    expect(standing).toEqual([]);
  });
});

const hasVerb = (phrase: string): boolean =>
  readWish(phrase, today).terms.some(({ kind }) => kind === 'verb');

/** The phrase with a word put before each of its verbs, as the reader finds them. */
function turned(phrase: string, word: string): string[] {
  const verbs = readWish(phrase, today).terms.filter(({ kind }) => kind === 'verb');
  return verbs
    .map(({ text }) => phrase.replace(text, `${word} ${text}`))
    .filter((changed) => changed !== phrase);
}

test('whatever is written, reading never throws and an unclear wish has a doubt', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const { wish } = readWish(text, today);
      expect(wish.action === 'unclear').toBe(wish.doubt !== null);
    }),
    { numRuns: 2000 },
  );
});

test('a word that stands in no table makes any clear wish unclear', () => {
  const clear = understood('./phrases.txt');
  fc.assert(
    fc.property(
      fc.constantFrom(...clear),
      fc.constantFrom('gâu', 'blorp', 'xyzzy', 'lẻng kẻng'),
      fc.boolean(),
      (label, word, before) => {
        const phrase = before ? `${word} ${label.phrase}` : `${label.phrase} ${word}`;
        expect(actionOf(phrase)).toBe('unclear');
      },
    ),
  );
});

test('a salad of ordinary words asks for nothing', () => {
  const words =
    'mưa nắng bàn ghế trời xanh học sinh cơm nước đường phố vui buồn hoa lá cá chim ngày mới năm tháng đi về'.split(
      ' ',
    );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }), (salad) => {
      expect(actionOf(salad.join(' '))).toBe('unclear');
    }),
    { numRuns: 1000 },
  );
});

test('words run together without end are not cut in every way', () => {
  expect(actionOf('hộpthư'.repeat(160))).toBe('unclear');
});
