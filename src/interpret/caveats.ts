import { setImmediate } from 'node:timers/promises';
import type { Placed } from '../model/form.ts';
import type { Item } from '../model/request.ts';
import { fold } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { spoken, without } from '../text/spoken.ts';
import { type About, heldBack, isBeside } from './held-back.ts';
import { asideOf } from './note.ts';
import { type People, peopleOf, pointedAt } from './pointers.ts';
import type { Context } from './row.ts';
import { letterPlace } from './sentences.ts';
import { tokens } from './tokens.ts';
import { asksForOthers, misnamedIn, namesOthers } from './wishes-told.ts';
import { backward, prompts } from './words/caveats.ts';
import { elsewhere, harmless, harmlessTurns, ofRequest, turning } from './words/misgivings.ts';

/** What words outside the rows say against doing what some of them ask; `from`: that it is to be done from that day on, and nothing else. */
type Caveat = Placed & { about: About; from: string | null };

/** Everybody else has a turn between them. */
const sentencesInOneGo = 5;

/**
 * The items with a doubt where sentences outside the form's table, in the letter or a covering letter say that a row, or any of them, is not to
 * be done, or not yet: "trừ đồng chí Duyên", "dòng số 2 bỏ", "chờ phê duyệt"; that somebody is called otherwise, or that
 * something is asked for other people alone; or what nobody understands and may turn a request. Those that are only to be done from a later day on
 * are dated.
 */
export async function withCaveats(
  items: readonly Item[],
  sentences: readonly Placed[],
  { today }: Context,
): Promise<readonly Item[]> {
  const people = peopleOf(items);
  const words = sentences
    .map(({ text }) => text.normalize('NFC'))
    .join(' ')
    .toLowerCase();
  const caveats: Caveat[] = [];
  let before: Placed | null = null;
  for (const [at, sentence] of sentences.entries()) {
    const about = [
      heldBack(sentence.text, people, today, before?.where === sentence.where ? before.text : ''),
      misnamed(sentence.text, people, today, words),
      misgiving(sentence, people, before),
    ].find((one) => one !== null && items.some(one));
    if (about) {
      const above = before;
      const isHeldWithout = (text: string): boolean =>
        heldBack(text, people, today, above?.text ?? '') !== null ||
        misgiving({ ...sentence, text }, people, above) !== null;
      caveats.push({ ...sentence, about, from: dayAlone(sentence.text, isHeldWithout, today) });
    }
    before = sentence;
    if (at % sentencesInOneGo === sentencesInOneGo - 1) await setImmediate();
  }
  const folded = ` ${fold(words)} `;
  const isNamed = items.some(({ name }) => name !== null && folded.includes(` ${name.key} `));
  const other = isNamed ? undefined : sentences.find(({ text }) => asksForOthers(text, people, today));
  if (other) caveats.push({ ...other, about: () => true, from: null });
  if (caveats.length === 0) return items;
  return items.map((item): Item => {
    const own = item.wish.action === 'unclear' ? [] : caveats.filter(({ about }) => about(item));
    const found = own.find(({ from }) => from === null) ?? own[0];
    if (!found) return item;
    const { from } = found;
    if (from !== null) {
      const day = item.wish.effectiveOn;
      return { ...item, wish: { ...item.wish, effectiveOn: day !== null && day > from ? day : from } };
    }
    const doubt = `có thực hiện dòng này không, vì có ghi “${found.text}” (${placeInWords(found.where)})`;
    const remarks = [...(item.row.remarks ?? []), { text: found.text, where: found.where }];
    return {
      ...item,
      row: { ...item.row, remarks },
      wish: { ...item.wish, action: 'unclear', open: [], doubt },
    };
  });
}

/**
 * The later day from which a sentence holds rows back, where it says nothing else that does: "đề nghị thực hiện từ ngày 01/12/2026"; null
 * where it does. `isHeldWithout`: whether the rest of the sentence holds any back.
 */
function dayAlone(text: string, isHeldWithout: (text: string) => boolean, today: string): string | null {
  const [named, ...others] = tokens(text, today).filter(({ kind }) => kind === 'day');
  if (named?.kind !== 'day' || others.length > 0 || named.day === null || named.day <= today) return null;
  const at = text.indexOf(named.text);
  if (at < 0 || asideOf(text, today, []).effectiveOn !== named.day) return null;
  const rest = `${text.slice(0, at).replace(sinceWhen, '')} ${text.slice(at + named.text.length)}`;
  return isHeldWithout(rest) ? null : named.day;
}

const sinceWhen =
  /(?:,\s*)?(?:có hiệu lực|bắt đầu)?\s*(?:(?:kể\s+)?từ|vào)?\s*(?:ngày|tháng|đầu tháng)?\s*$/iu;

/** Who is called otherwise than in the table, and nowhere as there. `words`: all that is said, in lower case. */
function misnamed(text: string, people: People, today: string, words: string): About | null {
  const meant = misnamedIn(text, people, today).filter(
    ({ name }) => name !== null && !words.includes(name.fullName.toLowerCase()),
  );
  return meant.length > 0 ? (item) => meant.includes(item) : null;
}

const allHarmless = [...harmless, ...harmlessTurns];

/** A sentence of the letter that may turn what is asked, in words that are in no table. Of whom it speaks, the one before may have said. */
function misgiving({ text, where }: Placed, people: People, before: Placed | null): About | null {
  if (where !== letterPlace) return null;
  const written = text.replace(prompts, '');
  const own = spoken(written);
  if (!turning.test(own) || isBeside(own)) return null;
  if (!turning.test(without(written, allHarmless).said)) return null;
  const { named, sure } = pointedAt(text, people);
  if (named.size === 0 && !ofRequest.test(own) && (elsewhere.test(own) || namesOthers(text, people)))
    return null;
  const isOfBefore = named.size === 0 && before?.where === where && backward.test(own);
  const meant = isOfBefore ? pointedAt(before.text, people).named : sure;
  return (item) => meant.size === 0 || meant.has(item) || named.has(item);
}
