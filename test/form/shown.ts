import type { Form, Placed, Reading } from '../../src/model/form.ts';

const words = (placed: Placed | null): string => placed?.text ?? '–';

/** A form as a test compares it: its fields, a line for each row, and what was passed over. */
export function shown({ unit, requester, position, phone, content, rows, skipped }: Form): {
  fields: string;
  rows: string[];
  skipped: string[];
} {
  return {
    fields: [unit, requester, position, phone, content].map(words).join(' | '),
    rows: rows.map(({ number, ...row }) =>
      [number, ...[row.fullName, row.unit, row.wish].map(words)].join(' | '),
    ),
    skipped: skipped.map(({ why, text }) => `${why}: ${text}`),
  };
}

/** Attachment and code of each problem. */
export function problemsOf({ problems }: Reading): string[] {
  return problems.map(({ attachment, code }) => `${attachment}: ${code}`);
}
