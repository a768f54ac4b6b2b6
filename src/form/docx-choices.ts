const boxes = /[☐□☑☒■]/u;
const checked = /[☑☒■]/u;

/**
 * Words with boxes to tick, `☒ Cấp mới ☐ Hủy bỏ`: only what is ticked, parted by `; `. Where it cannot be said whether
 * a box stands before its words or behind them, all stays as it is.
 */
export function ticksIn(text: string): string {
  if (!boxes.test(text) || [...text].length < 2) return text;
  const lead = /^[^☐□☑☒■]*:\s*(?=[☐□☑☒■])/u.exec(text)?.[0] ?? '';
  const parts = text
    .slice(lead.length)
    .split(/([☐□☑☒■])/u)
    .map((part) => part.replace(/^[\s,;.]+|[\s,;]+$/gu, ''));
  const before = parts[0] === '';
  const behind = parts.at(-1) === '';
  if (before === behind) return text;
  const chosen = parts.flatMap((mark, at) =>
    at % 2 === 1 && checked.test(mark) ? (parts[at + (before ? 1 : -1)] ?? '') : [],
  );
  return `${lead}${chosen.filter((words) => words !== '').join('; ')}`.trim();
}
