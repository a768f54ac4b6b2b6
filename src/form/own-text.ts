/** A character as it stands in a text of this format: written out (ECMA-376 22.9.2.19), escaped as XML, or as itself. */
const character = /_x([0-9A-Fa-f]{4})_|&#13;|./gsu;
const unseen = /[\s\p{Cc}\p{Cf}]/u;
const sign = /[=+\-@＝＋－＠]/u;

/**
 * The texts of a cell's runs, in order and without markup, so that none begins a formula once somebody edits the cell: before a
 * sign that is the first thing to be seen there is a blank, and nothing unseen.
 */
export function withoutFormula(texts: readonly string[]): string[] {
  const safe = [...texts];
  for (const [run, text] of texts.entries()) {
    for (const { 0: raw, 1: hex, index } of text.matchAll(character)) {
      const char = hex === undefined ? raw : String.fromCharCode(Number.parseInt(hex, 16));
      if (char === '&#13;' || unseen.test(char)) continue;
      if (!sign.test(char)) return safe;
      return safe.map((one, at) => (at < run ? '' : at === run ? ` ${text.slice(index)}` : one));
    }
  }
  return safe;
}

/** The same for an `<si>` of our own writing. */
export function siWithoutFormula(si: string): string {
  const pattern = /(<t[^>]*>)([^<]*)(?=<\/t>)/g;
  const texts = withoutFormula(Array.from(si.matchAll(pattern), ([, , text = '']) => text)).values();
  return si.replace(pattern, (_, tag: string) => `${spaced(tag)}${texts.next().value ?? ''}`);
}

/** Blanks at the head of a text count only where the tag says so. */
const spaced = (tag: string): string => (tag.includes('xml:space') ? tag : '<t xml:space="preserve">');
