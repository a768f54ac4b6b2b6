import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const bin = join(import.meta.dirname, '..', '..', 'bin', 'phieu.js');

export type Run = { code: number | null; out: string; err: string };

/** An environment of its own: nothing of the developer's `.env` or shell decides a test. */
const environmentOf = (env: Record<string, string>) => ({ PATH: process.env.PATH ?? '', ...env });

/** Runs `phieu` as a program, to its end. `cwd` is a folder without a `.env`. */
export const phieu = async (args: string[], env: Record<string, string>, input?: Buffer): Promise<Run> => {
  const child = spawn(process.execPath, [bin, ...args], {
    env: environmentOf(env),
    cwd: env.DATA_DIR ?? '/',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, out, err };
};

/** JSON lines of a run that went well. */
export const jsonLines = ({ code, out, err }: Run): Record<string, unknown>[] => {
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
};

export type Bot = { log(): string; stop(): Promise<number | null>; kill(): Promise<void> };

/** Starts the bot and waits until it watches the mailbox, or until its log says something else. */
export const startBot = async (
  env: Record<string, string>,
  { args = [], ready = 'imap watching' }: { args?: string[]; ready?: string } = {},
): Promise<Bot> => {
  const child: ChildProcess = spawn(process.execPath, [bin, 'start', ...args], {
    env: environmentOf(env),
    cwd: env.DATA_DIR ?? '/',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  const watching = Promise.withResolvers<void>();
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    log += chunk;
    if (log.includes(ready)) watching.resolve();
  });
  const gone = once(child, 'exit');
  void gone.then(() => watching.reject(new Error(`the bot ended: ${log}`)));
  const late = setTimeout(() => watching.reject(new Error(`the bot does not watch: ${log}`)), 90_000);
  await watching.promise
    .catch((error: unknown) => {
      child.kill('SIGKILL');
      throw error;
    })
    .finally(() => clearTimeout(late));
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return {
    log: () => log,
    stop: async () => {
      await end('SIGTERM');
      return child.exitCode;
    },
    kill: () => end('SIGKILL'),
  };
};
