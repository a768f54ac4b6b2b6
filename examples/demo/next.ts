import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseEnv } from 'node:util';
import { server } from '../make/trace.ts';

const root = join(import.meta.dirname, '../..');

/** A command for the reader to type at the top of the checkout, and what it shows. */
export type NextStep = { does: string; command: string };

/**
 * What to type next, on the demonstration's data in `folder`. Whatever the reader's environment or `.env` sets otherwise
 * than usual is blanked in the commands, so that they too send no mail and touch no other database.
 */
export function nextSteps(folder: string, env: Readonly<Record<string, string | undefined>>): NextStep[] {
  const usual = variablesOf('.env.example');
  const set = { ...variablesOf('.env'), ...env };
  const blanked = Object.keys(usual).filter(
    (name) =>
      !['DATA_DIR', 'TRUSTED_RELAYS'].includes(name) && set[name]?.trim() && set[name] !== usual[name],
  );
  const data = [`DATA_DIR=${shown(folder)}`, ...blanked.map((name) => `${name}=`)].join(' ');
  const letter = shown(join(root, 'examples/thu-them.eml'));
  return [
    {
      does: 'Xem danh bạ sau khi thực hiện, ví dụ những người mang tên Trần Văn Nam:',
      command: `${data} npx phieu mailboxes list | grep 'Trần Văn Nam'`,
    },
    {
      does: 'Tự xử lý một thư nữa (thêm --dry-run để chỉ xem trước):',
      command: `${data} TRUSTED_RELAYS=${server} npx phieu process ${letter}`,
    },
    { does: 'Xem các lệnh khác:', command: 'npx phieu --help' },
  ];
}

/** A path as it is typed at the top of the checkout. */
export const shown = (path: string): string => {
  const near = relative(root, path);
  const typed = near.startsWith('..') ? path : near;
  return /^[\w./-]+$/.test(typed) ? typed : `'${typed.replaceAll("'", "'\\''")}'`;
};

/** Variables of a file at the top of the checkout; none where there is no such file. */
function variablesOf(file: string): Record<string, string | undefined> {
  try {
    return parseEnv(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}
