import type { Run } from './xlsx-runs.ts';
import { escapeXml } from './xml.ts';

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

/** The `<si>` of runs, which keep nothing of their look but the strike. */
export function siOf(runs: readonly Run[]): string {
  const textXml = (text: string): string => `<t xml:space="preserve">${escapeXml(legal(text))}</t>`;
  // A run with a style of its own does not take the cell's strike.
  const style = ({ struck, styled }: Run): string =>
    styled ? `<rPr>${struck ? '<strike/>' : ''}<family val="1"/></rPr>` : '';
  const inner = runs.some((run) => run.styled)
    ? runs.map((run) => `<r>${style(run)}${textXml(run.text)}</r>`).join('')
    : textXml(runs.map((run) => run.text).join(''));
  return `<si>${inner}</si>`;
}

/** Without what XML cannot have; what looks like a character written out is kept from being read as one. */
function legal(text: string): string {
  const plain = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').toWellFormed();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these it cannot have
  return plain.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ' ');
}
