/** Does the work for each, so many at a time; milliseconds each, from the first start to the last end. */
export const inFlight = async <T>(
  all: readonly T[],
  concurrency: number,
  work: (one: T) => Promise<unknown>,
): Promise<number> => {
  const queue = all.values();
  const start = performance.now();
  const run = async () => {
    for (const one of queue) await work(one);
  };
  await Promise.all(Array.from({ length: concurrency }, run));
  return (performance.now() - start) / all.length;
};

export type Spread = { median: number; min: number; max: number };

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const median = ((sorted[Math.floor(middle - 0.5)] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
  return { median, min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 };
};
