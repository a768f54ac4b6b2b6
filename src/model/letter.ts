/**
 * One header field as it stood in the raw message.
 * `name` is lower-case; `value` is what follows the colon, one byte a character (latin1), folding kept.
 */
export type HeaderField = { name: string; value: string };

/** The header block of a raw message, top to bottom, as our own scanner read it (RFC 5322, 2.2). */
export type Envelope = {
  fields: readonly HeaderField[];
  /** Of the message, with its angle brackets; null where there is none or several. */
  messageId: string | null;
  /** Decoded (RFC 2047), NFC, one line; null where there is none. */
  subject: string | null;
  /** Message-IDs in In-Reply-To and References, with their angle brackets, in order, at most 100. */
  answers: readonly string[];
  /**
   * What breaks RFC 5322 or our limits in the block, in English for the log; null where nothing does. Programs may read
   * such a block in different ways, so that it proves no sender.
   */
  malformed: string | null;
};

/** A message as it was stored: the bytes are never altered. */
export type StoredMessage = {
  id: number;
  raw: Buffer;
  /** Hex SHA-256 of `raw`. */
  sha256: string;
  /** Only the header block was taken: the message is over the limit. */
  truncated: boolean;
  /** When we took it, not what its Date says. */
  receivedAt: Date;
  /** `done` it has its outcome; `failed` an error of ours stopped it and it will be tried again. */
  status: 'received' | 'done' | 'failed';
};
