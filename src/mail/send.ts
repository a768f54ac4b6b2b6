import { openFileOutbox } from './file-outbox.ts';
import { openSmtp } from './smtp.ts';

export { PermanentFailure, TemporaryFailure } from './failure.ts';

/** A finished letter for its recipients; `from` is the envelope's sender, where bounces go. Addresses are bare. */
export type Letter = { messageId: string; from: string; to: readonly string[]; eml: Buffer };

/**
 * Where letters leave the house. `send` resolves when every recipient is taken care of, else it throws
 * `PermanentFailure` or `TemporaryFailure`.
 */
export type Sender = { send: (letter: Letter) => Promise<void>; close: () => Promise<void> };

/** Sends by SMTP where there is a server, else writes .eml files into `outboxDir`. */
export function openSender(where: {
  smtpUrl: string | null;
  outboxDir: string;
  intakeAddress: string;
}): Sender {
  return where.smtpUrl === null
    ? openFileOutbox(where.outboxDir)
    : openSmtp(new URL(where.smtpUrl), where.intakeAddress);
}
