/** The phrases of a table that is written as text, with `|` between them: so that a clerk can read and extend it. */
export function list(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split('|')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');
}

/** Every way to say one part after the other; an empty part is left out. */
export function product(...parts: readonly (readonly string[])[]): readonly string[] {
  const whole = (said: readonly string[], next: readonly string[]) =>
    said.flatMap((head) => next.map((tail) => `${head} ${tail}`.trim()));
  return parts.reduce(whole, ['']);
}
