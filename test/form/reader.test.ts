import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { openReader } from '../../src/form/form.ts';
import { Child, roomForLetters } from '../../src/form/reader-process.ts';
import type { Reading } from '../../src/model/form.ts';
import { childrenOf, ticks } from './children.ts';
import { attached, file, letter, plain } from './letters.ts';
import { rowsXml, sheetXml, workbookParts, zipOf } from './zips.ts';

const good = file('openpyxl-iso-dates.xlsx');
const goodLetter = letter(plain('Kính gửi'), attached('a.xlsx', good));

const texts = Array.from({ length: 24_000 }, (_, row) =>
  Array.from({ length: 10 }, (_, column) => `${row * column} a`),
);
/** Within all limits of the scan, and seconds of work. */
const slow = zipOf(workbookParts(sheetXml(`<sheetData>${rowsXml(texts)}</sheetData>`)));
/** Within all limits of the scan, and more than a child's memory holds. */
const numbers = sheetXml(
  `<sheetData>${Array.from({ length: 20_000 }, (_, row) => `<row>${'<c><v>1</v></c>'.repeat(9)}<c><v>${row}</v></c></row>`).join('')}</sheetData>`,
);
const sheets = Array.from({ length: 24 }, (_, at) => at + 1);
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const large = zipOf({
  'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets>${sheets.map((at) => `<sheet name="S${at}" sheetId="${at}" r:id="rId${at}"/>`).join('')}</sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((at) => `<Relationship Id="rId${at}" Type="a/worksheet" Target="worksheets/sheet${at}.xml"/>`).join('')}</Relationships>`,
  ...Object.fromEntries(sheets.map((at) => [`xl/worksheets/sheet${at}.xml`, numbers])),
});

const reader = openReader({ children: 1 });
afterAll(() => reader.close());

function summary({ forms, problems }: Reading): string[] {
  return [
    ...forms.map(({ attachment }) => `${attachment}: form`),
    ...problems.map((it) => `${it.attachment}: ${it.code}`),
  ];
}

describe('what breaks the child costs one attachment', () => {
  test('too much time: the rest of the letter and the next letter are read', async () => {
    const raw = letter(plain('x'), attached('slow.xlsx', slow), attached('a.xlsx', good));
    const reading = await reader.read(raw, { milliseconds: 1500 });
    expect(summary(reading)).toEqual(['a.xlsx: form', 'slow.xlsx: form-unreadable']);
    expect(reading.problems[0]?.detail).toBe('no result in 1500 ms');
    expect(summary(await reader.read(goodLetter))).toEqual(['a.xlsx: form']);
  });

  test('too much memory', async () => {
    const reading = await reader.read(
      letter(plain('x'), attached('a.xlsx', good), attached('large.xlsx', large)),
      // Of a slow machine the memory is as full.
      { milliseconds: 100_000 },
    );
    expect(summary(reading)).toEqual(['a.xlsx: form', 'large.xlsx: form-unreadable']);
    expect(reading.problems[0]?.detail).toMatch(/died of it.*heap/);
  });

  test('killed in mid-read', async () => {
    const before = new Set(childrenOf(process.pid));
    const other = openReader();
    await other.read(goodLetter);
    const [child = 0] = childrenOf(process.pid).filter((pid) => !before.has(pid));
    const started = ticks(child);
    const reading = other.read(letter(plain('x'), attached('slow.xlsx', slow), attached('a.xlsx', good)));
    await until(() => (ticks(child) > started + 50 ? [true] : []));
    process.kill(child, 'SIGKILL');
    expect(summary(await reading)).toEqual(['a.xlsx: form', 'slow.xlsx: form-unreadable']);
    await other.close();
  });

  test('several such attachments end in one answer', async () => {
    const slows = ['1', '2', '3', '4', '5'].map((name) => attached(`${name}.xlsx`, slow));
    const reading = await reader.read(letter(plain('x'), attached('a.xlsx', good), ...slows), {
      milliseconds: 1500,
    });
    expect(summary(reading)).toEqual([
      'a.xlsx: form',
      ...['1', '2', '3', '4', '5'].map((name) => `${name}.xlsx: form-unreadable`),
    ]);
  });
});

describe('the children', () => {
  test('serve many letters at once, never more of them than allowed', async () => {
    const readings = await Promise.all(Array.from({ length: 30 }, () => reader.read(goodLetter)));
    expect(readings.map(summary)).toEqual(Array.from({ length: 30 }, () => ['a.xlsx: form']));
    expect(childrenOf(process.pid)).toHaveLength(1);
  });

  test('one that died at rest is replaced without a word', async () => {
    await reader.read(goodLetter);
    for (const pid of childrenOf(process.pid)) process.kill(pid, 'SIGKILL');
    expect(summary(await reader.read(goodLetter))).toEqual(['a.xlsx: form']);
  });

  test('ignore the signals of a terminal', async () => {
    await reader.read(goodLetter);
    const before = childrenOf(process.pid);
    for (const pid of before) process.kill(pid, 'SIGINT');
    await reader.read(goodLetter);
    expect(childrenOf(process.pid)).toEqual(before);
  });

  test('are renewed long before the work of their lives is done', async () => {
    const child = new Child({ ...roomForLetters, cpuSeconds: 8 });
    const order = { attachmentBytes: 2 ** 24, trustRoots: [], html: true, skip: [], stopAt: Infinity };
    // Some tenths of a second, even of a busy machine: one more never fills the other half of its life.
    const some = zipOf(workbookParts(sheetXml(`<sheetData>${rowsXml(texts.slice(0, 2000))}</sheetData>`)));
    const raw = letter(plain('x'), attached('some.xlsx', some));
    while (child.isFit) expect(await child.read({ raw, ...order }, 60_000)).toMatchObject({ is: 'read' });
    expect(child.isAlive).toBe(true);
    child.kill();
    await child.gone;
  });

  test('know nothing of our environment', async () => {
    process.env.SECRET_OF_OURS = 'geheim';
    const other = openReader();
    await other.read(goodLetter);
    for (const pid of childrenOf(process.pid))
      expect(readFileSync(`/proc/${pid}/environ`, 'latin1')).not.toMatch(/SECRET|DATABASE_URL|PATH=/);
    await other.close();
  });

  test('may open no file beside the program, such as .env and the data', async () => {
    await reader.read(goodLetter);
    const [child] = childrenOf(process.pid);
    const words = readFileSync(`/proc/${child}/cmdline`, 'latin1').split('\0');
    const root = join(import.meta.dirname, '..', '..');
    expect(words).toContain('--permission');
    expect(words.filter((word) => word.startsWith('--allow'))).toEqual(
      ['src', 'node_modules', 'package.json'].map((name) => `--allow-fs-read=${join(root, name)}`),
    );
  });

  test('end when their parent is killed', async () => {
    const form = JSON.stringify(new URL('../../src/form/form.ts', import.meta.url).href);
    const script = `import { openReader } from ${form}; await openReader().read(Buffer.from('x')); setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    const pid = parent.pid ?? 0;
    const [child = 0] = await until(() => childrenOf(pid).filter((it) => ticks(it) > 10));
    parent.kill('SIGKILL');
    await until(() => (existsSync(`/proc/${child}/cmdline`) ? [] : [true]));
  });

  test('at rest keep no process from ending', async () => {
    const form = JSON.stringify(new URL('../../src/form/form.ts', import.meta.url).href);
    const script = `import { openReader } from ${form}; await openReader().read(Buffer.from('x'));`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
    expect(await once(parent, 'exit')).toEqual([0, null]);
  });

  test('end when the reader closes, and a read in progress says so', async () => {
    const before = childrenOf(process.pid);
    const other = openReader();
    const reading = other.read(letter(plain('x'), attached('slow.xlsx', slow)));
    const refused = expect(reading).rejects.toThrow(/closed/);
    await until(() => childrenOf(process.pid).filter((pid) => !before.includes(pid)));
    await other.close();
    await refused;
    expect(childrenOf(process.pid)).toEqual(before);
    await expect(other.read(goodLetter)).rejects.toThrow(/closed/);
  });
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no letter', Buffer.from([0, 255, 0, 13, 10, 10])],
  ['an open multipart', Buffer.from('Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n--x\r\n--x')],
  [
    'parts within parts',
    Buffer.from(
      Array.from(
        { length: 5000 },
        (_, n) => `Content-Type: multipart/mixed; boundary=${n}\r\n\r\n--${n}\r\n`,
      ).join(''),
    ),
  ],
  [
    'unknown encodings',
    letter({
      content: 'x',
      headers: ['Content-Type: text/plain; charset=klingon', 'Content-Transfer-Encoding: rot13'],
    }),
  ],
  ['one endless line', Buffer.alloc(3_000_000, 'a')],
  [
    'HTML nested without end',
    letter(plain(''), { content: '<div>'.repeat(200_000), headers: ['Content-Type: text/html'] }),
  ],
])('%s is read as a letter without forms', async (_, raw) => {
  const reading = await reader.read(raw);
  expect(reading.forms).toEqual([]);
});

async function until<T>(look: () => T[]): Promise<T[]> {
  for (;;) {
    const found = look();
    if (found.length > 0) return found;
    await sleep(20);
  }
}
