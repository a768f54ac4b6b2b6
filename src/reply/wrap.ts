/** A citation's or a date's words stay with their numbers. */
const breakable = /(?<!khoản|Điều|ngày|tháng|năm) /;

/**
 * Breaks lines longer than `width` characters at spaces; what follows is indented like the line's own words, after
 * its bullet or number. A single longer word, such as an address, stays whole.
 */
export function wrap(text: string, width = 72): string {
  return text
    .split('\n')
    .flatMap((line) => wrapLine(line.trimEnd(), width))
    .join('\n');
}

function wrapLine(line: string, width: number): string[] {
  const indent = /^ *(?:- |\d+\. )?/.exec(line)?.[0] ?? '';
  const [first = '', ...words] = line.slice(indent.length).split(breakable);
  const lines: string[] = [];
  let current = indent + first;
  for (const word of words) {
    if (current.length + 1 + word.length <= width) {
      current += ` ${word}`;
    } else {
      lines.push(current);
      current = ' '.repeat(indent.length) + word;
    }
  }
  return [...lines, current];
}
