/**
 * Makes words that other people wrote safe to stand in our letter: one line, no control, direction or invisible
 * characters, no towers of combining marks, no password, nothing that a mail program turns into a link, at most `limit` characters.
 * NFC. Markup is not its business: templates escape.
 */
export function inert(text: string, limit = 200): string {
  return shorten(withoutLinks(clean(text, limit)), limit);
}

/** The same for what no mail program shows: words that look like a link stay as they were written. */
export function oneLine(text: string, limit = 200): string {
  return shorten(clean(text, limit), limit);
}

function clean(text: string, limit: number): string {
  const cleaned = text
    .slice(0, limit * 8)
    .replace(/[\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .normalize('NFC')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .trim();
  return passwords.reduce((left, one) => left.replace(one, '$1…'), cleaned);
}

const noun = '(?<!\\p{L})(?:mật khẩu|mat khau|mk|pass|password)';
const which =
  '(?:\\s+(?:mới|moi|cũ|cu|tạm|tam|thời|thoi|mặc định|mac dinh|đặt|dat|đổi|doi|lại|lai|ban đầu|ban dau|này|nay))*';
const leads = '\\s*(?:(?:thành|thanh|là|la|sang)\\s*:?|[:=–-])\\s*';
/** Days, telephones, addresses and access names, which people write there, too. */
const none =
  '(?!0\\d{8,10}(?!\\d)|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?(?![\\p{L}\\p{N}])|[\\w.-]+@(?:[\\w-]+\\.)*(?:gov\\.vn|gmail\\.com|yahoo\\.com(?:\\.vn)?|outlook\\.com)(?![\\w])|[a-z]+\\d*\\.[a-z]+(?![\\w@]))';
const sign = '[\\d@#$%^&*!]';
/**
 * Passwords that offices write down: "đổi mật khẩu thành …", "mật khẩu mới …". Our letters are copied to others. A word without a digit or a sign
 * is none, nor a number where nothing leads to it.
 */
const passwords: readonly RegExp[] = [
  `(${noun}${which}(?:${leads})?\\s*["“'])(?=[^"”']*${sign})${none}[^"”']{4,40}`,
  `(${noun}${which}${leads})${none}(?=\\S*${sign})[^\\s"”']{4,}`,
  `(${noun}${which}\\s+)${none}(?=\\S*${sign})(?=\\S*\\p{L})[^\\s"”']{4,}`,
].map((source) => new RegExp(source, 'giu'));

/** Cuts at `limit` characters (code points), with an ellipsis in place of the last. */
export function shorten(text: string, limit: number): string {
  const characters = Array.from(text);
  if (characters.length <= limit) return text;
  const kept = characters.slice(0, limit - 1).join('');
  return `${kept.trimEnd()}…`;
}

/**
 * Mail programs make links of whatever looks like one, in plain text too: `https://…`, `www.…`, `abc.com`. Such words
 * keep their letters but stop being addresses. Addresses under gov.vn are our daily bread and stay as they are.
 */
function withoutLinks(text: string): string {
  return text
    .replaceAll('://', '[:]//')
    .replace(/\b(mailto|javascript|data):(?=\S)/gi, '$1[:]')
    .replace(/\bwww\./gi, 'www[.]')
    .replace(/[\p{L}\p{N}.-]+/gu, (host, offset: number, whole: string) =>
      looksLinked(host, whole.charAt(offset + host.length))
        ? host.replace(fileEnding, ' ($&)').replaceAll(/(?<!\()\.(?!$)/g, '[.]')
        : host,
    );
}

/** Endings of files that are domains as well: `phieu.zip` is told as `phieu (.zip)`. */
const fileEnding = /\.(?:zip|mov)(?=\.*$)/i;

const linkedEnding =
  /\.(?:com|net|org|info|biz|vn|edu|xyz|top|site|online|web|page|dev|club|shop|store|vip|fun|icu|app|io|cc|me|co|tv|tk|ly|gg|us|uk|ru|cn|asia|pro|link|click|live|zip|mov)\.*$/i;

function looksLinked(host: string, next: string): boolean {
  if (/\.gov\.vn\.*$/i.test(host)) return false;
  return linkedEnding.test(host) || (next === '/' && /\.\p{L}{2,}$/u.test(host));
}
