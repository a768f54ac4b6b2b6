/** A report that a letter did not arrive, as it was read; nothing in it is proven. */
export type Bounce = {
  /** Of the letters enclosed, with angle brackets. */
  messageIds: readonly string[];
  recipients: readonly {
    /** Lower-case. */
    address: string;
    /** `failed` it will not arrive; `delayed` it is still tried; `other` it arrived, or went on. */
    action: 'failed' | 'delayed' | 'other';
    /** What the server said, one line. */
    why: string;
  }[];
};
