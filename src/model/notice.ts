export type NoticeKind =
  | 'result'
  | 'confirm-sender'
  | 'blank-form'
  | 'question'
  | 'proposal'
  | 'credentials'
  | 'reminder'
  | 'lifecycle'
  | 'report'
  | 'alert';

/** A letter of ours before it is rendered to bytes. Addresses are bare and lower-case; `cc` lacks what `to` has. */
export type Notice = {
  kind: NoticeKind;
  to: readonly string[];
  cc: readonly string[];
  subject: string;
  /** With angle brackets; fixed before the first try, so that a repeat is the same letter. */
  messageId: string;
  /** Message-ID of the letter answered, and its References, with angle brackets. */
  inReplyTo: string | null;
  references: readonly string[];
  text: string;
  html: string;
  attachments: readonly { filename: string; contentType: string; content: Buffer }[];
};
