/** Signs of Wingdings and Symbol, which have no letters' codes: ticks, boxes and the dots of lists. */
const symbols: Readonly<Record<string, string>> = {
  '\uf0fc': '✓',
  '\uf0fe': '☑',
  '\uf0fd': '☒',
  '\uf078': '☒',
  '\uf052': '☑',
  '\uf053': '☒',
  '\uf0fb': 'x',
  '\uf0a8': '☐',
  '\uf06f': '☐',
  '\uf071': '☐',
  '\uf0a3': '☐',
  '\uf0b7': '•',
  '\uf0a7': '•',
  '\uf0d8': '•',
  '\uf02d': '-',
  '\uf0e0': '→',
};

/** Stands for a sign whose letter nobody knows. */
export const unknownSign = '\ufffd';

/** The letters that a font's sign stands for; ligatures are taken apart. */
export function signOf(unicode: string): string {
  const text = unicode.replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'));
  return [...text].map((sign) => symbols[sign] ?? (isUnknown(sign) ? unknownSign : sign)).join('');
}

/** Codes without a meaning that all share come from fonts that do not say what their signs are. */
function isUnknown(sign: string): boolean {
  return /[\p{Co}\p{Cn}\p{Cs}\p{Cc}]/u.test(sign) && !/\s/u.test(sign);
}

/** Whether words hold signs that no Vietnamese form has: their font tells false letters, or none. */
export function isStrange(text: string): boolean {
  return /\ufffd|[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(text);
}
