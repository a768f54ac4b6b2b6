import fc from 'fast-check';

/**
 * Properties are tried on the same inputs in each run, so that a run that fails fails again; `FUZZ_SEED=random` tries
 * others, and a number those of that seed.
 */
const { FUZZ_SEED = '26391' } = process.env;
if (FUZZ_SEED !== 'random') fc.configureGlobal({ seed: Number(FUZZ_SEED) });
