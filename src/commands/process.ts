import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { OnScan } from '../form/form.ts';
import { arrivalOf } from '../intake/intake.ts';
import { inert } from '../reply/inert.ts';
import type { Report } from '../report.ts';
import { UsageError } from '../usage.ts';
import { printJson, readArguments } from './arguments.ts';
import { describeReport } from './describe.ts';

/** `phieu process`: letters from files, by the same way as those from the watched mailbox. */
export const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArguments('process', args, {
    json: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('Chưa ghi tệp thư nào', 'process');
  // All are read first: a wrong file name among them changes nothing.
  const files: { file: string; raw: Buffer }[] = [];
  for (const file of positionals) files.push({ file, raw: await readMessage(file) });
  const config = readConfig(process.env);
  const dryRun = config.dryRun || values['dry-run'] === true;
  const app = await openApp({ ...config, dryRun }, { workers: false, letters: true, onScan });
  let failed = false;
  try {
    for (const [index, { file, raw }] of files.entries()) {
      if (!values.json && files.length > 1) progress(index, files.length, file);
      const report = await app.take(arrivalOf(raw));
      failed ||= report.outcome === 'failed';
      show(file, report, values.json === true);
    }
    if (!(await app.sendOutbox())) {
      failed = true;
      process.stderr.write('phieu: có thư trả lời chưa gửi được; thư được giữ lại và sẽ gửi khi chạy lại.\n');
    }
  } finally {
    await app.close();
  }
  return failed ? 1 : 0;
};

const readMessage = async (file: string): Promise<Buffer> => {
  try {
    return file === '-' ? await buffer(process.stdin) : await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === 'ENOENT'
        ? 'không có tệp này'
        : code === 'EISDIR'
          ? 'đây là thư mục'
          : `không đọc được (${code})`;
    throw new UsageError(`${file}: ${why}`, 'process');
  }
};

const progress = (index: number, count: number, file: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`[${index + 1}/${count}] ${inert(file)}\n`);
};

/** A page takes seconds: who waits for it sees why. */
const onScan: OnScan = (name, page, of) => {
  process.stderr.write(`phieu: đang nhận dạng chữ trong bản chụp ${inert(name, 80)}, trang ${page}/${of}\n`);
};

const show = (file: string, report: Report, json: boolean): void => {
  if (json) printJson({ file, ...report });
  else process.stdout.write(`${describeReport(file, report)}\n`);
};
