/** So many short texts are remembered, a few hundred kilobytes where results are small; then all are forgotten. */
const [mostTexts, longest] = [4000, 100];

/**
 * A pure function of a text that remembers its results: the same headings, wishes and names are asked about over and over,
 * within a form and from one to the next. Results are shared, so they must not be changed.
 */
export function remembering<T>(compute: (text: string) => T, most = mostTexts): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length > longest) return compute(text);
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const result = compute(text);
    known.set(text, result);
    return result;
  };
}
