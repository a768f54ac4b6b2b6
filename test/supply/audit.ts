import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Asks the registry for known weaknesses of what is installed. Fails on one that docs/dependencies.md does not argue;
 * a registry that does not answer such questions is no failure.
 */
type Via = { url?: string; title?: string; severity?: string };
type Audit = { vulnerabilities?: Record<string, { via: readonly (Via | string)[] }> };

const root = join(import.meta.dirname, '..', '..');
const { stdout } = spawnSync('npm', ['audit', '--json'], { cwd: root, encoding: 'utf8', timeout: 120_000 });

const answerOf = (text: string): Audit => {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
};

const { vulnerabilities } = answerOf(stdout ?? '');
if (vulnerabilities === undefined) {
  console.log('npm audit: the registry does not answer');
} else {
  const argued = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const found = Object.entries(vulnerabilities).flatMap(([name, { via }]) =>
    via.flatMap((one) => (typeof one === 'string' ? [] : [{ name, ...one }])),
  );
  const open = found.filter(({ url }) => !argued.includes(url?.split('/').at(-1) ?? 'no advisory'));
  for (const { name, severity, title, url } of open) console.log(`${name}: ${severity}: ${title} (${url})`);
  console.log(
    `npm audit: ${found.length} findings, ${open.length} of them not argued in docs/dependencies.md`,
  );
  if (open.length > 0) process.exitCode = 1;
}
