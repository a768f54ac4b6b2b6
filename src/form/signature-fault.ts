import type { SignatureVerdict } from '../model/form.ts';

/** Why a digital signature does not hold; the message, in English, is for whoever looks into it. */
export class SignatureFault extends Error {
  override name = 'SignatureFault';
  readonly verdict: SignatureVerdict;

  constructor(verdict: Exclude<SignatureVerdict, 'valid' | 'unjudged'>, message?: string) {
    super(message);
    this.verdict = verdict;
  }
}
