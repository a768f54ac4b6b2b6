import { access, constants, open, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { explain } from '../db/errors.ts';
import { blankForm } from '../form/blank.ts';
import { openReader } from '../form/form.ts';
import { findOffice } from '../form/office.ts';
import { findLimiter } from '../form/reader-process.ts';
import { type Checked, tell } from './checked.ts';

const { ok, warn, fail } = tell('Máy');

/** The machine itself: Node, the folder for data, and the process that reads forms. */
export async function checkMachine(config: Config | null): Promise<Checked[]> {
  const [folder, reader] = await Promise.all([config ? checkFolder(config) : null, checkReader()]);
  return [checkNode(), ...(folder ? [folder] : []), reader, checkLimiter(), checkOffice()];
}

const leastNode = 24;

function checkNode(): Checked {
  const { node } = process.versions;
  const isNew = Number(node.split('.')[0]) >= leastNode;
  const mend = `Cài Node.js ${leastNode}, hoặc chạy bằng "npx phieu …" trong thư mục đã cài`;
  return isNew ? ok(`Node.js ${node}`) : fail('configuration', `Node.js ${node} quá cũ`, mend);
}

const megabyte = 1024 ** 2;
/** Below the first nothing more can be stored for long, below the second somebody should look. */
const leastDisk = 200 * megabyte;
const littleDisk = 2048 * megabyte;

async function checkFolder({ dataDir }: Config): Promise<Checked> {
  const folder = await nearest(dataDir);
  const mend = `Cho người dùng chạy phieu quyền ghi vào ${dataDir}, hoặc đặt lại DATA_DIR`;
  try {
    await tryWriting(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const isFull = code === 'ENOSPC' || code === 'EDQUOT';
    return isFull
      ? fail('retry', `đĩa của ${dataDir} đã đầy (${code})`, 'Giải phóng đĩa')
      : fail('configuration', `không ghi được vào DATA_DIR ${dataDir} (${code})`, mend);
  }
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const size =
    free >= 1024 * megabyte
      ? `${Math.floor(free / 1024 / megabyte)} GB`
      : `${Math.floor(free / megabyte)} MB`;
  const isNew = folder === dataDir ? '' : ' (chưa có, sẽ được lập)';
  const text = `DATA_DIR ${dataDir} ghi được${isNew}, đĩa còn ${size}`;
  if (free < leastDisk) return fail('retry', text, 'Giải phóng đĩa: gần hết chỗ lưu thư');
  const mayGrow = 'Nên giải phóng đĩa: thư được lưu nguyên vẹn và không bị xóa';
  return free < littleDisk ? warn(text, mayGrow) : ok(text);
}

/** The folder itself, or the first above it that is there. */
async function nearest(folder: string): Promise<string> {
  try {
    await access(folder, constants.F_OK);
    return folder;
  } catch {
    return dirname(folder) === folder ? folder : nearest(dirname(folder));
  }
}

/** Rights alone do not tell: a disk may be full, or mounted for reading. */
async function tryWriting(folder: string): Promise<void> {
  const file = join(folder, `.phieu-doctor-${process.pid}`);
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile('x');
  } finally {
    await handle.close();
    await rm(file, { force: true });
  }
}

/** The child process starts, and reads the blank form with a row in it. */
async function checkReader(): Promise<Checked> {
  const reader = openReader({ children: 1 });
  const mend = 'Chạy thử: node src/form/child.ts trong thư mục đã cài; cài lại bằng npm ci nếu báo thiếu tệp';
  try {
    const { forms, problems } = await reader.read(await letterWithForm());
    const names = forms.flatMap(({ rows }) => rows.map(({ fullName }) => fullName?.text));
    if (names.length === 1 && names[0] === person)
      return ok('tiến trình đọc phiếu khởi động được và đọc đúng mẫu phiếu');
    const why = problems[0]?.detail ?? 'không thấy phiếu';
    return fail('retry', `tiến trình đọc phiếu không đọc được mẫu phiếu: ${why}`, mend);
  } catch (error) {
    return fail('retry', `tiến trình đọc phiếu không khởi động được: ${explain(error)}`, mend);
  } finally {
    await reader.close();
  }
}

const person = 'Trần Văn Nam';

async function letterWithForm(): Promise<Buffer> {
  const row = { fullName: person, unit: 'Sở Thông tin và Truyền thông', wish: 'Cấp mới hộp thư' };
  const form = await blankForm({ unitName: 'Sở Thông tin và Truyền thông', rows: [row] });
  const head = [
    'From: phieu@localhost',
    'MIME-Version: 1.0',
    'Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name="phieu.xlsx"',
    'Content-Disposition: attachment; filename="phieu.xlsx"',
    'Content-Transfer-Encoding: base64',
  ];
  const body = form.toString('base64').replace(/.{76}/g, '$&\r\n');
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body}\r\n`);
}

function checkLimiter(): Checked {
  const limiter = findLimiter();
  if (limiter) return ok(`giới hạn bộ nhớ của tiến trình đọc phiếu bằng ${limiter}`);
  return warn(
    'không có prlimit: bộ nhớ của tiến trình đọc phiếu không được hệ điều hành giới hạn',
    'Cài gói util-linux',
  );
}

function checkOffice(): Checked {
  const office = findOffice();
  if (office) return ok(`đọc được tệp .xls, .doc, .ods, .odt nhờ LibreOffice (${office})`);
  return warn(
    'không có LibreOffice: phiếu dạng .xls, .doc, .ods, .odt không đọc được, đơn vị được đề nghị lưu lại thành .xlsx hoặc .docx',
    'Cài các gói libreoffice-calc và libreoffice-writer',
  );
}
