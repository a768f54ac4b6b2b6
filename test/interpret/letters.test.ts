import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { interpretForms } from '../../src/interpret/interpret.ts';
import { harmless, harmlessTurns } from '../../src/interpret/words/misgivings.ts';
import type { FormRow } from '../../src/model/form.ts';
import { spoken } from '../../src/text/spoken.ts';
import { form as blank } from '../rules/letters.ts';

/*
 * Whole sentences of letters beside a form with one row. No table knows all that calls a form off: a sentence that turns and is not known to
 * be harmless is asked about.
 */
const [, ...parts] = readFileSync(new URL('./letters.txt', import.meta.url), 'utf8').split(/^\[(.+)\]$/m);
const sentencesOf = (section: string): string[] =>
  (parts[parts.indexOf(section) + 1] ?? '').split('\n').filter((line) => line !== '');

const cell = (text: string) => ({ text, where: 'Phiếu!B9' });
const nothing = { unit: null, position: null, phone: null, address: null, newAddress: null, note: null };
const row: FormRow = {
  ...{ number: 1, where: 'Phiếu!A9:D9', ...nothing },
  ...{ fullName: cell('Lâm Quốc Bảo'), wish: cell('Cấp mới') },
};
const form = { ...blank, rows: [row] };
const actionBeside = async (text: string) => {
  const [request] = await interpretForms({ forms: [form], text }, { today: '2026-11-24' });
  return request?.items[0]?.wish.action;
};

describe('a sentence of the letter beside a form', () => {
  test.each(sentencesOf('asked'))('is asked about: %s', async (sentence) => {
    expect(await actionBeside(sentence)).toBe('unclear');
  });

  test.each(sentencesOf('done'))('is none of the row’s business: %s', async (sentence) => {
    expect(await actionBeside(sentence)).toBe('create');
  });

  test('is sometimes taken otherwise than by a person, and how often is counted', async () => {
    const [asked, missed, done, needless] = ['asked', 'missed', 'done', 'asked without need'].map(
      sentencesOf,
    );
    const wrong = [...(missed ?? []), ...(needless ?? [])];
    const actions = await Promise.all(wrong.map(actionBeside));
    console.log(
      `./letters.txt: ${asked?.length} asked about, ${missed?.length} missed; ${done?.length} done, ${needless?.length} asked about without need`,
    );
    const expected = [...(missed ?? []).map(() => 'create'), ...(needless ?? []).map(() => 'unclear')];
    expect(actions, 'move what is taken rightly now').toEqual(expected);
  });

  test('what is known to be harmless stands in some sentence', () => {
    const whole = readFileSync(new URL('./whole-letters.txt', import.meta.url), 'utf8').split(/[.;]\s|\n/);
    const said = [...sentencesOf('done'), ...whole].map(spoken);
    const known = [...harmless, ...harmlessTurns];
    expect(known.filter((one) => !said.some((words) => words.search(one) >= 0))).toEqual([]);
  });
});
