const inSheet =
  /^(ghi chú |hình vẽ )?(.*)!(?:(\$?[A-Z]{1,3}\$?\d{1,7})(?::(\$?[A-Z]{1,3}\$?\d{1,7}))?|(\d{1,7}))$/su;

/**
 * A place in a form (`model/form.ts`) as an office worker says it: `Sheet1!D7` becomes `ô D7, trang tính "Sheet1"`, `ghi chú Sheet1!D7`
 * what hangs there. A sheet bears whatever name its author gave it.
 */
export function placeInWords(where: string): string {
  const found = inSheet.exec(where);
  if (!found) return where;
  const [, hung, sheet = '', first = '', last, row] = found;
  const cells = row ? `dòng ${row}` : last && last !== first ? `các ô ${first}:${last}` : `ô ${first}`;
  const name = sheet.replace(/^'(.*)'$/su, '$1').replaceAll("''", "'");
  return `${hung ? `${hung}ở ` : ''}${cells.replaceAll('$', '')}, trang tính "${name}"`;
}
