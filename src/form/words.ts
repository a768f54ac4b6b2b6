import { tidyLines } from '../text/fold.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: foreign files carry them, and PostgreSQL refuses NUL
const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;
const variation = /\p{Variation_Selector}/gu;

const softHyphen = '\u00ad';
/** A character that is private to us, so that tidying does not touch it. */
const keptAside = '\ue0ad';

/**
 * Foreign words as the project keeps them: tidied, well-formed, without control characters; '' where nothing is left. Soft hyphens
 * stay until it is known whether they are letters of an old code (`legacy.ts`).
 */
export function tidy(text: string): string {
  const clean = text.toWellFormed().replace(control, ' ').replace(variation, '');
  return tidyLines(clean.replaceAll(softHyphen, keptAside)).replaceAll(keptAside, softHyphen);
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
