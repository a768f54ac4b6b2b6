import { inert } from './inert.ts';

const inSheet = /^(.*)!(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?$/su;

/** A place in a form as an office worker says it: `Sheet1!D7` becomes `ô D7, trang tính "Sheet1"`. */
export function placeInWords(where: string): string {
  const found = inSheet.exec(where);
  if (!found) return inert(where, 80);
  const [, sheet = '', first = '', last] = found;
  const cells = last && last !== first ? `các ô ${first}:${last}` : `ô ${first}`;
  const name = inert(sheet.replace(/^'(.*)'$/su, '$1').replaceAll("''", "'"), 40);
  return `${cells.replaceAll('$', '')}, trang tính "${name}"`;
}
