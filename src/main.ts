import { setFlagsFromString } from 'node:v8';
import { ConfigError } from './config.ts';
import { DatabaseUnavailable, explain, isDiskFull, trace } from './db/errors.ts';
import { ImportRefused } from './directory/import-problems.ts';
import { DecisionRefused } from './requests/refused.ts';
import { escaped } from './text/escaped.ts';
import { explainUsage, helpText, UsageError } from './usage.ts';

/*
 * The command line: which command, nothing else. Each command is loaded only when it is called, because the libraries
 * of all together take longer to load than most commands to run.
 */
const commands: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  process: () => import('./commands/process.ts'),
  start: () => import('./commands/start.ts'),
  units: () => import('./commands/units.ts'),
  mailboxes: () => import('./commands/mailboxes.ts'),
  requests: () => import('./commands/requests.ts'),
  outbox: () => import('./commands/outbox.ts'),
  doctor: () => import('./commands/doctor.ts'),
  form: () => import('./commands/form.ts'),
};

/** Exit status: 0 done, 1 a retry may mend it, 2 the words or the configuration are wrong. */
const main = async (args: string[]): Promise<number> => {
  const [name, ...rest] = args;
  if (name === undefined) throw new UsageError('Chưa ghi lệnh');
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(helpText(name === 'help' ? rest[0] : undefined));
    return 0;
  }
  const load = commands[name];
  if (!load) throw new UsageError(`Không có lệnh "${name}"`);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(helpText(name));
    return 0;
  }
  loadEnvFile();
  if (name !== 'start') spareMemory();
  return (await load()).run(rest);
};

/**
 * V8 spends memory for the sake of a process that runs for long. Optimising the embedded database's SQL parser alone takes 600 MB,
 * and the part of the heap for young objects grows to 130 MB on a large machine: a command ends before either pays.
 */
const spareMemory = (): void => {
  const flags = ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering', '--semi-space-growth-factor=1'];
  for (const flag of flags) setFlagsFromString(flag);
};

/** Values of the environment itself win over those of `.env`. */
const loadEnvFile = (): void => {
  try {
    process.loadEnvFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new ConfigError(`.env: ${String(error)}`);
  }
};

/** Who reads our lines may stop (`| head`): that is no failure, and what was begun is done to its end. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** What a command could not do, told in words that nobody can make act in a terminal. */
const complain = (words: string, status: 1 | 2): void => {
  process.stderr.write(escaped(words));
  process.exitCode = status;
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof UsageError) complain(explainUsage(error), 2);
  else if (error instanceof ConfigError) complain(`phieu: cấu hình chưa đúng: ${error.message}\n`, 2);
  else if (error instanceof ImportRefused || error instanceof DecisionRefused)
    complain(`phieu: ${error.message}\n`, 2);
  else if (error instanceof DatabaseUnavailable) complain(`phieu: ${error.message}\n`, 1);
  else if (isDiskFull(error))
    complain(
      `phieu: đĩa đã đầy (${explain(error)}); hãy giải phóng đĩa rồi chạy lại, những gì đã ghi vẫn còn nguyên.\n`,
      1,
    );
  // Our own bug: everything that helps to find it, but not the letter or the rows that were being written.
  else complain(`phieu: lỗi của chương trình, xin gửi đoạn dưới đây cho người bảo trì: ${trace(error)}\n`, 1);
}
