/** How many letters must be put in, left out or changed to make one text of the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const own = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const changed = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      own.push(Math.min(changed, (above[column] ?? 0) + 1, (own[column - 1] ?? 0) + 1));
    }
    above = own;
  }
  return above[b.length] ?? 0;
}
