import { isIP } from 'node:net';
import { type Token, tokensOf } from '../mail/tokens.ts';

/** One hop as the server that took the letter wrote it (RFC 5321, 4.4). Host names and protocol are normalised. */
export type Hop = {
  /** What the client called itself: his to choose. */
  helo: string;
  /** The client's address, from the brackets of the comment right after `helo`; null where none stands there. */
  ip: string | null;
  /** `X` of `(Authenticated sender: X)`, as written; null where there is no such comment. */
  login: string | null;
  by: string;
  protocol: string;
  /** Bare, lower-case; null where the line has no `for`. */
  recipient: string | null;
};

/** `unknown [127.0.0.1]`, `[127.0.0.1]`, `localhost [IPv6:::1]`: nothing else in the comment. */
const clientAddress = /^(?:[^\s[\]]+ )?\[(?:IPv6:)?([0-9A-Fa-f.:]+)\]$/;
const signIn = /^Authenticated sender:/;
const dateTime =
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,5})$/;

/** Takes pieces of the line from left to right; a clause that does not stand where it must makes the line unreadable. */
class Line {
  #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  #take(kind: Token['kind']): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind || token.glued) return null;
    this.#at++;
    return token.text;
  }

  keyword(keyword: string): boolean {
    return this.#tokens[this.#at]?.text === keyword && this.#take('word') !== null;
  }

  word(): string | null {
    return this.#take('word');
  }

  angle(): string | null {
    return this.#take('angle');
  }

  comments(): string[] {
    const comments: string[] = [];
    for (let text = this.#take('comment'); text !== null; text = this.#take('comment')) comments.push(text);
    return comments;
  }

  get ended(): boolean {
    return this.#at === this.#tokens.length;
  }
}

const isDate = (tokens: readonly Token[]): boolean => {
  const [comment, ...words] = [...tokens].reverse();
  const zoned = comment?.kind === 'comment' && /^[\w:+/ -]+$/.test(comment.text);
  const parts = zoned ? words.reverse() : tokens;
  return parts.every(({ kind }) => kind === 'word') && dateTime.test(parts.map(({ text }) => text).join(' '));
};

const addressIn = (comment: string | undefined): string | null => {
  const ip = clientAddress.exec(comment ?? '')?.[1];
  return ip !== undefined && isIP(ip) ? ip.toLowerCase() : null;
};

/**
 * Reads a `Received` line of the form `from helo (name [ip]) (…) by host (…) with PROTOCOL id X (…) for <address>; date`,
 * as Postfix and Dovecot write it; `id` and `for` may be missing. Null where the line has another form: the client
 * chooses what stands in `helo` and in some comments, and only a line read to its end in one way can be believed.
 */
export const readReceived = (value: string): Hop | null => {
  const tokens = tokensOf(value);
  const stop = tokens?.findIndex(({ kind }) => kind === 'semicolon') ?? -1;
  if (!tokens || stop < 0 || !isDate(tokens.slice(stop + 1))) return null;

  const line = new Line(tokens.slice(0, stop));
  if (!line.keyword('from')) return null;
  const helo = line.word();
  const about = line.comments();
  const by = line.keyword('by') ? line.word() : null;
  const remarks = line.comments();
  const protocol = line.keyword('with') ? line.word() : null;
  remarks.push(...line.comments());
  const id = line.keyword('id') ? line.word() : '';
  remarks.push(...line.comments());
  const recipient = line.keyword('for') ? line.angle() || null : '';
  remarks.push(...line.comments());
  if (helo === null || by === null || protocol === null || id === null || recipient === null) return null;

  const logins = about.filter((comment) => signIn.test(comment));
  if (!line.ended || logins.length > 1 || remarks.some((comment) => signIn.test(comment))) return null;
  // A server that lets brackets into the name that the client gave itself puts his comments before its own.
  const [first = '', ...others] = about;
  if (signIn.test(first) || others.some((comment) => addressIn(comment) !== null)) return null;
  return {
    helo: helo.toLowerCase(),
    ip: addressIn(about[0]),
    login: logins[0]?.replace(signIn, '').trim() ?? null,
    by: by.toLowerCase(),
    protocol: protocol.toUpperCase(),
    recipient: recipient.toLowerCase() || null,
  };
};
