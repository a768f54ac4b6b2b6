import { type Mark, markWorkbook } from './own-book.ts';
import { takeApart } from './parts.ts';
import { nameOf } from './read-letter.ts';

/** Which workbook of a letter is to be marked, and how. */
export type MarkTask = {
  /** Largest attachment that is read, in bytes. */
  attachmentBytes: number;
  /** As the forms that were read in it name it. */
  attachment: string;
  marks: readonly Mark[];
};

/** The one workbook of that name in a letter with its rows marked; null where it cannot be had safely. */
export async function markInLetter(
  raw: Buffer,
  { attachmentBytes, attachment, marks }: MarkTask,
): Promise<Buffer | null> {
  try {
    const { attachments } = await takeApart(raw, attachmentBytes, false);
    const [found, ...others] = attachments.filter((one) => nameOf(one) === attachment);
    return found?.content && others.length === 0 ? await markWorkbook(found.content, marks) : null;
  } catch {
    // Whatever a file of others does to it: the office gets a fresh form.
    return null;
  }
}
