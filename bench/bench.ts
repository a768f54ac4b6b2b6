import { cpus, totalmem } from 'node:os';
import { missingServers } from '../test/servers/programs.ts';
import { openRig } from './rig.ts';
import * as sections from './sections.ts';

const usage = `npm run bench [-- PART…] [-- --large]
PART: steps statements take way latency form mailboxes processes; all of them where none is named.
--large: the directory of a million mailboxes (some minutes) instead of 100,000.`;

const parts = {
  steps: sections.benchSteps,
  statements: sections.benchStatements,
  take: sections.benchTake,
  way: sections.benchWay,
  latency: sections.benchLatency,
  form: sections.benchBigForm,
  mailboxes: (rig) => sections.benchMailboxes(rig, large ? 1_000_000 : 100_000),
  processes: sections.benchProcesses,
} satisfies Record<string, (rig: Awaited<ReturnType<typeof openRig>>) => Promise<void>>;

const words = process.argv.slice(2);
const large = words.includes('--large');
const named = words.filter((word) => word !== '--large');
const missing = missingServers();
if (named.some((word) => !(word in parts))) {
  console.error(usage);
  process.exitCode = 2;
} else if (missing !== null) {
  console.error(missing);
  process.exitCode = 1;
} else {
  const start = performance.now();
  const { model } = cpus()[0] ?? { model: 'unknown' };
  const memory = Math.round(totalmem() / 1024 ** 3);
  console.log(`Node.js ${process.versions.node}, ${cpus().length} cores (${model}), ${memory} GB`);
  const rig = await openRig();
  try {
    for (const [name, run] of Object.entries(parts)) {
      if (named.length === 0 || named.includes(name)) await run(rig);
    }
  } finally {
    await rig.close();
  }
  console.log(`\n${Math.round((performance.now() - start) / 1000)} s in all`);
}
