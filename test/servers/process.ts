import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { program } from './programs.ts';

export type Running = {
  /** Waits for the check. Stops the program and throws, with the end of its log, when it stays false for half a minute. */
  until(check: () => Promise<boolean>): Promise<void>;
  /** Ends the program and waits until it is gone. */
  stop(): Promise<void>;
};

export type Account = { user: string; group: string };

type Start = {
  command: string;
  args: readonly string[];
  /** Its working folder. */
  folder: string;
  /** File that takes what the program prints, and what `until` quotes. */
  log: string;
  /** Account to run under, where it is not to be root. */
  account?: Account;
  stopSignal?: 'SIGTERM' | 'SIGINT';
};

/**
 * Starts a program in the foreground and in a session of its own, so that Ctrl-C reaches it only through `stop`.
 * The kernel sends it the stop signal when this process dies, however that happens: nothing is left behind.
 */
export function startProgram(start: Start): Running {
  const signal = start.stopSignal ?? 'SIGTERM';
  const output = openSync(start.log, 'a');
  const child = spawn(
    program('setpriv'),
    ['--pdeathsig', signal.slice(3), ...under(start.account), '--', start.command, ...start.args],
    { cwd: start.folder, detached: true, stdio: ['ignore', output, output] },
  );
  closeSync(output);
  let failure: Error | undefined;
  child.on('error', (error) => {
    failure = error;
  });
  const ended = () => failure !== undefined || child.exitCode !== null || child.signalCode !== null;

  const stop = async () => {
    if (ended() || child.pid === undefined) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    const group = -child.pid;
    const timer = setTimeout(() => process.kill(group, 'SIGKILL'), 10_000);
    await gone;
    clearTimeout(timer);
  };
  const until = async (check: () => Promise<boolean>) => {
    const deadline = Date.now() + 30_000;
    // One that has ended is not what answers: another program has its port.
    while (!(await check()) || ended()) {
      if (!ended() && Date.now() < deadline) {
        await sleep(20);
        continue;
      }
      const why = `${start.command} ${ended() ? 'ended' : 'does not answer'}`;
      await stop();
      throw new Error(`${why}:\n${readFileSync(start.log, 'utf8').slice(-2000)}`, { cause: failure });
    }
  };
  return { until, stop };
}

/** Words for `setpriv` to run a program under the account; none where this process is not root and cannot choose. */
export function under(account: Account | undefined): string[] {
  if (account === undefined || process.getuid?.() !== 0) return [];
  return [`--reuid=${account.user}`, `--regid=${account.group}`, '--init-groups'];
}

/** Whether a server at the port, or the Unix socket, begins to speak with these words; '' asks only for the connection. */
export function greets(at: number | string, words: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = typeof at === 'string' ? connect(at) : connect(at, '127.0.0.1');
    const settle = (answer: boolean) => {
      socket.destroy();
      done(answer);
    };
    socket.setTimeout(2000, () => settle(false));
    socket.on('error', () => settle(false));
    socket.on('close', () => settle(false));
    if (words === '') socket.on('connect', () => settle(true));
    socket.once('data', (data) => settle(data.toString('latin1').startsWith(words)));
  });
}

/** Starts once more, on other ports, when the first start failed: another program may have taken a port meanwhile. */
export async function startTwice<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch {
    return start();
  }
}
