/*
 * `npm run fuzz -- [--minutes 2] [--letters 100000] [--seed 1]`: real letters and files of the tests, changed as the seed decides,
 * through the readers, and one in eight of them through the whole program. At the end it prints what it tried and what became of
 * it; of a letter that was answered in no way, all that makes it again.
 */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { type Fate, openProgram, openRig } from './rig.ts';
import { anyMutant, kindOf, letterOf, type Mutant } from './samples.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    letters: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const [minutes, most, seed] = [Number(values.minutes), Number(values.letters), Number(values.seed)];

/** Letters between two looks whether a good one is still read, and how many of them go through the program. */
const [batch, through] = [80, 10];
/** Three tries of twenty seconds, LibreOffice's ninety and a scan's hundred and twenty, on a busy machine. */
const patience = 600_000;

const tallies = new Map<string, Map<string, number>>();
const count = (tally: string, name: string): void => {
  const counts = tallies.get(tally) ?? new Map<string, number>();
  tallies.set(tally, counts.set(name, (counts.get(name) ?? 0) + 1));
};

let slowest = 0;
const faults: string[] = [];
const fault = (what: string, detail: unknown, mutants: readonly Mutant[]): void => {
  faults.push(what);
  console.log(`${what}: ${String(detail)}\n${JSON.stringify(mutants)}`);
};

const inTime = async (fate: Promise<Fate>): Promise<Fate | null> => {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), patience);
  return Promise.race([fate, late.promise]).finally(() => clearTimeout(timer));
};

const rig = openRig();
const program = await openProgram();

const readOne = async (mutant: Mutant): Promise<void> => {
  count('files', kindOf(mutant.path));
  for (const { way } of mutant.changes) count('changes', way);
  const started = performance.now();
  try {
    const fate = await inTime(rig.read(await letterOf(mutant)));
    if (!fate) return fault('hang', '', [mutant]);
    for (const end of fate.ends) count('ends', end);
    if (fate.reader !== 'lived') count('readers', fate.reader);
  } catch (error) {
    fault('crash', error, [mutant]);
  }
  slowest = Math.max(slowest, performance.now() - started);
};

const processSome = async (mutants: readonly Mutant[]): Promise<void> => {
  try {
    for (const { outcome } of await program.process(await Promise.all(mutants.map(letterOf))))
      count('outcomes of the whole program', outcome);
  } catch (error) {
    fault('the program', error, mutants);
  }
};

const deadline = performance.now() + minutes * 60_000;
let letters = 0;
console.log(`seed ${seed}`);
try {
  for (let round = 0; letters < most && performance.now() < deadline; round += 1) {
    const mutants = fc.sample(anyMutant, {
      seed: seed * 1_000_003 + round,
      numRuns: Math.min(batch, most - letters),
    });
    for (const mutant of mutants) {
      if (performance.now() > deadline) break;
      await readOne(mutant);
      letters += 1;
    }
    if (!(await rig.isWell())) fault('the good letter was not read', '', mutants);
    await processSome(mutants.slice(0, through));
  }
} finally {
  await Promise.all([rig.close(), program.close()]);
}

const listed = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ');
console.log(`letters: ${letters}`);
for (const [tally, counts] of tallies) console.log(`${tally}: ${listed(counts)}`);
console.log(`crashes, hangs and letters without an outcome: ${faults.length}`);
console.log(`slowest: ${(slowest / 1000).toFixed(1)} s`);
console.log(`most memory of a reader: ${Math.round(rig.peak() / 1024 ** 2)} MB`);
process.exitCode = faults.length === 0 ? 0 : 1;
