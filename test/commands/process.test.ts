import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/db.ts';
import { jsonLines } from '../flow/program.ts';
import { letter, type Office, openOffices } from './office.ts';

let offices: Awaited<ReturnType<typeof openOffices>>;
beforeAll(async () => {
  offices = await openOffices();
});
afterAll(() => offices.close());

const outbox = ({ folder }: Office): Promise<string[]> => readdir(join(folder, 'outbox')).catch(() => []);

/** Everything that a run could have changed and others can see. */
const seenBy = async (office: Office) => ({
  mailboxes: jsonLines(await office.run(['mailboxes', 'list', '--json'])),
  requests: jsonLines(await office.run(['requests', 'list', '--json'])),
  outbox: await outbox(office),
});

test('prints one object for each letter in the order given, `-` and names as given among them', async () => {
  const office = await offices.openOffice();
  const broken = join(office.folder, 'hỏng thư.eml');
  await writeFile(broken, Buffer.from([0xff, 0x00, 0x0a, 0x3a, 0x0a]));
  const files = [letter('ordinary-mail'), '-', 'hỏng thư.eml', letter('states-of-mailboxes')];
  const run = await office.run(['process', '--json', ...files], {
    input: await readFile(letter('first-time')),
  });
  expect(run.err).toBe('');
  expect(run.out.endsWith('\n')).toBe(true);
  const reports = jsonLines(run);
  expect(reports.map(({ file, outcome }) => [file, outcome])).toEqual([
    [files[0], 'ignored'],
    ['-', 'applied'],
    ['hỏng thư.eml', 'unverified'],
    [files[3], 'partly-applied'],
  ]);
  const fields = ['file', 'messageId', 'outcome', 'reasons', 'sender', 'requests', 'notices'].sort();
  for (const report of reports) expect(Object.keys(report).sort()).toEqual(fields);
});

test('sends what it queued before it ends', async () => {
  const office = await offices.openOffice();
  const [report] = jsonLines(await office.run(['process', '--json', letter('first-time')]));
  const notices = report?.notices as { messageId: string }[];
  expect(notices).toHaveLength(1);
  const letters = await Promise.all(
    (await outbox(office)).map((name) => readFile(join(office.folder, 'outbox', name), 'utf8')),
  );
  expect(letters).toEqual([expect.stringContaining(notices[0]?.messageId ?? 'none')]);
});

test('ends with 1 where an answer could not be sent, keeps it, and the work is done all the same', async () => {
  const office = await offices.openOffice();
  const nobodyListens = { SMTP_URL: 'smtp://127.0.0.1:1' };
  const run = await office.run(['process', '--json', letter('first-time')], { env: nobodyListens });
  expect(run.code).toBe(1);
  expect(JSON.parse(run.out)).toMatchObject({ outcome: 'applied' });
  expect(run.err).toContain('chưa gửi được');
});

test.each([
  ['--dry-run', ['--dry-run'], {}],
  ['DRY_RUN', [], { DRY_RUN: 'true' }],
])('by %s tells what would be done and leaves nothing behind', async (_, words, env) => {
  const office = await offices.openOffice();
  const before = await seenBy(office);
  const dry = jsonLines(await office.run(['process', '--json', ...words, letter('first-time')], { env }));
  expect(await seenBy(office)).toEqual(before);
  const real = jsonLines(await office.run(['process', '--json', letter('first-time')]));
  const told = (reports: Record<string, unknown>[]) =>
    JSON.stringify(reports)
      .replace(/"messageId":"[^"]*"/g, '')
      .replace(/PYC-\d+-\d+/g, 'PYC');
  expect(told(dry)).toBe(told(real));
  expect(dry[0]?.outcome).toBe('applied');
  expect(await seenBy(office)).not.toEqual(before);
});

test('a file that cannot be read stops the others before any is taken', async () => {
  const office = await offices.openOffice();
  const before = await seenBy(office);
  const { code, out } = await office.run(['process', '--json', letter('first-time'), 'khong-co.eml']);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(await seenBy(office)).toEqual(before);
});

test('a refused letter is work done', async () => {
  const office = await offices.openOffice();
  const run = await office.run([
    'process',
    '--json',
    letter('word-document'),
    letter('colleague-writes-as-the-unit'),
  ]);
  expect(run.code).toBe(0);
  expect(jsonLines(run).map(({ outcome }) => outcome)).toEqual(['rejected', 'unverified']);
});

test('beside another process on the embedded database it says so in one line and harms nothing', async () => {
  const office = await offices.openOffice();
  const before = await seenBy(office);
  const database = await openDatabase({ databaseUrl: null, dataDir: office.folder });
  const { code, out, err } = await office.run(['process', '--json', letter('first-time')]);
  await database.close();
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.split('\n')).toEqual([
    expect.stringContaining('đang được một tiến trình phieu khác sử dụng'),
    '',
  ]);
  expect(await seenBy(office)).toEqual(before);
});

test('who stops reading its lines is no failure, and the letters are taken to the end', async () => {
  const office = await offices.openOffice();
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'phieu.js');
  const child = spawn(
    process.execPath,
    [bin, 'process', '--json', letter('ordinary-mail'), letter('first-time')],
    {
      env: { PATH: process.env.PATH, DATA_DIR: office.folder, TRUSTED_RELAYS: 'mail.kiengiang.gov.vn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  child.stdout.destroy();
  await once(child, 'exit');
  expect(child.exitCode).toBe(0);
  expect(await outbox(office)).toHaveLength(1);
});

test('it takes a small part of a gigabyte on the embedded database', async () => {
  const office = await offices.openOffice();
  const megabytes = "process.on('exit',()=>console.error(process.resourceUsage().maxRSS/1024))";
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${megabytes}` };
  const { code, err } = await office.run(['process', '--dry-run', letter('first-time')], { env });
  expect(code).toBe(0);
  // Left to itself, V8 takes 600 MB more for a moment, to optimise PostgreSQL's parser.
  expect(Number(err)).toBeLessThan(400);
});
