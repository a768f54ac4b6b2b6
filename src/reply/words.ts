import type { Code, Finding } from '../model/finding.ts';
import { placeInWords } from '../text/place.ts';
import { inert, oneLine } from './inert.ts';
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

/** The words of a finding, its arguments made safe by `quote`; `place` is where in the form it stood, where the finding itself does not say. */
export function reasonOf(finding: Finding, place: string | null = null, quote = inert): Reason {
  const wording = words[finding.code];
  const a: Argument = (name) => quote(finding.args[name] ?? '', 400);
  const where = finding.args.cell ?? finding.args.where ?? place;
  const basis = [finding.clause, where && quote(placeInWords(where), 120)].filter(Boolean).join('; ');
  const why = wording.reason(a);
  return {
    text: basis ? `${why.replace(/\.$/, '')} (${basis}).` : why,
    advice: finding.severity === 'review' && !wording.adviceHolds ? null : wording.advice(a),
  };
}

/** A finding as one line of a letter: why, and what to do. */
export const findingText = (finding: Finding): string => inOneLine(reasonOf(finding));

/** The same for a report, which programs read: names stand in it as they were written. */
export const findingReport = (finding: Finding): string => inOneLine(reasonOf(finding, null, oneLine));

function inOneLine({ text, advice }: Reason): string {
  return `${text}${given(advice ?? '', ' ')}`;
}
