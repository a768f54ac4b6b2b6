import { readConfig } from '../config.ts';
import { type Database, openDatabase } from '../db/db.ts';
import { UsageError } from '../usage.ts';
import { printJson, readArguments } from './arguments.ts';

/** What `units` and `mailboxes` have of their own: how a file is taken in, and what is listed. */
export type Register = {
  command: 'units' | 'mailboxes';
  importFile(database: Database, file: string): Promise<string>;
  list(database: Database): AsyncIterable<object>;
  /** One entry as a line for a person. */
  line(entry: never): string;
};

/** `phieu units|mailboxes import FILE` and `… list [--json]`. */
export const runRegister = async (register: Register, args: string[]): Promise<number> => {
  const { command } = register;
  const { values, positionals } = readArguments(command, args, { json: { type: 'boolean' } });
  const [verb, file, ...rest] = positionals;
  if (verb === 'import' && file !== undefined && rest.length === 0)
    return withDatabase(async (database) => {
      process.stderr.write(`${await register.importFile(database, file)}\n`);
    });
  if (verb === 'list' && file === undefined)
    return withDatabase(async (database) => {
      for await (const entry of register.list(database)) {
        if (values.json) printJson(entry);
        else process.stdout.write(`${register.line(entry as never)}\n`);
      }
    });
  throw new UsageError(verb === 'import' ? 'Cần ghi đúng một tệp' : 'Cần ghi import TỆP hoặc list', command);
};

const withDatabase = async (work: (database: Database) => Promise<void>): Promise<number> => {
  const database = await openDatabase(readConfig(process.env));
  try {
    await work(database);
  } finally {
    await database.close();
  }
  return 0;
};
