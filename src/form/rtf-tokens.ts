import { Unreadable } from './unreadable.ts';

/** What rich text is written in (Rich Text Format 1.9.1, "RTF Syntax"). */
export type Token =
  | { is: 'open' }
  | { is: 'close' }
  | { is: 'word'; name: string; value: number | null }
  /** `\~`, `\*`, `\{`: what stands behind the stroke. */
  | { is: 'symbol'; sign: string }
  | { is: 'byte'; byte: number }
  /** A byte a character. */
  | { is: 'text'; text: string };

const pattern =
  /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])|([^\\{}\r\n]+)|[\r\n]+/y;

/** Takes rich text apart. Throws Unreadable where it is none. */
export function* tokensOf(rtf: string): Iterable<Token> {
  for (let at = 0; at < rtf.length; ) {
    pattern.lastIndex = at;
    const match = pattern.exec(rtf);
    if (!match) throw new Unreadable('rich text that ends too early');
    at = pattern.lastIndex;
    const [, name, value, hex, sign, brace, text] = match;
    if (name === 'bin') at += Math.max(0, Number(value ?? 0));
    else if (name !== undefined)
      yield { is: 'word', name, value: value === undefined ? null : Number(value) };
    else if (hex !== undefined) yield { is: 'byte', byte: Number.parseInt(hex, 16) };
    else if (sign !== undefined) yield { is: 'symbol', sign };
    else if (brace !== undefined) yield { is: brace === '{' ? 'open' : 'close' };
    else if (text !== undefined) yield { is: 'text', text };
  }
}
