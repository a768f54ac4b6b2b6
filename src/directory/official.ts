import { fold } from '../text/fold.ts';
import { plainWordings } from './wordings.ts';

const mailbox = '(?:hop thu|thu dien tu|email|e mail|mail|tai khoan)(?: (?:dien tu|thu|email|mail))?';
const body = '(?:don vi|co quan|so|ban|phong|uy ban|ubnd|huyen|xa|phuong|thi tran|thanh pho)';

/** `hộp thư đơn vị`, but not `hộp thư, đơn vị công tác`; `công vụ` alone is said of people's mailboxes too. */
const ofBody = new RegExp(
  `\\b${mailbox} (?:cua )?(?:(?:don vi|co quan)(?! (?:cong tac|moi|cu)\\b)|chinh thuc\\b|chung\\b|cong vu cua ${body}\\b)`,
);
/** In place of a person's name, the office that keeps the unit's mailbox. */
const keeper = new RegExp(`^van thu ${body}\\b`);

/** Whether the words speak of a unit's official mailbox (Điều 4 khoản 1) and not of a person's. */
export function speaksOfOfficial(words: string): boolean {
  return ofBody.test(fold(words));
}

/** Whether what stands in place of a person's name is the mailbox itself or the office that keeps it. */
export function namesOfficial(name: string): boolean {
  return speaksOfOfficial(name) || keeper.test(fold(name));
}

/**
 * Wordings of units with which the text begins, for a row that has a unit in place of a person's name. A single word counts
 * only where it is all there is: many names of people begin with a syllable that is somewhere an alias.
 */
export function leadingWordings(name: string): string[] {
  const words = fold(name).split(' ').slice(0, 15);
  const starts = words.map((_, at) => words.slice(0, at + 1)).filter((start) => start.length > 1);
  const texts = words.length === 1 ? [words[0] ?? ''] : starts.map((start) => start.join(' '));
  return [...new Set(texts.flatMap((text) => plainWordings(text)))].filter((text) => text !== '');
}
