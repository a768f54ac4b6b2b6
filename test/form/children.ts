import { readdirSync, readFileSync } from 'node:fs';

/** Fields of `/proc/PID/stat` from the third on (proc_pid_stat(5)); null where the process is gone. */
function statOf(pid: string | number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

const wordsOf = (pid: string): string => readFileSync(`/proc/${pid}/cmdline`, 'latin1');

/** Process ids of a process's children that read forms. */
export function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const [state, above] = statOf(pid) ?? [];
      try {
        return state !== 'Z' && Number(above) === parent && wordsOf(pid).includes('child.ts');
      } catch {
        return false;
      }
    })
    .map(Number);
}

/** Hundredths of seconds of work that a process has done. */
export const ticks = (pid: number): number => Number(statOf(pid)?.[11]);

/** The most memory that a process has held, in bytes; 0 where it is gone. */
export function peakOf(pid: number): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1')) ?? [];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
