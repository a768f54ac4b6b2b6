import type { HeaderField } from '../model/letter.ts';
import { unfold } from './tokens.ts';

/** The one From address, bare and lower-case; or, in English for the log, why From is not one strict address. */
export type From = { address: string; why: null } | { address: null; why: string };

/** The longest From that is read, in bytes. */
const valueLimit = 4096;

const atext = "A-Za-z0-9!#$%&'*+/=?^_`{|}~-";
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const address = `[${atext}]+(?:\\.[${atext}]+)*@${label}(?:\\.${label})+`;
const addressOnly = new RegExp(`^${address}$`);
const bare = new RegExp(`^[ \\t]*(${address})[ \\t]*(?:\\([^()\\\\<>@,;:"]*\\))?[ \\t]*$`);
/** A display name of quoted strings and of words without specials; every character fits one branch alone. */
const named = new RegExp(`^(?:"(?:[^"\\\\]|\\\\.)*"|[. \\t\\x80-\\xff${atext}])*<(${address})>[ \\t]*$`);

const isUtf8 = (latin1: string): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(latin1, 'latin1'));
    return true;
  } catch {
    return false;
  }
};

const refuse = (why: string): From => ({ address: null, why });

/** Plain ASCII `local@domain` (RFC 5322 dot-atoms, RFC 5321 lengths), nothing else: no quotes, no encoded words. */
export const isPlainAddress = (text: string): boolean =>
  addressOnly.test(text) && text.length <= 254 && text.lastIndexOf('@') <= 64 && !text.includes('=?');

/**
 * Who From is, by a grammar narrower than RFC 5322's: one field with one plain address, bare (one plain comment may
 * follow) or in angle brackets after a display name. Comments elsewhere, groups, routes, quoted or encoded local parts
 * and control characters are refused: programs read those in different ways.
 */
export const fromOf = (fields: readonly HeaderField[]): From => {
  const values = fields.filter(({ name }) => name === 'from').map(({ value }) => unfold(value));
  const [value] = values;
  if (value === undefined) return refuse('no From field');
  if (values.length > 1) return refuse(`${values.length} From fields`);
  if (value.length > valueLimit) return refuse(`a From of more than ${valueLimit} bytes`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\x00-\x08\x0a-\x1f\x7f]/.test(value)) return refuse('a control character in From');
  if (!isUtf8(value)) return refuse('From is not UTF-8');
  const found = (bare.exec(value) ?? named.exec(value))?.[1];
  return found && isPlainAddress(found)
    ? { address: found.toLowerCase(), why: null }
    : refuse('From is not one plain address');
};
