import type { Placed } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { placeInWords } from '../text/place.ts';
import { letterPlace, linesOf } from './sentences.ts';
import { ofTheProvince, others, ours, sent } from './words/addressees.ts';

/**
 * What the addressee of a form or a letter, "Kính gửi: Bưu điện tỉnh", says against taking its rows for the Centre's, in a phrase that
 * completes "chưa rõ …"; null where nobody else is addressed. `unit`: the form's own, whose head may be meant.
 */
export function addresseeDoubt(said: readonly Placed[], unit: string): string | null {
  const own = fold(unit);
  for (const { text, where } of addressesIn(said)) {
    const words = fold(text.includes(':') ? text : (text.split(/[,.;!]/)[0] ?? '')).replace(sent, '');
    const [other] = others.exec(words) ?? (where === letterPlace ? ofTheProvince.exec(words) : null) ?? [];
    if (other === undefined || ours.test(words) || own.includes(other)) continue;
    return `phiếu gửi Trung tâm hay gửi cơ quan khác, vì có ghi “${text}” (${placeInWords(where)})`;
  }
  return null;
}

const [greeting, item] = [/^[^\p{L}]*kính gửi/iu, /^[-–—+*•]/];
/** Lines below "Kính gửi:" that name more of them. */
const mostNamed = 8;

/** Each "Kính gửi: …" with the lines below it that go on naming somebody. */
function addressesIn(said: readonly Placed[]): Placed[] {
  const lines = linesOf(said);
  return lines.flatMap(({ text, where }, at) => {
    if (!greeting.test(text)) return [];
    const below = lines.slice(at + 1, at + 1 + mostNamed).map((line) => line.text);
    const isBare = /^[^\p{L}]*kính gửi\s*:?$/iu.test(text);
    const end = below.findIndex((line, index) => !(item.test(line) || (isBare && index === 0)));
    return [{ text: [text, ...below.slice(0, end < 0 ? undefined : end)].join(' '), where }];
  });
}
