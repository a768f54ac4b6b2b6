import { readConfig } from '../config.ts';
import { type Db, openDatabase } from '../db/db.ts';
import type { ImportOptions, ImportReport } from '../directory/import.ts';
import { escaped } from '../text/escaped.ts';
import { UsageError } from '../usage.ts';
import { printJson, readArguments } from './arguments.ts';

/** What `units` and `mailboxes` have of their own: how a file is taken in, and how an entry is shown. */
export type Register<Entry extends object> = {
  command: 'units' | 'mailboxes';
  /** What the entries are called, for the report. */
  noun: string;
  importFile(db: Db, file: string, options: ImportOptions): Promise<ImportReport>;
  list(db: Db): AsyncIterable<Entry>;
  /** One entry as a line for a person. */
  line(entry: Entry): string;
};

/** `phieu units|mailboxes import FILE` and `… list [--json]`. */
export const runRegister = async <Entry extends object>(
  register: Register<Entry>,
  args: string[],
): Promise<number> => {
  const { command } = register;
  const { values, positionals } = readArguments(command, args, { json: { type: 'boolean' } });
  const [verb, file, ...rest] = positionals;
  if (verb === 'import' && file !== undefined && rest.length === 0) return importFile(register, file);
  if (verb === 'list' && file === undefined) return list(register, values.json === true);
  throw new UsageError(verb === 'import' ? 'Cần ghi đúng một tệp' : 'Cần ghi import TỆP hoặc list', command);
};

const importFile = async <Entry extends object>(register: Register<Entry>, file: string): Promise<number> => {
  const config = readConfig(process.env);
  const database = await openDatabase(config);
  try {
    const report = await register.importFile(database.db, file, {
      mailDomain: config.mailDomain,
      onProgress: showProgress,
    });
    for (const warning of report.warnings) process.stderr.write(`Lưu ý: ${escaped(warning)}\n`);
    const { created, updated, unchanged } = report;
    process.stderr.write(
      `${register.noun}: thêm mới ${created}, cập nhật ${updated}, không đổi ${unchanged}.\n`,
    );
  } finally {
    await database.close();
  }
  return 0;
};

const showProgress = (lines: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\rĐã đọc ${lines} dòng…\r`);
};

const list = async <Entry extends object>(register: Register<Entry>, json: boolean): Promise<number> => {
  const database = await openDatabase(readConfig(process.env));
  try {
    for await (const entry of register.list(database.db)) {
      if (json) printJson(entry);
      else process.stdout.write(`${register.line(entry)}\n`);
    }
  } finally {
    await database.close();
  }
  return 0;
};
