/** The phrases of a table that is written as text, with `|` between them: so that a clerk can read and extend it. */
export function list(text: string): readonly string[] {
  return text
    .normalize('NFC')
    .split('|')
    .map((phrase) => phrase.replace(/\s+/g, ' ').trim())
    .filter((phrase) => phrase !== '');
}
