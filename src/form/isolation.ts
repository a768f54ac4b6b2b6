import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findProgram } from './reader-process.ts';

let isolation: Promise<readonly string[]> | undefined;

/** The words that part a program from all networks, where the system has unprivileged namespaces. */
export function withoutNetwork(): Promise<readonly string[]> {
  isolation ??= (async () => {
    const unshare = findProgram('unshare');
    if (!unshare) return [];
    const words = ['--user', '--map-root-user', '--net'];
    const trial = spawn(unshare, [...words, '/bin/true'], { stdio: 'ignore' });
    const [code] = await once(trial, 'exit').catch(() => [1]);
    return code === 0 ? [unshare, ...words] : [];
  })();
  return isolation;
}
