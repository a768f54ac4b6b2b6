import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openProgram, openRig } from './rig.ts';
import { letterOf, quickMutant } from './samples.ts';

/*
 * Real letters and files with bytes, words or numbers of theirs changed. A long run of the same: `npm run fuzz`.
 */
const rig = openRig();
afterAll(() => rig.close());

/** More than a reader may hold: the system would have ended it (reader-process.ts). */
const mostMemory = 1200 * 1024 ** 2;

test('a letter with whatever is changed in it is read or refused, and the next one is read', async () => {
  await fc.assert(
    fc.asyncProperty(quickMutant, async (mutant) => {
      const { ends } = await rig.read(await letterOf(mutant));
      expect(ends.length).toBeGreaterThan(0);
    }),
    { numRuns: 100, interruptAfterTimeLimit: 60_000 },
  );
  expect(await rig.isWell()).toBe(true);
  expect(rig.peak()).toBeGreaterThan(0);
  expect(rig.peak()).toBeLessThan(mostMemory);
});

test('each such letter has its outcome, and the good one after them is done', async () => {
  const program = await openProgram();
  try {
    const letters = await Promise.all(fc.sample(quickMutant, 10).map(letterOf));
    const printed = await program.process(letters);
    expect(printed).toHaveLength(letters.length);
  } finally {
    await program.close();
  }
});
