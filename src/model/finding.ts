/** Codes about a message as a whole. */
export type MessageCode =
  | 'sender-unverified'
  | 'sender-not-unit-mailbox'
  | 'confirmation-refused'
  | 'confirmation-unclear'
  | 'confirmation-lapsed'
  | 'confirmation-doubted'
  | 'unit-mailbox-inactive'
  | 'no-form'
  | 'form-unreadable'
  | 'form-unsupported-type'
  | 'form-too-large'
  | 'form-incomplete'
  | 'forms-disagree'
  | 'form-scanned'
  | 'legacy-encoding-converted'
  | 'rows-lacking'
  | 'asked-besides'
  | 'predecessor-kept'
  | 'secrecy-mark'
  | 'trial-only';

/** Codes about one row of a form. */
export type RowCode =
  | 'unit-unknown'
  | 'unit-not-in-scope'
  | 'request-through-manager'
  | 'name-invalid'
  | 'action-unclear'
  | 'same-name-exists'
  | 'mailbox-not-found'
  | 'several-mailboxes-match'
  | 'address-format'
  | 'address-taken'
  | 'mailbox-reclaimed'
  | 'mailbox-locked'
  | 'mailbox-cancelled'
  | 'beyond-quota'
  | 'address-protected'
  | 'already-done'
  | 'dated-ahead'
  | 'nothing-to-do'
  | 'needs-staff'
  | 'decided-by-staff';

export type Code = MessageCode | RowCode;

/** What a finding does to the row or message it is about; `note` stops nothing. */
export type Severity = 'reject' | 'review' | 'note';

/**
 * What a rule found. Findings are data; the words for people are in `reply/`.
 * `clause` is a citation of the clause index such as `Điều 5 khoản 1`, or null.
 * `args` fills the words: names, addresses, cells; always plain text, as people wrote it.
 */
export type Finding = {
  code: Code;
  severity: Severity;
  clause: string | null;
  args: Readonly<Record<string, string>>;
};
