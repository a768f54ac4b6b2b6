/** Recipients of a letter that went to some of them only. */
type Partly = { accepted: readonly string[]; rejected: readonly string[] };

abstract class SendFailure extends Error {
  /** Who has the letter already: it need not go to them again. */
  readonly accepted: readonly string[];
  readonly rejected: readonly string[];

  /** `message`: one Vietnamese line for staff, without credentials. */
  constructor(message: string, { accepted, rejected }: Partly, cause: unknown) {
    super(message, { cause });
    this.accepted = accepted;
    this.rejected = rejected;
  }
}

/** The server refuses the letter, or some of its recipients, for good (RFC 5321, 4.2.1: 5yz). */
export class PermanentFailure extends SendFailure {
  override name = 'PermanentFailure';
}

/** The same letter may go later: no connection, a 4yz reply, a full disk, a sign-in or certificate to be mended. */
export class TemporaryFailure extends SendFailure {
  override name = 'TemporaryFailure';
}
