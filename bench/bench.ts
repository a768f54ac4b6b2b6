import { cpus, totalmem } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { missingServers } from '../test/servers/programs.ts';
import { openRig } from './rig.ts';
import * as sections from './sections.ts';
import { tell } from './table.ts';

const usage = `npm run bench [-- PART…]
PART: steps statements take way latency form processes mailboxes; all of them where none is named.
The result is Markdown on standard output; what is going on is told on standard error.`;

const parts = {
  steps: sections.benchSteps,
  statements: sections.benchStatements,
  take: sections.benchTake,
  way: sections.benchWay,
  latency: sections.benchLatency,
  form: sections.benchBigForm,
  processes: sections.benchProcesses,
  mailboxes: (rig) => sections.benchMailboxes(rig, 1_000_000),
} satisfies Record<string, (rig: Awaited<ReturnType<typeof openRig>>) => Promise<void>>;

/** Minutes for one part: an answer that never comes must not hold up what was measured already. */
const limit = 5;

const named = process.argv.slice(2);
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
  console.log(`Node.js ${process.versions.node}, ${cpus().length} cores (${model}), ${memory} GB.`);
  const since = () => Math.round((performance.now() - start) / 1000);
  tell('starting PostgreSQL, Postfix and Dovecot …');
  const rig = await openRig();
  try {
    for (const [name, run] of Object.entries(parts)) {
      if (named.length > 0 && !named.includes(name)) continue;
      tell(`${since()} s: ${name} …`);
      const late = sleep(limit * 60_000, undefined, { ref: false }).then(() => {
        throw new Error(`${name} took more than ${limit} minutes`);
      });
      await Promise.race([run(rig), late]);
    }
    console.log(`\n${since()} s in all.`);
  } catch (error) {
    console.error(error);
    process.exitCode = 1;
  }
  await rig.close();
  // What failed may have left connections open.
  process.exit();
}
