import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { escaped } from '../text/escaped.ts';
import { UsageError } from '../usage.ts';

/** Splits a command's words into flags and positionals; an unknown flag is a UsageError that names it. */
export const readArguments = <Options extends ParseArgsOptionsConfig>(
  command: string,
  args: string[],
  options: Options,
) => {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const flag = /'(-[^' ]*)/.exec(String(error))?.[1];
    throw new UsageError(flag ? `Tùy chọn ${flag} không dùng được ở đây` : String(error), command);
  }
};

/**
 * JSON lines for programs: one object a line on standard output, nothing else there. Control and direction characters in what
 * others wrote are escaped: people look at these lines in terminals, too.
 */
export const printJson = (value: unknown): void => {
  process.stdout.write(`${escaped(JSON.stringify(value))}\n`);
};
