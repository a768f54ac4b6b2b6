import type { HeaderField } from '../model/letter.ts';

/** Each stands exactly once and is signed: a second one could be shown instead of the first. */
const required = ['from', 'date', 'subject', 'to', 'message-id', 'content-type'];
/** Each stands once at most, and is signed: added later, it would change what the letter says or what it answers. */
const signedWherePresent = [
  ...['cc', 'in-reply-to', 'references'],
  ...['mime-version', 'content-transfer-encoding', 'content-disposition'],
];

const countOf = (fields: readonly HeaderField[], wanted: string): number =>
  fields.filter(({ name }) => name === wanted).length;

/** What stands too often, or not at all, for a signature to say what the letter is; null where nothing does. */
export const ambiguousField = (fields: readonly HeaderField[]): string | null => {
  const odd =
    required.find((name) => countOf(fields, name) !== 1) ??
    signedWherePresent.find((name) => countOf(fields, name) > 1);
  return odd === undefined ? null : `${countOf(fields, odd)} fields ${odd}`;
};

/** The first field that had to be signed and is not; null where all are. `signed`: names, lower-case. */
export const unsignedField = (fields: readonly HeaderField[], signed: ReadonlySet<string>): string | null =>
  [...required, ...signedWherePresent].find((name) => countOf(fields, name) > 0 && !signed.has(name)) ?? null;
