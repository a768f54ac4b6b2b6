/**
 * Makes words that other people wrote safe to stand in our letter: one line, no control, direction or invisible
 * characters, no towers of combining marks, nothing that a mail program turns into a link, at most `limit` characters.
 * NFC. Markup is not its business: templates escape.
 */
export function inert(text: string, limit = 200): string {
  const plain = text
    .slice(0, limit * 8)
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/ {2,}/g, ' ')
    .trim();
  return shorten(withoutLinks(plain), limit);
}

/** Cuts at `limit` characters (code points), with an ellipsis in place of the last. */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text);
  return characters.length <= limit
    ? text
    : `${characters
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

const linked =
  /\b(?:com|net|org|info|biz|vn|xyz|top|site|online|club|shop|app|io|cc|me|tk|ru|cn|link|click|live|asia|pro|zip|mov|edu|co|tv|us|uk|ly|gg|page|web|dev|store|vip|fun|icu)$/i;

/**
 * Mail programs make links of whatever looks like one, in plain text too: `https://…`, `www.…`, `abc.com`. Such words
 * keep their letters but stop being addresses. Addresses under gov.vn are our daily bread and stay as they are.
 */
function withoutLinks(text: string): string {
  return text
    .replace(/([a-z][a-z0-9+-]*):(?=\/\/)/gi, '$1[:]')
    .replace(/\b(mailto|tel|javascript|data|file):/gi, '$1[:]')
    .replace(/\bwww\./gi, 'www[.]')
    .replace(/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, (host) =>
      linked.test(host) && !/(?:^|\.)gov\.vn$/i.test(host) ? host.replaceAll('.', '[.]') : host,
    );
}
