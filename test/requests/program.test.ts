import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { jsonLines, phieu } from '../flow/program.ts';
import { letterOf, registryFiles } from './office.ts';

let env: Record<string, string>;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'phieu-requests-'));
  env = { DATA_DIR: folder, TRUSTED_RELAYS: 'mail.kiengiang.gov.vn' };
  for (const [name, text] of Object.entries(registryFiles)) await writeFile(join(folder, name), text);
  await phieu(['units', 'import', 'units.csv'], env);
  await phieu(['mailboxes', 'import', 'mailboxes.csv'], env);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const snv = 'Sở Nội vụ';
const decide = (words: string[]) => phieu(['requests', 'decide', 'PYC-2026-000001', ...words], env);

test('staff find what waits, look at it, decide it, and find it no more', async () => {
  const year = new Date().getFullYear();
  const number = `PYC-${year}-000001`;
  const letters = [
    [
      { name: 'Trần Văn Nam', unit: snv, wish: 'Cấp mới hộp thư' },
      { name: 'Lê Thị Hạnh', unit: snv, wish: 'Đề nghị xem lại giúp \u001b[31mhộp thư' },
    ],
    [{ name: 'Đỗ Thị Mai', unit: snv, wish: 'Cấp mới hộp thư' }],
  ];
  for (const rows of letters) await phieu(['process', '-'], env, (await letterOf(rows)).raw);
  const run = (...words: string[]) => phieu(['requests', ...words], env);

  const [waiting, ...others] = jsonLines(await run('list', '--outcome', 'review', '--json'));
  expect(others).toEqual([]);
  expect(waiting).toMatchObject({
    number,
    outcome: 'review',
    reasons: [],
    form: { source: 'xlsx', attachment: 'Phiếu yêu cầu.xlsx' },
    items: [
      { number: 1, fullName: 'Trần Văn Nam', outcome: 'review', reasons: [{ code: 'same-name-exists' }] },
      { number: 2, action: 'unclear', outcome: 'review' },
    ],
    messageId: expect.stringMatching(/^<.+>$/),
    sender: {
      address: 'snv@kiengiang.gov.vn',
      unit: 'snv',
      verified: true,
      evidence: 'authenticated-submission',
    },
    receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  });
  expect(jsonLines(await run('list', '--json')).map((one) => one.outcome)).toEqual(['review', 'applied']);

  const list = await run('list', '--waiting');
  expect(list.out).toContain(`${number}  chờ dưới 1 giờ  Sở Nội vụ (snv)`);
  expect(list.out).toContain('dòng 1: trùng họ tên đã có hộp thư');
  expect(list.err).toContain('1 phiếu, 2 dòng chờ');

  const show = await run('show', number.toLowerCase());
  expect(show.out).toContain('trang tính "Phiếu"');
  expect(show.out).toContain('tvnam.snv@kiengiang.gov.vn');
  expect(show.out).toContain(`phieu requests decide ${number} 1 apply`);
  expect(show.out).not.toContain('\u001b');

  const sent = (await readdir(join(folder, 'outbox'))).length;
  const decided = await run(
    'decide',
    number,
    '1',
    'apply',
    '--because',
    'Người khác.',
    '--by',
    'Hoài Thương',
    '--json',
  );
  expect(jsonLines(decided)[0]).toMatchObject({
    outcome: 'partly-applied',
    items: [{ outcome: 'applied', address: 'tvnam1.snv@kiengiang.gov.vn' }, { outcome: 'review' }],
    notices: [{ kind: 'result', to: ['snv@kiengiang.gov.vn'], cc: ['sttt@kiengiang.gov.vn'] }],
  });
  expect((await readdir(join(folder, 'outbox'))).length, 'the answer is sent').toBe(sent + 1);
  const again = await run('decide', number, '1', 'reject', '--because', 'Thôi.');
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toMatch(/^phieu: Dòng 1 .* không còn chờ: .*Hoài Thương.*\n$/);

  const shown = jsonLines(await run('show', number, '--json'))[0];
  expect(shown).toMatchObject({
    letter: { subject: 'Phiếu yêu cầu về hộp thư điện tử' },
    items: [
      { where: 'Phiếu!A12:E12', decidedBy: 'Hoài Thương', because: 'Người khác.' },
      { decidedBy: null },
    ],
    notices: [{ status: 'sent' }, { status: 'sent' }],
    audit: [{ actor: 'Hoài Thương', event: 'created' }, { event: 'row-applied' }],
  });
});

test.each([
  [['1', 'apply'], '--because'],
  [['1', 'maybe', '--because', 'x'], 'apply hoặc reject'],
  [['1', 'apply', '--because', 'x', '--as', 'delete'], 'reset-password'],
  [['1', 'apply', '--because', 'x', '--mailbox', 'tvnam'], '--mailbox'],
  [['1', 'reject', '--because', 'x', '--as', 'create'], 'chỉ dùng với apply'],
  [['1', 'apply', '--because', 'x', '--by', 'letter'], '--by'],
  [['1', 'apply', '--because', 'x'.repeat(401)], '400'],
  [['1', 'apply', '--because', 'x', '--outcome', 'review'], '--outcome'],
  [['1', 'apply', '--because', 'hai', 'lời'], 'ngoặc kép'],
])('wrong words %j are told in a line', async (words, told) => {
  const { code, out, err } = await decide(words);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(told);
  expect(err.trim().split('\n')).toHaveLength(1);
});

test('closing needs a number and words', async () => {
  const { code, err } = await phieu(['requests', 'close', 'PYC-2020-000001'], env);
  expect(code).toBe(2);
  expect(err).toContain('--because');
});

test('a number that does not exist is told', async () => {
  const { code, err } = await phieu(['requests', 'show', 'PYC-2020-000001'], env);
  expect(code).toBe(2);
  expect(err).toContain('PYC-2020-000001');
});
