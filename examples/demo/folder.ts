import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockFolder } from '../../src/db/lock.ts';

const marker = '.phieu-demo';
const markerText = 'Thư mục này do "npm run demo" tạo ra; mỗi lần chạy lại, nội dung bị xóa và làm mới.\n';

/** The folder holds something that no demonstration made: the message is one Vietnamese line. */
export class FolderNotOurs extends Error {
  override name = 'FolderNotOurs';
}

/**
 * Makes the folder empty, or new. Throws FolderNotOurs where it has files and is not an earlier demonstration's, and
 * DatabaseUnavailable where another process is working in it.
 */
export async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder);
  if (entries.length > 0 && !entries.includes(marker)) {
    throw new FolderNotOurs(
      `Thư mục ${folder} có tệp không do lần chạy thử nào tạo ra; hãy chuyển hoặc đổi tên thư mục rồi chạy lại.`,
    );
  }
  await writeFile(join(folder, marker), markerText);
  const unlock = await lockFolder(folder);
  try {
    for (const entry of entries) {
      if (entry !== marker && !entry.startsWith('phieu.lock')) {
        await rm(join(folder, entry), { recursive: true, force: true });
      }
    }
  } finally {
    unlock();
  }
}
