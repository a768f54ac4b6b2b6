import { readdirSync, readFileSync } from 'node:fs';

/** A line of /proc/<pid>/status, in megabytes; 0 where the process is gone. */
const statusOf = (pid: number, name: string): number => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
};

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter((one) => one > 0 && parentOf(one) === pid);

const parentOf = (pid: number): number => {
  try {
    // The name, in parentheses, may hold anything.
    return Number(
      readFileSync(`/proc/${pid}/stat`, 'latin1')
        .replace(/^.*\) \S /s, '')
        .split(' ')[0],
    );
  } catch {
    return 0;
  }
};

/** Megabytes that a process, and the largest of its children, had at most. */
export type Peak = { own: number; child: number };

export const peakOf = (pid: number): Peak => ({
  own: statusOf(pid, 'VmHWM'),
  child: Math.max(0, ...childrenOf(pid).map((child) => statusOf(child, 'VmHWM'))),
});

/** Looks at a process until `stop`; what is seen last of a process is its peak. */
export const watchPeak = (pid: number): { stop(): Peak } => {
  const most: Peak = { own: 0, child: 0 };
  const look = () => {
    const { own, child } = peakOf(pid);
    most.own = Math.max(most.own, own);
    most.child = Math.max(most.child, child);
  };
  const timer = setInterval(look, 40);
  return {
    stop: () => {
      clearInterval(timer);
      return most;
    },
  };
};
