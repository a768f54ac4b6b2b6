import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const src = join(root, 'src');

/** The folder of `src/` that a file lies in; files of `src/` itself bear their own name. */
const placeOf = (path: string): string => relative(src, path).split('/')[0] ?? '';

type Import = { from: string; to: string; file: string; type: boolean };

const imports: Import[] = globSync('src/**/*.ts', { cwd: root }).flatMap((file) => {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)(\s+type)?\b[^;]*?from '(\.[^']+)'|import\('(\.[^']+)'\)/gm,
  );
  return [...statements].map(([, type, one, other]) => ({
    file,
    from: placeOf(path),
    to: placeOf(join(dirname(path), one ?? other ?? '')),
    type: type !== undefined,
  }));
});

/** What each place may import beside itself; every arrow points downwards. */
const below: Record<string, readonly string[]> = {
  text: [],
  model: [],
  'config.ts': ['text'],
  'log.ts': ['text'],
  'usage.ts': [],
  'points.ts': [],
  db: ['model'],
  mail: ['model', 'text'],
  mailserver: ['model'],
  directory: ['db', 'model', 'text'],
  intake: ['db', 'mail', 'model', 'points.ts', 'text'],
  sender: ['mail', 'model', 'text'],
  form: ['model', 'text'],
  interpret: ['directory', 'model', 'text'],
  rules: ['directory', 'model', 'text'],
  reply: ['model', 'text'],
  apply: ['db', 'directory', 'mailserver', 'model', 'points.ts', 'text'],
  outbox: ['db', 'mail', 'mailserver', 'model', 'points.ts'],
};

test('every import points downwards, and the steps of a message never import each other', () => {
  const wrong = imports.filter(
    ({ from, to }) => from !== to && below[from] !== undefined && !below[from].includes(to),
  );
  expect(wrong.map(({ file, to }) => `${file} imports ${to}`)).toEqual([]);
});

test('every folder of src has its place in the plan', () => {
  const upper = [
    'main.ts',
    'app.ts',
    'pipeline.ts',
    'held.ts',
    'settle.ts',
    'returned.ts',
    'unjudged.ts',
    'bounced.ts',
    'desk.ts',
    'report.ts',
    'commands',
    'requests',
    'proof',
    'doctor',
  ];
  const places = new Set(imports.map(({ from }) => from));
  expect([...places].filter((place) => below[place] === undefined && !upper.includes(place))).toEqual([]);
});

test('what judges is pure: form, interpret, rules and reply reach no database, network or clock', () => {
  const impure = /\bnew Date\(\)|Date\.now\(\)|from 'node:(?:net|tls|http|https|dns)/;
  const files = globSync('src/{interpret,rules,reply}/**/*.ts', { cwd: root });
  expect(files.length).toBeGreaterThan(30);
  expect(files.filter((file) => impure.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('settings come from one file: commands hand it the environment, and the form reader looks only at PATH', () => {
  const files = globSync('src/**/*.ts', { cwd: root });
  const readers = files.filter((file) => /process\.env\b/.test(readFileSync(join(root, file), 'utf8')));
  expect(
    readers.filter((file) => !/^src\/(?:commands|form\/reader-process\.ts|main\.ts)/.test(file)),
  ).toEqual([]);
});
