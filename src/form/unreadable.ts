/** A file that others made and that cannot be read; the message says in English what is wrong with it. */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

/** One that is whole, and larger than is read here: people can look at it. */
export class TooLarge extends Unreadable {}
