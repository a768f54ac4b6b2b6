import { userInfo } from 'node:os';
import { ConfigError } from '../config.ts';
import { UsageError } from '../usage.ts';

/** What was written after an option, tidied; null where it is blank or was not given. */
export const textOf = (value: string | boolean | undefined): string | null =>
  typeof value === 'string' ? value.normalize('NFC').trim() || null : null;

/** Actors of the audit trail that are no person. */
const notPeople: readonly string[] = ['letter', 'import', 'lifecycle'];

/** The member of staff who decides by `command`: named by `--by`, or who runs it, also behind `sudo`. */
export const whoDecides = (by: string | boolean | undefined, command: string): string => {
  const name = textOf(by) ?? (process.env.SUDO_USER || systemUser());
  if (notPeople.includes(name))
    throw new UsageError(`"${name}" không phải tên của một người; ghi --by TÊN`, command);
  return name;
};

const systemUser = (): string => {
  try {
    return userInfo().username;
  } catch {
    // An account without a name, as containers have.
    throw new ConfigError('không rõ ai đang chạy lệnh. Ghi thêm --by TÊN');
  }
};
