/** What each letter took: time, and time of the processor in this process; both in milliseconds. */
export type Usage = { milliseconds: number; cpu: number };

/** Watches over the work from now on; says what each of so many letters took. */
export const startWatch = (): ((letters: number) => Usage) => {
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  return (letters) => {
    const { user, system } = process.cpuUsage(cpu);
    return { milliseconds: (performance.now() - start) / letters, cpu: (user + system) / 1000 / letters };
  };
};

/** Does the work for each, so many at a time. */
export const inFlight = async <T>(
  all: readonly T[],
  concurrency: number,
  work: (one: T) => Promise<unknown>,
): Promise<Usage> => {
  const queue = all.values();
  const stop = startWatch();
  const run = async () => {
    for (const one of queue) await work(one);
  };
  await Promise.all(Array.from({ length: concurrency }, run));
  return stop(all.length);
};

export type Spread = { median: number; min: number; max: number };

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.floor(middle - 0.5)] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  return { median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
};
