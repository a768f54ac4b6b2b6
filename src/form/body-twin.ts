import type { Form, FormRow } from '../model/form.ts';
import { fold } from '../text/fold.ts';
import { actionsIn, isNameLike } from './aside.ts';
import { plainLines } from './body-lines.ts';
import { isUnmeant } from './body-meant.ts';
import { linesInUnicode } from './legacy.ts';
import { isVietnameseSyllable } from './spoken.ts';

/**
 * What the plain words of a letter say otherwise than the form in its HTML, and where; null where they agree. `shown` are the words
 * of the HTML. People see the HTML alone, so that what a careless program, or a forger, wrote beside it was seen by nobody. Plain words
 * that only lack the table, or tell that the program cannot show it, say nothing else.
 */
export function saidOtherwise(plain: string, form: Form, shown: readonly string[]): string | null {
  const { lines } = linesInUnicode(plainLines(plain.replace(links, ' ')));
  const said = lines.map(({ cells, where }) => ({ text: cells.map(({ text }) => text).join(' '), where }));
  const seen = new Set(fold([...shown, ...form.skipped.map(({ text }) => text)].join(' ')).split(' '));
  const names = form.rows.flatMap(({ fullName }) => (fullName ? fold(fullName.text) : []));
  const other = said.find(({ text }) => isOther(text, seen, names));
  if (other) return `thư: – / “${other.text.slice(0, 200)}” (bản chữ thường của thư, ${other.where})`;
  const row = form.rows.find(isDeniedBy(fold(said.map(({ text }) => text).join(' ')), form.rows));
  const words = [row?.fullName, row?.wish].flatMap((placed) => placed?.text.replaceAll('\n', ' ') ?? []);
  return row ? `thư: “${words.join(': ')}” (${row.where}) / khác ở bản chữ thường của thư` : null;
}

/** What programs put beside words that HTML shows: addresses of links, names of pictures and what stands for them, banners. */
const links =
  /<(?:mailto|https?|tel|file):[^<>\s]*>|\[(?:cid|image|https?):[^\]\n]*\]|^\s*\[[^\]\n]{1,80}\]\s*$/gim;

/** Whether a line has a person, a wish or a word against one that the HTML has not. */
function isOther(text: string, seen: ReadonlySet<string>, names: readonly string[]): boolean {
  const isStrange = (word: string): boolean => !seen.has(word);
  const words = fold(text).split(' ').filter(Boolean);
  if (!words.some(isStrange)) return false;
  return (
    names.some((name) => holds(words.join(' '), name)) ||
    isUnmeant(text) ||
    actionsIn(text).some((action) => action.split(' ').some(isStrange)) ||
    namesIn(text).some((name) => fold(name).split(' ').some(isStrange))
  );
}

const holds = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);

/** Two words or more, each with a capital, as names here are spelled: "Mozilla Thunderbird" is none. */
function namesIn(text: string): string[] {
  const runs = text.match(/\p{Lu}[\p{L}'’-]*(?:[ \u00a0]+\p{Lu}[\p{L}'’-]*)+/gu) ?? [];
  return runs.filter(
    (run) => isNameLike(run) && run.split(/\s+/).every((word) => isVietnameseSyllable(word)),
  );
}

/** Whether the plain words name others of the rows and not this one, or have beside its name what another row asks. */
function isDeniedBy(said: string, rows: readonly FormRow[]): (row: FormRow) => boolean {
  const had = new Set(said.split(' '));
  const all = rows.flatMap(({ fullName }) => (fullName ? [fold(fullName.text)] : []));
  const isNamed = (name: string): boolean => name.split(' ').every((word) => had.has(word));
  const places = placesOf(said, all);
  const wishes = rows.map(({ wish }) => fold(wish?.text ?? '')).filter((wish) => wish !== '');
  return ({ fullName, wish }) => {
    const name = fold(fullName?.text ?? '');
    if (name === '') return false;
    if (!isNamed(name)) return all.some((other) => other !== name && isNamed(other));
    const place = places?.find((one) => one.name === name);
    if (!place || wish?.where !== fullName?.where) return false;
    const own = fold(wish?.text ?? '');
    const beside = [place.before, place.after];
    return (
      beside.every((part) => !hasWords(part, own)) &&
      beside.some((part) => wishes.some((other) => other !== own && hasWords(part, other)))
    );
  };
}

const hasWords = (text: string, words: string): boolean =>
  words.split(' ').every((word) => holds(text, word));

/** The words between the names, where all of them stand in their order and once; null where they do not. */
function placesOf(said: string, names: readonly string[]) {
  let from = 0;
  const starts: number[] = [];
  for (const name of names) {
    const at = ` ${said} `.indexOf(` ${name} `, from);
    if (at < 0) return null;
    starts.push(at);
    from = at + name.length;
  }
  return names.map((name, index) => {
    const start = starts[index] ?? 0;
    const end = start + name.length;
    const before = index === 0 ? 0 : (starts[index - 1] ?? 0) + (names[index - 1]?.length ?? 0);
    return { name, before: said.slice(before, start), after: said.slice(end, starts[index + 1]) };
  });
}
