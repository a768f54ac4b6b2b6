/** Undoes folding (RFC 5322, 2.2.3): the line end goes, the white space after it stays. */
export const unfold = (value: string): string => value.replace(/\r?\n(?=[ \t])/g, '');

/**
 * A piece of a structured field (RFC 5322, 3.2). `text` of a comment, quoted string or angle bracket is what stands
 * inside. `glued`: nothing stood between it and the piece before.
 */
export type Token = {
  kind: 'word' | 'quoted' | 'comment' | 'angle' | 'semicolon';
  text: string;
  glued: boolean;
};

/** Longer values are refused: no server of ours writes one. */
const valueLimit = 16 * 1024;

/**
 * The offset after the parenthesis that closes the comment opened at `open`, or -1. Quotes mean nothing in a comment;
 * one that stays open in it means that the writer put something quoted there whose parentheses were not meant for us.
 */
const commentEnd = (value: string, open: number): number => {
  let depth = 0;
  let quotes = 0;
  for (let at = open; at < value.length; at++) {
    const character = value[at];
    if (character === '\\') at++;
    else if (character === '"') quotes++;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return quotes % 2 === 0 ? at + 1 : -1;
  }
  return -1;
};

const quoted = /"(?:[^"\\]|\\.)*"/y;
const angle = /<[^<>()"\\; \t]*>/y;
const word = /[^()<>"\\; \t]+/y;

const endOf = (pattern: RegExp, value: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(value) ? pattern.lastIndex : -1;
};

const tokenAt = (value: string, at: number): { kind: Token['kind']; end: number } => {
  switch (value[at]) {
    case ';':
      return { kind: 'semicolon', end: at + 1 };
    case '(':
      return { kind: 'comment', end: commentEnd(value, at) };
    case '"':
      return { kind: 'quoted', end: endOf(quoted, value, at) };
    case '<':
      return { kind: 'angle', end: endOf(angle, value, at) };
    default:
      return { kind: 'word', end: endOf(word, value, at) };
  }
};

/**
 * Cuts the value of a trace field into its pieces, in one pass. Null where it cannot be read in exactly one way:
 * an open comment, quote or bracket, a control character, a stray backslash.
 */
export const tokensOf = (folded: string): Token[] | null => {
  const value = unfold(folded);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (value.length > valueLimit || /[\x00-\x08\x0a-\x1f\x7f]/.test(value)) return null;
  const tokens: Token[] = [];
  let at = 0;
  let glued = false;
  while (at < value.length) {
    if (value[at] === ' ' || value[at] === '\t') {
      glued = false;
      at++;
      continue;
    }
    const { kind, end } = tokenAt(value, at);
    if (end < 0) return null;
    const bare = kind === 'word' || kind === 'semicolon';
    tokens.push({ kind, text: bare ? value.slice(at, end) : value.slice(at + 1, end - 1), glued });
    glued = true;
    at = end;
  }
  return tokens;
};
