import type { Finding } from './finding.ts';
import type { Unit } from './request.ts';

export type Evidence = 'authenticated-submission' | 'dkim' | 'none';

/** Who really sent a letter, and may he ask. */
export type Verdict = {
  /** The one From address, bare and lower-case; null where From is not one strict address. */
  address: string | null;
  /** The unit whose official mailbox `address` is, proven or not. */
  unit: Unit | null;
  verified: boolean;
  evidence: Evidence;
  /** Refusals of the sender; empty where he may ask. */
  findings: readonly Finding[];
  /** For staff and the audit trail, in English: which hop or header proved it, or why nothing did. */
  because: string;
};
