import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
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
  process.stdout.write(`${plainJson(value)}\n`);
};

/** JSON says the same with such characters escaped. */
export const plainJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (sign) =>
    Array.from({ length: sign.length }, (_, at) => hex(sign.charCodeAt(at))).join(''),
  );

const hex = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
