import type { Placed } from '../model/form.ts';
import { tidyLines } from '../text/fold.ts';

/** Where the words of a letter itself stand. */
export const letterPlace = 'trong thư';

/** Sentences that are looked through, and letters of one: forms have some dozens of short ones. */
const mostSentences = 1000;
const longestSentence = 500;

/** Not after the letter that stands for a title: "c. Duyên". */
const sentenceEnd = /(?<=[;!?]|(?<!(?:^|\s)\p{L})\.)\s/u;

/** The sentences of words that stand outside a table, with their places. */
export function sentencesOf(said: readonly Placed[]): Placed[] {
  return unbroken(linesOf(said))
    .flatMap(({ text, where }) => text.split(sentenceEnd).map((part) => ({ text: part.trim(), where })))
    .flatMap(({ text, where }) => {
      const parts = text.length > longestSentence ? text.split(/(?<=,)\s/) : [text];
      return parts.map((part) => ({ text: part.slice(0, longestSentence), where }));
    })
    .filter(({ text }) => text !== '')
    .slice(0, mostSentences);
}

/** The lines of words, tidied, each where its words stand. */
export function linesOf(said: readonly Placed[]): Placed[] {
  return said.flatMap(({ text, where }) =>
    tidyLines(text)
      .split('\n')
      .map((line) => ({ text: line, where })),
  );
}

/** Whom a letter addresses begins no sentence of it. */
const greeting = /^kính gửi\s*:/iu;

/** What the form prints above its table ("(nếu có)") goes on from no line. */
const prompt = /^\P{L}*liệt kê cụ thể/iu;

/** Programs break a line that is as long, and a name or a word of two syllables with it. Shorter ones go on in small letters. */
const [broken, shortest] = [55, 25];

/**
 * Lines with those that go on in them. One that begins with a capital may go on, as a name does, or be a sentence of its own: it is
 * looked at as both.
 */
function unbroken(lines: readonly Placed[]): Placed[] {
  const whole: Placed[] = [];
  let open: Placed[] = [];
  let last: Placed | null = null;
  for (const line of lines) {
    const begins = !/^[^\p{L}]*\p{Ll}/u.test(line.text);
    const goesOn =
      last !== null &&
      sourceOf(last) === sourceOf(line) &&
      !/[.;!?:]$/.test(last.text) &&
      !(begins && greeting.test(last.text)) &&
      !prompt.test(line.text) &&
      last.text.length >= (begins ? broken : shortest);
    // What has no end is no sentence, and thousands of lines of it no letter.
    open = goesOn ? open.filter(({ text }) => text.length < 2 * longestSentence) : [];
    for (const one of open) one.text += ` ${line.text}`;
    if (open.length === 0 || begins) {
      open.push({ ...line });
      whole.push(...open.slice(-1));
    }
    last = line;
  }
  return whole;
}

/** The file, sheet or kind of place that words stand in: `thư`, `Phiếu`, `trang`. */
function sourceOf({ where }: Placed): string {
  return where.replace(/[!,\d].*$/s, '').trim();
}
