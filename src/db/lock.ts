import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { causes, DatabaseUnavailable } from './errors.ts';

/** Long enough for a command that is just ending. */
const patienceMs = 3000;
const SQLITE_BUSY = 5;

/**
 * Holds `folder` (made where it is missing) for this process alone until the function returned is called or the
 * process dies: the kernel frees the lock then, so that a crash leaves nothing to clear away. Node has no file lock of
 * its own; an exclusive transaction of SQLite on an empty file is one.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = new DatabaseSync(join(folder, 'phieu.lock'), { timeout: 0 });
  try {
    const deadline = performance.now() + patienceMs;
    while (!hasLocked(file)) {
      if (performance.now() >= deadline) throw inUse(folder);
      await sleep(50);
    }
  } catch (error) {
    file.close();
    throw error;
  }
  return () => file.close();
}

function hasLocked(file: DatabaseSync): boolean {
  try {
    // Nothing is ever written, so there is nothing for a journal file to undo.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (causes(error).some((cause) => 'errcode' in cause && cause.errcode === SQLITE_BUSY)) return false;
    throw error;
  }
}

function inUse(folder: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    'in-use',
    `Thư mục dữ liệu ${folder} đang được một tiến trình phieu khác sử dụng; hãy chờ hoặc dừng tiến trình đó, hoặc đặt DATABASE_URL để nhiều tiến trình dùng chung một máy chủ PostgreSQL.`,
  );
}
