import { globSync, readFileSync } from 'node:fs';

const lines = readFileSync(new URL('programs.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const programs = lines.map((line) => {
  const [debianPackage = '', path = ''] = line.split(' ');
  return { debianPackage, path, name: path.slice(path.lastIndexOf('/') + 1) };
});

/** Of several installed versions the newest: `…/postgresql/15/bin/initdb`. */
function find(path: string): string | undefined {
  return globSync(path)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .at(-1);
}

/** Path of a program of `programs.txt`. Throws where it is not installed. */
export function program(name: string): string {
  const listed = programs.find((one) => one.name === name);
  if (listed === undefined) throw new Error(`${name} does not stand in programs.txt`);
  const path = find(listed.path);
  if (path === undefined) throw new Error(`${listed.path} is missing: run test/servers/install.sh`);
  return path;
}

/** Debian's packages, among those named or else all, of which a program is not installed. */
function missingPackages(only?: readonly string[]): string[] {
  const missing = programs
    .filter((one) => only === undefined || only.includes(one.debianPackage))
    .filter((one) => find(one.path) === undefined);
  return [...new Set(missing.map((one) => one.debianPackage))];
}

function sentence(packages: readonly string[]): string | null {
  if (packages.length === 0) return null;
  return `not installed: ${packages.join(', ')} (test/servers/install.sh installs them)`;
}

const office = ['libreoffice-calc', 'libreoffice-writer'];

/** Why LibreOffice cannot make files of older types anew here, or null where it can. */
export function missingOffice(): string | null {
  return sentence(missingPackages(office));
}

/** Why PostgreSQL cannot be started here, or null where it can. */
export function missingPostgres(): string | null {
  return sentence(missingPackages(['postgresql', 'util-linux']));
}

/** Why the mail servers and PostgreSQL cannot be started here, or null where they can. */
export function missingServers(): string | null {
  const missing = sentence(missingPackages().filter((name) => !office.includes(name)));
  if (missing !== null) return missing;
  return process.getuid?.() === 0 ? null : 'Postfix and Dovecot need root';
}
