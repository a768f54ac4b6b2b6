import { fold, tidy } from '../text/fold.ts';

/** What stands before the subject of an answer or of a letter passed on, in the programs that offices use. */
const passedOn = /^(?:(?:re|fw|fwd|tl|trả lời|chuyển tiếp)\s*:\s*)+/iu;
const bracketed = /^[[［(【]([^\]］)】]*)[\]］)】]/u;

/**
 * Whether a letter asks only what would be done with it: `[KIỂM TRA]` at the head of its subject, or as all of it. The
 * same words within a subject are those of an ordinary request: "Danh sách đề nghị kiểm tra, cấp mới".
 */
export function asksForTrial(subject: string): boolean {
  const head = tidy(subject).replace(passedOn, '');
  return fold(bracketed.exec(head)?.[1] ?? head) === 'kiem tra';
}
