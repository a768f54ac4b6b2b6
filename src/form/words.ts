const invisible = /\p{Default_Ignorable_Code_Point}/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: foreign files carry them, and PostgreSQL refuses NUL
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/**
 * Foreign words as the project keeps them: NFC, well-formed, nothing invisible, each line trimmed with
 * single spaces, no blank lines. Lines stay apart by `\n`; the result is '' where nothing is left.
 */
export function tidy(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(control, ' ')
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** Tidied words on one line. */
export function oneLine(text: string): string {
  return tidy(text).replaceAll('\n', ' ');
}

/** What stands for nothing: dotted lines to write on, dashes, underscores. */
const filler = /^[\s.…·_\-–—*]+$/;

/** Without the dotted lines that a form offers to write on; '' where only they stood. */
export function withoutFillers(text: string): string {
  if (filler.test(text)) return '';
  return text
    .replace(/(?:[.·]{3,}|_{3,}|…|\.{2,}(?=\s*$))[.…·_]*/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/^ | $/gm, '');
}

/** Words to compare by: lower case, no accents, letters and digits alone, single spaces: `Đơn vị/Phòng` → `don vi phong`. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
