import type { Code, Finding } from '../model/finding.ts';
import { placeInWords } from '../text/place.ts';
import { inert } from './inert.ts';
import { messageWords } from './message-words.ts';
import { rowWords } from './row-words.ts';
import { type Argument, given, type Wording } from './wording.ts';

const words: Readonly<Record<Code, Wording>> = { ...messageWords, ...rowWords };

export const wordingOf = (code: Code): Wording => words[code];

/** A finding in the words of a letter; every part is inert plain text. */
export type Reason = {
  /** Why, with its clause and its cell: `… (Điều 4 khoản 2; ô D7, trang tính "Sheet1").` */
  text: string;
  /** What to do now; null where there is nothing to do or the matter waits for staff. */
  advice: string | null;
};

/** The words of a finding; `place` is where in the form it stood, where the finding itself does not say. */
export function reasonOf(finding: Finding, place: string | null = null): Reason {
  const wording = words[finding.code];
  const a: Argument = (name) => inert(finding.args[name] ?? '', 400);
  const where = finding.args.cell ?? finding.args.where ?? place;
  const basis = [finding.clause, where && inert(placeInWords(where), 120)].filter(Boolean).join('; ');
  const why = wording.reason(a);
  return {
    text: basis ? `${why.replace(/\.$/, '')} (${basis}).` : why,
    advice: finding.severity === 'review' && !wording.adviceHolds ? null : wording.advice(a),
  };
}

/** A finding as one line for reports: why, and what to do. */
export function findingText(finding: Finding): string {
  const { text, advice } = reasonOf(finding);
  return `${text}${given(advice ?? '', ' ')}`;
}
