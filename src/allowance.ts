const hour = 60 * 60 * 1000;

/** Time that work of one kind may take up within an hour, all together; what is over is not done at all. */
export type Allowance = {
  /** Does the work, however long it takes, where there is time left; else null. */
  within<T>(now: Date, work: () => Promise<T>): Promise<T | null>;
};

export const openAllowance = (milliseconds: number): Allowance => {
  let spent: { at: number; took: number }[] = [];
  return {
    within: async (now, work) => {
      // Around now: under a clock that was set wrong nothing is spent for longer.
      spent = spent.filter(({ at }) => Math.abs(now.getTime() - at) < hour);
      if (spent.reduce((sum, { took }) => sum + took, 0) >= milliseconds) return null;
      const begun = performance.now();
      try {
        return await work();
      } finally {
        spent.push({ at: now.getTime(), took: performance.now() - begun });
      }
    },
  };
};
