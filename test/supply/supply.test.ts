import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');

type Package = {
  version: string;
  license?: string;
  dev?: boolean;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
};
type Manifest = Partial<
  Record<'dependencies' | 'devDependencies' | 'optionalDependencies', Record<string, string>>
>;

const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };
const manifest = JSON.parse(read('package.json')) as Manifest;
const installed = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Licences that ask for nothing but that their text is kept. Of a choice, one of these is ours. */
const free = new Set(
  [
    '0BSD',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
  ].concat(...['OFL-1.1', 'Unlicense', 'Zlib']),
);
const isFree = (license: string): boolean => {
  const bare = license.replace(/^\((.*)\)$/, '$1');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((part) => free.has(part)));
};

describe('what is installed', () => {
  test('may be used and passed on without giving anything away; what else there is only builds or tests', () => {
    const others = installed.filter(([, { license }]) => !isFree(license ?? 'none'));
    expect(others.filter(([, { dev }]) => !dev).map(([path, { license }]) => `${path}: ${license}`)).toEqual(
      [],
    );
    // Used as it is by vitest, and not passed on: MPL-2.0 asks for changes of its own files alone.
    expect([...new Set(others.map(([path]) => nameOf(path).replace(/^(lightningcss)-.*/, '$1')))]).toEqual([
      'lightningcss',
    ]);
  });

  test('runs no script when it is installed but one, which docs/dependencies.md explains', () => {
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript);
    expect([...new Set(scripted.map(([path]) => nameOf(path)))]).toEqual(['esbuild']);
    expect(scripted.every(([, { dev }]) => dev === true)).toBe(true);
    expect(read('docs/dependencies.md')).toMatch(/^\| esbuild .*install/m);
  });

  test('is what was locked, byte for byte, whatever registry it comes from', () => {
    const unlocked = installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'));
    expect(unlocked.map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
});

describe('each dependency of our own', () => {
  const own = Object.entries({
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...manifest.devDependencies,
  });

  test('is pinned to one version', () => {
    expect(own.filter(([, version]) => !/^(?:npm:@?[\w./-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test.each(own)(
    '%s has its line in docs/dependencies.md, with the version and licence that are installed',
    (name) => {
      const { version, license } = lock.packages[`node_modules/${name}`] ?? {};
      const line = read('docs/dependencies.md')
        .split('\n')
        .find((one) => one.startsWith(`| ${name} |`));
      expect(line).toContain(`| ${version} | ${license} |`);
    },
  );

  test('has no line there once it is gone', () => {
    const listed = [...read('docs/dependencies.md').matchAll(/^\| (\S+) \| \d/gm)].map(([, name]) => name);
    expect(listed.filter((name) => name !== 'esbuild' && !own.some(([one]) => one === name))).toEqual([]);
  });
});
